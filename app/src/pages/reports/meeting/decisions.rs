//! What the meeting has to decide, which dates moved, what became of earlier decisions.

use crate::{
    api::{
        common::ExtensionView,
        reports::{DecisionView, MeetingReport, ProposedRow, ReportRow},
    },
    components::{deliverables::moves, text::Words},
    i18n::{name_of, t},
    pages::reports::parts::{
        dates, measure, nothing,
        table::{self, MEASURES, cell, table},
    },
};
use domain::text::Lang;
use leptos::prelude::*;

/// Extensions to decide and claims to verify.
pub(super) fn needed(report: &MeetingReport, linked: bool) -> impl IntoView + use<> {
    let lang = report.lang;
    view! {
        <section aria-labelledby="report-decisions">
            <h2 id="report-decisions">{t(lang, "report-decisions")}</h2>
            <h3>{t(lang, "report-extensions-to-decide")}</h3>
            {extensions(lang, &report.extensions_to_decide, linked)}
            <h3>{t(lang, "report-claims-to-verify")}</h3>
            {claims(lang, &report.claims_to_verify, linked)}
            {report.proposed_decisions.as_ref().map(|rows| proposed(lang, rows, linked))}
        </section>
    }
}

fn extensions(lang: Lang, rows: &[ReportRow], linked: bool) -> AnyView {
    if rows.is_empty() {
        return nothing(lang).into_any();
    }
    let row = |row: &ReportRow| {
        let request = row.request.clone();
        let asked = request.as_ref().map(|request| {
            let words = dates::due(lang, request.to);
            view! { {way(linked, format!("/extensions/{}", request.id), words)} {moves(lang, request)} }
        });
        table::row((
            measure::heading(lang, &row.measure, linked),
            dates::cells(lang, &row.measure),
            cell(lang, "report-column-requested", asked),
            cell(lang, "report-column-extensions", row.measure.extensions.to_string()),
            cell(lang, "report-column-reason", view! { <Words text=request.and_then(|request| request.reason) /> }),
        ))
    };
    let headings = [
        "report-column-measure",
        "report-column-original",
        "report-column-current",
        "report-column-forecast",
        "report-column-requested",
        "report-column-extensions",
        "report-column-reason",
    ];
    table(lang, MEASURES, t(lang, "report-extensions-caption"), &headings, rows.iter().map(row).collect()).into_any()
}

/// Where it is decided, on the web; on paper only the words.
fn way(linked: bool, href: String, words: impl IntoView + 'static) -> AnyView {
    if linked { view! { <a href=href>{words}</a> }.into_any() } else { words.into_any() }
}

fn claims(lang: Lang, rows: &[ReportRow], linked: bool) -> AnyView {
    if rows.is_empty() {
        return nothing(lang).into_any();
    }
    let row = |row: &ReportRow| {
        let claimed = row.last.as_ref().map(|update| {
            let words = dates::day(lang, update.reported_on);
            way(linked, format!("/measures/{}/verify", row.measure.id), words)
        });
        let done = row.last.as_ref().and_then(|update| update.done.clone());
        table::row((
            measure::heading(lang, &row.measure, linked),
            cell(lang, "report-column-original", dates::due(lang, row.measure.original)),
            cell(lang, "report-column-current", dates::due(lang, row.measure.current)),
            cell(lang, "report-column-claimed", claimed),
            cell(lang, "report-column-deliverables", measure::deliverables(lang, &row.measure)),
            cell(lang, "report-column-done", view! { <Words text=done /> }),
        ))
    };
    let headings = [
        "report-column-measure",
        "report-column-original",
        "report-column-current",
        "report-column-claimed",
        "report-column-deliverables",
        "report-column-done",
    ];
    table(lang, MEASURES, t(lang, "report-claims-caption"), &headings, rows.iter().map(row).collect()).into_any()
}

/// The decisions that are proposed, for those who may know of them.
fn proposed(lang: Lang, rows: &[ProposedRow], linked: bool) -> AnyView {
    let row = |row: &ProposedRow| {
        let decision = way(linked, format!("/comments/{}", row.comment), name_of(lang, "proposed", row.decision));
        table::row((
            measure::heading(lang, &row.measure, linked),
            cell(lang, "report-column-proposed", decision),
            cell(lang, "report-column-proposed-by", row.by.clone()),
            cell(lang, "report-column-proposed-on", dates::day(lang, row.on)),
            cell(lang, "report-column-reason", view! { <Words text=row.text.clone() /> }),
        ))
    };
    let headings = [
        "report-column-measure",
        "report-column-proposed",
        "report-column-proposed-by",
        "report-column-proposed-on",
        "report-column-reason",
    ];
    let content = if rows.is_empty() {
        nothing(lang).into_any()
    } else {
        let rows = rows.iter().map(row).collect();
        table(lang, MEASURES, t(lang, "report-proposed-caption"), &headings, rows).into_any()
    };
    view! {
        <h3>{t(lang, "report-proposed")}</h3>
        <p class="muted">{t(lang, "report-proposed-note")}</p>
        {content}
    }
    .into_any()
}

/// The dates moved since the meeting before.
pub(super) fn moved(report: &MeetingReport) -> impl IntoView + use<> {
    let lang = report.lang;
    let row = |(label, moved): &(String, ExtensionView)| {
        table::row((
            view! { <th scope="row" role="rowheader">{label.clone()}</th> },
            cell(lang, "report-column-from", dates::due(lang, moved.from)),
            cell(lang, "report-column-to", view! { {dates::due(lang, moved.to)} {moves(lang, moved)} }),
            cell(lang, "report-column-decided", moved.decided_on.map(|on| dates::day(lang, on))),
            cell(lang, "report-column-reason", view! { <Words text=moved.reason.clone() /> }),
        ))
    };
    let headings =
        ["report-column-measure", "report-column-from", "report-column-to", "report-column-decided", "report-column-reason"];
    let content = if report.moved.is_empty() {
        nothing(lang).into_any()
    } else {
        let rows = report.moved.iter().map(row).collect();
        table(lang, "report-moved stacked", t(lang, "report-moved-caption"), &headings, rows).into_any()
    };
    view! {
        <section aria-labelledby="report-moved">
            <h2 id="report-moved">{t(lang, "report-moved")}</h2>
            {content}
        </section>
    }
}

/// What earlier meetings decided and what became of it.
pub(super) fn earlier(report: &MeetingReport) -> impl IntoView + use<> {
    let lang = report.lang;
    let row = |decision: &DecisionView| {
        let due = decision.due_on.map(|on| dates::day(lang, on));
        let done = match decision.done_on {
            Some(on) => dates::day(lang, on).into_any(),
            None => t(lang, "report-decision-open").into_any(),
        };
        let decided = view! {
            <th scope="row" role="rowheader">
                {name_of(lang, "decision-kind", decision.kind)}
                " "
                <span class="report-text"><Words text=decision.text.clone() /></span>
            </th>
        };
        table::row((
            decided,
            cell(lang, "report-column-measure", decision.measure.clone()),
            cell(lang, "report-column-decided", dates::day(lang, decision.decided_on)),
            cell(lang, "report-column-due-on", due),
            cell(lang, "report-column-done-on", done),
        ))
    };
    let headings = [
        "report-column-decision",
        "report-column-measure",
        "report-column-decided",
        "report-column-due-on",
        "report-column-done-on",
    ];
    let content = if report.decisions.is_empty() {
        nothing(lang).into_any()
    } else {
        let rows = report.decisions.iter().map(row).collect();
        table(lang, "report-decisions stacked", t(lang, "report-earlier-caption"), &headings, rows).into_any()
    };
    view! {
        <section aria-labelledby="report-earlier">
            <h2 id="report-earlier">{t(lang, "report-earlier")}</h2>
            {content}
        </section>
    }
}
