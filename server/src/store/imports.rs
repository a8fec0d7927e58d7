//! Previews of imports while a person corrects them. Each is seen by the person who started it only.

use super::{
    StoreError, Tx,
    entities::import_draft::{ActiveModel, Column, Entity, Model},
};
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::Expr,
};

/// A preview to be kept. The draft is JSON that only the import service reads.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct NewImport {
    pub person_id: i64,
    pub file_name: Option<String>,
    pub source_text: String,
    pub draft: String,
    pub created_at: DateTime<Utc>,
}

/// A kept preview.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Import {
    pub id: i64,
    pub file_name: Option<String>,
    pub draft: String,
    pub created_at: DateTime<Utc>,
    pub plan_id: Option<i64>,
    pub lock_version: i32,
}

/// Keeps a preview; answers its id.
pub async fn add(tx: &Tx, new: NewImport) -> Result<i64, StoreError> {
    let row = ActiveModel {
        id: NotSet,
        person_id: Set(new.person_id),
        file_name: Set(new.file_name),
        source_text: Set(new.source_text),
        draft: Set(new.draft),
        created_at: Set(new.created_at),
        plan_id: Set(None),
        lock_version: Set(0),
    };
    Ok(Entity::insert(row).exec(tx).await?.last_insert_id)
}

/// One preview of a person.
pub async fn find(tx: &Tx, id: i64, person_id: i64) -> Result<Option<Import>, StoreError> {
    Ok(Entity::find_by_id(id).filter(Column::PersonId.eq(person_id)).one(tx).await?.map(Import::from))
}

/// The previews of a person that became no plan yet, newest first.
pub async fn unfinished(tx: &Tx, person_id: i64, limit: u64) -> Result<Vec<Import>, StoreError> {
    let rows = Entity::find()
        .filter(Column::PersonId.eq(person_id))
        .filter(Column::PlanId.is_null())
        .order_by_desc(Column::CreatedAt)
        .order_by_desc(Column::Id)
        .limit(limit)
        .all(tx)
        .await?;
    Ok(rows.into_iter().map(Import::from).collect())
}

/// Keeps what was typed, and the plan it became, if any. Errors with `Conflict` when the preview changed or became a
/// plan since it was read.
pub async fn save(tx: &Tx, id: i64, lock_version: i32, draft: String, plan_id: Option<i64>) -> Result<(), StoreError> {
    let done = Entity::update_many()
        .col_expr(Column::Draft, Expr::value(draft))
        .col_expr(Column::PlanId, Expr::value(plan_id))
        .col_expr(Column::LockVersion, Expr::value(lock_version.wrapping_add(1)))
        .filter(Column::Id.eq(id))
        .filter(Column::LockVersion.eq(lock_version))
        .filter(Column::PlanId.is_null())
        .exec(tx)
        .await?;
    if done.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

/// Takes a preview away with its source. Errors with `Conflict` when it changed or became a plan since it was read.
pub async fn remove(tx: &Tx, id: i64, lock_version: i32) -> Result<(), StoreError> {
    let gone = Entity::delete_many()
        .filter(Column::Id.eq(id))
        .filter(Column::LockVersion.eq(lock_version))
        .filter(Column::PlanId.is_null())
        .exec(tx)
        .await?;
    if gone.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

impl From<Model> for Import {
    fn from(row: Model) -> Self {
        Self {
            id: row.id,
            file_name: row.file_name,
            draft: row.draft,
            created_at: row.created_at,
            plan_id: row.plan_id,
            lock_version: row.lock_version,
        }
    }
}
