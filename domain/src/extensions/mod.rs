//! Words of extension requests.

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
    }
}
