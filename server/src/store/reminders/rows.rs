//! Joined rows as they come from the database.

use super::{Addressee, OpenDeliverable, OpenMeasure};
use crate::store::{
    StoreError,
    records::{self, bilingual},
};
use chrono::NaiveDate;
use domain::{
    dates::{DatePrecision, DueDate},
    people::{DigestChoice, Role},
    text::{Email, Lang},
};
use sea_orm::FromQueryResult;
use std::collections::HashMap;

#[derive(Debug, FromQueryResult)]
pub(super) struct MeasureRow {
    id: i64,
    label: String,
    text_en: Option<String>,
    text_fr: Option<String>,
    plan_id: i64,
    plan_en: Option<String>,
    plan_fr: Option<String>,
    organisation_id: Option<i64>,
    organisation_en: Option<String>,
    organisation_fr: Option<String>,
    owner_id: Option<i64>,
    owner_text: Option<String>,
    original_due_on: Option<NaiveDate>,
    original_precision: DatePrecision,
    current_due_on: Option<NaiveDate>,
    current_precision: DatePrecision,
}

#[derive(Debug, FromQueryResult)]
pub(super) struct DeliverableRow {
    deliverable_id: i64,
    title_en: Option<String>,
    title_fr: Option<String>,
    due_on: Option<NaiveDate>,
    due_precision: Option<DatePrecision>,
    #[sea_orm(nested)]
    measure: MeasureRow,
}

#[derive(Debug, FromQueryResult)]
pub(super) struct PersonRow {
    id: i64,
    name: String,
    email: Email,
    lang: Lang,
    organisation_id: Option<i64>,
    digest: DigestChoice,
    deputy_id: Option<i64>,
    role: Option<Role>,
    role_plan_id: Option<i64>,
}

impl MeasureRow {
    pub(super) fn open(self) -> Result<OpenMeasure, StoreError> {
        let due = |precision, day| records::due(precision, day, "measure", self.id);
        Ok(OpenMeasure {
            original: due(self.original_precision, self.original_due_on)?,
            current: due(self.current_precision, self.current_due_on)?,
            id: self.id,
            label: self.label,
            text: bilingual(self.text_en, self.text_fr),
            plan_id: self.plan_id,
            plan: bilingual(self.plan_en, self.plan_fr),
            organisation: self.organisation_id.map(|_| bilingual(self.organisation_en, self.organisation_fr)),
            organisation_id: self.organisation_id,
            owner_id: self.owner_id,
            owner_text: self.owner_text.filter(|words| !words.trim().is_empty()),
        })
    }
}

impl DeliverableRow {
    /// With the latest dates that were granted, by deliverable.
    pub(super) fn open(self, granted: &HashMap<i64, DueDate>) -> Result<OpenDeliverable, StoreError> {
        let id = self.deliverable_id;
        let precision = self.due_precision.unwrap_or(DatePrecision::None);
        let original = records::due(precision, self.due_on, "deliverable", id)?;
        Ok(OpenDeliverable {
            id,
            title: bilingual(self.title_en, self.title_fr),
            original,
            due: granted.get(&id).copied().unwrap_or(original),
            measure: self.measure.open()?,
        })
    }
}

/// One addressee for each run of rows with the same id.
pub(super) fn people(rows: Vec<PersonRow>) -> Vec<Addressee> {
    let mut people: Vec<Addressee> = Vec::new();
    for row in rows {
        let role = row.role.map(|role| (role, row.role_plan_id));
        match people.last_mut().filter(|person| person.id == row.id) {
            Some(person) => person.roles.extend(role),
            None => people.push(Addressee {
                id: row.id,
                name: row.name,
                email: row.email,
                lang: row.lang,
                organisation_id: row.organisation_id,
                digest: row.digest,
                deputy_id: row.deputy_id,
                is_away: false,
                roles: role.into_iter().collect(),
            }),
        }
    }
    people
}
