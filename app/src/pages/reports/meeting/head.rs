//! What the report is about: plan, meeting, days, language; and who said nothing.

use crate::{
    api::reports::MeetingReport,
    components::text::Words,
    i18n::{Arg, dates, t, t_args},
};
use domain::dates::ReportingPeriod;
use leptos::prelude::*;

/// The facts at the top.
pub(super) fn facts(report: &MeetingReport, linked: bool) -> impl IntoView + use<> {
    let lang = report.lang;
    let fact = |key: &str, value: AnyView| view! { <div><dt>{t(lang, key)}</dt><dd>{value}</dd></div> };
    let day = |on| dates::day(lang, on).into_any();
    let period = ReportingPeriod::from_code(&report.period).map_or_else(|| report.period.clone(), |p| dates::period(lang, p));
    let since = report.since.map_or_else(|| t(lang, "report-fact-first").into_any(), day);
    let other = report.texts_in_other_language;
    let note = (other > 0).then(|| {
        let words = t_args(lang, "report-other-language", &[("count", Arg::from(other))]);
        view! { <p class="report-note">{words}</p> }
    });
    view! {
        <dl class="report-facts">
            {fact("report-fact-plan", plan(report, linked))}
            {report.meeting.as_ref().map(|_| fact("report-fact-meeting", meeting(report)))}
            {fact("report-fact-cut-off", day(report.cut_off))}
            {fact("report-fact-period", period.into_any())}
            {fact("report-fact-since", since)}
            {fact("report-fact-next", day(report.next))}
        </dl>
        {note}
    }
}

fn plan(report: &MeetingReport, linked: bool) -> AnyView {
    let words = match report.title.clone() {
        Some(title) => view! { <Words text=Some(title) /> }.into_any(),
        None => t(report.lang, "report-plan-untitled").into_any(),
    };
    if linked { view! { <a href=format!("/plans/{}", report.plan_id)>{words}</a> }.into_any() } else { words }
}

fn meeting(report: &MeetingReport) -> AnyView {
    let Some(meeting) = report.meeting.clone() else { return ().into_any() };
    let place = meeting.place.map(|place| view! { ", " <Words text=Some(place) /> });
    let name = meeting.name.map(|name| view! { <Words text=Some(name) /> ", " });
    view! { {name} {dates::day(report.lang, meeting.held_on)} {place} }.into_any()
}

/// The organisations that reported nothing in the period.
pub(super) fn silent(report: &MeetingReport) -> impl IntoView + use<> {
    let lang = report.lang;
    let items = report.silent.iter().map(|organisation| {
        let name = organisation.name.clone();
        view! { <li><b>{organisation.code.clone()}</b> " " <Words text=name /></li> }
    });
    let items: Vec<_> = items.collect();
    let list = if items.is_empty() {
        view! { <p class="report-nothing">{t(lang, "report-silent-none")}</p> }.into_any()
    } else {
        view! { <ul class="report-list">{items}</ul> }.into_any()
    };
    view! { <h3>{t(lang, "report-silent")}</h3> {list} }
}
