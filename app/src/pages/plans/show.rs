//! One plan.

use super::{approve, filter, head, life, recommendations};
use crate::{
    api::{
        plans::{PlanFilter, PlanPage},
        trail::HistoryPage,
    },
    components::{
        address,
        bar::StatusPicture,
        breadcrumbs::Breadcrumbs,
        history::History,
        notice::Done,
        page::{PageHeading, load},
        response::Response,
    },
    i18n::t,
    request::{backend, caller, use_lang},
};
use domain::{plan::PlanStatus, trail::RecordKind};
use leptos::prelude::*;

/// The page.
#[component]
pub fn Plan() -> impl IntoView {
    let (id, filter, history) = (address::id(), filter::read(), address::page_of("history"));
    let asked = filter.clone();
    let data = async move {
        let (caller, id) = (caller()?, id?);
        let plan = backend().plans.show(&caller, id, &asked).await?;
        let history = backend().trail.history(&caller, RecordKind::Plan, id, history).await?;
        Ok((plan, history))
    };
    load(data, move |(plan, history)| show(plan, filter, history)).into_any()
}

/// Nobody reports on a draft, so that nothing was reported is not worth saying.
fn without_silence(mut plan: PlanPage) -> PlanPage {
    if plan.status == PlanStatus::Draft {
        plan.picture.silent = 0;
        let linked = plan.recommendations.iter_mut().flat_map(|recommendation| recommendation.measures.iter_mut());
        linked.chain(plan.unlinked.iter_mut()).for_each(|row| row.flags.silent = false);
    }
    plan
}

fn show(plan: PlanPage, filter: PlanFilter, history: HistoryPage) -> AnyView {
    let lang = use_lang();
    let plan = without_silence(plan);
    let title = plan.title.clone();
    let text_lang = title.as_ref().filter(|title| title.is_fallback).map(|title| title.lang.to_string());
    let title = title.map_or_else(|| t(lang, "plan-untitled"), |title| title.text);
    view! {
        <Breadcrumbs links=vec![("/plans", t(lang, "nav-plans")).into()] />
        <PageHeading title=title text_lang=text_lang />
        <Done />
        {approve::summary(&plan)}
        {plan.may_approve.then(|| approve::form(plan.id, plan.lock_version))}
        <div class="plan-top">
            <div class="plan-facts">
                {life::steps(&plan)}
                {head::facts(&plan)}
                {life::missing(&plan)}
                {life::amended(&plan)}
                {head::reports(plan.id, plan.status)}
        {plan.global_response.clone().map(|response| view! {
            <section aria-labelledby="global-response">
                <h2 id="global-response">{t(lang, "plan-global-response")}</h2>
                <Response response=response />
            </section>
        })}
            </div>
            <section class="plan-picture" aria-labelledby="picture">
                <h2 id="picture">{t(lang, "picture-title")}</h2>
                {head::counts(&plan.picture)}
                <StatusPicture picture=plan.picture.clone() />
            </section>
        </div>
        {life::tools(&plan)}
        {filter::form(&plan, &filter)}
        {recommendations::list(plan.recommendations.clone(), plan.life.may_edit.then_some(plan.id))}
        {recommendations::unlinked(plan.unlinked.clone())}
        {life::close(&plan)}
        <History history=history />
    }
    .into_any()
}
