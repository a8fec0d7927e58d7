//! The costs of a plan: read by whoever reads its reports, recorded by its coordination.

mod tables;
pub(super) mod told;

pub use tables::as_of;

use super::{Author, Services, access, life::refused, once::Once, views};
use crate::store::{
    Tx, audit,
    costs::{self, Cost, Said},
    people, plans,
    records::Plan,
};
use app::{
    api::costs::{CostForm, CostsPage},
    backend::{Caller, Costs},
    error::AppError,
};
use async_trait::async_trait;
use domain::{
    costs::{Certainty, CostKind, CostSource, TypedCost},
    people::Action,
    plan::PlanStatus,
    problem::ProblemCode,
    text::{self, Bilingual, Coded, Lang},
    trail::{AuditAction, RecordKind},
};

#[async_trait]
impl Costs for Services {
    async fn show(&self, caller: &Caller, plan: i64) -> Result<CostsPage, AppError> {
        let today = self.clock.today();
        self.store
            .read(async |tx| {
                let plan = readable(tx, caller, plan).await?;
                let may_record = caller.actor.may(Action::RecordCosts(plan.subject()));
                let all = costs::load(tx, plan.id).await?;
                let is_archived = |cost: &&Cost| cost.archived_on.is_some() && cost.corrected_as.is_none();
                let archived = all.iter().filter(|cost| may_record && is_archived(cost));
                Ok(CostsPage {
                    plan_id: plan.id,
                    plan_title: plan.title.for_reader(caller.lang),
                    tables: as_of(&all, today, caller.lang),
                    archived: archived.map(|cost| tables::row(cost, caller.lang)).collect(),
                    may_record,
                    is_closed: plan.status == PlanStatus::Closed,
                })
            })
            .await
    }

    async fn new_line(&self, caller: &Caller, plan: i64) -> Result<CostForm, AppError> {
        self.store
            .read(async |tx| {
                let plan = recordable(tx, caller, plan).await?;
                let kind = if plan.status == PlanStatus::Closed { CostKind::Actual } else { CostKind::Commitment };
                let typed = TypedCost {
                    kind: kind.code().to_owned(),
                    source: CostSource::Unknown.code().to_owned(),
                    certainty: Certainty::Exact.code().to_owned(),
                    ..TypedCost::default()
                };
                form(tx, caller, &plan, None, typed).await
            })
            .await
    }

    async fn line(&self, caller: &Caller, cost: i64) -> Result<CostForm, AppError> {
        self.store
            .read(async |tx| {
                let (cost, plan) = correctable(tx, caller, cost).await?;
                let typed = told::typed(&cost, caller.lang);
                form(tx, caller, &plan, Some(&cost), typed).await
            })
            .await
    }

    async fn add(&self, caller: &Caller, plan: i64, typed: &TypedCost) -> Result<(), AppError> {
        self.store
            .write(async |tx| {
                let plan = recordable(tx, caller, plan).await?;
                let form = Once::of(caller, &typed.form_key, ("cost", plan.id, typed));
                if !form.is_first(tx, self.clock.now()).await? {
                    return Ok(());
                }
                let author = self.recorder(caller, &plan);
                let said = checked(tx, &plan, typed).await?;
                plans::keep(tx, &plan).await?;
                let id = costs::add(tx, plan.id, &said, self.clock.today()).await?;
                let codes = codes(tx, &said).await?;
                let changes = told::changes(None, &(said, codes));
                Ok(audit::record(tx, author.entry(AuditAction::CostAdded, RecordKind::Cost, id, Some(plan.id), changes)).await?)
            })
            .await
    }

    async fn correct(&self, caller: &Caller, cost: i64, lock_version: i32, typed: &TypedCost) -> Result<i64, AppError> {
        self.store
            .write(async |tx| {
                let (cost, plan) = correctable(tx, caller, cost).await?;
                let author = self.recorder(caller, &plan);
                let said = checked(tx, &plan, typed).await?;
                plans::keep(tx, &plan).await?;
                costs::correct(tx, &cost, lock_version, &said, self.clock.today()).await?;
                let codes = codes(tx, &said).await?;
                let changes = told::changes(Some(&cost), &(said, codes));
                audit::record(tx, author.entry(AuditAction::CostCorrected, RecordKind::Cost, cost.id, Some(plan.id), changes))
                    .await?;
                Ok(plan.id)
            })
            .await
    }

    async fn archive(&self, caller: &Caller, cost: i64, lock_version: i32, reason: &str) -> Result<i64, AppError> {
        self.store
            .write(async |tx| {
                let (cost, plan) = correctable(tx, caller, cost).await?;
                let author = self.recorder(caller, &plan);
                let reason = text::reason("archive_reason", reason)?;
                plans::keep(tx, &plan).await?;
                costs::archive(tx, cost.id, lock_version, self.clock.today(), &reason).await?;
                let changes = vec![("reason".to_owned(), None, Some(reason))];
                audit::record(tx, author.entry(AuditAction::CostArchived, RecordKind::Cost, cost.id, Some(plan.id), changes))
                    .await?;
                Ok(plan.id)
            })
            .await
    }
}

impl Services {
    /// Who records what a plan costs: somebody of its coordination, or in the place of one.
    fn recorder(&self, caller: &Caller, plan: &Plan) -> Author {
        Author::acting(caller, self.clock.now(), Action::RecordCosts(plan.subject()))
    }
}

/// A plan whose costs the person may read. Errors with `NotFound`.
async fn readable(tx: &Tx, caller: &Caller, plan: i64) -> Result<Plan, AppError> {
    let plan = plans::find(tx, plan).await?.ok_or(AppError::NotFound)?;
    if caller.actor.may(Action::ViewReports(plan.subject())) { Ok(plan) } else { Err(AppError::NotFound) }
}

/// A plan whose costs the person may record.
async fn recordable(tx: &Tx, caller: &Caller, plan: i64) -> Result<Plan, AppError> {
    let plan = readable(tx, caller, plan).await?;
    access::require(&caller.actor, Action::RecordCosts(plan.subject()))?;
    Ok(plan)
}

/// A line the person may change. An archived one is not there any more.
async fn correctable(tx: &Tx, caller: &Caller, id: i64) -> Result<(Cost, Plan), AppError> {
    let cost = costs::find(tx, id).await?.ok_or(AppError::NotFound)?;
    let plan = recordable(tx, caller, cost.plan_id).await?;
    if cost.archived_on.is_some() {
        return Err(AppError::NotFound);
    }
    // What was promised and estimated stays as the plan was closed with it.
    if plan.status == PlanStatus::Closed && cost.line.kind != CostKind::Actual {
        return Err(AppError::NotAllowed);
    }
    Ok((cost, plan))
}

/// What was typed, if it can be kept. Errors with `Invalid`.
async fn checked(tx: &Tx, plan: &Plan, typed: &TypedCost) -> Result<Said, AppError> {
    let line = typed.check().map_err(AppError::Invalid)?;
    if plan.status == PlanStatus::Closed && line.kind != CostKind::Actual {
        return Err(refused("cost_kind", ProblemCode::OnlyActualCosts));
    }
    let known = people::organisations(tx).await?;
    if line.organisations.iter().any(|id| known.iter().all(|organisation| organisation.id != *id)) {
        return Err(refused("cost_organisations", ProblemCode::NotAChoice));
    }
    let both = |en: &str, fr: &str| Bilingual::new(Some(en.to_owned()), Some(fr.to_owned()));
    Ok(Said { line, activity: both(&typed.activity_en, &typed.activity_fr), note: both(&typed.note_en, &typed.note_fr) })
}

/// The codes of the organisations of a line, for the audit trail.
async fn codes(tx: &Tx, said: &Said) -> Result<String, AppError> {
    let known = people::organisations(tx).await?.into_iter();
    let its: Vec<String> = known.filter(|of| said.line.organisations.contains(&of.id)).map(|of| of.code).collect();
    Ok(its.join(", "))
}

async fn form(tx: &Tx, caller: &Caller, plan: &Plan, cost: Option<&Cost>, typed: TypedCost) -> Result<CostForm, AppError> {
    let lang: Lang = caller.lang;
    Ok(CostForm {
        plan_id: plan.id,
        plan_title: plan.title.for_reader(lang),
        id: cost.map(|cost| cost.id),
        typed,
        organisations: views::organisations(&people::organisations(tx).await?, lang),
        lock_version: cost.map_or(0, |cost| cost.lock_version),
    })
}
