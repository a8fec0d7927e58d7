//! Small lists about people: how often to be reminded, what a one-time link is for, how somebody came in.

use crate::codes::coded;

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
