//! What is said about a measure by those who do not decide: contacts without accounts, comments.

use crate::{
    api::{
        comments::{CommentPage, MeasureComments},
        contacts::{Answer, AnswerPage, AskForm, MeasureContacts, ProposalPage, WaitingAnswer},
    },
    backend::{Caller, Visitor},
    error::AppError,
};
use async_trait::async_trait;
use domain::{
    comments::{TypedComment, TypedReply},
    contacts::TypedAsk,
};

/// Contacts: people without accounts who answer for an organisation.
#[async_trait]
pub trait Contacts: Send + Sync {
    /// The form by which a coordinator asks; `NotAllowed` for everybody else.
    async fn ask_form(&self, caller: &Caller, measure: i64) -> Result<AskForm, AppError>;
    /// Sends a contact one mail with a link for the measure and for each of the others. Errors with `Invalid`.
    async fn ask(&self, caller: &Caller, measure: i64, also: &[i64], typed: &TypedAsk) -> Result<(), AppError>;
    /// The links of a measure; `None` for all but the coordinators of its plan.
    async fn of_measure(&self, caller: &Caller, measure: i64) -> Result<Option<MeasureContacts>, AppError>;
    /// Takes a link back and answers its measure. Errors with `Conflict` when it has come to its end meanwhile.
    async fn revoke(&self, caller: &Caller, link: i64) -> Result<i64, AppError>;
    /// What the link of a token opens; `NotFound` for a token that was never given. Looking uses nothing up.
    async fn open(&self, visitor: &Visitor, token: &str) -> Result<AnswerPage, AppError>;
    /// Takes an answer in, which uses the link up; of two at once one is taken. Errors with `Invalid` (the link goes on
    /// working), `LinkNotValid` or `TooMany`.
    async fn answer(&self, visitor: &Visitor, token: &str, answer: &Answer) -> Result<(), AppError>;
    /// An answer beside the record; `NotFound` for all but the coordinators of the plan.
    async fn proposal(&self, caller: &Caller, proposal: i64) -> Result<ProposalPage, AppError>;
    /// Takes an answer over into the record and answers its measure. Errors with `Invalid` when it does not fit any
    /// more, with `Conflict` when either changed meanwhile.
    async fn publish(&self, caller: &Caller, proposal: i64, lock_version: i32, measure_version: i32) -> Result<i64, AppError>;
    /// Leaves an answer out of the record, with a reason.
    async fn decline(&self, caller: &Caller, proposal: i64, lock_version: i32, reason: &str) -> Result<(), AppError>;
    /// The answers that wait for the caller, oldest first.
    async fn waiting(&self, caller: &Caller) -> Result<Vec<WaitingAnswer>, AppError>;
}

/// Comments on measures. What one may not know of is `NotFound`.
#[async_trait]
pub trait Comments: Send + Sync {
    /// One page of the comments on a measure, the last one unless another is asked for; `None` for readers.
    async fn of_measure(&self, caller: &Caller, measure: i64, page: Option<u32>) -> Result<Option<MeasureComments>, AppError>;
    /// One comment by itself.
    async fn show(&self, caller: &Caller, comment: i64) -> Result<CommentPage, AppError>;
    /// Adds a comment. Errors with `Invalid`.
    async fn add(&self, caller: &Caller, measure: i64, typed: &TypedComment) -> Result<(), AppError>;
    /// Answers what a comment proposes and answers the id of its measure. Errors with `Invalid` or `Conflict`.
    async fn answer(&self, caller: &Caller, comment: i64, lock_version: i32, typed: &TypedReply) -> Result<i64, AppError>;
    /// Withdraws a comment, for a reason, and answers the id of its measure. Errors with `Invalid` or `Conflict`.
    async fn withdraw(&self, caller: &Caller, comment: i64, lock_version: i32, reason: &str) -> Result<i64, AppError>;
}
