//! Rows and cells of a table that span its columns: a recommendation, a response, the title of a part.

use crate::document::Cell;
use crate::forms;
use crate::recommendation;
use crate::response;
use crate::roles::{self, Roles};
use crate::rows::Table;
use domain::draft::WarningCode;

/// Whether the only filled cell of a row stands for the whole row.
pub fn covers_all(table: &Table<'_>, row: usize) -> bool {
    let width = table.grid.rows.get(row).map_or(0, |r| r.slots.len());
    let wide = table.grid.fresh(row).any(|(_, cell)| !cell.is_blank() && cell.colspan > 1 && cell.colspan + 1 >= width.max(2));
    let spanned = table.grid.rows.get(row).is_some_and(|r| r.slots.iter().flatten().any(|slot| !slot.first_row));
    wide && !spanned
}

/// A cell that covers columns of different roles.
pub fn wide_cell<'a>(table: &Table<'a>, row: usize) -> Option<(usize, &'a Cell)> {
    let grid = table.grid;
    grid.fresh(row).find(|(column, cell)| {
        let covered = (*column..*column + cell.colspan).map(|c| table.layout.roles(c));
        let kinds: Vec<Roles> = covered.filter(|r| !r.is_empty()).collect();
        !cell.is_blank() && cell.colspan > 1 && kinds.iter().any(|r| Some(r) != kinds.first())
    })
}

/// Reads every filled cell of a row as text with labels.
pub fn read_row(table: &mut Table<'_>, row: usize) {
    let grid = table.grid;
    for (column, cell) in grid.fresh(row).filter(|(_, cell)| !cell.is_blank()) {
        read(table, row, column, cell);
    }
}

pub fn read(table: &mut Table<'_>, row: usize, column: usize, cell: &Cell) {
    let text = cell.text();
    if column == 0
        && let Some((number, rest)) = opening(&text)
    {
        let (rest, answer) = answer_after(&rest);
        let place = table.place(row, Some(column));
        table.builder.open_recommendation(number, &rest, place);
        if let Some(answer) = answer {
            table.response(row, column, &answer);
        }
        return;
    }
    let body = forms::without_label(&text, Roles::RESPONSE.with(Roles::ACTION));
    let labelled = body.len() != text.len();
    if labelled || response::statement(&text).is_some() {
        table.response(row, column, body);
    } else if column > 0 && table.builder.recommendation.is_some() {
        // Words beside a recommendation, over all the other columns, are what management says to it.
        table.response(row, column, &text);
    } else if row >= table.layout.body && !roles::is_plan_heading(&text) {
        let place = table.place(row, Some(column));
        table.builder.warn(WarningCode::RowIgnored, place, Some(&text));
    }
}

/// The number and text of a row that opens a recommendation.
fn opening(text: &str) -> Option<(Option<String>, String)> {
    let (number, rest) = recommendation::number_and_text(text);
    let changed = rest.len() != text.trim().len();
    (changed && !rest.is_empty()).then_some((number, rest))
}

/// A response in the same cell, below the recommendation.
fn answer_after(text: &str) -> (String, Option<String>) {
    let pieces = forms::cut(text);
    let answer = pieces.iter().find(|p| p.roles.has(Roles::RESPONSE)).map(|p| p.text.clone());
    match (answer, pieces.first()) {
        (Some(answer), Some(first)) if first.roles.is_empty() => (first.text.clone(), Some(answer)),
        _ => (text.to_owned(), None),
    }
}
