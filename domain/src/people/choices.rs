//! Small lists about people: how often to be reminded, what a one-time link is for.

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
