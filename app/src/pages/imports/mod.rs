//! Importing a published plan: paste or upload it, look at what was understood, correct it, make it a plan.

mod conflict;
mod measures;
mod preview;
mod recommendations;
mod source;
mod start;
mod warnings;

pub use preview::Preview;
pub use start::Import;
