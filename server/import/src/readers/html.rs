//! Web pages and pasted pieces of them.

use super::html_lines::{self, Piece};
use super::html_source::{LINE, with_lines};
use crate::document::*;
use domain::draft::ImportError;
use scraper::{ElementRef, Html, Selector};

pub fn read(source: &str) -> Result<Document, ImportError> {
    let html = Html::parse_document(&with_lines(source)?);
    let mut pieces = Vec::new();
    html_lines::walk(html.root_element(), &mut pieces);
    let mut document = Document { title: title(&html), ..Document::default() };
    for piece in pieces {
        match piece {
            Piece::Line(kind, line) => document.blocks.push(Block::Text(kind, line)),
            Piece::Table(element) => document.blocks.push(Block::Table(grid(element)?)),
        }
    }
    Ok(document)
}

pub fn line_of(element: ElementRef<'_>) -> Option<usize> {
    element.attr(LINE)?.parse().ok()
}

fn title(html: &Html) -> Option<String> {
    let selector = Selector::parse("head > title").ok()?;
    let text: String = html.select(&selector).next()?.text().collect();
    Some(crate::plain::plain(&text)).filter(|t| !t.is_empty())
}

/// The grid of a table element.
fn grid(table: ElementRef<'_>) -> Result<Grid, ImportError> {
    let own_rows = table.descendent_elements().filter(|e| e.value().name() == "tr" && table_of(*e) == Some(table));
    let mut rows = Vec::new();
    for row in own_rows {
        let line = line_of(row).unwrap_or(1);
        let cells = row.child_elements().filter(|e| matches!(e.value().name(), "td" | "th")).map(|e| cell(e, line)).collect();
        rows.push((line, cells));
    }
    let mut grid = Grid::new(rows)?;
    grid.caption = table
        .child_elements()
        .find(|e| e.value().name() == "caption")
        .map(|caption| html_lines::lines(caption).iter().map(|l| l.text.clone()).collect::<Vec<_>>().join(" "));
    Ok(grid)
}

fn table_of(element: ElementRef<'_>) -> Option<ElementRef<'_>> {
    element.ancestors().filter_map(ElementRef::wrap).find(|e| e.value().name() == "table")
}

fn cell(element: ElementRef<'_>, row_line: usize) -> Cell {
    let span = |name: &str, default: usize| element.attr(name).and_then(|v| v.trim().parse().ok()).unwrap_or(default);
    let line = line_of(element).unwrap_or(row_line);
    let mut cell = Cell::of_lines(html_lines::lines(element), line);
    cell.header = element.value().name() == "th";
    cell.colspan = span("colspan", 1).max(1);
    cell.rowspan = span("rowspan", 1);
    cell
}
