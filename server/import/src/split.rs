//! One row, one measure; or several where the labels of one cell recur in another (a, b, c).

use crate::build::NewMeasure;
use crate::fields::{self, Dates};
use crate::labels::{self, Items};
use crate::rows::Action;
use chrono::NaiveDate;
use domain::dates::phrase::Context;

/// The texts of a row beside its recommendation, response and action.
#[derive(Debug, Clone, Default)]
pub struct Parts {
    pub action_items: Items,
    pub deliverable: String,
    /// The cells of the deliverable columns, each for itself.
    pub deliverable_cells: Vec<String>,
    pub due: String,
    /// The cells of the date columns, where there are such.
    pub due_cells: Vec<String>,
    pub both: Option<Dates>,
    pub start: Option<(NaiveDate, String)>,
    pub owner_lines: Vec<String>,
    pub support: Option<String>,
    pub accountable: Option<String>,
    pub label: Option<String>,
    pub completed: bool,
    pub completed_on: Option<NaiveDate>,
    /// The date stands in this row and not in one above.
    pub has_own_date: bool,
    pub has_date_field: bool,
    pub may_inherit_owner: bool,
    /// "Idem": the owner above holds, whatever the recommendation.
    pub same_owner: bool,
}

impl Parts {
    pub fn is_blank(&self) -> bool {
        self.deliverable.is_empty() && !self.has_own_date
    }

    fn measure(&self, label: Option<&str>, context: Context) -> NewMeasure {
        NewMeasure {
            label: label.map(str::to_owned),
            dates: self.dates(context),
            owners: self.owners(label),
            inherits_owner: self.may_inherit_owner,
            same_owner: self.same_owner,
            completed: self.completed,
            completed_on: self.completed_on,
            has_date_field: self.has_date_field,
            ..NewMeasure::default()
        }
    }
}

/// How many labels two cells share.
fn shared(a: &Items, b: &Items) -> usize {
    a.labels().filter(|label| b.get(label).is_some()).count()
}

/// The measures of a row, and whether some labels found no partner.
pub fn split(action: &Action, is_deliverable: bool, continues: bool, parts: &Parts, context: Context) -> (Vec<NewMeasure>, bool) {
    let deliverables = labels::items(&parts.deliverable);
    let dates = labels::items(&parts.due);
    let own = &parts.action_items;
    if shared(own, &deliverables) >= 2 || shared(own, &dates) >= 2 {
        return by_labels(own, &deliverables, &dates, parts, context);
    }
    if shared(&deliverables, &dates) >= 2 {
        return by_deliverables(action, is_deliverable || continues, &deliverables, &dates, parts, context);
    }
    (vec![whole(action, is_deliverable, parts, context)], false)
}

/// The dates of one label, or those of the whole row where the date cell has no labels.
fn dates_of(label: &str, dates: &Items, parts: &Parts, context: Context) -> Option<Dates> {
    if dates.items.len() < 2 {
        return Some(parts.dates(context));
    }
    dates.get(label).map(|raw| fields::dates(raw, context))
}

fn by_labels(own: &Items, deliverables: &Items, dates: &Items, parts: &Parts, context: Context) -> (Vec<NewMeasure>, bool) {
    let mut unmatched = false;
    let measures = own.items.iter().map(|(label, text)| {
        let due = dates_of(label, dates, parts, context);
        let mine = if deliverables.items.len() >= 2 { deliverables.get(label) } else { Some(parts.deliverable.as_str()) };
        unmatched |= due.is_none() || mine.is_none();
        NewMeasure {
            text: text.trim_end_matches(';').to_owned(),
            dates: due.unwrap_or_default(),
            deliverables: fields::deliverables(mine.unwrap_or_default()),
            ..parts.measure(Some(label), context)
        }
    });
    let measures: Vec<NewMeasure> = measures.collect();
    let all = deliverables.labels().chain(dates.labels());
    unmatched |= all.filter(|label| own.get(label).is_none()).count() > 0;
    (measures, unmatched)
}

/// Dated items of the deliverable cell. Below a measure that already stands for the action they are measures of their
/// own (milestones); else each is a deliverable of the action with its date.
fn by_deliverables(
    action: &Action,
    own_text: bool,
    deliverables: &Items,
    dates: &Items,
    parts: &Parts,
    context: Context,
) -> (Vec<NewMeasure>, bool) {
    let mut unmatched = false;
    let measures = deliverables.items.iter().map(|(label, text)| {
        let due = dates_of(label, dates, parts, context);
        unmatched |= due.is_none();
        NewMeasure {
            text: if own_text { text.clone() } else { action.text.clone() },
            dates: due.unwrap_or_default(),
            deliverables: if own_text { Vec::new() } else { fields::deliverables(text) },
            ..parts.measure(Some(label), context)
        }
    });
    (measures.collect(), unmatched)
}

fn whole(action: &Action, is_deliverable: bool, parts: &Parts, context: Context) -> NewMeasure {
    let printed = labels::items(&parts.deliverable);
    let (own_label, deliverable) = match printed.items.as_slice() {
        [(label, text)] => (Some(label.clone()), text.as_str()),
        _ => (None, parts.deliverable.as_str()),
    };
    // The label beside the deliverable is the finer one (1.1.1 below 1.1).
    let finer = own_label.filter(|own| action.label.as_ref().is_none_or(|label| own.starts_with(label.as_str())));
    let label = parts.label.clone().or(finer).or_else(|| action.label.clone());
    let text = if is_deliverable { deliverable.to_owned() } else { action.text.clone() };
    let deliverables = match parts.deliverable_cells.as_slice() {
        _ if is_deliverable => Vec::new(),
        several @ [_, _, ..] => several.iter().flat_map(|cell| fields::deliverables(cell)).collect(),
        _ => fields::deliverables(deliverable),
    };
    // A date cell may repeat the label of its row.
    let mut measure = NewMeasure { text, deliverables, ..parts.measure(label.as_deref(), context) };
    if let [(repeated, raw)] = labels::items(&parts.due).items.as_slice()
        && Some(repeated) == label.as_ref()
    {
        measure.dates = fields::dates(raw, context);
    }
    measure
}
