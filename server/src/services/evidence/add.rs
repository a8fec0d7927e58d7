//! The one way evidence comes to a measure, whoever brings it.

use super::{Services, change, refused};
use crate::{
    services::{Author, life::alone},
    store::{
        Tx,
        audit::{AuditEntry, Change},
        evidence::{self, Matter, NewPiece},
        records::{Measure, Plan},
    },
};
use app::error::AppError;
use domain::{
    evidence::{EvidenceNote, MAX_PIECES, MAX_VERSIONS},
    problem::ProblemCode,
    text::{Bilingual, Coded, Lang},
    trail::{AuditAction, RecordKind},
    workflow::Step,
};

/// What is to be added.
#[derive(Debug)]
pub struct NewEvidence<'a> {
    /// What is said about it, checked.
    pub note: &'a EvidenceNote,
    /// A file that is kept already, or a link.
    pub matter: Matter,
    /// Who it came from, where that is nobody with an account.
    pub contact: Option<&'a str>,
}

/// What was added.
#[derive(Debug)]
pub struct Added {
    /// The id of the piece.
    pub id: i64,
    /// The audit rows, for whoever ends the transaction to record last.
    pub entries: Vec<AuditEntry>,
}

impl Services {
    /// Adds evidence to a measure and takes the step this is in its life: what was verified has to be verified again.
    ///
    /// Whoever calls has authorised it. The transaction is the caller's, and so is recording [`Added::entries`], since audit
    /// rows come last. A file is put with `self.files.put` before the transaction and forgotten when it fails. Errors
    /// with `Invalid` when a rule forbids it, with `Conflict` when the measure or the replaced piece changed meanwhile.
    pub async fn add_evidence(
        &self,
        tx: &Tx,
        author: &Author,
        (measure, plan): (&Measure, &Plan),
        lock_version: i32,
        new: NewEvidence<'_>,
    ) -> Result<Added, AppError> {
        let field = if matches!(new.matter, Matter::File(_)) { "document" } else { "evidence_url" };
        self.fits(tx, measure, new.note, field).await?;
        let taken = self.take(tx, (measure, plan), lock_version, alone(author), (Step::AddEvidence, field)).await?;
        let replaced = match new.note.replaces {
            Some(id) => Some(evidence::find(tx, id).await?.ok_or(AppError::Conflict)?),
            None => None,
        };
        let version = replaced.as_ref().map_or(1, |piece| piece.version + 1);
        let deliverable = measure.deliverables.iter().find(|deliverable| Some(deliverable.id) == new.note.deliverable);
        let piece = NewPiece {
            measure_id: measure.figures.id,
            note: new.note,
            matter: &new.matter,
            version,
            added_by: author.person.unwrap_or_default(),
            added_at: author.at,
            contact: new.contact,
        };
        let id = evidence::add(tx, piece).await?;
        let (matter, hash) = match &new.matter {
            Matter::File(file) => (file.name.clone(), Some(file.sha256.clone())),
            Matter::Link(url) => (url.clone(), None),
        };
        let told = [
            change("evidence", None, Some(new.note.title.clone())),
            change(if hash.is_some() { "file" } else { "url" }, None, Some(matter)),
            change("sha256", None, hash),
            change("marking", None, Some(new.note.marking.code().to_owned())),
            change("is_public", None, Some(if new.note.is_public { "on" } else { "off" }.to_owned())),
            change("deliverable", None, deliverable.map(|deliverable| words(&deliverable.title))),
            change("replaces", None, replaced.as_ref().map(|piece| format!("{} ({})", words(&piece.title), piece.version))),
            change("contact", None, new.contact.map(str::to_owned)),
        ];
        let action = if version > 1 { AuditAction::EvidenceReplaced } else { AuditAction::EvidenceAdded };
        let told = told.into_iter().flatten().collect();
        Ok(Added { id, entries: entries(author, action, (id, told), (measure, taken.changes())) })
    }

    /// Errors unless the deliverable is one of the measure's and there is room for another piece, or another
    /// version.
    pub(in crate::services) async fn fits(
        &self,
        tx: &Tx,
        measure: &Measure,
        note: &EvidenceNote,
        field: &str,
    ) -> Result<(), AppError> {
        if note.deliverable.is_some_and(|id| measure.deliverables.iter().all(|deliverable| deliverable.id != id)) {
            return Err(refused("deliverable", ProblemCode::NotAChoice));
        }
        match note.replaces {
            None if evidence::count(tx, measure.figures.id).await? >= MAX_PIECES => {
                Err(refused(field, ProblemCode::TooManyFiles))
            }
            Some(id) if evidence::find(tx, id).await?.is_some_and(|piece| piece.version >= MAX_VERSIONS) => {
                Err(refused("replaces", ProblemCode::TooManyVersions))
            }
            _ => Ok(()),
        }
    }
}

/// The rows of one change: what happened to the measure, which every reader of it may know, and what the piece is,
/// which not every reader may.
pub(super) fn entries(
    author: &Author,
    action: AuditAction,
    (piece, told): (i64, Vec<Change>),
    (measure, changes): (&Measure, Vec<Change>),
) -> Vec<AuditEntry> {
    let plan = Some(measure.figures.plan_id);
    vec![
        author.entry(action, RecordKind::Measure, measure.figures.id, plan, changes),
        author.entry(action, RecordKind::Evidence, piece, plan, told),
    ]
}

/// A title as it was typed, for the audit trail.
pub(super) fn words(title: &Bilingual) -> String {
    Lang::ALL.iter().find_map(|lang| title.get(*lang)).unwrap_or_default().to_owned()
}
