//! The first minute of somebody who was invited: a password, now or later.

use crate::{
    api::{
        accounts::SignInPage as Ways,
        security::{ChoosePassword, Proof, SecurityPage},
    },
    components::{
        errors::ErrorSummary,
        form::field_id,
        page::{PageHeading, load},
        password::NewPassword,
    },
    i18n::{Arg, t, t_args},
    request::{FormState, backend, caller, session, use_lang},
};
use leptos::{prelude::*, server_fn::ServerFn};

/// Welcomes somebody new.
#[component]
pub fn WelcomePage() -> impl IntoView {
    let ask = async {
        let caller = caller()?;
        let page = backend().security.page(&caller, session().key().as_deref()).await?;
        Ok((caller.actor.name, backend().accounts.sign_in_page().await?, page))
    };
    load(ask, |(name, ways, page)| show(name, ways, &page)).into_any()
}

fn show(name: String, ways: Ways, page: &SecurityPage) -> AnyView {
    let lang = use_lang();
    let title = t_args(lang, "arrival-title", &[("name", Arg::from(name))]);
    let wants_password = ways.passwords && page.password_set.is_none();
    let body = match page.proof {
        _ if !wants_password => go_on(),
        Proof::SignInAgain => too_late(),
        _ => choose(ways.links, page.password_length),
    };
    view! {
        <PageHeading title=title />
        <p class="lead">{t(lang, "arrival-intro")}</p>
        {body}
    }
    .into_any()
}

/// Where links by mail are allowed, a password is a convenience; else it is the only way to come back.
fn choose(may_skip: bool, least: u16) -> AnyView {
    let lang = use_lang();
    let state = FormState::of(ChoosePassword::url());
    view! {
        <ErrorSummary state=state.clone() />
        <h2>{t(lang, "arrival-password-title")}</h2>
        <p>{t(lang, if may_skip { "arrival-password-optional" } else { "arrival-password-needed" })}</p>
        <form method="post" action=ChoosePassword::url() class="sign-in">
            <NewPassword state=state least=least />
            <div class="actions">
                <button type="submit" class="button">{t(lang, "arrival-password-submit")}</button>
                {may_skip.then(|| view! { <a href="/">{t(lang, "arrival-skip")}</a> })}
            </div>
        </form>
    }
    .into_any()
}

/// An open session alone chooses no first password, and whoever was invited has no other way to begin a new one.
fn too_late() -> AnyView {
    let lang = use_lang();
    view! {
        <ErrorSummary state=FormState::of(ChoosePassword::url()) />
        <p class="notice" id=field_id("new_password") tabindex="-1">{t(lang, "arrival-password-late")}</p>
        {go_on()}
    }
    .into_any()
}

fn go_on() -> AnyView {
    view! { <p><a class="button" href="/">{t(use_lang(), "arrival-go-on")}</a></p> }.into_any()
}
