//! What a careful person should look at, worded, with where it stands in the source.

use super::source::link;
use crate::{
    i18n::{name_of, t},
    request::use_lang,
};
use domain::draft::{DraftWarning, SourceLine};
use leptos::prelude::*;

/// Some warnings about this source; nothing when there are none.
pub(super) fn list(warnings: Vec<DraftWarning>, source: &[SourceLine]) -> AnyView {
    let lang = use_lang();
    let items = warnings.into_iter().map(|warning| {
        let detail = warning.detail.map(|detail| view! { " "<q>{detail}</q> });
        view! {
            <li>{name_of(lang, "import-warning", warning.code)}{detail}" "{link(warning.place, source)}</li>
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
