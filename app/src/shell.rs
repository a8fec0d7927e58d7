//! The document around every page: head, header, navigation, footer. No page content.

use crate::{
    components::{language_switch::LanguageSwitch, nav::Nav},
    i18n::{Arg, dates, t, t_args},
    pages::Pages,
    request::request,
};
use leptos::{nonce::use_nonce, prelude::*};
use leptos_meta::{MetaTags, provide_meta_context};

/// The pages that have an island; all others are sent without any script.
const PATHS_WITH_ISLANDS: &[&str] = &["/import", "/measures/"];

/// The whole document.
#[must_use]
pub fn shell() -> impl IntoView {
    provide_meta_context();
    let info = request();
    let has_islands = PATHS_WITH_ISLANDS.iter().any(|start| info.path.starts_with(start));
    let options = LeptosOptions::builder().output_name(info.assets.output_name.clone()).site_pkg_dir("pkg").build();
    view! {
        <!DOCTYPE html>
        <html lang=info.lang.to_string()>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <link rel="icon" href="/pkg/favicon.svg" type="image/svg+xml" />
                <link rel="stylesheet" href=format!("/pkg/{}", info.assets.css) />
                {has_islands.then(|| view! { <HydrationScripts options=options islands=true /> })}
                <MetaTags />
            </head>
            <body>
                <App />
            </body>
        </html>
    }
}

/// Header, page, footer.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    // The nonce is asked for so that the policy always carries one, also on pages without a script.
    let _ = use_nonce();
    let info = request();
    let lang = info.lang;
    view! {
        <a class="skip" href="#main">{t(lang, "skip-to-content")}</a>
        <header class="masthead">
            <div class="masthead-inner">
                <a class="brand" href="/">
                    <span class="brand-name">{t(lang, "app-name")}</span>
                    <span class="brand-tagline">{t(lang, "app-tagline")}</span>
                </a>
                <LanguageSwitch />
            </div>
            <Nav />
        </header>
        {info.is_demo.then(|| view! { <p class="demo-notice">{t(lang, "demo-notice")}</p> })}
        <main id="main" tabindex="-1">
            <Pages />
        </main>
        <footer class="footer">
            <p>{t(lang, "footer-about")}</p>
            <p>{t_args(lang, "footer-today", &[("date", Arg::from(dates::day(lang, info.today)))])}</p>
        </footer>
    }
}
