//! What happens to a measure: updates, evidence, decisions, and what is asked of whom.

use crate::{
    api::{
        decisions::{About, ExtensionPage, FatePage, VerifyPage},
        evidence::{EvidencePage, WithdrawPage},
        many::{LeftRow, OwnPage},
        measures::MeasurePage,
        progress::{ProgressForm, WaitingDraft},
        reporting::Reporting,
        work::WorkPage,
    },
    backend::Caller,
    error::AppError,
};
use async_trait::async_trait;
use domain::{
    evidence::TypedEvidence,
    extensions::{TypedExtension, TypedRuling},
    progress::{TypedProgress, TypedRow},
    workflow::{TypedFate, TypedVerification},
};
use std::collections::BTreeMap;

/// Measures.
#[async_trait]
pub trait Measures: Send + Sync {
    /// One measure, with one page of its updates.
    async fn show(&self, caller: &Caller, measure: i64, page: u32) -> Result<MeasurePage, AppError>;
}

/// Evidence. Files themselves do not pass here: the web layer hands them to the service as they arrive.
#[async_trait]
pub trait Evidence: Send + Sync {
    /// The evidence of a measure: what the caller may know of.
    async fn page(&self, caller: &Caller, measure: i64) -> Result<EvidencePage, AppError>;
    /// Whether the caller may add evidence; asked before a file is even received.
    async fn may_add(&self, caller: &Caller, measure: i64) -> Result<(), AppError>;
    /// Adds a link. Errors with `Invalid` or `Conflict`.
    async fn add_link(&self, caller: &Caller, measure: i64, lock_version: i32, typed: &TypedEvidence) -> Result<(), AppError>;
    /// A piece that the caller may withdraw.
    async fn piece(&self, caller: &Caller, evidence: i64) -> Result<WithdrawPage, AppError>;
    /// Withdraws a piece, for a reason, and answers the id of its measure.
    async fn withdraw(&self, caller: &Caller, evidence: i64, lock_version: i32, reason: &str) -> Result<i64, AppError>;
}

/// Progress updates.
#[async_trait]
pub trait Progress: Send + Sync {
    /// What the form shows; `NotAllowed` for those who may see the measure but not report on it.
    async fn form(&self, caller: &Caller, measure: i64) -> Result<ProgressForm, AppError>;
    /// Records an update. Errors with `Invalid` (every field problem at once) or `Conflict`.
    async fn record(&self, caller: &Caller, measure: i64, lock_version: i32, typed: &TypedProgress) -> Result<(), AppError>;
    /// Keeps the form as it is for the caller alone. Errors with `Conflict` when somebody reported meanwhile, or when the
    /// caller's draft from another view of the form has other words.
    async fn save_draft(&self, caller: &Caller, measure: i64, lock_version: i32, typed: &TypedProgress) -> Result<(), AppError>;
    /// Gives the caller's own draft up; nothing happens where there is none.
    async fn discard_draft(&self, caller: &Caller, measure: i64) -> Result<(), AppError>;
    /// The caller's drafts, newest first; those that cannot be sent any more with what was typed.
    async fn drafts(&self, caller: &Caller) -> Result<Vec<WaitingDraft>, AppError>;
    /// Every open measure the caller answers for, by plan.
    async fn own(&self, caller: &Caller, page: u32) -> Result<OwnPage, AppError>;
    /// What became of rows that are not in the form any more.
    async fn left(&self, caller: &Caller, measures: &[i64]) -> Result<Vec<LeftRow>, AppError>;
    /// Records an update for every row something was said in, and says how many. All or nothing: errors with
    /// `Invalid`, the fields named `rows[ID][done]`; with `NotAllowed` or `NotFound` when no row may be reported on.
    async fn record_many(&self, caller: &Caller, rows: &BTreeMap<i64, TypedRow>, text_lang: &str) -> Result<usize, AppError>;
    /// Keeps every row something was said in as a draft of its own. Errors with `Conflict` when one of them was reported
    /// on meanwhile or is not the caller's any more; the others are kept all the same.
    async fn save_drafts(&self, caller: &Caller, rows: &BTreeMap<i64, TypedRow>, text_lang: &str) -> Result<(), AppError>;
    /// Who has reported on a plan and who has not; `NotAllowed` for all but its coordinators.
    async fn reporting(&self, caller: &Caller, plan: i64) -> Result<Reporting, AppError>;
}

/// Decisions about a measure. Each form carries the version of the measure; `Conflict` when it changed meanwhile.
#[async_trait]
pub trait Decisions: Send + Sync {
    /// What is said before an extension is asked for; `NotAllowed` for those who may not report on the measure.
    async fn extension_form(&self, caller: &Caller, measure: i64) -> Result<About, AppError>;
    /// Asks for a later date and answers the id of the request.
    async fn request_extension(
        &self,
        caller: &Caller,
        measure: i64,
        lock_version: i32,
        typed: &TypedExtension,
    ) -> Result<i64, AppError>;
    /// An extension request, for whoever may see its measure.
    async fn extension(&self, caller: &Caller, extension: i64) -> Result<ExtensionPage, AppError>;
    /// Grants or refuses it and answers the id of its measure.
    async fn decide_extension(
        &self,
        caller: &Caller,
        extension: i64,
        lock_version: i32,
        typed: &TypedRuling,
    ) -> Result<i64, AppError>;
    /// Takes it back and answers the id of its measure.
    async fn withdraw_extension(&self, caller: &Caller, extension: i64, lock_version: i32) -> Result<i64, AppError>;
    /// What a verifier looks at; everybody who may see the measure may look, but for what is internal.
    async fn verify_form(&self, caller: &Caller, measure: i64) -> Result<VerifyPage, AppError>;
    /// Accepts or returns the claim.
    async fn verify(&self, caller: &Caller, measure: i64, lock_version: i32, typed: &TypedVerification) -> Result<(), AppError>;
    /// What can be decided about the measure; `NotAllowed` for its own leads.
    async fn fate_form(&self, caller: &Caller, measure: i64) -> Result<FatePage, AppError>;
    /// Decides it.
    async fn decide_fate(&self, caller: &Caller, measure: i64, lock_version: i32, typed: &TypedFate) -> Result<(), AppError>;
}

/// My work.
#[async_trait]
pub trait Work: Send + Sync {
    /// What is asked of the caller, most urgent first.
    async fn show(&self, caller: &Caller, page: u32) -> Result<WorkPage, AppError>;
    /// Whether there may be measures to report on: the person leads, owns one that goes on, or is somebody's deputy.
    async fn may_report(&self, caller: &Caller) -> Result<bool, AppError>;
}
