//! The costs of a plan: lines, totals with what is not in them, and the forms of a line.

use super::common::OrganisationView;
use crate::{
    error::AppError,
    request::{backend, caller},
};
use chrono::NaiveDate;
use domain::{
    costs::{CostLine, OrganisationCosts, TypedCost, YearTotal},
    text::InLang,
};
use leptos::server;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CostRow {
    /// Its id.
    pub id: i64,
    /// What is paid for.
    pub activity: Option<InLang>,
    /// What else there is to say.
    pub note: Option<InLang>,
    /// The organisations it belongs to, by code.
    pub organisations: Vec<OrganisationView>,
    /// Its kind, year, source and amount.
    pub line: CostLine,
    /// When it was archived, and why.
    pub archived: Option<(NaiveDate, String)>,
}

/// What one organisation promised and spent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationCostsView {
    /// Which.
    pub organisation: OrganisationView,
    /// Its totals.
    pub costs: OrganisationCosts,
}

/// The costs of a plan as its page and its report show them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CostTables {
    /// The totals of each year and kind.
    pub years: Vec<YearTotal>,
    /// The totals of each organisation, by code.
    pub organisations: Vec<OrganisationCostsView>,
    /// Every line that is not archived, by year and kind.
    pub lines: Vec<CostRow>,
}

/// The page of the costs of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CostsPage {
    /// The plan.
    pub plan_id: i64,
    /// Its title.
    pub plan_title: Option<InLang>,
    /// Lines and totals.
    pub tables: CostTables,
    /// Lines that were archived; for those who record costs.
    pub archived: Vec<CostRow>,
    /// Whether this person records costs.
    pub may_record: bool,
    /// Whether the plan is closed: then only what was actually spent is still recorded.
    pub is_closed: bool,
}

/// The form of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CostForm {
    /// The plan.
    pub plan_id: i64,
    /// Its title.
    pub plan_title: Option<InLang>,
    /// The line; `None` for a new one.
    pub id: Option<i64>,
    /// What it says now.
    pub typed: TypedCost,
    /// Every organisation there is, by code.
    pub organisations: Vec<OrganisationView>,
    /// Guards against overwriting.
    pub lock_version: i32,
}

/// The organisations whose box is ticked.
fn ticked(boxes: BTreeMap<i64, String>) -> Vec<String> {
    boxes.into_iter().filter(|(_, ticked)| ticked == "yes").map(|(id, _)| id.to_string()).collect()
}

/// Adds a line.
// One argument per field, as in the other forms.
#[allow(clippy::too_many_arguments)]
#[server(prefix = "/do", endpoint = "add-cost")]
pub async fn add_cost(
    /// The id of the plan.
    plan: i64,
    /// What is paid for, in English.
    #[server(default)]
    cost_activity_en: String,
    /// What is paid for, in French.
    #[server(default)]
    cost_activity_fr: String,
    /// A `CostKind` code.
    #[server(default)]
    cost_kind: String,
    /// The fiscal year.
    #[server(default)]
    cost_year: String,
    /// A `CostSource` code.
    #[server(default)]
    cost_source: String,
    /// A `Certainty` code.
    #[server(default)]
    cost_certainty: String,
    /// The amount.
    #[server(default)]
    cost_amount: String,
    /// `yes` by the id of each organisation.
    #[server(default)]
    cost_organisations: BTreeMap<i64, String>,
    /// What else there is to say, in English.
    #[server(default)]
    cost_note_en: String,
    /// What else there is to say, in French.
    #[server(default)]
    cost_note_fr: String,
    /// Which view of the form this is.
    #[server(default)]
    form_key: String,
) -> Result<(), AppError> {
    let typed = TypedCost {
        activity_en: cost_activity_en,
        activity_fr: cost_activity_fr,
        kind: cost_kind,
        year: cost_year,
        source: cost_source,
        certainty: cost_certainty,
        amount: cost_amount,
        organisations: ticked(cost_organisations),
        note_en: cost_note_en,
        note_fr: cost_note_fr,
        form_key,
    };
    backend().costs.add(&caller()?, plan, &typed).await?;
    leptos_axum::redirect(&format!("/plans/{plan}/costs?done=cost-added"));
    Ok(())
}

/// Corrects a line.
#[allow(clippy::too_many_arguments)]
#[server(prefix = "/do", endpoint = "correct-cost")]
pub async fn correct_cost(
    /// The id of the line.
    cost: i64,
    /// Guards against overwriting.
    lock_version: i32,
    /// What is paid for, in English.
    #[server(default)]
    cost_activity_en: String,
    /// What is paid for, in French.
    #[server(default)]
    cost_activity_fr: String,
    /// A `CostKind` code.
    #[server(default)]
    cost_kind: String,
    /// The fiscal year.
    #[server(default)]
    cost_year: String,
    /// A `CostSource` code.
    #[server(default)]
    cost_source: String,
    /// A `Certainty` code.
    #[server(default)]
    cost_certainty: String,
    /// The amount.
    #[server(default)]
    cost_amount: String,
    /// `yes` by the id of each organisation.
    #[server(default)]
    cost_organisations: BTreeMap<i64, String>,
    /// What else there is to say, in English.
    #[server(default)]
    cost_note_en: String,
    /// What else there is to say, in French.
    #[server(default)]
    cost_note_fr: String,
) -> Result<(), AppError> {
    let typed = TypedCost {
        activity_en: cost_activity_en,
        activity_fr: cost_activity_fr,
        kind: cost_kind,
        year: cost_year,
        source: cost_source,
        certainty: cost_certainty,
        amount: cost_amount,
        organisations: ticked(cost_organisations),
        note_en: cost_note_en,
        note_fr: cost_note_fr,
        ..TypedCost::default()
    };
    let plan = backend().costs.correct(&caller()?, cost, lock_version, &typed).await?;
    leptos_axum::redirect(&format!("/plans/{plan}/costs?done=cost-corrected"));
    Ok(())
}

/// Archives a line; it stays on record.
#[server(prefix = "/do", endpoint = "archive-cost")]
pub async fn archive_cost(
    /// The id of the line.
    cost: i64,
    /// Guards against overwriting.
    lock_version: i32,
    /// Why.
    #[server(default)]
    archive_reason: String,
) -> Result<(), AppError> {
    let plan = backend().costs.archive(&caller()?, cost, lock_version, &archive_reason).await?;
    leptos_axum::redirect(&format!("/plans/{plan}/costs?done=cost-archived"));
    Ok(())
}
