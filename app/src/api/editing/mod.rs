//! Editing a plan: the forms, what they send, and what is missing in one language.

mod measure;
mod missing;
mod owner;
mod plan;
mod recommendation;

pub use measure::*;
pub use missing::*;
pub use owner::*;
pub use plan::*;
pub use recommendation::*;

use crate::{
    error::AppError,
    request::{backend, caller},
};
use domain::{
    plan::{PlanStatus, ResponseKind},
    text::{Bilingual, InLang},
};
use leptos::server;
use serde::{Deserialize, Serialize};

/// The plan that something edited belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanHead {
    /// Its id.
    pub id: i64,
    /// Its title.
    pub title: Option<InLang>,
    /// Where it stands: from its approval on an edit is an amendment.
    pub status: PlanStatus,
}

/// A response as a form shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResponseForm {
    /// Accepted, partly, or not.
    pub kind: ResponseKind,
    /// The words.
    pub text: Bilingual,
    /// The reason.
    pub reason: Bilingual,
}

/// A text as typed in both languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypedText {
    /// In English.
    pub en: String,
    /// In French.
    pub fr: String,
}

impl TypedText {
    /// What was typed in both fields.
    #[must_use]
    pub fn new(en: String, fr: String) -> Self {
        Self { en, fr }
    }
}

/// A response as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypedAnswer {
    /// A `ResponseKind` code, or blank.
    pub kind: String,
    /// The words.
    pub text: TypedText,
    /// The reason.
    pub reason: TypedText,
}

/// Closes a plan of which every measure has come to an end.
#[server(prefix = "/do", endpoint = "close-plan")]
pub async fn close_plan(
    /// The id of the plan.
    plan: i64,
    /// Guards against closing what was changed meanwhile.
    lock_version: i32,
) -> Result<(), AppError> {
    backend().editing.close(&caller()?, plan, lock_version).await?;
    leptos_axum::redirect(&format!("/plans/{plan}?done=plan-closed"));
    Ok(())
}

/// The id a form sent, nothing for a new record. Errors with `Malformed`.
fn id_or_new(text: &str) -> Result<Option<i64>, AppError> {
    match text.trim() {
        "" => Ok(None),
        id => id.parse().map(Some).map_err(|_| AppError::Malformed),
    }
}
