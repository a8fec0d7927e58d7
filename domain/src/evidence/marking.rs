//! Security markings (Directive on Security Management, appendix J): what may be kept here and what may not.

use crate::{codes::coded, problem::ProblemCode};

coded! {
    /// The marking of a piece of evidence that may be kept here.
    Marking {
        /// Injury to nobody.
        Unclassified = "unclassified",
        /// Limited injury: the highest that may be kept here.
        ProtectedA = "protected_a",
    }
}

coded! {
    /// What a person may say a file is marked. Asking for more than may be kept is better than having it hidden under
    /// a lower marking.
    MarkingChoice {
        /// Unclassified.
        Unclassified = "unclassified",
        /// Protected A.
        ProtectedA = "protected_a",
        /// Protected B: refused.
        ProtectedB = "protected_b",
        /// Protected C, Confidential, Secret or Top Secret: refused.
        Higher = "higher",
    }
}

impl MarkingChoice {
    /// The marking, if it may be kept here.
    pub fn accepted(self) -> Result<Marking, ProblemCode> {
        match self {
            Self::Unclassified => Ok(Marking::Unclassified),
            Self::ProtectedA => Ok(Marking::ProtectedA),
            Self::ProtectedB | Self::Higher => Err(ProblemCode::MarkingTooHigh),
        }
    }
}
