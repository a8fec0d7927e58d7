//! Pieces that several pages of administration share.

use crate::{
    api::{admin::people::PlanChoice, common::OrganisationView},
    components::{
        breadcrumbs::Crumb,
        form::{TextArea, TextField},
    },
    i18n::{Arg, t, t_args},
    request::{FormState, use_lang},
};
use domain::text::{InLang, Lang};
use leptos::prelude::*;

/// The way back to the index, then to a list.
pub(super) fn crumbs(list: Option<(&'static str, &'static str)>) -> Vec<Crumb> {
    let lang = use_lang();
    let index = ("/admin", t(lang, "nav-admin")).into();
    std::iter::once(index).chain(list.map(|(href, key)| (href, t(lang, key)).into())).collect()
}

/// What a form sends beside what is typed: which record, and as it was when the form was made.
pub(super) fn guard(name: &'static str, id: i64, lock_version: i32) -> AnyView {
    view! {
        <input type="hidden" name=name value=id.to_string() />
        <input type="hidden" name="lock_version" value=lock_version.to_string() />
    }
    .into_any()
}

/// An organisation as choices name it.
pub(super) fn organisation_words(organisation: &OrganisationView) -> String {
    let name = organisation.name.as_ref().map(|name| format!(" – {}", name.text)).unwrap_or_default();
    format!("{}{name}", organisation.code)
}

/// The organisations as choices, `blank` first.
pub(super) fn organisation_choices(organisations: &[OrganisationView], blank: String) -> Vec<(String, String)> {
    let choices = organisations.iter().map(|organisation| (organisation.id.to_string(), organisation_words(organisation)));
    std::iter::once((String::new(), blank)).chain(choices).collect()
}

/// The title of a plan with its number, since titles are not unique.
pub(super) fn plan_words(lang: Lang, plan: &PlanChoice) -> String {
    let title = plan.title.clone().map_or_else(|| t(lang, "plan-untitled"), |title: InLang| title.text);
    t_args(lang, "admin-plan-choice", &[("number", Arg::from(plan.id.to_string())), ("title", Arg::from(title))])
}

/// The plans as choices, the whole instance first.
pub(super) fn plan_choices(lang: Lang, plans: &[PlanChoice]) -> Vec<(String, String)> {
    let choices = plans.iter().map(|plan| (plan.id.to_string(), plan_words(lang, plan)));
    std::iter::once((String::new(), t(lang, "admin-whole-instance"))).chain(choices).collect()
}

/// Archiving with its reason; what it means is said first.
pub(super) fn archive(action: &'static str, name: &'static str, id: i64, lock_version: i32, words: AnyView) -> AnyView {
    let lang = use_lang();
    let state = FormState::of(action);
    let is_open = state.has_failed();
    view! {
        <details class="card admin-archive" open=is_open>
            <summary><h2>{t(lang, "admin-archive")}</h2></summary>
            {words}
            <form method="post" action=action>
                {guard(name, id, lock_version)}
                <TextArea name="reason" state=state rows=3 />
                <button type="submit" class="button button-secondary">{t(lang, "admin-archive-do")}</button>
            </form>
        </details>
    }
    .into_any()
}

/// Bringing back what was archived, with its reason, beside when and why it was. The page has the summary of its
/// problems on top, since somebody else may have brought it back meanwhile.
pub(super) fn restore(
    action: &'static str,
    name: &'static str,
    id: i64,
    lock_version: i32,
    on: String,
    reason: String,
    key: &'static str,
) -> AnyView {
    let lang = use_lang();
    let args = [("date", Arg::from(on)), ("reason", Arg::from(reason))];
    let state = FormState::of(action);
    view! {
        <section class="card card-decide" aria-labelledby="archived">
            <h2 id="archived">{t(lang, "admin-is-archived")}</h2>
            <p class="words">{t_args(lang, "admin-archived-why", &args)}</p>
            <p>{t(lang, key)}</p>
            <form method="post" action=action>
                {guard(name, id, lock_version)}
                <TextArea name="reason" state=state rows=3 />
                <button type="submit" class="button button-secondary">{t(lang, "admin-restore-do")}</button>
            </form>
        </section>
    }
    .into_any()
}

/// A pair of names, one in each language, side by side.
pub(super) fn both_names(state: &FormState, en: Option<&str>, fr: Option<&str>) -> AnyView {
    view! {
        <div class="field-row">
            <TextField name="name_en" state=state.clone() before=en.unwrap_or_default().to_owned() />
            <TextField name="name_fr" state=state.clone() before=fr.unwrap_or_default().to_owned() />
        </div>
    }
    .into_any()
}
