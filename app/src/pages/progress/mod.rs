//! Reporting progress on a measure.

mod fields;
mod form;

pub use form::Report;
