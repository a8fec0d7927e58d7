//! The source as it was read, each line with its number, so that warnings can point at it.

use crate::{
    i18n::{Arg, t, t_args},
    request::use_lang,
};
use domain::{
    draft::{Place, SourceLine},
    text::Lang,
};
use leptos::prelude::*;

/// The address of a line on the page.
pub(super) fn line_id(line: usize) -> String {
    format!("line-{line}")
}

/// A link to where something was found.
pub(super) fn link(place: Place) -> AnyView {
    let lang = use_lang();
    let line = Arg::from(place.line.to_string());
    let words = match place.row {
        Some(row) => {
            let row = Arg::from(row.to_string());
            t_args(lang, "import-place-row", &[("line", line), ("row", row)])
        }
        None => t_args(lang, "import-place-line", &[("line", line)]),
    };
    (place.line > 0).then(|| view! { <a class="place" href=format!("#{}", line_id(place.line))>{words}</a> }).into_any()
}

/// All lines, in the language of the source.
pub(super) fn lines(source_lang: Lang, source: &[SourceLine]) -> AnyView {
    let lang = use_lang();
    let lines = source.iter().map(|line| {
        view! {
            <li id=line_id(line.line) class="source-line">
                <span class="source-number">{line.line}</span>
                <span class="source-text">{line.text.clone()}</span>
            </li>
        }
    });
    view! {
        <aside class="source" aria-labelledby="source">
            <h2 id="source">{t(lang, "import-source")}</h2>
            <p class="hint">{t(lang, "import-source-hint")}</p>
            <ol class="source-lines" lang=source_lang.to_string() tabindex="0" aria-labelledby="source" role="list">{lines.collect::<Vec<_>>()}</ol>
        </aside>
    }
    .into_any()
}
