//! From the rows of a plan's table to recommendations and measures.

use crate::build::{Builder, NewMeasure};
use crate::cells::{is_ditto, is_footnote, is_nothing, mixed_cell, push_line};
use crate::columns::{self, Layout};
use crate::document::{Cell, Grid, Slot};
use crate::fields::{self, Dates, Owners};
use crate::labels::{self, Items};
use crate::roles::{self, Roles};
use crate::split::{Parts, split};
use crate::{recommendation, response, wide};
use domain::dates::phrase::{self, Context};
use domain::draft::{Place, WarningCode};

/// The action that the rows below it go on with when their action cell is blank or spanned.
#[derive(Debug, Clone, Default)]
pub struct Action {
    pub text: String,
    pub label: Option<String>,
    /// It has become a measure.
    pub used: bool,
}

pub struct Table<'a> {
    pub grid: &'a Grid,
    pub layout: Layout,
    pub builder: &'a mut Builder,
    context: Context,
    action: Option<Action>,
    /// Rows below the header so far, over all tables of the plan.
    pub number: usize,
    pub group: usize,
}

impl<'a> Table<'a> {
    pub fn new(grid: &'a Grid, layout: Layout, builder: &'a mut Builder, context: Context, number: usize, group: usize) -> Self {
        Self { grid, layout, builder, context, action: None, number, group }
    }

    /// Reads all rows, those above the header too (they may introduce the plan).
    pub fn read(&mut self) {
        for row in 0..self.layout.head {
            wide::read_row(self, row);
        }
        let mut row = self.layout.body;
        while row < self.grid.rows.len() {
            if let Some(again) = columns::header_at(self.grid, row) {
                // A header repeated lower down opens the next part; its columns are those above.
                self.action = None;
                row = again.body;
                continue;
            }
            self.number += 1;
            self.row(row);
            row += 1;
        }
    }

    pub fn place(&self, row: usize, column: Option<usize>) -> Place {
        let line = self.grid.rows.get(row).map_or(1, |r| r.line);
        let line = column.and_then(|c| self.grid.cell(row, c)).map_or(line, |(cell, _)| cell.line.max(line));
        Place { line, row: Some(self.number), cell: column.map(|c| c + 1) }
    }

    /// The first cell of a role in a row, with its column.
    fn cell(&self, row: usize, role: Roles) -> Option<(usize, &'a Cell, Slot)> {
        self.cells(row, role).into_iter().next()
    }

    /// The cells of a role; one that covers several columns counts once, in its first.
    fn cells(&self, row: usize, role: Roles) -> Vec<(usize, &'a Cell, Slot)> {
        let grid = self.grid;
        let cells = self.layout.of(role).filter_map(|column| grid.cell(row, column).map(|(cell, slot)| (column, cell, slot)));
        cells.filter(|(_, _, slot)| slot.first_column).collect()
    }

    fn fresh(&self, row: usize, role: Roles) -> Vec<(usize, &'a Cell)> {
        let fresh =
            |(column, cell, slot): (usize, &'a Cell, Slot)| (slot.first_row && !cell.is_blank()).then_some((column, cell));
        self.cells(row, role).into_iter().filter_map(fresh).collect()
    }

    fn row(&mut self, row: usize) {
        let filled: Vec<(usize, &Cell)> = self.grid.fresh(row).filter(|(_, cell)| !cell.is_blank()).collect();
        let Some((_, first)) = filled.first() else { return };
        if filled.len() == 1 && is_footnote(&first.flat()) {
            return;
        }
        if filled.len() == 1 && wide::covers_all(self, row) {
            wide::read_row(self, row);
            return;
        }
        self.warn_if_ragged(row);
        self.recommendation(row);
        let dated = self.fresh(row, Roles::DUE).iter().any(|(_, cell)| cell.colspan == 1);
        if !dated && let Some((column, cell)) = wide::wide_cell(self, row) {
            wide::read(self, row, column, cell);
            return;
        }
        for (column, cell) in self.fresh(row, Roles::RESPONSE) {
            if !self.layout.roles(column).has(Roles::ACTION) {
                self.response(row, column, &cell.text());
            }
        }
        self.measures(row);
    }

    /// A column that means something and has no cell here, or a cell beyond the header: what follows may have shifted.
    fn warn_if_ragged(&mut self, row: usize) {
        let lacks = |column: &usize| !self.layout.roles(*column).is_empty() && self.grid.cell(row, *column).is_none();
        let short = (0..self.layout.columns.len()).find(lacks);
        let long = self.grid.fresh(row).find(|(column, cell)| *column >= self.layout.columns.len() && !cell.is_blank());
        if let Some(column) = short.or(long.map(|(column, _)| column)) {
            let place = Place { cell: Some(column + 1), ..self.place(row, None) };
            self.builder.warn(WarningCode::RowCells, place, None);
        }
    }

    fn recommendation(&mut self, row: usize) {
        let cells: Vec<&Cell> = self.fresh(row, Roles::RECOMMENDATION).into_iter().map(|(_, cell)| cell).collect();
        if cells.is_empty() {
            return;
        }
        let column = self.layout.of(Roles::RECOMMENDATION).next();
        let numbered = self.fresh(row, Roles::NUMBER).into_iter().find(|(at, _)| Some(*at) < column);
        let number_cell = numbered.map(|(_, cell)| cell.flat()).map(|text| roles::number_of(&text).unwrap_or(text));
        let (number, text) = match number_cell {
            Some(number) => (Some(number), recommendation::of_cells(&cells).1),
            None => recommendation::of_cells(&cells),
        };
        let place = self.place(row, column);
        self.builder.open_recommendation(number, &text, place);
        self.action = None;
    }

    pub fn response(&mut self, row: usize, column: usize, text: &str) {
        let kind = response::kind(text);
        self.builder.respond(kind, text);
        if kind.is_none() {
            let place = self.place(row, Some(column));
            self.builder.warn(WarningCode::ResponseNotUnderstood, place, Some(text));
        }
    }

    /// The text of a new action in this row, the response it may start with taken off.
    fn new_action(&mut self, row: usize) -> Option<String> {
        let cells = self.fresh(row, Roles::ACTION);
        let (column, _) = *cells.first()?;
        let text = cells.iter().map(|(_, cell)| cell.text()).collect::<Vec<_>>().join("\n");
        let may_answer = self.layout.roles(column).has(Roles::RESPONSE) || !self.layout.has(Roles::RESPONSE);
        match response::statement(&text).filter(|_| may_answer && self.builder.recommendation.is_some()) {
            Some((kind, words, rest)) => {
                self.builder.respond(Some(kind), words);
                Some(rest.to_owned())
            }
            None => Some(text),
        }
    }

    fn measures(&mut self, row: usize) {
        let written = self.new_action(row);
        if written.as_deref().is_some_and(is_nothing) {
            return;
        }
        let new_action = written.as_deref().filter(|t| !t.is_empty());
        if let Some(text) = new_action {
            let label = labels::items(text);
            let (label, text) = match label.items.as_slice() {
                [(label, body)] => (Some(label.clone()), body.clone()),
                _ => (None, text.to_owned()),
            };
            self.action = Some(Action { text, label, used: false });
        } else if written.is_some() {
            self.action = None;
        }
        let parts = self.parts(row, new_action.map(labels::items).unwrap_or_default());
        if new_action.is_none() && parts.is_blank() {
            return;
        }
        if new_action.is_some() {
            self.group += 1;
        }
        let continues = new_action.is_none() && self.action.as_ref().is_some_and(|a| a.used);
        if continues && !parts.has_own_date {
            self.add_deliverables(&parts);
            return;
        }
        let action =
            self.action.clone().unwrap_or_else(|| Action { text: parts.deliverable.trim().to_owned(), ..Action::default() });
        if action.text.is_empty() {
            let place = self.place(row, None);
            self.builder.warn(WarningCode::RowIgnored, place, Some(&parts.due));
            return;
        }
        let place = self.place(row, self.layout.of(Roles::ACTION).next());
        let date_place = self.place(row, self.layout.of(Roles::DUE).next());
        let deliverable_place = self.layout.of(Roles::DELIVERABLE).next().map(|column| self.place(row, Some(column)));
        let (measures, unmatched) = split(&action, self.action.is_none(), continues, &parts, self.context);
        for new in measures {
            self.builder.add(NewMeasure { place, date_place, deliverable_place, group: self.group, ..new });
        }
        if unmatched {
            self.builder.warn(WarningCode::LabelsDoNotMatch, place, Some(&action.text));
        }
        if let Some(action) = &mut self.action {
            action.used = true;
        }
    }

    /// A row that goes on with an action and has no date of its own adds to the measure above.
    fn add_deliverables(&mut self, parts: &Parts) {
        if let Some(last) = self.builder.draft.measures.last_mut() {
            last.deliverables.extend(fields::deliverables(&parts.deliverable));
        }
    }

    /// The texts of the other cells of a row.
    fn parts(&self, row: usize, action_items: Items) -> Parts {
        let layout = &self.layout;
        let mut parts = Parts { action_items, has_date_field: layout.has(Roles::DUE), ..Parts::default() };
        for (column, cell) in self.fresh(row, Roles::DELIVERABLE) {
            if !layout.roles(column).has(Roles::ACTION) {
                push_line(&mut parts.deliverable, &cell.text());
                parts.deliverable_cells.push(cell.text());
            }
        }
        for (column, cell, slot) in self.cells(row, Roles::DUE) {
            self.date_cell(&mut parts, layout.roles(column), cell, slot);
        }
        for (_, cell, _) in self.cells(row, Roles::START).into_iter().filter(|(c, _, _)| !layout.roles(*c).has(Roles::DUE)) {
            let read = fields::dates(&cell.raw(), self.context);
            parts.start = read.due.first_day().or(read.start).map(|day| (day, read.due_text));
        }
        self.owner_cells(&mut parts, row);
        for (_, cell, _) in self.cells(row, Roles::STATUS) {
            parts.completed |= phrase::read(&cell.flat(), self.context).completed;
        }
        for (_, cell, _) in self.cells(row, Roles::ACTUAL) {
            parts.completed_on = parts.completed_on.or(phrase::read(&cell.flat(), self.context).due.last_day());
        }
        if let Some((column, cell)) = self.fresh(row, Roles::NUMBER).into_iter().next() {
            let of_recommendation = layout.of(Roles::RECOMMENDATION).next().is_some_and(|r| column < r);
            parts.label = (!of_recommendation).then(|| cell.flat().trim_end_matches(['.', ')']).to_owned());
        }
        parts
    }

    fn date_cell(&self, parts: &mut Parts, roles: Roles, cell: &Cell, slot: Slot) {
        let own = slot.first_row && !cell.is_blank();
        if roles.has(Roles::OWNER) || roles.has(Roles::ACTION) || roles.has(Roles::DELIVERABLE) {
            parts.has_own_date |= mixed_cell(parts, roles, cell, self.context) && own;
            return;
        }
        parts.has_own_date |= own;
        if roles.has(Roles::START) && parts.both.is_none() {
            parts.both = fields::start_and_due(cell, self.context);
        }
        // Two date columns (first promised, then revised): the later one counts.
        parts.due_cells.push(cell.raw());
        push_line(&mut parts.due, &cell.raw_marked());
    }

    fn owner_cells(&self, parts: &mut Parts, row: usize) {
        let field = |role: Roles| {
            let lines = self.cells(row, role).into_iter().filter(|(c, _, _)| !self.layout.roles(*c).has(Roles::DUE));
            lines.flat_map(|(_, cell, _)| cell.lines.iter().map(|l| l.text.clone())).collect::<Vec<String>>()
        };
        // "Idem" and ditto marks stand for the owner above.
        let (dittos, names): (Vec<String>, Vec<String>) = field(Roles::OWNER).into_iter().partition(|line| is_ditto(line));
        parts.same_owner = !dittos.is_empty() && names.is_empty();
        parts.owner_lines.extend(names);
        let one = |lines: Vec<String>| fields::owners(lines.iter().map(String::as_str), None).owner;
        parts.support = one(field(Roles::SUPPORT));
        parts.accountable = one(field(Roles::ACCOUNTABLE));
        parts.may_inherit_owner = self.layout.has(Roles::OWNER)
            && self.cell(row, Roles::RECOMMENDATION).is_none_or(|(_, cell, slot)| !slot.first_row || cell.is_blank());
    }
}

/// The texts of the date columns of a table.
pub fn date_texts<'g>(grid: &'g Grid, layout: &'g Layout) -> impl Iterator<Item = String> + 'g {
    layout
        .of(Roles::DUE)
        .flat_map(move |column| (layout.body..grid.rows.len()).filter_map(move |row| grid.cell(row, column)))
        .filter(|(_, slot)| slot.first_row)
        .map(|(cell, _)| cell.flat())
}

impl Parts {
    /// The owners of a measure with this label.
    pub fn owners(&self, label: Option<&str>) -> Owners {
        let text = self.owner_lines.join("\n");
        let labelled = labels::items(&text);
        let own = label.and_then(|l| labelled.get(l)).filter(|_| labelled.items.len() >= 2);
        let mut owners = fields::owners(own.unwrap_or(&text).lines(), label);
        owners.support = owners.support.or_else(|| self.support.clone());
        owners.accountable = owners.accountable.or_else(|| self.accountable.clone());
        owners
    }

    /// The dates of a whole row.
    pub fn dates(&self, context: Context) -> Dates {
        if let Some(both) = &self.both {
            return both.clone();
        }
        let mut dates = match self.due_cells.as_slice() {
            [] => fields::dates(&self.due, context),
            several => several.iter().map(|raw| fields::dates(raw, context)).reduce(fields::later).unwrap_or_default(),
        };
        if let Some((day, text)) = &self.start {
            dates.start = Some(*day);
            dates.start_text = Some(text.clone());
        }
        dates
    }
}
