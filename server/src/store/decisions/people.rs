//! Who may have to be told of a decision.

use crate::store::{
    StoreError, Tx,
    entities::{person, person_role},
    people::away,
};
use chrono::NaiveDate;
use domain::{
    people::Role,
    text::{Email, Lang},
};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};
use std::collections::{HashMap, HashSet};

/// An active person with the roles held on one plan.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Recipient {
    pub id: i64,
    pub name: String,
    pub email: Email,
    pub lang: Lang,
    pub organisation_id: Option<i64>,
    pub roles: Vec<Role>,
    /// The deputy of who is away today.
    pub deputy_id: Option<i64>,
}

impl Recipient {
    /// Whether the person holds one of these roles on the plan.
    #[must_use]
    pub fn is(&self, roles: &[Role]) -> bool {
        self.roles.iter().any(|role| roles.contains(role))
    }
}

/// The active people who coordinate, lead or decide on a plan, and these others, by id; with the deputies of those who
/// are away on a day.
pub async fn recipients(tx: &Tx, plan_id: i64, others: &[i64], on: NaiveDate) -> Result<Vec<Recipient>, StoreError> {
    let on_plan = Condition::any().add(person_role::Column::PlanId.is_null()).add(person_role::Column::PlanId.eq(plan_id));
    let held = person_role::Entity::find().filter(on_plan).filter(person_role::Column::Role.is_in([
        Role::Coordinator,
        Role::Lead,
        Role::Executive,
    ]));
    let mut roles: HashMap<i64, Vec<Role>> = HashMap::new();
    for row in held.all(tx).await? {
        roles.entry(row.person_id).or_default().push(row.role);
    }
    let ids: Vec<i64> = roles.keys().copied().chain(others.iter().copied()).collect();
    let mut people = active(tx, &ids).await?;
    let replaced = people.iter().filter(|person| person.deputy_id.is_some()).map(|person| person.id);
    let away = away(tx, replaced, on).await?;
    let stands_in = |person: &person::Model| person.deputy_id.filter(|_| away.contains(&person.id));
    let known: HashSet<i64> = people.iter().map(|person| person.id).collect();
    let deputies: Vec<i64> = people.iter().filter_map(stands_in).filter(|deputy| !known.contains(deputy)).collect();
    if !deputies.is_empty() {
        people.extend(active(tx, &deputies).await?);
    }
    let recipient = |row: person::Model| Recipient {
        roles: roles.remove(&row.id).unwrap_or_default(),
        deputy_id: stands_in(&row),
        id: row.id,
        name: row.name,
        email: row.email,
        lang: row.lang,
        organisation_id: row.organisation_id,
    };
    Ok(people.into_iter().map(recipient).collect())
}

async fn active(tx: &Tx, ids: &[i64]) -> Result<Vec<person::Model>, StoreError> {
    let people = person::Entity::find()
        .filter(person::Column::Id.is_in(ids.iter().copied()))
        .filter(person::Column::IsActive.eq(true))
        .order_by_asc(person::Column::Id);
    Ok(people.all(tx).await?)
}
