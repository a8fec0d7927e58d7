//! What happened, as it was written down.

use crate::{
    api::{
        log::{LogCheck, LogFilter, LogPage},
        trail::{HistoryEntry, HistoryPage},
    },
    backend::Caller,
    error::AppError,
    request::FormFailure,
};
use async_trait::async_trait;
use domain::trail::RecordKind;

/// The audit trail.
#[async_trait]
pub trait Trail: Send + Sync {
    /// One page of what happened to a record, newest first; a plan's holds its recommendations and responses. Errors
    /// with `NotFound` for those who may not see the record.
    async fn history(&self, caller: &Caller, record: RecordKind, id: i64, page: u32) -> Result<HistoryPage, AppError>;
    /// The same for all the evidence of a measure that the caller may know of.
    async fn evidence_history(&self, caller: &Caller, measure: i64, page: u32) -> Result<HistoryPage, AppError>;
    /// What happened lately, newest first, to the record that a form which met a conflict was about
    /// (`api::behind::FORMS`).
    async fn behind(&self, caller: &Caller, failed: &FormFailure) -> Result<Vec<HistoryEntry>, AppError>;
}

/// The log of every change. `NotFound` for those who may not read it.
#[async_trait]
pub trait Log: Send + Sync {
    /// One page of it, newest first.
    async fn show(&self, caller: &Caller, filter: &LogFilter, page: u32) -> Result<LogPage, AppError>;
    /// Whether its chain holds, from the first row to the last.
    async fn check(&self, caller: &Caller) -> Result<LogCheck, AppError>;
}
