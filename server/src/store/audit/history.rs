//! Reading the audit trail of one record.

use super::Change;
use crate::store::{StoreError, Tx, entities::audit, people};
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// A change as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// When.
    pub at: DateTime<Utc>,
    /// The name of who did it; `None` for the program itself.
    pub who: Option<String>,
    /// What was done.
    pub action: String,
    /// The fields that changed.
    pub changes: Vec<Change>,
}

/// The latest changes of one record, newest first.
pub async fn history(tx: &Tx, entity: &str, entity_id: i64, limit: u64) -> Result<Vec<Recorded>, StoreError> {
    let rows = audit::Entity::find()
        .filter(audit::Column::Entity.eq(entity))
        .filter(audit::Column::EntityId.eq(entity_id))
        .order_by_desc(audit::Column::Id)
        .limit(limit)
        .all(tx)
        .await?;
    let people: Vec<i64> = rows.iter().filter_map(|row| row.person_id).collect();
    let names = people::names(tx, &people).await?;
    rows.into_iter()
        .map(|row| {
            let changes = serde_json::from_str(&row.changes).map_err(|e| StoreError::impossible("audit", row.id, e))?;
            let who = row.person_id.and_then(|id| names.get(&id).cloned());
            Ok(Recorded { at: row.at, who, action: row.action, changes })
        })
        .collect()
}
