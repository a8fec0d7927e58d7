//! Adding plans, and freezing a baseline.

use crate::store::{
    StoreError, Tx,
    entities::{plan, recommendation, response},
    records::text_in,
};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    plan::{PlanStatus, Priority, ResponseKind, SourceKind},
    text::{Bilingual, Lang},
};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, EntityTrait, QueryFilter,
    sea_query::Expr,
};

/// A plan to be added as a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct NewPlan {
    pub title: Bilingual,
    pub source_title: Bilingual,
    pub source_kind: SourceKind,
    pub source_url: Option<String>,
    pub published_on: Option<NaiveDate>,
    pub created_at: DateTime<Utc>,
}

/// A recommendation to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct NewRecommendation {
    pub position: i32,
    pub number: String,
    pub text: Bilingual,
    pub addressee: Bilingual,
    pub priority: Priority,
}

/// A response to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct NewResponse {
    /// `None` answers the report as a whole.
    pub recommendation_id: Option<i64>,
    pub kind: ResponseKind,
    pub text: Bilingual,
    pub reason: Bilingual,
}

/// Adds a draft plan; answers its id.
pub async fn add(tx: &Tx, new: NewPlan) -> Result<i64, StoreError> {
    let row = plan::ActiveModel {
        id: NotSet,
        title_en: Set(text_in(&new.title, Lang::En)),
        title_fr: Set(text_in(&new.title, Lang::Fr)),
        source_title_en: Set(text_in(&new.source_title, Lang::En)),
        source_title_fr: Set(text_in(&new.source_title, Lang::Fr)),
        source_kind: Set(new.source_kind),
        source_url: Set(new.source_url),
        published_on: Set(new.published_on),
        status: Set(PlanStatus::Draft),
        approved_on: Set(None),
        approved_by: Set(None),
        closed_on: Set(None),
        closed_by: Set(None),
        needs_evidence: Set(false),
        reminders: Set(None),
        created_at: Set(new.created_at),
        lock_version: Set(0),
    };
    Ok(plan::Entity::insert(row).exec(tx).await?.last_insert_id)
}

/// Adds a recommendation; answers its id.
pub async fn add_recommendation(tx: &Tx, plan_id: i64, new: NewRecommendation) -> Result<i64, StoreError> {
    let row = recommendation::ActiveModel {
        id: NotSet,
        plan_id: Set(plan_id),
        position: Set(new.position),
        number: Set(new.number),
        text_en: Set(text_in(&new.text, Lang::En)),
        text_fr: Set(text_in(&new.text, Lang::Fr)),
        addressee_en: Set(text_in(&new.addressee, Lang::En)),
        addressee_fr: Set(text_in(&new.addressee, Lang::Fr)),
        priority: Set(new.priority),
        lock_version: Set(0),
    };
    Ok(recommendation::Entity::insert(row).exec(tx).await?.last_insert_id)
}

/// Adds a response; answers its id.
pub async fn add_response(tx: &Tx, plan_id: i64, new: NewResponse) -> Result<i64, StoreError> {
    let row = response::ActiveModel {
        id: NotSet,
        plan_id: Set(plan_id),
        recommendation_id: Set(new.recommendation_id),
        kind: Set(new.kind),
        text_en: Set(text_in(&new.text, Lang::En)),
        text_fr: Set(text_in(&new.text, Lang::Fr)),
        reason_en: Set(text_in(&new.reason, Lang::En)),
        reason_fr: Set(text_in(&new.reason, Lang::Fr)),
        lock_version: Set(0),
    };
    Ok(response::Entity::insert(row).exec(tx).await?.last_insert_id)
}

/// Approves a draft. Errors with `Conflict` when it changed since `lock_version` was read.
pub async fn approve(tx: &Tx, id: i64, lock_version: i32, by: Option<i64>, on: NaiveDate) -> Result<(), StoreError> {
    let done = plan::Entity::update_many()
        .col_expr(plan::Column::Status, Expr::value(PlanStatus::Approved))
        .col_expr(plan::Column::ApprovedOn, Expr::value(on))
        .col_expr(plan::Column::ApprovedBy, Expr::value(by))
        .col_expr(plan::Column::LockVersion, Expr::value(lock_version.wrapping_add(1)))
        .filter(plan::Column::Id.eq(id))
        .filter(plan::Column::LockVersion.eq(lock_version))
        .filter(plan::Column::Status.eq(PlanStatus::Draft))
        .exec(tx)
        .await?;
    if done.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}
