//! One reader for each kind of file; each makes a [`Document`](crate::document::Document) and knows nothing of plans.
//! A further kind needs a reader here and a line in [`read`].

mod csv;
mod html;
mod html_lines;
mod html_source;
mod pipes;
mod text;

use crate::{columns, document::*};
use domain::draft::{ImportError, ImportErrorCode};

/// Reads a text of any known kind.
pub fn read(text: &str, file_name: Option<&str>) -> Result<Document, ImportError> {
    let extension = file_name.and_then(|name| name.rsplit_once('.')).map(|(_, end)| end.to_lowercase());
    if looks_like_html(text) {
        return html::read(text);
    }
    if matches!(extension.as_deref(), Some("csv" | "tsv")) {
        return csv::read(text).map(|(document, _)| document);
    }
    let document = text::read(text)?;
    let has_table = document.blocks.iter().any(|b| matches!(b, Block::Table(_)));
    if has_table || extension.is_some_and(|e| e == "md") {
        return Ok(document);
    }
    // A table pasted from a spreadsheet has no name that says so.
    match csv::read(text) {
        Ok((table, score)) if score >= columns::ENOUGH => Ok(table),
        _ => Ok(document),
    }
}

/// Why no plan was found, where the text shows it.
pub fn told_why(error: ImportError, text: &str) -> ImportError {
    let may_be_a_table = error.code == ImportErrorCode::NoPlanFound && !looks_like_html(text);
    match pipes::without_dashes(text).filter(|_| may_be_a_table) {
        Some(line) => ImportError::new(ImportErrorCode::DashesMissing).at(line),
        None => error,
    }
}

fn looks_like_html(text: &str) -> bool {
    const TAGS: &[&str] = &[
        "<!doctype html",
        "<html",
        "<table",
        "<tr",
        "<td",
        "<p>",
        "<p ",
        "<h1",
        "<h2",
        "<h3",
        "<div",
        "<dl",
        "<ul",
        "<ol",
        "<li",
    ];
    let head: String = text.chars().take(200_000).collect::<String>().to_ascii_lowercase();
    TAGS.iter().any(|tag| head.contains(tag))
}
