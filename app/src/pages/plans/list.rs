//! The list of the plans a person may see.

use crate::{
    api::plans::{PlanList, PlanSummary},
    components::{
        address,
        badge::PlanBadge,
        bar::StackedBar,
        page::{PageHeading, load},
        pagination::Pagination,
        text::Words,
    },
    i18n::{Arg, dates, name_of, t, t_args},
    request::{backend, caller, use_lang},
};
use domain::{plan::PlanStatus, reports::Picture, text::Lang};
use leptos::prelude::*;

/// The page.
#[component]
pub fn Plans() -> impl IntoView {
    let page = address::page();
    load(async move { backend().plans.list(&caller()?, page).await }, show).into_any()
}

fn show(list: PlanList) -> AnyView {
    let lang = use_lang();
    let is_empty = list.plans.is_empty();
    let import = (list.may_import && !is_empty).then(|| view! { <a class="button" href="/import">{t(lang, "nav-import")}</a> });
    let plans: Vec<_> = list.plans.into_iter().map(entry).collect();
    view! {
        <div class="heading-row">
            <PageHeading title=t(lang, "plans-title") />
            {import}
        </div>
        {if is_empty {
            empty(list.may_import).into_any()
        } else {
            view! { <ul class="plan-list">{plans}</ul> }.into_any()
        }}
        <Pagination page=list.page />
    }
    .into_any()
}

/// What a first visit sees.
fn empty(may_import: bool) -> AnyView {
    let lang = use_lang();
    let words = if may_import { t(lang, "plans-empty-import") } else { t(lang, "plans-empty-wait") };
    let import = may_import.then(|| view! { <p><a class="button" href="/import">{t(lang, "nav-import")}</a></p> });
    view! {
        <section class="card card-empty">
            <h2>{t(lang, "plans-empty-title")}</h2>
            <p>{words}</p>
            {import}
        </section>
    }
    .into_any()
}

/// The counts that matter, in words: nothing is said of what is not there.
pub(super) fn counts(lang: Lang, picture: &Picture) -> Vec<(&'static str, String)> {
    let all = [
        ("count", t_args(lang, "count-measures", &[("count", Arg::from(picture.total))]), true),
        ("count count-overdue", t_args(lang, "count-overdue", &[("count", Arg::from(picture.overdue))]), picture.overdue > 0),
        ("count", t_args(lang, "count-due-soon", &[("count", Arg::from(picture.due_30))]), picture.due_30 > 0),
        ("count", t_args(lang, "count-silent", &[("count", Arg::from(picture.silent))]), picture.silent > 0),
        ("count", t_args(lang, "count-to-verify", &[("count", Arg::from(picture.to_verify))]), picture.to_verify > 0),
        ("count", t_args(lang, "count-verified", &[("count", Arg::from(picture.verified))]), picture.verified > 0),
    ];
    all.into_iter().filter(|(.., shown)| *shown).map(|(class, words, _)| (class, words)).collect()
}

fn entry(mut plan: PlanSummary) -> AnyView {
    let lang = use_lang();
    if plan.status == PlanStatus::Draft {
        plan.picture.silent = 0;
    }
    let counts: Vec<_> =
        counts(lang, &plan.picture).into_iter().map(|(class, words)| view! { <li class=class>{words}</li> }).collect();
    let published = plan.published_on.map(|on| t_args(lang, "plan-published", &[("date", Arg::from(dates::day(lang, on)))]));
    let kind = name_of(lang, "source-kind", plan.source_kind);
    let facts = [Some(kind), published].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    view! {
        <li class="plan-entry">
            <div class="plan-entry-head">
                <h2><a href=format!("/plans/{}", plan.id)><Words text=plan.title /></a></h2>
                <PlanBadge status=plan.status />
            </div>
            <p class="muted">{facts}</p>
            <StackedBar picture=plan.picture />
            <ul class="counts">{counts}</ul>
        </li>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{api::common::PageInfo, components::testing::html};

    #[test]
    fn counts_of_nothing_are_left_out() {
        let picture = Picture { total: 5, overdue: 2, ..Picture::default() };
        let words: Vec<String> = counts(Lang::En, &picture).into_iter().map(|(_, words)| words).collect();
        assert_eq!(words, ["5 measures", "2 overdue"]);
    }

    #[test]
    fn an_empty_list_says_what_to_do_to_those_who_may() {
        let list = |may_import| PlanList { plans: Vec::new(), page: PageInfo { number: 1, size: 20, total: 0 }, may_import };
        assert!(html(Lang::En, move || show(list(true))).contains("href=\"/import\""));
        assert!(!html(Lang::En, move || show(list(false))).contains("href=\"/import\""));
    }
}
