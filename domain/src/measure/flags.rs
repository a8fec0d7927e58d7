//! What is computed about a measure and never stored (rule 3): overdue, due soon, extended, silent, unowned, undated.

use super::{MeasureStatus, PromisedDates};
use crate::dates::{DatePrecision, DueDate, ReportingPeriod};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A measure due within this many days is "due soon": the first reminder's distance.
pub const DUE_SOON_DAYS: i64 = 30;

/// The stored facts the flags are computed from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MeasureFacts {
    /// Stored status.
    pub status: MeasureStatus,
    /// Original and current due date.
    pub dates: PromisedDates,
    /// The date that the first extension granted.
    pub first_day: Option<DueDate>,
    /// What the lead expects, when it differs from the promise.
    pub forecast: Option<DueDate>,
    /// Whether a lead organisation or an owner is named.
    pub has_owner: bool,
    /// The day of the last submitted progress update.
    pub last_update: Option<NaiveDate>,
    /// How many extensions were granted.
    pub extensions: u32,
}

/// Days late against both promises (rule 2). Zero means not late.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lateness {
    /// Days past the original date; ageing counts from here.
    pub from_original: i64,
    /// Days past the current date; overdue counts from here.
    pub from_current: i64,
}

/// The computed flags of a measure on one day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flags {
    /// Its lead owes work whose current date has passed.
    pub overdue: bool,
    /// Its lead owes work due within [`DUE_SOON_DAYS`].
    pub due_soon: bool,
    /// At least one extension was granted.
    pub extended: bool,
    /// How many were granted.
    pub extensions: u32,
    /// Live, and no progress update in the reporting period of the day.
    pub silent: bool,
    /// Live, and neither an organisation nor a person answers for it.
    pub unowned: bool,
    /// Live, and no date was ever promised (continuous work is a promise).
    pub undated: bool,
    /// Days late.
    pub lateness: Lateness,
}

impl MeasureFacts {
    /// The flags as of `today`.
    #[must_use]
    pub fn flags(&self, today: NaiveDate) -> Flags {
        let (original, current) = (self.dates.original(), self.dates.current());
        let awaits = self.status.awaits_lead();
        let live = self.status.is_live();
        let lateness = if awaits {
            // Where no day was promised at first, it is the first one granted that ages, however often it moved since.
            let aged = if original.last_day().is_some() { original } else { self.first_day.unwrap_or(current) };
            Lateness { from_original: aged.days_late(today), from_current: current.days_late(today) }
        } else {
            Lateness::default()
        };
        let overdue = lateness.from_current > 0;
        Flags {
            overdue,
            due_soon: awaits && !overdue && current.days_left(today).is_some_and(|left| left <= DUE_SOON_DAYS),
            extended: self.extensions > 0 || self.dates.is_extended(),
            extensions: self.extensions,
            silent: awaits && !self.reported_in(ReportingPeriod::of(today)),
            unowned: live && !self.has_owner,
            undated: live && current.precision() == DatePrecision::None,
            lateness,
        }
    }

    fn reported_in(&self, period: ReportingPeriod) -> bool {
        self.last_update.is_some_and(|day| ReportingPeriod::of(day) >= period)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Coded;
    use proptest::prelude::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn facts(status: MeasureStatus, original: &str, current: &str) -> MeasureFacts {
        let due = |text: &str| text.parse().expect("a due date");
        MeasureFacts {
            status,
            dates: PromisedDates::from_stored(due(original), due(current)),
            first_day: None,
            forecast: None,
            has_owner: true,
            last_update: None,
            extensions: 0,
        }
    }

    #[test]
    fn lateness_is_told_against_the_original_and_the_current_date() {
        let flags = facts(MeasureStatus::InProgress, "2018-04", "2018-06").flags(date("2018-07-10"));
        assert!(flags.overdue && flags.extended && flags.silent);
        assert_eq!(flags.lateness, Lateness { from_original: 71, from_current: 10 });
    }

    #[test]
    fn an_extended_measure_is_not_overdue_before_its_new_date() {
        let flags = facts(MeasureStatus::InProgress, "2018-04", "2018-06").flags(date("2018-06-10"));
        assert!(!flags.overdue && flags.due_soon);
        assert_eq!(flags.lateness.from_original, 41);
    }

    #[test]
    fn a_claim_waiting_for_its_verifier_is_not_overdue() {
        let flags = facts(MeasureStatus::CompletedToVerify, "2018-04", "2018-04").flags(date("2018-07-10"));
        assert!(!flags.overdue && !flags.silent);
    }

    #[test]
    fn continuous_work_is_dated_but_a_missing_date_is_not() {
        let today = date("2018-07-10");
        assert!(!facts(MeasureStatus::InProgress, "ongoing", "ongoing").flags(today).undated);
        assert!(facts(MeasureStatus::InProgress, "none", "none").flags(today).undated);
    }

    #[test]
    fn what_had_no_day_at_first_ages_from_the_first_one_it_was_given() {
        for never_dated in ["none", "ongoing"] {
            let flags = facts(MeasureStatus::InProgress, never_dated, "2018-06").flags(date("2018-07-10"));
            assert_eq!(flags.lateness, Lateness { from_original: 10, from_current: 10 });
        }
    }

    #[test]
    fn a_second_extension_does_not_make_what_had_no_day_younger() {
        let aged = |original| {
            let first_day = Some("2018-04".parse().expect("a due date"));
            let facts = MeasureFacts { first_day, ..facts(MeasureStatus::InProgress, original, "2018-06") };
            facts.flags(date("2018-07-10")).lateness
        };
        assert_eq!(aged("none"), Lateness { from_original: 71, from_current: 10 });
        assert_eq!(aged("2018-03"), Lateness { from_original: 101, from_current: 10 }, "a day that was promised stays");
    }

    proptest! {
        #[test]
        fn overdue_and_due_soon_never_meet_and_what_ended_is_never_late(offset in 0u64..2000, status in 0usize..8) {
            let status = MeasureStatus::ALL[status];
            let flags = facts(status, "2018-04", "2018-06").flags(date("2016-01-01") + chrono::Days::new(offset));
            prop_assert!(!(flags.overdue && flags.due_soon));
            prop_assert!(status.awaits_lead() || flags.lateness == Lateness::default());
            prop_assert!(flags.lateness.from_current <= flags.lateness.from_original);
        }

        #[test]
        fn what_had_no_day_is_at_least_as_late_by_the_first_as_by_the_current(today in 0u64..2000, first in 0u64..700, more in 0u64..700) {
            let day = |offset: u64| date("2016-01-01") + chrono::Days::new(offset);
            let dates = PromisedDates::from_stored(DueDate::NONE, DueDate::day(day(first + more)));
            let first_day = Some(DueDate::day(day(first)));
            let facts = MeasureFacts { dates, first_day, ..facts(MeasureStatus::InProgress, "none", "none") };
            let lateness = facts.flags(day(today)).lateness;
            prop_assert!(lateness.from_current <= lateness.from_original);
            prop_assert_eq!(lateness.from_original, DueDate::day(day(first)).days_late(day(today)));
        }
    }
}
