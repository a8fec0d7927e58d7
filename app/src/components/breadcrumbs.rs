//! The way back: links from the top of the program to the page above.

use crate::{
    i18n::{Arg, t, t_args},
    request::use_lang,
};
use domain::text::{InLang, Lang};
use leptos::prelude::*;

/// A link on the way back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crumb {
    href: String,
    words: String,
    /// The language of the words, where it is not the reader's.
    lang: Option<Lang>,
}

impl<H: Into<String>> From<(H, String)> for Crumb {
    fn from((href, words): (H, String)) -> Self {
        Self { href: href.into(), words, lang: None }
    }
}

/// The way to what is below a plan: the plans, and the plan itself.
#[must_use]
pub fn to_plan(id: i64, title: Option<&InLang>) -> Vec<Crumb> {
    let lang = use_lang();
    let (words, other) = match title {
        Some(title) => (title.text.clone(), title.is_fallback.then_some(title.lang)),
        None => (t(lang, "plan-untitled"), None),
    };
    vec![("/plans", t(lang, "nav-plans")).into(), Crumb { href: format!("/plans/{id}"), words, lang: other }]
}

/// The way to what is below a measure of a plan: as far as the plan, and the measure of this id and label.
#[must_use]
pub fn to_measure(plan: i64, title: Option<&InLang>, id: i64, label: &str) -> Vec<Crumb> {
    let label = t_args(use_lang(), "measure-label", &[("label", Arg::from(label.to_owned()))]);
    to_plan(plan, title).into_iter().chain([(format!("/measures/{id}"), label).into()]).collect()
}

/// Links to the pages above this one.
#[component]
pub fn Breadcrumbs(
    /// From the top down.
    links: Vec<Crumb>,
) -> impl IntoView {
    let items = links.into_iter().map(|Crumb { href, words, lang }| {
        view! { <li><a href=href lang=lang.map(|lang| lang.to_string())>{words}</a></li> }
    });
    view! {
        <nav class="breadcrumbs" aria-label=t(use_lang(), "breadcrumb-label")>
            <ol>{items.collect_view()}</ol>
        </nav>
    }
    .into_any()
}
