//! The status report of one meeting.

mod annex;
mod decisions;
mod head;
mod picture;
mod recommendations;
mod sections;

use super::parts::organisations;
use crate::{
    api::reports::MeetingReport,
    i18n::{Arg, dates, t, t_args},
    pages::costs::tables,
};
use leptos::prelude::*;

/// The title of the page and of the document.
#[must_use]
pub fn meeting_title(report: &MeetingReport) -> String {
    let lang = report.lang;
    let day = report.meeting.as_ref().map_or(report.cut_off, |meeting| meeting.held_on);
    t_args(lang, "report-title", &[("date", Arg::from(dates::day(lang, day)))])
}

/// Everything below the title.
#[component]
pub fn MeetingReportBody(
    /// What to show.
    report: MeetingReport,
    /// Whether measures and plans are links.
    linked: bool,
) -> impl IntoView {
    let lang = report.lang;
    view! {
        <article class="report report-meeting">
            {head::facts(&report, linked).into_any()}
            {picture::section(&report).into_any()}
            {decisions::needed(&report, linked).into_any()}
            {sections::all(&report, linked).into_any()}
            <section aria-labelledby="report-organisations">
                <h2 id="report-organisations">{t(lang, "report-by-organisation")}</h2>
                {organisations::counts(lang, &report.by_organisation, organisations::LONG).into_any()}
                {head::silent(&report).into_any()}
            </section>
            {decisions::moved(&report).into_any()}
            {recommendations::section(&report, linked).into_any()}
            {costs(&report, linked)}
            {decisions::earlier(&report).into_any()}
            {annex::definitions(&report).into_any()}
        </article>
    }
}

/// What the plan costs, with what nobody tracks.
fn costs(report: &MeetingReport, linked: bool) -> AnyView {
    let lang = report.lang;
    let content = if report.costs.lines.is_empty() {
        view! { <p class="report-nothing">{t(lang, "costs-report-none")}</p> }.into_any()
    } else {
        let lines = linked.then(|| {
            let href = format!("/plans/{}/costs", report.plan_id);
            view! { <p class="no-print"><a href=href>{t(lang, "costs-of-plan")}</a></p> }
        });
        view! {
            {tables::reading(lang)}
            {tables::years(lang, &report.costs)}
            {tables::organisations(lang, &report.costs)}
            {lines}
        }
        .into_any()
    };
    view! {
        <section aria-labelledby="report-costs">
            <h2 id="report-costs">{t(lang, "costs-report-title")}</h2>
            {content}
        </section>
    }
    .into_any()
}
