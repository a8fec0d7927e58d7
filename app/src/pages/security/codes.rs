//! The recovery codes: shown once after they were made, else replaced.

use super::above;
use crate::{
    api::security::{RenewRecoveryCodes, codes_to_show},
    components::{
        breadcrumbs::Breadcrumbs,
        errors::ErrorSummary,
        form::TextField,
        page::{PageHeading, load},
    },
    error::AppError,
    i18n::{Arg, t, t_args},
    request::{FormState, backend, caller, session, use_lang},
};
use leptos::{prelude::*, server_fn::ServerFn};

/// The page.
#[component]
pub fn CodesPage() -> impl IntoView {
    let ask = async {
        let page = backend().security.page(&caller()?, session().key().as_deref()).await?;
        page.factor.map(|factor| factor.codes_left).ok_or(AppError::NotFound)
    };
    load(ask, show).into_any()
}

fn show(left: u64) -> AnyView {
    let lang = use_lang();
    let codes = codes_to_show();
    let body = if codes.is_empty() { renew(left) } else { list(codes) };
    view! {
        <Breadcrumbs links=above(lang) />
        <PageHeading title=t(lang, "security-codes-title") />
        {body}
    }
    .into_any()
}

fn list(codes: Vec<String>) -> AnyView {
    let lang = use_lang();
    let codes = codes.into_iter().map(|code| view! { <li><code>{code}</code></li> }).collect_view();
    view! {
        <p class="lead">{t(lang, "security-codes-intro")}</p>
        <p>{t(lang, "security-codes-once")}</p>
        <ul class="recovery-codes">{codes}</ul>
        <p><a class="button" href="/account/security">{t(lang, "security-codes-kept")}</a></p>
    }
    .into_any()
}

fn renew(left: u64) -> AnyView {
    let lang = use_lang();
    let state = FormState::of(RenewRecoveryCodes::url());
    view! {
        <ErrorSummary state=state.clone() />
        <p class="lead">{t_args(lang, "security-codes-left", &[("count", Arg::from(left))])}</p>
        <p>{t(lang, "security-codes-not-shown")}</p>
        <form method="post" action=RenewRecoveryCodes::url() class="sign-in">
            <TextField name="passcode" state=state autocomplete="one-time-code" class="input-medium" />
            <button type="submit" class="button">{t(lang, "security-codes-make")}</button>
        </form>
    }
    .into_any()
}
