//! Tables drawn with bars, as web pages look when they are saved as plain text:
//!
//! - each cell *ended* by a bar, its text running over several lines (`a | b |` and line breaks anywhere);
//! - each row on one line, with or without bars at its ends (Markdown).

use crate::document::*;
use domain::draft::{ImportError, ImportErrorCode};

/// A row is given up when no bar follows within so many lines.
const LONGEST_CELL: usize = 60;

/// A table whose line of dashes is at `at`: the table, the index of its first line, the index after its last.
pub fn table_at(lines: &[&str], at: usize) -> Result<Option<(Grid, usize, usize)>, ImportError> {
    let Some(columns) = lines.get(at).and_then(|line| dashes(line)) else { return Ok(None) };
    let Some((head, header)) = header_above(lines, at, columns) else { return Ok(None) };
    let first = lines.get(head).map(|l| l.trim()).unwrap_or_default();
    let last = lines.get(at - 1).map(|l| l.trim()).unwrap_or_default();
    let (mut rows, broken, end) = if !first.starts_with('|') && last.ends_with('|') {
        ended_cells(lines, at + 1, columns)
    } else {
        let (rows, end) = one_line_rows(lines, at + 1, columns)?;
        (rows, None, end)
    };
    rows.insert(0, (head + 1, header));
    let mut grid = Grid::new(rows)?;
    grid.counted = true;
    grid.broken = broken;
    Ok(Some((grid, head, end)))
}

/// The line where a table seems to start that has no line of dashes: two lines with as many bars, at least two each.
pub fn without_dashes(text: &str) -> Option<usize> {
    let lines: Vec<&str> = text.lines().collect();
    if lines.iter().any(|line| dashes(line).is_some()) {
        return None;
    }
    let bars = |line: &str| line.matches('|').count();
    let start = lines.windows(2).position(|pair| bars(pair[0]) >= 2 && bars(pair[0]) == bars(pair[1]))?;
    Some(start + 1)
}

/// The number of columns of a line such as `---|---|`.
fn dashes(line: &str) -> Option<usize> {
    let line = line.trim();
    if !line.contains('|') || line.chars().any(|c| !matches!(c, '-' | '|' | ':' | ' ' | '+' | '\t' | '—' | '–')) {
        return None;
    }
    let columns = line.trim_matches('|').split('|').filter(|c| c.contains(['-', '–', '—'])).count();
    (columns >= 2).then_some(columns)
}

/// The header: the lines above the dashes that make up its cells.
fn header_above(lines: &[&str], dashes_at: usize, columns: usize) -> Option<(usize, Vec<Cell>)> {
    for height in 1..=4 {
        let head = dashes_at.checked_sub(height)?;
        let text = lines.get(head..dashes_at)?.join("\n");
        let cells = split_row(&text, head + 1);
        if cells.len() == columns {
            return Some((head, cells));
        }
        if cells.len() > columns {
            return None;
        }
    }
    None
}

/// The cells of a row, bars at its ends left out. `\|` is no bar.
fn split_row(text: &str, line: usize) -> Vec<Cell> {
    let text = text.trim();
    let text = text.strip_prefix('|').unwrap_or(text);
    let text = if text.ends_with("\\|") { text } else { text.strip_suffix('|').unwrap_or(text) };
    let mut cells = vec![String::new()];
    let mut escaped = false;
    for c in text.chars() {
        match c {
            '|' if !escaped => cells.push(String::new()),
            _ => {
                if let Some(cell) = cells.last_mut() {
                    if escaped && c == '|' {
                        cell.pop();
                    }
                    cell.push(c);
                }
            }
        }
        escaped = c == '\\';
    }
    cells.into_iter().map(|cell| cell_of(&cell, line)).collect()
}

fn cell_of(text: &str, line: usize) -> Cell {
    let text = text.replace("<br>", "\n").replace("<br/>", "\n").replace("<br />", "\n");
    let lines = text.split('\n').enumerate().map(|(index, part)| Line::new(part, line + index)).collect();
    Cell::of_lines(lines, line)
}

/// Rows with the line each starts on.
type Rows = Vec<(usize, Vec<Cell>)>;

fn one_line_rows(lines: &[&str], from: usize, columns: usize) -> Result<(Rows, usize), ImportError> {
    let mut rows = Vec::new();
    let mut at = from;
    while let Some(line) = lines.get(at).filter(|l| l.contains('|')) {
        if lines.get(at + 1).is_some_and(|next| dashes(next).is_some()) {
            break;
        }
        let cells = split_row(line, at + 1);
        if cells.len() != columns {
            let detail = format!("{} / {columns}", cells.len());
            return Err(ImportError::new(ImportErrorCode::RowCells).at(at + 1).about(&detail));
        }
        rows.push((at + 1, cells));
        at += 1;
    }
    Ok((rows, at))
}

type EndedRows = (Rows, Option<usize>, usize);

/// Rows whose cells each end with a bar. A row is complete when it has all its cells; the table ends where no
/// further row starts.
fn ended_cells(lines: &[&str], from: usize, columns: usize) -> EndedRows {
    let mut rows = Vec::new();
    let mut at = from;
    loop {
        while lines.get(at).is_some_and(|l| l.trim().is_empty()) {
            at += 1;
        }
        if !row_follows(lines, at) {
            return (rows, None, at);
        }
        let start = at;
        let mut cells: Vec<Cell> = Vec::new();
        let mut open = (String::new(), at + 1);
        while cells.len() < columns {
            let Some(line) = lines.get(at).filter(|_| row_follows(lines, at)) else {
                // The row ends before its last cell.
                rows.push((start + 1, cells));
                return (rows, Some(start + 1), at);
            };
            for (index, part) in line.split('|').enumerate() {
                if index > 0 {
                    cells.push(cell_of(&std::mem::take(&mut open.0), open.1));
                    open.1 = at + 1;
                }
                if open.0.trim().is_empty() {
                    open = (part.to_owned(), at + 1);
                } else {
                    open.0.push('\n');
                    open.0.push_str(part);
                }
            }
            at += 1;
        }
        if !open.0.trim().is_empty() || cells.len() > columns {
            // More than a row on these lines.
            rows.push((start + 1, cells));
            return (rows, Some(start + 1), at);
        }
        rows.push((start + 1, cells));
    }
}

/// Whether the lines from here on still belong to a table: a bar follows soon, before an annex or another table.
fn row_follows(lines: &[&str], at: usize) -> bool {
    for index in at..(at + LONGEST_CELL).min(lines.len()) {
        let line = lines[index].trim();
        let folded = domain::text::fold(line);
        if ["annex", "appendi", "# "].iter().any(|start| folded.starts_with(start)) {
            return false;
        }
        if line.contains('|') {
            return !is_header_of_another(lines, index);
        }
    }
    false
}

/// Whether a line belongs to the header above a line of dashes.
fn is_header_of_another(lines: &[&str], at: usize) -> bool {
    (at + 1..at + 5).any(|below| {
        let columns = lines.get(below).and_then(|line| dashes(line));
        columns.and_then(|columns| header_above(lines, below, columns)).is_some_and(|(head, _)| head <= at)
    })
}
