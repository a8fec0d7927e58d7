//! Tables whose cells were told apart by counting bars: one bar too many or too few shifts everything after it, which
//! shows where a date stands outside the date column.

use crate::columns::Layout;
use crate::document::Grid;
use crate::roles::Roles;
use domain::dates::phrase::{Context, read};
use domain::draft::{ImportError, ImportErrorCode};

pub fn check(grid: &Grid, layout: &Layout) -> Result<(), ImportError> {
    let refuse = |line: usize| Err(ImportError::new(ImportErrorCode::RowCells).at(line));
    for row in layout.body..grid.rows.len() {
        let dateless = layout.of(Roles::DUE).next().is_some_and(|column| !holds_date(grid, row, column));
        if dateless && (has_stray_date(grid, layout, row) || has_stray_date(grid, layout, row + 1)) {
            return refuse(grid.rows[row].line);
        }
    }
    grid.broken.map_or(Ok(()), refuse)
}

fn holds_date(grid: &Grid, row: usize, column: usize) -> bool {
    grid.cell(row, column).is_some_and(|(cell, _)| {
        let reading = read(&cell.flat(), Context::default());
        reading.is_date_like() || (reading.dates > 0 && reading.unknown_words <= 6)
    })
}

/// A cell that is a date and nothing else, in a column for something else.
fn has_stray_date(grid: &Grid, layout: &Layout, row: usize) -> bool {
    let dates = Roles::DUE.with(Roles::START).with(Roles::ACTUAL).with(Roles::STATUS);
    grid.fresh(row).any(|(column, cell)| {
        let reading = read(&cell.flat(), Context::default());
        let is_date = reading.dates > 0 && reading.unknown_words == 0;
        is_date && !layout.roles(column).has(dates) && column < layout.columns.len()
    })
}
