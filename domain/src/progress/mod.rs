//! Progress updates: what a lead types, checked as a whole so that all problems come at once.

mod kind;
mod row;
mod typed;

pub use kind::UpdateKind;
pub use row::{TypedRow, kept_forecast};
pub use typed::{MAX_TEXT, MeasureState, ProgressReport, TypedProgress};
