//! A box to paste a plan into. What is copied from a word processor or a web page also comes as a table: this keeps it
//! in a hidden field, so that the rows and cells need not be guessed from the text.
//!
//! Inside stand a `textarea`, an input marked `data-paste-html`, and a status marked `data-paste-notice` whose
//! `data-words` say `%ROWS%` where the number goes.

use super::dom::{find, set_value, value};
use leptos::{
    ev::{ClipboardEvent, Event},
    prelude::*,
    web_sys::{Element, InputEvent, wasm_bindgen::JsCast},
};

/// Wraps the box.
#[island]
pub fn PasteBox(children: Children) -> impl IntoView {
    view! { <div on:paste=pasted on:input=typed>{children()}</div> }
}

/// The island an event came to.
fn root(event: &Event) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest("leptos-island").ok().flatten()
}

/// Keeps the table of what is pasted, when the box was empty before.
fn pasted(event: ClipboardEvent) {
    let kept = || {
        let root = root(&event)?;
        let box_is_empty = value(&find(&root, "textarea")?)?.trim().is_empty();
        let html = event.clipboard_data()?.get_data("text/html").ok()?;
        let rows = rows_of(&html);
        keep(&root, if box_is_empty && rows > 0 { &html } else { "" }, rows)
    };
    let _ = kept();
}

/// Whoever goes on writing means the text, not the table that was pasted.
fn typed(event: Event) {
    let by_pasting = event.dyn_ref::<InputEvent>().is_some_and(|input| input.input_type() == "insertFromPaste");
    if !by_pasting {
        let _ = root(&event).and_then(|root| keep(&root, "", 0));
    }
}

fn keep(root: &Element, html: &str, rows: usize) -> Option<()> {
    set_value(&find(root, "[data-paste-html]")?, html);
    let notice = find(root, "[data-paste-notice]")?;
    let words = notice.get_attribute("data-words").unwrap_or_default().replace("%ROWS%", &rows.to_string());
    notice.set_text_content(Some(if html.is_empty() { "" } else { &words }));
    Some(())
}

/// How many rows the tables of a piece of a web page have; 0 when there is no table.
fn rows_of(html: &str) -> usize {
    let html = html.to_ascii_lowercase();
    let row = |rest: &&str| rest.starts_with([' ', '>', '\n', '\r', '\t']);
    if html.contains("<table") { html.split("<tr").skip(1).filter(row).count() } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::rows_of;

    #[test]
    fn rows_are_counted_only_in_tables() {
        assert_eq!(rows_of("<TABLE border=1><TR class=a><td>1</td></TR>\n<tr><td>2</td></tr></TABLE>"), 2);
        assert_eq!(rows_of("<table><track><tr\n></tr></table>"), 1);
        assert_eq!(rows_of("<p>tr <trx></p>"), 0);
    }
}
