//! Plans: the list, one plan narrowed by a filter, and the approval that freezes its baseline.

mod close;
pub(super) mod edit;
mod filter;
pub(super) mod life;
mod missing;
mod page;

use super::{
    Author, Services, access, change,
    paging::{PAGE_SIZE, page_of, slice},
};
use crate::store::{
    Tx, audit, baseline, costs, evidence,
    measures::{self, Scope},
    plans, standings,
};
use app::{
    api::plans::{PlanFilter, PlanList, PlanPage, PlanSummary},
    backend::{Caller, Plans},
    error::AppError,
};
use async_trait::async_trait;
use chrono::NaiveDate;
use domain::{
    people::{Action, PlanSubject},
    plan::PlanStatus,
    reports::{Picture, Tracked},
    text::{Coded, Lang},
    trail::{AuditAction, RecordKind},
};
use std::collections::HashMap;

#[async_trait]
impl Plans for Services {
    async fn list(&self, caller: &Caller, page: u32) -> Result<PlanList, AppError> {
        let today = self.clock.today();
        self.store
            .read(async |tx| {
                let visible = access::visible_plans(tx, &caller.actor).await?;
                let page = page_of(page, PAGE_SIZE, visible.len() as u64);
                let ids = slice(visible.into_iter().map(|plan| plan.id), page);
                let plans = summaries(tx, &ids, caller.lang, today).await?;
                Ok(PlanList { plans, page, may_import: caller.actor.may(Action::ImportPlan) })
            })
            .await
    }

    async fn show(&self, caller: &Caller, plan: i64, filter: &PlanFilter) -> Result<PlanPage, AppError> {
        let today = self.clock.today();
        self.store
            .read(async |tx| {
                let plan = access::plan(tx, &caller.actor, plan).await?;
                let (answered, response) = plans::recommendations(tx, plan.id).await?;
                let measures = measures::load(tx, &Scope::plan(plan.id)).await?;
                let baseline = baseline::of_plan(tx, plan.id).await?;
                let steps = life::steps(&plan, self.clock.day_of(plan.created_at), plans::movers(tx, &plan).await?);
                let may = page::May::of(&caller.actor, plan.subject());
                let only_public = !caller.actor.may(Action::ViewInternal(plan.subject()));
                let evidence = evidence::counts(tx, &Scope::plan(plan.id), only_public).await?;
                let costs = costs::load(tx, plan.id).await?;
                let parts = page::Parts { plan, answered, response, measures, baseline, costs, steps, evidence, may };
                Ok(parts.page(filter, caller.lang, today))
            })
            .await
    }

    async fn approve(&self, caller: &Caller, plan: i64, lock_version: i32) -> Result<(), AppError> {
        let author = Author::caller(caller, self.clock.now());
        self.store
            .write(async |tx| {
                let plan = access::plan(tx, &caller.actor, plan).await?;
                // Whoever may approve a draft and finds it approved was not refused: somebody else was faster.
                let draft = PlanSubject { status: PlanStatus::Draft, ..plan.subject() };
                access::require(&caller.actor, Action::ApprovePlan(draft))?;
                if plan.status != PlanStatus::Draft {
                    return Err(AppError::Conflict);
                }
                self.freeze(tx, &author, plan.id, lock_version).await
            })
            .await
    }
}

impl Services {
    /// Freezes the baseline of a draft plan: from now on the rules of `PromisedDates` refuse to correct its dates.
    /// Whoever calls has authorised it. Errors with `Conflict` when the plan changed meanwhile.
    pub async fn freeze(&self, tx: &Tx, author: &Author, plan: i64, lock_version: i32) -> Result<(), AppError> {
        let on = self.clock.today();
        plans::approve(tx, plan, lock_version, author.person, on).await?;
        baseline::freeze(tx, plan).await?;
        standings::begin(tx, &Scope::plan(plan)).await?;
        let code = |status: PlanStatus| Some(status.code().to_owned());
        let changes = [
            change("status", code(PlanStatus::Draft), code(PlanStatus::Approved)),
            change("approved_on", None, Some(on.to_string())),
        ];
        let changes = changes.into_iter().flatten().collect();
        Ok(audit::record(tx, author.entry(AuditAction::PlanApproved, RecordKind::Plan, plan, Some(plan), changes)).await?)
    }
}

async fn summaries(tx: &Tx, ids: &[i64], lang: Lang, today: NaiveDate) -> Result<Vec<PlanSummary>, AppError> {
    let mut tracked: HashMap<i64, Vec<Tracked>> = HashMap::new();
    for measure in measures::figures(tx, &Scope::plans(ids)).await? {
        tracked.entry(measure.plan_id).or_default().push(Tracked::new(measure.facts, today));
    }
    let plans = plans::load(tx, ids).await?;
    let summary = |plan: crate::store::records::Plan| PlanSummary {
        id: plan.id,
        title: plan.title.for_reader(lang),
        status: plan.status,
        source_kind: plan.source_kind,
        published_on: plan.published_on,
        picture: Picture::of(tracked.get(&plan.id).into_iter().flatten(), today),
    };
    Ok(plans.into_iter().map(summary).collect())
}
