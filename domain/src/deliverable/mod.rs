//! Deliverables: what a measure promises to hand over, each with its own status.

use crate::{codes::coded, dates::DueDate, measure::MeasureStatus};
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
