//! Which reminder of a due date is the latest one that should have been sent by a given day.

use super::ReminderPolicy;
use crate::codes::coded;
use chrono::{Days, NaiveDate};

coded! {
    /// What a reminder is about, relative to the due day.
    ReminderKind {
        /// Some days before it.
        Before = "before",
        /// On it.
        OnDay = "on_day",
        /// Some weeks after it.
        After = "after",
    }
}

/// One reminder of one due day. Equal occurrences are the same reminder: the delivery record is keyed by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Occurrence {
    /// Before, on or after.
    pub kind: ReminderKind,
    /// The day it falls on, working day or not.
    pub on: NaiveDate,
    /// The due day it belongs to: an extension makes new occurrences.
    pub due: NaiveDate,
}

impl Occurrence {
    /// The key of the delivery record, `2018-04-30:before:2018-03-31`.
    #[must_use]
    pub fn key(&self) -> String {
        format!("{}:{}:{}", self.due, self.kind, self.on)
    }
}

/// The latest occurrence on or before `today`; earlier ones it replaces need not be sent any more. `None` when the
/// first one is still to come.
#[must_use]
pub fn latest_occurrence(policy: &ReminderPolicy, due: NaiveDate, today: NaiveDate) -> Option<Occurrence> {
    let late = (today - due).num_days();
    if let Some(every) = policy.every_days_after.filter(|every| *every > 0) {
        let weeks = late.max(0) / i64::from(every);
        if weeks > 0 {
            let on = due.checked_add_days(Days::new(u64::try_from(weeks * i64::from(every)).ok()?))?;
            return Some(Occurrence { kind: ReminderKind::After, on, due });
        }
    }
    if late >= 0 && policy.on_due_day {
        return Some(Occurrence { kind: ReminderKind::OnDay, on: due, due });
    }
    let days = policy.days_before.iter().copied().filter(|days| i64::from(*days) >= -late).min()?;
    let on = due.checked_sub_days(Days::new(u64::from(days)))?;
    Some(Occurrence { kind: ReminderKind::Before, on, due })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[rstest]
    #[case("2018-03-30", None)]
    #[case("2018-03-31", Some("2018-04-30:before:2018-03-31"))]
    #[case("2018-04-15", Some("2018-04-30:before:2018-03-31"))]
    #[case("2018-04-16", Some("2018-04-30:before:2018-04-16"))]
    #[case("2018-04-29", Some("2018-04-30:before:2018-04-27"))]
    #[case("2018-04-30", Some("2018-04-30:on_day:2018-04-30"))]
    #[case("2018-05-06", Some("2018-04-30:on_day:2018-04-30"))]
    #[case("2018-05-07", Some("2018-04-30:after:2018-05-07"))]
    #[case("2018-05-20", Some("2018-04-30:after:2018-05-14"))]
    fn the_latest_reminder_of_a_date_is_known_on_any_day(#[case] today: &str, #[case] key: Option<&str>) {
        let found = latest_occurrence(&ReminderPolicy::default(), date("2018-04-30"), date(today));
        assert_eq!(found.map(|o| o.key()).as_deref(), key);
    }

    proptest! {
        #[test]
        fn a_run_on_any_day_finds_what_a_run_on_every_day_would_have_sent_last(offset in 0u64..200) {
            let (policy, due) = (ReminderPolicy::default(), date("2018-04-30"));
            let start = date("2018-03-01");
            let daily = (0..=offset).filter_map(|n| latest_occurrence(&policy, due, start + Days::new(n))).next_back();
            let missed = latest_occurrence(&policy, due, start + Days::new(offset));
            prop_assert_eq!(missed, daily);
            prop_assert!(missed.is_none_or(|o| o.on <= start + Days::new(offset)));
        }
    }
}
