//! The link to the same page in the other language.

use crate::{i18n::t, request::request};
use leptos::prelude::*;

/// The address of the page that is shown, in the given language.
fn same_page_in(path: &str, query: &str, lang: &str) -> String {
    let kept = query.split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("lang="));
    let pairs: Vec<String> = kept.map(str::to_owned).chain([format!("lang={lang}")]).collect();
    format!("{path}?{}", pairs.join("&"))
}

/// Switches the language and keeps the page.
#[component]
pub fn LanguageSwitch() -> impl IntoView {
    let info = request();
    let other = info.lang.other();
    view! {
        <a class="language" href=same_page_in(&info.path, &info.query, &other.to_string()) lang=other.to_string() hreflang=other.to_string()>
            {t(info.lang, "other-language")}
        </a>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::same_page_in;

    #[test]
    fn the_switch_keeps_the_page_and_its_filters() {
        assert_eq!(same_page_in("/plans/1", "status=planning&lang=fr&page=2", "en"), "/plans/1?status=planning&page=2&lang=en");
        assert_eq!(same_page_in("/", "", "fr"), "/?lang=fr");
    }
}
