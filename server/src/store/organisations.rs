//! Organisations as administrators keep them, archived ones included.

use super::{
    StoreError, Tx,
    entities::{
        measure, organisation,
        organisation::{Column, Entity},
        person,
    },
    records::{bilingual, text_in},
    wait,
};
use chrono::NaiveDate;
use domain::{
    measure::MeasureStatus,
    text::{Bilingual, Coded, Lang},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr};
use std::collections::HashMap;

/// An organisation with what only administrators see.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Kept {
    pub id: i64,
    pub code: String,
    pub code_fr: Option<String>,
    pub name: Bilingual,
    pub archived_on: Option<NaiveDate>,
    pub archived_reason: Option<String>,
    pub lock_version: i32,
}

impl Kept {
    /// Its codes, without capitals.
    pub fn codes(&self) -> impl Iterator<Item = String> {
        std::iter::once(&self.code).chain(&self.code_fr).map(|code| code.to_lowercase())
    }
}

impl From<organisation::Model> for Kept {
    fn from(row: organisation::Model) -> Self {
        Self {
            id: row.id,
            code: row.code,
            code_fr: row.code_fr,
            name: bilingual(row.name_en, row.name_fr),
            archived_on: row.archived_on,
            archived_reason: row.archived_reason,
            lock_version: row.lock_version,
        }
    }
}

/// Every organisation, by code.
pub async fn all(tx: &Tx) -> Result<Vec<Kept>, StoreError> {
    let rows = Entity::find().order_by_asc(Column::Code).all(tx).await?;
    Ok(rows.into_iter().map(Kept::from).collect())
}

/// Every organisation, for a transaction that gives one a code: another one that does waits until its end. The indexes
/// look at one language each, so that only this keeps the English code of one from being the French code of another.
pub async fn all_to_write(tx: &Tx) -> Result<Vec<Kept>, StoreError> {
    wait::lock(tx, "codes of organisations").await?;
    all(tx).await
}

/// One organisation.
pub async fn find(tx: &Tx, id: i64) -> Result<Option<Kept>, StoreError> {
    Ok(Entity::find_by_id(id).one(tx).await?.map(Kept::from))
}

/// How many people of each organisation may sign in.
pub async fn people(tx: &Tx) -> Result<HashMap<i64, u64>, StoreError> {
    let counted: Vec<(i64, i64)> = person::Entity::find()
        .select_only()
        .column(person::Column::OrganisationId)
        .column_as(person::Column::Id.count(), "people")
        .filter(person::Column::IsActive.eq(true))
        .filter(person::Column::OrganisationId.is_not_null())
        .group_by(person::Column::OrganisationId)
        .into_tuple()
        .all(tx)
        .await?;
    Ok(counted.into_iter().map(|(id, count)| (id, count.unsigned_abs())).collect())
}

/// How many live measures each organisation leads.
pub async fn leads(tx: &Tx) -> Result<HashMap<i64, u64>, StoreError> {
    let live = MeasureStatus::ALL.iter().copied().filter(|status| status.is_live());
    let counted: Vec<(i64, i64)> = measure::Entity::find()
        .select_only()
        .column(measure::Column::LeadOrganisationId)
        .column_as(measure::Column::Id.count(), "measures")
        .filter(measure::Column::Status.is_in(live))
        .filter(measure::Column::LeadOrganisationId.is_not_null())
        .group_by(measure::Column::LeadOrganisationId)
        .into_tuple()
        .all(tx)
        .await?;
    Ok(counted.into_iter().map(|(id, count)| (id, count.unsigned_abs())).collect())
}

/// Changes codes and names. Errors with `Conflict`, or with `Duplicate` when a code is taken.
pub async fn set(
    tx: &Tx,
    id: i64,
    lock_version: i32,
    (code, code_fr): (&str, Option<&str>),
    name: &Bilingual,
) -> Result<(), StoreError> {
    let done = Entity::update_many()
        .col_expr(Column::Code, Expr::value(code))
        .col_expr(Column::CodeFr, Expr::value(code_fr))
        .col_expr(Column::NameEn, Expr::value(text_in(name, Lang::En)))
        .col_expr(Column::NameFr, Expr::value(text_in(name, Lang::Fr)))
        .col_expr(Column::LockVersion, Expr::value(lock_version.wrapping_add(1)))
        .filter(Column::Id.eq(id))
        .filter(Column::LockVersion.eq(lock_version))
        .exec(tx)
        .await?;
    if done.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

/// Archives an organisation with a day and a reason, or brings it back. Errors with `Conflict`.
pub async fn set_archived(tx: &Tx, id: i64, lock_version: i32, archived: Option<(NaiveDate, String)>) -> Result<(), StoreError> {
    let (on, reason) = archived.unzip();
    let done = Entity::update_many()
        .col_expr(Column::ArchivedOn, Expr::value(on))
        .col_expr(Column::ArchivedReason, Expr::value(reason))
        .col_expr(Column::LockVersion, Expr::value(lock_version.wrapping_add(1)))
        .filter(Column::Id.eq(id))
        .filter(Column::LockVersion.eq(lock_version))
        .exec(tx)
        .await?;
    if done.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}
