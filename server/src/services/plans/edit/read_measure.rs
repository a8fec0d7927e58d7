//! From the form of a measure as typed to what may be written, with every problem at once.

use super::{choices::Choices, read::Reading};
use crate::{
    services::fields::{MAX_LINE, MAX_TEXT},
    store::{
        measures::MeasureEdit,
        records::{Deliverable, Measure, typed},
    },
};
use app::api::editing::{TypedDeliverable, TypedMeasureEdit, TypedOwner};
use domain::{
    dates::{DueDate, phrase::parse_due},
    deliverable::DeliverableStatus,
    measure::PromisedDates,
    plan::PlanStatus,
    problem::{Problem, ProblemCode},
    text::Bilingual,
};
use std::collections::BTreeMap;

/// A measure that may be written.
pub(super) struct ReadyMeasure {
    pub edit: MeasureEdit,
    pub deliverables: Vec<ReadyDeliverable>,
    pub why: Option<String>,
}

/// What becomes of a deliverable.
pub(super) enum ReadyDeliverable {
    /// One more.
    New(Bilingual, Option<DueDate>),
    /// Another wording, or in a draft another date.
    Changed(Deliverable, Bilingual, Option<DueDate>),
    /// Taken out of a draft.
    Removed(Deliverable),
}

/// What may be changed of a measure that is there already and was approved: its words, not who leads it nor when.
struct Frozen<'a>(&'a Measure);

/// A measure as it may be written; `before` is what it was, `None` for a new one.
pub(super) fn measure(
    mut reading: Reading,
    typed: &TypedMeasureEdit,
    before: Option<&Measure>,
    choices: &Choices,
) -> Result<ReadyMeasure, Vec<Problem>> {
    let frozen = before.filter(|_| reading.status != PlanStatus::Draft).map(Frozen);
    let label = reading.check.required("label", &typed.label, MAX_LINE);
    let text = reading.required("text", &typed.text, MAX_TEXT);
    let edit = match &frozen {
        Some(frozen) => frozen.edit(&mut reading, typed, choices),
        None => free(&mut reading, typed, before, choices),
    };
    let deliverables = deliverables(&mut reading, typed, before, frozen.is_some());
    let why = reading.why(&typed.why);
    let chosen = |said: &BTreeMap<i64, String>| said.iter().filter(|(_, yes)| *yes == "yes").map(|(id, _)| *id).collect();
    let (recommendations, mut support): (Vec<i64>, Vec<i64>) = (chosen(&typed.answers), chosen(&typed.support));
    if recommendations.iter().any(|id| !choices.has_recommendation(*id)) {
        reading.check.problem("answers", ProblemCode::NotAChoice);
    }
    if support.iter().any(|id| !choices.has_organisation(*id)) {
        reading.check.problem("support", ProblemCode::NotAChoice);
    }
    support.retain(|id| Some(*id) != edit.lead_organisation_id);
    let edit = MeasureEdit { label, text, recommendations, support, ..edit };
    reading.done(ReadyMeasure { edit, deliverables, why })
}

/// The owner: a person who sees the plan, or words.
pub(super) fn owner(reading: &mut Reading, typed: &TypedOwner, choices: &Choices) -> (Option<i64>, Option<String>) {
    let person = reading.check.number("owner_person", &typed.person, |id| choices.has_person(id));
    (person, reading.check.text("owner_words", &typed.words, MAX_LINE))
}

/// Who and when of a measure that nobody approved yet.
fn free(reading: &mut Reading, typed: &TypedMeasureEdit, before: Option<&Measure>, choices: &Choices) -> MeasureEdit {
    let lead_organisation_id = reading.check.number("lead", &typed.lead, |id| choices.has_organisation(id));
    let (owner_id, owner_text) = owner(reading, &typed.owner, choices);
    let start_on = reading.check.day("start_on", &typed.start_on);
    let due = reading.check.due("due", &typed.due);
    let dates = match before {
        Some(before) => before.figures.facts.dates.correct(reading.status, due).unwrap_or_else(|_| {
            reading.check.problem("due", ProblemCode::BaselineFrozen);
            before.figures.facts.dates
        }),
        None => PromisedDates::promised(due),
    };
    MeasureEdit {
        label: String::new(),
        text: Bilingual::default(),
        lead_organisation_id,
        owner_id,
        owner_text,
        start_on,
        dates,
        recommendations: Vec::new(),
        support: Vec::new(),
    }
}

impl Frozen<'_> {
    /// Everything as it was. A form that says otherwise is refused: dates move by an extension, a lead by a decision,
    /// an owner is named on a form of its own.
    fn edit(&self, reading: &mut Reading, said: &TypedMeasureEdit, choices: &Choices) -> MeasureEdit {
        let (measure, figures) = (self.0, &self.0.figures);
        if !said.due.trim().is_empty() && parse_due(&said.due) != Ok(figures.facts.dates.original()) {
            reading.check.problem("due", ProblemCode::BaselineFrozen);
        }
        if let Some(start) = reading.check.day("start_on", &said.start_on)
            && Some(start) != measure.start_on
        {
            reading.check.problem("start_on", ProblemCode::BaselineFrozen);
        }
        let lead = reading.check.number("lead", &said.lead, |id| choices.has_organisation(id));
        if lead.is_some() && lead != figures.lead_organisation_id {
            reading.check.problem("lead", ProblemCode::NeedsADecision);
        }
        let (owner, words) = owner(reading, &said.owner, choices);
        if owner.is_some() && owner != figures.owner_id {
            reading.check.problem("owner_person", ProblemCode::NeedsADecision);
        }
        if words.is_some() && words != measure.owner_text {
            reading.check.problem("owner_words", ProblemCode::NeedsADecision);
        }
        MeasureEdit {
            label: String::new(),
            text: Bilingual::default(),
            lead_organisation_id: figures.lead_organisation_id,
            owner_id: figures.owner_id,
            owner_text: measure.owner_text.clone(),
            start_on: measure.start_on,
            dates: figures.facts.dates,
            recommendations: Vec::new(),
            support: Vec::new(),
        }
    }
}

fn deliverables(reading: &mut Reading, form: &TypedMeasureEdit, before: Option<&Measure>, frozen: bool) -> Vec<ReadyDeliverable> {
    let known = before.map(|measure| measure.deliverables.as_slice()).unwrap_or_default();
    let mut ready = Vec::new();
    for (index, row) in form.deliverables.iter().enumerate() {
        let field = |name: &str| format!("deliverables[{index}][{name}]");
        if row.id.trim().is_empty() {
            ready.extend(new_deliverable(reading, row, &field));
            continue;
        }
        let found = row.id.trim().parse().ok().and_then(|id: i64| known.iter().find(|deliverable| deliverable.id == id));
        match found.filter(|deliverable| deliverable.status != DeliverableStatus::Retired) {
            Some(deliverable) => ready.extend(changed(reading, row, &field, deliverable, frozen)),
            None => reading.check.problem(field(&format!("title_{}", reading.lang)), ProblemCode::NotAChoice),
        }
    }
    ready
}

fn title(reading: &mut Reading, row: &TypedDeliverable, field: &impl Fn(&str) -> String) -> Bilingual {
    let en = reading.check.text(&field("title_en"), &row.title_en, MAX_TEXT);
    Bilingual::new(en, reading.check.text(&field("title_fr"), &row.title_fr, MAX_TEXT))
}

fn due(reading: &mut Reading, row: &TypedDeliverable, field: &impl Fn(&str) -> String) -> Option<DueDate> {
    typed(&row.due).map(|words| reading.check.due(&field("due"), &words))
}

/// A row without a title is no deliverable, unless it has a date.
fn new_deliverable(reading: &mut Reading, row: &TypedDeliverable, field: &impl Fn(&str) -> String) -> Option<ReadyDeliverable> {
    let (title, due) = (title(reading, row, field), due(reading, row, field));
    if title.is_empty() && due.is_none() {
        return None;
    }
    if title.is_empty() {
        reading.check.problem(field(&format!("title_{}", reading.lang)), ProblemCode::Required);
    }
    Some(ReadyDeliverable::New(title, due))
}

fn changed(
    reading: &mut Reading,
    row: &TypedDeliverable,
    field: &impl Fn(&str) -> String,
    before: &Deliverable,
    frozen: bool,
) -> Option<ReadyDeliverable> {
    let (title, due) = (title(reading, row, field), due(reading, row, field));
    let due = match (frozen, due) {
        (false, due) => due,
        (true, None) => before.original(),
        (true, due) => {
            if due != before.original() {
                reading.check.problem(field("due"), ProblemCode::BaselineFrozen);
            }
            before.original()
        }
    };
    match (title.is_empty(), frozen) {
        (true, false) => return Some(ReadyDeliverable::Removed(before.clone())),
        (true, true) => reading.check.problem(field(&format!("title_{}", reading.lang)), ProblemCode::Required),
        (false, _) => {}
    }
    (title != before.title || due != before.original()).then(|| ReadyDeliverable::Changed(before.clone(), title, due))
}
