//! All that pages and forms may ask of the program: one trait per noun, implemented by the services of `server`.
//!
//! Every method takes who is asking and refuses first. What one may not know is `NotFound`. Days come from the
//! backend's own clock, so that pages never read one.

use crate::{
    api::{
        accounts::DemoPerson,
        imports::{ImportPreview, TypedPlan, UnfinishedImport},
        measures::MeasurePage,
        plans::{PlanFilter, PlanList, PlanPage},
        progress::ProgressForm,
        reports::{MeetingReport, OverdueSummary},
        trail::HistoryPage,
        work::WorkPage,
    },
    error::AppError,
};
use async_trait::async_trait;
use chrono::NaiveDate;
use domain::{
    people::Actor,
    progress::TypedProgress,
    text::{Email, Lang},
    trail::RecordKind,
};
use std::sync::Arc;

/// Who is asking, in which language they read, under which request id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caller {
    /// The signed-in person.
    pub actor: Actor,
    /// The language of the page.
    pub lang: Lang,
    /// The id the log and the audit row carry.
    pub request_id: String,
}

/// Signing in and out.
#[async_trait]
pub trait Accounts: Send + Sync {
    /// Mails a one-time link that goes on to `next` if the address is known; says nothing about whether it is.
    async fn request_link(&self, email: &Email, next: &str, lang: Lang) -> Result<(), AppError>;
    /// Uses up a one-time link. Errors with `LinkNotValid`.
    async fn redeem(&self, token: &str) -> Result<Actor, AppError>;
    /// The person of a session with today's roles; `None` once they may not sign in any more.
    async fn actor(&self, person: i64) -> Result<Option<Actor>, AppError>;
    /// The people a demo instance offers; empty on any other.
    async fn demo_people(&self) -> Result<Vec<DemoPerson>, AppError>;
    /// Signs in as one of them; `NotFound` on any other instance.
    async fn sign_in_demo(&self, person: i64) -> Result<Actor, AppError>;
}

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

/// Measures.
#[async_trait]
pub trait Measures: Send + Sync {
    /// One measure, with one page of its updates.
    async fn show(&self, caller: &Caller, measure: i64, page: u32) -> Result<MeasurePage, AppError>;
}

/// Progress updates.
#[async_trait]
pub trait Progress: Send + Sync {
    /// What the form shows; `NotAllowed` for those who may see the measure but not report on it.
    async fn form(&self, caller: &Caller, measure: i64) -> Result<ProgressForm, AppError>;
    /// Records an update. Errors with `Invalid` (every field problem at once) or `Conflict`.
    async fn record(&self, caller: &Caller, measure: i64, lock_version: i32, typed: &TypedProgress) -> Result<(), AppError>;
}

/// My work.
#[async_trait]
pub trait Work: Send + Sync {
    /// What is asked of the caller, most urgent first.
    async fn show(&self, caller: &Caller, page: u32) -> Result<WorkPage, AppError>;
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

/// The audit trail.
#[async_trait]
pub trait Trail: Send + Sync {
    /// One page of what happened to a record, newest first; a plan's holds its recommendations and responses. Errors
    /// with `NotFound` for those who may not see the record.
    async fn history(&self, caller: &Caller, record: RecordKind, id: i64, page: u32) -> Result<HistoryPage, AppError>;
}

/// Everything together, as pages find it in their context.
#[derive(Clone)]
pub struct Backend {
    /// Signing in and out.
    pub accounts: Arc<dyn Accounts>,
    /// Plans.
    pub plans: Arc<dyn Plans>,
    /// Measures.
    pub measures: Arc<dyn Measures>,
    /// Progress updates.
    pub progress: Arc<dyn Progress>,
    /// My work.
    pub work: Arc<dyn Work>,
    /// Imports.
    pub imports: Arc<dyn Imports>,
    /// Reports.
    pub reports: Arc<dyn Reports>,
    /// The audit trail.
    pub trail: Arc<dyn Trail>,
}
