//! Changing a person's name, address, language and organisation.

use super::{back, fields};
use crate::{
    api::admin::people::{EditPerson, PersonPage},
    components::{
        address,
        conflict::{Compared, Conflict},
        page::{PageHeading, load},
    },
    i18n::{Arg, name_of, t, t_args},
    pages::admin::parts,
    request::{FormState, backend, caller, use_lang},
};
use domain::text::{Coded, Lang};
use leptos::{prelude::*, server_fn::ServerFn};

/// The page.
#[component]
pub fn PersonEdit() -> impl IntoView {
    let id = address::id();
    load(async move { backend().people.show(&caller()?, id?).await }, show).into_any()
}

/// What two people may have written differently.
fn compared(page: &PersonPage, [name, email, spoken, organisation]: [String; 4]) -> Vec<Compared> {
    let lang = use_lang();
    let languages = Lang::ALL.iter().map(|value| (value.code().to_owned(), name_of(lang, "lang", *value))).collect();
    let organisations = parts::organisation_choices(&page.choices.organisations, t(lang, "admin-no-organisation"));
    vec![
        Compared::text("name", name),
        Compared::text("email", email),
        Compared::choice("person_lang", spoken, languages),
        Compared::choice("organisation", organisation, organisations),
    ]
}

fn show(page: PersonPage) -> AnyView {
    let lang = use_lang();
    let state = FormState::of(EditPerson::url());
    let organisation = page.row.organisation.as_ref().map(|organisation| organisation.id.to_string()).unwrap_or_default();
    let before = [page.row.name.clone(), page.row.email.clone(), page.row.lang.code().to_owned(), organisation];
    view! {
        {back(&page)}
        <PageHeading title=t_args(lang, "admin-person-edit", &[("name", Arg::from(page.row.name.clone()))]) />
        <Conflict
            state=state.clone()
            fields=compared(&page, before.clone())
            keep=format!("/admin/people/{}", page.row.id)
        />
        <form method="post" action=EditPerson::url()>
            {parts::guard("person", page.row.id, page.lock_version)}
            {fields(&state, &page.choices, before)}
            <button type="submit" class="button">{t(lang, "admin-keep-do")}</button>
        </form>
    }
    .into_any()
}
