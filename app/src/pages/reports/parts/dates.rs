//! Promised dates: the original always beside the current one (rule 2).

use super::{days, table::cell};
use crate::{
    api::common::MeasureRow,
    i18n::{Arg, dates, t, t_args},
};
use chrono::NaiveDate;
use domain::{dates::DueDate, text::Lang};
use leptos::prelude::*;

/// A promised date, exact as promised, its last day for machines.
pub(in super::super) fn due(lang: Lang, due: DueDate) -> AnyView {
    let words = dates::due(lang, due);
    match due.last_day() {
        Some(day) => view! { <time datetime=day.to_string()>{words}</time> }.into_any(),
        None => view! { <span>{words}</span> }.into_any(),
    }
}

/// A day.
pub(in super::super) fn day(lang: Lang, on: NaiveDate) -> impl IntoView {
    view! { <time datetime=on.to_string()>{dates::day(lang, on)}</time> }
}

/// The three cells original, current and expected; lateness stands below the date it is counted from.
pub(in super::super) fn cells(lang: Lang, row: &MeasureRow) -> impl IntoView + use<> {
    let lateness = row.flags.lateness;
    let late = |since: i64| {
        (row.flags.overdue && since > 0).then(|| {
            let words = t_args(lang, "report-late-by", &[("days", Arg::from(days(lang, since)))]);
            view! { <span class="report-late">{words}</span> }
        })
    };
    let moved = row.original != row.current;
    let unchanged = (!moved).then(|| view! { <span class="report-small">{t(lang, "report-date-unchanged")}</span> });
    let forecast = row.forecast.map_or_else(|| view! { <span>"–"</span> }.into_any(), |forecast| due(lang, forecast));
    let original = view! { {due(lang, row.original)} {late(row.days_late_original())} };
    let current = view! { {due(lang, row.current)} {moved.then(|| late(lateness.from_current))} {unchanged} };
    [
        cell(lang, "report-column-original", original),
        cell(lang, "report-column-current", current),
        cell(lang, "report-column-forecast", forecast),
    ]
}

/// Original and current date in one line, for lists.
pub(in super::super) fn line(lang: Lang, row: &MeasureRow) -> String {
    let original = Arg::from(dates::due(lang, row.original));
    if row.original == row.current {
        t_args(lang, "report-due", &[("date", original)])
    } else {
        let current = Arg::from(dates::due(lang, row.current));
        t_args(lang, "report-due-moved", &[("original", original), ("current", current), ("count", Arg::from(row.extensions))])
    }
}
