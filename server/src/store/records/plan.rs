//! Plans, their recommendations and responses.

use super::{Recommendation, bilingual};
use crate::store::entities;
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    people::PlanSubject,
    plan::{PlanStatus, Priority, ResponseKind, SourceKind},
    reminders::ReminderPolicy,
    text::Bilingual,
};

/// A plan.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Plan {
    pub id: i64,
    pub title: Bilingual,
    pub source_title: Bilingual,
    pub source_kind: SourceKind,
    pub source_url: Option<String>,
    pub published_on: Option<NaiveDate>,
    pub status: PlanStatus,
    pub approved_on: Option<NaiveDate>,
    pub approved_by: Option<i64>,
    pub closed_on: Option<NaiveDate>,
    pub closed_by: Option<i64>,
    /// Whether every claim needs evidence, not only those of high priority.
    pub needs_evidence: bool,
    /// When reminders are due, where it is not as on the whole instance.
    pub reminders: Option<ReminderPolicy>,
    pub created_at: DateTime<Utc>,
    pub lock_version: i32,
}

/// Management's response.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Response {
    pub id: i64,
    pub kind: ResponseKind,
    pub text: Bilingual,
    pub reason: Bilingual,
}

/// A recommendation with the response to it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Answered {
    pub recommendation: Recommendation,
    pub addressee: Bilingual,
    pub priority: Priority,
    pub response: Option<Response>,
}

impl Plan {
    /// What the policy needs to know of it.
    #[must_use]
    pub fn subject(&self) -> PlanSubject {
        PlanSubject { id: self.id, status: self.status }
    }
}

impl From<entities::plan::Model> for Plan {
    fn from(row: entities::plan::Model) -> Self {
        Self {
            id: row.id,
            title: bilingual(row.title_en, row.title_fr),
            source_title: bilingual(row.source_title_en, row.source_title_fr),
            source_kind: row.source_kind,
            source_url: row.source_url,
            published_on: row.published_on,
            status: row.status,
            approved_on: row.approved_on,
            approved_by: row.approved_by,
            closed_on: row.closed_on,
            closed_by: row.closed_by,
            needs_evidence: row.needs_evidence,
            reminders: row.reminders,
            created_at: row.created_at,
            lock_version: row.lock_version,
        }
    }
}

impl From<entities::response::Model> for Response {
    fn from(row: entities::response::Model) -> Self {
        Self {
            id: row.id,
            kind: row.kind,
            text: bilingual(row.text_en, row.text_fr),
            reason: bilingual(row.reason_en, row.reason_fr),
        }
    }
}
