//! What kind of answer a progress update is.

use crate::codes::coded;

coded! {
    /// What kind of answer a progress update is.
    UpdateKind {
        /// Something was done, or is in the way, or is planned.
        Progress = "progress",
        /// There is nothing new to report: an answer too, with its date.
        NothingNew = "nothing_new",
    }
}
