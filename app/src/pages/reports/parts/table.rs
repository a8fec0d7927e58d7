//! The frame of every table: a caption, column headings, and a box that scrolls on its own where the page is narrow.

use crate::i18n::{money, t};
use domain::text::Lang;
use leptos::prelude::*;

/// A table with its caption; the headings are catalogue keys. The box can be reached with the keyboard, as it scrolls.
pub(in crate::pages) fn table(
    lang: Lang,
    class: &'static str,
    caption: String,
    headings: &[&'static str],
    rows: Vec<AnyView>,
) -> impl IntoView + use<> {
    let headings: Vec<_> = headings.iter().map(|key| view! { <th scope="col" role="columnheader">{t(lang, key)}</th> }).collect();
    let name = caption.clone();
    view! {
        <div class="report-scroll" role="region" tabindex="0" aria-label=name>
            <table class=format!("report-table {class}") role="table">
                <caption>{caption}</caption>
                <thead role="rowgroup"><tr role="row">{headings}</tr></thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </div>
    }
}

/// How a table of measures is laid out: as cards on a telephone.
pub(in super::super) const MEASURES: &str = "report-measures stacked";

/// A row of such a table. The roles are said again because a table laid out as cards loses them in some browsers.
pub(in crate::pages) fn row(cells: impl IntoView) -> AnyView {
    view! { <tr role="row">{cells}</tr> }.into_any()
}

/// A cell of such a row; `heading` is the catalogue key of its column.
pub(in crate::pages) fn cell(lang: Lang, heading: &'static str, content: impl IntoView) -> AnyView {
    view! { <td role="cell" data-label=t(lang, heading)>{content}</td> }.into_any()
}

/// A cell with a number.
pub(in crate::pages) fn number(lang: Lang, value: u32) -> impl IntoView {
    view! { <td class=number_class(value)>{money::grouped(lang, value.into())}</td> }
}

/// The same in a table that is laid out as cards; `heading` is the catalogue key of its column.
pub(in super::super) fn number_cell(lang: Lang, heading: &'static str, value: u32) -> AnyView {
    let words = money::grouped(lang, value.into());
    view! { <td role="cell" class=number_class(value) data-label=t(lang, heading)>{words}</td> }.into_any()
}

fn number_class(value: u32) -> &'static str {
    if value == 0 { "report-number report-zero" } else { "report-number" }
}
