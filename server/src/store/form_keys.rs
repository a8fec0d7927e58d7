//! The keys of forms that added something, each used once.

use super::{
    StoreError, Tx,
    entities::used_form::{ActiveModel, Column, Entity},
};
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, QueryFilter,
    sea_query::{Expr, OnConflict},
};

/// Uses a key; whether it is the first time. Of two at once the second one waits for what becomes of the first.
pub async fn first(tx: &Tx, key: &str, person_id: i64, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let row = ActiveModel { form_key: Set(key.to_owned()), person_id: Set(Some(person_id)), made: Set(None), used_at: Set(now) };
    let once = OnConflict::column(Column::FormKey).do_nothing().to_owned();
    Ok(Entity::insert(row).on_conflict(once).exec_without_returning(tx).await? > 0)
}

/// Notes what a form added.
pub async fn note_made(tx: &Tx, key: &str, id: i64) -> Result<(), StoreError> {
    let its = Entity::update_many().col_expr(Column::Made, Expr::value(id)).filter(Column::FormKey.eq(key));
    its.exec(tx).await?;
    Ok(())
}

/// What a form added.
pub async fn made(tx: &Tx, key: &str) -> Result<Option<i64>, StoreError> {
    Ok(Entity::find_by_id(key.to_owned()).one(tx).await?.and_then(|row| row.made))
}

/// Forgets the keys used before a moment.
pub async fn forget_before(tx: &Tx, moment: DateTime<Utc>) -> Result<u64, StoreError> {
    Ok(Entity::delete_many().filter(Column::UsedAt.lt(moment)).exec(tx).await?.rows_affected)
}
