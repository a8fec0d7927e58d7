//! The password: since when there is one, and the form that sets it.

use super::moment;
use crate::{
    api::security::{Proof, SecurityPage, SetPassword},
    components::{
        errors::ErrorSummary,
        form::{TextField, field_id},
        password::NewPassword,
    },
    i18n::{Arg, name_of, t, t_args},
    request::{FormState, use_lang},
};
use domain::problem::ProblemCode;
use leptos::{prelude::*, server_fn::ServerFn};

/// What is wrong with the form, for the top of the page.
pub(super) fn summary() -> AnyView {
    view! { <ErrorSummary state=FormState::of(SetPassword::url()) /> }.into_any()
}

/// The section.
pub(super) fn section(page: &SecurityPage) -> AnyView {
    let lang = use_lang();
    let since = match page.password_set {
        Some(at) => t_args(lang, "security-password-set", &[("date", Arg::from(moment(lang, at)))]),
        None => t(lang, "security-password-none"),
    };
    let has_one = page.password_set.is_some();
    let body = if page.proof == Proof::SignInAgain {
        // Who has a password is asked for it instead.
        view! { <p class="notice" id=field_id("new_password") tabindex="-1">{name_of(lang, "problem", ProblemCode::SignInAgain)}</p> }.into_any()
    } else {
        form(has_one, page.password_length)
    };
    view! {
        <section class="security-part" aria-labelledby="password">
            <h2 id="password">{t(lang, "security-password-title")}</h2>
            <p class=if has_one { "security-state is-on" } else { "security-state" }>{since}</p>
            {body}
        </section>
    }
    .into_any()
}

fn form(has_one: bool, least: u16) -> AnyView {
    let lang = use_lang();
    let state = FormState::of(SetPassword::url());
    let has_failed = state.has_failed();
    let current = if has_one {
        view! { <TextField name="current_password" state=state.clone() kind="password" autocomplete="current-password" /> }
            .into_any()
    } else {
        view! { <input type="hidden" name="current_password" value="" /> }.into_any()
    };
    let submit = if has_one { "security-password-change" } else { "security-password-choose" };
    view! {
        <details open=has_failed>
            <summary>{t(lang, submit)}</summary>
            <form method="post" action=SetPassword::url() class="sign-in">
                {current}
                <NewPassword state=state least=least />
                <p class="hint">{t(lang, "security-password-effect")}</p>
                <button type="submit" class="button">{t(lang, "security-password-save")}</button>
            </form>
        </details>
    }
    .into_any()
}
