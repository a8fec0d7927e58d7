//! Changing the words of measures and what they are connected with; dates only as long as the plan is a draft.

use super::write::{NewDeliverable, add_deliverables, add_links};
use crate::store::{
    StoreError, Tx,
    entities::{claimant, deliverable, measure, measure_recommendation, measure_support},
    records::{DueColumns, text_in},
};
use chrono::NaiveDate;
use domain::{
    dates::DueDate,
    measure::PromisedDates,
    text::{Bilingual, Lang},
};
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, Func},
};

/// What can be changed of a measure.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct MeasureEdit {
    pub label: String,
    pub text: Bilingual,
    pub lead_organisation_id: Option<i64>,
    pub owner_id: Option<i64>,
    pub owner_text: Option<String>,
    pub start_on: Option<NaiveDate>,
    /// As [`PromisedDates::correct`] gave them.
    pub dates: PromisedDates,
    /// The ids of the recommendations it answers.
    pub recommendations: Vec<i64>,
    /// The ids of the organisations that support it.
    pub support: Vec<i64>,
}

/// The position after the last measure of a plan.
pub async fn next_position(tx: &Tx, plan_id: i64) -> Result<i32, StoreError> {
    let last: Option<Option<i32>> = measure::Entity::find()
        .select_only()
        .expr(Func::max(Expr::col(measure::Column::Position)))
        .filter(measure::Column::PlanId.eq(plan_id))
        .into_tuple()
        .one(tx)
        .await?;
    Ok(last.flatten().unwrap_or(0).saturating_add(1))
}

/// Changes a measure. Errors with `Conflict` when it changed since `lock_version` was read.
pub async fn edit(tx: &Tx, id: i64, lock_version: i32, edit: &MeasureEdit) -> Result<(), StoreError> {
    let (original, current) = (DueColumns::from(edit.dates.original()), DueColumns::from(edit.dates.current()));
    let done = measure::Entity::update_many()
        .col_expr(measure::Column::Label, Expr::value(edit.label.clone()))
        .col_expr(measure::Column::TextEn, Expr::value(text_in(&edit.text, Lang::En)))
        .col_expr(measure::Column::TextFr, Expr::value(text_in(&edit.text, Lang::Fr)))
        .col_expr(measure::Column::LeadOrganisationId, Expr::value(edit.lead_organisation_id))
        .col_expr(measure::Column::OwnerId, Expr::value(edit.owner_id))
        .col_expr(measure::Column::OwnerText, Expr::value(edit.owner_text.clone()))
        .col_expr(measure::Column::StartOn, Expr::value(edit.start_on))
        .col_expr(measure::Column::OriginalDueOn, Expr::value(original.day))
        .col_expr(measure::Column::OriginalPrecision, Expr::value(original.precision))
        .col_expr(measure::Column::CurrentDueOn, Expr::value(current.day))
        .col_expr(measure::Column::CurrentPrecision, Expr::value(current.precision))
        .col_expr(measure::Column::LockVersion, Expr::value(lock_version.wrapping_add(1)))
        .filter(measure::Column::Id.eq(id))
        .filter(measure::Column::LockVersion.eq(lock_version))
        .exec(tx)
        .await?;
    if done.rows_affected != 1 {
        return Err(StoreError::Conflict);
    }
    unlink(tx, id).await?;
    add_links(tx, id, &edit.recommendations, &edit.support).await
}

/// In whose hands a measure is.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Hands {
    pub lead_organisation_id: Option<i64>,
    pub owner_id: Option<i64>,
    pub owner_text: Option<String>,
}

/// Names who leads a measure, and supports it no more besides, and who owns it. Errors with `Conflict`.
pub async fn set_lead(tx: &Tx, id: i64, lock_version: i32, hands: Hands) -> Result<(), StoreError> {
    let Hands { lead_organisation_id, owner_id, owner_text } = hands;
    let done = measure::Entity::update_many()
        .col_expr(measure::Column::LeadOrganisationId, Expr::value(lead_organisation_id))
        .col_expr(measure::Column::OwnerId, Expr::value(owner_id))
        .col_expr(measure::Column::OwnerText, Expr::value(owner_text))
        .col_expr(measure::Column::LockVersion, Expr::value(lock_version.wrapping_add(1)))
        .filter(measure::Column::Id.eq(id))
        .filter(measure::Column::LockVersion.eq(lock_version))
        .exec(tx)
        .await?;
    if done.rows_affected != 1 {
        return Err(StoreError::Conflict);
    }
    if let Some(lead) = lead_organisation_id {
        end_support(tx, id, lead).await?;
    }
    Ok(())
}

/// An organisation that leads a measure does not support it besides.
pub async fn end_support(tx: &Tx, id: i64, organisation_id: i64) -> Result<(), StoreError> {
    let its = measure_support::Entity::delete_many().filter(measure_support::Column::MeasureId.eq(id));
    its.filter(measure_support::Column::OrganisationId.eq(organisation_id)).exec(tx).await?;
    Ok(())
}

/// Changes the words of a deliverable, and its own date.
pub async fn edit_deliverable(tx: &Tx, id: i64, title: &Bilingual, due: Option<DueDate>) -> Result<(), StoreError> {
    let due = due.map(DueColumns::from);
    deliverable::Entity::update_many()
        .col_expr(deliverable::Column::TitleEn, Expr::value(text_in(title, Lang::En)))
        .col_expr(deliverable::Column::TitleFr, Expr::value(text_in(title, Lang::Fr)))
        .col_expr(deliverable::Column::DueOn, Expr::value(due.and_then(|due| due.day)))
        .col_expr(deliverable::Column::DuePrecision, Expr::value(due.map(|due| due.precision)))
        .col_expr(deliverable::Column::LockVersion, Expr::col(deliverable::Column::LockVersion).add(1))
        .filter(deliverable::Column::Id.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}

/// Adds deliverables below those that a measure has; answers their ids.
pub async fn append_deliverables(tx: &Tx, measure_id: i64, new: Vec<NewDeliverable>) -> Result<Vec<i64>, StoreError> {
    let last: Option<Option<i32>> = deliverable::Entity::find()
        .select_only()
        .expr(Func::max(Expr::col(deliverable::Column::Position)))
        .filter(deliverable::Column::MeasureId.eq(measure_id))
        .into_tuple()
        .one(tx)
        .await?;
    let first = last.flatten().unwrap_or(0).saturating_add(1);
    add_deliverables(tx, measure_id, first, new).await?;
    let added = deliverable::Entity::find()
        .select_only()
        .column(deliverable::Column::Id)
        .filter(deliverable::Column::MeasureId.eq(measure_id))
        .filter(deliverable::Column::Position.gte(first));
    Ok(added.into_tuple().all(tx).await?)
}

/// Takes deliverables out of a draft.
pub async fn remove_deliverables(tx: &Tx, ids: &[i64]) -> Result<(), StoreError> {
    deliverable::Entity::delete_many().filter(deliverable::Column::Id.is_in(ids.iter().copied())).exec(tx).await?;
    Ok(())
}

/// Takes a measure out of a draft with its deliverables and the claim it came with. Errors with `Conflict`.
pub async fn remove(tx: &Tx, id: i64, lock_version: i32) -> Result<(), StoreError> {
    unlink(tx, id).await?;
    claimant::Entity::delete_many().filter(claimant::Column::MeasureId.eq(id)).exec(tx).await?;
    deliverable::Entity::delete_many().filter(deliverable::Column::MeasureId.eq(id)).exec(tx).await?;
    let gone = measure::Entity::delete_many()
        .filter(measure::Column::Id.eq(id))
        .filter(measure::Column::LockVersion.eq(lock_version))
        .exec(tx)
        .await?;
    if gone.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

async fn unlink(tx: &Tx, id: i64) -> Result<(), StoreError> {
    measure_recommendation::Entity::delete_many().filter(measure_recommendation::Column::MeasureId.eq(id)).exec(tx).await?;
    measure_support::Entity::delete_many().filter(measure_support::Column::MeasureId.eq(id)).exec(tx).await?;
    Ok(())
}
