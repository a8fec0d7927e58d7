//! Words of meetings and their decisions.

use crate::codes::coded;

coded! {
    /// The life of a meeting. Closing freezes its report.
    MeetingState {
        /// Being prepared.
        Draft = "draft",
        /// Agenda and call for updates sent.
        Convened = "convened",
        /// Being held.
        InSession = "in_session",
        /// Over; its report is frozen.
        Closed = "closed",
    }
}

coded! {
    /// What a meeting decided.
    DecisionKind {
        /// A later date is granted.
        GrantExtension = "grant_extension",
        /// A later date is refused.
        RefuseExtension = "refuse_extension",
        /// A completion claim is accepted.
        Close = "close",
        /// A measure is dropped or replaced.
        Retire = "retire",
        /// Another organisation takes a measure over.
        Transfer = "transfer",
        /// Somebody has to do something.
        FollowUp = "follow_up",
    }
}
