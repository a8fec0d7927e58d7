//! Evidence of a measure: the list, the form that adds to it, and the withdrawal of a piece.

mod form;
mod list;
mod withdraw;

pub(in crate::pages) use form::ACCEPTED;
pub use list::EvidenceOfMeasure;
pub use withdraw::Withdraw;
