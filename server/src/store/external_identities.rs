//! Who people are at the single sign-on provider, and the roles its groups take back.

use super::{
    StoreError, Tx,
    entities::{external_identity, person_role},
};
use chrono::{DateTime, Utc};
use domain::people::Role;
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, EntityTrait, QueryFilter,
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
