//! Measures: what management promised to do, by when, and how it stands.

mod dates;
mod filter;
mod flags;
mod status;

pub use dates::{DateRefused, PromisedDates};
pub use filter::LatenessFilter;
pub use flags::{DUE_SOON_DAYS, Flags, Lateness, MeasureFacts};
pub use status::{Band, Level, MeasureStatus};
