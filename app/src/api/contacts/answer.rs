//! The page that a contact's link opens, and what is sent from it.

use crate::{
    api::common::{MeasureRow, UpdateView},
    error::AppError,
    request::{backend, visitor},
};
use chrono::{DateTime, Utc};
use domain::{
    contacts::{ContactPurpose, LinkState},
    dates::ReportingPeriod,
    evidence::TypedEvidence,
    progress::{TypedProgress, kept_forecast},
    text::InLang,
};
use leptos::server;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the form is called that sends a file by a link; the web layer takes it, as it is not text. It goes to
/// [`answer_file_address`].
pub const ANSWER_FILE: &str = "/answer/file";

/// Where a file is sent to by the link of a token.
#[must_use]
pub fn answer_file_address(token: &str) -> String {
    format!("/answer/{token}/file")
}

/// What a contact says about what they send. Who may see it and what it replaces are not theirs to say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProofFields {
    /// What it is called.
    pub title: String,
    /// The language of the title.
    pub text_lang: String,
    /// A `MarkingChoice` code.
    pub marking: String,
    /// The deliverable it proves, by id.
    pub deliverable: String,
    /// Its web address, where it is no file.
    pub url: String,
}

impl ProofFields {
    /// The same, as evidence is checked.
    #[must_use]
    pub fn typed(self) -> TypedEvidence {
        let Self { title, text_lang, marking, deliverable, url } = self;
        TypedEvidence { title, text_lang, marking, deliverable, url, ..TypedEvidence::default() }
    }
}

/// What a contact finds behind the link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum AnswerPage {
    /// The form.
    Open(Box<AnswerForm>),
    /// The link was used, taken back or is too old: nothing else is said.
    Closed(LinkState),
}

/// The form of a contact: the measure and what was said last, nothing of anybody else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerForm {
    /// The contact's name.
    pub name: String,
    /// What is asked for.
    pub purpose: ContactPurpose,
    /// Until when the link works.
    pub expires_at: DateTime<Utc>,
    /// The measure.
    pub measure: MeasureRow,
    /// The title of its plan.
    pub plan_title: Option<InLang>,
    /// The period the answer is for.
    pub period: ReportingPeriod,
    /// What was said last, by the organisation and not by name.
    pub last: Option<UpdateView>,
}

/// What a contact typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Where the measure stands.
    Update(TypedProgress),
    /// What proves it.
    Evidence(TypedEvidence),
}

/// Sends a contact's update to the coordinator, which uses the link up.
#[allow(clippy::too_many_arguments)]
#[server(prefix = "/do", endpoint = "answer-update")]
pub async fn answer_update(
    /// The token of the link.
    #[server(default)]
    token: String,
    /// A `MeasureStatus` code.
    #[server(default)]
    status: String,
    /// Percent done.
    #[server(default)]
    percent: String,
    /// What was done.
    #[server(default)]
    done: String,
    /// What is in the way.
    #[server(default)]
    obstacles: String,
    /// What comes next.
    #[server(default)]
    next_step: String,
    /// When the contact expects to be done, in words.
    #[server(default)]
    forecast: String,
    /// What the form offered as the forecast.
    #[server(default)]
    forecast_before: String,
    /// The language of the texts.
    #[server(default)]
    text_lang: String,
    /// A `DeliverableStatus` code by deliverable id.
    #[server(default)]
    deliverables: BTreeMap<i64, String>,
    /// `yes` when there is nothing new to report.
    #[server(default)]
    nothing_new: String,
) -> Result<(), AppError> {
    let forecast = kept_forecast((&status, &nothing_new), &forecast, &forecast_before);
    let draft_key = String::new();
    let typed =
        TypedProgress { status, percent, done, obstacles, next_step, forecast, text_lang, deliverables, nothing_new, draft_key };
    backend().contacts.answer(&visitor(), &token, &Answer::Update(typed)).await?;
    leptos_axum::redirect("/answered");
    Ok(())
}

/// Sends a contact's evidence to the coordinator, which uses the link up.
#[server(prefix = "/do", endpoint = "answer-evidence")]
pub async fn answer_evidence(
    /// The token of the link.
    #[server(default)]
    token: String,
    /// What it is called.
    #[server(default)]
    proof_title: String,
    /// The language of the title.
    #[server(default)]
    text_lang: String,
    /// A `MarkingChoice` code.
    #[server(default)]
    proof_marking: String,
    /// The deliverable it proves, by id.
    #[server(default)]
    proof_deliverable: String,
    /// Its web address.
    #[server(default)]
    proof_url: String,
) -> Result<(), AppError> {
    let sent =
        ProofFields { title: proof_title, text_lang, marking: proof_marking, deliverable: proof_deliverable, url: proof_url };
    backend().contacts.answer(&visitor(), &token, &Answer::Evidence(sent.typed())).await?;
    leptos_axum::redirect("/answered");
    Ok(())
}
