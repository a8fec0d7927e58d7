//! The report progress form of one measure.

use super::common::{MeasureRow, UpdateView};
use crate::{
    error::AppError,
    request::{backend, caller},
};
use domain::{
    dates::ReportingPeriod,
    measure::MeasureStatus,
    progress::TypedProgress,
    text::{Coded, InLang},
};
use leptos::server;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the form shows before anything is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgressForm {
    /// The measure.
    pub measure: MeasureRow,
    /// Its plan.
    pub plan_id: i64,
    /// That plan's title.
    pub plan_title: Option<InLang>,
    /// The period the update answers for.
    pub period: ReportingPeriod,
    /// What was said last time.
    pub last: Option<UpdateView>,
    /// Guards against overwriting what somebody else reported meanwhile.
    pub lock_version: i32,
}

/// Records a progress update.
// One argument per field: a flattened struct would lose the ids of the deliverables on their way in.
#[allow(clippy::too_many_arguments)]
#[server(prefix = "/do", endpoint = "report-progress")]
pub async fn report_progress(
    /// The id of the measure.
    measure: i64,
    /// Guards against overwriting.
    lock_version: i32,
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
    /// When the lead expects to be done, in words.
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
    // Whoever reports completion need not clear the date the form had filled in.
    let is_leftover = status == MeasureStatus::CompletedToVerify.code() && forecast == forecast_before;
    let forecast = if is_leftover { String::new() } else { forecast };
    let typed = TypedProgress { status, percent, done, obstacles, next_step, forecast, text_lang, deliverables, nothing_new };
    backend().progress.record(&caller()?, measure, lock_version, &typed).await?;
    leptos_axum::redirect(&format!("/measures/{measure}?done=update-recorded"));
    Ok(())
}
