//! Changing what is in a plan. Dates of measures are not among it: they have their own rules.

use super::{NewResponse, add_response};
use crate::store::{
    StoreError, Tx,
    entities::{measure_recommendation, plan, recommendation, response},
    records::{Answered, Plan, bilingual, text_in},
};
use chrono::NaiveDate;
use domain::{
    plan::{PlanStatus, Priority, SourceKind},
    reminders::ReminderPolicy,
    text::{Bilingual, Lang},
};
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, Func},
};

/// What can be changed of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct PlanEdit {
    pub title: Bilingual,
    pub source_title: Bilingual,
    pub source_kind: SourceKind,
    pub source_url: Option<String>,
    pub published_on: Option<NaiveDate>,
    pub needs_evidence: bool,
    pub reminders: Option<ReminderPolicy>,
}

/// What can be changed of a recommendation.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct RecommendationEdit {
    pub number: String,
    pub text: Bilingual,
    pub addressee: Bilingual,
    pub priority: Priority,
}

/// A recommendation with where it belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Stored {
    pub plan_id: i64,
    pub answered: Answered,
    pub lock_version: i32,
}

/// Keeps a plan where it stands until the commit, so that nobody approves or closes it meanwhile; a draft counts as
/// changed, so that nobody approves what they did not see. Errors with `Conflict` when it stands elsewhere by now.
pub async fn hold(tx: &Tx, plan: &Plan) -> Result<(), StoreError> {
    let changed = i32::from(plan.status == PlanStatus::Draft);
    let done = plan::Entity::update_many()
        .col_expr(plan::Column::LockVersion, Expr::col(plan::Column::LockVersion).add(changed))
        .filter(plan::Column::Id.eq(plan.id))
        .filter(plan::Column::Status.eq(plan.status))
        .exec(tx)
        .await?;
    if done.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

/// Keeps a plan from being approved or closed until the commit, side by side with others who do; whoever approves or
/// closes it waits. Errors with `Conflict` when it stands elsewhere by now.
pub async fn keep(tx: &Tx, plan: &Plan) -> Result<(), StoreError> {
    let stands = plan::Entity::find_by_id(plan.id).select_only().column(plan::Column::Id).lock_shared();
    let found: Option<i64> = stands.filter(plan::Column::Status.eq(plan.status)).into_tuple().one(tx).await?;
    found.map(drop).ok_or(StoreError::Conflict)
}

/// Changes a plan. Errors with `Conflict` when it changed since it was read.
pub async fn edit(tx: &Tx, plan: &Plan, edit: &PlanEdit) -> Result<(), StoreError> {
    let done = plan::Entity::update_many()
        .col_expr(plan::Column::TitleEn, Expr::value(text_in(&edit.title, Lang::En)))
        .col_expr(plan::Column::TitleFr, Expr::value(text_in(&edit.title, Lang::Fr)))
        .col_expr(plan::Column::SourceTitleEn, Expr::value(text_in(&edit.source_title, Lang::En)))
        .col_expr(plan::Column::SourceTitleFr, Expr::value(text_in(&edit.source_title, Lang::Fr)))
        .col_expr(plan::Column::SourceKind, Expr::value(edit.source_kind))
        .col_expr(plan::Column::SourceUrl, Expr::value(edit.source_url.clone()))
        .col_expr(plan::Column::PublishedOn, Expr::value(edit.published_on))
        .col_expr(plan::Column::NeedsEvidence, Expr::value(edit.needs_evidence))
        .col_expr(plan::Column::Reminders, Expr::value(edit.reminders.clone()))
        .col_expr(plan::Column::LockVersion, Expr::value(plan.lock_version.wrapping_add(1)))
        .filter(plan::Column::Id.eq(plan.id))
        .filter(plan::Column::Status.eq(plan.status))
        .filter(plan::Column::LockVersion.eq(plan.lock_version))
        .exec(tx)
        .await?;
    if done.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

/// Closes an approved plan. Errors with `Conflict` when it changed since `lock_version` was read.
pub async fn close(tx: &Tx, id: i64, lock_version: i32, by: Option<i64>, on: NaiveDate) -> Result<(), StoreError> {
    let done = plan::Entity::update_many()
        .col_expr(plan::Column::Status, Expr::value(PlanStatus::Closed))
        .col_expr(plan::Column::ClosedOn, Expr::value(on))
        .col_expr(plan::Column::ClosedBy, Expr::value(by))
        .col_expr(plan::Column::LockVersion, Expr::value(lock_version.wrapping_add(1)))
        .filter(plan::Column::Id.eq(id))
        .filter(plan::Column::LockVersion.eq(lock_version))
        .filter(plan::Column::Status.eq(PlanStatus::Approved))
        .exec(tx)
        .await?;
    if done.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

/// One recommendation with the response to it.
pub async fn recommendation(tx: &Tx, id: i64) -> Result<Option<Stored>, StoreError> {
    let Some(row) = recommendation::Entity::find_by_id(id).one(tx).await? else { return Ok(None) };
    let found = response::Entity::find().filter(response::Column::RecommendationId.eq(id)).one(tx).await?;
    let answered = Answered {
        addressee: bilingual(row.addressee_en.clone(), row.addressee_fr.clone()),
        priority: row.priority,
        response: found.map(Into::into),
        recommendation: row.clone().into(),
    };
    Ok(Some(Stored { plan_id: row.plan_id, answered, lock_version: row.lock_version }))
}

/// The position after the last recommendation of a plan.
pub async fn next_position(tx: &Tx, plan_id: i64) -> Result<i32, StoreError> {
    let last: Option<Option<i32>> = recommendation::Entity::find()
        .select_only()
        .expr(Func::max(Expr::col(recommendation::Column::Position)))
        .filter(recommendation::Column::PlanId.eq(plan_id))
        .into_tuple()
        .one(tx)
        .await?;
    Ok(last.flatten().unwrap_or(0).saturating_add(1))
}

/// Changes a recommendation. Errors with `Conflict` when it changed since `lock_version` was read.
pub async fn edit_recommendation(tx: &Tx, id: i64, lock_version: i32, edit: &RecommendationEdit) -> Result<(), StoreError> {
    let done = recommendation::Entity::update_many()
        .col_expr(recommendation::Column::Number, Expr::value(edit.number.clone()))
        .col_expr(recommendation::Column::TextEn, Expr::value(text_in(&edit.text, Lang::En)))
        .col_expr(recommendation::Column::TextFr, Expr::value(text_in(&edit.text, Lang::Fr)))
        .col_expr(recommendation::Column::AddresseeEn, Expr::value(text_in(&edit.addressee, Lang::En)))
        .col_expr(recommendation::Column::AddresseeFr, Expr::value(text_in(&edit.addressee, Lang::Fr)))
        .col_expr(recommendation::Column::Priority, Expr::value(edit.priority))
        .col_expr(recommendation::Column::LockVersion, Expr::value(lock_version.wrapping_add(1)))
        .filter(recommendation::Column::Id.eq(id))
        .filter(recommendation::Column::LockVersion.eq(lock_version))
        .exec(tx)
        .await?;
    if done.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

/// Sets the response to a recommendation, or to the report as a whole. Guarded by the lock of what it answers.
pub async fn set_response(tx: &Tx, plan_id: i64, existing: Option<i64>, new: NewResponse) -> Result<(), StoreError> {
    let Some(id) = existing else {
        add_response(tx, plan_id, new).await?;
        return Ok(());
    };
    response::Entity::update_many()
        .col_expr(response::Column::Kind, Expr::value(new.kind))
        .col_expr(response::Column::TextEn, Expr::value(text_in(&new.text, Lang::En)))
        .col_expr(response::Column::TextFr, Expr::value(text_in(&new.text, Lang::Fr)))
        .col_expr(response::Column::ReasonEn, Expr::value(text_in(&new.reason, Lang::En)))
        .col_expr(response::Column::ReasonFr, Expr::value(text_in(&new.reason, Lang::Fr)))
        .col_expr(response::Column::LockVersion, Expr::col(response::Column::LockVersion).add(1))
        .filter(response::Column::Id.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}

/// Takes the response back; of a draft only.
pub async fn remove_response(tx: &Tx, id: i64) -> Result<(), StoreError> {
    response::Entity::delete_by_id(id).exec(tx).await?;
    Ok(())
}

/// Takes a recommendation out of a draft, with its response; measures that answered it stay. Errors with `Conflict`.
pub async fn remove_recommendation(tx: &Tx, id: i64, lock_version: i32) -> Result<(), StoreError> {
    use measure_recommendation::Column::RecommendationId;
    measure_recommendation::Entity::delete_many().filter(RecommendationId.eq(id)).exec(tx).await?;
    response::Entity::delete_many().filter(response::Column::RecommendationId.eq(id)).exec(tx).await?;
    let gone = recommendation::Entity::delete_many()
        .filter(recommendation::Column::Id.eq(id))
        .filter(recommendation::Column::LockVersion.eq(lock_version))
        .exec(tx)
        .await?;
    if gone.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}
