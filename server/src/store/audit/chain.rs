//! The hash that chains an audit row to the one before, and the check of the whole chain.

use super::HEAD;
use crate::store::{
    StoreError, Tx,
    entities::{audit, audit_head},
};
use chrono::SecondsFormat;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// As many rows as are read at once.
const BATCH: u64 = 1_000;

/// Where a chain is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    /// The row with this id does not follow from the one before, or its fields do not give its hash.
    Row(i64),
    /// The last row is not the one the head knows of: rows were cut off the end.
    End,
}

/// SHA-256 over the previous hash and every field, written as a JSON list so that no two rows read the same.
pub(super) fn hash(row: &audit::Model) -> String {
    let fields = serde_json::json!([
        row.previous_hash,
        row.at.to_rfc3339_opts(SecondsFormat::Micros, true),
        row.person_id,
        row.request_id,
        row.action,
        row.entity,
        row.entity_id,
        row.plan_id,
        row.changes,
    ]);
    let digest = Sha256::digest(fields.to_string().as_bytes());
    digest.iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// Walks the chain from its first row; `None` when it holds.
pub async fn verify(tx: &Tx) -> Result<Option<Broken>, StoreError> {
    let (mut last_id, mut last_hash) = (0, String::new());
    loop {
        let rows = audit::Entity::find()
            .filter(audit::Column::Id.gt(last_id))
            .order_by_asc(audit::Column::Id)
            .limit(BATCH)
            .all(tx)
            .await?;
        if rows.is_empty() {
            break;
        }
        for row in rows {
            if row.previous_hash != last_hash || hash(&row) != row.hash {
                return Ok(Some(Broken::Row(row.id)));
            }
            (last_id, last_hash) = (row.id, row.hash);
        }
    }
    let head = audit_head::Entity::find_by_id(HEAD).one(tx).await?;
    Ok(head.is_none_or(|head| head.hash != last_hash).then_some(Broken::End))
}
