//! How a measure stood on an earlier day, told from what was recorded then and never overwritten: where it stood from
//! which day on, its updates, and its granted extensions. It must not guess, nor let what came later change it. The
//! words of a measure are not in it: they are those of today, beside the approved ones.

use crate::{
    dates::DueDate,
    deliverable::DeliverableStatus,
    measure::{MeasureFacts, MeasureStatus, PromisedDates},
};
use chrono::NaiveDate;

/// Where a measure stood from a day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PastStanding {
    /// The day; `None` is how it began.
    pub since: Option<NaiveDate>,
    /// Its status.
    pub status: MeasureStatus,
    /// Percent done.
    pub percent: u8,
    /// When the lead expected to be done.
    pub forecast: Option<DueDate>,
    /// The day it had come to an end.
    pub ended_on: Option<NaiveDate>,
    /// Whether an organisation or a person answered for it.
    pub has_owner: bool,
    /// The day on which the only person who answered for it was archived; `None` where nobody left, or where a lead
    /// organisation or the words of the source answer for it anyway.
    pub owner_left: Option<NaiveDate>,
}

/// Where a deliverable stood from a day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PastDeliverable {
    /// The day; `None` is how it began.
    pub since: Option<NaiveDate>,
    /// Its status.
    pub status: DeliverableStatus,
    /// The day it was handed over.
    pub delivered_on: Option<NaiveDate>,
}

/// The promised dates as they were at the end of a day: the current one is the latest granted by then, in the order
/// they were granted. The same of a measure and of a deliverable.
#[must_use]
pub fn dates_as_of(original: DueDate, granted: &[PastExtension], day: NaiveDate) -> PromisedDates {
    let last = granted.iter().rev().find(|extension| extension.decided_on <= day);
    PromisedDates::from_stored(original, last.map_or(original, |extension| extension.to))
}

impl PastDeliverable {
    /// How it stood at the end of a day; `None` when it was not promised yet.
    #[must_use]
    pub fn as_of(stood: &[Self], day: NaiveDate) -> Option<Self> {
        stood.iter().rev().find(|stood| stood.since.is_none_or(|since| since <= day)).copied()
    }
}

/// A report on a measure. A contact's answer counts for the day it was given and is known once it is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PastReport {
    /// The day it counts for.
    pub on: NaiveDate,
    /// The day it was recorded.
    pub known_on: NaiveDate,
}

impl PastReport {
    /// Whether it was there at the end of a day.
    #[must_use]
    pub fn was_known(self, day: NaiveDate) -> bool {
        self.on <= day && self.known_on <= day
    }
}

/// A granted extension, as far as the history needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PastExtension {
    /// The day it was granted.
    pub decided_on: NaiveDate,
    /// The date it moved the current one to.
    pub to: DueDate,
}

/// A measure with what happened to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasureHistory {
    /// The date promised first.
    pub original: DueDate,
    /// Where it stood, in the order it was recorded. Never empty for a measure of an approved plan.
    pub standings: Vec<PastStanding>,
    /// Its updates, in the order of the days they count for.
    pub reports: Vec<PastReport>,
    /// Its granted extensions, in the order they were granted.
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
    /// Which of the standings that was.
    pub place: usize,
}

impl MeasureHistory {
    /// How it stood at the end of a day; `None` when it was not there yet.
    #[must_use]
    pub fn as_of(&self, day: NaiveDate) -> Option<Standing> {
        let by_then = |standing: &PastStanding| standing.since.is_none_or(|since| since <= day);
        let place = self.standings.iter().rposition(by_then)?;
        let stood = self.standings.get(place)?;
        let facts = MeasureFacts {
            status: stood.status,
            dates: dates_as_of(self.original, &self.granted, day),
            first_day: self.granted.iter().find(|extension| extension.decided_on <= day).map(|extension| extension.to),
            forecast: stood.forecast,
            // Who left answers for nothing any more, and did so until the day before.
            has_owner: stood.has_owner && stood.owner_left.is_none_or(|left| left > day),
            last_update: self.reports.iter().rev().find(|report| report.was_known(day)).map(|report| report.on),
            extensions: self.granted.iter().filter(|extension| extension.decided_on <= day).count() as u32,
        };
        Some(Standing { facts, percent: stood.percent, ended_on: stood.ended_on, place })
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

    /// Something that is recorded about a measure on a day.
    #[derive(Debug, Clone, Copy)]
    enum Event {
        Update(MeasureStatus, u8),
        NothingNew,
        Grant(u64),
        Accepted,
        /// A claim that was returned, or something new about what was verified.
        Reopened,
        HandedOver(bool),
        /// The person who answers for it was archived.
        OwnerLeft,
    }

    impl MeasureHistory {
        fn begun(status: MeasureStatus, due: u64) -> Self {
            let first = PastStanding {
                since: None,
                status,
                percent: 0,
                forecast: None,
                ended_on: None,
                has_owner: true,
                owner_left: None,
            };
            Self { original: DueDate::day(day(due)), standings: vec![first], reports: Vec::new(), granted: Vec::new() }
        }

        /// Records it as the services do.
        fn record(&mut self, on: u64, event: Event) {
            let last = *self.standings.last().expect("how it began");
            let mut next = PastStanding { since: Some(day(on)), ..last };
            match event {
                Event::Update(status, percent) => {
                    let forecast = (percent > 50).then(|| DueDate::day(day(on + 30)));
                    next = PastStanding { status, percent, forecast, ended_on: None, ..next };
                    self.reports.push(PastReport { on: day(on), known_on: day(on) });
                }
                Event::NothingNew => self.reports.push(PastReport { on: day(on), known_on: day(on) }),
                Event::Grant(more) => {
                    let current = self.granted.last().map_or(self.original, |extension| extension.to);
                    let to = current.last_day().expect("a day") + Days::new(more);
                    self.granted.push(PastExtension { decided_on: day(on), to: DueDate::day(to) });
                }
                Event::Accepted => (next.status, next.ended_on) = (MeasureStatus::VerifiedClosed, Some(day(on))),
                Event::Reopened => (next.status, next.ended_on) = (MeasureStatus::InProgress, None),
                Event::HandedOver(has_owner) => (next.has_owner, next.owner_left) = (has_owner, None),
                // The day is that of the person, and so stands beside all that was ever recorded of them.
                Event::OwnerLeft => {
                    self.standings.iter_mut().for_each(|stood| stood.owner_left = stood.owner_left.or(Some(day(on))));
                    next.owner_left = next.owner_left.or(Some(day(on)));
                }
            }
            self.standings.push(next);
        }
    }

    fn event() -> impl Strategy<Value = Event> {
        let live: Vec<MeasureStatus> = MeasureStatus::ALL.iter().copied().filter(|status| status.is_live()).collect();
        prop_oneof![
            (prop::sample::select(live), 0u8..=100).prop_map(|(status, percent)| Event::Update(status, percent)),
            Just(Event::NothingNew),
            (1u64..200).prop_map(Event::Grant),
            Just(Event::Accepted),
            Just(Event::Reopened),
            any::<bool>().prop_map(Event::HandedOver),
            Just(Event::OwnerLeft),
        ]
    }

    fn history() -> impl Strategy<Value = (MeasureHistory, Vec<(u64, Event)>)> {
        let begun = prop::sample::select(vec![MeasureStatus::NotStarted, MeasureStatus::CompletedToVerify]);
        let events = prop::collection::vec((0u64..700, event()), 0..14);
        (begun, 0u64..900, events).prop_map(|(status, due, mut events)| {
            events.sort_by_key(|(on, _)| *on);
            (MeasureHistory::begun(status, due), events)
        })
    }

    fn told(begun: &MeasureHistory, events: &[(u64, Event)]) -> MeasureHistory {
        let mut history = begun.clone();
        events.iter().for_each(|(on, event)| history.record(*on, *event));
        history
    }

    #[test]
    fn an_answer_that_was_published_later_was_not_known_before() {
        let mut history = MeasureHistory::begun(MeasureStatus::InProgress, 90);
        history.reports = vec![PastReport { on: day(3), known_on: day(3) }, PastReport { on: day(10), known_on: day(15) }];
        let last = |on: u64| history.as_of(day(on)).and_then(|stood| stood.facts.last_update);
        assert_eq!([last(2), last(12), last(15)], [None, Some(day(3)), Some(day(10))]);
    }

    proptest! {
        /// What a report says of a day does not depend on when it is made.
        #[test]
        fn a_day_is_the_same_whenever_it_is_looked_at((begun, events) in history(), on in 0u64..900, later in 0usize..14) {
            let by_then = events.iter().take_while(|(event, _)| *event <= on).count();
            let until = (by_then + later).min(events.len());
            let at_once = told(&begun, &events[..by_then]).as_of(day(on));
            prop_assert_eq!(told(&begun, &events[..until]).as_of(day(on)), at_once);
        }

        #[test]
        fn the_last_thing_that_happened_by_a_day_is_how_it_stood((begun, events) in history(), on in 0u64..900) {
            let history = told(&begun, &events);
            let standing = history.as_of(day(on)).expect("a standing");
            let last = history.standings.iter().rev().find(|s| s.since.is_none_or(|since| since <= day(on))).expect("a row");
            prop_assert_eq!((standing.facts.status, standing.percent, standing.ended_on), (last.status, last.percent, last.ended_on));
            prop_assert!(standing.ended_on.is_none_or(|ended| ended <= day(on)));
            prop_assert_eq!(standing.facts.dates.original(), history.original);
        }

        #[test]
        fn extensions_and_current_dates_only_grow_with_time((begun, events) in history(), on in 0u64..900, more in 0u64..100) {
            let history = told(&begun, &events);
            let facts = |on: u64| history.as_of(day(on)).expect("a standing").facts;
            let (before, after) = (facts(on), facts(on + more));
            prop_assert!(before.extensions <= after.extensions);
            prop_assert!(before.dates.current().last_day() <= after.dates.current().last_day());
        }
    }

    #[test]
    fn what_was_done_when_it_was_read_in_was_never_late_before() {
        let mut history = MeasureHistory::begun(MeasureStatus::CompletedToVerify, 10);
        history.record(50, Event::Accepted);
        let flags = |on: u64| history.as_of(day(on)).expect("a standing").facts.flags(day(on));
        assert!(!flags(20).overdue && !flags(60).overdue);
    }

    #[test]
    fn a_claim_that_was_returned_waited_on_the_days_before() {
        let mut history = MeasureHistory::begun(MeasureStatus::NotStarted, 10);
        for (on, event) in [
            (5, Event::Update(MeasureStatus::CompletedToVerify, 100)),
            (20, Event::Reopened),
            (30, Event::Update(MeasureStatus::CompletedToVerify, 100)),
            (40, Event::Accepted),
            (60, Event::Reopened),
            (70, Event::Accepted),
        ] {
            history.record(on, event);
        }
        let status = |on: u64| history.as_of(day(on)).expect("a standing").facts.status;
        let told = [4, 10, 25, 35, 50, 65, 80].map(status);
        let (claimed, closed) = (MeasureStatus::CompletedToVerify, MeasureStatus::VerifiedClosed);
        let open = MeasureStatus::InProgress;
        assert_eq!(told, [MeasureStatus::NotStarted, claimed, open, claimed, closed, open, closed]);
        assert_eq!(history.as_of(day(50)).and_then(|standing| standing.ended_on), Some(day(40)));
        assert_eq!(history.as_of(day(80)).and_then(|standing| standing.ended_on), Some(day(70)));
    }

    #[test]
    fn what_was_added_later_was_not_there_before() {
        let mut history = MeasureHistory::begun(MeasureStatus::NotStarted, 10);
        history.standings[0].since = Some(day(5));
        assert_eq!((history.as_of(day(4)), history.as_of(day(5)).is_some()), (None, true));
        let delivered = PastDeliverable { since: Some(day(5)), status: DeliverableStatus::Delivered, delivered_on: Some(day(5)) };
        let open = PastDeliverable { since: None, status: DeliverableStatus::InProgress, delivered_on: None };
        assert_eq!(PastDeliverable::as_of(&[open, delivered], day(4)), Some(open));
        assert_eq!(PastDeliverable::as_of(&[open, delivered], day(5)), Some(delivered));
        assert_eq!(PastDeliverable::as_of(&[delivered], day(4)), None);
    }

    #[test]
    fn who_left_answers_for_nothing_from_that_day_on_and_did_on_the_days_before() {
        let mut history = MeasureHistory::begun(MeasureStatus::InProgress, 90);
        history.record(20, Event::OwnerLeft);
        history.record(40, Event::HandedOver(true));
        let unowned = |on: u64| history.as_of(day(on)).expect("a standing").facts.flags(day(on)).unowned;
        assert_eq!([0, 19, 20, 39, 40].map(unowned), [false, false, true, true, false]);
    }

    #[test]
    fn a_date_counts_from_the_day_it_was_granted() {
        let due = |offset: u64| DueDate::day(day(offset));
        let granted = [(20, 50), (60, 90)].map(|(on, to)| PastExtension { decided_on: day(on), to: due(to) });
        let told = [19, 20, 59, 60].map(|on| dates_as_of(due(10), &granted, day(on)).current());
        assert_eq!(told, [due(10), due(50), due(50), due(90)]);
        assert_eq!(dates_as_of(due(10), &granted, day(99)).original(), due(10));
    }

    #[test]
    fn what_had_no_day_ages_from_the_first_one_that_was_granted_by_then() {
        let mut history = MeasureHistory::begun(MeasureStatus::InProgress, 0);
        history.original = DueDate::NONE;
        let granted = [(20, 50), (60, 90)].map(|(on, to)| PastExtension { decided_on: day(on), to: DueDate::day(day(to)) });
        history.granted = granted.to_vec();
        let late = |on: u64| history.as_of(day(on)).expect("a standing").facts.flags(day(on)).lateness;
        let told = [19, 55, 80, 100].map(|on| (late(on).from_original, late(on).from_current));
        assert_eq!(told, [(0, 0), (5, 5), (30, 0), (50, 10)]);
        let first = |on: u64| history.as_of(day(on)).and_then(|stood| stood.facts.first_day);
        assert_eq!([19, 20, 60].map(first), [None, Some(DueDate::day(day(50))), Some(DueDate::day(day(50)))]);
    }

    #[test]
    fn nothing_new_to_say_takes_no_forecast_back() {
        let mut history = MeasureHistory::begun(MeasureStatus::NotStarted, 10);
        history.record(1, Event::Update(MeasureStatus::InProgress, 80));
        history.record(5, Event::NothingNew);
        history.record(9, Event::Update(MeasureStatus::InProgress, 10));
        let facts = history.as_of(day(6)).expect("a standing").facts;
        assert_eq!((facts.forecast, facts.last_update), (Some(DueDate::day(day(31))), Some(day(5))));
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
