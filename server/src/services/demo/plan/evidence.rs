//! The evidence of the demo's plan.

use super::{Event, Frame, Story};
use crate::{
    files::{CheckedFile, Files},
    services::demo::{DemoError, data::Evidence},
    store::{
        Tx,
        evidence::{self, Matter, NewPiece},
        measures,
    },
};
use domain::{
    evidence::{EvidenceNote, Marking},
    text::Lang,
    trail::{AuditAction, RecordKind},
};
use std::collections::HashMap;

/// The file that lies beside the data.
const MANDATE: (&str, &[u8]) = ("mandat.pdf", include_bytes!("../../../../demo/mandat.pdf"));

/// Puts the files and writes every piece, in the order of the data.
pub async fn write(
    tx: &Tx,
    files: &Files,
    frame: &Frame<'_>,
    (pieces, labels): (&[Evidence], &HashMap<&str, i64>),
    story: &mut Story,
) -> Result<(), DemoError> {
    let mut written: Vec<(i64, i32)> = Vec::new();
    for piece in pieces {
        let missing = |what: &str| DemoError::Data(format!("evidence of {}: no {what}", piece.measure));
        let measure = *labels.get(piece.measure.as_str()).ok_or_else(|| missing("such measure"))?;
        let replaced =
            piece.replaces.map(|place| written.get(place.wrapping_sub(1)).copied().ok_or_else(|| missing("such piece")));
        let replaced = replaced.transpose()?;
        let who = frame.known.person(&piece.by)?;
        let on = frame.today.day(piece.on, measure);
        let lang = if piece.title.get(Lang::Fr).is_some() { Lang::Fr } else { Lang::En };
        let note = EvidenceNote {
            title: piece.title.get(lang).ok_or_else(|| missing("title"))?.to_owned(),
            lang,
            marking: if piece.protected { Marking::ProtectedA } else { Marking::Unclassified },
            is_public: piece.public,
            deliverable: deliverable(tx, measure, piece).await?,
            replaces: replaced.map(|(id, _)| id),
        };
        let version = replaced.map_or(1, |(_, version)| version + 1);
        let matter = matter(files, piece).await?;
        let added_at = story.moment(on);
        let new = NewPiece { measure_id: measure, note: &note, matter: &matter, version, added_by: who, added_at, contact: None };
        let id = evidence::add(tx, new).await?;
        written.push((id, version));
        let action = if version > 1 { AuditAction::EvidenceReplaced } else { AuditAction::EvidenceAdded };
        let mut tell = |on, action| {
            let (record, changes) = (RecordKind::Measure, Vec::new());
            story.tell(Event { on, who: Some(who), action, record, id: measure, plan: frame.id, changes });
        };
        tell(on, action);
        if let Some(end) = &piece.withdrawn {
            let on = frame.today.day(end.on, measure);
            evidence::withdraw(tx, id, 0, on, &end.reason).await?;
            tell(on, AuditAction::EvidenceWithdrawn);
        }
    }
    Ok(())
}

async fn deliverable(tx: &Tx, measure: i64, piece: &Evidence) -> Result<Option<i64>, DemoError> {
    let Some(place) = piece.deliverable else { return Ok(None) };
    let found = measures::find(tx, measure).await?;
    let deliverable = found.and_then(|measure| measure.deliverables.get(place.wrapping_sub(1)).map(|of| of.id));
    deliverable.map(Some).ok_or_else(|| DemoError::Data(format!("evidence of {}: no deliverable {place}", piece.measure)))
}

async fn matter(files: &Files, piece: &Evidence) -> Result<Matter, DemoError> {
    let (name, bytes) = match (&piece.url, &piece.file, &piece.name, &piece.text) {
        (Some(url), None, None, None) => return Ok(Matter::Link(url.clone())),
        (None, Some(file), None, None) if file == MANDATE.0 => MANDATE,
        (None, None, Some(name), Some(text)) => (name.as_str(), text.as_bytes()),
        _ => return Err(DemoError::Data(format!("evidence of {}: a link, a file or a text", piece.measure))),
    };
    let file = CheckedFile::whole(name, bytes).map_err(|code| DemoError::Data(format!("{name}: {code}")))?;
    Ok(Matter::File(files.put(file).await?))
}
