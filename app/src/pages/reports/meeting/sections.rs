//! Tables A to E: every measure that is not long over is in exactly one.

use crate::{
    api::{
        common::UpdateView,
        reports::{MeetingReport, ReportRow, ReportSection},
    },
    components::text::Words,
    i18n::{Arg, dates as words, name_of, t, t_args},
    pages::reports::parts::{
        dates, measure, nothing,
        table::{self, MEASURES, cell, table},
    },
};
use domain::{
    progress::UpdateKind,
    text::{Coded, Lang},
};
use leptos::prelude::*;

const HEADINGS: [&str; 8] = [
    "report-column-measure",
    "report-column-original",
    "report-column-current",
    "report-column-forecast",
    "report-column-extensions",
    "report-column-status",
    "report-column-deliverables",
    "report-column-last-update",
];

/// The five tables, in order.
pub(super) fn all(report: &MeetingReport, linked: bool) -> impl IntoView + use<> {
    report.sections.iter().map(|section| one(report.lang, section, linked)).collect::<Vec<_>>()
}

fn one(lang: Lang, section: &ReportSection, linked: bool) -> impl IntoView + use<> {
    let id = format!("report-table-{}", section.section.code().replace('_', "-"));
    let title = name_of(lang, "report-section", section.section);
    let content = if section.rows.is_empty() {
        nothing(lang).into_any()
    } else {
        let rows = section.rows.iter().map(|measure| row(lang, measure, linked)).collect();
        let args = [("title", Arg::from(title.clone())), ("count", Arg::from(section.rows.len()))];
        table(lang, MEASURES, t_args(lang, "report-section-caption", &args), &HEADINGS, rows).into_any()
    };
    let named = id.clone();
    view! {
        <section aria-labelledby=named>
            <h2 id=id>{title}</h2>
            {content}
        </section>
    }
}

fn row(lang: Lang, row: &ReportRow, linked: bool) -> AnyView {
    let ended = row.ended_on.map(|on| {
        let day = t_args(lang, "report-ended-on", &[("date", Arg::from(words::day(lang, on)))]);
        view! { <span class="report-small">{day}</span> }
    });
    let asked = row.request.as_ref().map(|request| {
        let day = t_args(lang, "report-requested", &[("date", Arg::from(words::due(lang, request.to)))]);
        view! { <span class="report-small">{day}</span> }
    });
    let extensions = view! { <span class="report-count">{row.measure.extensions.to_string()}</span> {asked} };
    let status = view! { <span>{measure::status(lang, &row.measure)}</span> {ended} };
    table::row((
        measure::heading(lang, &row.measure, linked),
        dates::cells(lang, &row.measure),
        cell(lang, "report-column-extensions", extensions),
        cell(lang, "report-column-status", status),
        cell(lang, "report-column-deliverables", measure::deliverables_with_dates(lang, &row.measure)),
        cell(lang, "report-column-last-update", last_update(lang, row.last.as_ref())),
    ))
}

/// The day, what was done, what is in the way.
fn last_update(lang: Lang, update: Option<&UpdateView>) -> AnyView {
    let Some(update) = update else {
        return view! { <span class="report-small">{t(lang, "report-no-update")}</span> }.into_any();
    };
    let nothing_new = (update.kind == UpdateKind::NothingNew).then(|| format!(" {}", name_of(lang, "update-kind", update.kind)));
    let done = update.done.clone().map(|done| view! { " " <Words text=Some(done) /> });
    let obstacles = update.obstacles.clone().map(|obstacles| {
        view! {
            <span class="report-obstacles">
                {t(lang, "report-obstacles")}
                " "
                <Words text=Some(obstacles) />
            </span>
        }
    });
    view! { <span class="report-small">{dates::day(lang, update.reported_on)}</span> {nothing_new} {done} " " {obstacles} }
        .into_any()
}
