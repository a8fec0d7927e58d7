//! The life of a measure as a sequence of steps (rules 2, 4, 5 and 6): which step may follow, who may take it, what it
//! changes. It must not know where a measure is stored, nor which role somebody has: that is the policy's.

mod disposition;
mod standing;
mod step;
mod typed;

pub use disposition::{DispositionKind, VerificationOutcome};
pub use standing::{Request, Standing};
pub use step::{Step, Who};
pub use typed::{Fate, FateChoice, FateDecision, TypedFate, TypedVerification, VerificationAnswer};

#[cfg(test)]
mod tests;
