//! Which table of the meeting report a measure belongs in (product design, "Meetings and the status report").

use crate::codes::coded;
use crate::measure::{Flags, MeasureFacts, MeasureStatus};
use chrono::NaiveDate;

coded! {
    /// The tables of the report.
    Section {
        /// A. Live.
        Live = "live",
        /// B. Completed since the last meeting (reported once, rule 7).
        Completed = "completed",
        /// C. Late, with an extension asked for.
        LateWithRequest = "late_with_request",
        /// D. Late, nothing asked for.
        LateWithoutRequest = "late_without_request",
        /// E. Due before the next meeting.
        DueNext = "due_next",
    }
}

/// The table a measure belongs in; `None` when it ended and was reported at an earlier meeting (rule 7).
///
/// `since` is the meeting before (everything counts when there was none), `next` the one after.
#[must_use]
pub fn section_of(
    facts: &MeasureFacts,
    flags: &Flags,
    ended_on: Option<NaiveDate>,
    asked: bool,
    since: Option<NaiveDate>,
    next: Option<NaiveDate>,
) -> Option<Section> {
    if !facts.status.is_live() || facts.status == MeasureStatus::CompletedToVerify {
        let fresh = since.is_none_or(|since| ended_on.is_none_or(|ended| ended > since));
        let waiting = facts.status == MeasureStatus::CompletedToVerify;
        return (fresh || waiting).then_some(Section::Completed);
    }
    let due_next = |next: NaiveDate| facts.dates.current().last_day().is_some_and(|due| due <= next);
    Some(match (flags.overdue, asked) {
        (true, true) => Section::LateWithRequest,
        (true, false) => Section::LateWithoutRequest,
        (false, _) if next.is_some_and(due_next) => Section::DueNext,
        (false, _) => Section::Live,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::PromisedDates;
    use rstest::rstest;

    #[rstest]
    #[case(MeasureStatus::InProgress, "2018-04", None, false, Some(Section::LateWithoutRequest))]
    #[case(MeasureStatus::InProgress, "2018-04", None, true, Some(Section::LateWithRequest))]
    #[case(MeasureStatus::InProgress, "2018-08", None, false, Some(Section::DueNext))]
    #[case(MeasureStatus::InProgress, "2019-08", None, false, Some(Section::Live))]
    #[case(MeasureStatus::CompletedToVerify, "2018-04", Some("2018-01-10"), false, Some(Section::Completed))]
    #[case(MeasureStatus::VerifiedClosed, "2018-04", Some("2018-05-10"), false, Some(Section::Completed))]
    #[case(MeasureStatus::VerifiedClosed, "2018-04", Some("2018-01-10"), false, None)]
    fn every_measure_is_in_one_table_and_what_ended_is_reported_once(
        #[case] status: MeasureStatus,
        #[case] due: &str,
        #[case] ended_on: Option<&str>,
        #[case] asked: bool,
        #[case] expected: Option<Section>,
    ) {
        let date = |text: &str| text.parse::<NaiveDate>().expect("a day");
        let dates = PromisedDates::promised(due.parse().expect("a due date"));
        let facts =
            MeasureFacts { status, dates, first_day: None, forecast: None, has_owner: true, last_update: None, extensions: 0 };
        let flags = facts.flags(date("2018-06-15"));
        let section = section_of(&facts, &flags, ended_on.map(date), asked, Some(date("2018-03-15")), Some(date("2018-09-15")));
        assert_eq!(section, expected);
    }
}
