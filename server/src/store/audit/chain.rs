//! The hash that chains an audit row to the one before, and the check of the whole chain.

use super::HEAD;
use crate::store::{
    StoreError, Tx,
    entities::{audit, audit_head},
};
use chrono::SecondsFormat;
use domain::trail::{self, Broken, Link, Seal};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// As many rows as are read at once.
const BATCH: u64 = 1_000;

/// What the check of the whole chain found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inspection {
    /// How many rows there are.
    pub rows: u64,
    /// The number and the hash of the last row. Whoever writes them down elsewhere can prove later that nothing was cut
    /// off and sealed anew.
    pub last: Option<(i64, String)>,
    /// What is wrong, in the order of the rows.
    pub broken: Vec<Broken>,
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

/// A hash as it is compared: whatever text stands in its place, and small enough for a million of them.
fn seal(hash: &str) -> Seal {
    let digest = Sha256::digest(hash.as_bytes());
    digest.iter().take(size_of::<Seal>()).fold(0, |seal, byte| (seal << 8) | Seal::from(*byte))
}

fn link(row: &audit::Model) -> Link {
    Link { id: row.id, previous: seal(&row.previous_hash), seal: seal(&row.hash), computed: seal(&hash(row)) }
}

/// Walks the chain from its first row to its last, and says everything that is wrong with it.
pub async fn inspect(tx: &Tx) -> Result<Inspection, StoreError> {
    let (mut links, mut last): (Vec<Link>, Option<(i64, String)>) = (Vec::new(), None);
    loop {
        let after = last.as_ref().map_or(i64::MIN, |(id, _)| *id);
        let rows = audit::Entity::find()
            .filter(audit::Column::Id.gt(after))
            .order_by_asc(audit::Column::Id)
            .limit(BATCH)
            .all(tx)
            .await?;
        links.extend(rows.iter().map(link));
        match rows.into_iter().next_back() {
            Some(row) => last = Some((row.id, row.hash)),
            None => break,
        }
    }
    let head = audit_head::Entity::find_by_id(HEAD).one(tx).await?;
    let broken = trail::inspect(&links, seal(""), head.map(|head| seal(&head.hash)));
    Ok(Inspection { rows: links.len() as u64, last, broken })
}

/// The first thing that is wrong with the chain; `None` when it holds.
pub async fn verify(tx: &Tx) -> Result<Option<Broken>, StoreError> {
    Ok(inspect(tx).await?.broken.into_iter().next())
}
