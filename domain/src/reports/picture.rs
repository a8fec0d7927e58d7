//! The picture: how many measures stand where, for a whole plan, an organisation or a recommendation.

use crate::{
    dates::DueDate,
    measure::{Flags, MeasureFacts, MeasureStatus},
    text::Coded,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A measure with its flags as of one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tracked {
    /// The stored facts.
    pub facts: MeasureFacts,
    /// The computed flags.
    pub flags: Flags,
}

/// Counts over a set of measures on one day.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// All measures.
    pub total: u32,
    /// Measures whose current date has passed, done or not: the "m" of "n overdue of m due". What was retired was never
    /// due.
    pub due: u32,
    /// Overdue.
    pub overdue: u32,
    /// Due within 30 days.
    pub due_30: u32,
    /// Due within 90 days (including the 30).
    pub due_90: u32,
    /// No update in the reporting period.
    pub silent: u32,
    /// Extended more than once.
    pub extended_twice: u32,
    /// Extended at least once.
    pub extended: u32,
    /// No date.
    pub undated: u32,
    /// No owner.
    pub unowned: u32,
    /// Said to be complete by the lead, not yet verified.
    pub to_verify: u32,
    /// Verified and closed.
    pub verified: u32,
    /// Days late of the oldest overdue measure, from its original date.
    pub oldest_days: i64,
    /// Measures by status, every status present, in order.
    pub by_status: Vec<(MeasureStatus, u32)>,
}

impl Tracked {
    /// Computes the flags of a measure.
    #[must_use]
    pub fn new(facts: MeasureFacts, today: NaiveDate) -> Self {
        Self { facts, flags: facts.flags(today) }
    }
}

impl Picture {
    /// Counts a set of measures as of `today`.
    pub fn of<'a>(measures: impl IntoIterator<Item = &'a Tracked>, today: NaiveDate) -> Self {
        let mut picture = Self { by_status: MeasureStatus::ALL.iter().map(|s| (*s, 0)).collect(), ..Self::default() };
        for measure in measures {
            picture.add(measure, today);
        }
        picture
    }

    fn add(&mut self, Tracked { facts, flags }: &Tracked, today: NaiveDate) {
        let current = facts.dates.current();
        let within = |days: i64| facts.status.awaits_lead() && left_within(current, today, days);
        self.total += 1;
        self.due += u32::from(current.days_late(today) > 0 && !facts.status.is_retired());
        self.overdue += u32::from(flags.overdue);
        self.due_30 += u32::from(within(30));
        self.due_90 += u32::from(within(90));
        self.silent += u32::from(flags.silent);
        self.extended += u32::from(flags.extended);
        self.extended_twice += u32::from(facts.extensions > 1 && facts.status.is_live());
        self.undated += u32::from(flags.undated);
        self.unowned += u32::from(flags.unowned);
        self.to_verify += u32::from(facts.status == MeasureStatus::CompletedToVerify);
        self.verified += u32::from(facts.status == MeasureStatus::VerifiedClosed);
        if flags.overdue {
            self.oldest_days = self.oldest_days.max(flags.lateness.from_original);
        }
        if let Some(entry) = self.by_status.iter_mut().find(|(status, _)| *status == facts.status) {
            entry.1 += 1;
        }
    }
}

fn left_within(due: DueDate, today: NaiveDate, days: i64) -> bool {
    due.days_left(today).is_some_and(|left| (0..=days).contains(&left))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::PromisedDates;
    use proptest::prelude::*;

    fn measures() -> impl Strategy<Value = Vec<MeasureFacts>> {
        let one = (0usize..8, 0u64..800, 0u64..200, 0u32..3).prop_map(|(status, original, moved, extensions)| {
            let day = |n| DueDate::day("2017-01-01".parse::<NaiveDate>().expect("a day") + chrono::Days::new(n));
            MeasureFacts {
                status: MeasureStatus::ALL[status],
                dates: PromisedDates::from_stored(day(original), day(original + moved)),
                first_day: None,
                forecast: None,
                has_owner: extensions != 1,
                last_update: None,
                extensions,
            }
        });
        prop::collection::vec(one, 0..25)
    }

    #[test]
    fn what_was_retired_is_not_counted_among_what_was_due() {
        let today = "2018-02-01".parse().expect("a day");
        let late = DueDate::day("2018-01-01".parse::<NaiveDate>().expect("a day"));
        let tracked = MeasureStatus::ALL.iter().map(|status| {
            let dates = PromisedDates::promised(late);
            let facts = MeasureFacts {
                status: *status,
                dates,
                first_day: None,
                forecast: None,
                has_owner: true,
                last_update: None,
                extensions: 0,
            };
            Tracked::new(facts, today)
        });
        let tracked: Vec<_> = tracked.collect();
        let picture = Picture::of(&tracked, today);
        assert_eq!((picture.total - picture.due, picture.total), (2, MeasureStatus::ALL.len() as u32));
        for retired in [MeasureStatus::NoLongerApplicable, MeasureStatus::Superseded] {
            assert_eq!(Picture::of(tracked.iter().filter(|one| one.facts.status == retired), today).due, 0);
        }
    }

    proptest! {
        #[test]
        fn the_counts_of_a_picture_agree_with_each_other(facts in measures()) {
            let today = "2018-02-01".parse().expect("a day");
            let tracked: Vec<_> = facts.into_iter().map(|f| Tracked::new(f, today)).collect();
            let picture = Picture::of(&tracked, today);
            prop_assert_eq!(picture.by_status.iter().map(|(_, n)| n).sum::<u32>(), picture.total);
            prop_assert!(picture.overdue <= picture.due && picture.due_30 <= picture.due_90);
            prop_assert_eq!(picture.oldest_days > 0, picture.overdue > 0);
        }
    }
}
