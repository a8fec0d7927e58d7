//! Reading the audit trail of one record.

use super::Change;
use crate::store::{StoreError, Tx, entities::audit, people};
use app::api::trail::ALL_GROUPS;
use chrono::{DateTime, Utc};
use domain::{
    text::{Coded, Email},
    trail::RecordKind,
};
use sea_orm::{ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

/// A change as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// The number of the row.
    pub id: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// Who; `None` for the program itself.
    pub person_id: Option<i64>,
    /// The name of who did it, as it is now: people may change it.
    pub who: Option<String>,
    /// The address of who did it, which they cannot change.
    pub email: Option<Email>,
    /// The request it came from.
    pub request_id: String,
    /// What was done: a code, whether this version knows it or not.
    pub action: String,
    /// To what kind of record.
    pub record: String,
    /// To which one.
    pub record_id: i64,
    /// The plan that is part of.
    pub plan_id: Option<i64>,
    /// The fields that changed.
    pub changes: Vec<Change>,
    /// The hash of the row before it.
    pub previous_hash: String,
    /// Its own hash.
    pub hash: String,
}

/// Whose history is meant.
#[derive(Debug, Clone)]
pub struct Which(Condition);

impl Which {
    /// Some records of one kind.
    #[must_use]
    pub fn all(record: RecordKind, ids: &[i64]) -> Self {
        use audit::Column;
        Self(Condition::all().add(Column::Entity.eq(record.code())).add(Column::EntityId.is_in(ids.iter().copied())))
    }

    /// One record. The history of a plan holds its recommendations, responses and costs; that of the settings, where no
    /// group is named, all groups.
    #[must_use]
    pub fn record(record: RecordKind, id: i64) -> Self {
        Self(of(record, id))
    }
}

fn of(record: RecordKind, id: i64) -> Condition {
    use audit::Column;
    let code = |kind: RecordKind| kind.code();
    match record {
        RecordKind::Setting if id == ALL_GROUPS => Condition::all().add(Column::Entity.eq(code(record))),
        RecordKind::Plan => {
            let parts = [RecordKind::Plan, RecordKind::Recommendation, RecordKind::Response, RecordKind::Cost].map(code);
            Condition::all().add(Column::PlanId.eq(id)).add(Column::Entity.is_in(parts))
        }
        _ => Condition::all().add(Column::Entity.eq(code(record))).add(Column::EntityId.eq(id)),
    }
}

/// How many rows a history has.
pub async fn history_length(tx: &Tx, which: &Which) -> Result<u64, StoreError> {
    Ok(audit::Entity::find().filter(which.0.clone()).count(tx).await?)
}

/// Rows of a history, newest first.
pub async fn history(tx: &Tx, which: &Which, offset: u64, limit: u64) -> Result<Vec<Recorded>, StoreError> {
    let rows = audit::Entity::find().filter(which.0.clone()).order_by_desc(audit::Column::Id);
    recorded(tx, rows.offset(offset).limit(limit).all(tx).await?).await
}

/// Rows with the names and addresses of the people behind them.
pub(super) async fn recorded(tx: &Tx, rows: Vec<audit::Model>) -> Result<Vec<Recorded>, StoreError> {
    let people: Vec<i64> = rows.iter().filter_map(|row| row.person_id).collect();
    let people = people::known(tx, &people).await?;
    let read = |row: audit::Model| Recorded {
        who: row.person_id.and_then(|id| people.get(&id)).map(|(name, _)| name.clone()),
        email: row.person_id.and_then(|id| people.get(&id)).map(|(_, email)| email.clone()),
        // A row somebody tampered with is still shown; that it was is what the check of the chain says.
        changes: serde_json::from_str(&row.changes).unwrap_or_else(|_| vec![("changes".to_owned(), None, Some(row.changes))]),
        id: row.id,
        at: row.at,
        person_id: row.person_id,
        request_id: row.request_id,
        action: row.action,
        record: row.entity,
        record_id: row.entity_id,
        plan_id: row.plan_id,
        previous_hash: row.previous_hash,
        hash: row.hash,
    };
    Ok(rows.into_iter().map(read).collect())
}
