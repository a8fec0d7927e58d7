//! Words for how a measure comes to an end or into other hands, and how a claim is answered.

use crate::codes::coded;

coded! {
    /// A decision about a measure that a lead cannot take alone (rule 6). Each has a reason.
    DispositionKind {
        /// It is no longer to be done.
        NoLongerApplicable = "no_longer_applicable",
        /// Another measure takes its place.
        Superseded = "superseded",
        /// Another organisation takes it over.
        Transferred = "transferred",
    }
}

coded! {
    /// What the verifier says of a completion claim (rule 4).
    VerificationOutcome {
        /// It is done: the measure is closed.
        Accepted = "accepted",
        /// It is not done yet: the measure is open again, with the reason.
        Returned = "returned",
    }
}
