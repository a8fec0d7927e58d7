//! Promised dates in tables: the current one, and always the first one where they differ (rule 2).

use super::badge::days_late;
use crate::{
    api::common::MeasureRow,
    i18n::{Arg, dates, t_args},
    request::{request, use_lang},
};
use chrono::{DateTime, Utc};
use domain::dates::DueDate;
use leptos::prelude::*;

/// A moment by the reader's clocks.
#[must_use]
pub fn moment(at: DateTime<Utc>) -> String {
    let info = request();
    dates::moment(info.lang, at, info.time_zone)
}

/// The day of a moment by the reader's clocks, those of the instance for who has no account.
#[must_use]
pub fn day_of(at: DateTime<Utc>) -> String {
    let info = request();
    dates::day(info.lang, at.with_timezone(&info.time_zone).date_naive())
}

/// A date as exact as it was promised, with the machine's form for those who sort or copy it.
#[component]
pub fn Due(
    /// The date.
    date: DueDate,
) -> impl IntoView {
    let lang = use_lang();
    let words = dates::due(lang, date);
    match date.last_day() {
        Some(day) => view! { <time class="date" datetime=day.to_string()>{words}</time> }.into_any(),
        None => view! { <span class="date muted">{words}</span> }.into_any(),
    }
    .into_any()
}

/// The dates of a measure in one cell: current, first promised where it differs, expected where the lead said so.
#[component]
pub fn DateCell(
    /// The measure.
    row: MeasureRow,
) -> impl IntoView {
    let lang = use_lang();
    let (moved, days) = (row.original != row.current, row.days_late_original());
    let first = moved.then(|| {
        let late = (days > 0).then(|| format!(" ({})", days_late(lang, days)));
        let late = late.unwrap_or_default();
        let words = t_args(lang, "date-originally", &[("date", Arg::from(dates::due(lang, row.original)))]);
        view! { <span class="date-original">{format!("{words}{late}")}</span> }
    });
    let expected = row.forecast.filter(|forecast| *forecast != row.current).map(|forecast| {
        let words = t_args(lang, "date-expected", &[("date", Arg::from(dates::due(lang, forecast)))]);
        view! { <span class="date-forecast">{words}</span> }
    });
    view! {
        <span class="date-cell" class:is-late=row.flags.overdue>
            <Due date=row.current />
            {first}
            {expected}
        </span>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::testing::{html, measure_row};
    use domain::text::Lang;

    #[test]
    fn a_moved_date_never_hides_the_first_promise() {
        let row = measure_row();
        let shown = html(Lang::En, move || view! { <DateCell row=row /> });
        assert!(shown.contains("June 2018") && shown.contains("originally April 2018 (71 days late)"), "{shown}");
    }

    #[test]
    fn nothing_is_late_by_a_first_promise_that_named_no_day() {
        let mut row = measure_row();
        row.original = DueDate::NONE;
        let shown = html(Lang::En, move || view! { <DateCell row=row /> });
        assert!(shown.contains("originally") && !shown.contains("days late"), "{shown}");
    }

    #[test]
    fn a_date_that_never_moved_is_shown_once() {
        let mut row = measure_row();
        row.current = row.original;
        let shown = html(Lang::En, move || view! { <DateCell row=row /> });
        assert!(shown.contains("April 2018") && !shown.contains("originally"), "{shown}");
    }
}
