//! Closing a plan: possible once every measure has come to an end.

use crate::{
    services::{Author, Services, access, change, life::refused},
    store::{
        Tx, audit,
        measures::{self, Scope},
        plans,
    },
};
use app::{backend::Caller, error::AppError};
use domain::trail::{AuditAction, RecordKind};
use domain::{people::Action, plan::PlanStatus, problem::ProblemCode, text::Coded};

/// Closes an approved plan. Errors with `Invalid` naming `measures` while one goes on.
pub(super) async fn close(
    services: &Services,
    tx: &Tx,
    caller: &Caller,
    author: &Author,
    (plan, lock_version): (i64, i32),
) -> Result<(), AppError> {
    let plan = access::plan(tx, &caller.actor, plan).await?;
    access::require(&caller.actor, Action::ClosePlan(plan.subject()))?;
    let on = services.clock.today();
    // First, so that nothing is added or amended while the measures are looked at.
    plans::close(tx, plan.id, lock_version, author.person, on).await?;
    let figures = measures::figures(tx, &Scope::plan(plan.id)).await?;
    if figures.iter().any(|measure| measure.facts.status.is_live()) {
        return Err(refused("measures", ProblemCode::MeasuresOpen));
    }
    let code = |status: PlanStatus| Some(status.code().to_owned());
    let changes =
        [change("status", code(PlanStatus::Approved), code(PlanStatus::Closed)), change("closed_on", None, Some(on.to_string()))];
    let changes = changes.into_iter().flatten().collect();
    Ok(audit::record(tx, author.entry(AuditAction::PlanClosed, RecordKind::Plan, plan.id, Some(plan.id), changes)).await?)
}
