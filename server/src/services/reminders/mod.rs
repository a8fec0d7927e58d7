//! Reminders: who is to be told what on a day, and the one digest per person that says it.
//!
//! Everything is computed from dates and the delivery record, so that a missed run loses nothing and a run too many
//! says nothing twice.

mod addressing;
mod gather;
mod text;

pub use text::{preview_text, report_text, sent_text};

use super::{Services, outbox};
use crate::{
    mail::digest::{Digest, Line, Subject, compose},
    store::{
        StoreError,
        audit::{self, AuditEntry},
        reminders::{self, NewReminder},
    },
};
use chrono::NaiveDate;
use domain::{
    calendar::is_working_day,
    mail::MailKind,
    trail::{AuditAction, RecordKind},
};

/// At most so many digests in one run; the next run goes on.
const DIGESTS_PER_RUN: usize = 1_000;

/// Who would get what.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Preview {
    /// One digest per person, by name.
    pub digests: Vec<Digest>,
    /// Lines nobody can be told.
    pub unaddressed: Vec<Line>,
}

/// What a run put into the outbox.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Report {
    /// New mails.
    pub digests: usize,
    /// The reminders in them.
    pub lines: usize,
    /// Mails that could not be put into the outbox; the next run tries again.
    pub failed: usize,
}

/// Why a digest did not get into the outbox.
#[derive(Debug, thiserror::Error)]
enum Refused {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("the mail could not be written: {0}")]
    Words(#[from] askama::Error),
}

/// Who would get what on a day: nobody on week-ends and holidays. Writes nothing.
pub async fn preview(services: &Services, today: NaiveDate) -> Result<Preview, StoreError> {
    if !is_working_day(today) {
        return Ok(Preview::default());
    }
    let facts = gather::facts(services, today).await?;
    Ok(addressing::digests(facts, today))
}

/// Puts the digests of a day into the outbox, each in one transaction with its delivery record and its audit row.
/// Whatever the number of runs and instances, a person gets one digest a day.
pub async fn enqueue(services: &Services, today: NaiveDate) -> Result<Report, StoreError> {
    let preview = preview(services, today).await?;
    let mut report = Report::default();
    for digest in preview.digests.iter().take(DIGESTS_PER_RUN) {
        match put(services, digest).await {
            Ok(true) => {
                report.digests += 1;
                report.lines += digest.lines().count();
            }
            // Another run was faster, today or on the day before.
            Ok(false) | Err(Refused::Store(StoreError::Conflict)) => {}
            Err(error) => {
                tracing::error!(%error, person = digest.to.id, "a digest could not be put into the outbox");
                report.failed += 1;
            }
        }
    }
    if !preview.unaddressed.is_empty() {
        tracing::warn!(lines = preview.unaddressed.len(), "reminders nobody can be told");
    }
    Ok(report)
}

/// Whether the digest was the first of its person and day.
async fn put(services: &Services, digest: &Digest) -> Result<bool, Refused> {
    let words = compose(digest, &services.settings.base_url)?;
    let (to, now) = (&digest.to, services.clock.now());
    let key = format!("digest:{}:{}", to.id, digest.on);
    let mail = outbox::mail(key, MailKind::Digest, to.id, to.email.clone(), to.lang, words, &services.settings.base_url);
    let put = services.store.write(async |tx| {
        let Some(outbox_id) = outbox::enqueue(tx, mail, now).await? else { return Ok(false) };
        reminders::record(tx, to.id, outbox_id, digest.lines().map(record).collect()).await?;
        let changes = vec![
            ("person".to_owned(), None, Some(to.id.to_string())),
            ("lines".to_owned(), None, Some(digest.lines().count().to_string())),
        ];
        let entry = AuditEntry {
            at: now,
            person_id: None,
            request_id: format!("reminders-{}", digest.on),
            action: AuditAction::MailQueued,
            record: RecordKind::Outbox,
            record_id: outbox_id,
            plan_id: None,
            changes,
        };
        audit::record(tx, entry).await?;
        Ok::<_, StoreError>(true)
    });
    Ok(put.await?)
}

fn record(line: &Line) -> NewReminder {
    NewReminder {
        measure_id: line.measure,
        deliverable_id: match line.subject {
            Subject::Measure(_) => None,
            Subject::Deliverable(id) => Some(id),
        },
        subject_key: line.subject.key(),
        occurrence_key: line.occurrence.key(),
    }
}
