//! The audit rows the demo would have left behind, had people done it all themselves.

use crate::store::audit::{AuditEntry, Change};
use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use domain::trail::{AuditAction, RecordKind};

/// The request that loading the demo counts as.
const REQUEST: &str = "demo";

/// What happened, as it is collected.
#[derive(Debug)]
pub struct Story {
    now: DateTime<Utc>,
    entries: Vec<AuditEntry>,
}

/// One thing that happened.
#[derive(Debug)]
pub struct Event {
    pub on: NaiveDate,
    pub who: Option<i64>,
    pub action: AuditAction,
    pub record: RecordKind,
    pub id: i64,
    pub plan: i64,
    pub changes: Vec<Change>,
}

impl Story {
    /// Nothing happened yet; nothing happens later than `now`.
    pub fn new(now: DateTime<Utc>) -> Self {
        Self { now, entries: Vec::new() }
    }

    /// A moment in the working hours of a day.
    pub fn moment(&self, on: NaiveDate) -> DateTime<Utc> {
        let afternoon = on.and_time(NaiveTime::MIN).and_utc() + TimeDelta::hours(18);
        afternoon.min(self.now)
    }

    /// Takes note of an event.
    pub fn tell(&mut self, event: Event) {
        let at = self.moment(event.on);
        self.entries.push(AuditEntry {
            at,
            person_id: event.who,
            request_id: REQUEST.to_owned(),
            action: event.action,
            record: event.record,
            record_id: event.id,
            plan_id: Some(event.plan),
            changes: event.changes,
        });
    }

    /// Everything, in the order it happened.
    pub fn told(mut self) -> Vec<AuditEntry> {
        self.entries.sort_by_key(|entry| entry.at);
        self.entries
    }
}
