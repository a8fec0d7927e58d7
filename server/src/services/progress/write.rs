//! One update: what the rules make of it, and everything it changes.

use super::{changes, drafts};
use crate::{
    services::{
        Author, Services,
        life::{alone, refused},
    },
    store::{
        Tx,
        audit::AuditEntry,
        life,
        measures::{self, Progressed},
        plans,
        records::{Deliverable, Measure, Plan},
        updates::{self, NewUpdate},
    },
};
use app::{backend::Caller, error::AppError};
use chrono::NaiveDate;
use domain::{
    deliverable::DeliverableStatus,
    measure::MeasureStatus,
    progress::{MeasureState, ProgressReport, TypedProgress, UpdateKind},
    text::Bilingual,
    trail::{AuditAction, RecordKind},
    workflow::{Standing, Step},
};

/// Who is behind an update.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::services) struct Reporter {
    /// The person whose update it is.
    pub person: i64,
    /// Who answered for an organisation without accounts, and on which day, when the person publishes their words.
    pub contact: Option<(String, NaiveDate)>,
}

impl Reporter {
    /// The person who asks, in their own words.
    pub fn own(caller: &Caller) -> Self {
        Self { person: caller.actor.person, contact: None }
    }
}

/// An update that the rules let pass.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::services) struct Accepted {
    report: ProgressReport,
    /// As it was sent.
    typed: TypedProgress,
    /// Before and after; `None` when nothing changes.
    standings: Option<(Standing, Standing)>,
}

impl Accepted {
    /// Whether completion is claimed that was not claimed before.
    fn is_new_claim(&self) -> bool {
        let claimed = |standing: &Standing| standing.status == MeasureStatus::CompletedToVerify;
        self.standings.as_ref().is_some_and(|(before, after)| claimed(after) && !claimed(before))
    }

    /// Checks the form and the step it takes. Errors with `Invalid` and every problem of the form.
    pub async fn of(
        tx: &Tx,
        author: &Author,
        (measure, plan): (&Measure, &Plan),
        typed: &TypedProgress,
    ) -> Result<Self, AppError> {
        let report = typed.check(&state(measure)).map_err(AppError::Invalid)?;
        if report.nothing_new {
            return Ok(Self { report, typed: typed.clone(), standings: None });
        }
        let before = life::standing(tx, measure, plan).await?;
        let after = before.clone().take(alone(author), step(measure, &report)).map_err(|code| refused("status", code))?;
        Ok(Self { report, typed: typed.clone(), standings: Some((before, after)) })
    }
}

impl Services {
    /// Writes an update down, tells the verifiers of a claim, and answers the audit row, which is recorded last. Ring
    /// the bell after the commit.
    pub(in crate::services) async fn write_report(
        &self,
        tx: &Tx,
        (caller, author): (&Caller, &Author),
        reporter: Reporter,
        (measure, plan): (&Measure, &Plan),
        accepted: &Accepted,
    ) -> Result<AuditEntry, AppError> {
        plans::keep(tx, plan).await?;
        let (id, today, report) = (measure.figures.id, self.clock.today(), &accepted.report);
        let said_on = reporter.contact.as_ref().map_or(today, |(_, day)| *day);
        // What was said earlier and is written down only now does not make a later report forgotten.
        let last_update_on = measure.figures.facts.last_update.map_or(said_on, |last| last.max(said_on));
        if let Some((before, after)) = &accepted.standings {
            life::set_claimants(tx, id, before, after).await?;
        }
        // Whoever has nothing new to say does not take the expected date back.
        let forecast = if report.nothing_new { measure.figures.facts.forecast } else { report.forecast };
        let said = Progressed { status: report.status, percent: report.percent, forecast, last_update_on, recorded_on: today };
        measures::set_progress(tx, id, measure.lock_version, said).await?;
        set_deliverables(tx, report, (said_on, today)).await?;
        if reporter.contact.is_none() {
            drafts::sent(tx, id, reporter.person, &accepted.typed).await?;
        }
        let mut changes = changes::of(measure, report, last_update_on);
        changes.extend(reporter.contact.as_ref().map(|(contact, _)| ("contact".to_owned(), None, Some(contact.clone()))));
        let update = updates::add(tx, new_update(author, reporter, id, report, said_on)).await?;
        if accepted.is_new_claim() {
            let done = Bilingual::only(report.lang, &report.done);
            self.tell_claim(tx, caller, (measure, plan), (update, &done)).await?;
        }
        Ok(author.entry(AuditAction::ProgressReported, RecordKind::Measure, id, Some(measure.figures.plan_id), changes))
    }
}

/// The update as the workflow sees it.
fn step(measure: &Measure, report: &ProgressReport) -> Step {
    let now = |deliverable: &Deliverable| report.deliverables.get(&deliverable.id).copied().unwrap_or(deliverable.status);
    let open = measure.deliverables.iter().filter(|deliverable| now(deliverable).is_open()).count();
    Step::Report {
        status: report.status,
        says_what_was_done: !report.done.is_empty(),
        open_deliverables: open.try_into().unwrap_or(u32::MAX),
    }
}

/// What the check of the form needs to know of a measure.
fn state(measure: &Measure) -> MeasureState {
    MeasureState {
        status: measure.figures.facts.status,
        percent: measure.percent,
        deliverables: measure.deliverables.iter().map(|d| (d.id, d.status)).collect(),
    }
}

/// One statement for each status that occurs, whatever the number of deliverables: the day it was said, and today.
async fn set_deliverables(tx: &Tx, report: &ProgressReport, days: (NaiveDate, NaiveDate)) -> Result<(), AppError> {
    for status in [DeliverableStatus::NotStarted, DeliverableStatus::InProgress, DeliverableStatus::Delivered] {
        let ids: Vec<i64> = report.deliverables.iter().filter(|(_, to)| **to == status).map(|(id, _)| *id).collect();
        if !ids.is_empty() {
            measures::set_deliverables(tx, &ids, status, days).await?;
        }
    }
    Ok(())
}

fn new_update(author: &Author, reporter: Reporter, measure_id: i64, report: &ProgressReport, said_on: NaiveDate) -> NewUpdate {
    let text = |text: &str| Bilingual::only(report.lang, text);
    NewUpdate {
        measure_id,
        author_id: reporter.person,
        kind: if report.nothing_new { UpdateKind::NothingNew } else { UpdateKind::Progress },
        contact: reporter.contact.map(|(contact, _)| contact),
        reported_on: said_on,
        recorded_at: author.at,
        status: report.status,
        percent: report.percent,
        done: text(&report.done),
        obstacles: text(&report.obstacles),
        next_step: text(&report.next_step),
        forecast: report.forecast,
    }
}
