//! The costs of a plan: what was promised, expected and spent, and what nobody counts.

mod form;
mod lines;
mod show;
pub(super) mod tables;
mod words;

pub use form::{EditCost, NewCost};
pub use show::CostsOfPlan;
