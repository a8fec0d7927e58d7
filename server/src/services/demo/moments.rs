//! Dates of the demo count from today, so that it is always alive: some work just late, a meeting just ahead.

use chrono::{Datelike, Days, Months, NaiveDate};
use domain::{
    calendar::next_working_day,
    dates::{DueDate, FiscalYear, Period, Quarter, ReportingPeriod, Season},
    text::Coded,
};
use serde::Deserialize;

/// How many days ahead the next meeting is.
const NEXT_MEETING: i64 = 18;
/// How many days before a meeting its updates come in.
const CALL_FOR_UPDATES: i64 = 9;

/// A day, as the data files write it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum Moment {
    /// `-25 days`
    Days(i64),
    /// `-24 months`
    Months(i64),
    /// `meeting -3`: the day of a meeting, 0 being the next one.
    Meeting(i64),
    /// `round -3`: the call for updates before that meeting.
    Round(i64),
}

/// A promised date, as the data files write it: `month -13`, `fiscal_quarter +1`, `ongoing`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum RelativeDue {
    /// So many days from today.
    Day(i64),
    /// The month so many months from this one.
    Month(i64),
    /// The calendar quarter so many quarters from this one.
    Quarter(i64),
    /// The fiscal quarter so many quarters from this one.
    FiscalQuarter(i64),
    /// The season so many seasons from this one.
    Season(i64),
    /// The fiscal year so many years from this one.
    FiscalYear(i64),
    /// The calendar year so many years from this one.
    Year(i64),
    /// Continuous work.
    Ongoing,
    /// No date.
    None,
}

fn number(text: &str) -> Result<i64, String> {
    let number: i64 = text.parse().map_err(|_| format!("{text:?} is not a number"))?;
    if number.abs() <= 1_000 { Ok(number) } else { Err(format!("{text:?} is too far away")) }
}

impl TryFrom<String> for Moment {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let (first, second) = text.split_once(' ').ok_or_else(|| format!("{text:?} is not a moment"))?;
        match (first, second) {
            ("meeting", n) => number(n).map(Self::Meeting),
            ("round", n) => number(n).map(Self::Round),
            (n, "days") => number(n).map(Self::Days),
            (n, "months") => number(n).map(Self::Months),
            _ => Err(format!("{text:?} is not a moment")),
        }
    }
}

impl TryFrom<String> for RelativeDue {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Ok(match text.split_once(' ') {
            None if text == "ongoing" => Self::Ongoing,
            None if text == "none" => Self::None,
            Some(("day", n)) => Self::Day(number(n)?),
            Some(("month", n)) => Self::Month(number(n)?),
            Some(("quarter", n)) => Self::Quarter(number(n)?),
            Some(("fiscal_quarter", n)) => Self::FiscalQuarter(number(n)?),
            Some(("season", n)) => Self::Season(number(n)?),
            Some(("fiscal_year", n)) => Self::FiscalYear(number(n)?),
            Some(("year", n)) => Self::Year(number(n)?),
            _ => return Err(format!("{text:?} is not a due date")),
        })
    }
}

/// Today, from which everything counts.
#[derive(Debug, Clone, Copy)]
pub struct Today(pub NaiveDate);

impl Today {
    /// The day of a moment. `spread` lets people report on different days of the same round.
    pub fn day(self, moment: Moment, spread: i64) -> NaiveDate {
        match moment {
            Moment::Days(days) => add_days(self.0, days),
            Moment::Months(months) => add_months(self.0, months),
            Moment::Meeting(round) => self.meeting(round),
            Moment::Round(0) => self.this_round(spread),
            Moment::Round(round) => add_days(self.meeting(round), -CALL_FOR_UPDATES - spread.rem_euclid(5)),
        }
    }

    /// Meetings are three months apart, on working days.
    fn meeting(self, round: i64) -> NaiveDate {
        let next = next_working_day(add_days(self.0, NEXT_MEETING));
        next_working_day(add_months(next, 3 * round))
    }

    /// What was reported for the next meeting was reported in the current period and not after today.
    fn this_round(self, spread: i64) -> NaiveDate {
        let first = ReportingPeriod::of(self.0).first_day().unwrap_or(self.0);
        add_days(self.0, -1 - spread.rem_euclid(4)).max(first).min(self.0)
    }

    /// A promised date.
    pub fn due(self, due: RelativeDue) -> Result<DueDate, String> {
        let in_quarters = |n: i64| add_months(self.0, 3 * n);
        let period = match due {
            RelativeDue::Day(days) => Period::Day(add_days(self.0, days)),
            RelativeDue::Month(months) => {
                let day = add_months(self.0, months);
                Period::Month(day.year(), day.month())
            }
            RelativeDue::Quarter(n) => {
                let day = in_quarters(n);
                Period::Quarter(day.year(), calendar_quarter(day)?)
            }
            RelativeDue::FiscalQuarter(n) => {
                let period = ReportingPeriod::of(in_quarters(n));
                Period::FiscalQuarter(period.year, period.quarter)
            }
            RelativeDue::Season(n) => {
                let day = in_quarters(n);
                Period::Season(day.year(), Season::ALL[usize::from(calendar_quarter(day)?.number() - 1)])
            }
            RelativeDue::FiscalYear(years) => Period::FiscalYear(FiscalYear::of(add_months(self.0, 12 * years))),
            RelativeDue::Year(years) => Period::Year(add_months(self.0, 12 * years).year()),
            RelativeDue::Ongoing => Period::Ongoing,
            RelativeDue::None => Period::None,
        };
        DueDate::of(period).map_err(|error| error.to_string())
    }
}

fn calendar_quarter(day: NaiveDate) -> Result<Quarter, String> {
    u8::try_from((day.month() - 1) / 3 + 1).ok().and_then(Quarter::new).ok_or_else(|| format!("{day} is in no quarter"))
}

fn add_days(day: NaiveDate, days: i64) -> NaiveDate {
    let amount = Days::new(days.unsigned_abs());
    let moved = if days < 0 { day.checked_sub_days(amount) } else { day.checked_add_days(amount) };
    moved.unwrap_or(day)
}

/// Months later or earlier; the last day of a shorter month where there is no such day.
fn add_months(day: NaiveDate, months: i64) -> NaiveDate {
    let amount = Months::new(u32::try_from(months.unsigned_abs()).unwrap_or(0));
    let moved = if months < 0 { day.checked_sub_months(amount) } else { day.checked_add_months(amount) };
    moved.unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn on_any_day_the_rounds_run_forward_and_the_last_one_is_in_the_current_period(offset in 10_000u64..40_000, spread in 0i64..40) {
            let today = Today(NaiveDate::default() + Days::new(offset));
            for round in -8..0 {
                let call = today.day(Moment::Round(round), spread);
                prop_assert!(today.meeting(round - 1) < call && call < today.meeting(round) && call < today.0);
            }
            let latest = today.day(Moment::Round(0), spread);
            prop_assert_eq!(ReportingPeriod::of(latest), ReportingPeriod::of(today.0));
            prop_assert!(latest <= today.0 && latest > today.day(Moment::Round(-1), 0));
            prop_assert!(today.meeting(0) > today.0);
        }

        #[test]
        fn every_relative_date_is_a_date_on_any_day(offset in 10_000u64..40_000, n in -30i64..30) {
            let today = Today(NaiveDate::default() + Days::new(offset));
            for due in [RelativeDue::Day(n), RelativeDue::Month(n), RelativeDue::Quarter(n), RelativeDue::FiscalQuarter(n),
                RelativeDue::Season(n), RelativeDue::FiscalYear(n), RelativeDue::Year(n)] {
                prop_assert!(today.due(due).is_ok_and(|due| due.last_day().is_some()));
            }
        }
    }
}
