//! What a person chooses for themselves.

use super::{
    StoreError, Tx,
    entities::person::{Column, Entity},
};
use domain::{
    people::DigestChoice,
    text::{Email, Lang},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, sea_query::Expr};

/// A person as they know themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Profile {
    pub name: String,
    pub email: Email,
    pub lang: Lang,
    pub time_zone: Option<String>,
    pub digest: DigestChoice,
    pub organisation_id: Option<i64>,
    pub deputy_id: Option<i64>,
    pub lock_version: i32,
}

/// What of it a person may change.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Chosen {
    pub name: String,
    pub lang: Lang,
    pub time_zone: Option<String>,
    pub digest: DigestChoice,
}

/// A person's own profile.
pub async fn find(tx: &Tx, id: i64) -> Result<Option<Profile>, StoreError> {
    let row = Entity::find_by_id(id).filter(Column::IsActive.eq(true)).one(tx).await?;
    Ok(row.map(|row| Profile {
        name: row.name,
        email: row.email,
        lang: row.lang,
        time_zone: row.time_zone,
        digest: row.digest,
        organisation_id: row.organisation_id,
        deputy_id: row.deputy_id,
        lock_version: row.lock_version,
    }))
}

/// Changes it. Errors with `Conflict` when it changed since it was read.
pub async fn save(tx: &Tx, id: i64, lock_version: i32, chosen: Chosen) -> Result<(), StoreError> {
    let done = Entity::update_many()
        .col_expr(Column::Name, Expr::value(chosen.name))
        .col_expr(Column::Lang, Expr::value(chosen.lang))
        .col_expr(Column::TimeZone, Expr::value(chosen.time_zone))
        .col_expr(Column::Digest, Expr::value(chosen.digest))
        .col_expr(Column::LockVersion, Expr::value(lock_version.wrapping_add(1)))
        .filter(Column::Id.eq(id))
        .filter(Column::LockVersion.eq(lock_version))
        .exec(tx)
        .await?;
    if done.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

/// Who of an organisation may be named a deputy: the active others, by id.
pub async fn colleagues(tx: &Tx, id: i64, organisation: i64) -> Result<Vec<(i64, String, String)>, StoreError> {
    let others = Entity::find()
        .select_only()
        .columns([Column::Id, Column::Name, Column::Email])
        .filter(Column::OrganisationId.eq(organisation))
        .filter(Column::IsActive.eq(true))
        .filter(Column::Id.ne(id));
    Ok(others.into_tuple().all(tx).await?)
}
