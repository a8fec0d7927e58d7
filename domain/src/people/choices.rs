//! Small lists about people: how often to be reminded, what a one-time link is for, how somebody came in.

use crate::{calendar::week_opened_on, codes::coded, reminders::Urgency};
use chrono::NaiveDate;

coded! {
    /// How often a person wants the digest of reminders. Whatever the choice, nothing is lost: what was not said on
    /// one day is said in the next digest.
    DigestChoice {
        /// On every working day on which something is new.
        Daily = "daily",
        /// On the first working day of the week.
        Weekly = "weekly",
        /// Only about what is due or late.
        Late = "late",
    }
}

impl DigestChoice {
    /// Whether a reminder that fell due on a day goes into the digest of today. What is left out is said in a later
    /// one: a week's digest that was missed is made up for on the next run, since what counts is whether the reminder
    /// fell due before the week opened.
    #[must_use]
    pub fn takes(self, urgency: Urgency, fell_due: NaiveDate, today: NaiveDate) -> bool {
        match self {
            Self::Daily => true,
            Self::Weekly => week_opened_on(today).is_some_and(|opening| fell_due <= opening),
            Self::Late => matches!(urgency, Urgency::Overdue | Urgency::DueToday),
        }
    }
}

coded! {
    /// What a one-time link lets its reader do.
    LinkPurpose {
        /// Sign in.
        SignIn = "sign_in",
        /// Sign in for the first time.
        Invitation = "invitation",
        /// Choose a new password.
        PasswordReset = "password_reset",
    }
}

coded! {
    /// The way somebody came in.
    Way {
        /// A one-time link that came by mail.
        Link = "link",
        /// The link of an invitation.
        Invitation = "invitation",
        /// A password.
        Password = "password",
        /// The organisation's single sign-on.
        SingleSignOn = "single_sign_on",
        /// A person chosen on a demonstration.
        Demo = "demo",
    }
}

coded! {
    /// Where a person stands on the way in.
    PersonState {
        /// Has signed in before.
        Active = "active",
        /// Was invited, and the invitation still works.
        Invited = "invited",
        /// Has never signed in, and no invitation works any more.
        NeverSignedIn = "never_signed_in",
        /// May not sign in any more.
        Archived = "archived",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn a_weekly_digest_says_what_fell_due_before_the_week_opened() {
        let takes = |fell_due: &str, today: &str| DigestChoice::Weekly.takes(Urgency::Overdue, day(fell_due), day(today));
        assert!(takes("2018-05-05", "2018-05-07"), "the Saturday before");
        assert!(takes("2018-05-07", "2018-05-07"), "the Monday itself");
        assert!(!takes("2018-05-08", "2018-05-09"), "the Tuesday waits");
        assert!(takes("2018-05-07", "2018-05-09"), "a Monday's run that was missed");
        assert!(takes("2018-05-21", "2018-05-22") && !takes("2018-05-22", "2018-05-21"), "Victoria Day opens no week");
    }

    proptest! {
        #[test]
        fn whatever_falls_due_is_said_within_a_working_week(offset in 0i64..2_000) {
            let fell_due = day("2018-01-01") + chrono::TimeDelta::days(offset);
            let soon = fell_due.iter_days().take(12).filter(|day| crate::calendar::is_working_day(*day));
            let mut said = soon.filter(|today| DigestChoice::Weekly.takes(Urgency::Later, fell_due, *today));
            prop_assert!(said.next().is_some());
        }
    }
}
