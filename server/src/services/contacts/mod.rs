//! Organisations in which nobody has an account: a coordinator sends a link that works once, somebody answers without
//! an account, and the coordinator publishes or declines what came. Nothing a contact sends changes the record by itself.

mod answer;
mod ask;
mod decide;

use super::{Services, access};
use crate::store::{
    StoreError, Tx, contacts,
    measures::{self, Scope},
    plans,
    records::{Measure, Plan},
};
use app::{
    api::contacts::{Answer, AnswerPage, AskForm, MeasureContacts, ProposalPage, WaitingAnswer},
    backend::{Caller, Contacts, Visitor},
    error::AppError,
};
use async_trait::async_trait;
use domain::{contacts::TypedAsk, people::Action};

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
        self.store.write(async |tx| self.receive(tx, visitor, token, answer).await).await?;
        self.bell.ring();
        Ok(())
    }

    async fn proposal(&self, caller: &Caller, proposal: i64) -> Result<ProposalPage, AppError> {
        self.store.read(async |tx: &Tx| self.beside(tx, caller, proposal).await).await
    }

    async fn publish(&self, caller: &Caller, proposal: i64, lock_version: i32, measure_version: i32) -> Result<i64, AppError> {
        self.store.write(async |tx| self.take_over(tx, caller, (proposal, lock_version), measure_version).await).await
    }

    async fn decline(&self, caller: &Caller, proposal: i64, lock_version: i32, reason: &str) -> Result<(), AppError> {
        self.store.write(async |tx| self.leave_out(tx, caller, (proposal, lock_version), reason).await).await
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

/// A measure with its plan, for somebody whom the link lets see it.
async fn behind_link(tx: &Tx, link: &contacts::Link) -> Result<(Measure, Plan), AppError> {
    let measure = measures::load(tx, &Scope::ids(&[link.measure_id])).await?.pop().ok_or(AppError::NotFound)?;
    let plan = plans::find(tx, measure.figures.plan_id).await?.ok_or(AppError::NotFound)?;
    Ok((measure, plan))
}

/// Who answers, as the record names them.
fn named(link: &contacts::Link, measure: &Measure) -> String {
    match &measure.lead {
        Some(lead) => format!("{}, {}", link.name, lead.code),
        None => link.name.clone(),
    }
}

fn kept(answer: &Answer) -> Result<String, AppError> {
    Ok(serde_json::to_string(answer).map_err(|error| StoreError::impossible("proposal", 0, error))?)
}

fn unwritten(error: askama::Error) -> AppError {
    tracing::error!(%error, "a mail about a contact could not be written");
    AppError::Internal
}
