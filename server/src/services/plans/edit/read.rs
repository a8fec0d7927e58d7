//! From the forms as typed to what may be written, with every problem at once.

use crate::{
    services::fields::{Check, MAX_LINE, MAX_TEXT},
    store::{
        plans::{PlanEdit, RecommendationEdit},
        records::Response,
    },
};
use app::api::editing::{TypedAnswer, TypedPlanEdit, TypedRecommendationEdit, TypedText};
use domain::{
    plan::{PlanStatus, ResponseKind},
    problem::{Problem, ProblemCode},
    reminders::ReminderPolicy,
    settings::TypedReminders,
    text::{Bilingual, Lang},
};

/// Reads one form: what is wrong so far, where the plan stands, and the language whose field a missing text is told at.
pub(super) struct Reading {
    pub check: Check,
    pub status: PlanStatus,
    pub lang: Lang,
}

/// A response that may be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Answer {
    pub kind: ResponseKind,
    pub text: Bilingual,
    pub reason: Bilingual,
}

/// What a form says beside its texts: the response, and why an approved plan is amended.
pub(super) struct Beside {
    pub answer: Option<Answer>,
    pub why: Option<String>,
}

impl Reading {
    pub(super) fn new(status: PlanStatus, lang: Lang) -> Self {
        Self { check: Check::default(), status, lang }
    }

    /// What was read, unless something is wrong with it.
    pub(super) fn done<T>(self, read: T) -> Result<T, Vec<Problem>> {
        if self.check.0.is_empty() { Ok(read) } else { Err(self.check.0) }
    }

    /// A text that may be missing.
    pub(super) fn text(&mut self, field: &str, typed: &TypedText, max: usize) -> Bilingual {
        let en = self.check.text(&format!("{field}_en"), &typed.en, max);
        Bilingual::new(en, self.check.text(&format!("{field}_fr"), &typed.fr, max))
    }

    /// A text that must be there in one language at least.
    pub(super) fn required(&mut self, field: &str, typed: &TypedText, max: usize) -> Bilingual {
        let text = self.text(field, typed, max);
        if text.is_empty() {
            self.missing(field, ProblemCode::Required);
        }
        text
    }

    fn missing(&mut self, field: &str, code: ProblemCode) {
        self.check.problem(format!("{field}_{}", self.lang), code);
    }

    /// Why: asked of every amendment.
    pub(super) fn why(&mut self, typed: &str) -> Option<String> {
        let why = self.check.text("why", typed, MAX_LINE);
        if why.is_none() && self.status != PlanStatus::Draft {
            self.check.problem("why", ProblemCode::ReasonRequired);
        }
        why
    }

    /// A reminder policy of the plan's own; none when it follows the instance, whatever is left in the other fields.
    fn reminders(&mut self, typed: &TypedPlanEdit) -> Option<ReminderPolicy> {
        if typed.own_reminders != "yes" {
            return None;
        }
        let own = &typed.reminders;
        let own = TypedReminders {
            days_before: own.days_before.clone(),
            on_due_day: own.on_due_day == "yes",
            every_days_after: own.every_days_after.clone(),
        };
        own.check().map_err(|problems| self.check.0.extend(problems)).ok()
    }

    /// A response: none when nothing of it was filled in. What was approved is reworded, never taken back.
    fn answer(&mut self, typed: &TypedAnswer, before: Option<&Response>) -> Option<Answer> {
        let text = self.text("answer", &typed.text, MAX_TEXT);
        let reason = self.text("answer_reason", &typed.reason, MAX_TEXT);
        let is_blank = typed.kind.trim().is_empty() && text.is_empty() && reason.is_empty();
        if is_blank && (before.is_none() || self.status == PlanStatus::Draft) {
            return None;
        }
        let kind: ResponseKind = self.check.choice("answer_kind", &typed.kind)?;
        if kind.needs_reason() && reason.is_empty() {
            self.missing("answer_reason", ProblemCode::ReasonRequired);
        }
        Some(Answer { kind, text, reason })
    }
}

/// A plan as it may be written.
pub(super) fn plan(
    mut reading: Reading,
    typed: &TypedPlanEdit,
    before: Option<&Response>,
) -> Result<(PlanEdit, Beside), Vec<Problem>> {
    let title = reading.required("title", &typed.title, MAX_LINE);
    let source_title = reading.text("source_title", &typed.source_title, MAX_LINE);
    let source_kind = reading.check.choice("source_kind", &typed.source_kind);
    let source_url = reading.check.link("source_url", &typed.source_url);
    let published_on = reading.check.day("published_on", &typed.published_on);
    let answer = reading.answer(&typed.answer, before);
    let why = reading.why(&typed.why);
    let needs_evidence = typed.needs_evidence == "yes";
    let reminders = reading.reminders(typed);
    let edit = source_kind.map(|source_kind| PlanEdit {
        title,
        source_title,
        source_kind,
        source_url,
        published_on,
        needs_evidence,
        reminders,
    });
    match reading.done(edit)? {
        Some(edit) => Ok((edit, Beside { answer, why })),
        None => Err(Vec::new()),
    }
}

/// A recommendation as it may be written.
pub(super) fn recommendation(
    mut reading: Reading,
    typed: &TypedRecommendationEdit,
    before: Option<&Response>,
) -> Result<(RecommendationEdit, Beside), Vec<Problem>> {
    let number = reading.check.required("number", &typed.number, MAX_LINE);
    let text = reading.required("text", &typed.text, MAX_TEXT);
    let addressee = reading.text("addressee", &typed.addressee, MAX_LINE);
    let priority = reading.check.choice("priority", &typed.priority);
    let answer = reading.answer(&typed.answer, before);
    let why = reading.why(&typed.why);
    let edit = priority.map(|priority| RecommendationEdit { number, text, addressee, priority });
    match reading.done(edit)? {
        Some(edit) => Ok((edit, Beside { answer, why })),
        None => Err(Vec::new()),
    }
}
