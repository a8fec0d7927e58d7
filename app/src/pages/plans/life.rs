//! The life of a plan on its page: the way it came, what can be done about it, what changed since its approval, what is
//! missing in one language, and its end.

use crate::{
    api::{
        editing::ClosePlan,
        plan_life::{LifeStep, OpenMeasure},
        plans::PlanPage,
    },
    components::{amended::AmendedList, errors::ErrorSummary, form::field_id},
    i18n::{Arg, dates, name_of, t, t_args},
    request::{FormState, use_lang},
};
use domain::plan::PlanStatus;
use leptos::{prelude::*, server_fn::ServerFn};

/// How the plan came to where it stands.
pub(super) fn steps(plan: &PlanPage) -> AnyView {
    let lang = use_lang();
    let step = |step: &LifeStep| {
        let who = step.by.clone().unwrap_or_else(|| t(lang, "history-by-suivi"));
        let by = t_args(lang, "life-by", &[("date", Arg::from(dates::day(lang, step.on))), ("who", Arg::from(who))]);
        view! { <li><strong>{name_of(lang, "plan-status", step.status)}</strong>" "<span class="muted">{by}</span></li> }
    };
    let steps: Vec<_> = plan.life.steps.iter().map(step).collect();
    view! { <ol class="life-steps" aria-label=t(lang, "life-label")>{steps}</ol> }.into_any()
}

/// What can be done about the plan.
pub(super) fn tools(plan: &PlanPage) -> AnyView {
    let lang = use_lang();
    let edit = if plan.status == PlanStatus::Draft { "edit-plan-title" } else { "edit-plan-amend" };
    plan.life
        .may_edit
        .then(|| {
            view! {
                <ul class="edit-tools no-print">
                    <li><a href=format!("/plans/{}/edit", plan.id)>{t(lang, edit)}</a></li>
                    <li><a href=format!("/plans/{}/recommendations/new", plan.id)>{t(lang, "edit-recommendation-new")}</a></li>
                    <li><a href=format!("/plans/{}/measures/new", plan.id)>{t(lang, "edit-measure-new")}</a></li>
                </ul>
            }
        })
        .into_any()
}

/// How many texts are missing in each language; nothing when none is.
pub(super) fn missing(plan: &PlanPage) -> AnyView {
    let lang = use_lang();
    let (en, fr) = (plan.life.missing_en, plan.life.missing_fr);
    let words = |count: u32, key: &str| (count > 0).then(|| t_args(lang, key, &[("count", Arg::from(i64::from(count)))]));
    let words: Vec<String> = [words(en, "missing-count-en"), words(fr, "missing-count-fr")].into_iter().flatten().collect();
    (!words.is_empty())
        .then(|| {
            view! {
                <p class="life-missing no-print">
                    {words.join(" ")}" "<a href=format!("/plans/{}/missing", plan.id)>{t(lang, "missing-see")}</a>
                </p>
            }
        })
        .into_any()
}

/// What is not as it was approved.
pub(super) fn amended(plan: &PlanPage) -> AnyView {
    let amended = plan.life.amended.clone();
    plan.approved_on.map(|approved_on| view! { <AmendedList amended=amended approved_on=approved_on /> }).into_any()
}

/// Closing the plan, with what that means and what stands in the way.
pub(super) fn close(plan: &PlanPage) -> AnyView {
    let lang = use_lang();
    let state = FormState::of(ClosePlan::url());
    if !plan.life.may_close && !state.has_failed() {
        return ().into_any();
    }
    let open = &plan.life.open;
    let is_shown = state.has_failed() || open.is_empty();
    let form = plan.life.may_close.then(|| {
        view! {
            <form method="post" action=ClosePlan::url()>
                <input type="hidden" name="plan" value=plan.id.to_string() />
                <input type="hidden" name="lock_version" value=plan.lock_version.to_string() />
                <button type="submit" class="button button-secondary">{t(lang, "close-do")}</button>
            </form>
        }
    });
    view! {
        <details class="plan-close no-print" open=is_shown>
            <summary>{t(lang, "close-title")}</summary>
            <ErrorSummary state=state />
            <p>{t(lang, "close-meaning")}</p>
            {open_measures(open)}
            {form}
        </details>
    }
    .into_any()
}

fn open_measures(open: &[OpenMeasure]) -> AnyView {
    let lang = use_lang();
    let link = |measure: &OpenMeasure| {
        let label = t_args(lang, "measure-label", &[("label", Arg::from(measure.label.clone()))]);
        view! { <li><a href=format!("/measures/{}", measure.id)>{label}</a></li> }
    };
    let links: Vec<_> = open.iter().map(link).collect();
    let words = t_args(lang, "close-open", &[("count", Arg::from(open.len() as i64))]);
    view! {
        <div id=field_id("measures")>
            <p>{words}</p>
            {(!links.is_empty()).then(|| view! { <ul class="close-open">{links}</ul> })}
        </div>
    }
    .into_any()
}
