//! Reporting progress on a measure.

mod conflict;
mod fields;
mod form;

pub use form::Report;
