//! Plans as a whole: reading, editing, importing, costs and reports.

use crate::{
    api::{
        costs::{CostForm, CostsPage},
        editing::{
            MeasureForm, MissingPage, OwnerForm, PlanForm, RecommendationForm, TypedMeasureEdit, TypedOwner, TypedPlanEdit,
            TypedRecommendationEdit,
        },
        imports::{ImportPreview, TypedPlan, UnfinishedImport},
        plans::{PlanFilter, PlanList, PlanPage},
        reports::{MeetingReport, OverdueSummary},
    },
    backend::Caller,
    error::AppError,
};
use async_trait::async_trait;
use chrono::NaiveDate;
use domain::costs::TypedCost;

/// Plans.
#[async_trait]
pub trait Plans: Send + Sync {
    /// The plans the caller may see, newest first. Pages count from 1.
    async fn list(&self, caller: &Caller, page: u32) -> Result<PlanList, AppError>;
    /// One plan.
    async fn show(&self, caller: &Caller, plan: i64, filter: &PlanFilter) -> Result<PlanPage, AppError>;
    /// Freezes the baseline of a draft plan.
    async fn approve(&self, caller: &Caller, plan: i64, lock_version: i32) -> Result<(), AppError>;
}

/// Editing a plan: freely while it is a draft, as amendments beside the baseline from its approval on. Forms are
/// `NotAllowed` for those who may see the plan and not edit it; what is typed errors with `Invalid` (every field
/// problem at once) or `Conflict`.
#[async_trait]
pub trait Editing: Send + Sync {
    /// The form of a plan.
    async fn plan_form(&self, caller: &Caller, plan: i64) -> Result<PlanForm, AppError>;
    /// Changes a plan.
    async fn edit_plan(&self, caller: &Caller, plan: i64, lock_version: i32, typed: &TypedPlanEdit) -> Result<(), AppError>;
    /// The form of a recommendation.
    async fn recommendation_form(&self, caller: &Caller, recommendation: i64) -> Result<RecommendationForm, AppError>;
    /// The form of a new one.
    async fn new_recommendation(&self, caller: &Caller, plan: i64) -> Result<RecommendationForm, AppError>;
    /// Adds a recommendation; answers its id.
    async fn add_recommendation(&self, caller: &Caller, plan: i64, typed: &TypedRecommendationEdit) -> Result<i64, AppError>;
    /// Changes a recommendation and the response to it.
    async fn edit_recommendation(
        &self,
        caller: &Caller,
        recommendation: i64,
        lock_version: i32,
        typed: &TypedRecommendationEdit,
    ) -> Result<(), AppError>;
    /// Takes a recommendation out of a draft; answers the plan.
    async fn remove_recommendation(&self, caller: &Caller, recommendation: i64, lock_version: i32) -> Result<i64, AppError>;
    /// The form of a measure.
    async fn measure_form(&self, caller: &Caller, measure: i64) -> Result<MeasureForm, AppError>;
    /// The form of a new one, which answers a recommendation.
    async fn new_measure(&self, caller: &Caller, plan: i64, recommendation: Option<i64>) -> Result<MeasureForm, AppError>;
    /// Adds a measure; answers its id.
    async fn add_measure(&self, caller: &Caller, plan: i64, typed: &TypedMeasureEdit) -> Result<i64, AppError>;
    /// Changes a measure and its deliverables. Promised dates of an approved plan are refused.
    async fn edit_measure(
        &self,
        caller: &Caller,
        measure: i64,
        lock_version: i32,
        typed: &TypedMeasureEdit,
    ) -> Result<(), AppError>;
    /// Takes a measure out of a draft; answers the plan.
    async fn remove_measure(&self, caller: &Caller, measure: i64, lock_version: i32) -> Result<i64, AppError>;
    /// The form that names who carries a measure.
    async fn owner_form(&self, caller: &Caller, measure: i64) -> Result<OwnerForm, AppError>;
    /// Names who carries a measure; `lead` is looked at only where no organisation leads it yet.
    async fn name_owner(
        &self,
        caller: &Caller,
        measure: i64,
        lock_version: i32,
        lead: &str,
        owner: &TypedOwner,
    ) -> Result<(), AppError>;
    /// What is missing in one language.
    async fn missing(&self, caller: &Caller, plan: i64) -> Result<MissingPage, AppError>;
    /// Closes a plan of which every measure has come to an end.
    async fn close(&self, caller: &Caller, plan: i64, lock_version: i32) -> Result<(), AppError>;
}

/// Costs of a plan.
#[async_trait]
pub trait Costs: Send + Sync {
    /// The costs of a plan: lines, totals, and what is not in them.
    async fn show(&self, caller: &Caller, plan: i64) -> Result<CostsPage, AppError>;
    /// The form of a new line.
    async fn new_line(&self, caller: &Caller, plan: i64) -> Result<CostForm, AppError>;
    /// The form of a line that is there.
    async fn line(&self, caller: &Caller, cost: i64) -> Result<CostForm, AppError>;
    /// Adds a line. Errors with `Invalid`.
    async fn add(&self, caller: &Caller, plan: i64, typed: &TypedCost) -> Result<(), AppError>;
    /// Corrects a line and answers the id of its plan. Errors with `Invalid` or `Conflict`.
    async fn correct(&self, caller: &Caller, cost: i64, lock_version: i32, typed: &TypedCost) -> Result<i64, AppError>;
    /// Archives a line, for a reason, and answers the id of its plan.
    async fn archive(&self, caller: &Caller, cost: i64, lock_version: i32, reason: &str) -> Result<i64, AppError>;
}

/// Imports.
#[async_trait]
pub trait Imports: Send + Sync {
    /// Previews the caller left unfinished, newest first, at most 20; `NotFound` for those who may not import.
    async fn unfinished(&self, caller: &Caller) -> Result<Vec<UnfinishedImport>, AppError>;
    /// Reads a source and keeps the preview; answers its id. Errors with `Import`.
    async fn start(&self, caller: &Caller, bytes: &[u8], file_name: Option<&str>) -> Result<i64, AppError>;
    /// A preview of the caller's own.
    async fn preview(&self, caller: &Caller, import: i64) -> Result<ImportPreview, AppError>;
    /// Keeps the corrections without committing; nothing typed is refused, doubtful dates are kept as typed.
    async fn correct(&self, caller: &Caller, import: i64, lock_version: i32, typed: &TypedPlan) -> Result<(), AppError>;
    /// Takes an unfinished preview of the caller's own away; one that became a plan is a `Conflict`.
    async fn discard(&self, caller: &Caller, import: i64, lock_version: i32) -> Result<(), AppError>;
    /// Writes the plan as a draft, all or nothing, and answers its id. Errors with `Invalid`: fields are named
    /// `title`, `measures[3][due]` and so on.
    async fn commit(&self, caller: &Caller, import: i64, lock_version: i32, typed: &TypedPlan) -> Result<i64, AppError>;
}

/// Reports.
#[async_trait]
pub trait Reports: Send + Sync {
    /// The status report of a plan; without a date, for its next meeting from today (else today).
    async fn meeting(&self, caller: &Caller, plan: i64, date: Option<NaiveDate>) -> Result<MeetingReport, AppError>;
    /// The overdue summary of one plan, or of all the caller may see.
    async fn overdue(&self, caller: &Caller, plan: Option<i64>, date: Option<NaiveDate>) -> Result<OverdueSummary, AppError>;
}
