//! The federal public service's working days: the days on which Suivi writes to people.

mod holidays;

pub use holidays::is_statutory_holiday;

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// Whether mail may go out: neither a week-end nor a federal statutory holiday.
#[must_use]
pub fn is_working_day(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !is_statutory_holiday(day)
}

/// The day itself, or the next working day after it.
#[must_use]
pub fn next_working_day(day: NaiveDate) -> NaiveDate {
    day.iter_days().find(|d| is_working_day(*d)).unwrap_or(day)
}

/// The latest first working day of a week on or before a day; `None` where a calendar ends.
#[must_use]
pub fn week_opened_on(day: NaiveDate) -> Option<NaiveDate> {
    let monday = day.checked_sub_days(Days::new(day.weekday().num_days_from_monday().into()))?;
    let opening = monday.iter_days().take(7).find(|day| is_working_day(*day))?;
    if opening <= day { Some(opening) } else { week_opened_on(monday.pred_opt()?) }
}

/// How many working days lie in `(from, to]`; 0 when `to` is not after `from`.
#[must_use]
pub fn working_days_between(from: NaiveDate, to: NaiveDate) -> usize {
    let first = from.checked_add_days(Days::new(1)).unwrap_or(to);
    first.iter_days().take_while(|d| *d <= to).filter(|d| is_working_day(*d)).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn a_week_opens_on_its_first_working_day() {
        assert_eq!(week_opened_on(date("2026-05-14")), Some(date("2026-05-11")));
        assert_eq!(week_opened_on(date("2026-05-11")), Some(date("2026-05-11")));
        assert_eq!(week_opened_on(date("2026-05-18")), Some(date("2026-05-11")), "Victoria Day");
        assert_eq!(week_opened_on(date("2026-05-19")), Some(date("2026-05-19")));
    }

    #[test]
    fn a_long_week_end_is_skipped_as_a_whole() {
        assert_eq!(next_working_day(date("2026-05-16")), date("2026-05-19"));
        assert_eq!(working_days_between(date("2026-05-15"), date("2026-05-19")), 1);
        assert_eq!(working_days_between(date("2026-05-19"), date("2026-05-15")), 0);
    }

    proptest! {
        #[test]
        fn the_next_working_day_is_at_most_a_week_away(offset in 0u64..60_000) {
            let day = NaiveDate::default() + Days::new(offset);
            let next = next_working_day(day);
            prop_assert!(is_working_day(next) && next >= day && (next - day).num_days() <= 6);
        }
    }
}
