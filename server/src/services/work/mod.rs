//! My work: what is asked of a person, most urgent first.

mod asks;

use self::asks::{Ask, Asker, Waiting};
use super::{
    Services, access,
    paging::{PAGE_SIZE, page_of, slice},
    views,
};
use crate::store::{
    Tx, comments, decisions, directory,
    measures::{self, Scope},
    people, plans,
    records::{Measure, Plan},
};
use app::{
    api::work::{DraftPlan, WorkItem, WorkPage},
    backend::{Caller, Work},
    error::AppError,
};
use async_trait::async_trait;
use chrono::NaiveDate;
use domain::{
    people::{Action, Role},
    plan::PlanStatus,
    text::Lang,
};
use std::collections::HashMap;

#[async_trait]
impl Work for Services {
    async fn show(&self, caller: &Caller, page: u32) -> Result<WorkPage, AppError> {
        let today = self.clock.today();
        let actor = &caller.actor;
        self.store
            .read(async |tx| {
                let visible = access::visible_plans(tx, actor).await?;
                let staffed = people::organisations_with_leads(tx).await?;
                let asker = Asker::new(actor, &visible, &staffed, today);
                let scope = asker.scope();
                let candidates = measures::figures(tx, &scope).await?;
                let waiting = Waiting {
                    requests: decisions::open_requests(tx, &scope).await?,
                    claimants: decisions::claimants(tx, &scope).await?,
                    returned: decisions::returned(tx, &scope).await?,
                    handed_over: decisions::handed_over(tx, &scope).await?,
                    proposals: proposals(tx, &scope).await?,
                    owners: people::active_owners(tx, &scope).await?,
                    late_deliverables: measures::late_deliverables(tx, &scope, &candidates, today).await?,
                };
                let (asks, quiet) = asker.sort(&candidates, &waiting);
                let page = page_of(page, PAGE_SIZE, asks.len() as u64);
                let overdue = asks.iter().filter(|ask| ask.overdue).count() as u64;
                let drafts = visible.iter().filter(|plan| actor.may(Action::ApprovePlan(**plan))).map(|plan| plan.id);
                Ok(WorkPage {
                    name: actor.name.clone(),
                    today,
                    items: items(tx, slice(asks, page), caller.lang, today).await?,
                    page,
                    overdue,
                    drafts: draft_plans(tx, drafts.collect(), caller.lang).await?,
                    quiet,
                    is_lead: actor.exercises(&[Role::Lead]),
                    may_import: actor.may(Action::ImportPlan),
                    is_executive: actor.exercises(&[Role::Executive]),
                })
            })
            .await
    }

    async fn may_report(&self, caller: &Caller) -> Result<bool, AppError> {
        let actor = &caller.actor;
        if actor.has_role(&[Role::Lead]) || !actor.stands_in_for.is_empty() {
            return Ok(true);
        }
        // Who holds no role sees no plan, and so none of its measures.
        if actor.grants.is_empty() {
            return Ok(false);
        }
        Ok(self.store.read(async |tx| directory::owns(tx, actor.person).await).await?)
    }
}

/// The measures of one page, with everything a table shows of them.
async fn items(tx: &Tx, asks: Vec<Ask>, lang: Lang, today: NaiveDate) -> Result<Vec<WorkItem>, AppError> {
    let ids: Vec<i64> = asks.iter().map(|ask| ask.measure).collect();
    let found = measures::load(tx, &Scope::ids(&ids)).await?;
    let found: HashMap<i64, Measure> = found.into_iter().map(|measure| (measure.figures.id, measure)).collect();
    let plan_ids: Vec<i64> = found.values().map(|measure| measure.figures.plan_id).collect();
    let plans: HashMap<i64, Plan> = plans::load(tx, &plan_ids).await?.into_iter().map(|plan| (plan.id, plan)).collect();
    let item = |ask: Ask| {
        let measure = found.get(&ask.measure)?;
        let plan = plans.get(&measure.figures.plan_id)?;
        Some(WorkItem {
            asked: ask.asked,
            urgency: ask.urgency,
            extension: ask.extension,
            comment: ask.comment,
            measure: views::measure(measure, lang, today),
            plan_id: plan.id,
            plan_title: plan.title.for_reader(lang),
            for_whom: ask.for_whom,
        })
    };
    Ok(asks.into_iter().filter_map(item).collect())
}

/// The comments whose proposal waits for an answer, by measure.
async fn proposals(tx: &Tx, scope: &Scope) -> Result<HashMap<i64, Vec<i64>>, AppError> {
    let open = comments::open(tx, scope).await?;
    Ok(open.iter().fold(HashMap::new(), |mut found: HashMap<i64, Vec<i64>>, comment| {
        found.entry(comment.measure_id).or_default().push(comment.id);
        found
    }))
}

async fn draft_plans(tx: &Tx, ids: Vec<i64>, lang: Lang) -> Result<Vec<DraftPlan>, AppError> {
    let plans = plans::load(tx, &ids).await?;
    let drafts = plans.into_iter().filter(|plan| plan.status == PlanStatus::Draft);
    Ok(drafts.map(|plan| DraftPlan { id: plan.id, title: plan.title.for_reader(lang) }).collect())
}
