//! The pages on the web: what is asked for, the way back, the day to look at.

use super::{MeetingReportBody, OverdueBody, meeting_title, overdue_title};
use crate::{
    components::{
        breadcrumbs::{Breadcrumbs, to_plan},
        page::{PageHeading, load},
    },
    error::AppError,
    i18n::t,
    request::{backend, caller, request},
};
use chrono::NaiveDate;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use std::str::FromStr;

/// A value of the query; `None` when it is left empty. Errors with `BadAddress`.
fn query<T: FromStr>(name: &str) -> Result<Option<T>, AppError> {
    let typed = use_query_map().with_untracked(|query| query.get(name)).filter(|value| !value.trim().is_empty());
    typed.map(|value| value.trim().parse().map_err(|_| AppError::BadAddress)).transpose()
}

/// The status report of one plan, for a day or the next meeting.
#[component]
pub fn MeetingReportPage() -> impl IntoView {
    let plan = use_params_map().with_untracked(|params| params.get("id")).and_then(|id| id.parse::<i64>().ok());
    let date = query::<NaiveDate>("date");
    let date_typed = date.clone().ok().flatten().map(|date| date.to_string());
    let data = async move { backend().reports.meeting(&caller()?, plan.ok_or(AppError::NotFound)?, date?).await };
    load(or_draft(data), move |report| {
        let report = match report {
            Ok(report) => report,
            Err(plan) => return nothing_yet(plan),
        };
        let links = to_plan(report.plan_id, report.title.as_ref());
        let day = report.meeting.as_ref().map_or(report.cut_off, |meeting| meeting.held_on);
        view! {
            <Breadcrumbs links=links />
            <PageHeading title=meeting_title(&report) />
            {day_form(None, day)}
            {files(&format!("/plans/{}/meeting-report", report.plan_id), &[("date", date_typed)])}
            <MeetingReportBody report=report linked=true />
        }
        .into_any()
    })
}

/// The overdue summary of one plan, or of all the reader may see.
#[component]
pub fn OverduePage() -> impl IntoView {
    let (plan, date) = (query::<i64>("plan"), query::<NaiveDate>("date"));
    let shown = plan.clone().ok().flatten();
    let asked =
        [("plan", shown.map(|plan| plan.to_string())), ("date", date.clone().ok().flatten().map(|date| date.to_string()))];
    let data = async move { backend().reports.overdue(&caller()?, plan?, date?).await };
    load(or_draft(data), move |summary| {
        let summary = match summary {
            Ok(summary) => summary,
            Err(plan) => return nothing_yet(plan),
        };
        view! {
            <PageHeading title=overdue_title(summary.lang) />
            <OverdueBody summary=summary.clone() linked=true />
            {day_form(shown, summary.cut_off)}
            {files("/overdue", &asked)}
        }
        .into_any()
    })
}

/// A report, or the draft plan that has none yet.
async fn or_draft<T>(data: impl Future<Output = Result<T, AppError>> + Send) -> Result<Result<T, i64>, AppError> {
    match data.await {
        Ok(report) => Ok(Ok(report)),
        Err(AppError::DraftPlan(plan)) => Ok(Err(plan)),
        Err(error) => Err(error),
    }
}

/// Instead of the report of a draft: that there is none yet, and the way to the plan.
fn nothing_yet(plan: i64) -> AnyView {
    let lang = request().lang;
    view! {
        <PageHeading title=t(lang, "error-draft-plan") />
        <p>{t(lang, "error-draft-plan-help")}</p>
        <p><a class="button" href=format!("/plans/{plan}")>{t(lang, "next-see-plan")}</a></p>
    }
    .into_any()
}

/// Another day to look at, and how to keep the page on paper.
fn day_form(plan: Option<i64>, day: NaiveDate) -> impl IntoView {
    let info = request();
    let lang = info.lang;
    view! {
        <form class="report-day no-print" method="get" action=info.path>
            {plan.map(|plan| view! { <input type="hidden" name="plan" value=plan.to_string() /> })}
            <label for="report-day">{t(lang, "report-day-label")}</label>
            <input type="date" id="report-day" name="date" value=day.to_string() />
            <button type="submit" class="button button-secondary">{t(lang, "report-day-show")}</button>
        </form>
    }
}

/// The same report as a file to send on or to work with.
fn files(path: &str, asked: &[(&str, Option<String>)]) -> impl IntoView + use<> {
    let lang = request().lang;
    let asked: Vec<String> = asked.iter().filter_map(|(name, value)| Some(format!("{name}={}", value.as_ref()?))).collect();
    let query = if asked.is_empty() { String::new() } else { format!("?{}", asked.join("&")) };
    let links = ["html", "csv", "json"].map(|format| {
        let href = format!("{path}/{format}{query}");
        view! { <li><a href=href download="">{t(lang, &format!("report-file-{format}"))}</a></li> }
    });
    view! {
        <nav class="report-files no-print" aria-label=t(lang, "report-files")>
            <span class="report-files-label" aria-hidden="true">{t(lang, "report-files")}</span>
            <ul>{links.collect_view()}</ul>
        </nav>
    }
}
