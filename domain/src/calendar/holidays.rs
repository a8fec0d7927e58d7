//! Federal statutory holidays (Canada Labour Code, Part III, s. 166), Easter Monday and the civic holiday of the
//! National Capital Region being observed by the public service (collective agreements of the core administration).
//! A holiday that falls on a week-end is observed on the next working day.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// Whether the public service is closed on this day for a holiday (week-ends are not holidays).
#[must_use]
pub fn is_statutory_holiday(day: NaiveDate) -> bool {
    let year = day.year();
    moving(year).into_iter().flatten().any(|d| d == day) || observed(year).contains(&day)
}

/// The n-th (from 1) weekday of a month.
fn nth(year: i32, month: u32, weekday: Weekday, n: u8) -> Option<NaiveDate> {
    NaiveDate::from_weekday_of_month_opt(year, month, weekday, n)
}

/// Holidays that are always on a weekday.
fn moving(year: i32) -> [Option<NaiveDate>; 6] {
    let easter = easter_sunday(year);
    [
        easter.and_then(|d| d.checked_sub_days(Days::new(2))),
        easter.and_then(|d| d.checked_add_days(Days::new(1))),
        // Victoria Day: the Monday before 25 May.
        (18..=24).filter_map(|d| NaiveDate::from_ymd_opt(year, 5, d)).find(|d| d.weekday() == Weekday::Mon),
        nth(year, 8, Weekday::Mon, 1),
        nth(year, 9, Weekday::Mon, 1),
        nth(year, 10, Weekday::Mon, 2),
    ]
}

/// Fixed holidays on the day they are observed: New Year's Day, Canada Day, National Day for Truth and
/// Reconciliation, Remembrance Day, Christmas Day and Boxing Day.
fn observed(year: i32) -> Vec<NaiveDate> {
    let mut days: Vec<NaiveDate> = Vec::with_capacity(6);
    for (month, day) in [(1, 1), (7, 1), (9, 30), (11, 11), (12, 25), (12, 26)] {
        let Some(date) = NaiveDate::from_ymd_opt(year, month, day) else { continue };
        let free = date.iter_days().find(|d| !matches!(d.weekday(), Weekday::Sat | Weekday::Sun) && !days.contains(d));
        days.extend(free);
    }
    days
}

/// Easter Sunday of the Gregorian calendar (the anonymous computus of Nature, 1876).
fn easter_sunday(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (b - (b + 8) / 25 + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(n / 31).ok()?, u32::try_from(n % 31 + 1).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("2026-01-01", "New Year's Day")]
    #[case("2026-04-03", "Good Friday")]
    #[case("2026-04-06", "Easter Monday")]
    #[case("2026-05-18", "Victoria Day")]
    #[case("2026-07-01", "Canada Day")]
    #[case("2026-08-03", "Civic holiday")]
    #[case("2026-09-07", "Labour Day")]
    #[case("2026-09-30", "Truth and Reconciliation")]
    #[case("2026-10-12", "Thanksgiving")]
    #[case("2026-11-11", "Remembrance Day")]
    #[case("2026-12-25", "Christmas Day")]
    #[case("2026-12-28", "Boxing Day, observed on Monday")]
    #[case("2021-12-27", "Christmas Day, observed on Monday")]
    #[case("2021-12-28", "Boxing Day, observed on Tuesday")]
    fn the_public_service_is_closed(#[case] day: &str, #[case] name: &str) {
        assert!(is_statutory_holiday(day.parse().expect("a day")), "{name}");
    }

    #[test]
    fn a_plain_tuesday_is_not_a_holiday() {
        assert!(!is_statutory_holiday("2026-11-24".parse().expect("a day")));
    }
}
