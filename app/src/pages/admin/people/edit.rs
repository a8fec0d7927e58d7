//! Changing a person's name, address, language and organisation.

use super::{back, fields};
use crate::{
    api::admin::people::{EditPerson, PersonPage},
    components::{
        address,
        errors::ErrorSummary,
        page::{PageHeading, load},
    },
    i18n::{Arg, t, t_args},
    pages::admin::parts,
    request::{FormState, backend, caller, use_lang},
};
use domain::text::Coded;
use leptos::{prelude::*, server_fn::ServerFn};

/// The page.
#[component]
pub fn PersonEdit() -> impl IntoView {
    let id = address::id();
    load(async move { backend().people.show(&caller()?, id?).await }, show).into_any()
}

fn show(page: PersonPage) -> AnyView {
    let lang = use_lang();
    let state = FormState::of(EditPerson::url());
    let organisation = page.row.organisation.as_ref().map(|organisation| organisation.id.to_string()).unwrap_or_default();
    let before = [page.row.name.clone(), page.row.email.clone(), page.row.lang.code().to_owned(), organisation];
    view! {
        {back(&page)}
        <PageHeading title=t_args(lang, "admin-person-edit", &[("name", Arg::from(page.row.name.clone()))]) />
        <ErrorSummary state=state.clone() />
        <form method="post" action=EditPerson::url()>
            {parts::guard("person", page.row.id, page.lock_version)}
            {fields(&state, &page.choices, before)}
            <button type="submit" class="button">{t(lang, "admin-keep-do")}</button>
        </form>
    }
    .into_any()
}
