//! The stored statuses of a measure (rule 3) and how committees' scales read them.

use crate::codes::coded;

coded! {
    /// The stored status of a measure. Overdue, silent and the like are computed, never stored: see `Flags`.
    MeasureStatus {
        /// Nothing done yet.
        NotStarted = "not_started",
        /// Being planned.
        Planning = "planning",
        /// Work is under way.
        InProgress = "in_progress",
        /// Most of it is in place.
        SubstantiallyImplemented = "substantially_implemented",
        /// The lead says it is done; somebody else has to verify it (rule 4).
        CompletedToVerify = "completed_to_verify",
        /// Verified and closed.
        VerifiedClosed = "verified_closed",
        /// Dropped by a decision (rule 6).
        NoLongerApplicable = "no_longer_applicable",
        /// Replaced by another measure, by a decision (rule 6).
        Superseded = "superseded",
    }
}

coded! {
    /// The four-band scale some committees use.
    Band {
        /// 0 %.
        Zero = "0",
        /// Up to 50 %.
        UpToHalf = "to_50",
        /// Over 50 %.
        OverHalf = "over_50",
        /// 100 %.
        Full = "100",
    }
}

coded! {
    /// The five levels of the Auditor General's follow-up scale.
    Level {
        /// No or insignificant progress.
        One = "1",
        /// Planning stage.
        Two = "2",
        /// Preparations for implementation.
        Three = "3",
        /// Substantial implementation.
        Four = "4",
        /// Full implementation.
        Five = "5",
    }
}

impl MeasureStatus {
    /// Whether the measure still belongs in the working group's live table: it has not come to an end.
    #[must_use]
    pub fn is_live(self) -> bool {
        !matches!(self, Self::VerifiedClosed | Self::NoLongerApplicable | Self::Superseded)
    }

    /// Whether a decision took it out of what is asked: it will never be done, and is no failure either.
    #[must_use]
    pub fn is_retired(self) -> bool {
        matches!(self, Self::NoLongerApplicable | Self::Superseded)
    }

    /// Whether its lead still owes work. A claim waiting for its verifier is not the lead's lateness.
    #[must_use]
    pub fn awaits_lead(self) -> bool {
        self.is_live() && self != Self::CompletedToVerify
    }

    /// Whether a lead may choose it in a progress update; the rest are decisions (rules 4 and 6).
    #[must_use]
    pub fn is_leads_choice(self) -> bool {
        self.is_live()
    }

    /// The four-band reading, from the status and the lead's own percentage.
    #[must_use]
    pub fn band(self, percent: u8) -> Band {
        match self {
            Self::VerifiedClosed | Self::CompletedToVerify => Band::Full,
            _ if percent == 0 => Band::Zero,
            _ if percent <= 50 => Band::UpToHalf,
            _ => Band::OverHalf,
        }
    }

    /// The five-level reading; `None` for what was retired by a decision.
    #[must_use]
    pub fn level(self) -> Option<Level> {
        match self {
            Self::NotStarted => Some(Level::One),
            Self::Planning => Some(Level::Two),
            Self::InProgress => Some(Level::Three),
            Self::SubstantiallyImplemented | Self::CompletedToVerify => Some(Level::Four),
            Self::VerifiedClosed => Some(Level::Five),
            Self::NoLongerApplicable | Self::Superseded => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Coded;

    #[test]
    fn a_claim_is_live_but_no_longer_the_leads_to_do() {
        assert!(MeasureStatus::CompletedToVerify.is_live());
        assert!(!MeasureStatus::CompletedToVerify.awaits_lead());
        assert_eq!(MeasureStatus::CompletedToVerify.band(40), Band::Full);
    }

    #[test]
    fn every_status_that_awaits_a_lead_is_one_a_lead_may_choose() {
        for status in MeasureStatus::ALL.iter().filter(|s| s.awaits_lead()) {
            assert!(status.is_leads_choice(), "{status}");
        }
        assert!(!MeasureStatus::VerifiedClosed.is_leads_choice());
    }
}
