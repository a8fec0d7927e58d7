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
    draft::{MeasureDraft, PlanDraft, RecommendationDraft},
    plan::{ResponseKind, SourceKind},
    problem::{Problem, ProblemCode},
    text::Lang,
};
use std::collections::BTreeMap;

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
    pub response: Option<(ResponseKind, Option<String>)>,
}

pub(super) struct ReadyMeasure {
    pub label: String,
    pub text: String,
    /// A row of [`ReadyPlan::recommendations`].
    pub recommendation: Option<usize>,
    pub lead: Option<i64>,
    pub owner: Option<String>,
    pub due: DueDate,
    pub due_text: Option<String>,
    pub deliverables: Vec<String>,
    /// What the source said of it beyond the form.
    pub read: Option<MeasureDraft>,
}

/// The plan as it will be written. Errors with every problem found; fields are named `title`, `measures[3][due]` and so
/// on. Rows without a text are left out.
pub(super) fn ready(form: &TypedPlan, draft: &PlanDraft, owners: &Owners) -> Result<ReadyPlan, Vec<Problem>> {
    let mut check = Check::default();
    let title = check.required("title", &form.title, MAX_LINE);
    let lang = check.choice("lang", &form.lang);
    let source_kind = check.choice("source_kind", &form.source_kind);
    let source_url = check.link("source_url", &form.source_url);
    let published_on = check.day("published_on", &form.published_on);
    let response = global_response(&mut check, form);
    let recommendations = recommendations(&mut check, form, draft);
    let known = |index: usize| recommendations.contains_key(&index);
    let rows = form.measures.iter().enumerate().filter(|(_, row)| typed(&row.text).is_some());
    let measures: Vec<ReadyMeasure> = rows.map(|(i, row)| measure(&mut check, i, row, draft, owners, known)).collect();
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

fn recommendations(check: &mut Check, form: &TypedPlan, draft: &PlanDraft) -> BTreeMap<usize, ReadyRecommendation> {
    let rows = form.recommendations.iter().enumerate().filter(|(_, row)| typed(&row.text).is_some());
    rows.map(|(i, row)| (i, recommendation(check, i, row, draft.recommendations.get(i)))).collect()
}

fn recommendation(
    check: &mut Check,
    index: usize,
    row: &TypedRecommendation,
    read: Option<&RecommendationDraft>,
) -> ReadyRecommendation {
    let field = |name: &str| format!("recommendations[{index}][{name}]");
    let words = read.and_then(|read| read.response_text.as_deref()).and_then(typed);
    let kind = if row.response.trim().is_empty() { None } else { check.choice(&field("response"), &row.response) };
    ReadyRecommendation {
        number: check.text(&field("number"), &row.number, MAX_LINE).unwrap_or_else(|| (index + 1).to_string()),
        text: check.required(&field("text"), &row.text, MAX_TEXT),
        addressee: read.and_then(|read| read.addressee.as_deref()).and_then(typed),
        response: kind.map(|kind| (kind, words)),
    }
}

fn measure(
    check: &mut Check,
    index: usize,
    row: &TypedMeasure,
    draft: &PlanDraft,
    owners: &Owners,
    known: impl Fn(usize) -> bool,
) -> ReadyMeasure {
    let field = |name: &str| format!("measures[{index}][{name}]");
    let read = draft.measures.get(index);
    let printed = check.text(&field("label"), &row.label, MAX_LINE).unwrap_or_default();
    let as_printed = read.and_then(|read| typed(&read.due_text));
    ReadyMeasure {
        label: labels::label(&printed, draft, index),
        text: check.required(&field("text"), &row.text, MAX_TEXT),
        recommendation: check.number(&field("recommendation"), &row.recommendation, known),
        lead: check.number(&field("lead"), &row.lead, |id: i64| owners.get(id).is_some()),
        owner: check.text(&field("owner"), &row.owner, MAX_LINE),
        due: check.due(&field("due"), &row.due),
        due_text: as_printed.or_else(|| typed(&row.due)),
        deliverables: check.lines(&field("deliverables"), &row.deliverables),
        read: read.cloned(),
    }
}
