//! Signing in at the organisation's own provider: the button, and the page that says why it did not lead in.

use crate::{
    components::{errors::encode, page::PageHeading},
    error::AppError,
    i18n::t,
    request::{FormState, backend, use_lang},
};
use domain::sso::SsoTrouble;
use leptos::prelude::*;

/// Where the attempt begins. A link, since it leads to another site.
const START: &str = "/sign-in/sso";
/// Where it is said what went wrong.
const PROBLEM: &str = "/sign-in/sso/problem";

/// The button, above the other ways in; nothing where there is no provider.
#[component]
pub fn SsoButton(
    /// Where to go on to.
    next: String,
) -> impl IntoView {
    let lang = use_lang();
    let backend = backend();
    backend.sso.is_offered().then(|| {
        let words = backend.sso.words(lang).unwrap_or_else(|| t(lang, "sso-button"));
        let href = if next.is_empty() { START.to_owned() } else { format!("{START}?next={}", encode(&next)) };
        view! {
            <section class="sso" aria-labelledby="sso-title">
                <h2 id="sso-title">{t(lang, "sso-title")}</h2>
                <p>{t(lang, "sso-intro")}</p>
                <p><a class="button" href=href>{words}</a></p>
            </section>
            <h2 class="sso-other">{t(lang, "sso-other-title")}</h2>
        }
    })
}

/// What happened, and the ways on.
#[component]
pub fn SsoProblemPage() -> impl IntoView {
    let lang = use_lang();
    let state = FormState::of(PROBLEM);
    // Somebody who comes much later finds nothing kept: the attempt is over.
    let error = state.error().cloned().unwrap_or(AppError::SingleSignOn(SsoTrouble::Mismatch));
    let key = error.message_key();
    let help = match &error {
        AppError::Internal => t(lang, "sso-internal-help"),
        _ => t(lang, &format!("{key}-help")),
    };
    view! {
        <PageHeading title=t(lang, &key) />
        <div role="alert"><p class="lead">{help}</p></div>
        <div class="actions">
            <a class="button" href=START>{t(lang, "sso-again")}</a>
            <a href="/sign-in">{t(lang, "sso-other-ways")}</a>
        </div>
    }
}
