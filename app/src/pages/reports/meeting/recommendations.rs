//! Every recommendation with its response and the measures that answer it.

use crate::{
    api::{
        common::{MeasureRow, RecommendationView, ResponseView},
        reports::MeetingReport,
    },
    components::text::Words,
    i18n::{Arg, name_of, t, t_args},
    pages::reports::parts::{
        dates, measure, nothing,
        table::{self, MEASURES, cell, table},
    },
};
use domain::{reports::Picture, text::Lang};
use leptos::prelude::*;

/// The section.
pub(super) fn section(report: &MeetingReport, linked: bool) -> impl IntoView + use<> {
    let lang = report.lang;
    let global = report.global_response.clone().map(|response| {
        view! { <h3>{t(lang, "report-global-response")}</h3> {answer(lang, response)} }
    });
    let covered = report.global_response.is_some();
    let picture = |number: &str| report.by_recommendation.iter().find(|(n, _)| n == number).map(|(_, picture)| picture);
    let one = |of: &RecommendationView| recommendation(lang, of, picture(&of.number), covered, linked);
    let all: Vec<_> = report.recommendations.iter().map(one).collect();
    view! {
        <section aria-labelledby="report-recommendations">
            <h2 id="report-recommendations">{t(lang, "report-recommendations")}</h2>
            {global}
            {if all.is_empty() { nothing(lang).into_any() } else { all.into_any() }}
        </section>
    }
}

fn recommendation(
    lang: Lang,
    of: &RecommendationView,
    picture: Option<&Picture>,
    covered: bool,
    linked: bool,
) -> impl IntoView + use<> {
    let title = t_args(lang, "report-recommendation", &[("number", Arg::from(of.number.clone()))]);
    let counts = picture.map(|picture| {
        let args = [
            ("total", Arg::from(picture.total)),
            ("verified", Arg::from(picture.verified)),
            ("overdue", Arg::from(picture.overdue)),
        ];
        view! { <p class="report-small">{t_args(lang, "report-recommendation-counts", &args)}</p> }
    });
    let response = match of.response.clone() {
        Some(response) => answer(lang, response).into_any(),
        None => {
            let key = if covered { "report-response-global" } else { "report-response-missing" };
            view! { <p>{t(lang, key)}</p> }.into_any()
        }
    };
    let measures = if of.measures.is_empty() {
        view! { <p class="report-nothing">{t(lang, "report-no-measure")}</p> }.into_any()
    } else {
        measures(lang, title.clone(), &of.measures, linked).into_any()
    };
    view! {
        <div class="report-recommendation">
            <h3>{title}</h3>
            <p><Words text=of.text.clone() /></p>
            <p class="report-small">{name_of(lang, "priority", of.priority)} " " <Words text=of.addressee.clone() /></p>
            {response}
            {counts}
            {measures}
        </div>
    }
}

fn answer(lang: Lang, response: ResponseView) -> impl IntoView {
    let reason = response.reason.map(|reason| {
        view! { <p>{t(lang, "report-response-reason")} " " <Words text=Some(reason) /></p> }
    });
    view! {
        <p>
            <b>{t(lang, "report-response")} " " {name_of(lang, "response", response.kind)}</b>
            " "
            <Words text=response.text />
        </p>
        {reason}
    }
}

fn measures(lang: Lang, caption: String, rows: &[MeasureRow], linked: bool) -> impl IntoView + use<> {
    let row = |row: &MeasureRow| {
        table::row((
            measure::heading(lang, row, linked),
            dates::cells(lang, row),
            cell(lang, "report-column-extensions", row.extensions.to_string()),
            cell(lang, "report-column-status", measure::status(lang, row)),
            cell(lang, "report-column-deliverables", measure::deliverables_with_dates(lang, row)),
            cell(lang, "report-column-last-update", row.last_update_on.map(|on| dates::day(lang, on))),
        ))
    };
    let headings = [
        "report-column-measure",
        "report-column-original",
        "report-column-current",
        "report-column-forecast",
        "report-column-extensions",
        "report-column-status",
        "report-column-deliverables",
        "report-column-last-update",
    ];
    table(lang, MEASURES, caption, &headings, rows.iter().map(row).collect())
}
