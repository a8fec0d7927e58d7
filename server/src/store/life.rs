//! Where a measure stands in its life, and the one statement that moves it on.

use super::{
    StoreError, Tx,
    entities::{claimant, evidence, extension, measure, measure_recommendation, recommendation},
    records::{DueColumns, Measure, Plan, due},
    standings,
};
use chrono::NaiveDate;
use domain::{
    extensions::ExtensionState,
    plan::Priority,
    workflow::{Request, Standing},
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder,
    sea_query::{Expr, Query},
};

/// Where a measure stands: four queries.
pub async fn standing(tx: &Tx, measure: &Measure, plan: &Plan) -> Result<Standing, StoreError> {
    let id = measure.figures.id;
    let claimants = claimant::Entity::find().filter(claimant::Column::MeasureId.eq(id)).all(tx).await?;
    Ok(Standing {
        plan: plan.status,
        status: measure.figures.facts.status,
        dates: measure.figures.facts.dates,
        owner: measure.figures.owner_id,
        open_deliverables: measure.deliverables.iter().filter(|d| d.status.is_open()).count().try_into().unwrap_or(u32::MAX),
        needs_evidence: plan.needs_evidence || answers_high_priority(tx, id).await?,
        has_evidence: has_evidence(tx, id).await?,
        claimed_by: claimants.into_iter().map(|row| row.person_id).collect(),
        request: request(tx, id).await?,
    })
}

/// Whether nobody has moved a measure on since it was read in this version.
pub async fn is_at(tx: &Tx, measure_id: i64, lock_version: i32) -> Result<bool, StoreError> {
    let found = measure::Entity::find_by_id(measure_id).filter(measure::Column::LockVersion.eq(lock_version));
    Ok(found.count(tx).await? > 0)
}

async fn answers_high_priority(tx: &Tx, measure_id: i64) -> Result<bool, StoreError> {
    let answered = Query::select()
        .column(measure_recommendation::Column::RecommendationId)
        .from(measure_recommendation::Entity)
        .and_where(measure_recommendation::Column::MeasureId.eq(measure_id))
        .to_owned();
    let high = recommendation::Entity::find()
        .filter(recommendation::Column::Id.in_subquery(answered))
        .filter(recommendation::Column::Priority.eq(Priority::High));
    Ok(high.count(tx).await? > 0)
}

/// Whether there is evidence that counts.
pub async fn has_evidence(tx: &Tx, measure_id: i64) -> Result<bool, StoreError> {
    let current = evidence::Entity::find()
        .filter(evidence::Column::MeasureId.eq(measure_id))
        .filter(evidence::Column::IsCurrent.eq(true))
        .filter(evidence::Column::WithdrawnOn.is_null());
    Ok(current.count(tx).await? > 0)
}

/// The extension that waits for a decision, with who asked for it; the program itself is nobody's id.
async fn request(tx: &Tx, measure_id: i64) -> Result<Option<Request>, StoreError> {
    let waiting = extension::Entity::find()
        .filter(extension::Column::MeasureId.eq(measure_id))
        .filter(extension::Column::State.eq(ExtensionState::Requested))
        .order_by_asc(extension::Column::Id);
    let Some(row) = waiting.one(tx).await? else { return Ok(None) };
    let to = due(row.to_precision, row.to_due_on, "extension", row.id)?;
    Ok(Some(Request { by: row.requested_by.unwrap_or_default(), in_place_of: row.requested_for, to }))
}

/// Moves a measure from where it stood to where it stands now: status, current date, owner, end, claimants. What is
/// open again is as far as it was before it was claimed; answers that percentage. Errors with `Conflict` when it changed
/// since `lock_version` was read.
pub async fn advance(
    tx: &Tx,
    id: i64,
    lock_version: i32,
    (before, after): (&Standing, &Standing),
    today: NaiveDate,
) -> Result<Option<u8>, StoreError> {
    let current = DueColumns::from(after.dates.current());
    let mut update = measure::Entity::update_many()
        .col_expr(measure::Column::Status, Expr::value(after.status))
        .col_expr(measure::Column::CurrentDueOn, Expr::value(current.day))
        .col_expr(measure::Column::CurrentPrecision, Expr::value(current.precision))
        .col_expr(measure::Column::OwnerId, Expr::value(after.owner))
        .col_expr(measure::Column::LockVersion, Expr::value(lock_version.wrapping_add(1)));
    if before.status.is_live() != after.status.is_live() {
        let ended = (!after.status.is_live()).then_some(today);
        update = update.col_expr(measure::Column::EndedOn, Expr::value(ended));
    }
    let reopened = !before.status.awaits_lead() && after.status.awaits_lead();
    let percent = if reopened { Some(standings::last_open_percent(tx, id).await?.unwrap_or(0)) } else { None };
    if let Some(percent) = percent {
        update = update.col_expr(measure::Column::Percent, Expr::value(i32::from(percent)));
    }
    let done = update.filter(measure::Column::Id.eq(id)).filter(measure::Column::LockVersion.eq(lock_version)).exec(tx).await?;
    if done.rows_affected != 1 {
        return Err(StoreError::Conflict);
    }
    set_claimants(tx, id, before, after).await?;
    standings::note(tx, id, today).await?;
    Ok(percent)
}

/// Ends a request nobody has to decide any more; one that was decided is settled by who decides it.
pub async fn lapse_requests(tx: &Tx, measure_id: i64, today: NaiveDate) -> Result<(), StoreError> {
    use extension::Column;
    extension::Entity::update_many()
        .col_expr(Column::State, Expr::value(ExtensionState::Withdrawn))
        .col_expr(Column::DecidedOn, Expr::value(today))
        .col_expr(Column::LockVersion, Expr::col(Column::LockVersion).add(1))
        .filter(Column::MeasureId.eq(measure_id))
        .filter(Column::State.eq(ExtensionState::Requested))
        .exec(tx)
        .await?;
    Ok(())
}

/// Says who claims that a measure is done which comes with that claim.
pub async fn add_claimant(tx: &Tx, measure_id: i64, person_id: i64) -> Result<(), StoreError> {
    let row = claimant::ActiveModel { measure_id: Set(measure_id), person_id: Set(person_id) };
    claimant::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// Writes down who claims completion, when that changed.
pub async fn set_claimants(tx: &Tx, measure_id: i64, before: &Standing, after: &Standing) -> Result<(), StoreError> {
    if before.claimed_by == after.claimed_by {
        return Ok(());
    }
    claimant::Entity::delete_many().filter(claimant::Column::MeasureId.eq(measure_id)).exec(tx).await?;
    let rows =
        after.claimed_by.iter().map(|person| claimant::ActiveModel { measure_id: Set(measure_id), person_id: Set(*person) });
    claimant::Entity::insert_many(rows).exec_without_returning(tx).await?;
    Ok(())
}
