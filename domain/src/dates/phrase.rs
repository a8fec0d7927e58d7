//! Reading a due date a person typed.

use super::{DueDate, InvalidDueDate};

/// Reads a due date from a form field.
pub fn parse_due(text: &str) -> Result<DueDate, InvalidDueDate> {
    text.trim().parse()
}
