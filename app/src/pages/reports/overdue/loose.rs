//! What escapes every deadline, and what came to its end.

use crate::{
    api::{common::MeasureRow, reports::OverdueSummary},
    i18n::{Arg, dates, t, t_args},
    pages::reports::parts::{measure, nothing},
};
use domain::{reports::closed_from, text::Lang};
use leptos::prelude::*;

/// Undated, unowned, without response.
pub(super) fn ends(summary: &OverdueSummary, linked: bool) -> impl IntoView + use<> {
    let lang = summary.lang;
    let missing = summary.without_response;
    let responses = t_args(lang, "overdue-without-response", &[("count", Arg::from(missing))]);
    view! {
        <section aria-labelledby="overdue-loose">
            <h2 id="overdue-loose">{t(lang, "overdue-loose")}</h2>
            <h3>{t(lang, "overdue-undated")}</h3>
            {list(lang, &summary.undated, linked)}
            <h3>{t(lang, "overdue-unowned")}</h3>
            {list(lang, &summary.unowned, linked)}
            <p>{responses}</p>
        </section>
    }
}

/// Closed and verified since the period before.
pub(super) fn closed(summary: &OverdueSummary, linked: bool) -> impl IntoView + use<> {
    let lang = summary.lang;
    let from = Arg::from(dates::day(lang, closed_from(summary.cut_off)));
    view! {
        <section aria-labelledby="overdue-closed">
            <h2 id="overdue-closed">{t_args(lang, "overdue-closed", &[("date", from)])}</h2>
            {list(lang, &summary.closed_since, linked)}
        </section>
    }
}

fn list(lang: Lang, rows: &[MeasureRow], linked: bool) -> AnyView {
    if rows.is_empty() {
        return nothing(lang).into_any();
    }
    let items: Vec<_> = rows.iter().map(|row| measure::item(lang, row, linked)).collect();
    view! { <ul class="report-list">{items}</ul> }.into_any()
}
