//! Updates that are still being written. Each is seen by the person who writes it only; others may learn that there
//! is one.

use super::{
    StoreError, Tx,
    entities::progress_draft::{ActiveModel, Column, Entity},
    measures::Scope,
};
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, OnConflict},
};
use std::collections::HashSet;

/// A draft. What was typed is JSON that only the progress service reads.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Draft {
    pub id: i64,
    pub measure_id: i64,
    pub typed: String,
    pub saved_at: DateTime<Utc>,
}

/// Keeps a draft in place of the one before.
pub async fn save(tx: &Tx, measure_id: i64, person_id: i64, typed: String, now: DateTime<Utc>) -> Result<(), StoreError> {
    let row = ActiveModel {
        id: NotSet,
        measure_id: Set(measure_id),
        person_id: Set(person_id),
        typed: Set(typed),
        saved_at: Set(now),
        lock_version: Set(0),
    };
    let again = OnConflict::columns([Column::MeasureId, Column::PersonId])
        .update_columns([Column::Typed, Column::SavedAt])
        .value(Column::LockVersion, Expr::col((Entity, Column::LockVersion)).add(1))
        .to_owned();
    Entity::insert(row).on_conflict(again).exec_without_returning(tx).await?;
    Ok(())
}

/// A person's draft about a measure.
pub async fn find(tx: &Tx, measure_id: i64, person_id: i64) -> Result<Option<Draft>, StoreError> {
    let own = Entity::find().filter(Column::MeasureId.eq(measure_id)).filter(Column::PersonId.eq(person_id));
    Ok(own.one(tx).await?.map(draft))
}

/// Every draft of a person, newest first.
pub async fn of_person(tx: &Tx, person_id: i64) -> Result<Vec<Draft>, StoreError> {
    let own = Entity::find().filter(Column::PersonId.eq(person_id)).order_by_desc(Column::SavedAt).order_by_asc(Column::Id);
    Ok(own.all(tx).await?.into_iter().map(draft).collect())
}

/// The measures of a scope about which somebody is writing.
pub async fn waiting(tx: &Tx, scope: &Scope) -> Result<HashSet<i64>, StoreError> {
    let about = Entity::find().select_only().column(Column::MeasureId).distinct();
    let ids: Vec<i64> = about.filter(Column::MeasureId.in_subquery(scope.ids_query())).into_tuple().all(tx).await?;
    Ok(ids.into_iter().collect())
}

/// Removes a person's draft: it was sent or given up. A draft is no record.
pub async fn remove(tx: &Tx, measure_id: i64, person_id: i64) -> Result<(), StoreError> {
    let own = Entity::delete_many().filter(Column::MeasureId.eq(measure_id)).filter(Column::PersonId.eq(person_id));
    own.exec(tx).await?;
    Ok(())
}

fn draft(row: super::entities::progress_draft::Model) -> Draft {
    Draft { id: row.id, measure_id: row.measure_id, typed: row.typed, saved_at: row.saved_at }
}
