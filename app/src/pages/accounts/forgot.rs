//! A forgotten password: a link by mail, and the same answer for everybody.

use crate::{
    api::accounts::ForgotPassword,
    components::{errors::ErrorSummary, form::TextField, page::PageHeading},
    i18n::t,
    request::{FormState, use_lang},
};
use leptos::{prelude::*, server_fn::ServerFn};

/// Asks for the address.
#[component]
pub fn ForgotPage() -> impl IntoView {
    let lang = use_lang();
    let state = FormState::of(ForgotPassword::url());
    view! {
        <PageHeading title=t(lang, "forgot-title") />
        <ErrorSummary state=state.clone() />
        <p class="lead">{t(lang, "forgot-intro")}</p>
        <form method="post" action=ForgotPassword::url() class="sign-in">
            <TextField name="email" state=state kind="email" autocomplete="username" />
            <div class="actions">
                <button type="submit" class="button">{t(lang, "forgot-send")}</button>
                <a href="/sign-in">{t(lang, "back-to-sign-in")}</a>
            </div>
        </form>
    }
    .into_any()
}

/// Tells the person to look at the mail.
#[component]
pub fn ForgotSentPage() -> impl IntoView {
    let lang = use_lang();
    view! {
        <PageHeading title=t(lang, "sign-in-sent-title") />
        <p class="lead">{t(lang, "forgot-sent-intro")}</p>
        <p>{t(lang, "sign-in-sent-help")}</p>
        <p><a href="/sign-in">{t(lang, "back-to-sign-in")}</a></p>
    }
    .into_any()
}
