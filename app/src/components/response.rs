//! A response of management.

use super::{badge::ResponseBadge, text::Words};
use crate::{api::common::ResponseView, i18n::t, request::use_lang};
use leptos::prelude::*;

/// Its kind, its words and, where one is due, its reason.
#[component]
pub fn Response(
    /// The response.
    response: ResponseView,
) -> impl IntoView {
    let lang = use_lang();
    let text = response.text.map(|text| view! { <p><Words text=Some(text) /></p> });
    let reason = response.reason.map(|reason| {
        view! { <p><strong>{t(lang, "response-reason")}</strong>" "<Words text=Some(reason) /></p> }
    });
    view! {
        <div class="response">
            <p class="response-kind"><ResponseBadge kind=response.kind /></p>
            {text}
            {reason}
        </div>
    }
    .into_any()
}
