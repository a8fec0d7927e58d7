//! The form of a measure with its deliverables: what it shows and what it sends.

use super::{PlanHead, TypedOwner, TypedText, id_or_new};
use crate::{
    api::{common::OrganisationView, measures::RecommendationLink},
    error::AppError,
    request::{backend, caller},
};
use chrono::NaiveDate;
use domain::{dates::DueDate, measure::MeasureStatus, text::Bilingual};
use leptos::server;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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
    /// Which view of the form this is; empty where that is not told apart.
    pub form_key: String,
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
    /// Which view of the form this is.
    #[server(default)]
    form_key: String,
) -> Result<(), AppError> {
    let (text, owner) = (TypedText::new(text_en, text_fr), TypedOwner { person: owner_person, words: owner_words });
    let typed = TypedMeasureEdit { label, text, lead, support, owner, start_on, due, answers, deliverables, why, form_key };
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
