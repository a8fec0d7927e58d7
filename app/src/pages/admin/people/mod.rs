//! People: the list, one person, and the forms about them.

mod add;
mod away;
mod edit;
mod list;
mod roles;
mod show;

pub use add::PersonNew;
pub use away::PersonAway;
pub use edit::PersonEdit;
pub use list::People;
pub use roles::PersonRoles;
pub use show::Person;

use super::parts;
use crate::{
    api::admin::people::{HeldRole, PersonChoices, PersonPage},
    components::{
        breadcrumbs::Breadcrumbs,
        form::{Select, TextField},
    },
    i18n::{Arg, name_of, t, t_args},
    request::{FormState, use_lang},
};
use domain::text::{Coded, Lang};
use leptos::prelude::*;

/// The fields of a person, filled with what is known.
fn fields(state: &FormState, choices: &PersonChoices, before: [String; 4]) -> AnyView {
    let lang = use_lang();
    let [name, email, spoken, organisation] = before;
    let languages = Lang::ALL.iter().map(|value| (value.code().to_owned(), name_of(lang, "lang", *value))).collect();
    let organisations = parts::organisation_choices(&choices.organisations, t(lang, "admin-no-organisation"));
    view! {
        <TextField name="name" state=state.clone() before=name />
        <TextField name="email" state=state.clone() before=email kind="email" />
        <div class="field-row">
            <Select name="person_lang" state=state.clone() choices=languages before=spoken />
            <Select name="organisation" state=state.clone() choices=organisations before=organisation optional=true />
        </div>
    }
    .into_any()
}

/// A role in words, with the plan it is limited to.
fn role_words(lang: Lang, held: &HeldRole) -> String {
    let role = name_of(lang, "role", held.role);
    match &held.plan {
        Some(plan) => {
            let plan = Arg::from(parts::plan_words(lang, plan));
            t_args(lang, "admin-role-on", &[("role", Arg::from(role)), ("plan", plan)])
        }
        None => t_args(lang, "admin-role-everywhere", &[("role", Arg::from(role))]),
    }
}

/// The way back from a page about a person to the person.
fn back(page: &PersonPage) -> AnyView {
    let mut links = parts::crumbs(Some(("/admin/people", "admin-people")));
    links.push((format!("/admin/people/{}", page.row.id), page.row.name.clone()).into());
    view! { <Breadcrumbs links=links /> }.into_any()
}
