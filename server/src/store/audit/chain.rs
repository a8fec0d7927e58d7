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
use std::{fmt::Write, str::FromStr};

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
    /// The row that was noted elsewhere, where it is not there any more as it was.
    pub missing: Option<Noted>,
}

impl Inspection {
    /// Whether nothing is wrong.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.broken.is_empty() && self.missing.is_none()
    }
}

/// A row that an earlier check printed and somebody wrote down elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    /// Its number.
    pub number: i64,
    /// Its hash.
    pub hash: String,
}

/// What was given is no number and hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a number, a colon and the 64 characters of a hash are needed, as the check prints them")]
pub struct NotNoted;

impl FromStr for Noted {
    type Err = NotNoted;

    fn from_str(text: &str) -> Result<Self, NotNoted> {
        let (number, hash) = text.trim().split_once(':').ok_or(NotNoted)?;
        let is_hash = hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        match number.parse() {
            Ok(number) if is_hash => Ok(Self { number, hash: hash.to_ascii_lowercase() }),
            _ => Err(NotNoted),
        }
    }
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
    fingerprint(&fields.to_string())
}

/// SHA-256 of a text, as it is written.
#[must_use]
pub fn fingerprint(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::with_capacity(64), |mut hex, byte| {
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

/// Walks the chain from its first row to its last, and says everything that is wrong with it; also whether a row that
/// was noted elsewhere is still there.
pub async fn inspect(tx: &Tx, noted: Option<&Noted>) -> Result<Inspection, StoreError> {
    let mut missing = noted.cloned();
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
        missing = missing.filter(|noted| !rows.iter().any(|row| row.id == noted.number && row.hash == noted.hash));
        match rows.into_iter().next_back() {
            Some(row) => last = Some((row.id, row.hash)),
            None => break,
        }
    }
    let head = audit_head::Entity::find_by_id(HEAD).one(tx).await?;
    let broken = trail::inspect(&links, seal(""), head.map(|head| seal(&head.hash)));
    Ok(Inspection { rows: links.len() as u64, last, broken, missing })
}

/// The first thing that is wrong with the chain; `None` when it holds.
pub async fn verify(tx: &Tx) -> Result<Option<Broken>, StoreError> {
    Ok(inspect(tx, None).await?.broken.into_iter().next())
}
