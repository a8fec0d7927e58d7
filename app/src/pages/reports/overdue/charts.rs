//! Ageing and trend, drawn and in numbers.

use crate::{
    api::reports::{OverdueSummary, TrendPoint},
    i18n::{Arg, dates, name_of, t, t_args},
    pages::reports::parts::{
        chart::{Column, columns},
        table::{number, table},
    },
};
use chrono::NaiveDate;
use domain::{
    dates::ReportingPeriod,
    reports::AgeBand,
    text::{Coded, Lang},
};
use leptos::prelude::*;

/// Overdue measures by days past their original date.
pub(super) fn ageing(summary: &OverdueSummary) -> impl IntoView + use<> {
    let lang = summary.lang;
    let bands = &summary.ageing.0;
    let drawn: Vec<Column> = bands
        .iter()
        .map(|(band, count)| Column {
            label: t(lang, &format!("age-short-{}", band.code().replace('_', "-"))),
            behind: None,
            front: ("report-bar-overdue", *count),
        })
        .collect();
    let rows = bands.iter().map(|(band, count)| {
        view! { <tr><th scope="row">{name_of(lang, "age", *band)}</th>{number(lang, *count)}</tr> }.into_any()
    });
    let headings = ["overdue-ageing-band", "report-column-overdue"];
    let words: Vec<String> = bands.iter().map(|(band, count)| age_in_words(lang, *band, *count)).collect();
    view! {
        <section aria-labelledby="overdue-ageing">
            <h2 id="overdue-ageing">{t(lang, "overdue-ageing")}</h2>
            {columns("chart-ageing", t(lang, "overdue-ageing"), words.join(" "), &drawn)}
            {table(lang, "report-beside", t(lang, "overdue-ageing-caption"), &headings, rows.collect())}
        </section>
    }
}

/// Overdue out of due at the end of the last four periods and on the day.
pub(super) fn trend(summary: &OverdueSummary) -> impl IntoView + use<> {
    let lang = summary.lang;
    let drawn: Vec<Column> = summary
        .trend
        .iter()
        .map(|point| Column {
            label: short(lang, point.on, summary.cut_off),
            behind: Some(("report-bar-due", point.due)),
            front: ("report-bar-overdue", point.overdue),
        })
        .collect();
    let rows = summary.trend.iter().map(|point| {
        let name = format!("{} ({})", short(lang, point.on, summary.cut_off), dates::day(lang, point.on));
        view! { <tr><th scope="row">{name}</th>{number(lang, point.overdue)}{number(lang, point.due)}</tr> }.into_any()
    });
    let headings = ["overdue-trend-on", "report-column-overdue", "report-column-due"];
    let words: Vec<String> = summary.trend.iter().map(|point| in_words(lang, point)).collect();
    view! {
        <section aria-labelledby="overdue-trend">
            <h2 id="overdue-trend">{t(lang, "overdue-trend")}</h2>
            {columns("chart-trend", t(lang, "overdue-trend"), words.join(" "), &drawn)}
            {table(lang, "report-beside", t(lang, "overdue-trend-caption"), &headings, rows.collect())}
        </section>
    }
}

/// The quarter that ended, without its year; "now" for the day itself.
fn short(lang: Lang, on: NaiveDate, cut_off: NaiveDate) -> String {
    if on == cut_off {
        return t(lang, "overdue-trend-now");
    }
    t_args(lang, "overdue-trend-quarter", &[("quarter", Arg::from(ReportingPeriod::of(on).quarter.number()))])
}

fn in_words(lang: Lang, point: &TrendPoint) -> String {
    let args = [("date", Arg::from(dates::day(lang, point.on))), ("overdue", point.overdue.into()), ("due", point.due.into())];
    t_args(lang, "overdue-trend-point", &args)
}

fn age_in_words(lang: Lang, band: AgeBand, count: u32) -> String {
    t_args(lang, "overdue-ageing-point", &[("band", Arg::from(name_of(lang, "age", band))), ("count", Arg::from(count))])
}
