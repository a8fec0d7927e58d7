//! What a contact answered, as the coordinator sees it: published, or left out with a reason.

use super::Answer;
use crate::{
    api::{
        common::{MeasureRow, UpdateView},
        evidence::FileView,
    },
    error::AppError,
    request::{backend, caller},
};
use chrono::{DateTime, Utc};
use domain::{
    contacts::{ContactPurpose, ProposalState},
    text::{Email, InLang},
};
use leptos::server;
use serde::{Deserialize, Serialize};

/// An answer beside what the record says now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposalPage {
    /// Its id.
    pub id: i64,
    /// What became of it.
    pub state: ProposalState,
    /// Why it was declined.
    pub reason: Option<String>,
    /// The link it came by.
    pub link: i64,
    /// The contact's name, with the organisation that was asked.
    pub contact: String,
    /// The contact's name.
    pub name: String,
    /// The contact's address.
    pub email: Email,
    /// When it came.
    pub received_at: DateTime<Utc>,
    /// Who decided, and when.
    pub decided: Option<(String, DateTime<Utc>)>,
    /// The measure as it is now.
    pub measure: MeasureRow,
    /// Its plan.
    pub plan_id: i64,
    /// That plan's title.
    pub plan_title: Option<InLang>,
    /// What was said last.
    pub last: Option<UpdateView>,
    /// What the contact typed.
    pub answer: Answer,
    /// The file that came with it.
    pub file: Option<FileView>,
    /// Who could verify the completion it claims, once the caller publishes it; `None` when it claims none.
    pub verifiers: Option<Vec<String>>,
    /// Whether the caller can publish it now.
    pub may_publish: bool,
    /// Guards the answer.
    pub lock_version: i32,
    /// Guards the measure.
    pub measure_version: i32,
}

/// An answer that waits for a coordinator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingAnswer {
    /// Its id.
    pub id: i64,
    /// Who sent it.
    pub name: String,
    /// What it is.
    pub purpose: ContactPurpose,
    /// The measure's label.
    pub label: String,
    /// What was promised.
    pub text: Option<InLang>,
    /// When it came.
    pub received_at: DateTime<Utc>,
}

/// Takes an answer over into the record.
#[server(prefix = "/do", endpoint = "publish-answer")]
pub async fn publish_answer(
    /// The id of the answer.
    proposal: i64,
    /// Guards the answer.
    lock_version: i32,
    /// Guards the measure.
    measure_version: i32,
) -> Result<(), AppError> {
    let measure = backend().contacts.publish(&caller()?, proposal, lock_version, measure_version).await?;
    leptos_axum::redirect(&format!("/measures/{measure}?done=answer-published"));
    Ok(())
}

/// Leaves an answer out of the record, and says why.
#[server(prefix = "/do", endpoint = "decline-answer")]
pub async fn decline_answer(
    /// The id of the answer.
    proposal: i64,
    /// Guards the answer.
    lock_version: i32,
    /// Why.
    #[server(default)]
    decline_reason: String,
) -> Result<(), AppError> {
    backend().contacts.decline(&caller()?, proposal, lock_version, &decline_reason).await?;
    leptos_axum::redirect(&format!("/proposals/{proposal}?done=answer-declined"));
    Ok(())
}
