//! What the overdue summary looks at: which days its trend counts, since when it tells what closed, what it asks of
//! an executive and which measures come first.

use crate::{
    codes::coded,
    dates::{DueDate, ReportingPeriod},
    measure::Flags,
};
use chrono::{Days, NaiveDate};

/// How many earlier periods the trend shows.
const TREND_PERIODS: usize = 4;

/// How far the meeting report looks ahead where no later meeting is recorded: meetings are about a quarter apart.
const DAYS_TO_NEXT_MEETING: u64 = 90;

coded! {
    /// What is asked of an executive about a late measure.
    ExecutiveAsked {
        /// Decide the extension that was asked for.
        DecideExtension = "decide_extension",
        /// Have the silent lead report.
        ObtainReport = "obtain_report",
        /// Remove the obstacle that was named.
        RemoveObstacle = "remove_obstacle",
        /// Name somebody who answers for it.
        NameOwner = "name_owner",
        /// Obtain a new date or completion.
        ObtainDate = "obtain_date",
    }
}

impl ExecutiveAsked {
    /// What is asked about an overdue measure: what only an executive can do comes before what others could.
    #[must_use]
    pub fn of(flags: &Flags, extension_requested: bool, obstacle_named: bool) -> Self {
        match (extension_requested, flags.unowned, flags.silent, obstacle_named) {
            (true, ..) => Self::DecideExtension,
            (_, true, ..) => Self::NameOwner,
            (_, _, true, _) => Self::ObtainReport,
            (_, _, _, true) => Self::RemoveObstacle,
            _ => Self::ObtainDate,
        }
    }
}

/// The days the trend counts: the ends of the last four periods, oldest first, and the day itself.
#[must_use]
pub fn trend_days(cut_off: NaiveDate) -> Vec<NaiveDate> {
    let periods = std::iter::successors(Some(ReportingPeriod::of(cut_off).previous()), |period| Some(period.previous()));
    let mut days: Vec<_> = periods.take(TREND_PERIODS).filter_map(ReportingPeriod::last_day).collect();
    days.reverse();
    days.push(cut_off);
    days
}

/// The first day of the period before: what closed from then on is told.
#[must_use]
pub fn closed_from(cut_off: NaiveDate) -> NaiveDate {
    ReportingPeriod::of(cut_off).previous().first_day().unwrap_or(cut_off)
}

/// The end of the meeting report's look ahead: the meeting after, else about a quarter later.
#[must_use]
pub fn look_ahead(day: NaiveDate, next_meeting: Option<NaiveDate>) -> NaiveDate {
    next_meeting.or_else(|| day.checked_add_days(Days::new(DAYS_TO_NEXT_MEETING))).unwrap_or(day)
}

/// The order of measures in reports: overdue ones first, the latest against their original date leading; then by
/// current date, undated last.
#[must_use]
pub fn report_order(flags: &Flags, current: DueDate) -> (i64, NaiveDate) {
    let late = if flags.overdue { -flags.lateness.from_original } else { 0 };
    (late, current.last_day().unwrap_or(NaiveDate::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::Lateness;
    use proptest::prelude::*;
    use rstest::rstest;

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[rstest]
    #[case(true, true, true, true, ExecutiveAsked::DecideExtension)]
    #[case(false, true, true, true, ExecutiveAsked::NameOwner)]
    #[case(false, false, true, true, ExecutiveAsked::ObtainReport)]
    #[case(false, false, false, true, ExecutiveAsked::RemoveObstacle)]
    #[case(false, false, false, false, ExecutiveAsked::ObtainDate)]
    fn an_executive_is_asked_for_what_only_an_executive_can_do_first(
        #[case] requested: bool,
        #[case] unowned: bool,
        #[case] silent: bool,
        #[case] obstacle: bool,
        #[case] expected: ExecutiveAsked,
    ) {
        let flags = Flags { overdue: true, unowned, silent, ..Flags::default() };
        assert_eq!(ExecutiveAsked::of(&flags, requested, obstacle), expected);
    }

    #[test]
    fn the_trend_counts_the_ends_of_four_fiscal_quarters_and_the_day() {
        let days: Vec<_> = trend_days(date("2018-05-10")).iter().map(ToString::to_string).collect();
        assert_eq!(days, ["2017-06-30", "2017-09-30", "2017-12-31", "2018-03-31", "2018-05-10"]);
        assert_eq!(closed_from(date("2018-05-10")), date("2018-01-01"));
    }

    #[test]
    fn the_latest_against_its_original_date_comes_first_and_the_undated_last() {
        let late =
            |from_original| Flags { overdue: true, lateness: Lateness { from_original, from_current: 1 }, ..Flags::default() };
        let due = |text: &str| text.parse::<DueDate>().expect("a due date");
        let mut order = [
            report_order(&Flags::default(), DueDate::NONE),
            report_order(&Flags::default(), due("2018-08")),
            report_order(&late(3), due("2018-04")),
            report_order(&late(300), due("2018-04")),
        ];
        order.sort_unstable();
        assert_eq!(order.map(|(late, _)| late), [-300, -3, 0, 0]);
        assert_eq!(order[3].1, NaiveDate::MAX);
    }

    proptest! {
        #[test]
        fn the_trend_runs_forward_and_ends_on_the_day(offset in 0u64..40_000) {
            let cut_off = NaiveDate::default() + Days::new(offset);
            let days = trend_days(cut_off);
            prop_assert_eq!(days.len(), TREND_PERIODS + 1);
            prop_assert!(days.windows(2).all(|pair| pair[0] < pair[1]));
            prop_assert_eq!(days.last(), Some(&cut_off));
            prop_assert!(closed_from(cut_off) < cut_off);
        }
    }
}
