//! Organisations in which nobody has an account: a coordinator sends a link that works once, somebody answers without
//! an account, and the coordinator publishes or declines what came. Nothing a contact sends changes the record by itself.

mod answer;
mod ask;
mod decide;
mod file;

use super::{Author, Services, access};
use crate::{
    files::KeptFile,
    store::{
        StoreError, Tx,
        audit::AuditEntry,
        contacts,
        measures::{self, Scope},
        plans,
        records::{Measure, Plan},
    },
};
use app::{
    api::contacts::{Answer, AnswerPage, AskForm, MeasureContacts, ProposalPage, WaitingAnswer},
    backend::{Caller, Contacts, Visitor},
    error::AppError,
};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    contacts::{LinkState, TypedAsk},
    people::Action,
    plan::PlanStatus,
    trail::{AuditAction, RecordKind},
};
use serde::{Deserialize, Serialize};

/// What a contact sent, as a proposal keeps it.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Sent {
    /// What was typed.
    answer: Answer,
    /// The file that came with it.
    file: Option<KeptFile>,
}

#[async_trait]
impl Contacts for Services {
    async fn ask_form(&self, caller: &Caller, measure: i64) -> Result<AskForm, AppError> {
        self.store.read(async |tx: &Tx| self.form_to_ask(tx, caller, measure).await).await
    }

    async fn ask(&self, caller: &Caller, measure: i64, also: &[i64], typed: &TypedAsk) -> Result<(), AppError> {
        self.store.write(async |tx| self.send_links(tx, caller, measure, also, typed).await).await?;
        self.bell.ring();
        Ok(())
    }

    async fn of_measure(&self, caller: &Caller, measure: i64) -> Result<Option<MeasureContacts>, AppError> {
        self.store.read(async |tx: &Tx| self.links_of(tx, caller, measure).await).await
    }

    async fn revoke(&self, caller: &Caller, link: i64) -> Result<i64, AppError> {
        self.store.write(async |tx| self.take_link_back(tx, caller, link).await).await
    }

    async fn open(&self, visitor: &Visitor, token: &str) -> Result<AnswerPage, AppError> {
        self.store.read(async |tx: &Tx| self.page_behind(tx, visitor, token).await).await
    }

    async fn answer(&self, visitor: &Visitor, token: &str, answer: &Answer) -> Result<(), AppError> {
        // Counted by itself, so that an answer that is refused stays counted.
        self.store.write(async |tx| self.count_answer(tx, visitor, token).await).await?;
        let sent = Sent { answer: answer.clone(), file: None };
        self.store.write(async |tx| self.receive(tx, visitor, token, &sent).await).await?;
        self.bell.ring();
        Ok(())
    }

    async fn proposal(&self, caller: &Caller, proposal: i64) -> Result<ProposalPage, AppError> {
        self.store.read(async |tx: &Tx| self.beside(tx, caller, proposal).await).await
    }

    async fn publish(&self, caller: &Caller, proposal: i64, lock_version: i32, measure_version: i32) -> Result<i64, AppError> {
        let taken = async |tx: &Tx| self.take_over(tx, caller, (proposal, lock_version), measure_version).await;
        let measure = self.store.write(taken).await?;
        self.bell.ring();
        Ok(measure)
    }

    async fn decline(&self, caller: &Caller, proposal: i64, lock_version: i32, reason: &str) -> Result<(), AppError> {
        let file = self.store.write(async |tx| self.leave_out(tx, caller, (proposal, lock_version), reason).await).await?;
        // What is not part of the record is not kept.
        if let Some(file) = file {
            self.files.forget(&file).await;
        }
        Ok(())
    }

    async fn waiting(&self, caller: &Caller) -> Result<Vec<WaitingAnswer>, AppError> {
        self.store.read(async |tx: &Tx| decide::waiting(tx, caller).await).await
    }
}

/// A measure whose coordinator the caller is. Errors with `NotFound` or `NotAllowed`.
async fn coordinated(tx: &Tx, caller: &Caller, measure: i64) -> Result<(Measure, Plan), AppError> {
    let (measure, plan) = access::measure(tx, &caller.actor, measure).await?;
    access::require(&caller.actor, Action::WatchReporting(plan.subject()))?;
    Ok((measure, plan))
}

/// What one may not do about a contact, one may not know of either.
fn unknown(error: AppError) -> AppError {
    match error {
        AppError::NotAllowed => AppError::NotFound,
        other => other,
    }
}

/// A measure with its plan, for somebody whom the link lets see it.
async fn behind_link(tx: &Tx, link: &contacts::Link) -> Result<(Measure, Plan), AppError> {
    let measure = measures::load(tx, &Scope::ids(&[link.measure_id])).await?.pop().ok_or(AppError::NotFound)?;
    let plan = plans::find(tx, measure.figures.plan_id).await?.ok_or(AppError::NotFound)?;
    Ok((measure, plan))
}

/// Where a link stands. Whatever happened to the measure meanwhile is not a contact's to know: an answer is just not
/// needed any more.
fn state_of(link: &contacts::Link, measure: &Measure, plan: &Plan, now: DateTime<Utc>) -> LinkState {
    let is_over = !measure.figures.facts.status.is_live() || plan.status != PlanStatus::Approved;
    match link.state(now) {
        LinkState::Open if is_over => LinkState::Revoked,
        state => state,
    }
}

/// Who answers, as the record names them: for the organisation that was asked, whoever leads the measure since.
fn named(link: &contacts::Link) -> String {
    match &link.organisation {
        Some(organisation) => format!("{}, {organisation}", link.name),
        None => link.name.clone(),
    }
}

/// Takes back every link about a measure that waits, since another organisation answers for it from now on. The audit
/// rows are for whoever ends the transaction to record.
pub(super) async fn revoke_open(tx: &Tx, author: &Author, (measure, plan): (i64, i64)) -> Result<Vec<AuditEntry>, AppError> {
    let mut entries = Vec::new();
    for link in contacts::open_links(tx, measure, author.at).await? {
        if contacts::revoke(tx, link.id, author.at).await? {
            let changes = vec![("contact".to_owned(), Some(named(&link)), None)];
            entries.push(author.entry(AuditAction::ContactRevoked, RecordKind::ContactLink, link.id, Some(plan), changes));
        }
    }
    Ok(entries)
}

fn kept(sent: &Sent) -> Result<String, AppError> {
    Ok(serde_json::to_string(sent).map_err(|error| StoreError::impossible("proposal", 0, error))?)
}

fn unwritten(error: askama::Error) -> AppError {
    tracing::error!(%error, "a mail about a contact could not be written");
    AppError::Internal
}
