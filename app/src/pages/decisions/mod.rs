//! Deciding about a measure: later dates, claims, and whether it is still to be done and by whom.

mod ask;
mod deliverables;
mod fate;
mod parts;
mod ruling;
mod verify;

pub use ask::AskExtensionPage;
pub use fate::FatePage;
pub(super) use parts::{Answer, answers, text_lang};
pub use ruling::ExtensionPage;
pub use verify::VerifyPage;
