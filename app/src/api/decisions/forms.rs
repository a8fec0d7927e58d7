//! The forms by which decisions are asked for and made.

use crate::{
    error::AppError,
    request::{backend, caller},
};
use domain::{
    extensions::{TypedExtension, TypedRuling},
    workflow::{TypedFate, TypedVerification},
};
use leptos::server;
use std::collections::BTreeMap;

/// Asks for a later date.
#[server(prefix = "/do", endpoint = "ask-extension")]
pub async fn ask_extension(
    /// The id of the measure.
    measure: i64,
    /// Guards against overwriting.
    lock_version: i32,
    /// The date asked for, in words or figures.
    #[server(default)]
    new_date: String,
    /// The dates asked for single deliverables, by id.
    #[server(default)]
    deliverable_dates: BTreeMap<i64, String>,
    /// Why.
    #[server(default)]
    extension_reason: String,
    /// What follows from the delay.
    #[server(default)]
    impact: String,
    /// The language of the texts.
    #[server(default)]
    text_lang: String,
) -> Result<(), AppError> {
    let typed = TypedExtension { new_date, deliverable_dates, extension_reason, impact, text_lang };
    backend().decisions.request_extension(&caller()?, measure, lock_version, &typed).await?;
    leptos_axum::redirect(&format!("/measures/{measure}?done=extension-asked"));
    Ok(())
}

/// Grants or refuses an extension.
// One argument per field of the form.
#[allow(clippy::too_many_arguments)]
#[server(prefix = "/do", endpoint = "decide-extension")]
pub async fn decide_extension(
    /// The id of the request.
    extension: i64,
    /// Guards against deciding on what changed meanwhile: the version of the measure.
    lock_version: i32,
    /// An `ExtensionAnswer` code.
    #[server(default)]
    answer: String,
    /// The date granted instead of the one asked for.
    #[server(default)]
    granted_date: String,
    /// The dates granted with it for the deliverables that were asked, by id.
    #[server(default)]
    granted_dates: BTreeMap<i64, String>,
    /// Why.
    #[server(default)]
    decision_reason: String,
    /// The id of the meeting that decided.
    #[server(default)]
    meeting: String,
    /// The language of the text.
    #[server(default)]
    text_lang: String,
) -> Result<(), AppError> {
    let typed = TypedRuling { answer, granted_date, granted_dates, decision_reason, meeting, text_lang };
    let measure = backend().decisions.decide_extension(&caller()?, extension, lock_version, &typed).await?;
    leptos_axum::redirect(&format!("/measures/{measure}?done=extension-decided"));
    Ok(())
}

/// Takes an extension request back.
#[server(prefix = "/do", endpoint = "withdraw-extension")]
pub async fn withdraw_extension(
    /// The id of the request.
    extension: i64,
    /// Guards against withdrawing what changed meanwhile: the version of the measure.
    lock_version: i32,
) -> Result<(), AppError> {
    let measure = backend().decisions.withdraw_extension(&caller()?, extension, lock_version).await?;
    leptos_axum::redirect(&format!("/measures/{measure}?done=extension-withdrawn"));
    Ok(())
}

/// Accepts or returns a completion claim.
#[server(prefix = "/do", endpoint = "verify-claim")]
pub async fn verify_claim(
    /// The id of the measure.
    measure: i64,
    /// Guards against verifying what changed meanwhile.
    lock_version: i32,
    /// A `VerificationOutcome` code.
    #[server(default)]
    verification_outcome: String,
    /// What was looked at, or what is missing.
    #[server(default)]
    verification_notes: String,
    /// The language of the notes.
    #[server(default)]
    text_lang: String,
) -> Result<(), AppError> {
    let typed = TypedVerification { outcome: verification_outcome, notes: verification_notes, text_lang };
    backend().decisions.verify(&caller()?, measure, lock_version, &typed).await?;
    leptos_axum::redirect(&format!("/measures/{measure}?done=claim-answered"));
    Ok(())
}

/// Drops, replaces or hands over a measure, or drops one of its deliverables.
// One argument per field of the form.
#[allow(clippy::too_many_arguments)]
#[server(prefix = "/do", endpoint = "decide-fate")]
pub async fn decide_fate(
    /// The id of the measure.
    measure: i64,
    /// Guards against deciding on what changed meanwhile.
    lock_version: i32,
    /// A `FateChoice` code.
    #[server(default)]
    fate: String,
    /// Why.
    #[server(default)]
    fate_reason: String,
    /// The id of the measure that takes its place.
    #[server(default)]
    successor: String,
    /// The id of the organisation that takes it over.
    #[server(default)]
    new_lead: String,
    /// The id of the deliverable that is dropped.
    #[server(default)]
    retired_deliverable: String,
    /// The id of the meeting that decided.
    #[server(default)]
    meeting: String,
    /// `yes` by the id of each proposal that the decision follows.
    #[server(default)]
    follows: BTreeMap<i64, String>,
    /// The language of the text.
    #[server(default)]
    text_lang: String,
) -> Result<(), AppError> {
    let typed = TypedFate { fate, fate_reason, successor, new_lead, retired_deliverable, meeting, follows, text_lang };
    backend().decisions.decide_fate(&caller()?, measure, lock_version, &typed).await?;
    leptos_axum::redirect(&format!("/measures/{measure}?done=fate-decided"));
    Ok(())
}
