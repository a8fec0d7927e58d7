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

/// A link to where something was found: to the last line shown at or before it, as a row of a table is shown on the line
/// it starts on. Only the words where no line is shown.
pub(super) fn link(place: Place, source: &[SourceLine]) -> AnyView {
    let lang = use_lang();
    let line = Arg::from(place.line.to_string());
    let words = match place.row {
        Some(row) => {
            let row = Arg::from(row.to_string());
            t_args(lang, "import-place-row", &[("line", line), ("row", row)])
        }
        None => t_args(lang, "import-place-line", &[("line", line)]),
    };
    let shown = source.iter().map(|line| line.line).filter(|line| *line <= place.line).max();
    match shown {
        _ if place.line == 0 => ().into_any(),
        Some(line) => view! { <a class="place" href=format!("#{}", line_id(line))>{words}</a> }.into_any(),
        None => view! { <span class="place">{words}</span> }.into_any(),
    }
}

/// All lines, in the language of the source.
pub(super) fn lines(source_lang: Lang, source: &[SourceLine]) -> AnyView {
    let lang = use_lang();
    let lines = source.iter().enumerate().map(|(index, line)| {
        // Rows that share a line of the file share a number; the first of them is where links lead.
        let is_first = source.iter().take(index).all(|above| above.line != line.line);
        view! {
            <li id=is_first.then(|| line_id(line.line)) class="source-line">
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
