//! Changes to people. Each is guarded by the person's `lock_version`.

use crate::store::{
    StoreError, Tx,
    entities::person::{ActiveModel, Column, Entity},
    people::NewPerson,
};
use chrono::NaiveDate;
use domain::{people::DigestChoice, text::Email};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, EntityTrait, QueryFilter, QuerySelect, UpdateMany,
    sea_query::{Expr, ExprTrait},
};
use std::collections::HashMap;

async fn guarded(tx: &Tx, change: UpdateMany<Entity>, id: i64, lock_version: i32) -> Result<(), StoreError> {
    let done = change
        .col_expr(Column::LockVersion, Expr::value(lock_version.wrapping_add(1)))
        .filter(Column::Id.eq(id))
        .filter(Column::LockVersion.eq(lock_version))
        .exec(tx)
        .await?;
    if done.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

/// Notes that something about a person changes. Errors with `Conflict` when something else did meanwhile.
pub async fn touch(tx: &Tx, id: i64, lock_version: i32) -> Result<(), StoreError> {
    guarded(tx, Entity::update_many(), id, lock_version).await
}

/// Notes that something about many people changes, whatever else did meanwhile.
pub async fn touch_all(tx: &Tx, ids: &[i64]) -> Result<(), StoreError> {
    for chunk in ids.chunks(500) {
        Entity::update_many()
            .col_expr(Column::LockVersion, ExprTrait::add(Expr::col(Column::LockVersion), 1))
            .filter(Column::Id.is_in(chunk.iter().copied()))
            .exec(tx)
            .await?;
    }
    Ok(())
}

/// Changes name, address, language and organisation. Errors with `Conflict`, or with `Duplicate` when the address is
/// taken.
pub async fn set_details(tx: &Tx, id: i64, lock_version: i32, new: &NewPerson) -> Result<(), StoreError> {
    let change = Entity::update_many()
        .col_expr(Column::Name, Expr::value(new.name.clone()))
        .col_expr(Column::Email, Expr::value(new.email.as_str()))
        .col_expr(Column::Lang, Expr::value(new.lang))
        .col_expr(Column::OrganisationId, Expr::value(new.organisation_id));
    guarded(tx, change, id, lock_version).await
}

/// Archives a person with a day and a reason, or lets them sign in again.
pub async fn set_archived(tx: &Tx, id: i64, lock_version: i32, archived: Option<(NaiveDate, String)>) -> Result<(), StoreError> {
    let is_active = archived.is_none();
    let (on, reason) = archived.unzip();
    let change = Entity::update_many()
        .col_expr(Column::IsActive, Expr::value(is_active))
        .col_expr(Column::ArchivedOn, Expr::value(on))
        .col_expr(Column::ArchivedReason, Expr::value(reason));
    guarded(tx, change, id, lock_version).await
}

/// Names a deputy, or nobody.
pub async fn set_deputy(tx: &Tx, id: i64, lock_version: i32, deputy: Option<i64>) -> Result<(), StoreError> {
    guarded(tx, Entity::update_many().col_expr(Column::DeputyId, Expr::value(deputy)), id, lock_version).await
}

/// Adds many people in few statements and answers their ids by address. Errors with `Duplicate` when one is taken.
pub async fn add_all(tx: &Tx, people: &[NewPerson]) -> Result<HashMap<String, i64>, StoreError> {
    let mut ids = HashMap::with_capacity(people.len());
    for chunk in people.chunks(500) {
        let rows = chunk.iter().map(|new| ActiveModel {
            id: NotSet,
            name: Set(new.name.clone()),
            email: Set(new.email.clone()),
            lang: Set(new.lang),
            time_zone: Set(None),
            digest: Set(DigestChoice::Daily),
            organisation_id: Set(new.organisation_id),
            deputy_id: Set(None),
            is_active: Set(true),
            archived_on: Set(None),
            archived_reason: Set(None),
            lock_version: Set(0),
        });
        Entity::insert_many(rows).exec_without_returning(tx).await?;
        let emails: Vec<Email> = chunk.iter().map(|new| new.email.clone()).collect();
        let added = Entity::find().select_only().columns([Column::Email, Column::Id]).filter(Column::Email.is_in(emails));
        ids.extend(added.into_tuple::<(String, i64)>().all(tx).await?);
    }
    Ok(ids)
}
