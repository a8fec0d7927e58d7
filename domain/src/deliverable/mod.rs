//! Deliverables: what a measure promises to hand over, each with its own status.

use crate::{
    codes::coded,
    dates::DueDate,
    measure::{MeasureStatus, PromisedDates},
};
use chrono::NaiveDate;

coded! {
    /// The status of one deliverable.
    DeliverableStatus {
        /// Nothing yet.
        NotStarted = "not_started",
        /// Being worked on.
        InProgress = "in_progress",
        /// Handed over.
        Delivered = "delivered",
        /// Dropped by a decision (rule 6).
        Retired = "retired",
    }
}

impl DeliverableStatus {
    /// Whether work is still owed; a completion claim needs none of these (rule 4).
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Self::NotStarted | Self::InProgress)
    }
}

/// How many days an open deliverable is past a date of its own; 0 when it is not, when its measure waits for nothing from its
/// lead, or when it has no date of its own and goes with its measure. Computed, never stored (rule 3).
#[must_use]
pub fn days_late(status: DeliverableStatus, own: Option<DueDate>, measure: MeasureStatus, today: NaiveDate) -> i64 {
    let awaited = status.is_open() && measure.awaits_lead();
    own.filter(|_| awaited).map_or(0, |due| due.days_late(today))
}

/// Whether it has a date of its own, by which it is due and late apart from its measure. One promised for its measure's date
/// follows the measure, also when that date is extended; one that moved has its own date unless it is that of the measure
/// again.
#[must_use]
pub fn has_own_date(dates: PromisedDates, measure: PromisedDates) -> bool {
    let day = dates.current().last_day();
    day != measure.current().last_day() && (dates.is_extended() || day != measure.original().last_day())
}

/// Whether a later date may be asked for it: it is still owed, and by a day of its own. What has none goes with its
/// measure, and nothing is after continuous work.
#[must_use]
pub fn takes_a_later_date(status: DeliverableStatus, own: Option<DueDate>) -> bool {
    status.is_open() && own.is_some_and(|due| due.last_day().is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::late(DeliverableStatus::InProgress, Some("2018-06"), MeasureStatus::InProgress, 10)]
    #[case::due_today(DeliverableStatus::InProgress, Some("2018-07-10"), MeasureStatus::InProgress, 0)]
    #[case::of_a_late_measure(DeliverableStatus::NotStarted, None, MeasureStatus::InProgress, 0)]
    #[case::delivered(DeliverableStatus::Delivered, Some("2018-06"), MeasureStatus::InProgress, 0)]
    #[case::retired(DeliverableStatus::Retired, Some("2018-06"), MeasureStatus::InProgress, 0)]
    #[case::claimed(DeliverableStatus::InProgress, Some("2018-06"), MeasureStatus::CompletedToVerify, 0)]
    #[case::ended(DeliverableStatus::InProgress, Some("2018-06"), MeasureStatus::NoLongerApplicable, 0)]
    #[case::ongoing(DeliverableStatus::InProgress, Some("ongoing"), MeasureStatus::InProgress, 0)]
    fn a_deliverable_is_late_by_its_own_date_while_it_is_owed(
        #[case] status: DeliverableStatus,
        #[case] own: Option<&str>,
        #[case] measure: MeasureStatus,
        #[case] expected: i64,
    ) {
        let own = own.map(|own| own.parse().expect("a due date"));
        let today = "2018-07-10".parse().expect("a day");
        assert_eq!(days_late(status, own, measure, today), expected);
    }

    #[rstest]
    #[case::of_its_own("2018-03", "2018-03", "2018-04", "2018-06", true)]
    #[case::of_its_own_beside_a_measure_that_never_moved("2018-03", "2018-03", "2018-04", "2018-04", true)]
    #[case::with_its_measure("2018-04", "2018-04", "2018-04", "2018-04", false)]
    #[case::by_the_last_day_of_the_same_month("2018-04-30", "2018-04-30", "2018-04", "2018-04", false)]
    #[case::with_its_measure_that_was_extended("2018-04", "2018-04", "2018-04", "2018-06", false)]
    #[case::promised_for_what_became_the_date("2018-06", "2018-06", "2018-04", "2018-06", false)]
    #[case::moved_less_far("2018-04", "2018-05", "2018-04", "2018-06", true)]
    #[case::moved_as_far("2018-04", "2018-06", "2018-04", "2018-06", false)]
    #[case::moved_to_what_was_the_date_of_its_measure("2018-03", "2018-04", "2018-04", "2018-06", true)]
    #[case::of_an_undated_measure("2018-04", "2018-04", "none", "none", true)]
    fn what_was_promised_for_the_date_of_its_measure_follows_it(
        #[case] original: &str,
        #[case] current: &str,
        #[case] measure: &str,
        #[case] extended: &str,
        #[case] expected: bool,
    ) {
        let due = |text: &str| text.parse().expect("a due date");
        let dates = PromisedDates::from_stored(due(original), due(current));
        assert_eq!(has_own_date(dates, PromisedDates::from_stored(due(measure), due(extended))), expected);
    }

    #[rstest]
    #[case::owed(DeliverableStatus::NotStarted, Some("2018-06"), true)]
    #[case::goes_with_its_measure(DeliverableStatus::InProgress, None, false)]
    #[case::delivered(DeliverableStatus::Delivered, Some("2018-06"), false)]
    #[case::retired(DeliverableStatus::Retired, Some("2018-06"), false)]
    #[case::ongoing(DeliverableStatus::InProgress, Some("ongoing"), false)]
    #[case::undated(DeliverableStatus::InProgress, Some("none"), false)]
    fn a_later_date_is_for_what_is_owed_by_a_day_of_its_own(
        #[case] status: DeliverableStatus,
        #[case] own: Option<&str>,
        #[case] expected: bool,
    ) {
        assert_eq!(takes_a_later_date(status, own.map(|own| own.parse().expect("a due date"))), expected);
    }
}
