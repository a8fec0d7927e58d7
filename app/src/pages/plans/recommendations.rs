//! The recommendations of a plan: what was recommended, the answer, and the measures that carry it out.

use crate::{
    api::common::{MeasureRow, RecommendationView},
    components::{measures::MeasureTable, response::Response, text::Words},
    i18n::{Arg, name_of, t, t_args},
    request::use_lang,
};
use domain::plan::Priority;
use leptos::prelude::*;

/// All of them; with the forms for those who may edit the plan with this id.
pub(super) fn list(recommendations: Vec<RecommendationView>, editable: Option<i64>) -> AnyView {
    recommendations.into_iter().map(|recommendation| one(recommendation, editable)).collect::<Vec<_>>().into_any()
}

/// The way to the forms.
fn tools(recommendation: i64, plan: i64, heading: &str) -> AnyView {
    let lang = use_lang();
    let about = || view! { <span class="visually-hidden">" – "{heading.to_owned()}</span> };
    view! {
        <ul class="edit-tools no-print">
            <li><a href=format!("/recommendations/{recommendation}/edit")>{t(lang, "edit-recommendation-do")}{about()}</a></li>
            <li>
                <a href=format!("/plans/{plan}/measures/new?recommendation={recommendation}")>
                    {t(lang, "edit-measure-new")}{about()}
                </a>
            </li>
        </ul>
    }
    .into_any()
}

fn one(recommendation: RecommendationView, editable: Option<i64>) -> AnyView {
    let lang = use_lang();
    let tools = editable.map(|plan| {
        let heading = t_args(lang, "recommendation-label", &[("number", Arg::from(recommendation.number.clone()))]);
        tools(recommendation.id, plan, &heading)
    });
    let id = format!("recommendation-{}", recommendation.id);
    let heading = t_args(lang, "recommendation-label", &[("number", Arg::from(recommendation.number))]);
    let priority = (recommendation.priority != Priority::Unspecified)
        .then(|| view! { <span class="tag">{name_of(lang, "priority", recommendation.priority)}</span> });
    let addressee = recommendation.addressee.map(|addressee| {
        view! { <p class="muted">{t(lang, "recommendation-addressee")}" "<Words text=Some(addressee) /></p> }
    });
    let response = match recommendation.response {
        Some(response) => view! { <Response response=response /> }.into_any(),
        None => ().into_any(),
    };
    let measures = if recommendation.measures.is_empty() {
        view! { <p class="notice">{t(lang, "recommendation-without-measure")}</p> }.into_any()
    } else {
        view! { <MeasureTable caption=heading.clone() rows=recommendation.measures /> }.into_any()
    };
    view! {
        <section class="recommendation" id=id.clone() aria-labelledby=format!("{id}-title")>
            <div class="recommendation-head">
                <h3 id=format!("{id}-title")>{heading}</h3>
                {priority}
            </div>
            <div class="recommendation-texts">
                <div class="recommendation-text">
                    <p><Words text=recommendation.text /></p>
                    {addressee}
                </div>
                {response}
            </div>
            {measures}
            {tools}
        </section>
    }
    .into_any()
}

/// Measures that answer no recommendation.
pub(super) fn unlinked(measures: Vec<MeasureRow>) -> AnyView {
    let lang = use_lang();
    (!measures.is_empty())
        .then(|| {
            view! {
                <section class="recommendation" aria-labelledby="unlinked">
                    <h3 id="unlinked">{t(lang, "plan-unlinked")}</h3>
                    <p class="muted">{t(lang, "plan-unlinked-help")}</p>
                    <MeasureTable caption=t(lang, "plan-unlinked") rows=measures />
                </section>
            }
        })
        .into_any()
}
