//! Days on which people are away.

use super::{
    StoreError, Tx,
    entities::absence::{ActiveModel, Column, Entity, Model},
};
use chrono::NaiveDate;
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder,
};

/// The absences of a person that are not over on a day, the earliest first: id, first and last day.
pub async fn upcoming(tx: &Tx, person_id: i64, today: NaiveDate) -> Result<Vec<(i64, NaiveDate, NaiveDate)>, StoreError> {
    let rows = Entity::find()
        .filter(Column::PersonId.eq(person_id))
        .filter(Column::EndsOn.gte(today))
        .order_by_asc(Column::StartsOn)
        .order_by_asc(Column::Id)
        .all(tx)
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.starts_on, row.ends_on)).collect())
}

/// Adds an absence.
pub async fn add(tx: &Tx, person_id: i64, starts_on: NaiveDate, ends_on: NaiveDate) -> Result<(), StoreError> {
    let row = ActiveModel {
        id: NotSet,
        person_id: Set(person_id),
        starts_on: Set(starts_on),
        ends_on: Set(ends_on),
        lock_version: Set(0),
    };
    Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// Removes an absence of a person and answers its days; `None` when there is none.
pub async fn remove(tx: &Tx, person_id: i64, id: i64) -> Result<Option<(NaiveDate, NaiveDate)>, StoreError> {
    let found: Option<Model> = Entity::find_by_id(id).filter(Column::PersonId.eq(person_id)).one(tx).await?;
    let Some(row) = found else { return Ok(None) };
    Entity::delete_by_id(id).exec(tx).await?;
    Ok(Some((row.starts_on, row.ends_on)))
}
