//! How urgent a piece of work is: the order of "my work" and of every digest.

use crate::codes::coded;
use chrono::NaiveDate;

coded! {
    /// From most to least urgent; the order of the variants is the order of the lists.
    Urgency {
        /// Past its current date.
        Overdue = "overdue",
        /// Due today.
        DueToday = "due_today",
        /// Due within two weeks.
        DueWithinTwoWeeks = "due_14",
        /// Due within thirty days.
        DueWithinThirtyDays = "due_30",
        /// Later, or without a day.
        Later = "later",
    }
}

/// The urgency of work due on a day (`None`: continuous or undated).
#[must_use]
pub fn urgency(due: Option<NaiveDate>, today: NaiveDate) -> Urgency {
    match due.map(|due| (due - today).num_days()) {
        Some(..0) => Urgency::Overdue,
        Some(0) => Urgency::DueToday,
        Some(1..=14) => Urgency::DueWithinTwoWeeks,
        Some(15..=30) => Urgency::DueWithinThirtyDays,
        Some(_) | None => Urgency::Later,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(Some("2018-04-29"), Urgency::Overdue)]
    #[case(Some("2018-04-30"), Urgency::DueToday)]
    #[case(Some("2018-05-14"), Urgency::DueWithinTwoWeeks)]
    #[case(Some("2018-05-30"), Urgency::DueWithinThirtyDays)]
    #[case(Some("2018-05-31"), Urgency::Later)]
    #[case(None, Urgency::Later)]
    fn work_is_as_urgent_as_its_day_is_near(#[case] due: Option<&str>, #[case] expected: Urgency) {
        let date = |text: &str| text.parse::<NaiveDate>().expect("a day");
        assert_eq!(urgency(due.map(date), date("2018-04-30")), expected);
    }
}
