//! The audit trail: the history of each record, for those who may see the record.

mod behind;
mod log;
mod names;
mod text;

pub(super) use behind::group_number;
pub use log::Exported;
pub use text::audit_text;

use super::{
    Services, access, comments, evidence,
    paging::{offset, page_of},
};
use crate::store::{
    Tx,
    audit::{self, Which},
    contacts, costs, imports, people_imports, plans,
};
use app::{
    api::trail::{HistoryEntry, HistoryPage},
    backend::{Caller, Trail},
    error::AppError,
    request::FormFailure,
};
use async_trait::async_trait;
use domain::{
    people::Action,
    text::{Coded, Lang},
    trail::RecordKind,
};

/// How many rows of a history are shown at once.
const ROWS: u32 = 20;

#[async_trait]
impl Trail for Services {
    async fn history(&self, caller: &Caller, record: RecordKind, id: i64, page: u32) -> Result<HistoryPage, AppError> {
        self.store
            .read(async |tx| {
                require_sight(tx, caller, record, id).await?;
                history(tx, &Which::record(record, id), record, page, caller.lang).await
            })
            .await
    }

    async fn evidence_history(&self, caller: &Caller, measure: i64, page: u32) -> Result<HistoryPage, AppError> {
        self.store
            .read(async |tx| {
                let (measure, plan) = access::measure(tx, &caller.actor, measure).await?;
                let known = evidence::known(tx, caller, &measure, &plan).await?;
                // Which of the pieces a row is about is told by what it says of it.
                history(tx, &Which::all(RecordKind::Evidence, &known), RecordKind::Evidence, page, caller.lang).await
            })
            .await
    }

    async fn behind(&self, caller: &Caller, failed: &FormFailure) -> Result<Vec<HistoryEntry>, AppError> {
        self.store.read(async |tx| behind::changes(tx, caller, failed).await).await
    }
}

/// One page of the history of records of a kind, newest first. Whoever calls has made sure that they may be seen.
async fn history(tx: &Tx, which: &Which, record: RecordKind, page: u32, lang: Lang) -> Result<HistoryPage, AppError> {
    let page = page_of(page, ROWS, audit::history_length(tx, which).await?);
    let rows = audit::history(tx, which, offset(page), page.size.into()).await?;
    let names = names::of(tx, &rows, lang).await?;
    // The record itself is what the page is about; only its parts are named.
    let entry = |row: audit::Recorded| {
        let is_part = row.record != record.code();
        names.entry(row, is_part)
    };
    Ok(HistoryPage { entries: rows.into_iter().map(entry).collect(), page })
}

/// Errors with `NotFound` unless the caller may see the record.
async fn require_sight(tx: &Tx, caller: &Caller, record: RecordKind, id: i64) -> Result<(), AppError> {
    let actor = &caller.actor;
    match record {
        RecordKind::Plan => access::plan(tx, actor, id).await.map(drop),
        RecordKind::Measure => access::measure(tx, actor, id).await.map(drop),
        RecordKind::Person if actor.person == id => Ok(()),
        RecordKind::Person => access::known(actor, Action::ManagePeople),
        RecordKind::Organisation => access::known(actor, Action::ManageOrganisations),
        RecordKind::Setting => access::known(actor, Action::ManageSettings),
        RecordKind::Cost => {
            let cost = costs::find(tx, id).await?.ok_or(AppError::NotFound)?;
            let plan = access::plan(tx, actor, cost.plan_id).await?;
            access::known(actor, Action::ViewReports(plan.subject()))
        }
        // Not every reader of a measure may know of the comments on it.
        RecordKind::Comment => comments::require_sight(tx, caller, id).await,
        // Who was asked, and what was refused and why, is not every reader's to know.
        RecordKind::ContactLink => {
            let link = contacts::link(tx, id).await?.ok_or(AppError::NotFound)?;
            let (_, plan) = access::measure(tx, actor, link.measure_id).await?;
            access::known(actor, Action::WatchReporting(plan.subject()))
        }
        RecordKind::Recommendation | RecordKind::Response => {
            let plan = plans::plan_of(tx, record, id).await?.ok_or(AppError::NotFound)?;
            access::plan(tx, actor, plan).await.map(drop)
        }
        RecordKind::Evidence => evidence::require_sight(tx, caller, id).await,
        RecordKind::Outbox => access::known(actor, Action::WatchMail),
        // A preview is its maker's alone.
        RecordKind::ImportDraft => imports::find(tx, id, actor.person).await?.map(drop).ok_or(AppError::NotFound),
        RecordKind::PeopleImport => people_imports::find(tx, id, actor.person).await?.map(drop).ok_or(AppError::NotFound),
        RecordKind::Audit => access::known(actor, Action::ReadLog),
    }
}
