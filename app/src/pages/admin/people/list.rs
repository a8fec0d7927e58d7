//! The list of people.

use super::{parts, role_words};
use crate::{
    api::admin::people::{PersonFilter, PersonList, PersonRow},
    components::{
        address,
        breadcrumbs::Breadcrumbs,
        form::{Select, TextField},
        notice::Done,
        page::{PageHeading, load},
        pagination::Pagination,
    },
    i18n::{Arg, dates, name_of, t, t_args},
    request::{FormState, backend, caller, use_lang},
};
use domain::{
    people::{PersonState, Role},
    text::{Coded, Lang},
};
use leptos::prelude::*;

/// How the address says: no role at all.
const NO_ROLE: &str = "none";

/// The page.
#[component]
pub fn People() -> impl IntoView {
    let page = address::page();
    let filter = PersonFilter {
        text: address::query("words"),
        organisation: address::parsed("organisation"),
        role: address::parsed("role"),
        without_role: address::query("role") == NO_ROLE,
        state: address::parsed("state"),
    };
    let asked = filter.clone();
    load(async move { backend().people.list(&caller()?, &asked, page).await }, move |found| show(found, filter)).into_any()
}

fn show(found: PersonList, filter: PersonFilter) -> AnyView {
    let lang = use_lang();
    let total = found.page.total;
    let form = filter_form(&found, filter);
    let rows: Vec<_> = found.rows.into_iter().map(row).collect();
    view! {
        <Breadcrumbs links=parts::crumbs(None) />
        <div class="heading-row">
            <PageHeading title=t(lang, "admin-people") />
            <div class="actions">
                <a class="button" href="/admin/people/new">{t(lang, "admin-person-add")}</a>
                <a class="button button-secondary" href="/admin/people/import">{t(lang, "admin-import")}</a>
            </div>
        </div>
        <Done />
        {form}
        <p class="filter-result" role="status">{t_args(lang, "admin-found-people", &[("count", Arg::from(total))])}</p>
        {(total > 0).then(|| view! {
            <table class="stacked admin-table">
                <caption class="visually-hidden">{t(lang, "admin-people")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t(lang, "field-name")}</th>
                        <th scope="col">{t(lang, "field-organisation")}</th>
                        <th scope="col">{t(lang, "admin-roles")}</th>
                        <th scope="col">{t(lang, "field-state")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        })}
        <Pagination page=found.page />
    }
    .into_any()
}

fn filter_form(found: &PersonList, filter: PersonFilter) -> AnyView {
    let lang = use_lang();
    let state = FormState::default();
    let organisations = parts::organisation_choices(&found.organisations, t(lang, "filter-all"));
    let roles = Role::ALL.iter().map(|role| (role.code().to_owned(), name_of(lang, "role", *role)));
    let first = [(String::new(), t(lang, "filter-all")), (NO_ROLE.to_owned(), t(lang, "admin-no-role"))];
    let roles: Vec<_> = first.into_iter().chain(roles).collect();
    let states = PersonState::ALL.iter().map(|state| (state.code().to_owned(), name_of(lang, "person-state", *state)));
    let states: Vec<_> = std::iter::once((String::new(), t(lang, "admin-state-all"))).chain(states).collect();
    let role = if filter.without_role { NO_ROLE.to_owned() } else { code(filter.role) };
    view! {
        <form class="filter-form no-print" method="get" action="/admin/people" role="search">
            <TextField name="words" state=state.clone() before=filter.text.clone() kind="search" />
            <Select
                name="organisation"
                state=state.clone()
                choices=organisations
                before=filter.organisation.map(|id| id.to_string()).unwrap_or_default()
            />
            <Select name="role" state=state.clone() choices=roles before=role />
            <Select name="state" state=state choices=states before=code(filter.state) />
            <button type="submit" class="button button-secondary">{t(lang, "filter-do")}</button>
        </form>
    }
    .into_any()
}

fn code<T: Coded>(value: Option<T>) -> String {
    value.map(|value| value.code().to_owned()).unwrap_or_default()
}

fn row(person: PersonRow) -> AnyView {
    let lang = use_lang();
    let roles: Vec<_> = person.roles.iter().map(|held| view! { <li>{role_words(lang, held)}</li> }).collect();
    let roles = if roles.is_empty() {
        view! { <span class="tag tag-doubt">{t(lang, "admin-no-role")}</span> }.into_any()
    } else {
        view! { <ul class="plain">{roles}</ul> }.into_any()
    };
    let organisation = person.organisation.as_ref().map(|organisation| organisation.code.clone());
    view! {
        <tr>
            <th scope="row">
                <a class="admin-link" href=format!("/admin/people/{}", person.id)>{person.name.clone()}</a>
                <span class="owner">{person.email.clone()}</span>
            </th>
            <td data-label=t(lang, "field-organisation")><span>{organisation.unwrap_or_else(|| "–".to_owned())}</span></td>
            <td data-label=t(lang, "admin-roles")>{roles}</td>
            <td data-label=t(lang, "field-state")><span>{state_words(lang, &person)}</span></td>
        </tr>
    }
    .into_any()
}

/// Where somebody stands, and the last sign-in.
pub(super) fn state_words(lang: Lang, person: &PersonRow) -> String {
    let state = name_of(lang, "person-state", person.state);
    match (person.state, person.last_sign_in) {
        (PersonState::Active, Some(on)) => t_args(lang, "admin-last-sign-in", &[("date", Arg::from(dates::day(lang, on)))]),
        _ => state,
    }
}
