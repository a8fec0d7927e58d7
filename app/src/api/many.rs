//! Reporting on many measures in one form.

use super::{
    common::{MeasureRow, PageInfo, UpdateView},
    progress::DraftView,
};
use crate::{
    error::AppError,
    request::{backend, caller},
};
use domain::{dates::ReportingPeriod, problem::ProblemCode, progress::TypedRow, text::InLang};
use leptos::server;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One measure the person answers for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnMeasure {
    /// The measure.
    pub measure: MeasureRow,
    /// What was said last time.
    pub last: Option<UpdateView>,
    /// For whom the person stands in here; `None` for their own.
    pub instead_of: Option<String>,
    /// What the person began to write, here or in the form of the measure alone.
    pub draft: Option<DraftView>,
    /// Guards against overwriting.
    pub lock_version: i32,
}

/// The measures of one plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnPlan {
    /// The plan.
    pub id: i64,
    /// Its title.
    pub title: Option<InLang>,
    /// The measures, in its order.
    pub measures: Vec<OwnMeasure>,
}

/// The page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnPage {
    /// The period the updates answer for.
    pub period: ReportingPeriod,
    /// This page of the measures, by plan.
    pub plans: Vec<OwnPlan>,
    /// Which page.
    pub page: PageInfo,
    /// How many of all of them were not reported on in the period.
    pub silent: u64,
}

/// A measure that stood in a form and does not stand in it any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftRow {
    /// Its id.
    pub measure: i64,
    /// Its label, where the person may still see it.
    pub label: Option<String>,
    /// Why nothing can be said about it any more; `None` when it still can, in its own form.
    pub why: Option<ProblemCode>,
    /// The titles of its deliverables by their id, where the person may still see it.
    pub deliverables: BTreeMap<i64, InLang>,
}

/// Records an update for every measure something was said about: all of them, or none when one has a problem.
#[server(prefix = "/do", endpoint = "report-many")]
pub async fn report_many(
    /// The rows by the id of their measure.
    #[server(default)]
    rows: BTreeMap<i64, TypedRow>,
    /// The language of the texts.
    #[server(default)]
    text_lang: String,
) -> Result<(), AppError> {
    backend().progress.record_many(&caller()?, &rows, &text_lang).await?;
    leptos_axum::redirect("/report?done=updates-recorded");
    Ok(())
}

/// Keeps every row something was said in as a draft, for the person who writes. Nothing typed is refused.
#[server(prefix = "/do", endpoint = "save-drafts")]
pub async fn save_drafts(
    /// The rows by the id of their measure.
    #[server(default)]
    rows: BTreeMap<i64, TypedRow>,
    /// The language of the texts.
    #[server(default)]
    text_lang: String,
    /// The page of the list.
    #[server(default)]
    page: String,
) -> Result<(), AppError> {
    backend().progress.save_drafts(&caller()?, &rows, &text_lang).await?;
    let page = page.parse::<u32>().ok().filter(|page| *page > 1).map(|page| format!("&page={page}")).unwrap_or_default();
    leptos_axum::redirect(&format!("/report?done=draft-saved{page}"));
    Ok(())
}
