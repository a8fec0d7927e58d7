//! Measures with their deliverables: added, corrected in a draft, amended afterwards.

use super::{
    Editor,
    changes::Changes,
    choices::Choices,
    plan::head,
    read_measure::{self, ReadyDeliverable, ReadyMeasure},
};
use crate::{
    services::{Services, life::alone},
    store::{
        audit, life,
        measures::{self, MeasureEdit, NewDeliverable, NewMeasure, Scope},
        records::{Deliverable, Measure},
        standings,
    },
};
use app::{
    api::editing::{DeliverableForm, MeasureForm, TypedMeasureEdit},
    error::AppError,
};
use chrono::NaiveDate;
use domain::{
    dates::DueDate,
    deliverable::DeliverableStatus,
    measure::MeasureStatus,
    plan::PlanStatus,
    text::Bilingual,
    trail::{AuditAction, RecordKind},
    workflow::Step,
};

/// Whether the words of a measure may still change: not once it was dropped or replaced.
pub(in crate::services::plans) fn is_editable(measure: &Measure) -> bool {
    !matches!(measure.figures.facts.status, MeasureStatus::NoLongerApplicable | MeasureStatus::Superseded)
}

/// What the form shows of one.
pub(super) async fn form(editor: &Editor<'_>, measure: &Measure) -> Result<MeasureForm, AppError> {
    let choices = Choices::load(editor, Some(measure)).await?;
    let shown = measure.deliverables.iter().filter(|deliverable| deliverable.status != DeliverableStatus::Retired);
    let deliverable = |d: &Deliverable| DeliverableForm {
        id: d.id,
        title: d.title.clone(),
        due: d.original(),
        granted: d.current().filter(|current| Some(*current) != d.original()),
    };
    Ok(MeasureForm {
        id: Some(measure.figures.id),
        plan: head(editor),
        label: measure.label.clone(),
        text: measure.text.clone(),
        lead: measure.figures.lead_organisation_id,
        support: measure.support.iter().map(|organisation| organisation.id).collect(),
        owner: measure.figures.owner_id,
        owner_text: measure.owner_text.clone(),
        start_on: measure.start_on,
        due: measure.figures.facts.dates.original(),
        answers: measure.recommendations.iter().map(|recommendation| recommendation.id).collect(),
        deliverables: shown.map(deliverable).collect(),
        choices: choices.views(editor),
        status: measure.figures.facts.status,
        lock_version: measure.lock_version,
    })
}

/// What the form shows of a new one.
pub(super) async fn blank(editor: &Editor<'_>, recommendation: Option<i64>) -> Result<MeasureForm, AppError> {
    let choices = Choices::load(editor, None).await?;
    Ok(MeasureForm {
        id: None,
        plan: head(editor),
        label: String::new(),
        text: Bilingual::default(),
        lead: None,
        support: Vec::new(),
        owner: None,
        owner_text: None,
        start_on: None,
        due: DueDate::NONE,
        answers: recommendation.into_iter().filter(|id| choices.has_recommendation(*id)).collect(),
        deliverables: Vec::new(),
        choices: choices.views(editor),
        status: MeasureStatus::NotStarted,
        lock_version: 0,
    })
}

/// Adds one; answers its id.
pub(super) async fn add(services: &Services, editor: &Editor<'_>, typed: &TypedMeasureEdit) -> Result<i64, AppError> {
    let choices = Choices::load(editor, None).await?;
    let ready = read_measure::measure(editor.reading(), typed, None, &choices).map_err(AppError::Invalid)?;
    crate::store::plans::hold(editor.tx, &editor.plan).await?;
    let changes = changes(None, &ready, &choices);
    let ReadyMeasure { edit, deliverables, why } = ready;
    let new = NewMeasure {
        position: measures::next_position(editor.tx, editor.plan.id).await?,
        label: edit.label,
        text: edit.text,
        lead_organisation_id: edit.lead_organisation_id,
        owner_id: edit.owner_id,
        owner_text: edit.owner_text,
        start_on: edit.start_on,
        dates: edit.dates,
        due_text: None,
        status: MeasureStatus::NotStarted,
        percent: 0,
        deliverables: added(deliverables),
        recommendations: edit.recommendations,
        support: edit.support,
    };
    let id = measures::add(editor.tx, editor.plan.id, new).await?;
    if editor.amends() {
        standings::begin_on(editor.tx, id, services.clock.today()).await?;
    }
    editor
        .record((RecordKind::Measure, id), (AuditAction::MeasureAdded, AuditAction::MeasureAdded), changes.because(why))
        .await?;
    Ok(id)
}

/// Writes what was typed. In an approved plan it is a step in the life of the measure, whatever was amended: what was
/// verified has to be verified again, and with one more deliverable it is open again. Only the same in the other
/// language is none: it promises nothing else.
pub(super) async fn edit(
    services: &Services,
    editor: &Editor<'_>,
    measure: &Measure,
    lock_version: i32,
    typed: &TypedMeasureEdit,
) -> Result<(), AppError> {
    if measure.lock_version != lock_version {
        return Err(AppError::Conflict);
    }
    let choices = Choices::load(editor, Some(measure)).await?;
    let ready = read_measure::measure(editor.reading(), typed, Some(measure), &choices).map_err(AppError::Invalid)?;
    let mut changes = changes(Some(measure), &ready, &choices);
    if changes.0.is_empty() {
        return Ok(());
    }
    crate::store::plans::hold(editor.tx, &editor.plan).await?;
    let (id, mut version) = (measure.figures.id, lock_version);
    let more = ready.deliverables.iter().any(|deliverable| matches!(deliverable, ReadyDeliverable::New(..)));
    if editor.amends() && (more || !changes.only_translates()) {
        let step = (if more { Step::PromiseMore } else { Step::Amend }, "text");
        let taken = services.take(editor.tx, (measure, &editor.plan), version, alone(&editor.author), step).await?;
        if !taken.before.status.awaits_lead() && taken.after.status.awaits_lead() {
            services
                .tell_open_again(
                    editor.tx,
                    &editor.author,
                    (measure, &editor.plan),
                    (&taken, ready.why.as_deref().map(|why| (why, editor.lang))),
                )
                .await?;
        }
        changes.0.extend(taken.changes());
        version = version.wrapping_add(1);
    }
    measures::edit(editor.tx, id, version, &ready.edit).await?;
    write_deliverables(editor, id, ready.deliverables, services.clock.today()).await?;
    editor
        .record((RecordKind::Measure, id), (AuditAction::MeasureEdited, AuditAction::MeasureAmended), changes.because(ready.why))
        .await
}

impl Services {
    /// Sets those verified measures back to be verified which lack the evidence that an amendment asks for from now on;
    /// each with its audit row, so after everything else but the amendment's own.
    pub(super) async fn look_again(&self, editor: &Editor<'_>, concerns: impl Fn(&Measure) -> bool) -> Result<(), AppError> {
        if !editor.amends() {
            return Ok(());
        }
        let measures = measures::load(editor.tx, &Scope::plan(editor.plan.id)).await?;
        let is_verified = |measure: &Measure| measure.figures.facts.status == MeasureStatus::VerifiedClosed;
        let verified: Vec<&Measure> = measures.iter().filter(|measure| is_verified(measure) && concerns(measure)).collect();
        let mut entries = Vec::new();
        for measure in verified {
            if life::has_evidence(editor.tx, measure.figures.id).await? {
                continue;
            }
            let (who, step) = (alone(&editor.author), (Step::Amend, "priority"));
            let taken = self.take(editor.tx, (measure, &editor.plan), measure.lock_version, who, step).await?;
            let (id, plan) = (measure.figures.id, Some(editor.plan.id));
            entries.push(editor.author.entry(AuditAction::MeasureAmended, RecordKind::Measure, id, plan, taken.changes()));
        }
        Ok(audit::record_all(editor.tx, entries).await?)
    }
}

/// Takes one out of a draft. Errors with `NotAllowed` once the plan is approved.
pub(super) async fn remove(editor: &Editor<'_>, measure: &Measure, lock_version: i32) -> Result<(), AppError> {
    if editor.plan.status != PlanStatus::Draft {
        return Err(AppError::NotAllowed);
    }
    let id = measure.figures.id;
    crate::store::plans::hold(editor.tx, &editor.plan).await?;
    measures::remove(editor.tx, id, lock_version).await?;
    let mut changes = Changes::default();
    changes.value("label", Some(measure.label.clone()), None);
    changes.text("text", &measure.text, &Bilingual::default());
    changes.value("original_due", Some(measure.figures.facts.dates.original().to_string()), None);
    for deliverable in &measure.deliverables {
        changes.text("deliverable", &deliverable.title, &Bilingual::default());
    }
    editor.record((RecordKind::Measure, id), (AuditAction::MeasureRemoved, AuditAction::MeasureRemoved), changes.0).await
}

fn added(deliverables: Vec<ReadyDeliverable>) -> Vec<NewDeliverable> {
    let new = deliverables.into_iter().filter_map(|ready| match ready {
        ReadyDeliverable::New(title, due) => {
            Some(NewDeliverable { title, due, status: DeliverableStatus::NotStarted, delivered_on: None })
        }
        ReadyDeliverable::Changed(..) | ReadyDeliverable::Removed(_) => None,
    });
    new.collect()
}

async fn write_deliverables(
    editor: &Editor<'_>,
    measure: i64,
    ready: Vec<ReadyDeliverable>,
    today: NaiveDate,
) -> Result<(), AppError> {
    let mut removed = Vec::new();
    for deliverable in &ready {
        match deliverable {
            ReadyDeliverable::Changed(before, title, due) => {
                measures::edit_deliverable(editor.tx, before.id, title, *due).await?;
            }
            ReadyDeliverable::Removed(before) => removed.push(before.id),
            ReadyDeliverable::New(..) => {}
        }
    }
    if !removed.is_empty() {
        measures::remove_deliverables(editor.tx, &removed).await?;
    }
    let new = added(ready);
    if !new.is_empty() {
        let added = measures::append_deliverables(editor.tx, measure, new).await?;
        if editor.amends() {
            standings::note_deliverables(editor.tx, &added, today).await?;
        }
    }
    Ok(())
}

/// What changed, field by field; all of it when the measure is new.
fn changes(before: Option<&Measure>, ready: &ReadyMeasure, choices: &Choices) -> Changes {
    let (none, edit) = (Bilingual::default(), &ready.edit);
    let figures = before.map(|measure| &measure.figures);
    let mut changes = Changes::default();
    changes.value("label", before.map(|measure| measure.label.clone()), Some(edit.label.clone()));
    changes.text("text", before.map_or(&none, |measure| &measure.text), &edit.text);
    let lead = figures.and_then(|figures| figures.lead_organisation_id);
    changes.value("lead", choices.code(lead), choices.code(edit.lead_organisation_id));
    let owner = figures.and_then(|figures| figures.owner_id);
    changes.value("owner", choices.name(owner), choices.name(edit.owner_id));
    changes.value("owner_words", before.and_then(|measure| measure.owner_text.clone()), edit.owner_text.clone());
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
    changes.value("start_on", day(before.and_then(|measure| measure.start_on)), day(edit.start_on));
    let due = figures.map(|figures| figures.facts.dates.original());
    changes.value("original_due", due.map(|due| due.to_string()), Some(edit.dates.original().to_string()));
    linked(&mut changes, before, edit, choices);
    for deliverable in &ready.deliverables {
        deliverable_changes(&mut changes, deliverable);
    }
    changes
}

fn linked(changes: &mut Changes, before: Option<&Measure>, edit: &MeasureEdit, choices: &Choices) {
    let ids = |edit: &[i64]| edit.to_vec();
    let support: Vec<i64> = before.map(|measure| measure.support.iter().map(|s| s.id).collect()).unwrap_or_default();
    changes.value("support", choices.codes(&support), choices.codes(&ids(&edit.support)));
    let answers: Vec<i64> = before.map(|measure| measure.recommendations.iter().map(|r| r.id).collect()).unwrap_or_default();
    changes.value("answers", choices.numbers(&answers), choices.numbers(&edit.recommendations));
}

fn deliverable_changes(changes: &mut Changes, ready: &ReadyDeliverable) {
    let none = Bilingual::default();
    let (old, new, was, due) = match ready {
        ReadyDeliverable::New(title, due) => (&none, title, None, *due),
        ReadyDeliverable::Changed(before, title, due) => (&before.title, title, before.original(), *due),
        ReadyDeliverable::Removed(before) => (&before.title, &none, before.original(), None),
    };
    changes.text("deliverable", old, new);
    changes.value("deliverable_due", was.map(|due| due.to_string()), due.map(|due| due.to_string()));
}
