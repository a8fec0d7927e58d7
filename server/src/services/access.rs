//! Who may see and do what, asked of the domain before anything else. What one may not know of is not found.

use crate::store::{
    Tx, measures, plans,
    records::{Measure, Plan},
};
use app::error::AppError;
use domain::people::{Action, Actor, PlanSubject};

/// The plans a person may see, newest first.
pub async fn visible_plans(tx: &Tx, actor: &Actor) -> Result<Vec<PlanSubject>, AppError> {
    let mut plans = plans::subjects(tx).await?;
    plans.retain(|plan| actor.may(Action::ViewPlan(*plan)));
    Ok(plans)
}

/// A plan the person may see. Errors with `NotFound`.
pub async fn plan(tx: &Tx, actor: &Actor, id: i64) -> Result<Plan, AppError> {
    let plan = plans::find(tx, id).await?.ok_or(AppError::NotFound)?;
    if actor.may(Action::ViewPlan(plan.subject())) { Ok(plan) } else { Err(AppError::NotFound) }
}

/// A measure the person may see, with its plan. Errors with `NotFound`.
pub async fn measure(tx: &Tx, actor: &Actor, id: i64) -> Result<(Measure, Plan), AppError> {
    let measure = measures::find(tx, id).await?.ok_or(AppError::NotFound)?;
    let plan = plan(tx, actor, measure.figures.plan_id).await?;
    Ok((measure, plan))
}

/// Errors with `NotAllowed` unless the person may do this to what was seen already.
pub fn require(actor: &Actor, action: Action) -> Result<(), AppError> {
    if actor.may(action) { Ok(()) } else { Err(AppError::NotAllowed) }
}

/// Errors with `NotFound` unless the person may do this: who may not has no business knowing that it is there.
pub fn known(actor: &Actor, action: Action) -> Result<(), AppError> {
    if actor.may(action) { Ok(()) } else { Err(AppError::NotFound) }
}

/// Errors with `NotFound` unless the person may import plans.
pub fn require_import(actor: &Actor) -> Result<(), AppError> {
    known(actor, Action::ImportPlan)
}
