//! Attempts to get in, counted under keys that do not say what they stand for.

use super::{
    StoreError, Tx,
    entities::sign_in_attempt::{self, Column, Entity},
};
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

/// The moments of the latest attempts under a key since a moment, the latest first.
pub async fn latest(tx: &Tx, key: &str, since: DateTime<Utc>, most: u64) -> Result<Vec<DateTime<Utc>>, StoreError> {
    let recent = Entity::find().filter(Column::KeyHash.eq(key)).filter(Column::At.gt(since));
    Ok(recent.order_by_desc(Column::At).limit(most).all(tx).await?.into_iter().map(|row| row.at).collect())
}

/// Notes an attempt; answers its id.
pub async fn add(tx: &Tx, key: String, at: DateTime<Utc>) -> Result<i64, StoreError> {
    let row = sign_in_attempt::ActiveModel { id: NotSet, key_hash: Set(key), at: Set(at) };
    Ok(Entity::insert(row).exec(tx).await?.last_insert_id)
}

/// Takes attempts back.
pub async fn take_back(tx: &Tx, ids: &[i64]) -> Result<(), StoreError> {
    Entity::delete_many().filter(Column::Id.is_in(ids.iter().copied())).exec(tx).await?;
    Ok(())
}

/// Forgets all attempts under a key.
pub async fn forget(tx: &Tx, key: &str) -> Result<(), StoreError> {
    Entity::delete_many().filter(Column::KeyHash.eq(key)).exec(tx).await?;
    Ok(())
}

/// Forgets all attempts before a moment.
pub async fn forget_before(tx: &Tx, moment: DateTime<Utc>) -> Result<u64, StoreError> {
    Ok(Entity::delete_many().filter(Column::At.lt(moment)).exec(tx).await?.rows_affected)
}
