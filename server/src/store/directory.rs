//! People as administrators keep them: who there is, where each stands on the way in, and changes to one.

mod standing;
mod write;

pub use standing::{Invitation, invitations, last_sign_ins};
pub use write::{add_all, set_archived, set_deputy, set_details, touch, touch_all};

use super::{
    StoreError, Tx,
    entities::{
        measure,
        person::{self, Column, Entity},
        person_role, plan,
    },
    records::bilingual,
};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    measure::MeasureStatus,
    people::{PersonState, Role},
    plan::PlanStatus,
    text::{Bilingual, Coded, Email, Lang},
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::{ExprTrait, SelectStatement},
};

/// A person with what only administrators see.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Kept {
    pub id: i64,
    pub name: String,
    pub email: Email,
    pub lang: Lang,
    pub organisation_id: Option<i64>,
    pub deputy_id: Option<i64>,
    pub is_active: bool,
    pub archived_on: Option<NaiveDate>,
    pub archived_reason: Option<String>,
    pub lock_version: i32,
}

impl From<person::Model> for Kept {
    fn from(row: person::Model) -> Self {
        Self {
            id: row.id,
            name: row.name,
            email: row.email,
            lang: row.lang,
            organisation_id: row.organisation_id,
            deputy_id: row.deputy_id,
            is_active: row.is_active,
            archived_on: row.archived_on,
            archived_reason: row.archived_reason,
            lock_version: row.lock_version,
        }
    }
}

/// Which people are meant.
#[derive(Debug, Clone, Default)]
#[allow(missing_docs, reason = "they are those of the page's filter")]
pub struct Narrowed {
    pub organisation: Option<i64>,
    pub role: Option<Role>,
    pub without_role: bool,
    pub state: Option<PersonState>,
}

impl Narrowed {
    fn condition(&self, now: DateTime<Utc>) -> Condition {
        let mut all = Condition::all().add(Column::IsActive.eq(self.state != Some(PersonState::Archived)));
        if let Some(organisation) = self.organisation {
            all = all.add(Column::OrganisationId.eq(organisation));
        }
        if let Some(role) = self.role {
            all = all.add(Column::Id.in_subquery(holders(Some(role))));
        }
        if self.without_role {
            all = all.add(Column::Id.not_in_subquery(holders(None)));
        }
        let signed_in = || Column::Id.in_subquery(standing::signed_in());
        let invited = || Column::Id.in_subquery(standing::invited(now));
        match self.state {
            Some(PersonState::Active) => all.add(signed_in()),
            Some(PersonState::Invited) => all.add(ExprTrait::not(signed_in())).add(invited()),
            Some(PersonState::NeverSignedIn) => all.add(ExprTrait::not(signed_in())).add(ExprTrait::not(invited())),
            Some(PersonState::Archived) | None => all,
        }
    }
}

/// Those who hold a role, or any role.
fn holders(role: Option<Role>) -> SelectStatement {
    let mut holders = person_role::Entity::find().select_only().column(person_role::Column::PersonId);
    if let Some(role) = role {
        holders = holders.filter(person_role::Column::Role.eq(role));
    }
    holders.into_query()
}

/// The id, name and address of everybody who is meant.
pub async fn entries(tx: &Tx, narrowed: &Narrowed, now: DateTime<Utc>) -> Result<Vec<(i64, String, String)>, StoreError> {
    let found = Entity::find()
        .select_only()
        .columns([Column::Id, Column::Name, Column::Email])
        .filter(narrowed.condition(now))
        .order_by_asc(Column::Id);
    Ok(found.into_tuple().all(tx).await?)
}

/// How many are meant.
pub async fn count(tx: &Tx, narrowed: &Narrowed, now: DateTime<Utc>) -> Result<u64, StoreError> {
    Ok(Entity::find().filter(narrowed.condition(now)).count(tx).await?)
}

/// Some people, in the order of the ids.
pub async fn load(tx: &Tx, ids: &[i64]) -> Result<Vec<Kept>, StoreError> {
    let rows = Entity::find().filter(Column::Id.is_in(ids.iter().copied())).all(tx).await?;
    let mut found: Vec<Kept> = rows.into_iter().map(Kept::from).collect();
    let place = |id: i64| ids.iter().position(|other| *other == id);
    found.sort_by_key(|person| place(person.id));
    Ok(found)
}

/// One person.
pub async fn find(tx: &Tx, id: i64) -> Result<Option<Kept>, StoreError> {
    Ok(Entity::find_by_id(id).one(tx).await?.map(Kept::from))
}

/// The people who may sign in whose deputy somebody is.
pub async fn principals(tx: &Tx, deputy: i64) -> Result<Vec<Kept>, StoreError> {
    let found = Entity::find().filter(Column::DeputyId.eq(deputy)).filter(Column::IsActive.eq(true));
    Ok(found.order_by_asc(Column::Name).all(tx).await?.into_iter().map(Kept::from).collect())
}

/// Who has one of some addresses already, archived or not.
pub async fn known(tx: &Tx, emails: &[Email]) -> Result<Vec<Kept>, StoreError> {
    let mut known = Vec::new();
    for chunk in emails.chunks(500) {
        let found = Entity::find().filter(Column::Email.is_in(chunk.iter().cloned())).all(tx).await?;
        known.extend(found.into_iter().map(Kept::from));
    }
    Ok(known)
}

/// The open measures a person owns: id and label, at most so many.
pub async fn owned(tx: &Tx, person: i64, limit: u64) -> Result<(Vec<(i64, String)>, u64), StoreError> {
    let live = MeasureStatus::ALL.iter().copied().filter(|status| status.is_live());
    let open = measure::Entity::find().filter(measure::Column::OwnerId.eq(person)).filter(measure::Column::Status.is_in(live));
    let all = open.clone().count(tx).await?;
    let first = open
        .select_only()
        .columns([measure::Column::Id, measure::Column::Label])
        .order_by_asc(measure::Column::PlanId)
        .order_by_asc(measure::Column::Position)
        .limit(limit);
    Ok((first.into_tuple().all(tx).await?, all))
}

/// Whether a person owns a measure of an approved plan that goes on.
pub async fn owns(tx: &Tx, person: i64) -> Result<bool, StoreError> {
    let live = MeasureStatus::ALL.iter().copied().filter(|status| status.is_live());
    let approved =
        plan::Entity::find().select_only().column(plan::Column::Id).filter(plan::Column::Status.eq(PlanStatus::Approved));
    let own = measure::Entity::find()
        .select_only()
        .column(measure::Column::Id)
        .filter(measure::Column::OwnerId.eq(person))
        .filter(measure::Column::Status.is_in(live))
        .filter(measure::Column::PlanId.in_subquery(approved.into_query()))
        .limit(1);
    let found: Option<i64> = own.into_tuple().one(tx).await?;
    Ok(found.is_some())
}

/// Every plan by title, newest first.
pub async fn plans(tx: &Tx) -> Result<Vec<(i64, Bilingual)>, StoreError> {
    let rows: Vec<(i64, Option<String>, Option<String>)> = plan::Entity::find()
        .select_only()
        .columns([plan::Column::Id, plan::Column::TitleEn, plan::Column::TitleFr])
        .order_by_desc(plan::Column::CreatedAt)
        .order_by_desc(plan::Column::Id)
        .into_tuple()
        .all(tx)
        .await?;
    Ok(rows.into_iter().map(|(id, en, fr)| (id, bilingual(en, fr))).collect())
}
