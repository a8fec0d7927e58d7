//! The form of a plan: what it shows and what it sends.

use super::{PlanHead, ResponseForm, TypedAnswer, TypedText};
use crate::{
    error::AppError,
    request::{backend, caller},
};
use chrono::NaiveDate;
use domain::{plan::SourceKind, reminders::ReminderPolicy, text::Bilingual};
use leptos::server;
use serde::{Deserialize, Serialize};

/// The form of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanForm {
    /// The plan.
    pub plan: PlanHead,
    /// Its title.
    pub title: Bilingual,
    /// The report it answers.
    pub source_title: Bilingual,
    /// What kind of report that is.
    pub source_kind: SourceKind,
    /// Where to read it.
    pub source_url: Option<String>,
    /// When it was published.
    pub published_on: Option<NaiveDate>,
    /// Whether every claim needs evidence.
    pub needs_evidence: bool,
    /// When its reminders are due, where it is not as on the whole instance.
    pub reminders: Option<ReminderPolicy>,
    /// When reminders are due on the whole instance.
    pub usual_reminders: ReminderPolicy,
    /// The response to the report as a whole.
    pub response: Option<ResponseForm>,
    /// Guards against overwriting.
    pub lock_version: i32,
}

/// A plan as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypedPlanEdit {
    /// The title.
    pub title: TypedText,
    /// The title of the report.
    pub source_title: TypedText,
    /// A `SourceKind` code.
    pub source_kind: String,
    /// Where to read the report.
    pub source_url: String,
    /// A day.
    pub published_on: String,
    /// `yes` when every claim needs evidence.
    pub needs_evidence: String,
    /// `yes` when its reminders are due on days of its own.
    pub own_reminders: String,
    /// Those days; only with `own_reminders`.
    pub reminders: TypedReminders,
    /// The response to the report as a whole.
    pub answer: TypedAnswer,
    /// Why an approved plan is amended.
    pub why: String,
}

/// A reminder policy as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypedReminders {
    /// Days before, as a list.
    pub days_before: String,
    /// `yes` to write on the due day.
    pub on_due_day: String,
    /// Days between reminders after the due day, or blank.
    pub every_days_after: String,
}

/// Changes a plan.
// One argument per field of the form, named as its problems are: here and in the other forms.
#[allow(clippy::too_many_arguments)]
#[server(prefix = "/do", endpoint = "edit-plan")]
pub async fn edit_plan(
    /// The id of the plan.
    plan: i64,
    /// Guards against overwriting.
    lock_version: i32,
    /// The title in English.
    #[server(default)]
    title_en: String,
    /// The title in French.
    #[server(default)]
    title_fr: String,
    /// The title of the report in English.
    #[server(default)]
    source_title_en: String,
    /// The title of the report in French.
    #[server(default)]
    source_title_fr: String,
    /// A `SourceKind` code.
    #[server(default)]
    source_kind: String,
    /// Where to read the report.
    #[server(default)]
    source_url: String,
    /// The day the report was published.
    #[server(default)]
    published_on: String,
    /// `yes` when every claim needs evidence.
    #[server(default)]
    needs_evidence: String,
    /// `yes` when its reminders are due on days of its own.
    #[server(default)]
    own_reminders: String,
    /// Days before, as a list.
    #[server(default)]
    days_before: String,
    /// `yes` to write on the due day.
    #[server(default)]
    on_due_day: String,
    /// Days between reminders after the due day, or blank.
    #[server(default)]
    every_days_after: String,
    /// A `ResponseKind` code, or blank.
    #[server(default)]
    answer_kind: String,
    /// The words of the response in English.
    #[server(default)]
    answer_en: String,
    /// The words of the response in French.
    #[server(default)]
    answer_fr: String,
    /// The reason in English.
    #[server(default)]
    answer_reason_en: String,
    /// The reason in French.
    #[server(default)]
    answer_reason_fr: String,
    /// Why an approved plan is amended.
    #[server(default)]
    why: String,
) -> Result<(), AppError> {
    let answer = TypedAnswer {
        kind: answer_kind,
        text: TypedText::new(answer_en, answer_fr),
        reason: TypedText::new(answer_reason_en, answer_reason_fr),
    };
    let (title, source_title) = (TypedText::new(title_en, title_fr), TypedText::new(source_title_en, source_title_fr));
    let typed = TypedPlanEdit {
        title,
        source_title,
        source_kind,
        source_url,
        published_on,
        needs_evidence,
        own_reminders,
        reminders: TypedReminders { days_before, on_due_day, every_days_after },
        answer,
        why,
    };
    backend().editing.edit_plan(&caller()?, plan, lock_version, &typed).await?;
    leptos_axum::redirect(&format!("/plans/{plan}?done=plan-edited"));
    Ok(())
}
