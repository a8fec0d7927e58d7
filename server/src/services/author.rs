//! Who is behind a change, for the audit trail.

use crate::store::audit::{AuditEntry, Change};
use app::backend::{Caller, Visitor};
use chrono::{DateTime, Utc};
use domain::{
    people::Action,
    trail::{AuditAction, RecordKind},
};

/// Who changes something, when, and in which request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    /// When.
    pub at: DateTime<Utc>,
    /// The person; `None` for the program itself.
    pub person: Option<i64>,
    /// In whose place, when the person may only as a deputy.
    pub in_place_of: Option<i64>,
    /// The request.
    pub request_id: String,
}

impl Author {
    /// The person who asks.
    #[must_use]
    pub fn caller(caller: &Caller, at: DateTime<Utc>) -> Self {
        Self { at, person: Some(caller.actor.person), in_place_of: None, request_id: caller.request_id.clone() }
    }

    /// The person who asks, as whoever lets them do this.
    #[must_use]
    pub fn acting(caller: &Caller, at: DateTime<Utc>, action: Action) -> Self {
        Self { in_place_of: caller.actor.in_place_of(action), ..Self::caller(caller, at) }
    }

    /// The person who decides something that these people may not decide: by whose authority it is, is somebody else's
    /// where it can be.
    #[must_use]
    pub fn deciding(caller: &Caller, at: DateTime<Utc>, action: Action, barred: &[i64]) -> Self {
        Self { in_place_of: caller.actor.by_authority_of(action, barred), ..Self::caller(caller, at) }
    }

    /// Somebody who is not signed in: nobody known, or the person that a link or a second step is about.
    #[must_use]
    pub fn visitor(visitor: &Visitor, at: DateTime<Utc>, person: Option<i64>) -> Self {
        Self { at, person, in_place_of: None, request_id: visitor.request_id.clone() }
    }

    /// The program itself, started by somebody with access to the machine.
    #[must_use]
    pub fn program(command: &str, at: DateTime<Utc>) -> Self {
        Self { at, person: None, in_place_of: None, request_id: command.to_owned() }
    }

    /// The audit row of one change. It says by whose authority a deputy acted, whatever the act.
    #[must_use]
    pub fn entry(
        &self,
        action: AuditAction,
        record: RecordKind,
        record_id: i64,
        plan_id: Option<i64>,
        mut changes: Vec<Change>,
    ) -> AuditEntry {
        changes.extend(change("in_place_of", None, self.in_place_of.map(|person| person.to_string())));
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
