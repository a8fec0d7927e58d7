//! The page: what keeps the account safe, at a glance, and what to do about it.

use super::{moment, password, sessions};
use crate::{
    api::security::{CODES_PAGE, FactorView, SET_UP_PAGE, SecurityPage as Page},
    components::{
        breadcrumbs::Breadcrumbs,
        notice::Done,
        page::{PageHeading, load},
    },
    i18n::{Arg, t, t_args},
    request::{backend, caller, session, use_lang},
};
use leptos::prelude::*;

/// The page.
#[component]
pub fn SecurityPage() -> impl IntoView {
    load(async { backend().security.page(&caller()?, session().key().as_deref()).await }, show).into_any()
}

fn show(page: Page) -> AnyView {
    let lang = use_lang();
    view! {
        <Breadcrumbs links=vec![("/account", t(lang, "security-account")).into()] />
        <PageHeading title=t(lang, "security-title") />
        <Done />
        {password::summary()}
        <p class="lead">{t(lang, "security-intro")}</p>
        {page.passwords.then(|| password::section(&page))}
        {factor(page.factor, page.factor_required)}
        {sessions::section(page.sessions)}
    }
    .into_any()
}

fn factor(factor: Option<FactorView>, is_required: bool) -> AnyView {
    let lang = use_lang();
    let state = match factor {
        Some(factor) => t_args(lang, "security-factor-on", &[("date", Arg::from(moment(lang, factor.since)))]),
        None => t(lang, "security-factor-off"),
    };
    let left = factor.map(|factor| {
        let words = t_args(lang, "security-codes-left", &[("count", Arg::from(factor.codes_left))]);
        view! { <p>{words}" "<a href=CODES_PAGE>{t(lang, "security-codes-renew")}</a></p> }
    });
    let action = if factor.is_some() { "security-factor-manage" } else { "security-factor-set-up" };
    view! {
        <section class="security-part" aria-labelledby="second-factor">
            <h2 id="second-factor">{t(lang, "security-factor-title")}</h2>
            <p>{t(lang, "security-factor-about")}</p>
            <p class=if factor.is_some() { "security-state is-on" } else { "security-state" }>{state}</p>
            {is_required.then(|| view! { <p>{t(lang, "security-factor-required")}</p> })}
            {left}
            <p><a class="button button-secondary" href=SET_UP_PAGE>{t(lang, action)}</a></p>
        </section>
    }
    .into_any()
}
