//! People without accounts who answer for an organisation by an expiring link: words, limits, and the check of what a
//! coordinator types. It must not know what a link looks like.

mod ask;

pub use ask::{ContactAsk, DEFAULT_DAYS, MAX_DAYS, TypedAsk};

use crate::codes::coded;
use chrono::{DateTime, Utc};

/// How many links of one measure may wait for an answer at the same time.
pub const MAX_OPEN_LINKS: usize = 5;

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

coded! {
    /// Where a contact's link stands; computed, never stored.
    LinkState {
        /// It waits for the answer.
        Open = "open",
        /// It was answered by.
        Used = "used",
        /// A coordinator took it back.
        Revoked = "revoked",
        /// Its days are over.
        Expired = "expired",
    }
}

impl LinkState {
    /// Where a link stands at a moment.
    #[must_use]
    pub fn of(used: Option<DateTime<Utc>>, revoked: Option<DateTime<Utc>>, expires: DateTime<Utc>, now: DateTime<Utc>) -> Self {
        match () {
            () if used.is_some() => Self::Used,
            () if revoked.is_some() => Self::Revoked,
            () if expires <= now => Self::Expired,
            () => Self::Open,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_open_until_it_is_used_taken_back_or_too_old() {
        let now = DateTime::<Utc>::UNIX_EPOCH;
        let later = now + chrono::TimeDelta::days(1);
        assert_eq!(LinkState::of(None, None, later, now), LinkState::Open);
        assert_eq!(LinkState::of(None, None, now, now), LinkState::Expired);
        assert_eq!(LinkState::of(None, Some(now), later, now), LinkState::Revoked);
        assert_eq!(LinkState::of(Some(now), None, now, later), LinkState::Used, "an answer in time stays one");
    }
}
