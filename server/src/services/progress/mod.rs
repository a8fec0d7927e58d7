//! Reporting progress: the form of one measure and of many, drafts, and who has not reported.

mod changes;
mod drafts;
mod many;
mod reporting;
mod write;

pub(super) use write::{Accepted, Reporter};

use super::{Author, Services, access, views};
use crate::store::{Tx, audit, updates};
use app::{
    api::{
        many::{LeftRow, OwnPage},
        progress::{ProgressForm, WaitingDraft},
        reporting::Reporting,
    },
    backend::{Caller, Progress},
    error::AppError,
};
use async_trait::async_trait;
use domain::{
    dates::ReportingPeriod,
    people::Action,
    progress::{TypedProgress, TypedRow},
};
use std::collections::BTreeMap;

#[async_trait]
impl Progress for Services {
    async fn form(&self, caller: &Caller, measure: i64) -> Result<ProgressForm, AppError> {
        let today = self.clock.today();
        self.store
            .read(async |tx| {
                let (measure, plan) = access::measure(tx, &caller.actor, measure).await?;
                access::require(&caller.actor, Action::ReportProgress(measure.subject(plan.subject())))?;
                let last = updates::page(tx, measure.figures.id, 0, 1).await?.pop();
                Ok(ProgressForm {
                    measure: views::measure(&measure, caller.lang, today),
                    plan_id: plan.id,
                    plan_title: plan.title.for_reader(caller.lang),
                    period: ReportingPeriod::of(today),
                    last: last.map(|update| views::update(&update, caller.lang)),
                    draft: drafts::of(tx, &measure, caller.actor.person).await?,
                    lock_version: measure.lock_version,
                })
            })
            .await
    }

    async fn record(&self, caller: &Caller, measure: i64, lock_version: i32, typed: &TypedProgress) -> Result<(), AppError> {
        self.store
            .write(async |tx| {
                let (measure, plan) = access::measure(tx, &caller.actor, measure).await?;
                let action = Action::ReportProgress(measure.subject(plan.subject()));
                access::require(&caller.actor, action)?;
                let author = Author::acting(caller, self.clock.now(), action);
                if measure.lock_version != lock_version {
                    return Err(AppError::Conflict);
                }
                let accepted = Accepted::of(tx, &author, (&measure, &plan), typed).await?;
                let reporter = Reporter::own(caller);
                let entry = self.write_report(tx, (caller, &author), reporter, (&measure, &plan), &accepted).await?;
                Ok::<_, AppError>(audit::record(tx, entry).await?)
            })
            .await?;
        self.bell.ring();
        Ok(())
    }

    async fn save_draft(&self, caller: &Caller, measure: i64, lock_version: i32, typed: &TypedProgress) -> Result<(), AppError> {
        self.store.write(async |tx| self.keep_draft(tx, caller, measure, lock_version, typed).await).await
    }

    async fn discard_draft(&self, caller: &Caller, measure: i64) -> Result<(), AppError> {
        self.store
            .write(async |tx| {
                access::measure(tx, &caller.actor, measure).await?;
                Ok(crate::store::drafts::remove(tx, measure, caller.actor.person).await?)
            })
            .await
    }

    async fn drafts(&self, caller: &Caller) -> Result<Vec<WaitingDraft>, AppError> {
        self.store.read(async |tx: &Tx| drafts::waiting(tx, caller).await).await
    }

    async fn own(&self, caller: &Caller, page: u32) -> Result<OwnPage, AppError> {
        let today = self.clock.today();
        self.store.read(async |tx: &Tx| many::page(tx, caller, page, today).await).await
    }

    async fn left(&self, caller: &Caller, measures: &[i64]) -> Result<Vec<LeftRow>, AppError> {
        self.store.read(async |tx: &Tx| many::left(tx, caller, measures).await).await
    }

    async fn record_many(&self, caller: &Caller, rows: &BTreeMap<i64, TypedRow>, text_lang: &str) -> Result<usize, AppError> {
        let written = self.store.write(async |tx| self.write_many(tx, caller, rows, text_lang).await).await?;
        self.bell.ring();
        Ok(written)
    }

    async fn save_drafts(&self, caller: &Caller, rows: &BTreeMap<i64, TypedRow>, text_lang: &str) -> Result<(), AppError> {
        let all = self.store.write(async |tx| self.keep_drafts(tx, caller, rows, text_lang).await).await?;
        if all { Ok(()) } else { Err(AppError::Conflict) }
    }

    async fn reporting(&self, caller: &Caller, plan: i64) -> Result<Reporting, AppError> {
        let (today, now) = (self.clock.today(), self.clock.now());
        self.store.read(async |tx: &Tx| reporting::page(tx, caller, plan, today, now).await).await
    }
}
