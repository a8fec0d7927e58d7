//! The second step of signing in: a code.

use crate::{
    api::accounts::GiveSecondFactor,
    components::{
        errors::ErrorSummary,
        form::TextField,
        page::{PageHeading, load},
    },
    i18n::t,
    request::{FormState, session, use_lang},
};
use leptos::{prelude::*, server_fn::ServerFn};

/// Asks for the code; who does not owe one goes back to the beginning.
#[component]
pub fn SecondFactorPage() -> impl IntoView {
    load(async { session().pending().await }, |pending| if pending.is_some() { form() } else { begin_again() }).into_any()
}

fn form() -> AnyView {
    let lang = use_lang();
    let state = FormState::of(GiveSecondFactor::url());
    view! {
        <PageHeading title=t(lang, "second-factor-title") />
        <ErrorSummary state=state.clone() />
        <p class="lead">{t(lang, "second-factor-intro")}</p>
        <form method="post" action=GiveSecondFactor::url() class="sign-in">
            <TextField name="passcode" state=state autocomplete="one-time-code" class="input-medium" />
            <div class="actions">
                <button type="submit" class="button">{t(lang, "second-factor-submit")}</button>
                <a href="/sign-in">{t(lang, "back-to-sign-in")}</a>
            </div>
        </form>
        <p class="muted">{t(lang, "second-factor-help")}</p>
    }
    .into_any()
}

fn begin_again() -> AnyView {
    leptos_axum::redirect("/sign-in");
    let lang = use_lang();
    view! {
        <PageHeading title=t(lang, "second-factor-title") />
        <p><a class="button" href="/sign-in">{t(lang, "back-to-sign-in")}</a></p>
    }
    .into_any()
}
