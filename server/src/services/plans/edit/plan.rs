//! The plan itself, with the response to the report as a whole.

use super::{
    Editor,
    changes::of_plan,
    read::{self, Answer, Reading},
};
use crate::{
    services::Services,
    store::{
        StoreError,
        plans::{self, NewResponse},
        records::Response,
        settings,
    },
};
use app::{
    api::editing::{PlanForm, PlanHead, ResponseForm, TypedPlanEdit},
    error::AppError,
};
use domain::trail::{AuditAction, RecordKind};
use domain::{plan::PlanStatus, text::Lang};

/// What the form shows.
pub(super) async fn form(editor: &Editor<'_>) -> Result<PlanForm, AppError> {
    let plan = &editor.plan;
    let (_, response) = plans::recommendations(editor.tx, plan.id).await?;
    Ok(PlanForm {
        plan: head(editor),
        title: plan.title.clone(),
        source_title: plan.source_title.clone(),
        source_kind: plan.source_kind,
        source_url: plan.source_url.clone(),
        published_on: plan.published_on,
        needs_evidence: plan.needs_evidence,
        reminders: plan.reminders.clone(),
        usual_reminders: settings::load(editor.tx).await?.settings.reminders,
        response: response.as_ref().map(response_form),
        lock_version: plan.lock_version,
    })
}

/// The plan above every form.
pub(super) fn head(editor: &Editor<'_>) -> PlanHead {
    let plan = &editor.plan;
    PlanHead { id: plan.id, title: plan.title.for_reader(editor.lang), status: plan.status }
}

pub(super) fn response_form(response: &Response) -> ResponseForm {
    ResponseForm { kind: response.kind, text: response.text.clone(), reason: response.reason.clone() }
}

/// Writes what was typed.
pub(super) async fn edit(
    services: &Services,
    editor: &Editor<'_>,
    lock_version: i32,
    typed: &TypedPlanEdit,
) -> Result<(), AppError> {
    let plan = &editor.plan;
    if plan.lock_version != lock_version {
        return Err(AppError::Conflict);
    }
    let (_, response) = plans::recommendations(editor.tx, plan.id).await?;
    let (edit, beside) = read::plan(editor.reading(), typed, response.as_ref()).map_err(AppError::Invalid)?;
    let mut changes = of_plan(plan, &edit);
    changes.answer(response.as_ref(), beside.answer.as_ref());
    if changes.0.is_empty() {
        return Ok(());
    }
    plans::edit(editor.tx, plan, &edit).await?;
    editor.answer(None, response.as_ref(), beside.answer).await?;
    if edit.needs_evidence && !plan.needs_evidence {
        services.look_again(editor, |_| true).await?;
    }
    let actions = (AuditAction::PlanEdited, AuditAction::PlanAmended);
    editor.record((RecordKind::Plan, plan.id), actions, changes.because(beside.why)).await
}

impl Editor<'_> {
    /// A reading of a form of this plan.
    pub(super) fn reading(&self) -> Reading {
        Reading::new(self.plan.status, self.lang)
    }

    /// Writes a response, or takes one back that a draft no longer has.
    pub(super) async fn answer(
        &self,
        recommendation_id: Option<i64>,
        before: Option<&Response>,
        now: Option<Answer>,
    ) -> Result<(), StoreError> {
        let existing = before.map(|response| response.id);
        match (existing, now) {
            (_, Some(Answer { kind, text, reason })) => {
                let new = NewResponse { recommendation_id, kind, text, reason };
                plans::set_response(self.tx, self.plan.id, existing, new).await
            }
            (Some(id), None) => plans::remove_response(self.tx, id).await,
            (None, None) => Ok(()),
        }
    }

    /// Whether what is written now stands beside a baseline.
    pub(super) fn amends(&self) -> bool {
        self.plan.status != PlanStatus::Draft
    }

    /// The language of the reader.
    pub(super) fn lang(&self) -> Lang {
        self.lang
    }
}
