//! Reporting progress: the form of one measure, and the update that is recorded with everything it changes.

mod changes;

use super::{
    Author, Services, access,
    life::{alone, refused},
    views,
};
use crate::store::{
    Tx, audit, life,
    measures::{self, Progressed},
    records::{Deliverable, Measure},
    updates::{self, NewUpdate},
};
use app::{
    api::progress::ProgressForm,
    backend::{Caller, Progress},
    error::AppError,
};
use async_trait::async_trait;
use chrono::NaiveDate;
use domain::{
    dates::ReportingPeriod,
    deliverable::DeliverableStatus,
    measure::MeasureStatus,
    people::Action,
    progress::{MeasureState, ProgressReport, TypedProgress, UpdateKind},
    text::Bilingual,
    trail::{AuditAction, RecordKind},
    workflow::Step,
};

#[async_trait]
impl Progress for Services {
    async fn form(&self, caller: &Caller, measure: i64) -> Result<ProgressForm, AppError> {
        let today = self.clock.today();
        self.store
            .read(async |tx| {
                let (measure, plan) = access::measure(tx, &caller.actor, measure).await?;
                access::require(&caller.actor, Action::ReportProgress(measure.subject(plan.subject())))?;
                let last = updates::page(tx, measure.figures.id, 0, 1).await?.pop();
                Ok(ProgressForm {
                    measure: views::measure(&measure, caller.lang, today),
                    plan_id: plan.id,
                    plan_title: plan.title.for_reader(caller.lang),
                    period: ReportingPeriod::of(today),
                    last: last.map(|update| views::update(&update, caller.lang)),
                    lock_version: measure.lock_version,
                })
            })
            .await
    }

    async fn record(&self, caller: &Caller, measure: i64, lock_version: i32, typed: &TypedProgress) -> Result<(), AppError> {
        let author = Author::caller(caller, self.clock.now());
        self.store
            .write(async |tx| {
                let (measure, plan) = access::measure(tx, &caller.actor, measure).await?;
                access::require(&caller.actor, Action::ReportProgress(measure.subject(plan.subject())))?;
                if measure.lock_version != lock_version {
                    return Err(AppError::Conflict);
                }
                let report = typed.check(&state(&measure)).map_err(AppError::Invalid)?;
                if !report.nothing_new {
                    let before = life::standing(tx, &measure, &plan).await?;
                    let step = step(&measure, &report);
                    let after = before.clone().take(alone(&author), step).map_err(|code| refused("status", code))?;
                    life::set_claimants(tx, measure.figures.id, &before, &after).await?;
                }
                let update = self.write_report(tx, &author, caller.actor.person, &measure, &report).await?;
                let was_claimed = measure.figures.facts.status == MeasureStatus::CompletedToVerify;
                if report.status == MeasureStatus::CompletedToVerify && !was_claimed {
                    let done = Bilingual::only(report.lang, &report.done);
                    self.tell_claim(tx, caller, (&measure, &plan), (update, &done)).await?;
                }
                self.audit_report(tx, &author, &measure, &report).await
            })
            .await?;
        self.bell.ring();
        Ok(())
    }
}

impl Services {
    async fn write_report(
        &self,
        tx: &Tx,
        author: &Author,
        reporter: i64,
        measure: &Measure,
        report: &ProgressReport,
    ) -> Result<i64, AppError> {
        let (id, today) = (measure.figures.id, self.clock.today());
        // Whoever has nothing new to say does not take the expected date back.
        let forecast = if report.nothing_new { measure.figures.facts.forecast } else { report.forecast };
        let said = Progressed { status: report.status, percent: report.percent, forecast, last_update_on: today };
        measures::set_progress(tx, id, measure.lock_version, said).await?;
        set_deliverables(tx, report, today).await?;
        Ok(updates::add(tx, new_update(author, reporter, id, report, today)).await?)
    }

    async fn audit_report(&self, tx: &Tx, author: &Author, measure: &Measure, report: &ProgressReport) -> Result<(), AppError> {
        let id = measure.figures.id;
        let changes = changes::of(measure, report, self.clock.today());
        let entry = author.entry(AuditAction::ProgressReported, RecordKind::Measure, id, Some(measure.figures.plan_id), changes);
        Ok(audit::record(tx, entry).await?)
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

fn state(measure: &Measure) -> MeasureState {
    MeasureState {
        status: measure.figures.facts.status,
        percent: measure.percent,
        deliverables: measure.deliverables.iter().map(|d| (d.id, d.status)).collect(),
    }
}

/// One statement for each status that occurs, whatever the number of deliverables.
async fn set_deliverables(tx: &Tx, report: &ProgressReport, today: NaiveDate) -> Result<(), AppError> {
    for status in [DeliverableStatus::NotStarted, DeliverableStatus::InProgress, DeliverableStatus::Delivered] {
        let ids: Vec<i64> = report.deliverables.iter().filter(|(_, to)| **to == status).map(|(id, _)| *id).collect();
        if !ids.is_empty() {
            measures::set_deliverables(tx, &ids, status, (!status.is_open()).then_some(today)).await?;
        }
    }
    Ok(())
}

fn new_update(author: &Author, reporter: i64, measure_id: i64, report: &ProgressReport, today: NaiveDate) -> NewUpdate {
    let text = |text: &str| Bilingual::only(report.lang, text);
    NewUpdate {
        measure_id,
        author_id: reporter,
        kind: if report.nothing_new { UpdateKind::NothingNew } else { UpdateKind::Progress },
        contact: None,
        reported_on: today,
        recorded_at: author.at,
        status: report.status,
        percent: report.percent,
        done: text(&report.done),
        obstacles: text(&report.obstacles),
        next_step: text(&report.next_step),
        forecast: report.forecast,
    }
}
