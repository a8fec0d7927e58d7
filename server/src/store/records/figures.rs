//! The figures of a measure, without its texts.

use super::{due, forecast};
use crate::store::{StoreError, entities};
use chrono::NaiveDate;
use domain::{
    dates::{DatePrecision, DueDate},
    measure::{MeasureFacts, MeasureStatus, PromisedDates},
    people::{MeasureSubject, PlanSubject},
};
use std::collections::HashSet;

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

impl MeasureFigures {
    /// What the policy needs to know of the measure, in its plan.
    #[must_use]
    pub fn subject(&self, plan: PlanSubject) -> MeasureSubject {
        MeasureSubject { plan, lead_organisation: self.lead_organisation_id, owner: self.owner_id, status: self.facts.status }
    }
}

/// What was granted of a measure.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Granted {
    /// How many extensions.
    pub count: u32,
    /// The date of the first one.
    pub first: Option<DueDate>,
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
    /// The figures, with the granted extensions that are read elsewhere. An owner who is not among the active ones
    /// answers for nothing any more.
    pub(crate) fn figures(&self, granted: Granted, active: &HashSet<i64>) -> Result<MeasureFigures, StoreError> {
        let original = due(self.original_precision, self.original_due_on, "measure", self.id)?;
        let current = due(self.current_precision, self.current_due_on, "measure", self.id)?;
        let named_in_words = self.owner_text.as_deref().is_some_and(|words| !words.trim().is_empty());
        let owned = self.owner_id.is_some_and(|owner| active.contains(&owner));
        let facts = MeasureFacts {
            status: self.status,
            dates: PromisedDates::from_stored(original, current),
            first_day: granted.first,
            forecast: forecast(self.forecast_precision, self.forecast_due_on, "measure", self.id)?,
            has_owner: self.lead_organisation_id.is_some() || owned || named_in_words,
            last_update: self.last_update_on,
            extensions: granted.count,
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
