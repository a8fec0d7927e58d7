//! A mail as it goes over the wire: headers, both bodies, and an id that is the same on every attempt.

use super::{Composed, SendError};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    mail::MailKind,
    text::{Coded, Lang},
};
use lettre::{
    Message,
    message::{
        Mailbox, MultiPart,
        header::{HeaderName, HeaderValue},
    },
};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use url::Url;

/// One mail, ready to be handed over.
#[derive(Debug, Clone)]
pub struct Letter {
    /// Its number in the outbox.
    pub outbox_id: i64,
    /// The address.
    pub to: String,
    /// The day it was written.
    pub written_on: NaiveDate,
    /// The whole message.
    pub message: Message,
}

/// What a letter is made of, as the outbox keeps it.
#[derive(Debug, Clone)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Envelope<'a> {
    pub outbox_id: i64,
    pub kind: MailKind,
    pub to: &'a str,
    pub lang: Lang,
    pub words: &'a Composed,
    pub message_id: &'a str,
    pub written_at: DateTime<Utc>,
    pub written_on: NaiveDate,
}

impl Letter {
    /// Errors when the address cannot be written to at all.
    pub(super) fn new(from: &Mailbox, host: &str, envelope: &Envelope<'_>) -> Result<Self, SendError> {
        let to: lettre::Address = envelope.to.parse().map_err(|_| SendError::hopeless("address"))?;
        let mut builder = Message::builder()
            .from(from.clone())
            .to(Mailbox::new(None, to))
            .subject(envelope.words.subject.as_str())
            .date(envelope.written_at.into())
            .message_id(Some(envelope.message_id.to_owned()))
            .raw_header(raw("Auto-Submitted", "auto-generated"))
            .raw_header(raw("X-Auto-Response-Suppress", "All"))
            .raw_header(raw("Content-Language", envelope.lang.code()));
        if envelope.kind == MailKind::Digest {
            builder = builder.raw_header(raw("List-Id", &format!("Suivi <reminders.{host}>")));
        }
        let bodies = MultiPart::alternative_plain_html(envelope.words.text.clone(), envelope.words.html.clone());
        let message = builder.multipart(bodies).map_err(|_| SendError::hopeless("message"))?;
        Ok(Self { outbox_id: envelope.outbox_id, to: envelope.to.to_owned(), written_on: envelope.written_on, message })
    }
}

fn raw(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

/// The Message-ID of the mail with this key: the same on every attempt and every instance, so that a mail program
/// shows a repeated mail once. It does not give the key away.
#[must_use]
pub fn message_id(dedupe_key: &str, base_url: &Url) -> String {
    let digest = Sha256::digest(dedupe_key.as_bytes());
    let hash = digest.iter().take(16).fold(String::with_capacity(32), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    });
    format!("<{hash}@{}>", host(base_url))
}

/// The host people know the instance by.
pub(super) fn host(base_url: &Url) -> &str {
    base_url.host_str().unwrap_or("localhost")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_message_id_depends_on_the_key_and_the_host_only() {
        let base = Url::parse("https://suivi.example.ca/x").expect("a URL");
        let id = message_id("digest:3:2018-04-30", &base);
        assert_eq!(id, message_id("digest:3:2018-04-30", &base));
        assert_ne!(id, message_id("digest:4:2018-04-30", &base));
        assert!(id.ends_with("@suivi.example.ca>") && id.len() == 32 + "<@suivi.example.ca>".len());
    }
}
