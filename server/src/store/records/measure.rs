//! A measure with what every page shows of it.

use super::{bilingual, due, forecast};
use crate::store::{StoreError, entities};
use chrono::NaiveDate;
use domain::{
    dates::{DatePrecision, DueDate},
    deliverable::DeliverableStatus,
    measure::{MeasureFacts, MeasureStatus, PromisedDates},
    text::Bilingual,
};

/// An organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Organisation {
    pub id: i64,
    pub code: String,
    pub name: Bilingual,
}

/// A recommendation, as measures refer to it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Recommendation {
    pub id: i64,
    pub position: i32,
    pub number: String,
    pub text: Bilingual,
}

/// A deliverable.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Deliverable {
    pub id: i64,
    pub measure_id: i64,
    pub position: i32,
    pub title: Bilingual,
    pub due: Option<DueDate>,
    pub status: DeliverableStatus,
    pub delivered_on: Option<NaiveDate>,
}

/// The figures of a measure: all that counting, sorting and authorising need.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct MeasureFigures {
    pub id: i64,
    pub plan_id: i64,
    pub position: i32,
    pub lead_organisation_id: Option<i64>,
    pub owner_id: Option<i64>,
    pub ended_on: Option<NaiveDate>,
    /// What the flags are computed from; the granted extensions are counted.
    pub facts: MeasureFacts,
}

/// A measure with everything around it that a table shows.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Measure {
    pub figures: MeasureFigures,
    pub label: String,
    pub text: Bilingual,
    pub lead: Option<Organisation>,
    /// The name of the person assigned, else the words of the source.
    pub owner: Option<String>,
    pub start_on: Option<NaiveDate>,
    pub due_text: Option<String>,
    pub percent: u8,
    pub deliverables: Vec<Deliverable>,
    /// The recommendations it answers, in the order of the plan.
    pub recommendations: Vec<Recommendation>,
    /// The organisations that support it, by code.
    pub support: Vec<Organisation>,
    pub lock_version: i32,
}

impl From<entities::organisation::Model> for Organisation {
    fn from(row: entities::organisation::Model) -> Self {
        Self { id: row.id, code: row.code, name: bilingual(row.name_en, row.name_fr) }
    }
}

impl From<entities::recommendation::Model> for Recommendation {
    fn from(row: entities::recommendation::Model) -> Self {
        Self { id: row.id, position: row.position, number: row.number, text: bilingual(row.text_en, row.text_fr) }
    }
}

impl TryFrom<entities::deliverable::Model> for Deliverable {
    type Error = StoreError;

    fn try_from(row: entities::deliverable::Model) -> Result<Self, StoreError> {
        Ok(Self {
            due: forecast(row.due_precision, row.due_on, "deliverable", row.id)?,
            id: row.id,
            measure_id: row.measure_id,
            position: row.position,
            title: bilingual(row.title_en, row.title_fr),
            status: row.status,
            delivered_on: row.delivered_on,
        })
    }
}

/// The columns of `measure` that [`MeasureFigures`] is made of.
#[derive(Debug, Clone, sea_orm::DerivePartialModel)]
#[sea_orm(entity = "entities::measure::Entity")]
pub(crate) struct FigureColumns {
    pub id: i64,
    pub plan_id: i64,
    pub position: i32,
    pub lead_organisation_id: Option<i64>,
    pub owner_id: Option<i64>,
    pub owner_text: Option<String>,
    pub original_due_on: Option<NaiveDate>,
    pub original_precision: DatePrecision,
    pub current_due_on: Option<NaiveDate>,
    pub current_precision: DatePrecision,
    pub forecast_due_on: Option<NaiveDate>,
    pub forecast_precision: Option<DatePrecision>,
    pub status: MeasureStatus,
    pub last_update_on: Option<NaiveDate>,
    pub ended_on: Option<NaiveDate>,
}

impl From<&entities::measure::Model> for FigureColumns {
    fn from(row: &entities::measure::Model) -> Self {
        Self {
            id: row.id,
            plan_id: row.plan_id,
            position: row.position,
            lead_organisation_id: row.lead_organisation_id,
            owner_id: row.owner_id,
            owner_text: row.owner_text.clone(),
            original_due_on: row.original_due_on,
            original_precision: row.original_precision,
            current_due_on: row.current_due_on,
            current_precision: row.current_precision,
            forecast_due_on: row.forecast_due_on,
            forecast_precision: row.forecast_precision,
            status: row.status,
            last_update_on: row.last_update_on,
            ended_on: row.ended_on,
        }
    }
}

impl FigureColumns {
    /// The figures, with the number of granted extensions counted elsewhere.
    pub(crate) fn figures(&self, extensions: u32) -> Result<MeasureFigures, StoreError> {
        let original = due(self.original_precision, self.original_due_on, "measure", self.id)?;
        let current = due(self.current_precision, self.current_due_on, "measure", self.id)?;
        let named_in_words = self.owner_text.as_deref().is_some_and(|words| !words.trim().is_empty());
        let facts = MeasureFacts {
            status: self.status,
            dates: PromisedDates::from_stored(original, current),
            forecast: forecast(self.forecast_precision, self.forecast_due_on, "measure", self.id)?,
            has_owner: self.lead_organisation_id.is_some() || self.owner_id.is_some() || named_in_words,
            last_update: self.last_update_on,
            extensions,
        };
        Ok(MeasureFigures {
            id: self.id,
            plan_id: self.plan_id,
            position: self.position,
            lead_organisation_id: self.lead_organisation_id,
            owner_id: self.owner_id,
            ended_on: self.ended_on,
            facts,
        })
    }
}

/// A stored percentage, which the schema keeps between 0 and 100.
pub(crate) fn percent(stored: i32, table: &'static str, id: i64) -> Result<u8, StoreError> {
    u8::try_from(stored).ok().filter(|n| *n <= 100).ok_or_else(|| StoreError::impossible(table, id, "not a percentage"))
}
