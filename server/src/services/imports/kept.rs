//! What is kept of a preview: the draft as it was read, which never changes, and the form as it was typed last.

use crate::store::{StoreError, imports::Import};
use app::api::imports::TypedPlan;
use domain::draft::PlanDraft;
use serde::{Deserialize, Serialize};

/// A preview as it is stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Kept {
    pub draft: PlanDraft,
    pub typed: TypedPlan,
}

impl Kept {
    pub(super) fn parse(import: &Import) -> Result<Self, StoreError> {
        serde_json::from_str(&import.draft).map_err(|error| StoreError::impossible("import_draft", import.id, error))
    }

    pub(super) fn json(&self) -> Result<String, StoreError> {
        serde_json::to_string(self).map_err(|error| StoreError::impossible("import_draft", 0, error))
    }

    /// The title typed so far, else the one read.
    pub(super) fn title(&self) -> Option<String> {
        let typed = Some(self.typed.title.trim()).filter(|title| !title.is_empty());
        typed.map(str::to_owned).or_else(|| self.draft.title.clone())
    }
}
