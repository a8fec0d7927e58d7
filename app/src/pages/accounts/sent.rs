//! What is said after a link was asked for: the same whether or not the address is known.

use crate::{components::page::PageHeading, i18n::t, request::use_lang};
use leptos::prelude::*;

/// Tells the person to look at the mail.
#[component]
pub fn SentPage() -> impl IntoView {
    let lang = use_lang();
    view! {
        <PageHeading title=t(lang, "sign-in-sent-title") />
        <p class="lead">{t(lang, "sign-in-sent-intro")}</p>
        <p>{t(lang, "sign-in-sent-help")}</p>
        <p><a href="/sign-in">{t(lang, "sign-in-again")}</a></p>
    }
}
