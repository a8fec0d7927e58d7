//! The hashes of passwords.

use super::{
    StoreError, Tx,
    entities::{
        password::{self, Column, Entity},
        person,
    },
};
use chrono::{DateTime, Utc};
use domain::text::{Email, Lang};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

/// A stored password.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Stored {
    pub hash: String,
    pub set_at: DateTime<Utc>,
    pub lock_version: i32,
}

/// An active person, as whoever changes their secrets needs to know them.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Holder {
    pub id: i64,
    pub name: String,
    pub email: Email,
    pub lang: Lang,
}

fn holder_of(row: person::Model) -> Holder {
    Holder { id: row.id, name: row.name, email: row.email, lang: row.lang }
}

/// The active person with this id.
pub async fn holder(tx: &Tx, person: i64) -> Result<Option<Holder>, StoreError> {
    let active = person::Entity::find_by_id(person).filter(person::Column::IsActive.eq(true));
    Ok(active.one(tx).await?.map(holder_of))
}

/// The active person with this address.
pub async fn holder_by_email(tx: &Tx, email: &Email) -> Result<Option<Holder>, StoreError> {
    let active = person::Entity::find().filter(person::Column::Email.eq(email.clone())).filter(person::Column::IsActive.eq(true));
    Ok(active.one(tx).await?.map(holder_of))
}

/// The password of a person.
pub async fn of(tx: &Tx, person: i64) -> Result<Option<Stored>, StoreError> {
    let stored = |row: password::Model| Stored { hash: row.hash, set_at: row.set_at, lock_version: row.lock_version };
    Ok(Entity::find_by_id(person).one(tx).await?.map(stored))
}

/// Sets the password of a person who had this one, or none. Errors with `Conflict` when it was set meanwhile.
pub async fn set(tx: &Tx, person: i64, before: Option<&Stored>, hash: String, at: DateTime<Utc>) -> Result<(), StoreError> {
    let Some(before) = before else {
        let row = password::ActiveModel { person_id: Set(person), hash: Set(hash), set_at: Set(at), lock_version: Set(0) };
        return match Entity::insert(row).exec_without_returning(tx).await.map_err(StoreError::from) {
            Err(StoreError::Duplicate(_)) => Err(StoreError::Conflict),
            other => other.map(|_| ()),
        };
    };
    let changed = Entity::update_many()
        .col_expr(Column::Hash, Expr::value(hash))
        .col_expr(Column::SetAt, Expr::value(at))
        .col_expr(Column::LockVersion, Expr::value(before.lock_version + 1))
        .filter(Column::PersonId.eq(person))
        .filter(Column::LockVersion.eq(before.lock_version))
        .exec(tx)
        .await?;
    if changed.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}
