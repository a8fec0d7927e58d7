//! A text in the reader's language, or in the other one marked as such (rule 10).

use crate::{i18n::t, request::use_lang};
use domain::text::InLang;
use leptos::prelude::*;

/// Shows a text; when only the other language has it, with its `lang` and a note.
#[component]
pub fn Words(
    /// The text; nothing is shown for none.
    text: Option<InLang>,
) -> impl IntoView {
    let lang = use_lang();
    text.map(|text| {
        let note = text.is_fallback.then(|| view! { <span class="lang-note">" "{t(lang, "text-in-other-language")}</span> });
        let words_lang = text.is_fallback.then(|| text.lang.to_string());
        view! { <span lang=words_lang class="words">{text.text}</span>{note} }
    })
    .into_any()
}
