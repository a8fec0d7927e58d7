//! What the readers of files make of them: blocks of text and grids of cells, with the lines they came from.
//! Nothing here knows what a plan is.

use crate::plain::plain;
use domain::draft::{ImportError, ImportErrorCode, SourceLine};

/// More rows or cells than any published plan has.
pub const MAX_ROWS: usize = 5_000;
const MAX_CELLS: usize = 60_000;
const MAX_COLUMNS: usize = 60;

/// A line as a reader sees it: a paragraph, a list item, the part before or after a line break.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Line {
    /// Plain text, without the mark of a list item.
    pub text: String,
    /// The same with the exact characters of the source.
    pub raw: String,
    /// A list item.
    pub item: bool,
    /// The number or letter of a numbered list item.
    pub marker: Option<String>,
    /// The words in bold (or marked as a label) that it starts with.
    pub bold: String,
    /// The line of the source.
    pub line: usize,
}

impl Line {
    /// A line of plain text; a leading bullet makes it a list item.
    pub fn new(raw: &str, line: usize) -> Self {
        let text = plain(raw);
        let bullet = text.strip_prefix(['•', '·', '▪', '◦', '‣', '●', '○', '■', '\u{f0b7}']).or_else(|| {
            let rest = text.strip_prefix(['-', '–', '—', '*'])?;
            rest.starts_with(|c: char| c == ' ' || c.is_alphabetic()).then_some(rest)
        });
        match bullet {
            Some(rest) => {
                let mut exact = raw.trim().chars();
                exact.next();
                Self { text: rest.trim().to_owned(), raw: exact.as_str().trim().to_owned(), item: true, line, ..Self::default() }
            }
            None => Self { text, raw: raw.trim().to_owned(), line, ..Self::default() },
        }
    }

    /// The text with its list mark.
    pub fn shown(&self) -> String {
        match (&self.marker, self.item) {
            (Some(marker), _) => format!("{marker}. {}", self.text),
            (None, true) => format!("- {}", self.text),
            (None, false) => self.text.clone(),
        }
    }
}

/// A cell of a grid.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cell {
    pub lines: Vec<Line>,
    pub line: usize,
    /// Marked as a header in the source.
    pub header: bool,
    pub colspan: usize,
    pub rowspan: usize,
}

impl Cell {
    /// A cell of one column and row from its lines.
    pub fn of_lines(lines: Vec<Line>, line: usize) -> Self {
        let lines = lines.into_iter().filter(|l| !l.text.is_empty()).collect();
        Self { lines, line, header: false, colspan: 1, rowspan: 1 }
    }

    pub fn is_blank(&self) -> bool {
        self.lines.iter().all(|l| l.text.is_empty())
    }

    /// The lines, each on its own, with their list marks.
    pub fn text(&self) -> String {
        self.lines.iter().map(Line::shown).collect::<Vec<_>>().join("\n")
    }

    /// The lines joined with a space, without list marks.
    pub fn flat(&self) -> String {
        self.lines.iter().map(|l| l.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// The lines with their exact characters and the numbers of a list.
    pub fn raw_marked(&self) -> String {
        let lines = self.lines.iter().map(|l| l.marker.as_ref().map_or_else(|| l.raw.clone(), |m| format!("{m}. {}", l.raw)));
        lines.collect::<Vec<_>>().join("\n")
    }

    /// The lines with their exact characters.
    pub fn raw(&self) -> String {
        self.lines.iter().map(|l| l.raw.as_str()).collect::<Vec<_>>().join("\n")
    }
}

/// A place in a grid: the cell that covers it, and whether the cell starts there.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Slot {
    pub cell: usize,
    pub first_row: bool,
    pub first_column: bool,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Row {
    pub slots: Vec<Option<Slot>>,
    pub line: usize,
}

/// A table with its spans resolved.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Grid {
    pub rows: Vec<Row>,
    pub cells: Vec<Cell>,
    pub caption: Option<String>,
    /// Rows were cut by counting marks, so a missing cell shifts all that follow.
    pub counted: bool,
    /// The line of a row that ends too early.
    pub broken: Option<usize>,
}

impl Grid {
    /// Lays the cells of rows out; spans are clipped to the table.
    pub fn new(rows: Vec<(usize, Vec<Cell>)>) -> Result<Self, ImportError> {
        let too_many = |line| ImportError::new(ImportErrorCode::TooManyCells).at(line);
        let mut grid = Self::default();
        let count = rows.len();
        let mut slots: Vec<Vec<Option<Slot>>> = vec![Vec::new(); count];
        let mut filled = 0;
        for (index, (line, cells)) in rows.into_iter().enumerate() {
            if index >= MAX_ROWS {
                return Err(too_many(line));
            }
            grid.rows.push(Row { slots: Vec::new(), line });
            let mut column = 0;
            for cell in cells {
                while slots[index].get(column).is_some_and(Option::is_some) {
                    column += 1;
                }
                let width = cell.colspan.clamp(1, MAX_COLUMNS);
                // A row span of 0 reaches to the end of the table.
                let height = if cell.rowspan == 0 { count - index } else { cell.rowspan.min(count - index) };
                filled += width * height;
                if filled > MAX_CELLS || column + width > MAX_COLUMNS * 4 {
                    return Err(too_many(line));
                }
                for (down, row) in slots.iter_mut().enumerate().skip(index).take(height) {
                    row.resize(row.len().max(column + width), None);
                    for (across, slot) in row.iter_mut().enumerate().skip(column).take(width) {
                        slot.get_or_insert(Slot {
                            cell: grid.cells.len(),
                            first_row: down == index,
                            first_column: across == column,
                        });
                    }
                }
                grid.cells.push(cell);
                column += width;
            }
        }
        for (row, slots) in grid.rows.iter_mut().zip(slots) {
            row.slots = slots;
        }
        Ok(grid)
    }

    /// The cell at a place, spans included.
    pub fn cell(&self, row: usize, column: usize) -> Option<(&Cell, Slot)> {
        let slot = (*self.rows.get(row)?.slots.get(column)?)?;
        Some((self.cells.get(slot.cell)?, slot))
    }

    /// The cells that start in a row, with their columns.
    pub fn fresh(&self, row: usize) -> impl Iterator<Item = (usize, &Cell)> {
        let slots = self.rows.get(row).map(|r| r.slots.as_slice()).unwrap_or_default();
        slots.iter().enumerate().filter_map(|(column, slot)| {
            let slot = slot.filter(|s| s.first_row && s.first_column)?;
            Some((column, self.cells.get(slot.cell)?))
        })
    }

    /// The number of columns of the widest row.
    pub fn width(&self) -> usize {
        self.rows.iter().map(|r| r.slots.len()).max().unwrap_or(0)
    }
}

/// What a block of text is to the eye.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Heading(u8),
    Text,
    /// The name before a definition.
    Term,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    Text(Kind, Line),
    Table(Grid),
}

/// A whole source.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document {
    pub blocks: Vec<Block>,
    /// The title the file itself carries, such as that of a web page.
    pub title: Option<String>,
}

impl Document {
    /// The lines a person reading the source would see.
    pub fn source(&self) -> Vec<SourceLine> {
        let mut lines = Vec::new();
        for block in &self.blocks {
            match block {
                Block::Text(_, line) => lines.push(SourceLine { line: line.line, text: line.shown() }),
                Block::Table(grid) => lines.extend((0..grid.rows.len()).flat_map(|row| {
                    let cells: Vec<String> = grid.fresh(row).map(|(_, cell)| cell.flat()).collect();
                    (!cells.is_empty()).then(|| SourceLine { line: grid.rows[row].line, text: cells.join(" | ") })
                })),
            }
        }
        lines
    }
}
