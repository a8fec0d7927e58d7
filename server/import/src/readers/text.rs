//! Plain text: paragraphs, list items, and tables drawn with bars.

use super::pipes;
use crate::document::*;
use domain::draft::ImportError;

pub fn read(text: &str) -> Result<Document, ImportError> {
    let lines: Vec<&str> = text.lines().collect();
    let mut document = Document::default();
    let mut at = 0;
    while at < lines.len() {
        // The header of a table may itself be wrapped, so the line of dashes below it is what is looked for.
        if let Some((table, head, end)) = pipes::table_at(&lines, at)? {
            drop_header_lines(&mut document, head);
            document.blocks.push(Block::Table(table));
            at = end;
            continue;
        }
        push_line(&mut document, lines[at], at + 1);
        at += 1;
    }
    Ok(document)
}

fn push_line(document: &mut Document, raw: &str, number: usize) {
    let marked = raw.trim_start().strip_prefix('#').map(|rest| rest.trim_start_matches('#'));
    let heading = marked.filter(|rest| rest.starts_with(' '));
    let line = Line::new(heading.unwrap_or(raw), number);
    if line.text.is_empty() {
        return;
    }
    let kind = if heading.is_some() || (!line.item && is_heading(&line.text)) { Kind::Heading(2) } else { Kind::Text };
    document.blocks.push(Block::Text(kind, line));
}

/// A short line that is no sentence.
fn is_heading(text: &str) -> bool {
    text.chars().count() <= 120
        && text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && !text.ends_with(['.', ';', ',', '?', '!', '|'])
        && !text.contains(" | ")
}

fn drop_header_lines(document: &mut Document, head: usize) {
    let is_header = |block: &Block| matches!(block, Block::Text(_, line) if line.line > head);
    while document.blocks.last().is_some_and(is_header) {
        document.blocks.pop();
    }
}
