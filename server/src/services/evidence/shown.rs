//! What a person is shown of the evidence: internal pieces only to those who work with the plan, withdrawn ones only
//! as a line of the record, and what they held only to the coordination.

use super::{Services, versions};
use crate::store::{
    Tx,
    evidence::{Matter, Piece},
    records::{Measure, Plan},
};
use app::{
    api::evidence::{EvidenceView, FileView, MatterView},
    backend::Caller,
    error::AppError,
};
use domain::people::{Action, Actor};
use std::collections::HashMap;

/// How much of the evidence of a measure a person sees.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sight {
    internal: bool,
    withdrawn: bool,
}

impl Sight {
    pub(super) fn of(actor: &Actor, measure: &Measure, plan: &Plan) -> Self {
        // Who answers for a measure sees what proves it, whatever else they are to the plan.
        let works_on = actor.may(Action::WithdrawEvidence(measure.subject(plan.subject())));
        Self {
            internal: works_on || actor.may(Action::ViewInternal(plan.subject())),
            withdrawn: actor.may(Action::OpenWithdrawn(plan.subject())),
        }
    }

    /// Whether the person may know of a piece.
    pub(super) fn knows(self, piece: &Piece) -> bool {
        self.internal || (piece.is_public && piece.withdrawn_on.is_none())
    }

    /// Whether the person may open a piece they know of.
    pub(super) fn opens(self, piece: &Piece) -> bool {
        piece.withdrawn_on.is_none() || self.withdrawn
    }
}

/// The pieces of a measure that a person may know of, newest first, each with its earlier versions: two queries.
pub(in crate::services) async fn of_measure(
    tx: &Tx,
    services: &Services,
    caller: &Caller,
    measure: &Measure,
    plan: &Plan,
) -> Result<Vec<EvidenceView>, AppError> {
    let sight = Sight::of(&caller.actor, measure, plan);
    let all = versions(tx, measure.figures.id).await?;
    let by_id: HashMap<i64, &Piece> = all.iter().map(|piece| (piece.id, piece)).collect();
    let show = |piece: &Piece| view(services, caller, sight, piece);
    let with_earlier = |latest: &Piece| {
        let mut view = show(latest);
        let mut next = latest.replaces_id;
        while let Some(piece) = next.and_then(|id| by_id.get(&id)) {
            if sight.knows(piece) {
                view.earlier.push(show(piece));
            }
            // A row only ever names one that was there before.
            next = piece.replaces_id.filter(|id| *id < piece.id);
        }
        view
    };
    Ok(all.iter().filter(|piece| piece.is_current && sight.knows(piece)).map(with_earlier).collect())
}

/// One piece by itself, for a person who works on its measure.
pub(super) fn piece(services: &Services, caller: &Caller, plan: &Plan, piece: &Piece) -> EvidenceView {
    let sight = Sight { internal: true, withdrawn: caller.actor.may(Action::OpenWithdrawn(plan.subject())) };
    view(services, caller, sight, piece)
}

fn view(services: &Services, caller: &Caller, sight: Sight, piece: &Piece) -> EvidenceView {
    let matter = match &piece.matter {
        Matter::File(file) => {
            MatterView::File(FileView { name: file.name.clone(), bytes: file.bytes, sha256: file.sha256.clone() })
        }
        Matter::Link(url) => MatterView::Link(url.clone()),
    };
    EvidenceView {
        id: piece.id,
        deliverable: piece.deliverable_id,
        title: piece.title.for_reader(caller.lang),
        marking: piece.marking,
        is_public: piece.is_public,
        matter: sight.opens(piece).then_some(matter),
        version: piece.version,
        added_by: piece.added_by.clone(),
        added_on: services.clock.day_of(piece.added_at),
        contact: piece.contact.clone(),
        withdrawn: piece.withdrawn_on.map(|on| (on, piece.withdrawn_reason.clone().unwrap_or_default())),
        earlier: Vec::new(),
    }
}
