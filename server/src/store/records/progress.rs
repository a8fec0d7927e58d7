//! Progress updates and extension requests.

use super::{bilingual, due, forecast, percent};
use crate::store::{StoreError, entities};
use chrono::NaiveDate;
use domain::{dates::DueDate, extensions::ExtensionState, measure::MeasureStatus, progress::UpdateKind, text::Bilingual};

/// A progress update.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Update {
    pub id: i64,
    pub measure_id: i64,
    pub reported_on: NaiveDate,
    /// The reporting period's code.
    pub period: String,
    /// The author's name.
    pub author: String,
    pub kind: UpdateKind,
    /// Who answered for an organisation without accounts.
    pub contact: Option<String>,
    pub status: MeasureStatus,
    pub percent: u8,
    pub done: Bilingual,
    pub obstacles: Bilingual,
    pub next_step: Bilingual,
    pub forecast: Option<DueDate>,
}

/// A request for a later date.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Extension {
    pub id: i64,
    pub measure_id: i64,
    pub requested_on: NaiveDate,
    pub from: DueDate,
    pub to: DueDate,
    pub reason: Bilingual,
    pub impact: Bilingual,
    pub state: ExtensionState,
    pub decided_on: Option<NaiveDate>,
    /// The name of the meeting that decided.
    pub meeting: Bilingual,
}

impl Update {
    pub(crate) fn from_row(row: entities::progress_update::Model, author: String) -> Result<Self, StoreError> {
        Ok(Self {
            percent: percent(row.percent, "progress_update", row.id)?,
            forecast: forecast(row.forecast_precision, row.forecast_due_on, "progress_update", row.id)?,
            id: row.id,
            measure_id: row.measure_id,
            reported_on: row.reported_on,
            period: row.period,
            author,
            kind: row.kind,
            contact: row.contact,
            status: row.status,
            done: bilingual(row.done_en, row.done_fr),
            obstacles: bilingual(row.obstacles_en, row.obstacles_fr),
            next_step: bilingual(row.next_step_en, row.next_step_fr),
        })
    }
}

impl Extension {
    pub(crate) fn from_row(row: entities::extension::Model, meeting: Bilingual) -> Result<Self, StoreError> {
        Ok(Self {
            from: due(row.from_precision, row.from_due_on, "extension", row.id)?,
            to: due(row.to_precision, row.to_due_on, "extension", row.id)?,
            id: row.id,
            measure_id: row.measure_id,
            requested_on: row.requested_on,
            reason: bilingual(row.reason_en, row.reason_fr),
            impact: bilingual(row.impact_en, row.impact_fr),
            state: row.state,
            decided_on: row.decided_on,
            meeting,
        })
    }
}
