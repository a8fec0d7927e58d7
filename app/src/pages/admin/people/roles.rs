//! The roles of a person: those held, and one more.

use super::{back, parts, role_words};
use crate::{
    api::admin::{
        people::{HeldRole, PersonPage},
        roles::{GiveRole, TakeRole},
    },
    components::{
        address,
        errors::ErrorSummary,
        form::{Select, field_id},
        notice::Done,
        page::{PageHeading, load},
    },
    i18n::{Arg, name_of, t, t_args},
    request::{FormState, backend, caller, use_lang},
};
use domain::{people::Role, text::Coded};
use leptos::{prelude::*, server_fn::ServerFn};

/// The page.
#[component]
pub fn PersonRoles() -> impl IntoView {
    let id = address::id();
    load(async move { backend().people.show(&caller()?, id?).await }, show).into_any()
}

fn show(page: PersonPage) -> AnyView {
    let lang = use_lang();
    let take = FormState::of(TakeRole::url());
    let give = FormState::of(GiveRole::url());
    let held: Vec<_> = page.row.roles.iter().map(|held| one(&page, held, &take)).collect();
    let none = held.is_empty().then(|| view! { <p class="notice">{t(lang, "admin-no-role-about")}</p> });
    view! {
        {back(&page)}
        <PageHeading title=t_args(lang, "admin-roles-of", &[("name", Arg::from(page.row.name.clone()))]) />
        <Done />
        <ErrorSummary state=take />
        <ErrorSummary state=give.clone() />
        <section id=field_id("grant") aria-labelledby="held">
            <h2 id="held">{t(lang, "admin-roles-held")}</h2>
            {none}
            <ul class="admin-rows">{held}</ul>
        </section>
        {more(&page, give)}
    }
    .into_any()
}

fn one(page: &PersonPage, held: &HeldRole, take: &FormState) -> AnyView {
    let lang = use_lang();
    let words = role_words(lang, held);
    let is_last = page.is_last_administrator && held.role == Role::Administrator && held.plan.is_none();
    let wrong = take.problem("grant").filter(|_| take.value("grant", "") == held.id.to_string());
    let wrong = wrong.map(|code| view! { <p class="problem">{name_of(lang, "problem", code)}</p> });
    let label = t_args(lang, "admin-role-take", &[("role", Arg::from(words.clone()))]);
    let button = if is_last {
        view! { <p class="muted">{t(lang, "admin-last-administrator")}</p> }.into_any()
    } else {
        view! {
            <form method="post" action=TakeRole::url()>
                {parts::guard("person", page.row.id, page.lock_version)}
                <input type="hidden" name="grant" value=held.id.to_string() />
                <button type="submit" class="link-button" aria-label=label>{t(lang, "admin-role-take-do")}</button>
            </form>
        }
        .into_any()
    };
    view! {
        <li>
            <div>
                <strong>{words}</strong>
                <p class="hint">{name_of(lang, "role-help", held.role)}</p>
                {wrong}
            </div>
            {button}
        </li>
    }
    .into_any()
}

fn more(page: &PersonPage, state: FormState) -> AnyView {
    let lang = use_lang();
    let roles: Vec<_> = Role::ALL.iter().map(|role| (role.code().to_owned(), name_of(lang, "role", *role))).collect();
    let plans = parts::plan_choices(lang, &page.choices.plans);
    view! {
        <section class="card" aria-labelledby="give">
            <h2 id="give">{t(lang, "admin-role-give")}</h2>
            <form method="post" action=GiveRole::url()>
                {parts::guard("person", page.row.id, page.lock_version)}
                <div class="field-row">
                    <Select name="role" state=state.clone() choices=roles before=Role::Lead.code().to_owned() />
                    <Select name="role_plan" state=state choices=plans />
                </div>
                <button type="submit" class="button">{t(lang, "admin-role-give-do")}</button>
            </form>
        </section>
    }
    .into_any()
}
