//! Words of plans, recommendations and responses.

use crate::codes::coded;

coded! {
    /// The life of a plan: texts and dates are frozen as the baseline on approval.
    PlanStatus {
        /// Being prepared; dates may still be corrected.
        Draft = "draft",
        /// Approved: the baseline is frozen (rule 2).
        Approved = "approved",
        /// Every measure came to an end.
        Closed = "closed",
    }
}

coded! {
    /// What the baseline of a plan keeps the words of.
    BaselineEntity {
        /// The plan: its title.
        Plan = "plan",
        /// A recommendation.
        Recommendation = "recommendation",
        /// A response.
        Response = "response",
        /// A measure, with its date.
        Measure = "measure",
        /// A deliverable, with its date.
        Deliverable = "deliverable",
    }
}

coded! {
    /// What kind of report made the recommendations.
    SourceKind {
        /// A program evaluation.
        Evaluation = "evaluation",
        /// An internal audit.
        Audit = "audit",
        /// A review.
        Review = "review",
        /// A report of the Office of the Auditor General.
        Oag = "oag",
    }
}

coded! {
    /// How urgent a recommendation is; unknown is a fair answer, as published plans seldom say.
    Priority {
        /// High: closing a measure needs evidence (rule 4).
        High = "high",
        /// Medium.
        Medium = "medium",
        /// Low.
        Low = "low",
        /// The source does not say.
        Unspecified = "unspecified",
    }
}

coded! {
    /// Management's answer to a recommendation.
    ResponseKind {
        /// Agreed in full.
        Accepted = "accepted",
        /// Agreed in part; the reason is required.
        PartiallyAccepted = "partially_accepted",
        /// Not agreed; the reason is required.
        Rejected = "rejected",
    }
}

impl ResponseKind {
    /// Whether management must say why.
    #[must_use]
    pub fn needs_reason(self) -> bool {
        self != Self::Accepted
    }
}
