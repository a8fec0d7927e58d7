//! The audit trail (rule 9): who changed what, chained by hash so that tampering shows.

mod chain;
mod history;
mod log;

pub use chain::{Inspection, NotNoted, Noted, fingerprint, inspect, verify};
pub use history::{Recorded, Which, history, history_length};
pub use log::{Narrowed, log, log_after, log_length, people_called};

use super::{
    StoreError, Tx,
    entities::{audit, audit_head},
};
use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use domain::{
    text::Coded,
    trail::{AuditAction, RecordKind},
};
use sea_orm::{ActiveValue::Set, EntityTrait, QuerySelect};

/// The id of the one row that holds the last hash.
const HEAD: i32 = 1;
/// As many rows as go into one statement.
const CHUNK: usize = 500;

/// One changed field: its name, the value before and the value after. Values are codes, dates or texts.
pub type Change = (String, Option<String>, Option<String>);

/// One change, before it is chained.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditEntry {
    /// When.
    pub at: DateTime<Utc>,
    /// Who; `None` for the program itself.
    pub person_id: Option<i64>,
    /// The request it came from.
    pub request_id: String,
    /// What was done.
    pub action: AuditAction,
    /// To what kind of record.
    pub record: RecordKind,
    /// To which one.
    pub record_id: i64,
    /// The plan it belongs to.
    pub plan_id: Option<i64>,
    /// The fields that changed.
    pub changes: Vec<Change>,
}

/// Writes one audit row. Call it last in a transaction: the head of the chain stays locked until the commit.
pub async fn record(tx: &Tx, entry: AuditEntry) -> Result<(), StoreError> {
    record_all(tx, vec![entry]).await
}

/// Writes several audit rows, in order, in few statements.
pub async fn record_all(tx: &Tx, entries: Vec<AuditEntry>) -> Result<(), StoreError> {
    // PostgreSQL locks the row; on SQLite the transaction is the only writer already.
    let head = audit_head::Entity::find_by_id(HEAD).lock_exclusive().one(tx).await?;
    let mut hash = head.ok_or_else(|| StoreError::impossible("audit_head", HEAD.into(), "the row is missing"))?.hash;
    let mut rows = Vec::with_capacity(entries.len());
    for entry in entries {
        let row = row(entry, hash)?;
        hash = row.hash.clone();
        rows.push(active(row));
    }
    for chunk in rows.chunks(CHUNK) {
        audit::Entity::insert_many(chunk.to_vec()).exec_without_returning(tx).await?;
    }
    audit_head::Entity::update(audit_head::ActiveModel { id: Set(HEAD), hash: Set(hash) }).exec(tx).await?;
    Ok(())
}

/// The row as stored; PostgreSQL keeps microseconds, so nothing finer is hashed.
fn row(entry: AuditEntry, previous_hash: String) -> Result<audit::Model, StoreError> {
    let changes = serde_json::to_string(&entry.changes).map_err(|error| StoreError::impossible("audit", 0, error))?;
    let mut row = audit::Model {
        id: 0,
        at: entry.at.duration_trunc(TimeDelta::microseconds(1)).unwrap_or(entry.at),
        person_id: entry.person_id,
        request_id: entry.request_id,
        action: entry.action.code().to_owned(),
        entity: entry.record.code().to_owned(),
        entity_id: entry.record_id,
        plan_id: entry.plan_id,
        changes,
        previous_hash,
        hash: String::new(),
    };
    row.hash = chain::hash(&row);
    Ok(row)
}

fn active(row: audit::Model) -> audit::ActiveModel {
    audit::ActiveModel {
        id: sea_orm::ActiveValue::NotSet,
        at: Set(row.at),
        person_id: Set(row.person_id),
        request_id: Set(row.request_id),
        action: Set(row.action),
        entity: Set(row.entity),
        entity_id: Set(row.entity_id),
        plan_id: Set(row.plan_id),
        changes: Set(row.changes),
        previous_hash: Set(row.previous_hash),
        hash: Set(row.hash),
    }
}
