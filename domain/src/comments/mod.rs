//! Comments on measures, and the decisions they may propose (rules 6 and 8): words, and the check of what is typed. A
//! proposal changes nothing; it must not know who answers it.

mod typed;

pub use typed::{NewComment, ProposalReply, TypedComment, TypedReply};

use crate::{codes::coded, workflow::FateChoice};

coded! {
    /// The decision that a comment proposes.
    ProposedDecision {
        /// The measure is no longer to be done.
        NoLongerApplicable = "no_longer_applicable",
        /// Another measure takes its place.
        Superseded = "superseded",
        /// Another organisation takes it over.
        Transferred = "transferred",
        /// One of its deliverables is no longer to be handed over.
        DeliverableRetired = "deliverable_retired",
        /// Somebody looks whether it is done, and closes it.
        Verification = "verification",
        /// Something else, said in words.
        Other = "other",
    }
}

coded! {
    /// How a proposal was answered.
    ProposalAnswer {
        /// What was proposed was decided.
        Followed = "followed",
        /// It was not, for a reason.
        SetAside = "set_aside",
    }
}

impl ProposedDecision {
    /// The decision that follows it, where one form takes it.
    #[must_use]
    pub fn fate(self) -> Option<FateChoice> {
        match self {
            Self::NoLongerApplicable => Some(FateChoice::NoLongerApplicable),
            Self::Superseded => Some(FateChoice::Superseded),
            Self::Transferred => Some(FateChoice::Transferred),
            Self::DeliverableRetired => Some(FateChoice::DeliverableRetired),
            Self::Verification | Self::Other => None,
        }
    }

    /// Whether all who propose it ask for one and the same: to whom a measure is given, or which deliverable is dropped, is
    /// another proposal each time.
    #[must_use]
    pub fn is_one_question(self) -> bool {
        matches!(self, Self::NoLongerApplicable | Self::Verification)
    }

    /// Whether it is still possible for a measure that has come to an end.
    #[must_use]
    pub fn outlives_its_measure(self) -> bool {
        self == Self::Other
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Coded;

    #[test]
    fn every_fate_that_can_be_decided_can_be_proposed_by_the_same_word() {
        for fate in FateChoice::ALL {
            let proposed: ProposedDecision = fate.code().parse().expect("a proposal by the same word");
            assert_eq!(proposed.fate(), Some(*fate));
        }
        assert_eq!(ProposedDecision::ALL.iter().filter(|proposed| proposed.fate().is_some()).count(), FateChoice::ALL.len());
    }
}
