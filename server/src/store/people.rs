//! Organisations, people and their roles.

use super::{
    StoreError, Tx,
    entities::{absence, organisation, person, person_role},
    records,
};
use chrono::NaiveDate;
use domain::{
    people::{Actor, DigestChoice, Grant, Principal, Role},
    text::{Bilingual, Email, Lang},
};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::{NotSet, Set},
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityName, EntityTrait, Iterable, QueryFilter, QueryOrder,
    sea_query::{Expr, Query, SelectStatement},
};
use std::collections::{HashMap, HashSet};

/// A person to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct NewPerson {
    pub name: String,
    pub email: Email,
    pub lang: Lang,
    pub organisation_id: Option<i64>,
}

/// Adds an organisation with its code, and the one in French where that is another. Errors with `Duplicate` when one of
/// them is taken.
pub async fn add_organisation(tx: &Tx, (code, code_fr): (&str, Option<&str>), name: &Bilingual) -> Result<i64, StoreError> {
    let row = organisation::ActiveModel {
        id: NotSet,
        code: Set(code.to_owned()),
        code_fr: Set(code_fr.map(str::to_owned)),
        name_en: Set(name.get(Lang::En).map(str::to_owned)),
        name_fr: Set(name.get(Lang::Fr).map(str::to_owned)),
        archived_on: Set(None),
        archived_reason: Set(None),
        lock_version: Set(0),
    };
    Ok(organisation::Entity::insert(row).exec(tx).await?.last_insert_id)
}

/// Adds a person. Errors with `Duplicate` when the address is taken.
pub async fn add_person(tx: &Tx, new: NewPerson) -> Result<i64, StoreError> {
    let row = person::ActiveModel {
        id: NotSet,
        name: Set(new.name),
        email: Set(new.email),
        lang: Set(new.lang),
        time_zone: Set(None),
        digest: Set(DigestChoice::Daily),
        organisation_id: Set(new.organisation_id),
        deputy_id: Set(None),
        is_active: Set(true),
        archived_on: Set(None),
        archived_reason: Set(None),
        lock_version: Set(0),
    };
    Ok(person::Entity::insert(row).exec(tx).await?.last_insert_id)
}

/// Inserts a row of a person where that person is active: one statement, the same whether or not there is such a
/// person, so that nobody learns it from how long it takes.
pub(super) async fn insert_for<A: ActiveModelTrait>(tx: &Tx, row: A, owner: i64) -> Result<(), StoreError> {
    let columns = <A::Entity as EntityTrait>::Column::iter();
    let set = columns.filter_map(|column| Some((column, Expr::val(row.get(column).into_value()?))));
    let (columns, values): (Vec<_>, Vec<_>) = set.unzip();
    let mut theirs = Query::select();
    theirs.exprs(values).from(person::Entity);
    theirs.and_where(person::Column::Id.eq(owner)).and_where(person::Column::IsActive.eq(true));
    let mut insert = Query::insert();
    insert.into_table(A::Entity::default().table_ref()).columns(columns);
    insert.select_from(theirs).map_err(|error| StoreError::Database(DbErr::Custom(error.to_string())))?;
    tx.execute(&insert).await?;
    Ok(())
}

/// Gives a role. Errors with `Duplicate` when it is held already.
pub async fn grant(tx: &Tx, person_id: i64, grant: Grant) -> Result<i64, StoreError> {
    let row = person_role::ActiveModel {
        id: NotSet,
        person_id: Set(person_id),
        role: Set(grant.role),
        plan_id: Set(grant.plan),
        lock_version: Set(0),
    };
    Ok(person_role::Entity::insert(row).exec(tx).await?.last_insert_id)
}

/// A person with today's roles and the people they stand in for; `None` when there is no such person or it may not
/// sign in any more.
pub async fn actor(tx: &Tx, person_id: i64, today: NaiveDate) -> Result<Option<Actor>, StoreError> {
    let circle = Condition::any().add(person::Column::Id.eq(person_id)).add(person::Column::DeputyId.eq(person_id));
    let circle = person::Entity::find().filter(circle).filter(person::Column::IsActive.eq(true));
    let (mine, others): (Vec<_>, Vec<_>) =
        circle.order_by_asc(person::Column::Id).all(tx).await?.into_iter().partition(|p| p.id == person_id);
    let Some(row) = mine.into_iter().next() else { return Ok(None) };
    let mut grants = grants_of(tx, others.iter().map(|p| p.id).chain([person_id])).await?;
    let away = if others.is_empty() { HashSet::new() } else { away(tx, others.iter().map(|p| p.id), today).await? };
    let principal = |p: person::Model| Principal {
        person: p.id,
        is_away: away.contains(&p.id),
        name: p.name,
        organisation: p.organisation_id,
        grants: grants.remove(&p.id).unwrap_or_default(),
    };
    // A zone that this version does not know any more is no reason to keep somebody out.
    let time_zone = row.time_zone.as_deref().and_then(|zone| zone.parse().ok());
    let stands_in_for = others.into_iter().map(principal).collect();
    let grants = grants.remove(&person_id).unwrap_or_default();
    Ok(Some(Actor {
        person: row.id,
        name: row.name,
        organisation: row.organisation_id,
        lang: row.lang,
        time_zone,
        grants,
        stands_in_for,
    }))
}

/// The roles of some people, in the order in which they were given.
async fn grants_of(tx: &Tx, people: impl Iterator<Item = i64>) -> Result<HashMap<i64, Vec<Grant>>, StoreError> {
    let roles = person_role::Entity::find().filter(person_role::Column::PersonId.is_in(people));
    let mut grants: HashMap<i64, Vec<Grant>> = HashMap::new();
    for row in roles.order_by_asc(person_role::Column::Id).all(tx).await? {
        grants.entry(row.person_id).or_default().push(Grant { role: row.role, plan: row.plan_id });
    }
    Ok(grants)
}

/// Which of some people are away on a day.
pub async fn away(tx: &Tx, people: impl Iterator<Item = i64>, today: NaiveDate) -> Result<HashSet<i64>, StoreError> {
    let now = absence::Entity::find()
        .filter(absence::Column::PersonId.is_in(people))
        .filter(absence::Column::StartsOn.lte(today))
        .filter(absence::Column::EndsOn.gte(today));
    Ok(now.all(tx).await?.into_iter().map(|row| row.person_id).collect())
}

/// The names of some people.
pub async fn names(tx: &Tx, ids: &[i64]) -> Result<HashMap<i64, String>, StoreError> {
    Ok(name_map(person::Entity::find().filter(person::Column::Id.is_in(ids.iter().copied())).all(tx).await?))
}

/// The names and addresses of people.
pub async fn known(tx: &Tx, ids: &[i64]) -> Result<HashMap<i64, (String, Email)>, StoreError> {
    let people = person::Entity::find().filter(person::Column::Id.is_in(ids.iter().copied())).all(tx).await?;
    Ok(people.into_iter().map(|person| (person.id, (person.name, person.email))).collect())
}

/// The names of the people whose ids a query gives.
pub(crate) async fn names_in(tx: &Tx, ids: SelectStatement) -> Result<HashMap<i64, String>, StoreError> {
    Ok(name_map(person::Entity::find().filter(person::Column::Id.in_subquery(ids)).all(tx).await?))
}

fn name_map(people: Vec<person::Model>) -> HashMap<i64, String> {
    people.into_iter().map(|person| (person.id, person.name)).collect()
}

/// Every organisation, by code.
pub async fn organisations(tx: &Tx) -> Result<Vec<records::Organisation>, StoreError> {
    let rows = organisation::Entity::find().order_by_asc(organisation::Column::Code).all(tx).await?;
    Ok(rows.into_iter().map(records::Organisation::from).collect())
}

/// The organisations that can be chosen, by code: those that were not archived.
pub async fn open_organisations(tx: &Tx) -> Result<Vec<records::Organisation>, StoreError> {
    let open = organisation::Entity::find().filter(organisation::Column::ArchivedOn.is_null());
    let rows = open.order_by_asc(organisation::Column::Code).all(tx).await?;
    Ok(rows.into_iter().map(records::Organisation::from).collect())
}

/// The organisations in which an active person leads measures, as pairs of organisation and the plan the role is
/// limited to.
pub async fn organisations_with_leads(tx: &Tx) -> Result<Vec<(i64, Option<i64>)>, StoreError> {
    let roles = person_role::Entity::find().filter(person_role::Column::Role.eq(Role::Lead)).all(tx).await?;
    let leads = Query::select()
        .column(person_role::Column::PersonId)
        .from(person_role::Entity)
        .and_where(person_role::Column::Role.eq(Role::Lead))
        .to_owned();
    let people = person::Entity::find()
        .filter(person::Column::IsActive.eq(true))
        .filter(person::Column::OrganisationId.is_not_null())
        .filter(person::Column::Id.in_subquery(leads))
        .all(tx)
        .await?;
    let home: HashMap<i64, i64> = people.into_iter().filter_map(|p| Some((p.id, p.organisation_id?))).collect();
    Ok(roles.into_iter().filter_map(|role| Some((*home.get(&role.person_id)?, role.plan_id))).collect())
}

/// The owners of the measures of a scope who can sign in.
pub async fn active_owners(tx: &Tx, scope: &super::measures::Scope) -> Result<HashSet<i64>, StoreError> {
    let owners = scope.column_query(super::entities::measure::Column::OwnerId);
    let active = person::Entity::find().filter(person::Column::IsActive.eq(true)).filter(person::Column::Id.in_subquery(owners));
    Ok(active.all(tx).await?.into_iter().map(|person| person.id).collect())
}

/// Where an active person is written to: address, name and language.
pub async fn address(tx: &Tx, person_id: i64) -> Result<Option<(Email, String, Lang)>, StoreError> {
    let active = person::Entity::find_by_id(person_id).filter(person::Column::IsActive.eq(true));
    Ok(active.one(tx).await?.map(|person| (person.email, person.name, person.lang)))
}
