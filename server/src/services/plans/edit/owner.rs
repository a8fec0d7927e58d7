//! Who carries a measure: a person who sees the plan, or words; and the organisation that leads it, where none did.

use super::{Editor, changes::Changes, choices::Choices, plan::head, read_measure};
use crate::{
    services::{Services, life::alone, views},
    store::{
        measures::{self, Hands},
        plans,
        records::Measure,
        standings,
    },
};
use app::{
    api::editing::{OwnerForm, TypedOwner},
    error::AppError,
};
use domain::{
    people::{Action, Actor, PlanSubject},
    plan::PlanStatus,
    problem::{Problem, ProblemCode},
    trail::{AuditAction, RecordKind},
    workflow::Step,
};

/// In a draft it is part of the editing; afterwards it is a decision about the measure.
pub(super) fn action(measure: &Measure, plan: PlanSubject) -> Action {
    if plan.status == PlanStatus::Draft { Action::EditPlan(plan) } else { Action::DecideFate(measure.subject(plan)) }
}

/// Whether a person may name the owner.
pub(in crate::services) fn may_name(actor: &Actor, measure: &Measure, plan: PlanSubject) -> bool {
    actor.may(action(measure, plan))
}

/// What the form shows.
pub(super) async fn form(services: &Services, editor: &Editor<'_>, measure: &Measure) -> Result<OwnerForm, AppError> {
    let choices = Choices::load(editor, Some(measure)).await?;
    let leaderless = measure.figures.lead_organisation_id.is_none();
    Ok(OwnerForm {
        plan: head(editor),
        measure: views::measure(measure, editor.lang(), services.clock.today()),
        owner: measure.figures.owner_id,
        owner_text: measure.owner_text.clone(),
        people: choices.people_views(),
        organisations: if leaderless { choices.organisation_views(editor) } else { Vec::new() },
        lock_version: measure.lock_version,
    })
}

/// Writes what was chosen.
pub(super) async fn name(
    services: &Services,
    editor: &Editor<'_>,
    measure: &Measure,
    lock_version: i32,
    (lead, typed): (&str, &TypedOwner),
) -> Result<(), AppError> {
    if measure.lock_version != lock_version {
        return Err(AppError::Conflict);
    }
    let choices = Choices::load(editor, Some(measure)).await?;
    let mut reading = editor.reading();
    let (owner, words) = read_measure::owner(&mut reading, typed, &choices);
    let lead = match measure.figures.lead_organisation_id {
        Some(lead) => Some(lead),
        None => reading.check.number("lead", lead, |id| choices.has_organisation(id)),
    };
    if reading.check.0.is_empty() && lead.is_none() && owner.is_none() && words.is_none() {
        return Err(AppError::Invalid(vec![Problem::new("owner_person", ProblemCode::Required)]));
    }
    reading.done(()).map_err(AppError::Invalid)?;
    let mut changes = Changes::default();
    changes.value("lead", choices.code(measure.figures.lead_organisation_id), choices.code(lead));
    let support: Vec<i64> = measure.support.iter().map(|organisation| organisation.id).collect();
    let others: Vec<i64> = support.iter().copied().filter(|id| Some(*id) != lead).collect();
    changes.value("support", choices.codes(&support), choices.codes(&others));
    changes.value("owner", choices.name(measure.figures.owner_id), choices.name(owner));
    changes.value("owner_words", measure.owner_text.clone(), words.clone());
    if changes.0.is_empty() {
        return Ok(());
    }
    plans::hold(editor.tx, &editor.plan).await?;
    let mut version = lock_version;
    if editor.amends() {
        let step = (Step::NameOwner { owner }, "owner_person");
        services.take(editor.tx, (measure, &editor.plan), version, alone(&editor.author), step).await?;
        version = version.wrapping_add(1);
    }
    let id = measure.figures.id;
    let hands = Hands { lead_organisation_id: lead, owner_id: owner, owner_text: words };
    measures::set_lead(editor.tx, id, version, hands).await?;
    if editor.amends() {
        standings::note(editor.tx, id, services.clock.today()).await?;
        if let Some(owner) = owner.filter(|owner| measure.figures.owner_id != Some(*owner)) {
            services.tell_owner(editor.tx, &editor.author, (measure, &editor.plan), owner).await?;
        }
    }
    editor.record((RecordKind::Measure, id), (AuditAction::OwnerNamed, AuditAction::OwnerNamed), changes.0).await
}
