//! The importer: reads a published management response and action plan and says what it understood.
//!
//! From bytes to a [`PlanDraft`], in steps that know nothing of one another:
//! bytes -> text (`decode`) -> blocks and grids (`readers`, one for each kind of file) -> columns and their roles
//! (`columns`, `roles`) -> rows, fields and labels (`rows`, `split`, `fields`) -> the draft (`build`, `plan`).
//!
//! It reads no file, writes nothing, and never decides for a person: what it is unsure of is a warning with a place.

mod align;
mod build;
mod cells;
mod columns;
mod decode;
mod document;
mod fields;
mod form_plan;
mod forms;
mod json;
mod labels;
mod language;
mod link;
mod plain;
mod plan;
mod readers;
mod recommendation;
mod response;
mod roles;
mod rows;
mod split;
mod title;
mod wide;

pub use json::expected_json;

use domain::draft::{DraftWarning, ImportError, ImportErrorCode, Place, PlanDraft, WarningCode};

/// A larger source is refused.
pub const MAX_BYTES: usize = 5 * 1024 * 1024;

/// Reads a plan. The file name, where there is one, helps to tell what kind of file it is.
pub fn read(bytes: &[u8], file_name: Option<&str>) -> Result<PlanDraft, ImportError> {
    if bytes.len() > MAX_BYTES {
        return Err(ImportError::new(ImportErrorCode::TooLarge));
    }
    let (text, guessed) = decode::decode(bytes)?;
    if text.trim().is_empty() {
        return Err(ImportError::new(ImportErrorCode::Empty));
    }
    let document = readers::read(&text, file_name)?;
    let mut draft = plan::draft(&document).map_err(|error| readers::told_why(error, &text))?;
    if guessed {
        let warning = DraftWarning { code: WarningCode::EncodingGuessed, place: Place::line(1), measure: None, detail: None };
        draft.warnings.insert(0, warning);
    }
    Ok(draft)
}
