//! Reads published management-response tables and says what it understood. Bytes in, a draft out.

use domain::draft::{ImportError, ImportErrorCode, PlanDraft};

/// Reads a published plan.
pub fn read(_bytes: &[u8], _file_name: Option<&str>) -> Result<PlanDraft, ImportError> {
    Err(ImportError::new(ImportErrorCode::NoPlanFound))
}

/// The draft in the form programs read.
pub fn expected_json(draft: &PlanDraft) -> serde_json::Value {
    serde_json::to_value(draft).unwrap_or_default()
}
