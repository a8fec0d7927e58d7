//! Import on the web: a source, a preview that a person corrects, then a plan.

use super::common::OrganisationView;
use crate::{
    error::AppError,
    request::{backend, caller},
};
use domain::draft::PlanDraft;
use leptos::server;
use serde::{Deserialize, Serialize};

/// A preview.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ImportPreview {
    /// Its id.
    pub id: i64,
    /// The file it came from, when it was not pasted.
    pub file_name: Option<String>,
    /// What was understood, with the corrections made so far.
    pub draft: PlanDraft,
    /// What the form shows: filled from the draft at first, then as it was typed last.
    pub typed: TypedPlan,
    /// How many recommendations and measures the source has: their rows stay, even those that were left blank.
    pub found: (usize, usize),
    /// The organisations a measure can be given to.
    pub organisations: Vec<OrganisationView>,
    /// The plan it became, when it was committed.
    pub plan_id: Option<i64>,
    /// Guards against overwriting.
    pub lock_version: i32,
}

/// A preview a person left unfinished.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnfinishedImport {
    /// Its id.
    pub id: i64,
    /// The file it came from.
    pub file_name: Option<String>,
    /// The title read or typed so far.
    pub title: Option<String>,
    /// The day it was started.
    pub started_on: chrono::NaiveDate,
}

/// One recommendation row of the preview as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TypedRecommendation {
    /// Its number.
    pub number: String,
    /// Its text; a blank one leaves the recommendation out.
    pub text: String,
    /// Whom it addresses.
    pub addressee: String,
    /// A `Priority` code, or blank where none is stated.
    pub priority: String,
    /// A `ResponseKind` code, or blank.
    pub response: String,
    /// The words of the response.
    pub response_text: String,
}

/// One measure row of the preview as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TypedMeasure {
    /// Its label.
    pub label: String,
    /// Its text; a blank one leaves the measure out.
    pub text: String,
    /// The number of the recommendation row it answers, counted from 0, or blank.
    pub recommendation: String,
    /// The numbers of other recommendations it answers, with commas between.
    pub also: String,
    /// The id of the organisation that leads it, or blank.
    pub lead: String,
    /// The owner in words.
    pub owner: String,
    /// The due date in words.
    pub due: String,
    /// One deliverable a line.
    pub deliverables: String,
    /// The organisations that support it, with semicolons between.
    pub support: String,
    /// Who is accountable, in words.
    pub accountable: String,
    /// The first day of the work.
    pub start: String,
    /// `yes` when the source says that it is done.
    pub completed: String,
    /// The day it was done.
    pub completed_on: String,
}

/// The whole preview as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TypedPlan {
    /// The title of the plan.
    pub title: String,
    /// The language of its texts.
    pub lang: String,
    /// A `SourceKind` code.
    pub source_kind: String,
    /// Where to read the report.
    pub source_url: String,
    /// The day the report was published.
    pub published_on: String,
    /// The words of the global response.
    pub response_text: String,
    /// A `ResponseKind` code for it, or blank.
    pub response_kind: String,
    /// The recommendations, in order.
    pub recommendations: Vec<TypedRecommendation>,
    /// The measures, in order.
    pub measures: Vec<TypedMeasure>,
}

/// Reads a pasted source: the table of a web page when the browser caught one, else the text.
#[server(prefix = "/do", endpoint = "start-import")]
pub async fn start_import(
    /// The text.
    #[server(default)]
    text: String,
    /// The table as a piece of a web page, when the browser caught one.
    #[server(default)]
    html: String,
) -> Result<(), AppError> {
    let source = if html.trim().is_empty() { text } else { html };
    let import = backend().imports.start(&caller()?, source.as_bytes(), None).await?;
    leptos_axum::redirect(&format!("/import/{import}"));
    Ok(())
}

/// Keeps the corrections of a preview.
// One argument per field of the form, named as its problems are.
#[allow(clippy::too_many_arguments)]
#[server(prefix = "/do", endpoint = "correct-import")]
pub async fn correct_import(
    /// The id of the preview.
    import: i64,
    /// Guards against overwriting.
    lock_version: i32,
    /// The title.
    #[server(default)]
    title: String,
    /// The language of the texts.
    #[server(default)]
    lang: String,
    /// A `SourceKind` code.
    #[server(default)]
    source_kind: String,
    /// Where to read the report.
    #[server(default)]
    source_url: String,
    /// The day the report was published.
    #[server(default)]
    published_on: String,
    /// The words of the global response.
    #[server(default)]
    response_text: String,
    /// A `ResponseKind` code, or blank.
    #[server(default)]
    response_kind: String,
    /// The recommendations.
    #[server(default)]
    recommendations: Vec<TypedRecommendation>,
    /// The measures.
    #[server(default)]
    measures: Vec<TypedMeasure>,
) -> Result<(), AppError> {
    let typed =
        TypedPlan { title, lang, source_kind, source_url, published_on, response_text, response_kind, recommendations, measures };
    backend().imports.correct(&caller()?, import, lock_version, &typed).await?;
    leptos_axum::redirect(&format!("/import/{import}?done=corrections-kept"));
    Ok(())
}

/// Puts an unfinished preview away.
#[server(prefix = "/do", endpoint = "discard-import")]
pub async fn discard_import(
    /// The id of the preview.
    import: i64,
    /// Guards against putting away what was changed meanwhile.
    lock_version: i32,
) -> Result<(), AppError> {
    backend().imports.discard(&caller()?, import, lock_version).await?;
    leptos_axum::redirect("/import?done=import-put-away");
    Ok(())
}

/// Makes the plan of a preview.
#[allow(clippy::too_many_arguments)]
#[server(prefix = "/do", endpoint = "commit-import")]
pub async fn commit_import(
    /// The id of the preview.
    import: i64,
    /// Guards against overwriting.
    lock_version: i32,
    /// The title.
    #[server(default)]
    title: String,
    /// The language of the texts.
    #[server(default)]
    lang: String,
    /// A `SourceKind` code.
    #[server(default)]
    source_kind: String,
    /// Where to read the report.
    #[server(default)]
    source_url: String,
    /// The day the report was published.
    #[server(default)]
    published_on: String,
    /// The words of the global response.
    #[server(default)]
    response_text: String,
    /// A `ResponseKind` code, or blank.
    #[server(default)]
    response_kind: String,
    /// The recommendations.
    #[server(default)]
    recommendations: Vec<TypedRecommendation>,
    /// The measures.
    #[server(default)]
    measures: Vec<TypedMeasure>,
) -> Result<(), AppError> {
    let typed =
        TypedPlan { title, lang, source_kind, source_url, published_on, response_text, response_kind, recommendations, measures };
    let plan = backend().imports.commit(&caller()?, import, lock_version, &typed).await?;
    leptos_axum::redirect(&format!("/plans/{plan}?done=plan-created"));
    Ok(())
}
