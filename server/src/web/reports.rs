//! Reports as files, in the language of the page they are asked for from.

use super::{Web, files};
use crate::documents::{Format, Report, render};
use app::{backend::Caller, error::AppError, i18n::t, request::RequestInfo};
use axum::{
    extract::{Extension, Path, Query, State},
    response::Response,
};
use chrono::NaiveDate;
use serde::Deserialize;

/// What a report is narrowed to; empty is not narrowed.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    plan: String,
    #[serde(default)]
    date: String,
}

/// The status report of a plan.
pub(super) async fn meeting(
    State(web): State<Web>,
    Extension(info): Extension<RequestInfo>,
    Path((plan, format)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Response {
    let report = async {
        let plan = plan.parse().map_err(|_| AppError::NotFound)?;
        let report = web.backend.reports.meeting(&caller(&info)?, plan, day(&asked.date)?).await?;
        let on = report.meeting.as_ref().map_or(report.cut_off, |meeting| meeting.held_on);
        file("report-file-meeting", on, &Report::Meeting(Box::new(report)), &format)
    };
    report.await.unwrap_or_else(|error| files::refused(error, &format!("/plans/{plan}/meeting-report")))
}

/// The overdue summary.
pub(super) async fn overdue(
    State(web): State<Web>,
    Extension(info): Extension<RequestInfo>,
    Path(format): Path<String>,
    Query(asked): Query<Asked>,
) -> Response {
    let report = async {
        let plan = (!asked.plan.is_empty()).then(|| asked.plan.parse()).transpose().map_err(|_| AppError::BadAddress)?;
        let summary = web.backend.reports.overdue(&caller(&info)?, plan, day(&asked.date)?).await?;
        let on = summary.cut_off;
        file("report-file-overdue", on, &Report::Overdue(Box::new(summary)), &format)
    };
    report.await.unwrap_or_else(|error| files::refused(error, "/overdue"))
}

fn caller(info: &RequestInfo) -> Result<Caller, AppError> {
    let actor = info.actor.clone().ok_or(AppError::NotSignedIn)?;
    Ok(Caller { actor, lang: info.lang, request_id: info.request_id.clone() })
}

fn day(typed: &str) -> Result<Option<NaiveDate>, AppError> {
    (!typed.is_empty()).then(|| typed.parse()).transpose().map_err(|_| AppError::BadAddress)
}

fn file(name: &str, on: NaiveDate, report: &Report, format: &str) -> Result<Response, AppError> {
    let format: Format = format.parse().map_err(|_| AppError::NotFound)?;
    let bytes = render(report, format).map_err(|error| {
        tracing::error!(%error, "a report could not be written");
        AppError::Internal
    })?;
    Ok(files::attachment(&format!("{}-{on}.{format}", t(report.lang(), name)), format.media_type(), bytes))
}
