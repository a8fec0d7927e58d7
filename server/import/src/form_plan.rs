//! Plans written as a form: headings, definition lists or labels ("Recommendation 1", "Response:", "Action:", "Due:"),
//! each followed by its text.

use crate::build::{Builder, NewMeasure};
use crate::document::{Block, Kind, Line};
use crate::fields::{self, Owners};
use crate::forms::{self, Piece};
use crate::plain::without_final_dot;
use crate::recommendation;
use crate::response;
use crate::roles::{self, Roles};
use domain::dates::phrase::{self, Context};
use domain::draft::{Place, PlanDraft};

/// The recommendations and responses that labelled texts above a table state.
pub fn context(blocks: &[Block]) -> PlanDraft {
    let mut builder = Builder::new();
    read(blocks, &mut builder);
    builder.draft
}

fn starts_with_label(text: &str) -> bool {
    forms::cut(text).first().is_some_and(|piece| !piece.roles.is_empty())
}

/// The owner that a line names for the whole plan.
pub fn owner_of_all(line: &Line) -> Option<String> {
    let pieces = forms::cut(&line.text);
    pieces
        .into_iter()
        .find(|p| p.roles == Roles::OWNER || p.roles == Roles::ACCOUNTABLE)
        .map(|p| without_final_dot(&p.text).to_owned())
}

pub fn read(blocks: &[Block], builder: &mut Builder) {
    let mut form = Form { builder, field: Roles::default(), inline: false, measure: None, started: false };
    for (kind, line) in flattened(blocks) {
        form.line(kind, &line);
    }
    form.close_measure();
}

/// The lines of a document; a table of two columns whose first names a field is a form too.
fn flattened(blocks: &[Block]) -> Vec<(Kind, Line)> {
    let mut lines = Vec::new();
    for block in blocks {
        match block {
            Block::Text(kind, line) => lines.push((*kind, line.clone())),
            Block::Table(grid) => {
                for row in 0..grid.rows.len() {
                    let cells: Vec<_> = grid.fresh(row).map(|(_, cell)| cell).collect();
                    for (at, cell) in cells.iter().enumerate() {
                        let names = at == 0 && cells.len() > 1 && roles::of_label(&cell.flat()).is_some();
                        let kind = if names || cell.header { Kind::Term } else { Kind::Text };
                        lines.extend(cell.lines.iter().map(|line| (kind, line.clone())));
                    }
                }
            }
        }
    }
    lines
}

#[derive(Default)]
struct FormMeasure {
    label: Option<String>,
    text: String,
    owners: Vec<String>,
    accountable: Vec<String>,
    support: Vec<String>,
    deliverables: String,
    due: Vec<String>,
    start: Vec<String>,
    status: String,
    line: usize,
}

struct Form<'b> {
    builder: &'b mut Builder,
    field: Roles,
    /// The field was opened by a label with text beside it.
    inline: bool,
    measure: Option<FormMeasure>,
    /// A recommendation or an action has been seen; text before that is none of the plan's.
    started: bool,
}

impl Form<'_> {
    fn line(&mut self, kind: Kind, line: &Line) {
        if let Some((number, text)) = self.opening(kind, line) {
            self.close_measure();
            self.started = true;
            self.builder.recommendation = None;
            self.builder.open_recommendation(number, &text, Place::line(line.line));
            (self.field, self.inline) = (Roles::RECOMMENDATION, false);
            return;
        }
        if kind != Kind::Text || line.bold.len() == line.text.len() {
            match roles::of_label(&line.text) {
                Some((roles, number)) if self.is_field(roles) => return self.open(roles, number, false, line.line),
                _ if kind != Kind::Text && !starts_with_label(&line.text) => {
                    self.field = Roles::OTHER;
                    return;
                }
                _ => {}
            }
        }
        let pieces = forms::cut(&line.text);
        let labelled = pieces.first().is_some_and(|p| !p.roles.is_empty());
        if !labelled && line.bold.ends_with(':') {
            self.field = Roles::OTHER;
            return;
        }
        // A list that goes on after "Due: …" goes on with actions.
        if !labelled && line.item && self.inline && self.measure.is_some() {
            let dated = self.measure.as_ref().is_some_and(|m| !m.due.is_empty());
            if dated {
                self.open(Roles::ACTION, None, false, line.line);
            } else {
                self.field = Roles::ACTION;
            }
        }
        for (at, mut piece) in pieces.into_iter().enumerate() {
            if at == 0 && piece.roles.is_empty() {
                piece.text = Line { text: piece.text, ..line.clone() }.shown();
            }
            self.piece(piece, line);
        }
    }

    /// The number and text of a line that opens a recommendation.
    fn opening(&self, kind: Kind, line: &Line) -> Option<(Option<String>, String)> {
        let (number, text) = recommendation::opened_by(kind, line)?;
        let set_off = kind != Kind::Text || !line.bold.is_empty() || text.is_empty() || {
            let before = line.text.len() - text.len();
            line.text.get(..before).is_some_and(|head| head.trim_end().ends_with([':', '.', '-', '–', '—', ')']))
        };
        // "Recommendation: 1. Text" has its number in the text.
        match (set_off, number, recommendation::number_and_text(&text)) {
            (false, _, _) => None,
            (true, None, (Some(inner), rest)) => Some((Some(inner), rest)),
            (true, number, _) => Some((number, text)),
        }
    }

    fn is_field(&self, roles: Roles) -> bool {
        !roles.is_empty() && roles != Roles::RECOMMENDATION && roles != Roles::NUMBER && roles != Roles::TITLE
    }

    fn piece(&mut self, piece: Piece, line: &Line) {
        if self.is_field(piece.roles) {
            self.open(piece.roles, piece.number, !piece.text.is_empty(), line.line);
            self.text(&piece.text, line);
        } else if piece.roles.is_empty() {
            self.text(&piece.text, line);
        }
    }

    fn open(&mut self, roles: Roles, number: Option<String>, inline: bool, line: usize) {
        self.inline = inline;
        self.field = if roles.has(Roles::RESPONSE) { Roles::RESPONSE } else { roles };
        if self.field.has(Roles::ACTION) {
            let has_text = self.measure.as_ref().is_some_and(|m| !m.text.is_empty());
            if has_text {
                self.close_measure();
            }
            self.started = true;
            // "Action #1" below "Recommendation #1" counts the form; "Action 1.2" is a label.
            let label = number.filter(|n| !n.bytes().all(|b| b.is_ascii_digit()));
            self.measure.get_or_insert_default().label = label;
        }
        if let Some(measure) = &mut self.measure
            && measure.line == 0
        {
            measure.line = line;
        }
    }

    fn text(&mut self, text: &str, line: &Line) {
        let text = text.trim();
        if text.is_empty() || !self.started {
            return;
        }
        if self.field == Roles::RECOMMENDATION {
            if let Some(open) = self.builder.current() {
                push(&mut open.text, text);
            }
            return;
        }
        if self.field == Roles::RESPONSE {
            self.builder.respond(response::kind(text), text);
            return;
        }
        if self.field.is_empty() || self.field == Roles::OTHER || self.field == Roles::ACTUAL {
            return;
        }
        let plain = without_final_dot(text.trim_start_matches("- ")).to_owned();
        let measure = self.measure.get_or_insert_with(|| FormMeasure { line: line.line, ..FormMeasure::default() });
        match self.field {
            field if field.has(Roles::ACTION) => push(&mut measure.text, text),
            field if field.has(Roles::DELIVERABLE) || field.has(Roles::RESULT) => push(&mut measure.deliverables, text),
            field if field.has(Roles::DUE) => measure.due.push(text.trim_start_matches("- ").to_owned()),
            field if field.has(Roles::START) => measure.start.push(plain),
            field if field.has(Roles::OWNER) => measure.owners.push(plain),
            field if field.has(Roles::ACCOUNTABLE) => measure.accountable.push(plain),
            field if field.has(Roles::SUPPORT) => measure.support.push(plain),
            field if field.has(Roles::STATUS) => push(&mut measure.status, text),
            _ => {}
        }
    }

    fn close_measure(&mut self) {
        let Some(mut form) = self.measure.take() else { return };
        if form.text.is_empty() {
            form.text = self.action_in_response();
        }
        if form.text.is_empty() {
            return;
        }
        let label = crate::labels::items(&form.text);
        // A label with nothing beside it is all that is said of the measure: its text.
        if let [(label, text)] = label.items.as_slice()
            && !text.is_empty()
        {
            form.label = form.label.or_else(|| Some(label.clone()));
            form.text = text.clone();
        }
        let context = Context::default();
        let mut dates = fields::dates(&form.due.join(" "), context);
        let start = fields::dates(&form.start.join(" "), context);
        dates.start = dates.start.or(start.due.first_day());
        let place = Place::line(form.line);
        self.builder.add(NewMeasure {
            label: form.label,
            text: strip_single_item(&form.text),
            owners: owners(&form.owners, form.accountable, form.support),
            completed: phrase::read(&form.status, context).completed,
            deliverables: fields::deliverables(&form.deliverables),
            dates,
            has_date_field: true,
            place,
            date_place: place,
            group: self.builder.groups.len() + 1,
            ..NewMeasure::default()
        });
    }

    /// What a response promises beyond its answer, where the form has no field for actions.
    fn action_in_response(&mut self) -> String {
        let Some(words) = self.builder.current().and_then(|r| r.response_text.clone()) else { return String::new() };
        response::statement(&words).map(|(_, _, rest)| rest.to_owned()).filter(|rest| !rest.is_empty()).unwrap_or_default()
    }
}

fn owners(lines: &[String], accountable: Vec<String>, support: Vec<String>) -> Owners {
    let one = |lines: &[String]| fields::owners(lines.iter().map(String::as_str), None).owner;
    let (owner, mut accountable) = (one(lines), one(&accountable));
    Owners { owner: owner.or_else(|| accountable.take()), accountable, support: one(&support) }
}

/// A list of one item is no list.
fn strip_single_item(text: &str) -> String {
    if text.lines().count() == 1 { text.trim_start_matches("- ").to_owned() } else { text.to_owned() }
}

fn push(text: &mut String, more: &str) {
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(more);
}
