//! The way back: links from the top of the program to the page above.

use crate::{i18n::t, request::use_lang};
use leptos::prelude::*;

/// Links to the pages above this one: (address, words).
#[component]
pub fn Breadcrumbs(
    /// From the top down.
    links: Vec<(String, String)>,
) -> impl IntoView {
    let items = links.into_iter().map(|(href, words)| view! { <li><a href=href>{words}</a></li> });
    view! {
        <nav class="breadcrumbs" aria-label=t(use_lang(), "breadcrumb-label")>
            <ol>{items.collect_view()}</ol>
        </nav>
    }
    .into_any()
}
