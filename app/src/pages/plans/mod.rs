//! Plans: the list, and one plan with all it promises.

mod approve;
mod filter;
mod head;
mod list;
mod recommendations;
mod show;

pub use list::Plans;
pub use show::Plan;
