//! The federal fiscal year (1 April to 31 March, Financial Administration Act, s. 2) and its quarters.

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// A fiscal year, named by the calendar year in which it starts: `FiscalYear(2018)` is 2018-2019.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FiscalYear(pub i32);

/// A quarter, 1 to 4, of a calendar or fiscal year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Quarter(u8);

/// The time one round of progress updates answers for: a quarter of a fiscal year, as working groups meet about
/// four times a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ReportingPeriod {
    /// The fiscal year.
    pub year: FiscalYear,
    /// Its quarter.
    pub quarter: Quarter,
}

impl Quarter {
    /// A quarter from its number; `None` unless 1 to 4.
    #[must_use]
    pub fn new(number: u8) -> Option<Self> {
        (1..=4).contains(&number).then_some(Self(number))
    }

    /// 1 to 4.
    #[must_use]
    pub fn number(self) -> u8 {
        self.0
    }

    /// The quarter, counted from January, that holds this month (1 to 12).
    pub(crate) fn of_month(month: u32) -> Self {
        Self(((month.clamp(1, 12) - 1) / 3 + 1) as u8)
    }

    /// The first month (1 to 12) of this quarter, counted from January.
    pub(crate) fn first_month(self) -> u32 {
        u32::from(self.0 - 1) * 3 + 1
    }
}

impl FiscalYear {
    /// The fiscal year that holds a day.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        Self(if day.month() >= 4 { day.year() } else { day.year() - 1 })
    }

    /// 1 April; `None` outside the calendar's range.
    #[must_use]
    pub fn first_day(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.0, 4, 1)
    }

    /// 31 March of the next calendar year.
    #[must_use]
    pub fn last_day(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.0.checked_add(1)?, 3, 31)
    }
}

/// A fiscal year as people write it: `2012-13`, `2012-2013`, `2012/13`; the second part is the year after the first.
impl std::str::FromStr for FiscalYear {
    type Err = crate::UnknownCode;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let read = || {
            let dashes = ['-', '/', '\u{2010}', '\u{2011}', '\u{2013}'];
            let (first, second) = text.trim().split_once(dashes)?;
            let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
            let (first, second) = (first.trim(), second.trim());
            if first.len() != 4 || !matches!(second.len(), 2 | 4) || !digits(first) || !digits(second) {
                return None;
            }
            let year: i32 = first.parse().ok()?;
            format!("{:04}", year + 1).ends_with(second).then_some(Self(year))
        };
        read().ok_or_else(|| crate::UnknownCode::new("FiscalYear", text))
    }
}

impl ReportingPeriod {
    /// The period that holds a day.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        // Shifting by three months makes the fiscal quarter a calendar quarter.
        let quarter = Quarter::of_month((day.month() + 8) % 12 + 1);
        Self { year: FiscalYear::of(day), quarter }
    }

    /// The first day of the period.
    #[must_use]
    pub fn first_day(self) -> Option<NaiveDate> {
        self.year.first_day()?.checked_add_months(Months::new(u32::from(self.quarter.0 - 1) * 3))
    }

    /// The last day of the period.
    #[must_use]
    pub fn last_day(self) -> Option<NaiveDate> {
        self.first_day()?.checked_add_months(Months::new(3))?.checked_sub_days(Days::new(1))
    }

    /// The day on which the period after this one begins.
    #[must_use]
    pub fn next_begins(self) -> Option<NaiveDate> {
        self.last_day()?.succ_opt()
    }

    /// The period before this one.
    #[must_use]
    pub fn previous(self) -> Self {
        match self.quarter.0 {
            1 => Self { year: FiscalYear(self.year.0 - 1), quarter: Quarter(4) },
            n => Self { year: self.year, quarter: Quarter(n - 1) },
        }
    }

    /// The stored and spoken-to-machines form, `2018-Q1`.
    #[must_use]
    pub fn code(self) -> String {
        format!("{:04}-Q{}", self.year.0, self.quarter.0)
    }

    /// Reads [`ReportingPeriod::code`] back; `None` for anything else.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let (year, quarter) = code.split_once("-Q")?;
        Some(Self { year: FiscalYear(year.parse().ok()?), quarter: Quarter::new(quarter.parse().ok()?)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case("2012-13", Some(2012))]
    #[case("2012\u{2011}2013", Some(2012))]
    #[case(" 1999/00 ", Some(1999))]
    #[case("2012-14", None)]
    #[case("2012", None)]
    #[case("12-13", None)]
    #[case("é-é", None)]
    fn a_fiscal_year_is_read_as_people_write_it(#[case] text: &str, #[case] expected: Option<i32>) {
        assert_eq!(text.parse::<FiscalYear>().ok().map(|year| year.0), expected);
    }

    proptest! {
        #[test]
        fn every_day_lies_in_its_own_reporting_period(offset in 0u64..80_000) {
            let day = NaiveDate::default() + Days::new(offset);
            let period = ReportingPeriod::of(day);
            prop_assert!(period.first_day() <= Some(day) && Some(day) <= period.last_day());
            prop_assert_eq!(ReportingPeriod::from_code(&period.code()), Some(period));
            prop_assert_eq!(period.next_begins().map(|day| ReportingPeriod::of(day).previous()), Some(period));
            prop_assert_eq!(period.previous().last_day(), period.first_day().and_then(|d| d.pred_opt()));
        }
    }
}
