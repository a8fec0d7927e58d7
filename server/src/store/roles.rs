//! The roles of people as administrators give and take them.

use super::{
    StoreError, Tx,
    entities::{
        person,
        person_role::{self, Column, Entity},
    },
};
use domain::people::{Grant, Role};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use std::collections::HashMap;

/// A grant with its id.
pub type Held = (i64, Grant);

/// The grants of some people, in the order in which they were given.
pub async fn of(tx: &Tx, people: &[i64]) -> Result<HashMap<i64, Vec<Held>>, StoreError> {
    let rows = Entity::find().filter(Column::PersonId.is_in(people.iter().copied())).order_by_asc(Column::Id).all(tx).await?;
    let mut held: HashMap<i64, Vec<Held>> = HashMap::new();
    for row in rows {
        held.entry(row.person_id).or_default().push((row.id, Grant { role: row.role, plan: row.plan_id }));
    }
    Ok(held)
}

/// Takes a grant of a person back; answers whether there was one.
pub async fn take(tx: &Tx, person_id: i64, grant: i64) -> Result<bool, StoreError> {
    let done = Entity::delete_many().filter(Column::Id.eq(grant)).filter(Column::PersonId.eq(person_id)).exec(tx).await?;
    Ok(done.rows_affected == 1)
}

/// Whether anybody else who may sign in administers the instance.
pub async fn others_administer(tx: &Tx, person_id: i64) -> Result<bool, StoreError> {
    let all = Entity::find().filter(Column::Role.eq(Role::Administrator)).filter(Column::PlanId.is_null());
    let active = person::Entity::find().select_only().column(person::Column::Id).filter(person::Column::IsActive.eq(true));
    let others = all.filter(Column::PersonId.ne(person_id)).filter(Column::PersonId.in_subquery(active.into_query()));
    Ok(others.count(tx).await? > 0)
}

/// Holds up everybody else who is about to take an administrator away, until the end of the transaction: two at once
/// must not take the last two. On SQLite a transaction that writes is alone already.
pub async fn lock_administrators(tx: &Tx) -> Result<(), StoreError> {
    let all = Entity::find().filter(Column::Role.eq(Role::Administrator)).filter(Column::PlanId.is_null());
    all.order_by_asc(Column::Id).lock_exclusive().all(tx).await?;
    Ok(())
}

/// Adds many grants in few statements.
pub async fn give_all(tx: &Tx, grants: impl IntoIterator<Item = (i64, Grant)>) -> Result<(), StoreError> {
    use sea_orm::ActiveValue::{NotSet, Set};
    let rows: Vec<_> = grants
        .into_iter()
        .map(|(person, grant)| person_role::ActiveModel {
            id: NotSet,
            person_id: Set(person),
            role: Set(grant.role),
            plan_id: Set(grant.plan),
            lock_version: Set(0),
        })
        .collect();
    for chunk in rows.chunks(500) {
        Entity::insert_many(chunk.to_vec()).exec_without_returning(tx).await?;
    }
    Ok(())
}
