//! Who people are at the single sign-on provider, and the roles its groups take back.

use super::{
    StoreError, Tx,
    entities::{external_identity, person_role},
};
use chrono::{DateTime, Utc};
use domain::people::Role;
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder,
};

/// The person of an account of a provider.
pub async fn find(tx: &Tx, issuer: &str, subject: &str) -> Result<Option<i64>, StoreError> {
    let account = external_identity::Entity::find()
        .filter(external_identity::Column::Issuer.eq(issuer))
        .filter(external_identity::Column::Subject.eq(subject));
    Ok(account.one(tx).await?.map(|row| row.person_id))
}

/// Whether a person has an account of this provider already.
pub async fn has_one(tx: &Tx, person_id: i64, issuer: &str) -> Result<bool, StoreError> {
    let account = external_identity::Entity::find()
        .filter(external_identity::Column::PersonId.eq(person_id))
        .filter(external_identity::Column::Issuer.eq(issuer));
    Ok(account.one(tx).await?.is_some())
}

/// Says that an account is a person's. Errors with `Duplicate` when it is somebody's already.
pub async fn link(tx: &Tx, person_id: i64, issuer: &str, subject: &str, now: DateTime<Utc>) -> Result<(), StoreError> {
    let row = external_identity::ActiveModel {
        id: NotSet,
        person_id: Set(person_id),
        issuer: Set(issuer.to_owned()),
        subject: Set(subject.to_owned()),
        linked_at: Set(now),
    };
    external_identity::Entity::insert(row).exec(tx).await?;
    Ok(())
}

/// An account of a provider that is somebody's.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Linked {
    pub issuer: String,
    pub subject: String,
    pub linked_at: DateTime<Utc>,
}

/// The accounts of a person, the one linked last first.
pub async fn of(tx: &Tx, person_id: i64) -> Result<Vec<Linked>, StoreError> {
    let accounts = external_identity::Entity::find()
        .filter(external_identity::Column::PersonId.eq(person_id))
        .order_by_desc(external_identity::Column::LinkedAt)
        .order_by_desc(external_identity::Column::Id);
    let linked = |row: external_identity::Model| Linked { issuer: row.issuer, subject: row.subject, linked_at: row.linked_at };
    Ok(accounts.all(tx).await?.into_iter().map(linked).collect())
}

/// Forgets the accounts of a person.
pub async fn unlink(tx: &Tx, person_id: i64) -> Result<(), StoreError> {
    external_identity::Entity::delete_many().filter(external_identity::Column::PersonId.eq(person_id)).exec(tx).await?;
    Ok(())
}

/// Takes back a role on the whole instance; roles on single plans stay.
pub async fn withdraw(tx: &Tx, person_id: i64, role: Role) -> Result<(), StoreError> {
    person_role::Entity::delete_many()
        .filter(person_role::Column::PersonId.eq(person_id))
        .filter(person_role::Column::Role.eq(role))
        .filter(person_role::Column::PlanId.is_null())
        .exec(tx)
        .await?;
    Ok(())
}
