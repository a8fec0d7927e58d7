//! Narrowing a list of measures by what is computed about them.

use super::Flags;
use crate::codes::coded;

coded! {
    /// One computed flag to narrow a list by.
    LatenessFilter {
        /// Past the current date.
        Overdue = "overdue",
        /// Due within 30 days.
        DueSoon = "due_soon",
        /// Extended at least once.
        Extended = "extended",
        /// No update in the reporting period.
        Silent = "silent",
        /// No date.
        Undated = "undated",
        /// No owner.
        Unowned = "unowned",
    }
}

impl LatenessFilter {
    /// Whether a measure with these flags is kept.
    #[must_use]
    pub fn keeps(self, flags: &Flags) -> bool {
        match self {
            Self::Overdue => flags.overdue,
            Self::DueSoon => flags.due_soon,
            Self::Extended => flags.extended,
            Self::Silent => flags.silent,
            Self::Undated => flags.undated,
            Self::Unowned => flags.unowned,
        }
    }
}
