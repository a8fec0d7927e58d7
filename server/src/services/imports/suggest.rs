//! The form as a fresh draft fills it.

use super::{labels::labels, owners::Owners};
use app::api::imports::{TypedMeasure, TypedPlan, TypedRecommendation};
use chrono::NaiveDate;
use domain::{
    dates::phrase::parse_due,
    draft::{MeasureDraft, PlanDraft, RecommendationDraft},
    plan::{ResponseKind, SourceKind},
    text::Coded,
};

/// What becomes of a date that was not understood. Words of a response that say neither yes nor no stay either way:
/// nothing is written before somebody says which they mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// It stands in the form as printed, and has to be put right before the commit.
    Preview,
    /// Nobody corrects it: it is left out, and its words are kept beside.
    Untouched,
}

pub(super) fn form(draft: &PlanDraft, owners: &Owners, reading: Reading) -> TypedPlan {
    let response = draft.response.as_ref();
    let labels = labels(draft);
    TypedPlan {
        title: draft.title.clone().unwrap_or_default(),
        lang: draft.lang.code().to_owned(),
        source_kind: SourceKind::Evaluation.code().to_owned(),
        // What was pasted or uploaded seldom says where and when it was published.
        source_url: String::new(),
        published_on: String::new(),
        response_text: response.map(|r| r.text.clone()).unwrap_or_default(),
        response_kind: code(response.and_then(|r| r.kind)),
        recommendations: draft.recommendations.iter().map(recommendation).collect(),
        measures: draft.measures.iter().zip(labels).map(|(m, label)| measure(draft, m, label, owners, reading)).collect(),
    }
}

fn code(kind: Option<ResponseKind>) -> String {
    kind.map(|kind| kind.code().to_owned()).unwrap_or_default()
}

fn recommendation(read: &RecommendationDraft) -> TypedRecommendation {
    TypedRecommendation {
        number: read.number.clone().unwrap_or_default(),
        text: read.text.clone(),
        addressee: read.addressee.clone().unwrap_or_default(),
        // Published plans do not state it in words that can be told apart.
        priority: String::new(),
        response: code(read.response),
        response_text: read.response_text.clone().unwrap_or_default(),
    }
}

fn measure(draft: &PlanDraft, read: &MeasureDraft, label: String, owners: &Owners, reading: Reading) -> TypedMeasure {
    let owner = read.owner.as_deref().or(draft.owner.as_deref()).unwrap_or_default();
    let lead = owners.find(owner);
    // One that the source prints as a number only keeps its measures: its text has to be filled in.
    let is_there = |index: &usize| *index < draft.recommendations.len();
    let deliverables: Vec<&str> = read.deliverables.iter().map(|d| d.text.as_str()).collect();
    TypedMeasure {
        label,
        text: read.text.clone(),
        recommendation: read.recommendation.filter(is_there).map(|index| index.to_string()).unwrap_or_default(),
        also: String::new(),
        lead: lead.map(|id| id.to_string()).unwrap_or_default(),
        owner: if lead.is_some() { String::new() } else { owner.to_owned() },
        due: due(read, reading),
        deliverables: deliverables.join("\n"),
        support: read.support.clone().unwrap_or_default(),
        accountable: read.accountable.clone().unwrap_or_default(),
        start: day(read.start),
        completed: if read.completed { "yes".to_owned() } else { String::new() },
        completed_on: day(read.completed_on.filter(|_| read.completed)),
    }
}

fn day(day: Option<NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// The words of the source where they read as the same date again, else the date as a code; words that were not
/// understood stay for a person to see.
fn due(read: &MeasureDraft, reading: Reading) -> String {
    match parse_due(&read.due_text) {
        Ok(due) if due == read.due => read.due_text.clone(),
        Err(_) if read.due == domain::dates::DueDate::NONE && reading == Reading::Preview => read.due_text.clone(),
        _ if read.due == domain::dates::DueDate::NONE => String::new(),
        _ => read.due.to_string(),
    }
}
