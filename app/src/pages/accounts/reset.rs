//! Choosing a new password by a link. The link is used up by success only.

use crate::{
    api::accounts::ResetPassword,
    components::{
        errors::{ErrorPage, ErrorSummary},
        page::PageHeading,
        password::NewPassword,
    },
    error::AppError,
    i18n::t,
    request::{FormState, backend, use_lang},
};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_params_map;

/// Asks for the new password, or says that the link is of no use any more.
#[component]
pub fn ResetPage() -> impl IntoView {
    let token = use_params_map().with_untracked(|params| params.get("token").unwrap_or_default());
    Suspend::new(async move {
        match backend().accounts.reset_page(&token).await {
            Ok(least) => form(token, least),
            Err(AppError::LinkNotValid) => not_valid(),
            Err(error) => view! { <ErrorPage error=error /> }.into_any(),
        }
    })
    .into_any()
}

fn form(token: String, least: u16) -> AnyView {
    let lang = use_lang();
    let state = FormState::of(ResetPassword::url());
    view! {
        <PageHeading title=t(lang, "reset-title") />
        <ErrorSummary state=state.clone() />
        <p class="lead">{t(lang, "reset-intro")}</p>
        <form method="post" action=ResetPassword::url() class="sign-in">
            <input type="hidden" name="token" value=token />
            <NewPassword state=state least=least />
            <button type="submit" class="button">{t(lang, "reset-submit")}</button>
        </form>
    }
    .into_any()
}

fn not_valid() -> AnyView {
    let lang = use_lang();
    if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        response.set_status(axum::http::StatusCode::from_u16(AppError::LinkNotValid.status()).unwrap_or_default());
    }
    view! {
        <PageHeading title=t(lang, "reset-not-valid-title") />
        <p class="lead">{t(lang, "reset-not-valid")}</p>
        <p><a class="button" href="/sign-in/forgot">{t(lang, "reset-again")}</a></p>
    }
    .into_any()
}
