//! The frame of every table: a caption, column headings, and a box that scrolls on its own where the page is narrow.

use crate::i18n::t;
use domain::text::Lang;
use leptos::prelude::*;

/// A table with its caption; the headings are catalogue keys. The box can be reached with the keyboard, as it scrolls.
pub(in super::super) fn table(
    lang: Lang,
    class: &'static str,
    caption: String,
    headings: &[&'static str],
    rows: Vec<AnyView>,
) -> impl IntoView + use<> {
    let headings: Vec<_> = headings.iter().map(|key| view! { <th scope="col">{t(lang, key)}</th> }).collect();
    let name = caption.clone();
    view! {
        <div class="report-scroll" role="region" tabindex="0" aria-label=name>
            <table class=format!("report-table {class}")>
                <caption>{caption}</caption>
                <thead><tr>{headings}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// A cell with a number.
pub(in super::super) fn number(value: u32) -> impl IntoView {
    let class = if value == 0 { "report-number report-zero" } else { "report-number" };
    view! { <td class=class>{value.to_string()}</td> }
}
