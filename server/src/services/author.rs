//! Who is behind a change, for the audit trail.

use crate::store::audit::{AuditEntry, Change};
use app::backend::Caller;
use chrono::{DateTime, Utc};
use domain::trail::{AuditAction, RecordKind};

/// Who changes something, when, and in which request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    /// When.
    pub at: DateTime<Utc>,
    /// The person; `None` for the program itself.
    pub person: Option<i64>,
    /// The request.
    pub request_id: String,
}

impl Author {
    /// The person who asks.
    #[must_use]
    pub fn caller(caller: &Caller, at: DateTime<Utc>) -> Self {
        Self { at, person: Some(caller.actor.person), request_id: caller.request_id.clone() }
    }

    /// The program itself, started by somebody with access to the machine.
    #[must_use]
    pub fn program(command: &str, at: DateTime<Utc>) -> Self {
        Self { at, person: None, request_id: command.to_owned() }
    }

    /// The audit row of one change.
    #[must_use]
    pub fn entry(
        &self,
        action: AuditAction,
        record: RecordKind,
        record_id: i64,
        plan_id: Option<i64>,
        changes: Vec<Change>,
    ) -> AuditEntry {
        AuditEntry {
            at: self.at,
            person_id: self.person,
            request_id: self.request_id.clone(),
            action,
            record,
            record_id,
            plan_id,
            changes,
        }
    }
}

/// A changed field, unless it did not change.
#[must_use]
pub fn change(field: &str, old: Option<String>, new: Option<String>) -> Option<Change> {
    (old != new).then(|| (field.to_owned(), old, new))
}
