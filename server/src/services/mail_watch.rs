//! The outbox as administrators and coordinators watch it: which mails failed and why, and sending them again.

use super::{
    Author, Services, access,
    paging::{PAGE_SIZE, offset, page_of},
};
use crate::store::{
    Tx, audit,
    directory::{self},
    mail_watch::{self, Narrowed, Watched},
    passwords, people,
};
use app::{
    api::admin::mail::{MailFilter, MailList, MailPage, MailRow},
    backend::{Caller, Mail},
    error::AppError,
};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    mail::MailState,
    people::Action,
    problem::{Problem, ProblemCode},
    text::{Coded, fold},
    trail::{AuditAction, RecordKind},
};

/// At most so many people are looked for by name.
const PEOPLE: usize = 500;

#[async_trait]
impl Mail for Services {
    async fn list(&self, caller: &Caller, filter: &MailFilter, page: u32) -> Result<MailList, AppError> {
        access::known(&caller.actor, Action::WatchMail)?;
        let now = self.clock.now();
        self.store
            .read(async |tx| {
                let to = recipients(tx, &filter.text, now).await?;
                let narrowed = Narrowed { state: filter.state, kind: filter.kind, to };
                let page = page_of(page, PAGE_SIZE, mail_watch::count(tx, &narrowed).await?);
                let found = mail_watch::page(tx, &narrowed, offset(page), page.size.into()).await?;
                let retryable = mail_watch::count_retryable(tx).await?;
                let ids: Vec<i64> = found.iter().filter_map(|mail| mail.person_id).collect();
                let names = people::names(tx, &ids).await?;
                let name = |mail: &Watched| mail.person_id.and_then(|id| names.get(&id).cloned());
                let rows = found.into_iter().map(|mail| row(name(&mail), mail)).collect();
                Ok(MailList { rows, page, retryable })
            })
            .await
    }

    async fn show(&self, caller: &Caller, mail: i64) -> Result<MailPage, AppError> {
        access::known(&caller.actor, Action::WatchMail)?;
        self.store
            .read(async |tx| {
                let mut found = mail_watch::find(tx, mail).await?.ok_or(AppError::NotFound)?;
                let ids: Vec<i64> = found.person_id.into_iter().collect();
                let name = people::names(tx, &ids).await?.into_values().next();
                Ok(MailPage { lang: found.lang, text: found.text.take(), row: row(name, found) })
            })
            .await
    }

    async fn retry(&self, caller: &Caller, mail: i64, lock: i32) -> Result<(), AppError> {
        access::known(&caller.actor, Action::WatchMail)?;
        let (author, now) = (Author::caller(caller, self.clock.now()), self.clock.now());
        self.store
            .write(async |tx| {
                let found = mail_watch::find(tx, mail).await?.ok_or(AppError::NotFound)?;
                if let Some(reader) = found.person_id
                    && passwords::holder(tx, reader).await?.is_none()
                {
                    return Err(AppError::Invalid(vec![Problem::new("mail_person", ProblemCode::NoLongerHere)]));
                }
                mail_watch::retry(tx, mail, lock, now).await?;
                Ok::<_, AppError>(audit::record(tx, entry(&author, mail, found.last_error)).await?)
            })
            .await?;
        self.bell.ring();
        Ok(())
    }

    async fn retry_all(&self, caller: &Caller) -> Result<u64, AppError> {
        access::known(&caller.actor, Action::WatchMail)?;
        let (author, now) = (Author::caller(caller, self.clock.now()), self.clock.now());
        let retried = self
            .store
            .write(async |tx| {
                let all = mail_watch::all_retryable(tx).await?;
                let ids: Vec<i64> = all.iter().map(|(id, _)| *id).collect();
                mail_watch::retry_all(tx, &ids, now).await?;
                audit::record_all(tx, all.into_iter().map(|(id, error)| entry(&author, id, error)).collect()).await?;
                Ok::<_, AppError>(ids.len() as u64)
            })
            .await?;
        self.bell.ring();
        Ok(retried)
    }
}

fn entry(author: &Author, mail: i64, error: Option<String>) -> audit::AuditEntry {
    let state = |state: MailState| Some(state.code().to_owned());
    let changes = vec![
        ("mail_state".to_owned(), state(MailState::Failed), state(MailState::Waiting)),
        ("last_error".to_owned(), error, None),
    ];
    author.entry(AuditAction::MailRetried, RecordKind::Outbox, mail, None, changes)
}

/// The people whose name or address holds all the words, and the words for addresses nobody has any more.
async fn recipients(tx: &Tx, text: &str, now: DateTime<Utc>) -> Result<Option<(Vec<i64>, String)>, AppError> {
    let words = fold(text);
    if words.trim().is_empty() {
        return Ok(None);
    }
    let mut everybody = directory::entries(tx, &directory::Narrowed::default(), now).await?;
    let archived = directory::Narrowed { state: Some(domain::people::PersonState::Archived), ..Default::default() };
    everybody.extend(directory::entries(tx, &archived, now).await?);
    let named = everybody.into_iter().filter(|(_, name, email)| {
        let said = fold(&format!("{name}\n{email}"));
        words.split_whitespace().all(|word| said.contains(word))
    });
    Ok(Some((named.map(|(id, ..)| id).take(PEOPLE).collect(), words.trim().to_owned())))
}

fn row(person: Option<String>, mail: Watched) -> MailRow {
    let waits = mail.state == MailState::Waiting;
    MailRow {
        may_retry: mail.state == MailState::Failed && !mail.kind.carries_secret(),
        next_attempt: waits.then_some(mail.not_before),
        id: mail.id,
        kind: mail.kind,
        state: mail.state,
        person,
        to: mail.to,
        subject: mail.subject,
        attempts: mail.attempts,
        error: mail.last_error,
        created_at: mail.created_at,
        sent_at: mail.sent_at,
        lock_version: mail.lock_version,
    }
}
