//! Editing a plan: the forms, what they send, and what is missing in one language.

use super::{
    common::{MeasureRow, OrganisationView},
    measures::RecommendationLink,
};
use crate::{
    error::AppError,
    request::{backend, caller},
};
use chrono::NaiveDate;
use domain::{
    dates::DueDate,
    measure::MeasureStatus,
    plan::{BaselineEntity, PlanStatus, Priority, ResponseKind, SourceKind},
    reminders::ReminderPolicy,
    text::{Bilingual, Coded, InLang, Lang},
};
use leptos::server;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The plan that something edited belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanHead {
    /// Its id.
    pub id: i64,
    /// Its title.
    pub title: Option<InLang>,
    /// Where it stands: from its approval on an edit is an amendment.
    pub status: PlanStatus,
}

/// A response as a form shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResponseForm {
    /// Accepted, partly, or not.
    pub kind: ResponseKind,
    /// The words.
    pub text: Bilingual,
    /// The reason.
    pub reason: Bilingual,
}

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

/// The form of a recommendation and the response to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecommendationForm {
    /// Its id; `None` for a new one.
    pub id: Option<i64>,
    /// Its plan.
    pub plan: PlanHead,
    /// Its number.
    pub number: String,
    /// Its text.
    pub text: Bilingual,
    /// To whom it is addressed.
    pub addressee: Bilingual,
    /// How urgent it is.
    pub priority: Priority,
    /// The response to it.
    pub response: Option<ResponseForm>,
    /// Guards against overwriting.
    pub lock_version: i32,
}

/// A person who can be named as owner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonChoice {
    /// The person's id.
    pub id: i64,
    /// The name, with the code of the organisation.
    pub name: String,
}

/// A deliverable as the form shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeliverableForm {
    /// Its id.
    pub id: i64,
    /// What is to be handed over.
    pub title: Bilingual,
    /// Its own date as promised first.
    pub due: Option<DueDate>,
    /// The latest date granted, where there is one.
    pub granted: Option<DueDate>,
}

/// What a measure can be connected with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeasureChoices {
    /// The organisations that can lead or support it.
    pub organisations: Vec<OrganisationView>,
    /// The people who can own it.
    pub people: Vec<PersonChoice>,
    /// The recommendations it can answer.
    pub recommendations: Vec<RecommendationLink>,
}

/// The form of a measure with its deliverables.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeasureForm {
    /// Its id; `None` for a new one.
    pub id: Option<i64>,
    /// Its plan.
    pub plan: PlanHead,
    /// Its label.
    pub label: String,
    /// What is promised.
    pub text: Bilingual,
    /// The organisation that leads it.
    pub lead: Option<i64>,
    /// The organisations that support it.
    pub support: Vec<i64>,
    /// The person who owns it.
    pub owner: Option<i64>,
    /// The owner in words.
    pub owner_text: Option<String>,
    /// The first day of the work.
    pub start_on: Option<NaiveDate>,
    /// The date promised first.
    pub due: DueDate,
    /// The recommendations it answers.
    pub answers: Vec<i64>,
    /// Its deliverables that were not retired.
    pub deliverables: Vec<DeliverableForm>,
    /// What it can be connected with.
    pub choices: MeasureChoices,
    /// Where it stands: a verified one has to be verified again.
    pub status: MeasureStatus,
    /// Guards against overwriting.
    pub lock_version: i32,
}

/// The form that names who carries a measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnerForm {
    /// Its plan.
    pub plan: PlanHead,
    /// The measure.
    pub measure: MeasureRow,
    /// The person who owns it now.
    pub owner: Option<i64>,
    /// The owner in words.
    pub owner_text: Option<String>,
    /// The people who can own it.
    pub people: Vec<PersonChoice>,
    /// The organisations that can lead it, where none does yet; else empty.
    pub organisations: Vec<OrganisationView>,
    /// Guards against overwriting.
    pub lock_version: i32,
}

/// What kind of record lacks a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum MissingOf {
    /// Something the baseline is frozen of.
    Plan(BaselineEntity),
    /// A line of the costs.
    Cost,
}

impl MissingOf {
    /// The middle of its keys in the catalogue.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Plan(entity) => entity.code(),
            Self::Cost => "cost",
        }
    }
}

/// A text that exists in one language only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissingText {
    /// What kind of record it belongs to.
    pub of: MissingOf,
    /// The number or label people call that record by; empty for the plan itself and for its costs.
    pub label: String,
    /// The field, `field-<name>` in the catalogue without its language.
    pub field: String,
    /// The language that is missing.
    pub lang: Lang,
    /// The words in the other language.
    pub words: String,
    /// The field of the form in which it is added.
    pub href: String,
}

/// Everything of a plan that is missing in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissingPage {
    /// The plan.
    pub plan: PlanHead,
    /// What is missing, in the order of the plan.
    pub texts: Vec<MissingText>,
    /// Whether to offer the forms.
    pub may_edit: bool,
    /// Whether to offer the forms of the costs.
    pub may_record_costs: bool,
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

/// A text as typed in both languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypedText {
    /// In English.
    pub en: String,
    /// In French.
    pub fr: String,
}

impl TypedText {
    /// What was typed in both fields.
    #[must_use]
    pub fn new(en: String, fr: String) -> Self {
        Self { en, fr }
    }
}

/// A response as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypedAnswer {
    /// A `ResponseKind` code, or blank.
    pub kind: String,
    /// The words.
    pub text: TypedText,
    /// The reason.
    pub reason: TypedText,
}

/// A recommendation as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypedRecommendationEdit {
    /// The number.
    pub number: String,
    /// The text.
    pub text: TypedText,
    /// To whom.
    pub addressee: TypedText,
    /// A `Priority` code.
    pub priority: String,
    /// The response.
    pub answer: TypedAnswer,
    /// Why an approved one is amended.
    pub why: String,
}

/// A deliverable as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TypedDeliverable {
    /// Its id; blank for a new one.
    pub id: String,
    /// In English.
    pub title_en: String,
    /// In French.
    pub title_fr: String,
    /// Its own date in words.
    pub due: String,
}

/// A measure as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypedMeasureEdit {
    /// The label.
    pub label: String,
    /// The text.
    pub text: TypedText,
    /// The id of the organisation that leads it, or blank.
    pub lead: String,
    /// `yes` by the id of an organisation that supports it.
    pub support: BTreeMap<i64, String>,
    /// Who owns it.
    pub owner: TypedOwner,
    /// A day.
    pub start_on: String,
    /// The date in words.
    pub due: String,
    /// `yes` by the id of a recommendation it answers.
    pub answers: BTreeMap<i64, String>,
    /// The deliverables; in a draft, one without a title goes.
    pub deliverables: Vec<TypedDeliverable>,
    /// Why an approved one is amended.
    pub why: String,
}

/// The owner of a measure as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypedOwner {
    /// The id of a person, or blank.
    pub person: String,
    /// In words.
    pub words: String,
}

/// Changes a plan.
// One argument per field of the form, named as its problems are: here and below.
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

/// Changes a recommendation and the response to it, or adds one.
#[allow(clippy::too_many_arguments)]
#[server(prefix = "/do", endpoint = "save-recommendation")]
pub async fn save_recommendation(
    /// The id of the plan.
    plan: i64,
    /// The id of the recommendation; blank for a new one.
    #[server(default)]
    recommendation: String,
    /// Guards against overwriting.
    lock_version: i32,
    /// The number.
    #[server(default)]
    number: String,
    /// The text in English.
    #[server(default)]
    text_en: String,
    /// The text in French.
    #[server(default)]
    text_fr: String,
    /// To whom, in English.
    #[server(default)]
    addressee_en: String,
    /// To whom, in French.
    #[server(default)]
    addressee_fr: String,
    /// A `Priority` code.
    #[server(default)]
    priority: String,
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
    /// Why an approved one is amended.
    #[server(default)]
    why: String,
) -> Result<(), AppError> {
    let answer = TypedAnswer {
        kind: answer_kind,
        text: TypedText::new(answer_en, answer_fr),
        reason: TypedText::new(answer_reason_en, answer_reason_fr),
    };
    let (text, addressee) = (TypedText::new(text_en, text_fr), TypedText::new(addressee_en, addressee_fr));
    let typed = TypedRecommendationEdit { number, text, addressee, priority, answer, why };
    let done = match id_or_new(&recommendation)? {
        Some(id) => {
            backend().editing.edit_recommendation(&caller()?, id, lock_version, &typed).await?;
            "recommendation-edited"
        }
        None => {
            backend().editing.add_recommendation(&caller()?, plan, &typed).await?;
            "recommendation-added"
        }
    };
    leptos_axum::redirect(&format!("/plans/{plan}?done={done}"));
    Ok(())
}

/// Takes a recommendation out of a draft.
#[server(prefix = "/do", endpoint = "remove-recommendation")]
pub async fn remove_recommendation(
    /// The id of the recommendation.
    recommendation: i64,
    /// Guards against removing what was changed meanwhile.
    lock_version: i32,
) -> Result<(), AppError> {
    let plan = backend().editing.remove_recommendation(&caller()?, recommendation, lock_version).await?;
    leptos_axum::redirect(&format!("/plans/{plan}?done=recommendation-removed"));
    Ok(())
}

/// Changes a measure and its deliverables, or adds one.
#[allow(clippy::too_many_arguments)]
#[server(prefix = "/do", endpoint = "save-measure")]
pub async fn save_measure(
    /// The id of the plan.
    plan: i64,
    /// The id of the measure; blank for a new one.
    #[server(default)]
    measure: String,
    /// Guards against overwriting.
    lock_version: i32,
    /// The label.
    #[server(default)]
    label: String,
    /// The text in English.
    #[server(default)]
    text_en: String,
    /// The text in French.
    #[server(default)]
    text_fr: String,
    /// The id of the organisation that leads it, or blank.
    #[server(default)]
    lead: String,
    /// `yes` by the id of an organisation that supports it.
    #[server(default)]
    support: BTreeMap<i64, String>,
    /// The id of the person who owns it, or blank.
    #[server(default)]
    owner_person: String,
    /// The owner in words.
    #[server(default)]
    owner_words: String,
    /// The first day of the work.
    #[server(default)]
    start_on: String,
    /// The date in words.
    #[server(default)]
    due: String,
    /// `yes` by the id of a recommendation it answers.
    #[server(default)]
    answers: BTreeMap<i64, String>,
    /// The deliverables.
    #[server(default)]
    deliverables: Vec<TypedDeliverable>,
    /// Why an approved one is amended.
    #[server(default)]
    why: String,
) -> Result<(), AppError> {
    let (text, owner) = (TypedText::new(text_en, text_fr), TypedOwner { person: owner_person, words: owner_words });
    let typed = TypedMeasureEdit { label, text, lead, support, owner, start_on, due, answers, deliverables, why };
    let (id, done) = match id_or_new(&measure)? {
        Some(id) => {
            backend().editing.edit_measure(&caller()?, id, lock_version, &typed).await?;
            (id, "measure-edited")
        }
        None => (backend().editing.add_measure(&caller()?, plan, &typed).await?, "measure-added"),
    };
    leptos_axum::redirect(&format!("/measures/{id}?done={done}"));
    Ok(())
}

/// Takes a measure out of a draft.
#[server(prefix = "/do", endpoint = "remove-measure")]
pub async fn remove_measure(
    /// The id of the measure.
    measure: i64,
    /// Guards against removing what was changed meanwhile.
    lock_version: i32,
) -> Result<(), AppError> {
    let plan = backend().editing.remove_measure(&caller()?, measure, lock_version).await?;
    leptos_axum::redirect(&format!("/plans/{plan}?done=measure-removed"));
    Ok(())
}

/// Names who carries a measure.
#[server(prefix = "/do", endpoint = "name-owner")]
pub async fn name_owner(
    /// The id of the measure.
    measure: i64,
    /// Guards against overwriting.
    lock_version: i32,
    /// The id of the organisation that leads it, where none did.
    #[server(default)]
    lead: String,
    /// The id of the person who owns it, or blank.
    #[server(default)]
    owner_person: String,
    /// The owner in words.
    #[server(default)]
    owner_words: String,
) -> Result<(), AppError> {
    let owner = TypedOwner { person: owner_person, words: owner_words };
    backend().editing.name_owner(&caller()?, measure, lock_version, &lead, &owner).await?;
    leptos_axum::redirect(&format!("/measures/{measure}?done=owner-named"));
    Ok(())
}

/// Closes a plan of which every measure has come to an end.
#[server(prefix = "/do", endpoint = "close-plan")]
pub async fn close_plan(
    /// The id of the plan.
    plan: i64,
    /// Guards against closing what was changed meanwhile.
    lock_version: i32,
) -> Result<(), AppError> {
    backend().editing.close(&caller()?, plan, lock_version).await?;
    leptos_axum::redirect(&format!("/plans/{plan}?done=plan-closed"));
    Ok(())
}

/// The id a form sent, nothing for a new record. Errors with `Malformed`.
fn id_or_new(text: &str) -> Result<Option<i64>, AppError> {
    match text.trim() {
        "" => Ok(None),
        id => id.parse().map(Some).map_err(|_| AppError::Malformed),
    }
}
