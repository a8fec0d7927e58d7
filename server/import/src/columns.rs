//! Which row of a grid is the header, and what its columns are about.

use crate::document::{Cell, Grid};
use crate::plain::plain;
use crate::response;
use crate::roles::{self, Roles};
use domain::dates::phrase::{Context, read};

/// A table that scores less is no plan.
pub const ENOUGH: usize = 5;

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Column {
    pub roles: Roles,
    pub header: String,
    pub guessed: bool,
}

/// How a grid is to be read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Layout {
    pub columns: Vec<Column>,
    /// The first header row and the first row below the header.
    pub head: usize,
    pub body: usize,
    /// There is no header; the columns were told apart by their content.
    pub inferred: bool,
}

impl Layout {
    pub fn has(&self, role: Roles) -> bool {
        self.columns.iter().any(|c| c.roles.has(role))
    }

    /// The columns of a role, in order.
    pub fn of(&self, role: Roles) -> impl Iterator<Item = usize> {
        self.columns.iter().enumerate().filter(move |(_, c)| c.roles.has(role)).map(|(index, _)| index)
    }

    pub fn roles(&self, column: usize) -> Roles {
        self.columns.get(column).map(|c| c.roles).unwrap_or_default()
    }

    /// How much the header looks like that of a plan.
    pub fn score(&self) -> usize {
        score(|role| self.has(role))
    }
}

fn score(has: impl Fn(Roles) -> bool) -> usize {
    const WEIGHTS: &[(Roles, usize)] = &[
        (Roles::ACTION, 3),
        (Roles::DUE, 3),
        (Roles::RECOMMENDATION, 2),
        (Roles::RESPONSE, 2),
        (Roles::OWNER, 1),
        (Roles::ACCOUNTABLE, 1),
        (Roles::DELIVERABLE, 1),
        (Roles::STATUS, 1),
    ];
    let sum = WEIGHTS.iter().filter(|(role, _)| has(*role)).map(|(_, weight)| weight).sum();
    let dated = has(Roles::DUE) || has(Roles::START);
    let answers = has(Roles::RECOMMENDATION) && (has(Roles::ACTION) || has(Roles::RESPONSE));
    let owned = has(Roles::ACTION) && has(Roles::OWNER) && has(Roles::DELIVERABLE);
    // Activities and outputs alone are a logic model, activities and sums a budget.
    if dated || answers || owned { sum } else { 0 }
}

/// The layout that the header row of a grid gives, if it has one.
pub fn layout(grid: &Grid) -> Option<Layout> {
    (0..grid.rows.len()).find_map(|row| header_at(grid, row)).map(|layout| settle(grid, layout))
}

/// The header that starts at a row.
pub fn header_at(grid: &Grid, row: usize) -> Option<Layout> {
    let columns = header_row(grid, row)?;
    let mut layout = Layout { columns, head: row, body: row + 1, inferred: false };
    // A second header row says more about the columns below a wide first one.
    while let Some(below) = header_row(grid, layout.body).filter(|_| has_wide_cell(grid, layout.body - 1)) {
        for (upper, lower) in layout.columns.iter_mut().zip(below) {
            if !lower.roles.is_empty() {
                *upper = lower;
            }
        }
        layout.body += 1;
    }
    (layout.score() >= ENOUGH).then_some(layout)
}

fn has_wide_cell(grid: &Grid, row: usize) -> bool {
    grid.fresh(row).any(|(_, cell)| cell.colspan > 1)
}

/// The columns of a row whose cells are short and mostly name roles.
fn header_row(grid: &Grid, row: usize) -> Option<Vec<Column>> {
    let slots = grid.rows.get(row)?.slots.len();
    let mut columns = vec![Column::default(); slots];
    let (mut named, mut other) = (0, 0);
    for (at, cell) in grid.fresh(row) {
        let header = cell.lines.iter().map(|l| l.text.as_str()).collect::<Vec<_>>().join("\n");
        if header.chars().count() > 160 {
            return None;
        }
        let meaning = roles::of_header(&header);
        let meaning = if roles::reads_like_header(&header) { meaning } else { roles::Meaning::default() };
        match (meaning.roles.is_empty(), cell.is_blank()) {
            (false, _) => named += 1,
            (true, false) => other += 1,
            (true, true) => {}
        }
        let column = Column { roles: meaning.roles, header: plain(&header), guessed: meaning.guessed };
        for covered in columns.iter_mut().skip(at).take(cell.colspan) {
            *covered = column.clone();
        }
    }
    (named >= 2 && named > other).then_some(columns)
}

/// Settles what the header leaves open, by the other columns and by what stands below.
fn settle(grid: &Grid, mut layout: Layout) -> Layout {
    align(grid, &mut layout);
    let has = |layout: &Layout, role| layout.has(role);
    // "Management response and action plan" beside "Planned actions" is the response only.
    if layout.columns.iter().any(|c| c.roles.has(Roles::ACTION) && !c.roles.has(Roles::RESPONSE)) {
        for column in layout.columns.iter_mut().filter(|c| c.roles.has(Roles::RESPONSE)) {
            column.roles = column.roles.without(Roles::ACTION);
        }
    }
    if !has(&layout, Roles::OWNER) {
        swap(&mut layout, Roles::ACCOUNTABLE, Roles::OWNER);
    }
    for column in layout.columns.iter_mut().filter(|c| c.roles.has(Roles::OWNER)) {
        column.roles = column.roles.without(Roles::ACCOUNTABLE);
    }
    if !has(&layout, Roles::DELIVERABLE) {
        swap(&mut layout, Roles::RESULT, Roles::DELIVERABLE);
    }
    if !has(&layout, Roles::ACTION) && has(&layout, Roles::RESPONSE) && !has_longest_blank(grid, &layout) {
        for column in layout.columns.iter_mut().filter(|c| c.roles.has(Roles::RESPONSE)) {
            column.roles = column.roles.with(Roles::ACTION);
        }
    }
    if !has(&layout, Roles::ACTION)
        && let Some(column) = longest_unnamed(grid, &layout)
    {
        layout.columns[column].roles = Roles::ACTION;
        layout.columns[column].guessed = true;
    }
    layout
}

fn swap(layout: &mut Layout, from: Roles, to: Roles) {
    for column in layout.columns.iter_mut().filter(|c| c.roles.has(from)) {
        column.roles = column.roles.without(from).with(to);
    }
}

fn has_longest_blank(grid: &Grid, layout: &Layout) -> bool {
    longest_unnamed(grid, layout).is_some_and(|column| mean_length(grid, layout.body, column) > 30)
}

/// The column without a role that holds the longest texts.
fn longest_unnamed(grid: &Grid, layout: &Layout) -> Option<usize> {
    (0..layout.columns.len())
        .filter(|c| layout.roles(*c).is_empty())
        .map(|column| (mean_length(grid, layout.body, column), column))
        .filter(|(length, _)| *length > 8)
        .max()
        .map(|(_, column)| column)
}

fn body_cells(grid: &Grid, body: usize, column: usize) -> impl Iterator<Item = &Cell> {
    (body..grid.rows.len())
        .filter_map(move |row| grid.cell(row, column))
        .filter(|(cell, slot)| slot.first_row && slot.first_column && !cell.is_blank())
        .map(|(cell, _)| cell)
}

fn mean_length(grid: &Grid, body: usize, column: usize) -> usize {
    let (sum, count) = body_cells(grid, body, column).fold((0, 0), |(sum, count), cell| (sum + cell.flat().len(), count + 1));
    sum / count.max(1)
}

/// The share, in percent, of the filled cells of a column that pass a test.
fn share(grid: &Grid, body: usize, column: usize, test: impl Fn(&str) -> bool) -> usize {
    let (hits, count) =
        body_cells(grid, body, column).fold((0, 0), |(hits, count), c| (hits + usize::from(test(&c.flat())), count + 1));
    hits * 100 / count.max(1)
}

fn is_date(text: &str) -> bool {
    let reading = read(text, Context::default());
    reading.is_date_like() || (reading.dates > 0 && reading.unknown_words <= 3)
}

/// A header with one cell more than any row below it (a doubled cell): the cell is dropped under which the dates
/// stand best in their column.
fn align(grid: &Grid, layout: &mut Layout) {
    let widest = (layout.body..grid.rows.len()).map(|row| grid.rows[row].slots.len()).max().unwrap_or(0);
    if widest == 0 || widest + 1 != layout.columns.len() {
        return;
    }
    let fit = |columns: &[Column]| -> usize {
        columns
            .iter()
            .enumerate()
            .filter(|(_, c)| c.roles.has(Roles::DUE))
            .map(|(at, _)| share(grid, layout.body, at, is_date))
            .sum()
    };
    let doubled = |at: usize| at > 0 && layout.columns[at].roles == layout.columns[at - 1].roles;
    let best = (0..layout.columns.len()).map(|dropped| {
        let mut columns = layout.columns.clone();
        columns.remove(dropped);
        (fit(&columns) + usize::from(doubled(dropped)), columns)
    });
    if let Some((fitness, columns)) = best.max_by_key(|(fitness, _)| *fitness)
        && fitness > fit(&layout.columns)
    {
        layout.columns = columns;
    }
}

/// The layout of a grid without a header, from what its cells look like; only for tables known to be plans.
pub fn infer(grid: &Grid) -> Option<Layout> {
    let width = grid.width();
    let mut free: Vec<usize> = (0..width).filter(|c| body_cells(grid, 0, *c).next().is_some()).collect();
    let mut columns = vec![Column::default(); width];
    let take = |free: &mut Vec<usize>, columns: &mut Vec<Column>, role: Roles, least: usize, test: &dyn Fn(&str) -> bool| {
        let best =
            free.iter().map(|c| (share(grid, 0, *c, test), *c)).filter(|(s, _)| *s >= least).max_by_key(|(s, c)| (*s, width - c));
        if let Some((_, column)) = best {
            columns[column] = Column { roles: role, header: String::new(), guessed: true };
            free.retain(|c| *c != column);
        }
        best.is_some()
    };
    if !take(&mut free, &mut columns, Roles::DUE, 50, &is_date) {
        return None;
    }
    take(&mut free, &mut columns, Roles::RECOMMENDATION, 50, &looks_like_recommendation);
    take(&mut free, &mut columns, Roles::RESPONSE, 60, &|text| text.len() < 90 && response::statement(text).is_some());
    // Names are shorter than what those who bear them will do.
    let longest = free.iter().copied().max_by_key(|c| mean_length(grid, 0, *c));
    free.retain(|c| Some(*c) != longest);
    take(&mut free, &mut columns, Roles::OWNER, 50, &looks_like_owner);
    free.extend(longest);
    free.sort_by_key(|c| std::cmp::Reverse(mean_length(grid, 0, *c)));
    let mut left = free.into_iter();
    columns[left.next()?].roles = Roles::ACTION;
    if let Some(column) = left.next() {
        columns[column].roles = Roles::DELIVERABLE;
    }
    let layout = Layout { columns, head: 0, body: 0, inferred: true };
    (layout.score() >= ENOUGH).then_some(layout)
}

fn looks_like_recommendation(text: &str) -> bool {
    let folded = domain::text::fold(text);
    folded.starts_with("recomm")
        || [" should ", " devrait ", " devraient ", "recommended that", "recommande que"].iter().any(|w| folded.contains(w))
}

fn looks_like_owner(text: &str) -> bool {
    const TITLES: &[&str] = &[
        "director",
        "directeur",
        "directrice",
        "dg",
        "adm",
        "sma",
        "deputy",
        "sous-ministre",
        "manager",
        "gestionnaire",
        "branch",
        "chief",
        "chef",
        "officer",
        "vice-president",
        "commissioner",
        "commissaire",
        "head",
        "bureau",
        "dpf",
        "cfo",
        "cio",
    ];
    let folded = domain::text::fold(text);
    text.chars().count() < 160
        && text.split_whitespace().count() <= 18
        && folded.split(|c: char| !c.is_alphanumeric() && c != '-').any(|w| TITLES.contains(&w))
}
