//! The facts at the top of a plan, and the way to its reports.

use super::list;
use crate::{
    api::plans::PlanPage,
    components::{badge::PlanBadge, text::Words},
    i18n::{dates, name_of, t},
    request::use_lang,
};
use domain::{plan::PlanStatus, reports::Picture};
use leptos::prelude::*;

/// What the plan answers, where it stands.
pub(super) fn facts(plan: &PlanPage) -> AnyView {
    let lang = use_lang();
    let source = match (plan.source_title.clone(), plan.source_url.clone()) {
        (None, None) => None,
        (title, None) => Some(view! { <Words text=title /> }.into_any()),
        // Where nobody gave the report a title, its address is all there is to call it by.
        (None, Some(url)) => Some(view! { <a href=url.clone() rel="external noopener">{url.clone()}</a> }.into_any()),
        (title, Some(url)) => Some(view! { <a href=url rel="external noopener"><Words text=title /></a> }.into_any()),
    };
    let source = source.map(|words| view! { <div><dt>{t(lang, "plan-source")}</dt><dd>{words}</dd></div> });
    let day = |key: &'static str, on: Option<chrono::NaiveDate>| {
        on.map(|on| view! { <div><dt>{t(lang, key)}</dt><dd>{dates::day(lang, on)}</dd></div> })
    };
    view! {
        <dl class="facts">
            <div><dt>{t(lang, "column-status")}</dt><dd><PlanBadge status=plan.status /></dd></div>
            <div><dt>{t(lang, "plan-kind")}</dt><dd>{name_of(lang, "source-kind", plan.source_kind)}</dd></div>
            {source}
            {day("plan-published-on", plan.published_on)}
            {day("plan-approved-on", plan.approved_on)}
        </dl>
    }
    .into_any()
}

/// Links to the reports of the plan. A draft promises nothing that could be reported.
pub(super) fn reports(plan: i64, status: PlanStatus) -> AnyView {
    let lang = use_lang();
    let is_followed = status != PlanStatus::Draft;
    let meeting = is_followed
        .then(|| view! { <li><a href=format!("/plans/{plan}/meeting-report")>{t(lang, "plan-meeting-report")}</a></li> });
    let overdue =
        is_followed.then(|| view! { <li><a href=format!("/overdue?plan={plan}")>{t(lang, "plan-overdue-summary")}</a></li> });
    view! {
        <ul class="link-list no-print">
            {meeting}
            <li><a href=format!("/plans/{plan}/costs")>{t(lang, "costs-of-plan")}</a></li>
            {overdue}
            {super::reporting::link(plan)}
        </ul>
    }
    .into_any()
}

/// The counts that matter.
pub(super) fn counts(picture: &Picture) -> AnyView {
    let items = list::counts(use_lang(), picture).into_iter().map(|(class, words)| view! { <li class=class>{words}</li> });
    view! { <ul class="counts">{items.collect::<Vec<_>>()}</ul> }.into_any()
}
