//! What a careful person should look at, worded, with where it stands in the source.

use super::source;
use crate::{
    i18n::{name_of, t},
    request::use_lang,
};
use domain::draft::DraftWarning;
use leptos::prelude::*;

/// Some warnings; nothing when there are none.
pub(super) fn list(warnings: Vec<DraftWarning>) -> AnyView {
    let lang = use_lang();
    let items = warnings.into_iter().map(|warning| {
        let detail = warning.detail.map(|detail| view! { " "<q>{detail}</q> });
        view! {
            <li>{name_of(lang, "import-warning", warning.code)}{detail}" "{source::link(warning.place)}</li>
        }
    });
    let items: Vec<_> = items.collect();
    (!items.is_empty())
        .then(|| {
            view! {
                <div class="warnings">
                    <p class="warnings-title">{t(lang, "import-look-at")}</p>
                    <ul>{items}</ul>
                </div>
            }
        })
        .into_any()
}
