//! Who has to do what about the worst measures.

use crate::{
    api::reports::{OverdueSummary, WorstItem},
    components::text::Words,
    i18n::{Arg, name_of, t, t_args},
    pages::reports::parts::{dates, days, measure},
};
use domain::text::Lang;
use leptos::prelude::*;

/// The list, worst first, each with what is asked of the executive.
pub(super) fn section(summary: &OverdueSummary, linked: bool) -> impl IntoView + use<> {
    let lang = summary.lang;
    let items: Vec<_> = summary.worst().iter().map(|item| one(lang, item, linked)).collect();
    let more = summary.picture.overdue.saturating_sub(u32::try_from(items.len()).unwrap_or(u32::MAX));
    let more =
        (more > 0).then(|| view! { <p class="report-small">{t_args(lang, "overdue-more", &[("count", Arg::from(more))])}</p> });
    let list = if items.is_empty() {
        view! { <p class="report-nothing">{t(lang, "overdue-none")}</p> }.into_any()
    } else {
        view! { <ol class="report-worst">{items}</ol> }.into_any()
    };
    view! {
        <section aria-labelledby="overdue-worst">
            <h2 id="overdue-worst">{t(lang, "overdue-worst")}</h2>
            {list}
            {more}
        </section>
    }
}

fn one(lang: Lang, item: &WorstItem, linked: bool) -> impl IntoView + use<> {
    let row = &item.measure;
    let late = t_args(lang, "report-late-by", &[("days", Arg::from(days(lang, row.flags.lateness.from_original)))]);
    // Lateness is told against both dates where they differ (rule 2).
    let current = (row.original != row.current).then(|| {
        let days = Arg::from(days(lang, row.flags.lateness.from_current));
        view! { " " {t_args(lang, "report-late-current", &[("days", days)])} }
    });
    let obstacles = item.obstacles.clone().map(|words| {
        view! { <p class="report-obstacles">{t(lang, "report-obstacles")} " " <Words text=Some(words) /></p> }
    });
    view! {
        <li>
            <p class="report-asked">
                <strong>{name_of(lang, "executive-asked", item.asked)}</strong>
                " "
                <span class="report-late">{late}</span>
            </p>
            " "
            <p>
                <span class="report-label">{measure::label(lang, row, linked)}</span>
                " "
                <span class="report-text"><Words text=row.text.clone() /></span>
            </p>
            " "
            <p class="report-small">{measure::lead(lang, row)} ". " {dates::line(lang, row)} {current}</p>
            " "
            {obstacles}
        </li>
    }
}
