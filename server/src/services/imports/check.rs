//! From the form as typed to a plan that may be written, with every problem at once.

use super::{labels, owners::Owners};
use crate::{
    services::fields::{Check, MAX_LINE, MAX_TEXT},
    store::records::typed,
};
use app::api::imports::{TypedMeasure, TypedPlan, TypedRecommendation};
use chrono::NaiveDate;
use domain::{
    dates::DueDate,
    draft::PlanDraft,
    plan::{Priority, ResponseKind, SourceKind},
    problem::{Problem, ProblemCode},
    text::Lang,
};
use std::collections::{BTreeMap, BTreeSet};

/// What stands between the numbers of a list.
const SEPARATORS: [char; 3] = [',', ';', '\n'];

/// A plan without a doubt left in it.
pub(super) struct ReadyPlan {
    pub lang: Lang,
    pub title: String,
    pub source_title: Option<String>,
    pub source_kind: SourceKind,
    pub source_url: Option<String>,
    pub published_on: Option<NaiveDate>,
    pub response: Option<(ResponseKind, String)>,
    /// By their row in the form.
    pub recommendations: BTreeMap<usize, ReadyRecommendation>,
    pub measures: Vec<ReadyMeasure>,
}

pub(super) struct ReadyRecommendation {
    pub number: String,
    pub text: String,
    pub addressee: Option<String>,
    pub priority: Priority,
    pub response: Option<(ResponseKind, Option<String>)>,
}

pub(super) struct ReadyMeasure {
    pub label: String,
    pub text: String,
    /// Rows of [`ReadyPlan::recommendations`].
    pub recommendations: BTreeSet<usize>,
    pub lead: Option<i64>,
    pub owner: Option<String>,
    pub due: DueDate,
    pub due_text: Option<String>,
    pub deliverables: Vec<String>,
    /// Who supports it, in words.
    pub support: Option<String>,
    pub accountable: Option<String>,
    pub start: Option<NaiveDate>,
    /// Whether the source says that it is done.
    pub completed: bool,
    pub completed_on: Option<NaiveDate>,
}

/// The plan as it will be written. Errors with every problem found; fields are named `title`, `measures[3][due]` and so
/// on. Rows without a text are left out, except a recommendation that a measure answers.
pub(super) fn ready(form: &TypedPlan, draft: &PlanDraft, owners: &Owners) -> Result<ReadyPlan, Vec<Problem>> {
    let mut check = Check::default();
    let title = check.required("title", &form.title, MAX_LINE);
    let lang = check.choice("lang", &form.lang);
    let source_kind = check.choice("source_kind", &form.source_kind);
    let source_url = check.link("source_url", &form.source_url);
    let published_on = check.day("published_on", &form.published_on);
    let response = global_response(&mut check, form);
    let recommendations = recommendations(&mut check, form);
    let rows = form.measures.iter().enumerate().filter(|(_, row)| typed(&row.text).is_some());
    let measures: Vec<ReadyMeasure> = rows.map(|(i, row)| measure(&mut check, i, row, draft, owners, &recommendations)).collect();
    if measures.is_empty() {
        check.problem("measures", ProblemCode::Required);
    }
    match (lang, source_kind) {
        (Some(lang), Some(source_kind)) if check.0.is_empty() => {
            let source_title = draft.title.as_deref().and_then(typed);
            Ok(ReadyPlan {
                lang,
                title,
                source_title,
                source_kind,
                source_url,
                published_on,
                response,
                recommendations,
                measures,
            })
        }
        _ => Err(check.0),
    }
}

fn global_response(check: &mut Check, form: &TypedPlan) -> Option<(ResponseKind, String)> {
    let text = check.text("response_text", &form.response_text, MAX_TEXT);
    if text.is_none() && form.response_kind.trim().is_empty() {
        return None;
    }
    let kind = check.choice("response_kind", &form.response_kind)?;
    Some((kind, text.unwrap_or_default()))
}

/// The rows with a text, and those that a measure answers: such a row without a text is a problem and never left out.
fn recommendations(check: &mut Check, form: &TypedPlan) -> BTreeMap<usize, ReadyRecommendation> {
    let measures = || form.measures.iter().filter(|row| typed(&row.text).is_some());
    let is_answered = |index: usize, row: &TypedRecommendation| {
        let number = typed(&row.number);
        measures().any(|measure| {
            measure.recommendation.trim().parse::<usize>() == Ok(index)
                || number.is_some() && measure.also.split(SEPARATORS).any(|listed| typed(listed) == number)
        })
    };
    let rows = form.recommendations.iter().enumerate().filter(|(i, row)| typed(&row.text).is_some() || is_answered(*i, row));
    rows.map(|(i, row)| (i, recommendation(check, i, row))).collect()
}

fn recommendation(check: &mut Check, index: usize, row: &TypedRecommendation) -> ReadyRecommendation {
    let field = |name: &str| format!("recommendations[{index}][{name}]");
    let optional = |code: &str| Some(code.trim().to_owned()).filter(|code| !code.is_empty());
    let number = check.text(&field("number"), &row.number, MAX_LINE).unwrap_or_else(|| (index + 1).to_string());
    let text = check.required(&field("text"), &row.text, MAX_TEXT);
    let addressee = check.text(&field("addressee"), &row.addressee, MAX_LINE);
    let priority = optional(&row.priority).and_then(|code| check.choice(&field("priority"), &code));
    let words = check.text(&field("response_text"), &row.response_text, MAX_TEXT);
    // Words that say neither yes nor no are kept, and somebody has to say which they mean.
    let asked = words.is_some() || optional(&row.response).is_some();
    let kind = if asked { check.choice(&field("response"), &row.response) } else { None };
    let priority = priority.unwrap_or(Priority::Unspecified);
    ReadyRecommendation { number, text, addressee, priority, response: kind.map(|kind| (kind, words)) }
}

fn measure(
    check: &mut Check,
    index: usize,
    row: &TypedMeasure,
    draft: &PlanDraft,
    owners: &Owners,
    recommendations: &BTreeMap<usize, ReadyRecommendation>,
) -> ReadyMeasure {
    let field = |name: &str| format!("measures[{index}][{name}]");
    let read = draft.measures.get(index);
    let known = |row: usize| recommendations.contains_key(&row);
    let printed = check.text(&field("label"), &row.label, MAX_LINE).unwrap_or_default();
    let as_printed = read.and_then(|read| typed(&read.due_text));
    let text = check.required(&field("text"), &row.text, MAX_TEXT);
    let first = check.number(&field("recommendation"), &row.recommendation, known);
    let also = others(check, &field("also"), &row.also, recommendations);
    let completed = row.completed.trim() == "yes";
    let completed_on = check.day(&field("completed_on"), &row.completed_on);
    if completed_on.is_some() && !completed {
        check.problem(field("completed"), ProblemCode::Required);
    }
    ReadyMeasure {
        label: labels::label(&printed, draft, index),
        text,
        recommendations: first.into_iter().chain(also).collect(),
        lead: check.number(&field("lead"), &row.lead, |id: i64| owners.get(id).is_some()),
        owner: check.text(&field("owner"), &row.owner, MAX_LINE),
        due: check.due(&field("due"), &row.due),
        due_text: as_printed.or_else(|| typed(&row.due)),
        deliverables: check.lines(&field("deliverables"), &row.deliverables),
        support: check.text(&field("support"), &row.support, MAX_TEXT),
        accountable: check.text(&field("accountable"), &row.accountable, MAX_TEXT),
        start: check.day(&field("start"), &row.start),
        completed,
        completed_on,
    }
}

/// The rows of the recommendations whose numbers are listed; one problem when any of them is not exactly one.
fn others(
    check: &mut Check,
    field: &str,
    listed: &str,
    recommendations: &BTreeMap<usize, ReadyRecommendation>,
) -> BTreeSet<usize> {
    let numbers = listed.split(SEPARATORS).filter_map(typed);
    let row_of = |number: String| {
        let mut rows = recommendations.iter().filter(|(_, recommendation)| recommendation.number == number);
        match (rows.next(), rows.next()) {
            (Some((row, _)), None) => Some(*row),
            _ => None,
        }
    };
    let rows: Option<BTreeSet<usize>> = numbers.map(row_of).collect();
    if rows.is_none() {
        check.problem(field, ProblemCode::NotAChoice);
    }
    rows.unwrap_or_default()
}
