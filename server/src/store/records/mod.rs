//! Plain records: what the store gives out and takes in, in the types of `domain`. A stored value that no rule could
//! have written is an error here and nowhere later.

mod columns;
mod figures;
mod measure;
mod plan;
mod progress;

pub use columns::{DueColumns, bilingual, due, forecast, text_in, typed};
pub use figures::MeasureFigures;
pub(crate) use figures::{FigureColumns, Granted, percent};
pub use measure::{Deliverable, Measure, Organisation, Recommendation};
pub use plan::{Answered, Plan, Response};
pub use progress::{Extension, ExtensionDate, Update};
