//! The outbox: mails are put into it in the transaction that causes them, and sent from it afterwards, exactly once
//! but for a crash between sending and noting it, which repeats the mail under the same Message-ID.

mod sending;

pub use crate::store::outbox::NewMail;
pub use sending::{SendReport, next_attempt, send_waiting};

use crate::{
    mail::{Composed, message_id},
    store::{StoreError, Tx, outbox},
};
use chrono::{DateTime, Utc};
use domain::{
    mail::MailKind,
    text::{Email, Lang},
};
use std::sync::Arc;
use tokio::sync::Notify;
use url::Url;

/// Has the jobs of this program look into the outbox at once instead of within a minute.
#[derive(Debug, Clone, Default)]
pub struct Bell(Arc<Notify>);

impl Bell {
    /// Ring once the transaction that put a mail into the outbox is committed.
    pub fn ring(&self) {
        self.0.notify_one();
    }

    /// Waits until somebody rings.
    pub(crate) async fn rung(&self) {
        self.0.notified().await;
    }
}

/// A mail with its words; `key` makes it the only one of its kind.
#[must_use]
pub fn mail(key: String, kind: MailKind, person_id: i64, to: Email, lang: Lang, words: Composed, base_url: &Url) -> NewMail {
    NewMail {
        message_id: message_id(&key, base_url),
        dedupe_key: key,
        kind,
        person_id: Some(person_id),
        to,
        lang,
        subject: words.subject,
        text: words.text,
        html: words.html,
    }
}

/// Puts a mail into the outbox and answers its id; `None` when one with this key is there already. Ring the
/// [`Bell`] of the services once the transaction is committed if the reader is waiting for the mail.
pub async fn enqueue(tx: &Tx, mail: NewMail, now: DateTime<Utc>) -> Result<Option<i64>, StoreError> {
    outbox::insert(tx, mail, now).await
}
