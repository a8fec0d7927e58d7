//! The people around a plan: who may be named as an owner, and who brought it where it stands.

use crate::store::{
    StoreError, Tx,
    entities::{audit, person, person_role},
    people,
    records::Plan,
};
use domain::{text::Coded, trail::RecordKind};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Query};

/// Somebody who sees a plan, at least from its approval on.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Reader {
    pub id: i64,
    pub name: String,
    pub organisation_id: Option<i64>,
}

/// Who brought a plan where it stands; `None` where it did not get there, or where the program did it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "named by what they did")]
pub struct Movers {
    pub created: Option<String>,
    pub approved: Option<String>,
    pub closed: Option<String>,
}

/// The active people with a role that reaches a plan, by name; and whoever is named already, whatever became of them.
pub async fn readers(tx: &Tx, plan_id: i64, also: Option<i64>) -> Result<Vec<Reader>, StoreError> {
    let reaching = Query::select()
        .column(person_role::Column::PersonId)
        .from(person_role::Entity)
        .cond_where(Condition::any().add(person_role::Column::PlanId.is_null()).add(person_role::Column::PlanId.eq(plan_id)))
        .to_owned();
    let active = Condition::all().add(person::Column::IsActive.eq(true)).add(person::Column::Id.in_subquery(reaching));
    let rows = person::Entity::find()
        .filter(Condition::any().add(active).add(person::Column::Id.is_in(also)))
        .order_by_asc(person::Column::Name)
        .order_by_asc(person::Column::Id)
        .all(tx)
        .await?;
    let reader = |row: person::Model| Reader { id: row.id, name: row.name, organisation_id: row.organisation_id };
    Ok(rows.into_iter().map(reader).collect())
}

/// Who created, approved and closed a plan: two queries.
pub async fn movers(tx: &Tx, plan: &Plan) -> Result<Movers, StoreError> {
    let first: Option<Option<i64>> = audit::Entity::find()
        .select_only()
        .column(audit::Column::PersonId)
        .filter(audit::Column::Entity.eq(RecordKind::Plan.code()))
        .filter(audit::Column::EntityId.eq(plan.id))
        .order_by_asc(audit::Column::Id)
        .into_tuple()
        .one(tx)
        .await?;
    let created = first.flatten();
    let ids: Vec<i64> = [created, plan.approved_by, plan.closed_by].into_iter().flatten().collect();
    let names = people::names(tx, &ids).await?;
    let name = |id: Option<i64>| id.and_then(|id| names.get(&id).cloned());
    Ok(Movers { created: name(created), approved: name(plan.approved_by), closed: name(plan.closed_by) })
}
