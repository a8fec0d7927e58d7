//! The form of a recommendation and the response to it.

use super::{answer, parts};
use crate::{
    api::editing::{RecommendationForm, RemoveRecommendation, SaveRecommendation},
    components::{
        address,
        bilingual::BilingualText,
        conflict::{Compared, Conflict},
        errors::ErrorSummary,
        form::{FormKey, Select, TextField},
        page::{PageHeading, load},
    },
    i18n::{Arg, t, t_args},
    request::{FormState, backend, caller, use_lang},
};
use domain::{
    plan::Priority,
    text::{Coded, Lang},
};
use leptos::{prelude::*, server_fn::ServerFn};

/// The page of one that is there.
#[component]
pub fn EditRecommendation() -> impl IntoView {
    let id = address::id();
    load(async move { backend().editing.recommendation_form(&caller()?, id?).await }, |form| show(&form)).into_any()
}

/// The page of a new one.
#[component]
pub fn NewRecommendation() -> impl IntoView {
    let plan = address::id();
    let data = async move { backend().editing.new_recommendation(&caller()?, plan?).await };
    load(data, |form| show(&form)).into_any()
}

fn show(form: &RecommendationForm) -> AnyView {
    let lang = use_lang();
    let state = FormState::of(SaveRecommendation::url());
    let number = [("number", Arg::from(form.number.clone()))];
    let title = match form.id {
        None => t(lang, "edit-recommendation-new"),
        Some(_) if parts::amends(&form.plan) => t_args(lang, "edit-recommendation-amend", &number),
        Some(_) => t_args(lang, "edit-recommendation-title", &number),
    };
    let back = format!("/plans/{}", form.plan.id);
    let own = form.id.map(|id| format!("/recommendations/{id}/edit"));
    let keep = own.unwrap_or_else(|| format!("{back}/recommendations/new"));
    let removal = form.id.filter(|_| !parts::amends(&form.plan)).map(|id| {
        let field = "recommendation";
        parts::removal(RemoveRecommendation::url(), field, id, form.lock_version, "remove-recommendation")
    });
    view! {
        {parts::breadcrumbs(&form.plan, None)}
        <PageHeading title=title />
        <Conflict state=state.clone() fields=compare(lang, form) keep=keep />
        <ErrorSummary state=FormState::of(RemoveRecommendation::url()) />
        {parts::intro(&form.plan)}
        <form method="post" action=SaveRecommendation::url() class="edit-form">
            <input type="hidden" name="plan" value=form.plan.id.to_string() />
            <input type="hidden" name="recommendation" value=form.id.map(|id| id.to_string()).unwrap_or_default() />
            <input type="hidden" name="lock_version" value=form.lock_version.to_string() />
            {form.id.is_none().then(|| view! { <FormKey /> })}
            {fields(form, &state)}
            {answer::fields(t(lang, "edit-response"), form.response.as_ref(), &state)}
            {parts::why(&form.plan, &state)}
            {parts::actions(&form.plan, back)}
        </form>
        {removal}
    }
    .into_any()
}

fn fields(form: &RecommendationForm, state: &FormState) -> AnyView {
    let priorities = parts::coded::<Priority>(use_lang(), "priority", None);
    view! {
        <div class="field-row edit-short">
            <TextField name="number" state=state.clone() before=form.number.clone() class="input-short" />
            <Select name="priority" state=state.clone() choices=priorities before=form.priority.code() />
        </div>
        <BilingualText name="text" state=state.clone() before=form.text.clone() rows=5 />
        <BilingualText name="addressee" state=state.clone() before=form.addressee.clone() rows=2 optional=true />
    }
    .into_any()
}

fn compare(lang: Lang, form: &RecommendationForm) -> Vec<Compared> {
    let own = [
        Compared::text("number", form.number.clone()),
        Compared::choice("priority", form.priority.code(), parts::coded::<Priority>(lang, "priority", None)),
    ];
    let texts = parts::compared("text", &form.text).chain(parts::compared("addressee", &form.addressee));
    own.into_iter().chain(texts).chain(answer::compare(lang, form.response.as_ref())).collect()
}
