//! Organisations without accounts: asking somebody there, what they see, and what becomes of their answer.

mod answer;
mod ask;
mod links;
mod proposal;
mod waiting;

pub use answer::{AnswerLink, Answered};
pub use ask::Ask;
pub(super) use links::of_measure;
pub use proposal::Proposal;
pub(super) use waiting::list as waiting_answers;
