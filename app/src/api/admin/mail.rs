//! The outbox as administrators and coordinators watch it.

use crate::{
    api::common::PageInfo,
    error::AppError,
    request::{backend, caller},
};
use chrono::{DateTime, Utc};
use domain::{
    mail::{MailKind, MailState},
    text::Lang,
};
use leptos::server;
use serde::{Deserialize, Serialize};

/// What the list is narrowed to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailFilter {
    /// Those that stand there.
    pub state: Option<MailState>,
    /// Those of this kind.
    pub kind: Option<MailKind>,
    /// Words of the name or the address of who gets it.
    pub text: String,
}

/// One mail in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailRow {
    /// Its number.
    pub id: i64,
    /// What it is for.
    pub kind: MailKind,
    /// Where it stands.
    pub state: MailState,
    /// The name of who gets it.
    pub person: Option<String>,
    /// The address.
    pub to: String,
    /// The subject line.
    pub subject: String,
    /// How often it was tried.
    pub attempts: i32,
    /// What went wrong last, as a code.
    pub error: Option<String>,
    /// When it is tried next.
    pub next_attempt: Option<DateTime<Utc>>,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    /// When it was sent.
    pub sent_at: Option<DateTime<Utc>>,
    /// Whether it can be sent again: it was given up, and its words were kept.
    pub may_retry: bool,
    /// Guards the retry.
    pub lock_version: i32,
}

/// The list, failures first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailList {
    /// This page of it.
    pub rows: Vec<MailRow>,
    /// Which page.
    pub page: PageInfo,
    /// How many given-up mails could be sent again, whatever the filter.
    pub retryable: u64,
}

/// One mail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailPage {
    /// What the list shows.
    pub row: MailRow,
    /// The language of its words.
    pub lang: Lang,
    /// Its plain text; none for mails that carry a secret.
    pub text: Option<String>,
}

/// Sends a given-up mail again.
#[server(prefix = "/do", endpoint = "retry-mail")]
pub async fn retry_mail(
    /// The number of the mail.
    mail: i64,
    /// Guards against sending what another instance is sending.
    lock_version: i32,
) -> Result<(), AppError> {
    backend().mail.retry(&caller()?, mail, lock_version).await?;
    leptos_axum::redirect("/admin/mail?done=mail-retried");
    Ok(())
}

/// Sends every given-up mail again.
#[server(prefix = "/do", endpoint = "retry-mails")]
pub async fn retry_mails() -> Result<(), AppError> {
    backend().mail.retry_all(&caller()?).await?;
    leptos_axum::redirect("/admin/mail?done=mails-retried");
    Ok(())
}
