//! The table of measures for spreadsheets: UTF-8 with the mark Excel looks for, the separator of its language, every cell
//! safe from formulas and from being taken for a date or a number that it is not.

use super::{DocumentError, Report};
use app::{
    api::{
        common::{DeliverableMove, ExtensionView, MeasureRow, UpdateView},
        reports::{MeetingReport, OverdueSummary, ReportRow},
    },
    components::deliverables::{due_words, move_words},
    i18n::{Arg, dates, name_of, t, t_args},
};
use domain::{
    progress::UpdateKind,
    text::{InLang, Lang},
};
use std::borrow::Cow;

/// Excel reads a file without it in the system's own encoding.
pub(super) const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

const MEASURE: [&str; 16] = [
    "label",
    "text",
    "lead",
    "owner",
    "original",
    "current",
    "forecast",
    "days-original",
    "days-current",
    "extensions",
    "status",
    "percent",
    "delivered",
    "deliverables",
    "deliverables-due",
    "last-update",
];

/// The whole file.
pub(super) fn table(report: &Report) -> Result<Vec<u8>, DocumentError> {
    written(report.lang(), rows_of(report))
}

/// What parts cells: Excel in French of Canada, where commas part decimals, expects semicolons.
pub(super) fn separator(lang: Lang) -> u8 {
    match lang {
        Lang::En => b',',
        Lang::Fr => b';',
    }
}

/// Rows as a file that spreadsheets open as they are.
pub(super) fn written(lang: Lang, all: Vec<Vec<String>>) -> Result<Vec<u8>, DocumentError> {
    let mut rows = ::csv::WriterBuilder::new();
    rows.terminator(::csv::Terminator::CRLF).delimiter(separator(lang));
    let mut rows = rows.from_writer(BYTE_ORDER_MARK.to_vec());
    for row in all {
        rows.write_record(row.iter().map(|cell| safe(cell).into_owned()))?;
    }
    rows.into_inner().map_err(|error| DocumentError::Io(error.into_error()))
}

/// A cell that no spreadsheet takes for a formula.
pub(super) fn safe(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}").into() } else { cell.into() }
}

fn rows_of(report: &Report) -> Vec<Vec<String>> {
    match report {
        Report::Meeting(report) => meeting(report),
        Report::Overdue(summary) => overdue(summary),
    }
}

/// Every measure of tables A to E.
fn meeting(report: &MeetingReport) -> Vec<Vec<String>> {
    let lang = report.lang;
    let after_it = ["ended", "requested", "requested-deliverables", "done", "obstacles", "next-step"];
    let head = headings(lang, &["table", "recommendations"], &after_it);
    let rows = report.sections.iter().flat_map(|section| {
        section.rows.iter().map(move |row| {
            let before = [name_of(lang, "report-section", section.section), recommendations(lang, &row.recommendations)];
            whole(before, measure(lang, &row.measure), after(lang, row))
        })
    });
    std::iter::once(head).chain(rows).collect()
}

/// Each by its word, for a number such as 1.10 alone would lose its end.
fn recommendations(lang: Lang, numbers: &[String]) -> String {
    let named = |number: &String| t_args(lang, "report-recommendation", &[("number", Arg::from(number.clone()))]);
    numbers.iter().map(named).collect::<Vec<_>>().join("; ")
}

fn after(lang: Lang, row: &ReportRow) -> [String; 6] {
    let last = row.last.as_ref();
    [
        row.ended_on.map(|on| on.to_string()).unwrap_or_default(),
        row.request.as_ref().map(|request| dates::due(lang, request.to)).unwrap_or_default(),
        row.request.as_ref().map(|request| requested(lang, request)).unwrap_or_default(),
        last.map(|update| done(lang, update)).unwrap_or_default(),
        words(last.and_then(|update| update.obstacles.as_ref())),
        words(last.and_then(|update| update.next_step.as_ref())),
    ]
}

/// What a request asks for single deliverables.
fn requested(lang: Lang, request: &ExtensionView) -> String {
    let of = |of: &DeliverableMove| titled(of.title.as_ref(), &move_words(lang, request.state, of));
    request.deliverables.iter().map(of).collect::<Vec<_>>().join("; ")
}

/// The open deliverables with a date of their own: the current one, and the first where they differ.
fn dated(lang: Lang, row: &MeasureRow) -> String {
    let open = row.deliverables.iter().filter(|of| of.status.is_open());
    let dates = open.filter_map(|of| Some(titled(of.title.as_ref(), &due_words(lang, of)?)));
    dates.collect::<Vec<_>>().join("; ")
}

fn titled(title: Option<&InLang>, said: &str) -> String {
    format!("{} ({said})", words(title))
}

/// What was done, or that there is nothing new.
fn done(lang: Lang, update: &UpdateView) -> String {
    match update.kind {
        UpdateKind::NothingNew => name_of(lang, "update-kind", update.kind),
        UpdateKind::Progress => words(update.done.as_ref()),
    }
}

/// Every overdue measure, with what is asked.
fn overdue(summary: &OverdueSummary) -> Vec<Vec<String>> {
    let lang = summary.lang;
    let head = headings(lang, &["plan"], &["asked", "obstacles"]);
    let rows = summary.overdue.iter().map(|item| {
        let asked = name_of(lang, "executive-asked", item.asked);
        whole([words(item.plan_title.as_ref())], measure(lang, &item.measure), [asked, words(item.obstacles.as_ref())])
    });
    std::iter::once(head).chain(rows).collect()
}

fn headings(lang: Lang, before: &[&str], after: &[&str]) -> Vec<String> {
    let all = before.iter().chain(&MEASURE).chain(after);
    all.map(|name| t(lang, &format!("csv-{name}"))).collect()
}

fn whole(
    before: impl IntoIterator<Item = String>,
    measure: [String; 16],
    after: impl IntoIterator<Item = String>,
) -> Vec<String> {
    before.into_iter().chain(measure).chain(after).collect()
}

fn measure(lang: Lang, row: &MeasureRow) -> [String; 16] {
    [
        t_args(lang, "report-measure", &[("label", Arg::from(row.label.clone()))]),
        words(row.text.as_ref()),
        row.lead.as_ref().map(|lead| lead.code.clone()).unwrap_or_default(),
        row.owner.clone().unwrap_or_default(),
        dates::due(lang, row.original),
        dates::due(lang, row.current),
        row.forecast.map(|forecast| dates::due(lang, forecast)).unwrap_or_default(),
        row.flags.lateness.from_original.to_string(),
        row.flags.lateness.from_current.to_string(),
        row.extensions.to_string(),
        name_of(lang, "status", row.status),
        row.percent.to_string(),
        row.delivered().to_string(),
        row.deliverables.len().to_string(),
        dated(lang, row),
        row.last_update_on.map(|on| on.to_string()).unwrap_or_default(),
    ]
}

/// A text without its language.
pub(super) fn words(text: Option<&InLang>) -> String {
    text.map(|text| text.text.clone()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("=1+1", "'=1+1")]
    #[case("+1", "'+1")]
    #[case("-1", "'-1")]
    #[case("@SUM(A1)", "'@SUM(A1)")]
    #[case("\t=1", "'\t=1")]
    #[case("\r=1", "'\r=1")]
    #[case("1-1", "1-1")]
    #[case("", "")]
    #[case("Échéance", "Échéance")]
    fn a_cell_is_never_taken_for_a_formula(#[case] cell: &str, #[case] expected: &str) {
        assert_eq!(safe(cell), expected);
    }
}
