//! The page of a plan's costs.

use super::{lines, tables};
use crate::{
    api::costs::{CostRow, CostsPage},
    components::{
        address,
        breadcrumbs::{Breadcrumbs, to_plan},
        notice::Done,
        page::{PageHeading, load},
    },
    i18n::{Arg, t, t_args},
    request::{backend, caller, use_lang},
};
use domain::costs::CostKind;
use leptos::prelude::*;

/// The page.
#[component]
pub fn CostsOfPlan() -> impl IntoView {
    let id = address::id();
    load(async move { backend().costs.show(&caller()?, id?).await }, show).into_any()
}

fn show(page: CostsPage) -> AnyView {
    let lang = use_lang();
    let id = page.plan_id;
    let add = page
        .may_record
        .then(|| view! { <a class="button no-print" href=format!("/plans/{id}/costs/new")>{t(lang, "cost-add")}</a> });
    let content = if page.tables.lines.is_empty() {
        view! { <p class="muted">{t(lang, "costs-none")}</p> }.into_any()
    } else {
        whole(&page)
    };
    view! {
        <Breadcrumbs links=to_plan(id, page.plan_title.as_ref()) />
        <PageHeading title=t(lang, "costs-title") />
        <Done />
        <p class="lead">{t(lang, "costs-intro")}</p>
        <p class="actions">{add}</p>
        {content}
        {archived(&page)}
    }
    .into_any()
}

fn whole(page: &CostsPage) -> AnyView {
    let lang = use_lang();
    let count = Arg::from(page.tables.lines.len());
    view! {
        <section aria-labelledby="cost-years">
            <h2 id="cost-years">{t(lang, "costs-years")}</h2>
            {tables::reading(lang)}
            {tables::years(lang, &page.tables)}
        </section>
        <section aria-labelledby="cost-organisations">
            <h2 id="cost-organisations">{t(lang, "costs-organisations")}</h2>
            <p>{t(lang, "costs-organisations-intro")}</p>
            {tables::organisations(lang, &page.tables)}
        </section>
        <section aria-labelledby="cost-lines">
            <h2 id="cost-lines">{t_args(lang, "costs-lines", &[("count", count)])}</h2>
            <p class="no-print">
                <a href=format!("/plans/{}/costs/csv", page.plan_id) download="">{t(lang, "costs-csv")}</a>
            </p>
            {lines::table(&page.tables.lines, |line| may_change(page, line), t(lang, "costs-lines-caption"))}
        </section>
    }
    .into_any()
}

fn may_change(page: &CostsPage, row: &CostRow) -> bool {
    page.may_record && (!page.is_closed || row.line.kind == CostKind::Actual)
}

/// What was archived, for those who record costs.
fn archived(page: &CostsPage) -> AnyView {
    let lang = use_lang();
    (!page.archived.is_empty())
        .then(|| {
            let count = Arg::from(page.archived.len());
            view! {
                <details class="cost-archive no-print">
                    <summary>{t_args(lang, "costs-archived", &[("count", count)])}</summary>
                    {lines::table(&page.archived, |_| false, t(lang, "costs-archived-caption"))}
                </details>
            }
        })
        .into_any()
}
