//! What a plan costs, honestly: what was committed, estimated and spent, how sure that is, and what is not tracked.
//! What is not known never becomes a number.

mod amount;
mod line;
mod summary;
mod totals;

pub use amount::Cents;
pub use line::{Certainty, CostKind, CostLine, CostSource, TypedCost};
pub use summary::{CostSummary, OrganisationCosts, Owned, YearTotal};
pub use totals::CostTotals;
