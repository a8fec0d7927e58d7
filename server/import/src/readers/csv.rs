//! Comma-, semicolon- and tab-separated values.

use crate::{columns, document::*};
use domain::draft::{ImportError, ImportErrorCode};

/// The table read with the separator under which it looks most like a plan, and how much it does.
pub fn read(text: &str) -> Result<(Document, usize), ImportError> {
    let mut best: Option<(Document, usize)> = None;
    let mut failure = None;
    for separator in [b',', b';', b'\t'] {
        match table(text, separator) {
            Ok(grid) => {
                let score = columns::layout(&grid).map_or(0, |layout| layout.score());
                if best.as_ref().is_none_or(|(_, other)| score > *other) {
                    best = Some((Document { blocks: vec![Block::Table(grid)], title: None }, score));
                }
            }
            Err(error) => failure = failure.or(Some(error)),
        }
    }
    match (best, failure) {
        (Some((_, 0)), Some(error)) | (None, Some(error)) => Err(error),
        (Some(best), _) => Ok(best),
        (None, None) => Err(ImportError::new(ImportErrorCode::NoPlanFound)),
    }
}

fn table(text: &str, separator: u8) -> Result<Grid, ImportError> {
    let mut reader =
        csv::ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut last = None;
    for record in reader.records() {
        let record = record.map_err(|_| ImportError::new(ImportErrorCode::NotText))?;
        let (start, line) = record.position().map_or((0, 1), |p| (p.byte() as usize, p.line() as usize));
        let rest = text.get(start..).unwrap_or_default();
        let line = line + leading_blank_lines(rest);
        rows.push((line, record.iter().map(|value| cell(value, line)).collect()));
        if rows.len() > MAX_ROWS {
            return Err(ImportError::new(ImportErrorCode::TooManyCells).at(line));
        }
        last = Some((rest, record, line));
    }
    if let Some((rest, record, line)) = last {
        refuse_open_quote(rest, &record, line)?;
    }
    Grid::new(rows)
}

/// The reader's position of a record may lie before blank lines that it skips.
fn leading_blank_lines(rest: &str) -> usize {
    rest.chars().take_while(|c| matches!(c, '\n' | '\r')).filter(|c| *c == '\n').count()
}

/// A quotation mark that is never closed swallows the rest of the file: its record is the last one and its marks are odd.
fn refuse_open_quote(rest: &str, record: &csv::StringRecord, line: usize) -> Result<(), ImportError> {
    let Some(value) = record.iter().next_back().filter(|v| v.len() > 1 && rest.trim_end().ends_with(v.trim_end())) else {
        return Ok(());
    };
    let opening: String = std::iter::once('"').chain(value.chars().take(12)).collect();
    if rest.contains(&opening) && rest.matches('"').count() % 2 == 1 {
        return Err(ImportError::new(ImportErrorCode::UnclosedQuote).at(line));
    }
    Ok(())
}

fn cell(value: &str, line: usize) -> Cell {
    let lines = value.lines().enumerate().map(|(index, part)| Line::new(part, line + index)).collect();
    Cell::of_lines(lines, line)
}
