//! What reminders are computed from, in a handful of queries however large the plans, and their delivery record.

mod rows;

use super::{
    StoreError, Tx,
    entities::{deliverable, measure, organisation, person, person_role, plan, reminder},
    extensions,
};
use chrono::NaiveDate;
use domain::{
    dates::DueDate,
    deliverable::DeliverableStatus,
    measure::{MeasureStatus, PromisedDates},
    people::{DigestChoice, Role},
    plan::PlanStatus,
    reminders::ReminderPolicy,
    text::{Bilingual, Coded, Email, Lang},
};
use rows::{DeliverableRow, MeasureRow, PersonRow};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, Condition, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::{OnConflict, Query},
};
use std::collections::{HashMap, HashSet};

/// A measure of an approved plan whose lead owes work.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct OpenMeasure {
    pub id: i64,
    pub label: String,
    pub text: Bilingual,
    pub plan_id: i64,
    pub plan: Bilingual,
    pub organisation_id: Option<i64>,
    pub organisation: Option<Bilingual>,
    pub owner_id: Option<i64>,
    pub owner_text: Option<String>,
    pub original: DueDate,
    pub current: DueDate,
}

/// An open deliverable with a date, together with its measure.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct OpenDeliverable {
    pub id: i64,
    pub title: Bilingual,
    /// Its own date as promised first.
    pub original: DueDate,
    /// Its own date as granted latest.
    pub due: DueDate,
    pub measure: OpenMeasure,
}

impl OpenMeasure {
    /// Its promised dates.
    #[must_use]
    pub fn dates(&self) -> PromisedDates {
        PromisedDates::from_stored(self.original, self.current)
    }
}

impl OpenDeliverable {
    /// Its own promised dates.
    #[must_use]
    pub fn dates(&self) -> PromisedDates {
        PromisedDates::from_stored(self.original, self.due)
    }
}

/// An active person who owns a measure, leads or coordinates, or is the deputy of somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Addressee {
    pub id: i64,
    pub name: String,
    pub email: Email,
    pub lang: Lang,
    pub organisation_id: Option<i64>,
    pub digest: DigestChoice,
    pub deputy_id: Option<i64>,
    pub is_away: bool,
    /// The roles held, with the plan each is limited to: all of who owns a measure or is a deputy, else lead and
    /// coordinator.
    pub roles: Vec<(Role, Option<i64>)>,
}

/// Person, subject and occurrence of a reminder that was put into a mail.
pub type Said = (i64, String, String);

/// A reminder that goes into a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct NewReminder {
    pub measure_id: i64,
    pub deliverable_id: Option<i64>,
    pub subject_key: String,
    pub occurrence_key: String,
}

/// The policies of the approved plans that have one of their own.
pub async fn policies(tx: &Tx) -> Result<HashMap<i64, ReminderPolicy>, StoreError> {
    let rows = plan::Entity::find()
        .select_only()
        .columns([plan::Column::Id, plan::Column::Reminders])
        .filter(plan::Column::Status.eq(PlanStatus::Approved))
        .filter(plan::Column::Reminders.is_not_null())
        .into_tuple::<(i64, ReminderPolicy)>()
        .all(tx)
        .await?;
    Ok(rows.into_iter().collect())
}

/// The measures due on or before a day.
pub async fn measures(tx: &Tx, due_by: NaiveDate) -> Result<Vec<OpenMeasure>, StoreError> {
    let rows = with_measure(measure::Entity::find().select_only())
        .filter(measure::Column::CurrentDueOn.lte(due_by))
        .order_by_asc(measure::Column::PlanId)
        .order_by_asc(measure::Column::Position)
        .into_model::<MeasureRow>()
        .all(tx)
        .await?;
    rows.into_iter().map(MeasureRow::open).collect()
}

/// The deliverables due on or before a day, whose measures are still open.
pub async fn deliverables(tx: &Tx, due_by: NaiveDate) -> Result<Vec<OpenDeliverable>, StoreError> {
    let open = DeliverableStatus::ALL.iter().copied().filter(|status| status.is_open());
    let to_deliverable =
        measure::Entity::belongs_to(deliverable::Entity).from(measure::Column::Id).to(deliverable::Column::MeasureId);
    let rows = with_measure(measure::Entity::find().select_only())
        .join(JoinType::InnerJoin, to_deliverable.into())
        .column_as(deliverable::Column::Id, "deliverable_id")
        .column_as(deliverable::Column::TitleEn, "title_en")
        .column_as(deliverable::Column::TitleFr, "title_fr")
        .column_as(deliverable::Column::DueOn, "due_on")
        .column_as(deliverable::Column::DuePrecision, "due_precision")
        .filter(deliverable::Column::DueOn.lte(due_by))
        .filter(deliverable::Column::Status.is_in(open))
        .order_by_asc(measure::Column::PlanId)
        .order_by_asc(measure::Column::Position)
        .order_by_asc(deliverable::Column::Position)
        .into_model::<DeliverableRow>()
        .all(tx)
        .await?;
    // What was promised for later is not due before: a granted date is after the first one.
    let promised = Query::select()
        .column(deliverable::Column::Id)
        .from(deliverable::Entity)
        .and_where(deliverable::Column::DueOn.lte(due_by))
        .to_owned();
    let granted = extensions::granted(tx, promised).await?;
    let open = rows.into_iter().map(|row| row.open(&granted));
    let is_due = |found: &OpenDeliverable| found.due.last_day().is_some_and(|day| day <= due_by);
    open.filter(|found| found.as_ref().map_or(true, is_due)).collect()
}

/// Measures of approved plans that await their lead, with their plan and lead organisation.
fn with_measure(select: Select<measure::Entity>) -> Select<measure::Entity> {
    use measure::Column;
    let to_plan = measure::Entity::belongs_to(plan::Entity).from(Column::PlanId).to(plan::Column::Id);
    let to_lead = measure::Entity::belongs_to(organisation::Entity).from(Column::LeadOrganisationId).to(organisation::Column::Id);
    select
        .join(JoinType::InnerJoin, to_plan.into())
        .join(JoinType::LeftJoin, to_lead.into())
        .columns([Column::Id, Column::Label, Column::TextEn, Column::TextFr, Column::PlanId])
        .columns([Column::OwnerId, Column::OwnerText])
        .columns([Column::OriginalDueOn, Column::OriginalPrecision, Column::CurrentDueOn, Column::CurrentPrecision])
        .column_as(plan::Column::TitleEn, "plan_en")
        .column_as(plan::Column::TitleFr, "plan_fr")
        .column_as(Column::LeadOrganisationId, "organisation_id")
        .column_as(organisation::Column::NameEn, "organisation_en")
        .column_as(organisation::Column::NameFr, "organisation_fr")
        .filter(plan::Column::Status.eq(PlanStatus::Approved))
        .filter(awaits_lead())
}

fn awaits_lead() -> Condition {
    let awaiting = MeasureStatus::ALL.iter().copied().filter(|status| status.awaits_lead());
    Condition::all().add(measure::Column::Status.is_in(awaiting))
}

/// The active people who own an open measure, lead or coordinate, and every deputy, by id; and who is away that day.
pub async fn addressees(tx: &Tx, today: NaiveDate) -> Result<Vec<Addressee>, StoreError> {
    let to_role = person::Entity::belongs_to(person_role::Entity).from(person::Column::Id).to(person_role::Column::PersonId);
    let owners = measure::Entity::find().select_only().column(measure::Column::OwnerId).filter(awaits_lead());
    let owners = owners.filter(measure::Column::OwnerId.is_not_null());
    let deputies =
        person::Entity::find().select_only().column(person::Column::DeputyId).filter(person::Column::IsActive.eq(true));
    let deputies = deputies.filter(person::Column::DeputyId.is_not_null());
    let rows = person::Entity::find()
        .join(JoinType::LeftJoin, to_role.into())
        .column_as(person_role::Column::Role, "role")
        .column_as(person_role::Column::PlanId, "role_plan_id")
        .filter(person::Column::IsActive.eq(true))
        .filter(
            Condition::any()
                .add(person_role::Column::Role.is_in([Role::Lead, Role::Coordinator]))
                .add(person::Column::Id.in_subquery(sea_orm::QueryTrait::into_query(owners)))
                .add(person::Column::Id.in_subquery(sea_orm::QueryTrait::into_query(deputies))),
        )
        .order_by_asc(person::Column::Id)
        .into_model::<PersonRow>()
        .all(tx)
        .await?;
    let mut people = rows::people(rows);
    let replaced = people.iter().filter(|person| person.deputy_id.is_some()).map(|person| person.id);
    let away = super::people::away(tx, replaced, today).await?;
    people.iter_mut().for_each(|person| person.is_away = away.contains(&person.id));
    Ok(people)
}

/// What was put into mails about measures that are still open.
pub async fn said(tx: &Tx) -> Result<HashSet<Said>, StoreError> {
    use reminder::Column;
    let to_measure = reminder::Entity::belongs_to(measure::Entity).from(Column::MeasureId).to(measure::Column::Id);
    let rows = reminder::Entity::find()
        .select_only()
        .columns([Column::PersonId, Column::SubjectKey, Column::OccurrenceKey])
        .join(JoinType::InnerJoin, to_measure.into())
        .filter(awaits_lead())
        .into_tuple::<Said>()
        .all(tx)
        .await?;
    Ok(rows.into_iter().collect())
}

/// Keeps which reminders went into a mail. Errors with `Conflict` when another mail says one of them already.
pub async fn record(tx: &Tx, person_id: i64, outbox_id: i64, lines: Vec<NewReminder>) -> Result<(), StoreError> {
    use reminder::Column;
    let rows: Vec<_> = lines
        .into_iter()
        .map(|line| reminder::ActiveModel {
            id: NotSet,
            person_id: Set(person_id),
            measure_id: Set(line.measure_id),
            deliverable_id: Set(line.deliverable_id),
            subject_key: Set(line.subject_key),
            occurrence_key: Set(line.occurrence_key),
            outbox_id: Set(outbox_id),
        })
        .collect();
    let once = [Column::PersonId, Column::SubjectKey, Column::OccurrenceKey];
    for chunk in rows.chunks(500) {
        let once = OnConflict::columns(once).do_nothing().to_owned();
        let insert = reminder::Entity::insert_many(chunk.to_vec()).on_conflict(once);
        if insert.exec_without_returning(tx).await? != chunk.len() as u64 {
            return Err(StoreError::Conflict);
        }
    }
    Ok(())
}
