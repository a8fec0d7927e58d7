//! Plans: the list, and one plan with all it promises.

mod approve;
pub mod edit;
mod filter;
mod head;
mod life;
mod list;
mod recommendations;
mod reporting;
mod show;

pub use list::Plans;
pub use reporting::Reporting;
pub use show::Plan;
