//! The dates of single deliverables beside that of their measure, between what is stored, what was typed, and what is told.

use super::{notices::Moved, words};
use crate::{
    services::change,
    store::{
        audit::Change,
        extensions::NewDate,
        records::{Deliverable, Extension, Measure},
    },
};
use domain::{
    deliverable::{DeliverableStatus, takes_a_later_date},
    extensions::{AskedDate, LaterDate, OwnDate},
};

/// The deliverables for which a later date may be asked.
pub(super) fn movable(measure: &Measure) -> Vec<OwnDate> {
    let open = measure.deliverables.iter().filter(|of| takes_a_later_date(of.status, of.current()));
    open.filter_map(own).collect()
}

fn own(of: &Deliverable) -> Option<OwnDate> {
    of.dates.map(|dates| OwnDate { deliverable: of.id, dates })
}

fn find(measure: &Measure, id: i64) -> Option<&Deliverable> {
    measure.deliverables.iter().find(|deliverable| deliverable.id == id)
}

/// What is asked, as it is written down.
pub(super) fn asked(own: &[OwnDate], asked: &[LaterDate]) -> Vec<NewDate> {
    let new = |later: &LaterDate| {
        let own = own.iter().find(|own| own.deliverable == later.deliverable)?;
        Some(NewDate { deliverable_id: later.deliverable, from: own.dates.current(), asked: later.to, granted: None })
    };
    asked.iter().filter_map(new).collect()
}

/// The deliverables that a request still asks for: what was dropped since is not to be handed over on any day.
pub(super) fn decidable(measure: &Measure, extension: &Extension) -> Vec<AskedDate> {
    let asked = extension.deliverables.iter().filter_map(|date| {
        let deliverable = find(measure, date.deliverable_id).filter(|of| of.status != DeliverableStatus::Retired)?;
        Some(AskedDate { own: own(deliverable)?, asked: date.asked })
    });
    asked.collect()
}

/// What those who are told read: each later date, then what was asked and is not granted.
pub(super) fn told(measure: &Measure, later: &[LaterDate], asked: &[AskedDate]) -> Vec<Moved> {
    let moved = |id: i64, to| {
        let of = find(measure, id)?;
        Some(Moved { title: of.title.clone(), from: of.current()?, to })
    };
    let kept = asked.iter().map(|of| of.own.deliverable).filter(|id| later.iter().all(|later| later.deliverable != *id));
    let kept = kept.filter_map(|id| moved(id, None));
    later.iter().filter_map(|later| moved(later.deliverable, Some(later.to))).chain(kept).collect()
}

/// For the audit trail: each deliverable by its title, and its date before and after.
pub(super) fn changes(field: &str, measure: &Measure, later: &[LaterDate]) -> Vec<Change> {
    let of = |later: &LaterDate| {
        let deliverable = find(measure, later.deliverable)?;
        let from = deliverable.current().map(|due| due.to_string());
        Some([change("deliverable", None, words(&deliverable.title)), change(field, from, Some(later.to.to_string()))])
    };
    later.iter().filter_map(of).flatten().flatten().collect()
}

/// The same of a request that is taken back.
pub(super) fn taken_back(extension: &Extension) -> Vec<Change> {
    let of = extension.deliverables.iter().flat_map(|date| {
        [change("deliverable", None, words(&date.title)), change("deliverable_requested_due", Some(date.asked.to_string()), None)]
    });
    of.flatten().collect()
}
