//! Naming who carries a measure: a person, or words where nobody has an account.

use super::{measure::organisations, parts};
use crate::{
    api::editing::{NameOwner, OwnerForm},
    components::{
        address,
        conflict::{Compared, Conflict},
        form::{Select, TextField},
        page::{PageHeading, load},
        text::Words,
    },
    i18n::{Arg, t, t_args},
    request::{FormState, backend, caller, use_lang},
};
use leptos::{prelude::*, server_fn::ServerFn};

/// The page.
#[component]
pub fn NameOwnerPage() -> impl IntoView {
    let id = address::id();
    load(async move { backend().editing.owner_form(&caller()?, id?).await }, |form| show(&form)).into_any()
}

fn show(form: &OwnerForm) -> AnyView {
    let lang = use_lang();
    let state = FormState::of(NameOwner::url());
    let measure = &form.measure;
    let label = [("label", Arg::from(measure.label.clone()))];
    let page = format!("/measures/{}", measure.id);
    let owner = form.owner.map(|id| id.to_string()).unwrap_or_default();
    let words = form.owner_text.clone().unwrap_or_default();
    let fields = vec![
        Compared::choice("owner_person", owner.clone(), people(form)).recorded_as("owner"),
        Compared::text("owner_words", words.clone()),
    ];
    let lead = (!form.organisations.is_empty()).then(|| {
        view! { <Select name="lead" state=state.clone() choices=organisations(&form.organisations) optional=true /> }
    });
    view! {
        {parts::breadcrumbs(&form.plan, Some((page.clone(), t_args(lang, "measure-label", &label)).into()))}
        <PageHeading title=t_args(lang, "owner-title", &label) />
        <Conflict state=state.clone() fields=fields keep=format!("{page}/owner") />
        <p class="commitment"><Words text=measure.text.clone() /></p>
        <p class="lead">{t(lang, "owner-intro")}</p>
        <form method="post" action=NameOwner::url() class="edit-form narrow">
            <input type="hidden" name="measure" value=measure.id.to_string() />
            <input type="hidden" name="lock_version" value=form.lock_version.to_string() />
            {lead}
            <Select name="owner_person" state=state.clone() choices=people(form) before=owner optional=true />
            <TextField name="owner_words" state=state.clone() before=words optional=true />
            <div class="actions">
                <button type="submit" class="button">{t(lang, "owner-do")}</button>
                <a href=page>{t(lang, "edit-cancel")}</a>
            </div>
        </form>
    }
    .into_any()
}

fn people(form: &OwnerForm) -> Vec<(String, String)> {
    let people = form.people.iter().map(|person| (person.id.to_string(), person.name.clone()));
    std::iter::once((String::new(), t(use_lang(), "nobody"))).chain(people).collect()
}
