//! Plain records: what the store gives out and takes in, in the types of `domain`. A stored value that no rule could
//! have written is an error here and nowhere later.

mod columns;
mod measure;

pub use columns::{bilingual, due, forecast};
pub use measure::{Deliverable, Measure, MeasureFigures, Organisation, Recommendation};
