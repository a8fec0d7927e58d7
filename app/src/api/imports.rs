//! Import on the web: a source, a preview that a person corrects, then a plan.

use super::common::OrganisationView;
use domain::draft::PlanDraft;
use serde::{Deserialize, Serialize};

/// A preview.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ImportPreview {
    /// Its id.
    pub id: i64,
    /// The file it came from, when it was not pasted.
    pub file_name: Option<String>,
    /// What was understood, with the corrections made so far.
    pub draft: PlanDraft,
    /// What the form shows: filled from the draft at first, then as it was typed last.
    pub typed: TypedPlan,
    /// The organisations a measure can be given to.
    pub organisations: Vec<OrganisationView>,
    /// The plan it became, when it was committed.
    pub plan_id: Option<i64>,
    /// Guards against overwriting.
    pub lock_version: i32,
}

/// A preview a person left unfinished.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnfinishedImport {
    /// Its id.
    pub id: i64,
    /// The file it came from.
    pub file_name: Option<String>,
    /// The title read or typed so far.
    pub title: Option<String>,
    /// The day it was started.
    pub started_on: chrono::NaiveDate,
}

/// One recommendation row of the preview as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TypedRecommendation {
    /// Its number.
    pub number: String,
    /// Its text; a blank one leaves the recommendation out.
    pub text: String,
    /// A `ResponseKind` code, or blank.
    pub response: String,
}

/// One measure row of the preview as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TypedMeasure {
    /// Its label.
    pub label: String,
    /// Its text; a blank one leaves the measure out.
    pub text: String,
    /// The number of the recommendation row it answers, counted from 0, or blank.
    pub recommendation: String,
    /// The id of the organisation that leads it, or blank.
    pub lead: String,
    /// The owner in words.
    pub owner: String,
    /// The due date in words.
    pub due: String,
    /// One deliverable a line.
    pub deliverables: String,
}

/// The whole preview as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TypedPlan {
    /// The title of the plan.
    pub title: String,
    /// The language of its texts.
    pub lang: String,
    /// A `SourceKind` code.
    pub source_kind: String,
    /// The words of the global response.
    pub response_text: String,
    /// A `ResponseKind` code for it, or blank.
    pub response_kind: String,
    /// The recommendations, in order.
    pub recommendations: Vec<TypedRecommendation>,
    /// The measures, in order.
    pub measures: Vec<TypedMeasure>,
}
