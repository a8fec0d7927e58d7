//! The dates of a measure: promised first, promised now, expected; and how late it is against each (rule 2).

use crate::{
    api::common::MeasureRow,
    components::{badge::days_late, dates::Due},
    i18n::t,
    request::use_lang,
};
use domain::dates::DueDate;
use leptos::prelude::*;

/// The three dates.
pub(super) fn table(row: &MeasureRow) -> AnyView {
    let lang = use_lang();
    let line = |key: &'static str, date: Option<DueDate>, late: Option<i64>| {
        let date = match date {
            Some(date) => view! { <Due date=date /> }.into_any(),
            None => view! { <span class="muted">{t(lang, "date-not-said")}</span> }.into_any(),
        };
        let late = late.filter(|days| *days > 0).map(|days| view! { <strong class="late">{days_late(lang, days)}</strong> });
        view! {
            <tr role="row">
                <th scope="row" role="rowheader">{t(lang, key)}</th>
                <td role="cell" data-label=t(lang, "column-date")>{date}</td>
                <td role="cell" data-label=t(lang, "column-lateness")>{late}</td>
            </tr>
        }
    };
    view! {
        <table class="dates" role="table">
            <caption class="visually-hidden">{t(lang, "measure-dates")}</caption>
            <thead class="visually-hidden" role="rowgroup">
                <tr role="row">
                    <th scope="col" role="columnheader">{t(lang, "column-which-date")}</th>
                    <th scope="col" role="columnheader">{t(lang, "column-date")}</th>
                    <th scope="col" role="columnheader">{t(lang, "column-lateness")}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">
                {line("date-original", Some(row.original), Some(row.days_late_original()))}
                {line("date-current", Some(row.current), Some(row.flags.lateness.from_current))}
                {line("date-forecast", row.forecast, None)}
            </tbody>
        </table>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::testing::{html, measure_row};
    use domain::text::Lang;

    #[test]
    fn lateness_is_told_against_both_promises() {
        let row = measure_row();
        let shown = html(Lang::En, move || table(&row));
        for words in ["April 2018", "71 days late", "June 2018", "10 days late", "September 2018"] {
            assert!(shown.contains(words), "{words} is not in {shown}");
        }
    }

    #[test]
    fn nothing_is_late_by_a_first_promise_that_named_no_day() {
        let mut row = measure_row();
        row.original = DueDate::NONE;
        let shown = html(Lang::En, move || table(&row));
        assert!(shown.contains("10 days late") && !shown.contains("71 days late"), "{shown}");
    }
}
