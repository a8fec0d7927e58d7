//! Mails: what they say (`digest`, `sign_in`, `invitation`, `notice`), what they look like on the wire (`letter`) and ways to hand them over
//! (SMTP, files, memory). Nothing here knows of the database or decides who is written to.

pub mod contact;
mod decision;
pub mod digest;
mod files;
mod invitation;
mod letter;
mod mailer;
mod memory;
mod notice;
mod sign_in;
mod smtp;
pub mod wrap;

pub use decision::{Decision, Quote, decision};
pub use files::Files;
pub use invitation::{Invitation, invitation};
pub use letter::{Envelope, Letter, message_id};
pub use mailer::{InvalidSender, Mailer};
pub use memory::{Memory, Mistake};
pub use notice::{Notice, notice};
pub use sign_in::{password_reset, sign_in};
pub use smtp::{InvalidSmtpUrl, Smtp};

use async_trait::async_trait;
use std::{borrow::Cow, fmt};

/// The words of a mail, ready to be put into the outbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Composed {
    /// The subject line.
    pub subject: String,
    /// The plain text, wrapped.
    pub text: String,
    /// The same as a web page.
    pub html: String,
}

/// A way to hand a mail over.
#[async_trait]
pub trait Transport: Send + Sync + fmt::Debug {
    /// Hands one mail over; it must give up by itself after at most a minute.
    async fn send(&self, letter: &Letter) -> Result<(), SendError>;
}

/// Why a mail was not handed over: a short code that names no address, host or secret.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{code}")]
pub struct SendError {
    code: Cow<'static, str>,
    is_hopeless: bool,
}

impl SendError {
    /// Something that may pass.
    #[must_use]
    pub fn passing(code: impl Into<Cow<'static, str>>) -> Self {
        Self { code: code.into(), is_hopeless: false }
    }

    /// Something no later attempt can change.
    #[must_use]
    pub fn hopeless(code: impl Into<Cow<'static, str>>) -> Self {
        Self { code: code.into(), is_hopeless: true }
    }

    /// The code the outbox keeps.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }

    /// Whether trying again is pointless.
    #[must_use]
    pub fn is_hopeless(&self) -> bool {
        self.is_hopeless
    }
}
