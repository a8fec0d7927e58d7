//! Extension requests (rule 5): their words, and what is typed to ask for one and to decide it, for the measure and for
//! its deliverables.

mod deliverables;
mod typed;

pub use deliverables::{AskedDate, LaterDate, OwnDate, asked_field, granted_field};
pub use typed::{ExtensionAnswer, ExtensionRequest, ExtensionRuling, TypedExtension, TypedRuling};

use crate::codes::coded;

coded! {
    /// Where an extension request stands.
    ExtensionState {
        /// Waiting for a decision.
        Requested = "requested",
        /// Granted: it moved the current date.
        Granted = "granted",
        /// Refused: the date stayed.
        Refused = "refused",
        /// Taken back by who asked, or overtaken by the end of the measure.
        Withdrawn = "withdrawn",
    }
}
