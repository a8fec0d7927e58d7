//! The overdue summary: one page for senior management, read in ten seconds and then at leisure.

mod charts;
mod loose;
mod worst;

use super::parts::{days, organisations};
use crate::{
    api::reports::OverdueSummary,
    components::text::Words,
    i18n::{Arg, dates, t, t_args},
};
use domain::{reports::Picture, text::Lang};
use leptos::prelude::*;

/// The title of the page and of the document.
#[must_use]
pub fn overdue_title(lang: Lang) -> String {
    t(lang, "overdue-title")
}

/// The whole summary in one sentence.
fn headline(lang: Lang, picture: &Picture) -> String {
    if picture.due == 0 {
        return t(lang, "overdue-headline-nothing-due");
    }
    let oldest = Arg::from(days(lang, picture.oldest_days));
    let args = [("overdue", Arg::from(picture.overdue)), ("due", Arg::from(picture.due)), ("oldest", oldest)];
    t_args(lang, "overdue-headline", &args)
}

/// Everything below the title.
#[component]
pub fn OverdueBody(
    /// What to show.
    summary: OverdueSummary,
    /// Whether measures and plans are links.
    linked: bool,
) -> impl IntoView {
    let lang = summary.lang;
    let picture = &summary.picture;
    let class = if picture.overdue > 0 { "report-headline report-headline-late" } else { "report-headline" };
    let counts = [("open", picture.due_30), ("claimed", picture.to_verify), ("verified", picture.verified)];
    let counts = counts.map(|(key, count)| {
        let words = t_args(lang, &format!("overdue-count-{key}"), &[("count", Arg::from(count))]);
        view! { <li>{words}</li> }
    });
    let plans = summary.plans.iter().map(|(id, title)| plan(lang, *id, title.clone(), linked)).collect::<Vec<_>>();
    let cut_off = t_args(lang, "overdue-cut-off", &[("date", Arg::from(dates::day(lang, summary.cut_off)))]);
    view! {
        <article class="report report-overdue">
            <div class="report-top">
                <p class=class>{headline(lang, picture)}</p>
                <ul class="report-key-counts">{counts.collect_view()}</ul>
                <p class="report-small">{cut_off} " " {plan_intro(lang, plans.len())}</p>
                " "
                <ul class="report-plans report-small">{plans}</ul>
            </div>
            {worst::section(&summary, linked).into_any()}
            <section class="report-organisations" aria-labelledby="overdue-organisations">
                <h2 id="overdue-organisations">{t(lang, "report-by-organisation")}</h2>
                {organisations::counts(lang, &summary.by_organisation, organisations::SHORT).into_any()}
            </section>
            <div class="report-two report-charts">{charts::ageing(&summary).into_any()} {charts::trend(&summary).into_any()}</div>
            <div class="report-two">{loose::ends(&summary, linked).into_any()} {loose::closed(&summary, linked).into_any()}</div>
            <p class="report-small report-definitions">{t(lang, "overdue-definitions")}</p>
        </article>
    }
}

fn plan_intro(lang: Lang, count: usize) -> String {
    t_args(lang, "overdue-plans", &[("count", Arg::from(count))])
}

fn plan(lang: Lang, id: i64, title: Option<domain::text::InLang>, linked: bool) -> impl IntoView {
    let words = match title {
        Some(title) => view! { <Words text=Some(title) /> }.into_any(),
        None => view! { <span>{t(lang, "report-plan-untitled")}</span> }.into_any(),
    };
    let words = if linked { view! { <a href=format!("/plans/{id}")>{words}</a> }.into_any() } else { words };
    view! { <li>{words}</li> }
}
