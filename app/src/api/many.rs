//! Reporting on many measures in one form.

use super::common::{MeasureRow, PageInfo, UpdateView};
use crate::{
    error::AppError,
    request::{backend, caller},
};
use domain::{dates::ReportingPeriod, progress::TypedRow, text::InLang};
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
    /// Whether the person began a report on it elsewhere.
    pub has_draft: bool,
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
