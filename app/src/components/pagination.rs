//! Links to the pages of a long list, keeping its filters.

use crate::{
    api::common::PageInfo,
    i18n::{Arg, t, t_args},
    request::request,
};
use leptos::prelude::*;

/// The links; nothing when one page holds the whole list.
#[component]
pub fn Pagination(
    /// Which page of how many.
    page: PageInfo,
    /// The name of the page in the query, where it is not `page`.
    #[prop(default = "page")]
    name: &'static str,
) -> impl IntoView {
    let info = request();
    let lang = info.lang;
    let pages = page.pages();
    let href = move |number: u32| {
        // What was just done is not done again on the next page.
        let kept = |pair: &&str| !pair.is_empty() && pair.split('=').next() != Some(name) && !pair.starts_with("done=");
        let kept: Vec<&str> = info.query.split('&').filter(kept).collect();
        let separator = if kept.is_empty() { "" } else { "&" };
        format!("{}?{}{separator}{name}={number}", info.path, kept.join("&"))
    };
    (pages > 1)
        .then(|| {
            let previous = (page.number > 1)
                .then(|| view! { <a rel="prev" href=href(page.number - 1)>{t(lang, "pagination-previous")}</a> });
            let next = (page.number < pages)
                .then(|| view! { <a rel="next" href=href(page.number + 1)>{t(lang, "pagination-next")}</a> });
            let numbers = [("page", Arg::from(page.number)), ("pages", Arg::from(pages))];
            view! {
                <nav class="pagination" aria-label=t(lang, "pagination-label")>
                    {previous}
                    <span>{t_args(lang, "pagination-state", &numbers)}</span>
                    {next}
                </nav>
            }
        })
        .into_any()
}
