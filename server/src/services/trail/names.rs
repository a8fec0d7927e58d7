//! What people call the records that audit rows are about, in a fixed number of queries however many rows there are.

use crate::store::{StoreError, Tx, audit::Recorded, names};
use app::api::trail::RecordLink;
use domain::{
    text::{Coded, Lang},
    trail::RecordKind,
};
use std::collections::HashMap;

/// The names found, by kind and id.
#[derive(Debug, Default)]
pub(super) struct Names {
    found: HashMap<(RecordKind, i64), String>,
}

/// The names of the records of some rows: one query for each kind that occurs.
pub(super) async fn of(tx: &Tx, rows: &[&Recorded], lang: Lang) -> Result<Names, StoreError> {
    let mut found = HashMap::new();
    for kind in RecordKind::ALL {
        let ids: Vec<i64> = rows.iter().filter(|row| row.record == kind.code()).map(|row| row.record_id).collect();
        if !ids.is_empty() {
            found.extend(names::of(tx, *kind, &ids, lang).await?.into_iter().map(|(id, name)| ((*kind, id), name)));
        }
    }
    Ok(Names { found })
}

impl Names {
    /// The record of a row, with the page that shows it.
    pub(super) fn link(&self, row: &Recorded) -> RecordLink {
        let kind: Option<RecordKind> = row.record.parse().ok();
        let name = kind.and_then(|kind| self.found.get(&(kind, row.record_id)).cloned());
        RecordLink { kind: row.record.clone(), name, href: kind.and_then(|kind| page(kind, row)) }
    }
}

/// The page that shows a record.
fn page(kind: RecordKind, row: &Recorded) -> Option<String> {
    let id = row.record_id;
    match kind {
        RecordKind::Plan => Some(format!("/plans/{id}")),
        RecordKind::Recommendation | RecordKind::Response => row.plan_id.map(|plan| format!("/plans/{plan}")),
        RecordKind::Measure => Some(format!("/measures/{id}")),
        RecordKind::Organisation => Some(format!("/admin/organisations/{id}")),
        RecordKind::Person => Some(format!("/admin/people/{id}")),
        RecordKind::Setting => Some("/admin/settings".to_owned()),
        RecordKind::Audit | RecordKind::Outbox => None,
    }
}
