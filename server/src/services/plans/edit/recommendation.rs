//! Recommendations with the responses to them.

use super::{
    Editor,
    changes::of_recommendation,
    plan::{head, response_form},
    read,
};
use crate::{
    services::Services,
    store::{
        plans::{self, NewRecommendation, Stored},
        records::Answered,
    },
};
use app::{
    api::editing::{RecommendationForm, TypedRecommendationEdit},
    error::AppError,
};
use domain::{
    plan::{PlanStatus, Priority},
    text::Bilingual,
    trail::{AuditAction, RecordKind},
};

/// What the form shows of one.
pub(super) fn form(editor: &Editor<'_>, stored: Stored) -> RecommendationForm {
    let Answered { recommendation, addressee, priority, response } = stored.answered;
    RecommendationForm {
        id: Some(recommendation.id),
        plan: head(editor),
        number: recommendation.number,
        text: recommendation.text,
        addressee,
        priority,
        response: response.as_ref().map(response_form),
        lock_version: stored.lock_version,
    }
}

/// What the form shows of a new one.
pub(super) async fn blank(editor: &Editor<'_>) -> Result<RecommendationForm, AppError> {
    Ok(RecommendationForm {
        id: None,
        plan: head(editor),
        number: plans::next_position(editor.tx, editor.plan.id).await?.to_string(),
        text: Bilingual::default(),
        addressee: Bilingual::default(),
        priority: Priority::Unspecified,
        response: None,
        lock_version: 0,
    })
}

/// Adds one; answers its id.
pub(super) async fn add(editor: &Editor<'_>, typed: &TypedRecommendationEdit) -> Result<i64, AppError> {
    let (edit, beside) = read::recommendation(editor.reading(), typed, None).map_err(AppError::Invalid)?;
    plans::hold(editor.tx, &editor.plan).await?;
    let mut changes = of_recommendation(None, &edit);
    changes.answer(None, beside.answer.as_ref());
    let new = NewRecommendation {
        position: plans::next_position(editor.tx, editor.plan.id).await?,
        number: edit.number,
        text: edit.text,
        addressee: edit.addressee,
        priority: edit.priority,
    };
    let id = plans::add_recommendation(editor.tx, editor.plan.id, new).await?;
    editor.answer(Some(id), None, beside.answer).await?;
    let action = AuditAction::RecommendationAdded;
    editor.record((RecordKind::Recommendation, id), (action, action), changes.because(beside.why)).await?;
    Ok(id)
}

/// Writes what was typed.
pub(super) async fn edit(
    services: &Services,
    editor: &Editor<'_>,
    stored: &Stored,
    lock_version: i32,
    typed: &TypedRecommendationEdit,
) -> Result<(), AppError> {
    if stored.lock_version != lock_version {
        return Err(AppError::Conflict);
    }
    let (before, id) = (stored.answered.response.as_ref(), stored.answered.recommendation.id);
    let (edit, beside) = read::recommendation(editor.reading(), typed, before).map_err(AppError::Invalid)?;
    let mut changes = of_recommendation(Some(&stored.answered), &edit);
    changes.answer(before, beside.answer.as_ref());
    if changes.0.is_empty() {
        return Ok(());
    }
    plans::hold(editor.tx, &editor.plan).await?;
    plans::edit_recommendation(editor.tx, id, lock_version, &edit).await?;
    editor.answer(Some(id), before, beside.answer).await?;
    if edit.priority == Priority::High && stored.answered.priority != Priority::High {
        services.look_again(editor, |measure| measure.recommendations.iter().any(|answered| answered.id == id)).await?;
    }
    let actions = (AuditAction::RecommendationEdited, AuditAction::RecommendationAmended);
    editor.record((RecordKind::Recommendation, id), actions, changes.because(beside.why)).await
}

/// Takes one out of a draft. Errors with `NotAllowed` once the plan is approved: nothing approved is ever removed.
pub(super) async fn remove(editor: &Editor<'_>, stored: &Stored, lock_version: i32) -> Result<(), AppError> {
    if editor.plan.status != PlanStatus::Draft {
        return Err(AppError::NotAllowed);
    }
    let recommendation = &stored.answered.recommendation;
    plans::hold(editor.tx, &editor.plan).await?;
    plans::remove_recommendation(editor.tx, recommendation.id, lock_version).await?;
    let mut changes = super::changes::Changes::default();
    changes.value("number", Some(recommendation.number.clone()), None);
    changes.text("text", &recommendation.text, &Bilingual::default());
    changes.answer(stored.answered.response.as_ref(), None);
    let action = AuditAction::RecommendationRemoved;
    editor.record((RecordKind::Recommendation, recommendation.id), (action, action), changes.0).await
}
