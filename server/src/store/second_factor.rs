//! Second factors and the recovery codes that stand in for them.

use super::{
    StoreError, Tx,
    entities::{recovery_code, second_factor},
};
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter,
    sea_query::Expr,
};
use std::fmt;

/// A second factor, in use once it is confirmed.
#[derive(Clone, PartialEq, Eq)]
pub struct Factor {
    /// The shared secret, in base 32.
    pub secret: String,
    /// Since when it is in use; `None` while it is being set up.
    pub confirmed_at: Option<DateTime<Utc>>,
    /// The last step of time for which a code was accepted.
    pub last_step: i64,
}

impl fmt::Debug for Factor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Factor").field("confirmed_at", &self.confirmed_at).finish_non_exhaustive()
    }
}

/// The second factor of a person, in use or not.
pub async fn of(tx: &Tx, person: i64) -> Result<Option<Factor>, StoreError> {
    let found = second_factor::Entity::find_by_id(person).one(tx).await?;
    Ok(found.map(|row| Factor { secret: row.secret, confirmed_at: row.confirmed_at, last_step: row.last_step }))
}

/// Whether a person has one in use.
pub async fn is_in_use(tx: &Tx, person: i64) -> Result<bool, StoreError> {
    Ok(of(tx, person).await?.is_some_and(|factor| factor.confirmed_at.is_some()))
}

/// Begins anew with a secret. Errors with `Conflict` when one is in use.
pub async fn begin(tx: &Tx, person: i64, secret: String) -> Result<(), StoreError> {
    if is_in_use(tx, person).await? {
        return Err(StoreError::Conflict);
    }
    second_factor::Entity::delete_by_id(person).exec(tx).await?;
    let row = second_factor::ActiveModel {
        person_id: Set(person),
        secret: Set(secret),
        confirmed_at: Set(None),
        last_step: Set(0),
        lock_version: Set(0),
    };
    second_factor::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// Notes that the code of a step was accepted; false when it, or a later one, was accepted before. Two at once: one
/// of them is.
pub async fn accept(tx: &Tx, person: i64, step: i64) -> Result<bool, StoreError> {
    let used = second_factor::Entity::update_many()
        .col_expr(second_factor::Column::LastStep, Expr::value(step))
        .filter(second_factor::Column::PersonId.eq(person))
        .filter(second_factor::Column::LastStep.lt(step))
        .exec(tx)
        .await?;
    Ok(used.rows_affected == 1)
}

/// Puts a second factor that was being set up into use; false when there was none.
pub async fn confirm(tx: &Tx, person: i64, at: DateTime<Utc>) -> Result<bool, StoreError> {
    let confirmed = second_factor::Entity::update_many()
        .col_expr(second_factor::Column::ConfirmedAt, Expr::value(at))
        .filter(second_factor::Column::PersonId.eq(person))
        .filter(second_factor::Column::ConfirmedAt.is_null())
        .exec(tx)
        .await?;
    Ok(confirmed.rows_affected == 1)
}

/// Removes a person's second factor with its recovery codes; whether there was one.
pub async fn remove(tx: &Tx, person: i64) -> Result<bool, StoreError> {
    replace_codes(tx, person, Vec::new()).await?;
    Ok(second_factor::Entity::delete_by_id(person).exec(tx).await?.rows_affected == 1)
}

/// Replaces the recovery codes of a person by ones with these hashes.
pub async fn replace_codes(tx: &Tx, person: i64, hashes: Vec<String>) -> Result<(), StoreError> {
    let theirs = recovery_code::Column::PersonId.eq(person);
    recovery_code::Entity::delete_many().filter(theirs).exec(tx).await?;
    let row = |hash| recovery_code::ActiveModel { id: NotSet, person_id: Set(person), code_hash: Set(hash), used_at: Set(None) };
    let rows: Vec<_> = hashes.into_iter().map(row).collect();
    if !rows.is_empty() {
        recovery_code::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// Uses a recovery code up; false when there is none with this hash or it was used. Two at once: one of them gets it.
pub async fn use_code(tx: &Tx, person: i64, hash: &str, at: DateTime<Utc>) -> Result<bool, StoreError> {
    let used = recovery_code::Entity::update_many()
        .col_expr(recovery_code::Column::UsedAt, Expr::value(at))
        .filter(recovery_code::Column::PersonId.eq(person))
        .filter(recovery_code::Column::CodeHash.eq(hash))
        .filter(recovery_code::Column::UsedAt.is_null())
        .exec(tx)
        .await?;
    Ok(used.rows_affected == 1)
}

/// How many recovery codes are left.
pub async fn codes_left(tx: &Tx, person: i64) -> Result<u64, StoreError> {
    let left = recovery_code::Entity::find().filter(recovery_code::Column::PersonId.eq(person));
    Ok(left.filter(recovery_code::Column::UsedAt.is_null()).count(tx).await?)
}
