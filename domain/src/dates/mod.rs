//! Dates as plans promise them: with a precision (rule 1), and the fiscal calendar they refer to.
//!
//! Reading a date out of free text is `phrase`; wording one for a reader is the catalogue's work.

mod due;
mod fiscal;
pub mod phrase;
mod precision;

pub use due::{DueDate, InvalidDueDate, Period};
pub use fiscal::{FiscalYear, Quarter, ReportingPeriod};
pub use precision::{DatePrecision, Season};
