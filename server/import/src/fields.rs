//! The fields of a measure, read out of the text of their cells.

use crate::document::{Cell, Line};
use crate::forms;
use crate::labels;
use crate::plain::{plain, raw_if_different, sentences, without_final_dot};
use crate::roles::Roles;
use chrono::NaiveDate;
use domain::dates::{DueDate, phrase};
use domain::draft::{DeliverableDraft, WarningCode};
use phrase::{Context, Hint};

/// What a date cell says.
#[derive(Debug, Clone, PartialEq)]
pub struct Dates {
    pub due: DueDate,
    pub due_text: String,
    pub due_text_raw: Option<String>,
    pub start: Option<NaiveDate>,
    pub start_text: Option<String>,
    pub completed: bool,
    pub hints: Vec<Hint>,
}

impl Default for Dates {
    fn default() -> Self {
        Self {
            due: DueDate::NONE,
            due_text: String::new(),
            due_text_raw: None,
            start: None,
            start_text: None,
            completed: false,
            hints: Vec::new(),
        }
    }
}

/// Reads a date cell whose label, if it repeats the one of the measure, is already gone.
pub fn dates(raw: &str, context: Context) -> Dates {
    let whole = plain(raw);
    let text = forms::without_label(&whole, Roles::DUE);
    let reading = phrase::read(text, context);
    let piece = |span: Option<std::ops::Range<usize>>| span.and_then(|s| text.get(s)).map(str::to_owned);
    let due_text = piece(reading.due_span).unwrap_or_else(|| text.to_owned());
    let own_raw = if due_text == whole { raw_if_different(raw, &whole) } else { None };
    Dates {
        due: reading.due,
        due_text,
        due_text_raw: own_raw,
        start: reading.start,
        start_text: piece(reading.start_span),
        completed: reading.completed,
        hints: reading.hints,
    }
}

/// A cell of a column for both dates, with one on each line and no labels.
pub fn start_and_due(cell: &Cell, context: Context) -> Option<Dates> {
    let dated: Vec<&Line> = cell.lines.iter().filter(|l| phrase::read(&l.text, context).due.last_day().is_some()).collect();
    let [first, second] = dated.as_slice() else { return None };
    let start = dates(&first.raw, context);
    let due = dates(&second.raw, context);
    (start.start.is_none() && due.start.is_none() && start.due.first_day() <= due.due.last_day()).then(|| Dates {
        start: start.due.first_day(),
        start_text: Some(start.due_text),
        ..due
    })
}

/// The later of two dates; both are kept in mind by a warning.
pub fn later(a: Dates, b: Dates) -> Dates {
    if b.due_text.is_empty() {
        return a;
    }
    if a.due_text.is_empty() {
        return b;
    }
    let differ = a.due != b.due && a.due.last_day().is_some() && b.due.last_day().is_some();
    let completed = a.completed || b.completed;
    let mut last = if b.due.last_day() >= a.due.last_day() { b } else { a };
    last.completed = completed;
    if differ {
        last.hints.push(Hint::TwoDates);
    }
    last
}

/// The part of a text that is a date, and what is left without it; for cells that hold more than a date.
pub fn date_within(text: &str, context: Context) -> Option<(String, String)> {
    let reading = phrase::read(text, context);
    let span = reading.span.filter(|_| reading.due.last_day().is_some())?;
    let date = text.get(span.clone())?.to_owned();
    let before = text.get(..span.start)?.trim_end_matches([' ', '-', '–', '—', ',', ';', ':', '(', '/']);
    let after = text.get(span.end..)?.trim_start_matches([' ', '-', '–', ',', ';', ':', ')', '/', '.']);
    let left = [before, after].into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(" ");
    Some((date, left))
}

pub fn warning_of(hint: Hint) -> WarningCode {
    match hint {
        Hint::MonthRange => WarningCode::MonthRange,
        Hint::DateRange => WarningCode::DateRange,
        Hint::TwoDates => WarningCode::TwoDates,
        Hint::AlsoOngoing => WarningCode::AlsoOngoing,
        Hint::NotUnderstood => WarningCode::DateNotUnderstood,
        Hint::ToBeDetermined => WarningCode::DateToBeDetermined,
        Hint::Vague => WarningCode::DateVague,
        Hint::MoreSaid => WarningCode::DateMoreSaid,
        Hint::YearMonth => WarningCode::YearMonth,
        Hint::YearMonthOrFiscalYear => WarningCode::YearMonthOrFiscalYear,
        Hint::DayMonthOrder => WarningCode::DayMonthOrder,
        Hint::QuarterYearUnclear => WarningCode::QuarterYearUnclear,
        Hint::FiscalYearUnclear => WarningCode::FiscalYearUnclear,
    }
}

/// Who answers for a measure.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Owners {
    pub owner: Option<String>,
    pub support: Option<String>,
    pub accountable: Option<String>,
}

/// Reads the lines of an owner cell. `label` is that of the measure, which some forms repeat.
pub fn owners<'a>(lines: impl IntoIterator<Item = &'a str>, label: Option<&str>) -> Owners {
    let mut owners = Owners::default();
    let mut last = Roles::OWNER;
    for line in lines {
        let line = without_own_label(line, label);
        for piece in forms::cut(line) {
            let known = [Roles::SUPPORT, Roles::ACCOUNTABLE, Roles::OWNER].into_iter().find(|r| piece.roles.has(*r));
            let labelled = known.is_some();
            last = known.unwrap_or(last);
            let field = match last {
                Roles::SUPPORT => &mut owners.support,
                Roles::ACCOUNTABLE => &mut owners.accountable,
                _ => &mut owners.owner,
            };
            let text = if labelled { without_final_dot(&piece.text) } else { piece.text.as_str() };
            join(field, text.trim().trim_end_matches(';').trim());
        }
    }
    if owners.owner.is_none() {
        owners.owner = owners.accountable.take();
    }
    owners
}

/// "1.0.1 Director" and the label of the measure itself are no part of a name.
fn without_own_label<'t>(line: &'t str, label: Option<&str>) -> &'t str {
    match labels::leading(line) {
        Some((found, rest)) if found.contains('.') || label.is_some_and(|own| own == found) => rest,
        _ => line,
    }
}

/// Joins the lines of a cell; a line that goes on in the next one is no name of its own.
fn join(field: &mut Option<String>, text: &str) {
    if text.is_empty() {
        return;
    }
    match field {
        None => *field = Some(text.to_owned()),
        Some(names) => {
            let goes_on = names.ends_with([',', '-', '/', '&']) || text.starts_with(|c: char| c.is_lowercase());
            names.push_str(if goes_on { " " } else { "; " });
            names.push_str(text);
        }
    }
}

/// The deliverables of a cell: list items are deliverables; sentences and lines may be, which a person must say.
pub fn deliverables(text: &str) -> Vec<DeliverableDraft> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|l| !l.is_empty()).collect();
    let labelled = labels::items(text);
    if labelled.items.len() >= 2 {
        return labelled.items.iter().map(|(_, text)| sure(text)).collect();
    }
    if lines.iter().filter(|l| l.starts_with("- ")).count() >= 2 {
        let is_lead = |line: &str| !line.starts_with("- ") && line.ends_with(':');
        return lines
            .iter()
            .filter(|l| !is_lead(l))
            .map(|line| sure(line.trim_start_matches("- ")))
            .filter(|d| !d.text.is_empty())
            .collect();
    }
    let parts: Vec<&str> = sentences(text).into_iter().map(|s| s.trim_start_matches("- ")).filter(|s| !s.is_empty()).collect();
    let whole = |part: &&str| part.split_whitespace().count() >= 3 && !part.ends_with(':');
    if parts.len() >= 2 && parts.iter().all(whole) {
        return parts.iter().map(|part| DeliverableDraft { text: without_final_dot(part).to_owned(), doubtful: true }).collect();
    }
    if lines.is_empty() { Vec::new() } else { vec![sure(plain(&lines.join(" ")).trim_start_matches("- "))] }
}

fn sure(text: &str) -> DeliverableDraft {
    DeliverableDraft { text: without_final_dot(&plain(text)).trim_end_matches(';').to_owned(), doubtful: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn list_items_are_deliverables_and_sentences_may_be() {
        let texts = |cell: &str| deliverables(cell).into_iter().map(|d| (d.text, d.doubtful)).collect::<Vec<_>>();
        assert_eq!(texts("- Plan.\n- Report;"), [("Plan".to_owned(), false), ("Report".to_owned(), false)]);
        assert_eq!(
            texts("Have the profile approved. Set up a table of members."),
            [("Have the profile approved".to_owned(), true), ("Set up a table of members".to_owned(), true)]
        );
        assert_eq!(
            texts("Framework updated, with the role; text approved."),
            [("Framework updated, with the role; text approved".to_owned(), false)]
        );
        assert_eq!(texts(" "), []);
    }

    #[test]
    fn names_are_joined_and_form_labels_dropped() {
        let owner = |lines: &[&str]| owners(lines.iter().copied(), Some("1.0.1"));
        assert_eq!(owner(&["Co-lead", "Director General, Policy"]).owner.as_deref(), Some("Co-lead; Director General, Policy"));
        assert_eq!(owner(&["1.0.1 Responsable du suivi : DG, Opérations"]).owner.as_deref(), Some("DG, Opérations"));
        assert_eq!(owner(&["Director General,", "Operations"]).owner.as_deref(), Some("Director General, Operations"));
        let both = owner(&["Lead: Policy Branch. Support: Operations, Research."]);
        assert_eq!((both.owner.as_deref(), both.support.as_deref()), (Some("Policy Branch"), Some("Operations, Research")));
    }

    #[test]
    fn a_date_is_found_beside_a_name() {
        let found = date_within("PPB – March 2012", Context::default());
        assert_eq!(found, Some(("March 2012".to_owned(), "PPB".to_owned())));
    }
}
