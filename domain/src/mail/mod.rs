//! Words of the outbox: what kinds of mail there are and where each stands.

use crate::codes::coded;

coded! {
    /// What a mail is for.
    MailKind {
        /// The reminders of one person and day.
        Digest = "digest",
        /// A link to sign in with.
        SignIn = "sign_in",
        /// A link to sign in with for the first time.
        Invitation = "invitation",
        /// A link to choose a new password with.
        PasswordReset = "password_reset",
        /// Something the person should know at once, such as a changed password.
        Notice = "notice",
        /// A link by which somebody without an account answers.
        Contact = "contact",
    }
}

impl MailKind {
    /// Whether it carries a link that is as good as a password: it expires soon and is not kept once it is sent.
    #[must_use]
    pub fn carries_secret(self) -> bool {
        matches!(self, Self::SignIn | Self::Invitation | Self::PasswordReset | Self::Contact)
    }

    /// Whether it waits for a working day.
    #[must_use]
    pub fn rests(self) -> bool {
        self == Self::Digest
    }
}

coded! {
    /// Where a mail stands.
    MailState {
        /// To be sent.
        Waiting = "waiting",
        /// Leased by an instance that is sending it.
        Sending = "sending",
        /// Accepted by the mail server.
        Sent = "sent",
        /// Given up after the last attempt.
        Failed = "failed",
    }
}
