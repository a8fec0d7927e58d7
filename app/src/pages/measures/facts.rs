//! Who carries a measure, and which recommendations it answers.

use crate::{
    api::{
        common::OrganisationView,
        measures::{MeasurePage, RecommendationLink},
    },
    components::text::Words,
    i18n::{Arg, dates, t, t_args},
    request::use_lang,
};
use leptos::prelude::*;

/// An organisation in full: code and name.
fn organisation(organisation: OrganisationView) -> AnyView {
    let name = organisation.name.map(|name| view! { " – "<Words text=Some(name) /> });
    view! { <span>{organisation.code}{name}</span> }.into_any()
}

fn recommendation(plan: i64, link: RecommendationLink) -> AnyView {
    let label = t_args(use_lang(), "recommendation-label", &[("number", Arg::from(link.number))]);
    view! {
        <li>
            <a href=format!("/plans/{plan}#recommendation-{}", link.id)>{label}</a>
            <p class="muted"><Words text=link.text /></p>
        </li>
    }
    .into_any()
}

/// The list.
pub(super) fn list(measure: &MeasurePage) -> AnyView {
    let lang = use_lang();
    let row = &measure.row;
    let nobody = || view! { <span class="muted">{t(lang, "nobody")}</span> }.into_any();
    let lead = row.lead.clone().map_or_else(nobody, |lead| organisation(lead).into_any());
    let owner = row.owner.clone().map_or_else(nobody, |owner| owner.into_any());
    let support: Vec<_> = measure.support.iter().cloned().map(|support| view! { <li>{organisation(support)}</li> }).collect();
    let support = (!support.is_empty())
        .then(|| view! { <div><dt>{t(lang, "measure-support")}</dt><dd><ul class="plain">{support}</ul></dd></div> });
    let start =
        measure.start_on.map(|on| view! { <div><dt>{t(lang, "measure-start")}</dt><dd>{dates::day(lang, on)}</dd></div> });
    let words = measure.due_text.clone().map(|words| view! { <div><dt>{t(lang, "measure-due-text")}</dt><dd>{words}</dd></div> });
    let plan = measure.plan_id;
    let links: Vec<_> = measure.recommendations.iter().cloned().map(|link| recommendation(plan, link)).collect();
    let answers = if links.is_empty() {
        view! { <p class="muted">{t(lang, "measure-answers-none")}</p> }.into_any()
    } else {
        view! { <ul class="plain">{links}</ul> }.into_any()
    };
    view! {
        <dl class="facts facts-stacked">
            <div><dt>{t(lang, "column-lead")}</dt><dd>{lead}</dd></div>
            <div><dt>{t(lang, "measure-owner")}</dt><dd>{owner}</dd></div>
            {support}
            {start}
            {words}
            <div><dt>{t(lang, "measure-answers")}</dt><dd>{answers}</dd></div>
        </dl>
    }
    .into_any()
}
