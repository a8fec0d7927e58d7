//! Words of the outbox: what kinds of mail there are and where each stands.

use crate::codes::coded;

coded! {
    /// What a mail is for.
    MailKind {
        /// The reminders of one person and day.
        Digest = "digest",
        /// A link to sign in with.
        SignIn = "sign_in",
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
