//! What people call the records that audit rows are about, in a fixed number of queries however many rows there are.

use crate::store::{
    StoreError, Tx,
    audit::{Change, Recorded},
    names,
};
use app::api::trail::{FieldChange, HistoryEntry, Origin, RecordLink};
use domain::{
    text::{Coded, Lang},
    trail::{AuditAction, RecordKind},
};
use std::collections::HashMap;

/// Fields whose values are numbers of records, and are told by their names. Where the name stands beside the number, as
/// that of a deputy does, the number tells people of one name apart and stays one.
const NUMBERS: &[(&str, RecordKind)] = &[
    ("person", RecordKind::Person),
    ("in_place_of", RecordKind::Person),
    ("owner_id", RecordKind::Person),
    ("organisation_id", RecordKind::Organisation),
    ("lead_organisation_id", RecordKind::Organisation),
];

/// What kind of record the value of a field is the number of.
fn number_of(field: &str) -> Option<RecordKind> {
    NUMBERS.iter().find(|(name, _)| *name == field).map(|(_, kind)| *kind)
}

/// The names found, by kind and id.
#[derive(Debug, Default)]
pub(super) struct Names {
    found: HashMap<(RecordKind, i64), String>,
}

/// The names of the records of some rows, and of those their changes name: one query for each kind that occurs.
pub(super) async fn of(tx: &Tx, rows: &[Recorded], lang: Lang) -> Result<Names, StoreError> {
    let mut found = HashMap::new();
    for kind in RecordKind::ALL {
        let about = rows.iter().filter(|row| row.record == kind.code()).map(|row| row.record_id);
        let changed = rows.iter().flat_map(|row| &row.changes).filter(|(field, ..)| number_of(field) == Some(*kind));
        let changed = changed.flat_map(|(_, old, new)| [old, new]).flatten().filter_map(|number| number.parse().ok());
        let mut ids: Vec<i64> = about.chain(changed).collect();
        ids.sort_unstable();
        ids.dedup();
        if !ids.is_empty() {
            found.extend(names::of(tx, *kind, &ids, lang).await?.into_iter().map(|(id, name)| ((*kind, id), name)));
        }
    }
    Ok(Names { found })
}

impl Names {
    /// A row in the words of its reader, but for the codes, which the catalogue words.
    pub(super) fn entry(&self, row: Recorded, about: bool) -> HistoryEntry {
        HistoryEntry {
            about: about.then(|| self.link(&row)),
            origin: origin(&row),
            at: row.at,
            who: row.who,
            action: row.action,
            changes: row.changes.into_iter().map(|change| self.change(change)).collect(),
        }
    }

    fn change(&self, (field, old, new): Change) -> FieldChange {
        let kind = number_of(&field);
        let named = |value: Option<String>| {
            let name = |number: &str| self.found.get(&(kind?, number.parse().ok()?)).cloned();
            value.map(|value| name(&value).unwrap_or(value))
        };
        FieldChange { old: named(old), new: named(new), field }
    }

    /// The record of a row, with the page that shows it.
    pub(super) fn link(&self, row: &Recorded) -> RecordLink {
        let kind: Option<RecordKind> = row.record.parse().ok();
        let name = kind.and_then(|kind| self.found.get(&(kind, row.record_id)).cloned());
        RecordLink { kind: row.record.clone(), name, href: kind.and_then(|kind| page(kind, row)) }
    }
}

/// What is behind a row. A request's name is the program's own to give, but what strangers do is told first all the same.
fn origin(row: &Recorded) -> Origin {
    if row.person_id.is_some() {
        return Origin::Person;
    }
    let command = row.request_id.starts_with("suivi ").then(|| row.request_id.clone());
    match (row.action.parse(), command) {
        (Ok(AuditAction::SignInFailed), _) => Origin::Stranger,
        (Ok(AuditAction::ContactAnswered), _) => Origin::Contact,
        (Ok(AuditAction::IdentityLinked | AuditAction::RolesFollowed), _) => Origin::SignInService,
        (_, Some(command)) => Origin::Command(command),
        // Somebody nobody added, and no command did.
        (Ok(AuditAction::PersonAdded), None) => Origin::SignInService,
        _ => Origin::Program,
    }
}

/// The page that shows a record.
fn page(kind: RecordKind, row: &Recorded) -> Option<String> {
    let id = row.record_id;
    match kind {
        RecordKind::Plan => Some(format!("/plans/{id}")),
        RecordKind::Recommendation | RecordKind::Response | RecordKind::ContactLink => {
            row.plan_id.map(|plan| format!("/plans/{plan}"))
        }
        RecordKind::Measure => Some(format!("/measures/{id}")),
        RecordKind::Cost => row.plan_id.map(|plan| format!("/plans/{plan}/costs")),
        RecordKind::Comment => Some(format!("/comments/{id}")),
        RecordKind::Organisation => Some(format!("/admin/organisations/{id}")),
        RecordKind::Person => Some(format!("/admin/people/{id}")),
        RecordKind::Setting => Some("/admin/settings".to_owned()),
        RecordKind::Outbox => Some(format!("/admin/mail/{id}")),
        RecordKind::Evidence | RecordKind::Audit | RecordKind::ImportDraft | RecordKind::PeopleImport => None,
    }
}
