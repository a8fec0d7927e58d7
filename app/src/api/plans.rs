//! Plans: the list, and one plan with its recommendations, measures and deliverables.

use super::{
    common::{MeasureRow, OrganisationView, PageInfo, RecommendationView, ResponseView},
    plan_life::PlanLife,
};
use crate::{
    error::AppError,
    request::{backend, caller},
};
use chrono::NaiveDate;
use domain::{
    measure::{LatenessFilter, MeasureStatus},
    plan::{PlanStatus, SourceKind},
    reports::Picture,
    text::InLang,
};
use leptos::server;
use serde::{Deserialize, Serialize};

/// One plan in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanSummary {
    /// Its id.
    pub id: i64,
    /// Its title.
    pub title: Option<InLang>,
    /// Where it stands.
    pub status: PlanStatus,
    /// What kind of report it answers.
    pub source_kind: SourceKind,
    /// When that report was published.
    pub published_on: Option<NaiveDate>,
    /// How many measures stand where, today.
    pub picture: Picture,
}

/// The list of the plans a person may see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanList {
    /// This page of it.
    pub plans: Vec<PlanSummary>,
    /// Which page.
    pub page: PageInfo,
    /// Whether to offer the import.
    pub may_import: bool,
}

/// What the plan page is narrowed to. Empty fields do not narrow.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanFilter {
    /// Measures led or supported by this organisation.
    pub organisation: Option<i64>,
    /// Measures of this status.
    pub status: Option<MeasureStatus>,
    /// Measures with this computed flag.
    pub lateness: Option<LatenessFilter>,
    /// Measures whose label, text, deliverables or recommendation hold all these words, accents and case aside.
    pub text: String,
}

impl PlanFilter {
    /// Whether nothing is narrowed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self { text: self.text.clone(), ..Self::default() } && self.text.trim().is_empty()
    }
}

/// One plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanPage {
    /// Its id.
    pub id: i64,
    /// Its title.
    pub title: Option<InLang>,
    /// The report it answers.
    pub source_title: Option<InLang>,
    /// What kind of report that is.
    pub source_kind: SourceKind,
    /// Where to read it (http or https).
    pub source_url: Option<String>,
    /// When it was published.
    pub published_on: Option<NaiveDate>,
    /// Where the plan stands.
    pub status: PlanStatus,
    /// When its baseline was frozen.
    pub approved_on: Option<NaiveDate>,
    /// The response to the report as a whole.
    pub global_response: Option<ResponseView>,
    /// The picture of the whole plan, unfiltered.
    pub picture: Picture,
    /// Its recommendations; with a filter, those with a matching measure.
    pub recommendations: Vec<RecommendationView>,
    /// Measures that answer no recommendation.
    pub unlinked: Vec<MeasureRow>,
    /// The organisations that lead or support a measure, for the filter.
    pub organisations: Vec<OrganisationView>,
    /// How many measures match the filter.
    pub matching: u32,
    /// Whether to offer the approval.
    pub may_approve: bool,
    /// Its life so far, and what can be done about it.
    pub life: PlanLife,
    /// Guards the approval.
    pub lock_version: i32,
}

/// Freezes the baseline of a draft plan.
#[server(prefix = "/do", endpoint = "approve-plan")]
pub async fn approve_plan(
    /// The id of the plan.
    plan: i64,
    /// Guards against approving what was changed meanwhile.
    lock_version: i32,
) -> Result<(), AppError> {
    backend().plans.approve(&caller()?, plan, lock_version).await?;
    leptos_axum::redirect(&format!("/plans/{plan}?done=plan-approved"));
    Ok(())
}
