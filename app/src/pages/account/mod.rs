//! One's own account: who one is here, what one chose, who stands in, and everything Suivi keeps, to take along.

mod away;
mod profile;
mod zones;

use crate::{
    api::{account::AccountPage, trail::HistoryPage},
    components::{
        address,
        history::History,
        notice::Done,
        page::{PageHeading, load},
    },
    i18n::{Arg, name_of, t, t_args},
    request::{backend, caller, use_lang},
};
use domain::trail::RecordKind;
use leptos::prelude::*;

/// The page.
#[component]
pub fn Account() -> impl IntoView {
    let history = address::page_of("history");
    let data = async move {
        let caller = caller()?;
        let page = backend().account.show(&caller).await?;
        let history = backend().trail.history(&caller, RecordKind::Person, caller.actor.person, history).await?;
        Ok((page, history))
    };
    load(data, |(page, history)| show(&page, history)).into_any()
}

fn show(page: &AccountPage, history: HistoryPage) -> AnyView {
    let lang = use_lang();
    view! {
        <PageHeading title=t(lang, "account-title") />
        <Done />
        {profile::summary(page)}
        {away::summary()}
        <p class="lead">{t(lang, "account-intro")}</p>
        <div class="columns">
            <div class="column-main">
                {profile::form(page)}
                {away::deputy(page)}
                {away::absences(page)}
            </div>
            <aside class="column-side" aria-label=t(lang, "account-facts")>
                {facts(page)}
                {elsewhere()}
            </aside>
        </div>
        <History history=history />
    }
    .into_any()
}

/// What administrators decide.
fn facts(page: &AccountPage) -> AnyView {
    let lang = use_lang();
    let roles: Vec<_> = page
        .roles
        .iter()
        .map(|(role, plan)| {
            let role = name_of(lang, "role", *role);
            let words = match plan.as_deref() {
                None => role,
                Some(plan) => {
                    let plan = if plan.is_empty() { t(lang, "plan-untitled") } else { plan.to_owned() };
                    t_args(lang, "account-role-on", &[("role", Arg::from(role)), ("plan", Arg::from(plan))])
                }
            };
            view! { <li>{words}</li> }
        })
        .collect();
    let roles = if roles.is_empty() {
        view! { {t(lang, "account-no-role")} }.into_any()
    } else {
        view! { <ul class="plain-list">{roles}</ul> }.into_any()
    };
    let organisation = page.organisation.as_ref().map_or_else(|| t(lang, "account-no-organisation"), |name| name.text.clone());
    view! {
        <dl class="facts">
            <div><dt>{t(lang, "account-email")}</dt><dd class="breakable">{page.email.clone()}</dd></div>
            <div><dt>{t(lang, "account-organisation")}</dt><dd>{organisation}</dd></div>
            <div><dt>{t(lang, "account-roles")}</dt><dd>{roles}</dd></div>
        </dl>
        <p class="muted">{t(lang, "account-facts-who")}</p>
    }
    .into_any()
}

/// Sign-in, and what Suivi keeps.
fn elsewhere() -> AnyView {
    let lang = use_lang();
    view! {
        <h2 class="account-side">{t(lang, "account-security")}</h2>
        <p><a href="/account/security">{t(lang, "account-security-go")}</a></p>
        <h2 class="account-side">{t(lang, "account-data")}</h2>
        <p>{t(lang, "account-data-about")}</p>
        <p><a href="/account/data" download>{t(lang, "account-data-go")}</a></p>
    }
    .into_any()
}
