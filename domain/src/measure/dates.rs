//! Original, current and forecast dates of a measure (rule 2): nobody moves the original of an approved plan.

use crate::{
    dates::{DatePrecision, DueDate},
    plan::PlanStatus,
};

/// The two promised dates. The fields are private so that only the rules below can change them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PromisedDates {
    original: DueDate,
    current: DueDate,
}

/// Why a promised date was not changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DateRefused {
    /// The plan is approved: only an extension moves the current date (rule 2).
    #[error("the baseline is frozen")]
    BaselineFrozen,
    /// An extension must end after the current date (rule 5).
    #[error("an extension must end after the current date")]
    NotAfterCurrent,
}

impl PromisedDates {
    /// A first promise: original and current are the same.
    #[must_use]
    pub fn promised(due: DueDate) -> Self {
        Self { original: due, current: due }
    }

    /// The dates as they are stored.
    #[must_use]
    pub fn from_stored(original: DueDate, current: DueDate) -> Self {
        Self { original, current }
    }

    /// The date promised first.
    #[must_use]
    pub fn original(self) -> DueDate {
        self.original
    }

    /// The latest granted date.
    #[must_use]
    pub fn current(self) -> DueDate {
        self.current
    }

    /// Corrects the promise while the plan is a draft. Errors once the baseline is frozen.
    pub fn correct(self, plan: PlanStatus, due: DueDate) -> Result<Self, DateRefused> {
        if plan == PlanStatus::Draft { Ok(Self::promised(due)) } else { Err(DateRefused::BaselineFrozen) }
    }

    /// A granted extension: the original stays. Errors unless the new date is after the current one; nothing is after
    /// continuous work, which has no end.
    pub fn extend(self, to: DueDate) -> Result<Self, DateRefused> {
        let later = match (self.current.last_day(), to.last_day()) {
            (Some(current), Some(new)) => new > current,
            (None, Some(_)) => self.is_extendable(),
            (_, None) => false,
        };
        if later { Ok(Self { original: self.original, current: to }) } else { Err(DateRefused::NotAfterCurrent) }
    }

    /// Whether any date can be after the current one.
    #[must_use]
    pub fn is_extendable(self) -> bool {
        self.current.precision() != DatePrecision::Ongoing
    }

    /// Whether the current promise is no longer the first one.
    #[must_use]
    pub fn is_extended(self) -> bool {
        self.original != self.current
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Days, NaiveDate};
    use proptest::prelude::*;

    fn day(offset: u16) -> DueDate {
        DueDate::day(NaiveDate::default() + Days::new(u64::from(offset)))
    }

    proptest! {
        #[test]
        fn no_sequence_of_extensions_or_corrections_moves_an_approved_original(first in any::<u16>(), moves in prop::collection::vec((any::<bool>(), any::<u16>()), 0..30)) {
            let start = PromisedDates::promised(day(first));
            let end = moves.into_iter().fold(start, |dates, (extend, to)| {
                let moved = if extend { dates.extend(day(to)) } else { dates.correct(PlanStatus::Approved, day(to)) };
                moved.unwrap_or(dates)
            });
            prop_assert_eq!(end.original(), start.original());
            prop_assert!(end.current().last_day() >= start.current().last_day());
        }

        #[test]
        fn an_extension_always_ends_later(first in any::<u16>(), to in any::<u16>()) {
            let moved = PromisedDates::promised(day(first)).extend(day(to));
            prop_assert_eq!(moved.is_ok(), to > first);
        }
    }

    #[test]
    fn what_has_no_date_gets_one_and_continuous_work_has_nothing_after_it() {
        assert_eq!(PromisedDates::promised(DueDate::NONE).extend(day(3)).map(PromisedDates::current), Ok(day(3)));
        let ongoing = PromisedDates::promised(DueDate::ONGOING);
        assert_eq!((ongoing.extend(day(3)), ongoing.is_extendable()), (Err(DateRefused::NotAfterCurrent), false));
    }

    #[test]
    fn a_draft_may_still_be_corrected() {
        let dates = PromisedDates::promised(day(10)).correct(PlanStatus::Draft, day(3));
        assert_eq!(dates, Ok(PromisedDates::promised(day(3))));
        assert!(!PromisedDates::promised(day(3)).is_extended());
    }
}
