//! Measures with all that was recorded about them, and how each stood on a day.

use crate::{
    services::views,
    store::{
        StoreError, Tx, extensions,
        measures::{self, Scope},
        records::{Extension, Measure, Update},
        standings::{self, Stood},
        updates,
    },
};
use app::api::{
    common::{DeliverableMove, ExtensionView, MeasureRow},
    reports::{OrganisationPicture, ReportRow},
};
use chrono::NaiveDate;
use chrono_tz::Tz;
use domain::{
    extensions::ExtensionState,
    reports::{
        MeasureHistory, PastDeliverable, PastExtension, PastReport, Picture, Tracked, dates_as_of, is_open_request, report_order,
    },
    text::Lang,
};
use std::{cmp::Reverse, collections::HashMap};

/// A measure with everything recorded about it.
pub(super) struct Past {
    measure: Measure,
    history: MeasureHistory,
    stood: Vec<Stood>,
    /// Where its deliverables stood.
    delivery: HashMap<i64, Vec<PastDeliverable>>,
    /// The dates granted for its deliverables, in the order they were granted.
    moved: HashMap<i64, Vec<PastExtension>>,
    updates: Vec<Update>,
    extensions: Vec<Extension>,
}

/// A measure as it stood at the end of a day.
pub(super) struct Then<'a> {
    /// The measure with the facts of that day.
    pub measure: Measure,
    /// What is counted about it.
    pub tracked: Tracked,
    /// The last update by then.
    pub last: Option<&'a Update>,
    /// The extension asked for and not decided by then.
    pub request: Option<&'a Extension>,
    day: NaiveDate,
}

/// Later than any day a person reports on.
fn end_of_time() -> NaiveDate {
    NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or(NaiveDate::MAX)
}

/// Reads the measures of a scope with everything recorded about them. The zone says on which day an update became known.
pub(super) async fn load(tx: &Tx, scope: &Scope, zone: Tz) -> Result<Vec<Past>, StoreError> {
    let mut updates = grouped(updates::until(tx, scope, end_of_time()).await?, |update| update.measure_id);
    let mut extensions = grouped(extensions::load(tx, scope).await?, |extension| extension.measure_id);
    let mut stood = standings::load(tx, scope).await?;
    let mut delivery = standings::deliverables(tx, scope).await?;
    let measures = measures::load(tx, scope).await?.into_iter();
    Ok(measures
        .map(|measure| {
            let id = measure.figures.id;
            let its = measure.deliverables.iter().filter_map(|deliverable| delivery.remove_entry(&deliverable.id)).collect();
            let (updates, extensions) = (updates.remove(&id).unwrap_or_default(), extensions.remove(&id).unwrap_or_default());
            Past::new(measure, updates, extensions, (stood.remove(&id).unwrap_or_default(), its), zone)
        })
        .collect())
}

fn grouped<T>(rows: Vec<T>, key: impl Fn(&T) -> i64) -> HashMap<i64, Vec<T>> {
    rows.into_iter().fold(HashMap::new(), |mut found: HashMap<i64, Vec<T>>, row| {
        found.entry(key(&row)).or_default().push(row);
        found
    })
}

impl Past {
    fn new(
        measure: Measure,
        updates: Vec<Update>,
        extensions: Vec<Extension>,
        (stood, delivery): (Vec<Stood>, HashMap<i64, Vec<PastDeliverable>>),
        zone: Tz,
    ) -> Self {
        let report = |update: &Update| PastReport {
            on: update.reported_on,
            known_on: update.recorded_at.with_timezone(&zone).date_naive(),
        };
        let decided_on = |extension: &Extension| extension.decided_on.filter(|_| extension.state == ExtensionState::Granted);
        let mut decided: Vec<_> = extensions.iter().filter_map(|of| Some((decided_on(of)?, of))).collect();
        decided.sort_by_key(|(on, _)| *on);
        let granted = decided.iter().map(|(on, extension)| PastExtension { decided_on: *on, to: extension.to }).collect();
        let mut moved: HashMap<i64, Vec<PastExtension>> = HashMap::new();
        for (on, date) in decided.iter().flat_map(|(on, extension)| extension.deliverables.iter().map(|date| (*on, date))) {
            let granted = date.granted.map(|to| PastExtension { decided_on: on, to });
            moved.entry(date.deliverable_id).or_default().extend(granted);
        }
        let history = MeasureHistory {
            original: measure.figures.facts.dates.original(),
            standings: stood.iter().map(|stood| stood.standing).collect(),
            reports: updates.iter().map(report).collect(),
            granted,
        };
        Self { measure, history, stood, delivery, moved, updates, extensions }
    }

    /// How it stood at the end of a day; `None` when it was not there yet. Nothing is recorded about a draft, which is as
    /// it is now.
    pub fn as_of(&self, day: NaiveDate) -> Option<Then<'_>> {
        let mut measure = self.measure.clone();
        if !self.stood.is_empty() {
            self.put_back(&mut measure, day)?;
        }
        Some(Then {
            tracked: Tracked::new(measure.figures.facts, day),
            measure,
            last: self.last(day),
            request: self.extensions.iter().rfind(|e| is_open_request(e.requested_on, e.decided_on, day)),
            day,
        })
    }

    /// The last update that was known at the end of a day.
    fn last(&self, day: NaiveDate) -> Option<&Update> {
        let mut known = self.updates.iter().zip(&self.history.reports).rev();
        known.find(|(_, report)| report.was_known(day)).map(|(update, _)| update)
    }

    /// Puts the measure with its deliverables back to where they stood on a day.
    fn put_back(&self, measure: &mut Measure, day: NaiveDate) -> Option<()> {
        let standing = self.history.as_of(day)?;
        measure.figures.facts = standing.facts;
        measure.figures.ended_on = standing.ended_on;
        measure.percent = standing.percent;
        if let Some(stood) = self.stood.get(standing.place) {
            measure.figures.lead_organisation_id = stood.lead.as_ref().map(|lead| lead.id);
            (measure.lead, measure.owner) = (stood.lead.clone(), stood.owner.clone());
        }
        measure.deliverables.retain_mut(|deliverable| {
            let stood = self.delivery.get(&deliverable.id).and_then(|stood| PastDeliverable::as_of(stood, day));
            if let Some(stood) = stood {
                (deliverable.status, deliverable.delivered_on) = (stood.status, stood.delivered_on);
            }
            let moved = self.moved.get(&deliverable.id).map(Vec::as_slice).unwrap_or_default();
            deliverable.dates = deliverable.original().map(|original| dates_as_of(original, moved, day));
            stood.is_some()
        });
        Some(())
    }

    /// Only what is counted about it on a day; `None` when it was not there yet.
    pub fn tracked(&self, day: NaiveDate) -> Option<Tracked> {
        let now = self.measure.figures.facts;
        let facts = if self.stood.is_empty() { now } else { self.history.as_of(day)?.facts };
        Some(Tracked::new(facts, day))
    }

    /// Its label.
    pub fn label(&self) -> &str {
        &self.measure.label
    }

    /// Its id.
    pub fn id(&self) -> i64 {
        self.measure.figures.id
    }

    /// The extensions granted after one day and by another.
    pub fn granted_between(&self, after: Option<NaiveDate>, by: NaiveDate) -> impl Iterator<Item = &Extension> {
        let within = move |day: NaiveDate| day <= by && after.is_none_or(|after| day > after);
        self.extensions.iter().filter(move |e| e.state == ExtensionState::Granted && e.decided_on.is_some_and(within))
    }
}

impl Then<'_> {
    /// The row every table shows.
    pub fn row(&self, lang: Lang) -> MeasureRow {
        views::measure(&self.measure, lang, self.day)
    }

    /// The row of the report's tables.
    pub fn report_row(&self, lang: Lang) -> ReportRow {
        ReportRow {
            measure: self.row(lang),
            recommendations: self.measure.recommendations.iter().map(|r| r.number.clone()).collect(),
            last: self.last.map(|update| views::update(update, lang)),
            ended_on: self.measure.figures.ended_on,
            request: self.request.map(|request| open_request(request, lang)),
        }
    }

    /// The order of measures in reports.
    pub fn order(&self) -> (i64, NaiveDate, i64, i32) {
        let (late, due) = report_order(&self.tracked.flags, self.tracked.facts.dates.current());
        (late, due, self.measure.figures.plan_id, self.measure.figures.position)
    }
}

/// A request as it looked before it was decided.
fn open_request(request: &Extension, lang: Lang) -> ExtensionView {
    let view = views::extension(request, lang);
    let (state, to) = (ExtensionState::Requested, view.asked);
    let deliverables = view.deliverables.into_iter().map(|date| DeliverableMove { granted: None, ..date }).collect();
    ExtensionView { state, to, deliverables, notes: None, decided_on: None, decided_by: None, meeting: None, ..view }
}

/// The picture of some measures.
pub(super) fn picture<'a>(of: impl IntoIterator<Item = &'a Then<'a>>, day: NaiveDate) -> Picture {
    Picture::of(of.into_iter().map(|then| &then.tracked), day)
}

/// The picture of each lead organisation, most overdue first; what nobody leads comes last.
pub(super) fn by_organisation(then: &[Then<'_>], lang: Lang, day: NaiveDate) -> Vec<OrganisationPicture> {
    let mut groups: HashMap<Option<i64>, Vec<&Then<'_>>> = HashMap::new();
    for measure in then {
        groups.entry(measure.measure.lead.as_ref().map(|lead| lead.id)).or_default().push(measure);
    }
    let mut pictures: Vec<_> = groups
        .into_values()
        .map(|group| OrganisationPicture {
            organisation: group.first().and_then(|then| then.measure.lead.as_ref()).map(|lead| views::organisation(lead, lang)),
            picture: picture(group, day),
        })
        .collect();
    pictures.sort_by_key(|row| {
        let code = row.organisation.as_ref().map(|organisation| organisation.code.clone());
        (code.is_none(), Reverse(row.picture.overdue), Reverse(row.picture.due_30), code)
    });
    pictures
}
