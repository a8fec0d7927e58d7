//! A promised date with its precision, and its arithmetic (rule 1).

use super::{DatePrecision, FiscalYear, Quarter, Season};
use crate::text::Coded;
use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use std::{cmp::Ordering, fmt, str::FromStr};

/// A promised date. What counts as "by then" is the last day of its period ([`DueDate::last_day`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DueDate {
    precision: DatePrecision,
    // The last day of the period; present exactly when the precision has one. Its period is recovered from it.
    last_day: Option<NaiveDate>,
}

/// The period a [`DueDate`] names, for those who word it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Period {
    /// A day.
    Day(NaiveDate),
    /// Year and month (1 to 12).
    Month(i32, u32),
    /// Calendar year and quarter.
    Quarter(i32, Quarter),
    /// Fiscal year and quarter.
    FiscalQuarter(FiscalYear, Quarter),
    /// Calendar year and season.
    Season(i32, Season),
    /// Fiscal year.
    FiscalYear(FiscalYear),
    /// Calendar year.
    Year(i32),
    /// Continuous work.
    Ongoing,
    /// No date.
    None,
}

/// A day that is not the last one of a period of the precision, or a code that names no period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a date of this precision")]
pub struct InvalidDueDate;

impl DueDate {
    /// Continuous work.
    pub const ONGOING: Self = Self { precision: DatePrecision::Ongoing, last_day: None };
    /// No date promised.
    pub const NONE: Self = Self { precision: DatePrecision::None, last_day: None };

    /// An exact day.
    #[must_use]
    pub fn day(day: NaiveDate) -> Self {
        Self { precision: DatePrecision::Day, last_day: Some(day) }
    }

    /// The date of a period. Errors when the calendar has no such period (month 13, year 300 000).
    pub fn of(period: Period) -> Result<Self, InvalidDueDate> {
        let (precision, first, months) = match period {
            Period::Day(day) => return Ok(Self::day(day)),
            Period::Ongoing => return Ok(Self::ONGOING),
            Period::None => return Ok(Self::NONE),
            Period::Month(year, month) => (DatePrecision::Month, NaiveDate::from_ymd_opt(year, month, 1), 1),
            Period::Quarter(year, quarter) => {
                (DatePrecision::Quarter, NaiveDate::from_ymd_opt(year, quarter.first_month(), 1), 3)
            }
            Period::FiscalQuarter(year, quarter) => {
                let first = year.first_day().and_then(|d| d.checked_add_months(Months::new(quarter.first_month() - 1)));
                (DatePrecision::FiscalQuarter, first, 3)
            }
            Period::Season(year, season) => {
                (DatePrecision::Season, NaiveDate::from_ymd_opt(year, season_quarter(season).first_month(), 1), 3)
            }
            Period::FiscalYear(year) => (DatePrecision::FiscalYear, year.first_day(), 12),
            Period::Year(year) => (DatePrecision::Year, NaiveDate::from_ymd_opt(year, 1, 1), 12),
        };
        let last = first.and_then(|d| d.checked_add_months(Months::new(months))).and_then(|d| d.checked_sub_days(Days::new(1)));
        last.filter(|d| (1..=9999).contains(&d.year())).map(|day| Self { precision, last_day: Some(day) }).ok_or(InvalidDueDate)
    }

    /// The date as the two columns of the database hold it. Errors when the day does not fit the precision.
    pub fn from_stored(precision: DatePrecision, last_day: Option<NaiveDate>) -> Result<Self, InvalidDueDate> {
        let read = Self { precision, last_day };
        let fits = match last_day {
            None => matches!(precision, DatePrecision::Ongoing | DatePrecision::None),
            Some(_) => Self::of(read.period()) == Ok(read),
        };
        fits.then_some(read).ok_or(InvalidDueDate)
    }

    /// How exact it is.
    #[must_use]
    pub fn precision(self) -> DatePrecision {
        self.precision
    }

    /// The effective due day: the last day of the period; `None` when no date was promised.
    #[must_use]
    pub fn last_day(self) -> Option<NaiveDate> {
        self.last_day
    }

    /// The first day of the period.
    #[must_use]
    pub fn first_day(self) -> Option<NaiveDate> {
        let months = match self.precision {
            DatePrecision::Day => return self.last_day,
            DatePrecision::Month => 1,
            DatePrecision::Quarter | DatePrecision::FiscalQuarter | DatePrecision::Season => 3,
            DatePrecision::FiscalYear | DatePrecision::Year => 12,
            DatePrecision::Ongoing | DatePrecision::None => return None,
        };
        self.last_day?.checked_add_days(Days::new(1))?.checked_sub_months(Months::new(months))
    }

    /// The period, for those who word it.
    #[must_use]
    pub fn period(self) -> Period {
        let Some(day) = self.last_day else {
            return if self.precision == DatePrecision::Ongoing { Period::Ongoing } else { Period::None };
        };
        let quarter = Quarter::of_month(day.month());
        match self.precision {
            DatePrecision::Day => Period::Day(day),
            DatePrecision::Month => Period::Month(day.year(), day.month()),
            DatePrecision::Quarter => Period::Quarter(day.year(), quarter),
            DatePrecision::FiscalQuarter => {
                let period = super::ReportingPeriod::of(day);
                Period::FiscalQuarter(period.year, period.quarter)
            }
            DatePrecision::Season => Period::Season(day.year(), season_of(quarter)),
            DatePrecision::FiscalYear => Period::FiscalYear(FiscalYear::of(day)),
            DatePrecision::Year => Period::Year(day.year()),
            DatePrecision::Ongoing => Period::Ongoing,
            DatePrecision::None => Period::None,
        }
    }

    /// Whole days past the effective due day; 0 on or before it, and always 0 without a day.
    #[must_use]
    pub fn days_late(self, today: NaiveDate) -> i64 {
        self.last_day.map_or(0, |due| (today - due).num_days().max(0))
    }

    /// Days until the effective due day; `None` without a day, negative when it is past.
    #[must_use]
    pub fn days_left(self, today: NaiveDate) -> Option<i64> {
        self.last_day.map(|due| (due - today).num_days())
    }

    /// Earlier promises first; continuous work and missing dates last.
    #[must_use]
    pub fn cmp_by_day(self, other: Self) -> Ordering {
        match (self.last_day, other.last_day) {
            (Some(a), Some(b)) => a.cmp(&b),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => Ordering::Equal,
        }
    }
}

fn season_quarter(season: Season) -> Quarter {
    let index = Season::ALL.iter().position(|s| *s == season).unwrap_or(0);
    Quarter::of_month(index as u32 * 3 + 1)
}

fn season_of(quarter: Quarter) -> Season {
    Season::ALL[usize::from(quarter.number() - 1)]
}

/// The form for machines: `2018-04-30`, `2018-04`, `2018-Q2`, `FY2018-Q1`, `2018-spring`, `FY2018`, `2018`,
/// `ongoing`, `none`.
impl fmt::Display for DueDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.period() {
            Period::Day(day) => write!(f, "{day}"),
            Period::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Period::Quarter(year, quarter) => write!(f, "{year:04}-Q{}", quarter.number()),
            Period::FiscalQuarter(year, quarter) => write!(f, "FY{:04}-Q{}", year.0, quarter.number()),
            Period::Season(year, season) => write!(f, "{year:04}-{season}"),
            Period::FiscalYear(year) => write!(f, "FY{:04}", year.0),
            Period::Year(year) => write!(f, "{year:04}"),
            Period::Ongoing => f.write_str("ongoing"),
            Period::None => f.write_str("none"),
        }
    }
}

impl FromStr for DueDate {
    type Err = InvalidDueDate;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        let number = |text: &str| text.parse::<i32>().map_err(|_| InvalidDueDate);
        let quarter = |text: &str| text.strip_prefix('Q').and_then(|q| q.parse().ok()).and_then(Quarter::new);
        let (fiscal, rest) = code.strip_prefix("FY").map_or((false, code), |rest| (true, rest));
        let period = match (fiscal, rest.split_once('-')) {
            (false, None) if rest == "ongoing" => Period::Ongoing,
            (false, None) if rest == "none" => Period::None,
            (false, None) => Period::Year(number(rest)?),
            (true, None) => Period::FiscalYear(FiscalYear(number(rest)?)),
            (true, Some((year, part))) => Period::FiscalQuarter(FiscalYear(number(year)?), quarter(part).ok_or(InvalidDueDate)?),
            (false, Some((year, part))) => {
                if let Some(quarter) = quarter(part) {
                    Period::Quarter(number(year)?, quarter)
                } else if let Ok(season) = part.parse() {
                    Period::Season(number(year)?, season)
                } else if let Ok(day) = rest.parse::<NaiveDate>() {
                    Period::Day(day)
                } else {
                    Period::Month(number(year)?, part.parse().map_err(|_| InvalidDueDate)?)
                }
            }
        };
        Self::of(period)
    }
}

impl TryFrom<String> for DueDate {
    type Error = InvalidDueDate;
    fn try_from(code: String) -> Result<Self, Self::Error> {
        code.parse()
    }
}

impl From<DueDate> for String {
    fn from(due: DueDate) -> Self {
        due.to_string()
    }
}

#[cfg(test)]
mod tests;
