//! From records to what a reader of one language is shown.

use crate::store::records::{Answered, Deliverable, Extension, ExtensionDate, Measure, Organisation, Response, Update};
use app::api::common::{
    DeliverableMove, DeliverableView, ExtensionView, MeasureRow, OrganisationView, RecommendationView, ResponseView, UpdateView,
};
use chrono::NaiveDate;
use domain::{
    deliverable::{days_late, has_own_date},
    measure::{MeasureFacts, PromisedDates},
    text::{Lang, fold},
};

/// An organisation.
#[must_use]
pub fn organisation(of: &Organisation, lang: Lang) -> OrganisationView {
    OrganisationView { id: of.id, code: of.code_for(lang).to_owned(), name: of.name.for_reader(lang) }
}

/// Organisations in the order of their codes as the reader knows them, so that a list reads in order in both languages.
#[must_use]
pub fn organisations<'a>(all: impl IntoIterator<Item = &'a Organisation>, lang: Lang) -> Vec<OrganisationView> {
    let mut views: Vec<OrganisationView> = all.into_iter().map(|of| organisation(of, lang)).collect();
    views.sort_by_cached_key(|view| fold(&view.code));
    views
}

/// A deliverable of a measure with these facts, with its lateness as of a day. What follows its measure is late with it
/// and not by itself; where it moved, it is told how late it is by its first date all the same (rule 2).
#[must_use]
pub fn deliverable(of: &Deliverable, measure: &MeasureFacts, lang: Lang, today: NaiveDate) -> DeliverableView {
    let own = of.dates.filter(|dates| has_own_date(*dates, measure.dates));
    let first = own.or(of.dates.filter(|dates| dates.is_extended()));
    let late = |date| days_late(of.status, date, measure.status, today);
    DeliverableView {
        id: of.id,
        title: of.title.for_reader(lang),
        due: of.current(),
        original: of.original(),
        status: of.status,
        delivered_on: of.delivered_on,
        days_late: late(own.map(PromisedDates::current)),
        days_late_original: late(first.map(PromisedDates::original)),
    }
}

/// A measure, with its flags as of a day.
#[must_use]
pub fn measure(of: &Measure, lang: Lang, today: NaiveDate) -> MeasureRow {
    let facts = &of.figures.facts;
    MeasureRow {
        id: of.figures.id,
        label: of.label.clone(),
        text: of.text.for_reader(lang),
        lead: of.lead.as_ref().map(|lead| organisation(lead, lang)),
        owner: of.owner.clone(),
        original: facts.dates.original(),
        current: facts.dates.current(),
        forecast: facts.forecast,
        status: facts.status,
        percent: of.percent,
        flags: facts.flags(today),
        deliverables: of.deliverables.iter().map(|d| deliverable(d, facts, lang, today)).collect(),
        last_update_on: facts.last_update,
        extensions: facts.extensions,
        evidence: 0,
    }
}

/// A response.
#[must_use]
pub fn response(of: &Response, lang: Lang) -> ResponseView {
    ResponseView { kind: of.kind, text: of.text.for_reader(lang), reason: of.reason.for_reader(lang) }
}

/// A recommendation with some of the measures that answer it.
#[must_use]
pub fn recommendation(of: &Answered, measures: Vec<MeasureRow>, lang: Lang) -> RecommendationView {
    RecommendationView {
        id: of.recommendation.id,
        number: of.recommendation.number.clone(),
        text: of.recommendation.text.for_reader(lang),
        addressee: of.addressee.for_reader(lang),
        priority: of.priority,
        response: of.response.as_ref().map(|r| response(r, lang)),
        measures,
    }
}

/// A progress update.
#[must_use]
pub fn update(of: &Update, lang: Lang) -> UpdateView {
    UpdateView {
        id: of.id,
        reported_on: of.reported_on,
        period: of.period.clone(),
        author: of.author.clone(),
        kind: of.kind,
        contact: of.contact.clone(),
        status: of.status,
        percent: of.percent,
        done: of.done.for_reader(lang),
        obstacles: of.obstacles.for_reader(lang),
        next_step: of.next_step.for_reader(lang),
        forecast: of.forecast,
    }
}

/// An extension request.
#[must_use]
pub fn extension(of: &Extension, lang: Lang) -> ExtensionView {
    ExtensionView {
        id: of.id,
        asked: of.asked,
        requested_by: of.requester.clone(),
        requested_for: of.principal.clone(),
        impact: of.impact.for_reader(lang),
        notes: of.notes.for_reader(lang),
        decided_by: of.decider.clone(),
        requested_on: of.requested_on,
        from: of.from,
        to: of.to,
        reason: of.reason.for_reader(lang),
        state: of.state,
        decided_on: of.decided_on,
        meeting: of.meeting.for_reader(lang),
        deliverables: of.deliverables.iter().map(|date| deliverable_move(date, lang)).collect(),
    }
}

fn deliverable_move(of: &ExtensionDate, lang: Lang) -> DeliverableMove {
    DeliverableMove {
        deliverable: of.deliverable_id,
        title: of.title.for_reader(lang),
        original: of.original,
        from: of.from,
        asked: of.asked,
        granted: of.granted,
    }
}
