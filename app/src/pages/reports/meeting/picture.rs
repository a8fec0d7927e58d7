//! The picture: counts now, at the meeting before, and the change; drawn and in numbers.

use crate::{
    api::reports::MeetingReport,
    i18n::{Arg, dates, name_of, t, t_args},
    pages::reports::parts::{
        change,
        chart::band,
        days,
        table::{number, table},
    },
};
use domain::{reports::Picture, text::Lang};
use leptos::prelude::*;

/// A count: the key of its name and where it stands in the picture.
type Count = (&'static str, fn(&Picture) -> u32);

const COUNTS: &[Count] = &[
    ("report-count-total", |p| p.total),
    ("report-count-due", |p| p.due),
    ("report-count-overdue", |p| p.overdue),
    ("report-count-due-30", |p| p.due_30),
    ("report-count-due-90", |p| p.due_90),
    ("report-count-silent", |p| p.silent),
    ("report-count-extended", |p| p.extended),
    ("report-count-extended-twice", |p| p.extended_twice),
    ("report-count-undated", |p| p.undated),
    ("report-count-unowned", |p| p.unowned),
];

/// The section.
pub(super) fn section(report: &MeetingReport) -> impl IntoView + use<> {
    let lang = report.lang;
    let picture = &report.picture;
    let args = [
        ("overdue", Arg::from(picture.overdue)),
        ("due", Arg::from(picture.due)),
        ("oldest", Arg::from(days(lang, picture.oldest_days))),
    ];
    let headline =
        if picture.due == 0 { t(lang, "overdue-headline-nothing-due") } else { t_args(lang, "overdue-headline", &args) };
    let counts = COUNTS.iter().map(|(key, count)| row(lang, t(lang, key), count(picture), report.before.as_ref().map(count)));
    view! {
        <section aria-labelledby="report-picture">
            <h2 id="report-picture">{t(lang, "report-picture")}</h2>
            <p class="report-headline">{headline}</p>
            {drawing(lang, picture)}
            <div class="report-two">
                {numbers(report, "report-picture-status", statuses(report))}
                {numbers(report, "report-picture-counts", counts.collect())}
            </div>
        </section>
    }
}

fn drawing(lang: Lang, picture: &Picture) -> impl IntoView + use<> {
    let pieces: Vec<_> = picture
        .by_status
        .iter()
        .map(|(status, count)| (format!("report-status-{}", status.to_string().replace('_', "-")), *count))
        .collect();
    let words = picture.by_status.iter().filter(|(_, count)| *count > 0).map(|(status, count)| {
        let args = [("status", Arg::from(name_of(lang, "status", *status))), ("count", Arg::from(*count))];
        t_args(lang, "report-picture-point", &args)
    });
    band("chart-status", t(lang, "report-picture-status"), words.collect::<Vec<_>>().join(" "), &pieces)
}

fn statuses(report: &MeetingReport) -> Vec<AnyView> {
    let before = |index: usize| report.before.as_ref().map(|before| before.by_status.get(index).map_or(0, |(_, count)| *count));
    let one = |(index, (status, count)): (usize, &(domain::measure::MeasureStatus, u32))| {
        let class = format!("report-swatch report-status-{}", status.to_string().replace('_', "-"));
        let name = view! {
            <svg class="report-swatch-box" viewBox="0 0 1 1" aria-hidden="true" focusable="false">
                <rect class=class width="1" height="1" />
            </svg>
            {name_of(report.lang, "status", *status)}
        };
        row(report.lang, name, *count, before(index))
    };
    report.picture.by_status.iter().enumerate().map(one).collect()
}

fn row(lang: Lang, name: impl IntoView + 'static, now: u32, before: Option<u32>) -> AnyView {
    let compared = before.map(|before| {
        view! { {number(lang, before)} <td class="report-number">{change(before, now)}</td> }
    });
    view! { <tr><th scope="row">{name}</th>{number(lang, now)}{compared}</tr> }.into_any()
}

/// A table of counts; the columns of the meeting before are left out where there was none.
fn numbers(report: &MeetingReport, caption: &str, rows: Vec<AnyView>) -> impl IntoView + use<> {
    let lang = report.lang;
    let all = ["report-column-what", "report-column-now", "report-column-before", "report-column-change"];
    let shown = if report.before.is_some() { &all[..] } else { &all[..2] };
    let caption = match report.since {
        Some(since) => {
            let args = [("what", Arg::from(t(lang, caption))), ("date", Arg::from(dates::day(lang, since)))];
            t_args(lang, "report-compared-with", &args)
        }
        None => t(lang, caption),
    };
    table(lang, "report-counts", caption, shown, rows)
}
