//! Progress updates and extension requests.

use super::{bilingual, due, forecast, percent};
use crate::store::{StoreError, entities};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{dates::DueDate, extensions::ExtensionState, measure::MeasureStatus, progress::UpdateKind, text::Bilingual};
use std::collections::HashMap;

/// A progress update.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Update {
    pub id: i64,
    pub measure_id: i64,
    pub reported_on: NaiveDate,
    /// When it became known: a contact's answer is published later than it was given.
    pub recorded_at: DateTime<Utc>,
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
    /// The date granted, else the one asked for.
    pub to: DueDate,
    /// The date asked for.
    pub asked: DueDate,
    pub requested_by: Option<i64>,
    /// In whose place, when a deputy could ask only so.
    pub requested_for: Option<i64>,
    /// The name of who asked.
    pub requester: Option<String>,
    /// The name of the person in whose place it was asked.
    pub principal: Option<String>,
    pub reason: Bilingual,
    pub impact: Bilingual,
    pub state: ExtensionState,
    /// The words of the decision.
    pub notes: Bilingual,
    pub decided_on: Option<NaiveDate>,
    /// The name of who decided, or recorded what a meeting decided.
    pub decider: Option<String>,
    /// The name of the meeting that decided.
    pub meeting: Bilingual,
    /// The deliverables that move with the measure, in their order.
    pub deliverables: Vec<ExtensionDate>,
}

/// The date of one deliverable in a request.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct ExtensionDate {
    pub deliverable_id: i64,
    pub title: Bilingual,
    /// The date promised first.
    pub original: DueDate,
    pub from: DueDate,
    pub asked: DueDate,
    pub granted: Option<DueDate>,
}

impl Update {
    pub(crate) fn from_row(row: entities::progress_update::Model, author: String) -> Result<Self, StoreError> {
        Ok(Self {
            percent: percent(row.percent, "progress_update", row.id)?,
            forecast: forecast(row.forecast_precision, row.forecast_due_on, "progress_update", row.id)?,
            id: row.id,
            measure_id: row.measure_id,
            reported_on: row.reported_on,
            recorded_at: row.recorded_at,
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
    /// Who asked, and in whose place: neither decides alone.
    pub fn askers(&self) -> Vec<i64> {
        self.requested_by.into_iter().chain(self.requested_for).collect()
    }

    /// From its row, with the names of people and meetings, and the dates of deliverables.
    pub(crate) fn from_row(
        row: entities::extension::Model,
        (people, meetings): (&HashMap<i64, String>, &HashMap<i64, Bilingual>),
        deliverables: Vec<ExtensionDate>,
    ) -> Result<Self, StoreError> {
        let name = |id: Option<i64>| id.and_then(|id| people.get(&id).cloned());
        Ok(Self {
            asked: due(row.asked_precision, row.asked_due_on, "extension", row.id)?,
            requested_by: row.requested_by,
            requested_for: row.requested_for,
            requester: name(row.requested_by),
            principal: name(row.requested_for),
            decider: name(row.decided_by),
            notes: bilingual(row.notes_en, row.notes_fr),
            meeting: row.meeting_id.and_then(|id| meetings.get(&id).cloned()).unwrap_or_default(),
            from: due(row.from_precision, row.from_due_on, "extension", row.id)?,
            to: due(row.to_precision, row.to_due_on, "extension", row.id)?,
            id: row.id,
            measure_id: row.measure_id,
            requested_on: row.requested_on,
            reason: bilingual(row.reason_en, row.reason_fr),
            impact: bilingual(row.impact_en, row.impact_fr),
            state: row.state,
            decided_on: row.decided_on,
            deliverables,
        })
    }
}
