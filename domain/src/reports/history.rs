//! How a measure stood on an earlier day, told from what was recorded and never overwritten: granted extensions,
//! progress updates and the day it came to an end. It must not guess: what has no history (the owner) is as it is now.

use crate::{
    dates::DueDate,
    measure::{MeasureFacts, MeasureStatus, PromisedDates},
};
use chrono::NaiveDate;

/// A progress update, as far as the history needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PastUpdate {
    /// The day it was reported on.
    pub reported_on: NaiveDate,
    /// The status it set.
    pub status: MeasureStatus,
    /// Percent done.
    pub percent: u8,
    /// When the lead expected to be done.
    pub forecast: Option<DueDate>,
}

/// A granted extension, as far as the history needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PastExtension {
    /// The day it was granted.
    pub decided_on: NaiveDate,
    /// The date it moved the current one to.
    pub to: DueDate,
}

/// A measure as it is stored now, with what happened to it before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasureHistory {
    /// The facts stored now.
    pub now: MeasureFacts,
    /// Percent done now.
    pub percent: u8,
    /// The day it came to an end.
    pub ended_on: Option<NaiveDate>,
    /// Its updates, oldest first.
    pub updates: Vec<PastUpdate>,
    /// Its granted extensions, oldest first.
    pub granted: Vec<PastExtension>,
}

/// How a measure stood at the end of one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Its facts.
    pub facts: MeasureFacts,
    /// Percent done.
    pub percent: u8,
    /// The day it had come to an end by then.
    pub ended_on: Option<NaiveDate>,
}

impl MeasureHistory {
    /// How it stood at the end of a day. From the day of the last recorded event on, that is how it is stored.
    #[must_use]
    pub fn as_of(&self, day: NaiveDate) -> Standing {
        let known = self.updates.iter().take_while(|update| update.reported_on <= day).count();
        let last = known.checked_sub(1).and_then(|index| self.updates.get(index));
        let (status, percent) = self.status_on(day, known, last);
        let facts = MeasureFacts {
            status,
            dates: self.dates_on(day),
            forecast: if known == self.updates.len() { self.now.forecast } else { last.and_then(|update| update.forecast) },
            has_owner: self.now.has_owner,
            last_update: last.map(|update| update.reported_on).or_else(|| self.now.last_update.filter(|on| *on <= day)),
            extensions: self.granted_by(day) as u32,
        };
        Standing { facts, percent, ended_on: self.ended_on.filter(|ended| *ended <= day) }
    }

    fn status_on(&self, day: NaiveDate, known: usize, last: Option<&PastUpdate>) -> (MeasureStatus, u8) {
        let ended_later = self.ended_on.is_some_and(|ended| ended > day);
        match last {
            _ if known == self.updates.len() && !ended_later => (self.now.status, self.percent),
            // An end without an update after it still counts from its day on.
            _ if self.ended_on.is_some() && !ended_later && !self.now.status.is_live() => (self.now.status, self.percent),
            Some(update) => (update.status, update.percent),
            None => (MeasureStatus::NotStarted, 0),
        }
    }

    fn dates_on(&self, day: NaiveDate) -> PromisedDates {
        let original = self.now.dates.original();
        match self.granted_by(day) {
            all if all == self.granted.len() => self.now.dates,
            0 => PromisedDates::promised(original),
            some => PromisedDates::from_stored(original, self.granted[some - 1].to),
        }
    }

    fn granted_by(&self, day: NaiveDate) -> usize {
        self.granted.iter().take_while(|extension| extension.decided_on <= day).count()
    }
}

/// Whether an extension was asked for by a day and not decided by then.
#[must_use]
pub fn is_open_request(requested_on: NaiveDate, decided_on: Option<NaiveDate>, day: NaiveDate) -> bool {
    requested_on <= day && decided_on.is_none_or(|decided| decided > day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Coded;
    use chrono::Days;
    use proptest::prelude::*;

    fn day(offset: u64) -> NaiveDate {
        NaiveDate::default() + Days::new(offset)
    }

    /// A history as the services leave it: the stored facts are those of the last event.
    fn history() -> impl Strategy<Value = MeasureHistory> {
        let updates = prop::collection::vec((0u64..700, 0usize..5, 0u8..=100), 0..8);
        let granted = prop::collection::vec((0u64..700, 1u64..200), 0..4);
        (updates, granted, 0u64..900, prop::option::of(0u64..100)).prop_map(|(mut updates, mut granted, due, ended)| {
            updates.sort_unstable();
            granted.sort_unstable();
            let updates: Vec<_> = updates
                .into_iter()
                .map(|(on, status, percent)| PastUpdate {
                    reported_on: day(on),
                    status: MeasureStatus::ALL[status],
                    percent,
                    forecast: (percent > 50).then(|| DueDate::day(day(on + 30))),
                })
                .collect();
            let mut current = due;
            let granted: Vec<_> = granted
                .into_iter()
                .map(|(on, more)| {
                    current += more;
                    PastExtension { decided_on: day(on), to: DueDate::day(day(current)) }
                })
                .collect();
            let last = updates.last().copied();
            let ended_on = ended.map(|after| day(700 + after));
            let status = last.map_or(MeasureStatus::NotStarted, |update| update.status);
            MeasureHistory {
                now: MeasureFacts {
                    status: if ended_on.is_some() { MeasureStatus::VerifiedClosed } else { status },
                    dates: PromisedDates::from_stored(DueDate::day(day(due)), DueDate::day(day(current))),
                    forecast: last.and_then(|update| update.forecast),
                    has_owner: true,
                    last_update: last.map(|update| update.reported_on),
                    extensions: granted.len() as u32,
                },
                percent: last.map_or(0, |update| update.percent),
                ended_on,
                updates,
                granted,
            }
        })
    }

    proptest! {
        #[test]
        fn after_the_last_event_the_past_is_the_present(history in history()) {
            let standing = history.as_of(day(1_000));
            prop_assert_eq!(standing.facts, history.now);
            prop_assert_eq!((standing.percent, standing.ended_on), (history.percent, history.ended_on));
        }

        #[test]
        fn no_earlier_day_knows_of_anything_later(history in history(), on in 0u64..900) {
            let standing = history.as_of(day(on));
            prop_assert!(standing.facts.last_update.is_none_or(|update| update <= day(on)));
            prop_assert!(standing.ended_on.is_none_or(|ended| ended <= day(on)));
            prop_assert_eq!(standing.ended_on.is_some(), !standing.facts.status.is_live());
            prop_assert_eq!(standing.facts.dates.original(), history.now.dates.original());
        }

        #[test]
        fn extensions_and_current_dates_only_grow_with_time(history in history(), on in 0u64..900, more in 0u64..100) {
            let (before, after) = (history.as_of(day(on)).facts, history.as_of(day(on + more)).facts);
            prop_assert!(before.extensions <= after.extensions);
            prop_assert!(before.dates.current().last_day() <= after.dates.current().last_day());
        }

        #[test]
        fn what_happened_later_does_not_change_an_earlier_day(history in history(), on in 0u64..700) {
            let mut shortened = history.clone();
            shortened.updates.retain(|update| update.reported_on <= day(on));
            let last = shortened.updates.last().copied();
            // The same record as it was stored on that day.
            shortened.ended_on = None;
            shortened.now.status = last.map_or(MeasureStatus::NotStarted, |update| update.status);
            shortened.percent = last.map_or(0, |update| update.percent);
            shortened.now.forecast = last.and_then(|update| update.forecast);
            shortened.now.last_update = last.map(|update| update.reported_on);
            prop_assert_eq!(shortened.as_of(day(on)), history.as_of(day(on)));
        }
    }

    #[test]
    fn a_request_is_open_from_the_day_it_was_made_to_the_day_before_its_decision() {
        assert!(!is_open_request(day(10), Some(day(20)), day(9)));
        assert!(is_open_request(day(10), Some(day(20)), day(10)));
        assert!(is_open_request(day(10), Some(day(20)), day(19)));
        assert!(!is_open_request(day(10), Some(day(20)), day(20)));
        assert!(is_open_request(day(10), None, day(400)));
    }
}
