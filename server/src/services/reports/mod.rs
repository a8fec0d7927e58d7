//! The status report of a meeting and the overdue summary: authorise, read everything in a fixed number of queries,
//! then compute. The arithmetic is the domain's.

mod meeting;
mod overdue;
mod past;
mod program;

pub use program::{PlanMatch, program_caller};

use super::Services;
use crate::store::{Tx, plans, records::Plan};
use app::{
    api::reports::{MeetingReport, OverdueSummary},
    backend::{Caller, Reports},
    error::AppError,
};
use async_trait::async_trait;
use chrono::NaiveDate;
use domain::{
    people::{Action, Actor},
    plan::PlanStatus,
};

#[async_trait]
impl Reports for Services {
    async fn meeting(&self, caller: &Caller, plan: i64, date: Option<NaiveDate>) -> Result<MeetingReport, AppError> {
        let today = self.clock.today();
        self.store
            .read(async |tx| {
                let plan = readable_plan(tx, &caller.actor, plan).await?;
                let internal = caller.actor.may(Action::ViewInternal(plan.subject()));
                let record = meeting::Record::load(tx, plan, internal, self.clock.zone()).await?;
                Ok(record.report(caller.lang, date, today))
            })
            .await
    }

    async fn overdue(&self, caller: &Caller, plan: Option<i64>, date: Option<NaiveDate>) -> Result<OverdueSummary, AppError> {
        let today = self.clock.today();
        let cut_off = date.map_or(today, |date| date.min(today));
        self.store
            .read(async |tx| {
                let plans = match plan {
                    Some(plan) => vec![readable_plan(tx, &caller.actor, plan).await?],
                    None => plans_in_force(tx, &caller.actor).await?,
                };
                let record = overdue::Record::load(tx, plans, self.clock.zone()).await?;
                Ok(record.summary(caller.lang, cut_off))
            })
            .await
    }
}

/// A plan whose reports the person may read. Errors with `NotFound`, and with `DraftPlan` while it promises nothing.
async fn readable_plan(tx: &Tx, actor: &Actor, id: i64) -> Result<Plan, AppError> {
    let plan = plans::find(tx, id).await?.ok_or(AppError::NotFound)?;
    match plan.status {
        _ if !actor.may(Action::ViewReports(plan.subject())) => Err(AppError::NotFound),
        PlanStatus::Draft => Err(AppError::DraftPlan(id)),
        PlanStatus::Approved | PlanStatus::Closed => Ok(plan),
    }
}

/// The approved plans whose reports the person may read: drafts promise nothing yet, closed plans owe nothing.
async fn plans_in_force(tx: &Tx, actor: &Actor) -> Result<Vec<Plan>, AppError> {
    let subjects = plans::subjects(tx).await?.into_iter();
    let readable = subjects.filter(|plan| plan.status == PlanStatus::Approved && actor.may(Action::ViewReports(*plan)));
    let ids: Vec<i64> = readable.map(|plan| plan.id).collect();
    Ok(plans::load(tx, &ids).await?)
}
