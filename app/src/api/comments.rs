//! Comments on a measure, the decisions they propose, and the forms that write, answer and withdraw them.

use super::common::{MeasureRow, PageInfo};
use crate::{
    error::AppError,
    request::{backend, caller},
};
use chrono::NaiveDate;
use domain::{
    comments::{ProposalAnswer, ProposedDecision, TypedComment, TypedReply},
    text::InLang,
};
use leptos::server;
use serde::{Deserialize, Serialize};

/// Who did something about a comment, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActView {
    /// The name of the person.
    pub by: String,
    /// The day.
    pub on: NaiveDate,
}

/// How a proposal was answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReplyView {
    /// Followed or set aside.
    pub answer: ProposalAnswer,
    /// By whom.
    pub by: ActView,
    /// Why.
    pub reason: Option<InLang>,
}

/// The decision that a comment proposes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposedView {
    /// Which.
    pub decision: ProposedDecision,
    /// The answer, once there is one.
    pub reply: Option<ReplyView>,
}

/// A comment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommentView {
    /// Its id.
    pub id: i64,
    /// Who wrote it.
    pub written: ActView,
    /// What it says; `None` when it was withdrawn and is not this person's to read any more.
    pub text: Option<InLang>,
    /// What it proposes.
    pub proposed: Option<ProposedView>,
    /// Who withdrew it, and why.
    pub withdrawn: Option<(ActView, String)>,
}

impl CommentView {
    /// Whether it proposes something that waits for an answer.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.withdrawn.is_none() && self.proposed.as_ref().is_some_and(|proposed| proposed.reply.is_none())
    }
}

/// The comments on a measure, for those who may know of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeasureComments {
    /// The measure.
    pub measure: i64,
    /// One page of them, newest last.
    pub comments: Vec<CommentView>,
    /// Which page.
    pub page: PageInfo,
    /// Whether this person may add one.
    pub may_comment: bool,
    /// Whether this person answers proposals about the measure.
    pub may_answer: bool,
    /// What can still be proposed.
    pub possible: Vec<ProposedDecision>,
}

/// The page of one comment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommentPage {
    /// The comment.
    pub comment: CommentView,
    /// Its measure.
    pub measure: MeasureRow,
    /// The plan of that.
    pub plan_id: i64,
    /// That plan's title.
    pub plan_title: Option<InLang>,
    /// Whether it proposes something that this person may answer.
    pub may_answer: bool,
    /// Whether this person may decide about the measure.
    pub may_decide: bool,
    /// Whether this person may withdraw it.
    pub may_withdraw: bool,
    /// Guards against overwriting.
    pub lock_version: i32,
}

/// Adds a comment to a measure.
#[server(prefix = "/do", endpoint = "add-comment")]
pub async fn add_comment(
    /// The id of the measure.
    measure: i64,
    /// What is said.
    #[server(default)]
    comment_text: String,
    /// A `ProposedDecision` code, or nothing.
    #[server(default)]
    proposes: String,
    /// The language of the text.
    #[server(default)]
    text_lang: String,
    /// Which view of the form this is.
    #[server(default)]
    form_key: String,
) -> Result<(), AppError> {
    let typed = TypedComment { text: comment_text, proposes, text_lang, form_key };
    backend().comments.add(&caller()?, measure, &typed).await?;
    leptos_axum::redirect(&format!("/measures/{measure}?done=comment-added"));
    Ok(())
}

/// Answers the decision that a comment proposes.
#[server(prefix = "/do", endpoint = "answer-comment")]
pub async fn answer_comment(
    /// The id of the comment.
    comment: i64,
    /// Guards against answering what changed meanwhile.
    lock_version: i32,
    /// A `ProposalAnswer` code.
    #[server(default)]
    proposal_answer: String,
    /// Why.
    #[server(default)]
    answer_reason: String,
    /// The language of the reason.
    #[server(default)]
    text_lang: String,
) -> Result<(), AppError> {
    let typed = TypedReply { answer: proposal_answer, reason: answer_reason, text_lang };
    let measure = backend().comments.answer(&caller()?, comment, lock_version, &typed).await?;
    leptos_axum::redirect(&format!("/measures/{measure}?done=proposal-answered"));
    Ok(())
}

/// Withdraws a comment; it stays on record.
#[server(prefix = "/do", endpoint = "withdraw-comment")]
pub async fn withdraw_comment(
    /// The id of the comment.
    comment: i64,
    /// Guards against overwriting.
    lock_version: i32,
    /// Why.
    #[server(default)]
    comment_reason: String,
) -> Result<(), AppError> {
    let measure = backend().comments.withdraw(&caller()?, comment, lock_version, &comment_reason).await?;
    leptos_axum::redirect(&format!("/measures/{measure}?done=comment-withdrawn"));
    Ok(())
}
