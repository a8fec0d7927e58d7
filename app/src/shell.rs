//! The document around every page: head, header, navigation, footer. No page content.

use crate::{
    components::{errors::Refused, help::Help, language_switch::LanguageSwitch, nav::Nav},
    error::AppError,
    i18n::{Arg, dates, t, t_args},
    pages::Pages,
    request::request,
};
use leptos::prelude::*;
use leptos_meta::{MetaTags, provide_meta_context};

/// Whether a page has an island; all others are sent without any script.
fn has_islands(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    matches!(parts[..], ["import"] | ["report"] | ["measures", _, "report"])
}

/// The whole document.
#[must_use]
pub fn shell() -> impl IntoView {
    document(|| view! { <Pages /> }.into_any())
}

/// A whole document that says why something was not done, for requests that have no page; with what was typed where it
/// would be lost otherwise.
#[must_use]
pub fn refusal(error: AppError, typed: Vec<(String, String)>) -> impl IntoView {
    document(move || view! { <Refused error=error typed=typed /> }.into_any())
}

fn document(content: impl FnOnce() -> AnyView) -> impl IntoView {
    provide_meta_context();
    let info = request();
    let has_islands = has_islands(&info.path);
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
                {around(content)}
            </body>
        </html>
    }
}

/// Header, page, footer.
fn around(content: impl FnOnce() -> AnyView) -> AnyView {
    let info = request();
    let lang = info.lang;
    view! {
        <a class="skip" href="#main">{t(lang, "skip-to-content")}</a>
        <header class="masthead">
            <div class="masthead-inner">
                <a class="brand" href="/">
                    <span class="brand-name">{t(lang, "app-name")}</span>
                    <span class="brand-tagline">{t(lang, "app-tagline")}</span>
                    {instance_name()}
                </a>
                <LanguageSwitch />
            </div>
            <Nav />
        </header>
        {info.is_demo.then(|| view! { <aside class="demo-notice" aria-label=t(lang, "demo-label")>{t(lang, "demo-notice")}</aside> })}
        <main id="main" tabindex="-1">
            {content()}
        </main>
        <footer class="footer">
            <p>{t(lang, "footer-about")}</p>
            <p>{t_args(lang, "footer-today", &[("date", Arg::from(dates::day(lang, info.today)))])}</p>
            <Help />
        </footer>
    }
    .into_any()
}

/// Whose instance it is, in the reader's language where it has a name in it.
fn instance_name() -> AnyView {
    let info = request();
    let name = info.instance.name.for_reader(info.lang);
    name.map(|name| {
        let words_lang = name.is_fallback.then(|| name.lang.to_string());
        view! { <span class="brand-instance" lang=words_lang>{name.text}</span> }
    })
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::has_islands;

    #[test]
    fn only_the_forms_that_need_it_are_sent_with_a_script() {
        assert!(
            has_islands("/import")
                && has_islands("/report")
                && has_islands("/measures/7/report")
                && has_islands("/measures/7/report/")
        );
        for path in ["/", "/import/3", "/measures/7", "/plans/1", "/plans/1/meeting-report", "/overdue"] {
            assert!(!has_islands(path), "{path}");
        }
    }
}
