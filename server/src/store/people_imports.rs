//! Tables of people while they are looked at. Each is seen by the person who started it only.

use super::{
    StoreError, Tx,
    entities::people_import::{ActiveModel, Column, Entity},
};
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, EntityTrait, QueryFilter, UpdateMany,
    sea_query::Expr,
};

/// A kept table.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Kept {
    pub id: i64,
    pub text: String,
    pub is_done: bool,
    pub lock_version: i32,
}

/// Keeps a table; answers its id.
pub async fn add(tx: &Tx, person_id: i64, text: String, now: DateTime<Utc>) -> Result<i64, StoreError> {
    let row = ActiveModel {
        id: NotSet,
        person_id: Set(person_id),
        source_text: Set(text),
        created_at: Set(now),
        done_at: Set(None),
        lock_version: Set(0),
    };
    Ok(Entity::insert(row).exec(tx).await?.last_insert_id)
}

/// One table of a person.
pub async fn find(tx: &Tx, id: i64, person_id: i64) -> Result<Option<Kept>, StoreError> {
    let found = Entity::find_by_id(id).filter(Column::PersonId.eq(person_id)).one(tx).await?;
    Ok(found.map(|row| Kept {
        id: row.id,
        text: row.source_text,
        is_done: row.done_at.is_some(),
        lock_version: row.lock_version,
    }))
}

async fn guarded(tx: &Tx, change: UpdateMany<Entity>, id: i64, lock_version: i32) -> Result<(), StoreError> {
    let done = change
        .col_expr(Column::LockVersion, Expr::value(lock_version.wrapping_add(1)))
        .filter(Column::Id.eq(id))
        .filter(Column::LockVersion.eq(lock_version))
        .filter(Column::DoneAt.is_null())
        .exec(tx)
        .await?;
    if done.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

/// Keeps a corrected table. Errors with `Conflict`.
pub async fn set_text(tx: &Tx, id: i64, lock_version: i32, text: String) -> Result<(), StoreError> {
    guarded(tx, Entity::update_many().col_expr(Column::SourceText, Expr::value(text)), id, lock_version).await
}

/// Notes that the people were added. Errors with `Conflict`, so that they are added once.
pub async fn set_done(tx: &Tx, id: i64, lock_version: i32, now: DateTime<Utc>) -> Result<(), StoreError> {
    guarded(tx, Entity::update_many().col_expr(Column::DoneAt, Expr::value(now)), id, lock_version).await
}
