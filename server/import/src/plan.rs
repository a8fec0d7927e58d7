//! Finding the plan in a document and reading it; everything else in the document is left alone.

use crate::build::Builder;
use crate::columns::{self, Layout};
use crate::document::{Block, Document, Grid, Kind, Line};
use crate::roles::{self, Roles};
use crate::rows::{self, Table};
use crate::{align, form_plan, language, link, response, title};
use domain::dates::phrase::Context;
use domain::draft::*;

/// A table of the plan: its block and how to read it.
struct Found {
    block: usize,
    layout: Layout,
    score: usize,
}

pub fn draft(document: &Document) -> Result<PlanDraft, ImportError> {
    let mut builder = Builder::new();
    let tables = plan_tables(document);
    let first = tables.first().map_or(document.blocks.len(), |t| t.block);
    if tables.is_empty() {
        form_plan::read(&document.blocks, &mut builder);
    } else {
        read_tables(document, &tables, &mut builder)?;
    }
    if builder.draft.measures.is_empty() {
        let code = if tables.is_empty() { ImportErrorCode::NoPlanFound } else { ImportErrorCode::NoMeasureFound };
        return Err(ImportError::new(code));
    }
    if builder.draft.recommendations.is_empty() {
        link::by_order(document, first, &mut builder);
    } else {
        link::fill_texts(document, first, &mut builder);
    }
    let mut draft = builder.draft;
    let texts = draft.measures.iter().map(|m| m.text.as_str()).chain(draft.recommendations.iter().map(|r| r.text.as_str()));
    draft.lang = language::of(texts.chain(document.title.as_deref()));
    draft.title = title::of(document, first);
    draft.source = source_around(document, &draft);
    Ok(draft)
}

fn grid_at(document: &Document, block: usize) -> Option<&Grid> {
    match document.blocks.get(block) {
        Some(Block::Table(grid)) => Some(grid),
        _ => None,
    }
}

/// The tables that are (parts of) the plan: the one that looks most like a plan and those like it.
fn plan_tables(document: &Document) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for (block, grid) in grids(document) {
        let titled = has_plan_title(document, block, grid);
        let layout = columns::layout(grid).or_else(|| columns::infer(grid).filter(|l| titled || l.has(Roles::RECOMMENDATION)));
        if let Some(layout) = layout {
            let answers = layout.has(Roles::RECOMMENDATION) || layout.has(Roles::RESPONSE);
            let score = layout.score() + if titled { 4 } else { 0 } + if answers { 2 } else { 0 };
            found.push(Found { block, layout, score });
        }
    }
    let Some(best) = found.iter().max_by_key(|f| (f.score, std::cmp::Reverse(f.block))) else { return found };
    let (most, shape) = (best.score, best.layout.columns.iter().map(|c| c.roles).collect::<Vec<_>>());
    found.retain(|f| f.score + 3 >= most || f.layout.columns.iter().map(|c| c.roles).eq(shape.iter().copied()));
    found
}

fn grids(document: &Document) -> impl Iterator<Item = (usize, &Grid)> {
    document.blocks.iter().enumerate().filter_map(|(at, b)| if let Block::Table(grid) = b { Some((at, grid)) } else { None })
}

/// Whether a caption, or a heading not far above, names the table a plan.
fn has_plan_title(document: &Document, block: usize, grid: &Grid) -> bool {
    let above = document.blocks[..block].iter().rev().take_while(|b| matches!(b, Block::Text(..))).take(12);
    grid.caption.as_deref().is_some_and(roles::is_plan_heading)
        || above.into_iter().any(|b| matches!(b, Block::Text(_, line) if roles::is_plan_heading(&line.text)))
        || grid.fresh(0).any(|(_, cell)| roles::is_plan_heading(&cell.flat()) && cell.colspan > 1)
}

fn read_tables(document: &Document, tables: &[Found], builder: &mut Builder) -> Result<(), ImportError> {
    let (mut after, mut number, mut group) = (0, 0, 0);
    let texts: Vec<String> = tables
        .iter()
        .filter_map(|t| Some(rows::date_texts(grid_at(document, t.block)?, &t.layout).collect::<Vec<_>>()))
        .flatten()
        .collect();
    let dates = Context::of_column(texts.iter().map(String::as_str));
    for found in tables {
        let Some(grid) = grid_at(document, found.block) else { continue };
        if grid.counted {
            align::check(grid, &found.layout)?;
        }
        let between = document.blocks.get(after..found.block).unwrap_or_default();
        introduce(builder, between, &found.layout, tables.len() > 1);
        warn_of_columns(builder, grid, &found.layout);
        let mut table = Table::new(grid, found.layout.clone(), builder, dates, number, group);
        table.read();
        (number, group) = (table.number, table.group);
        after = found.block + 1;
    }
    Ok(())
}

/// What the text between the tables says about the one below: a recommendation, a response to the whole plan.
fn introduce(builder: &mut Builder, between: &[Block], layout: &Layout, several: bool) {
    let lines: Vec<(Kind, &Line)> =
        between.iter().filter_map(|b| if let Block::Text(kind, line) = b { Some((*kind, line)) } else { None }).collect();
    let mut opened = false;
    if !layout.has(Roles::RECOMMENDATION) {
        let context = form_plan::context(between);
        // Several recommendations before one table are a list, which a person must link.
        if context.recommendations.len() == 1 || (several && !context.recommendations.is_empty()) {
            builder.draft.recommendations.extend(context.recommendations.into_iter().next_back());
            builder.recommendation = builder.draft.recommendations.len().checked_sub(1);
            opened = true;
        }
    }
    if builder.draft.response.is_none() && !opened {
        builder.draft.response = whole_response(&lines);
    }
    if builder.draft.owner.is_none() && !opened {
        builder.draft.owner = section(&lines).iter().rev().find_map(|(_, line)| form_plan::owner_of_all(line));
    }
}

/// The lines below the last heading of a plan, or the few lines just above the table.
fn section<'a>(lines: &'a [(Kind, &'a Line)]) -> &'a [(Kind, &'a Line)] {
    let heading =
        lines.iter().rposition(|(_, line)| roles::is_plan_heading(&line.text) && line.text.chars().count() < 160 && !line.item);
    let from = heading.map_or(lines.len().saturating_sub(3), |at| at + 1);
    lines.get(from..).unwrap_or_default()
}

fn whole_response(lines: &[(Kind, &Line)]) -> Option<ResponseDraft> {
    let section = section(lines);
    let (kind, place) =
        section.iter().take(20).find_map(|(_, line)| response::of_whole_plan(&line.text).map(|kind| (kind, line.line)))?;
    let text =
        section.iter().filter(|(kind, _)| *kind == Kind::Text).map(|(_, line)| line.shown()).collect::<Vec<_>>().join("\n");
    Some(ResponseDraft { kind: Some(kind), text, place: Place::line(place) })
}

fn warn_of_columns(builder: &mut Builder, grid: &Grid, layout: &Layout) {
    let line = grid.rows.get(layout.head).map_or(1, |r| r.line);
    let place = |column: usize| Place { line, row: Some(0), cell: Some(column + 1) };
    if layout.inferred {
        builder.warn(WarningCode::HeadersMissing, Place::line(line), None);
        return;
    }
    for (at, column) in layout.columns.iter().enumerate() {
        if column.guessed {
            builder.warn(WarningCode::HeaderGuessed, place(at), Some(&column.header));
        } else if column.roles.is_empty() && !column.header.is_empty() {
            builder.warn(WarningCode::ColumnIgnored, place(at), Some(&column.header));
        }
    }
    if !layout.has(Roles::DUE) {
        builder.warn(WarningCode::DateMissing, Place::line(line), None);
    }
}

/// The lines of the source that the draft and its warnings refer to, and those just around them.
fn source_around(document: &Document, draft: &PlanDraft) -> Vec<SourceLine> {
    let source = document.source();
    let measures = draft.measures.iter().map(|m| m.place.line);
    let others = draft.recommendations.iter().map(|r| r.place.line).chain(draft.response.iter().map(|r| r.place.line));
    let warned = draft.warnings.iter().map(|w| w.place.line);
    let lines: Vec<usize> = measures.chain(others).chain(warned).filter(|line| *line > 0).collect();
    let least = lines.iter().min().copied().unwrap_or(1);
    // The row of a cell is shown on the line it starts on, which may lie well above.
    let shown = source.iter().map(|l| l.line).filter(|line| *line <= least).max().unwrap_or(least);
    let first = shown.saturating_sub(3);
    let last = lines.iter().max().copied().unwrap_or(1) + 3;
    source.into_iter().filter(|l| (first..=last).contains(&l.line)).take(2_000).collect()
}
