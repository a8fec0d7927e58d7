//! Adding one person, with roles and an invitation.

use super::{fields, parts};
use crate::{
    api::admin::people::{AddPerson, PersonChoices},
    components::{
        address,
        breadcrumbs::Breadcrumbs,
        check::{CheckBox, CheckList},
        errors::ErrorSummary,
        form::Select,
        page::{PageHeading, load},
    },
    i18n::t,
    request::{FormState, backend, caller, use_lang},
};
use domain::{people::Role, text::Coded};
use leptos::{prelude::*, server_fn::ServerFn};

/// The page.
#[component]
pub fn PersonNew() -> impl IntoView {
    let organisation = address::query("organisation");
    load(async move { backend().people.choices(&caller()?).await }, move |choices| show(choices, organisation)).into_any()
}

fn show(choices: PersonChoices, organisation: String) -> AnyView {
    let lang = use_lang();
    let state = FormState::of(AddPerson::url());
    let plans = parts::plan_choices(lang, &choices.plans);
    view! {
        <Breadcrumbs links=parts::crumbs(Some(("/admin/people", "admin-people"))) />
        <PageHeading title=t(lang, "admin-person-add") />
        <ErrorSummary state=state.clone() />
        <form method="post" action=AddPerson::url()>
            {fields(&state, &choices, [String::new(), String::new(), lang.code().to_owned(), organisation])}
            <CheckList<Role> name="roles" state=state.clone() list="role" help="role-help" before=Vec::new() />
            <Select name="role_plan" state=state.clone() choices=plans />
            <CheckBox name="invite" state=state before=true />
            <button type="submit" class="button">{t(lang, "admin-add-do")}</button>
        </form>
    }
    .into_any()
}
