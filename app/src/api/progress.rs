//! The report progress form of one measure, and the draft of it.

use super::common::{MeasureRow, UpdateView};
use crate::{
    error::AppError,
    request::{backend, caller},
};
use chrono::{DateTime, Utc};
use domain::{
    dates::ReportingPeriod,
    progress::{TypedProgress, kept_forecast},
    text::InLang,
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
    /// What the person began to write earlier.
    pub draft: Option<DraftView>,
    /// Guards against overwriting what somebody else reported meanwhile.
    pub lock_version: i32,
}

/// An update that is still being written: the person's own, shown to nobody else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftView {
    /// The form as it was typed.
    pub typed: TypedProgress,
    /// When it was saved.
    pub saved_at: DateTime<Utc>,
    /// Whether somebody reported since it was saved.
    pub is_stale: bool,
}

/// A draft among those that wait for their writer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingDraft {
    /// The measure.
    pub measure: i64,
    /// Its label.
    pub label: String,
    /// What was promised.
    pub text: Option<InLang>,
    /// When the draft was saved.
    pub saved_at: DateTime<Utc>,
    /// What was typed, where it can only be read, copied and given up: nothing can be reported on the measure any more.
    pub kept: Option<TypedProgress>,
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
    /// Which view of the form this was typed into.
    #[server(default)]
    draft_key: String,
) -> Result<(), AppError> {
    let forecast = kept_forecast((&status, &nothing_new), &forecast, &forecast_before);
    let typed =
        TypedProgress { status, percent, done, obstacles, next_step, forecast, text_lang, deliverables, nothing_new, draft_key };
    backend().progress.record(&caller()?, measure, lock_version, &typed).await?;
    leptos_axum::redirect(&format!("/measures/{measure}?done=update-recorded"));
    Ok(())
}

/// Keeps the form as it is, for the person who writes it. Nothing typed is refused.
#[allow(clippy::too_many_arguments)]
#[server(prefix = "/do", endpoint = "save-draft")]
pub async fn save_draft(
    /// The id of the measure.
    measure: i64,
    /// A draft that arrives after the report was sent is not kept.
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
    /// The language of the texts.
    #[server(default)]
    text_lang: String,
    /// A `DeliverableStatus` code by deliverable id.
    #[server(default)]
    deliverables: BTreeMap<i64, String>,
    /// `yes` when there is nothing new to report.
    #[server(default)]
    nothing_new: String,
    /// Which view of the form this was typed into.
    #[server(default)]
    draft_key: String,
    /// The key of another draft that was shown beside this one, and that this one is to replace.
    #[server(default)]
    replaces: String,
) -> Result<(), AppError> {
    let draft_key = if replaces.is_empty() { draft_key } else { replaces };
    let typed =
        TypedProgress { status, percent, done, obstacles, next_step, forecast, text_lang, deliverables, nothing_new, draft_key };
    backend().progress.save_draft(&caller()?, measure, lock_version, &typed).await?;
    leptos_axum::redirect(&format!("/measures/{measure}/report?done=draft-saved"));
    Ok(())
}

/// Gives a draft up.
#[server(prefix = "/do", endpoint = "discard-draft")]
pub async fn discard_draft(
    /// The id of the measure.
    measure: i64,
    /// `work` when it was given up in the list of what waits.
    #[server(default)]
    from: String,
) -> Result<(), AppError> {
    backend().progress.discard_draft(&caller()?, measure).await?;
    // A measure that has ended has no form to go back to.
    let back = if from == "work" { "/".to_owned() } else { format!("/measures/{measure}/report") };
    leptos_axum::redirect(&format!("{back}?done=draft-discarded"));
    Ok(())
}
