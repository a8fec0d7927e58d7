//! Words for people without accounts who answer for an organisation by an expiring link.

use crate::codes::coded;

coded! {
    /// What a contact's link lets them send. Once.
    ContactPurpose {
        /// A progress update.
        Update = "update",
        /// A piece of evidence.
        Evidence = "evidence",
    }
}

coded! {
    /// What became of what a contact sent.
    ProposalState {
        /// A coordinator has to look at it.
        Waiting = "waiting",
        /// It is part of the record.
        Published = "published",
        /// It is not, and the coordinator said why.
        Declined = "declined",
    }
}
