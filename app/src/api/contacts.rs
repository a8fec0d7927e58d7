//! Organisations without accounts: the link a coordinator sends, the page it opens, and what becomes of the answer.

use super::{
    common::{MeasureRow, UpdateView},
    evidence::FileView,
};
use crate::{
    error::AppError,
    request::{backend, caller, visitor},
};
use chrono::{DateTime, Utc};
use domain::{
    contacts::{ContactPurpose, LinkState, ProposalState, TypedAsk},
    dates::ReportingPeriod,
    evidence::TypedEvidence,
    progress::{TypedProgress, kept_forecast},
    text::{Email, InLang, Lang},
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

/// The form by which a coordinator asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskForm {
    /// The measure.
    pub measure: MeasureRow,
    /// Its plan.
    pub plan_id: i64,
    /// That plan's title.
    pub plan_title: Option<InLang>,
    /// The mail in each language, with a place where the link goes.
    pub letters: Vec<(Lang, String)>,
    /// Other measures of the same organisation that were not reported on either: one mail may ask for all.
    pub others: Vec<OtherMeasure>,
}

/// Another measure of the same organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherMeasure {
    /// Its id.
    pub id: i64,
    /// Its label.
    pub label: String,
    /// What was promised.
    pub text: Option<InLang>,
}

/// A link that was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkView {
    /// Its id.
    pub id: i64,
    /// The contact's name.
    pub name: String,
    /// The contact's address.
    pub email: Email,
    /// What it is for.
    pub purpose: ContactPurpose,
    /// When it was sent.
    pub sent_at: DateTime<Utc>,
    /// Until when it works.
    pub expires_at: DateTime<Utc>,
    /// Where it stands.
    pub state: LinkState,
    /// The answer it brought.
    pub proposal: Option<(i64, ProposalState)>,
}

/// What a coordinator sees of the contacts of a measure; `None` for everybody else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeasureContacts {
    /// The measure.
    pub measure: i64,
    /// Whether a link can be sent now.
    pub may_ask: bool,
    /// Every link, newest first.
    pub links: Vec<LinkView>,
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

/// An answer beside what the record says now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposalPage {
    /// Its id.
    pub id: i64,
    /// What became of it.
    pub state: ProposalState,
    /// Why it was declined.
    pub reason: Option<String>,
    /// The link it came by.
    pub link: i64,
    /// The contact's name, with the organisation that was asked.
    pub contact: String,
    /// The contact's name.
    pub name: String,
    /// The contact's address.
    pub email: Email,
    /// When it came.
    pub received_at: DateTime<Utc>,
    /// Who decided, and when.
    pub decided: Option<(String, DateTime<Utc>)>,
    /// The measure as it is now.
    pub measure: MeasureRow,
    /// Its plan.
    pub plan_id: i64,
    /// That plan's title.
    pub plan_title: Option<InLang>,
    /// What was said last.
    pub last: Option<UpdateView>,
    /// What the contact typed.
    pub answer: Answer,
    /// The file that came with it.
    pub file: Option<FileView>,
    /// Who could verify the completion it claims, once the caller publishes it; `None` when it claims none.
    pub verifiers: Option<Vec<String>>,
    /// Whether the caller can publish it now.
    pub may_publish: bool,
    /// Guards the answer.
    pub lock_version: i32,
    /// Guards the measure.
    pub measure_version: i32,
}

/// An answer that waits for a coordinator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingAnswer {
    /// Its id.
    pub id: i64,
    /// Who sent it.
    pub name: String,
    /// What it is.
    pub purpose: ContactPurpose,
    /// The measure's label.
    pub label: String,
    /// What was promised.
    pub text: Option<InLang>,
    /// When it came.
    pub received_at: DateTime<Utc>,
}

/// Sends a contact a link to answer with.
#[allow(clippy::too_many_arguments)]
#[server(prefix = "/do", endpoint = "ask-contact")]
pub async fn ask_contact(
    /// The id of the measure.
    measure: i64,
    /// The contact's name.
    #[server(default)]
    name: String,
    /// The contact's address.
    #[server(default)]
    email: String,
    /// The language the contact is written to in.
    #[server(default)]
    contact_lang: String,
    /// A `ContactPurpose` code.
    #[server(default)]
    purpose: String,
    /// How many days the link lives.
    #[server(default)]
    days: String,
    /// `yes` by the id of each other measure to ask about in the same mail.
    #[server(default)]
    also: BTreeMap<i64, String>,
) -> Result<(), AppError> {
    let typed = TypedAsk { name, email, contact_lang, purpose, days };
    let also: Vec<i64> = also.into_iter().filter(|(_, ticked)| ticked == "yes").map(|(id, _)| id).collect();
    backend().contacts.ask(&caller()?, measure, &also, &typed).await?;
    leptos_axum::redirect(&format!("/measures/{measure}?done=contact-asked"));
    Ok(())
}

/// Takes a link back.
#[server(prefix = "/do", endpoint = "revoke-contact-link")]
pub async fn revoke_contact_link(
    /// The id of the link.
    link: i64,
) -> Result<(), AppError> {
    let measure = backend().contacts.revoke(&caller()?, link).await?;
    leptos_axum::redirect(&format!("/measures/{measure}?done=contact-link-revoked"));
    Ok(())
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

/// Takes an answer over into the record.
#[server(prefix = "/do", endpoint = "publish-answer")]
pub async fn publish_answer(
    /// The id of the answer.
    proposal: i64,
    /// Guards the answer.
    lock_version: i32,
    /// Guards the measure.
    measure_version: i32,
) -> Result<(), AppError> {
    let measure = backend().contacts.publish(&caller()?, proposal, lock_version, measure_version).await?;
    leptos_axum::redirect(&format!("/measures/{measure}?done=answer-published"));
    Ok(())
}

/// Leaves an answer out of the record, and says why.
#[server(prefix = "/do", endpoint = "decline-answer")]
pub async fn decline_answer(
    /// The id of the answer.
    proposal: i64,
    /// Guards the answer.
    lock_version: i32,
    /// Why.
    #[server(default)]
    decline_reason: String,
) -> Result<(), AppError> {
    backend().contacts.decline(&caller()?, proposal, lock_version, &decline_reason).await?;
    leptos_axum::redirect(&format!("/proposals/{proposal}?done=answer-declined"));
    Ok(())
}
