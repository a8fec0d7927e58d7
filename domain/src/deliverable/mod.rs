//! Deliverables: what a measure promises to hand over, each with its own status.

use crate::codes::coded;

coded! {
    /// The status of one deliverable.
    DeliverableStatus {
        /// Nothing yet.
        NotStarted = "not_started",
        /// Being worked on.
        InProgress = "in_progress",
        /// Handed over.
        Delivered = "delivered",
        /// Dropped by a decision (rule 6).
        Retired = "retired",
    }
}

impl DeliverableStatus {
    /// Whether work is still owed; a completion claim needs none of these (rule 4).
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Self::NotStarted | Self::InProgress)
    }
}
