use super::*;
use proptest::prelude::*;
use rstest::rstest;

#[rstest]
#[case("2018-04", "2018-04-30")]
#[case("2018-02", "2018-02-28")]
#[case("2020-02", "2020-02-29")]
#[case("2018-Q2", "2018-06-30")]
#[case("FY2018-Q2", "2018-09-30")]
#[case("FY2019-Q4", "2020-03-31")]
#[case("2018-spring", "2018-06-30")]
#[case("2018-fall", "2018-12-31")]
#[case("FY2018", "2019-03-31")]
#[case("2018", "2018-12-31")]
#[case("2018-04-03", "2018-04-03")]
fn the_effective_due_day_is_the_last_day_of_the_period(#[case] code: &str, #[case] last_day: &str) {
    let due: DueDate = code.parse().expect("a valid code");
    assert_eq!(due.last_day().map(|d| d.to_string()).as_deref(), Some(last_day));
    assert_eq!(due.to_string(), code);
}

#[rstest]
#[case("2018-13")]
#[case("2018-Q5")]
#[case("FY2018-04")]
#[case("soon")]
#[case("999999")]
#[case("")]
fn a_code_that_names_no_period_is_refused(#[case] code: &str) {
    assert_eq!(code.parse::<DueDate>(), Err(InvalidDueDate));
}

#[test]
fn continuous_work_and_missing_dates_are_never_late() {
    let today = NaiveDate::MAX;
    assert_eq!(DueDate::ONGOING.days_late(today), 0);
    assert_eq!(DueDate::NONE.days_late(today), 0);
    assert!(DueDate::from_stored(DatePrecision::Ongoing, Some(today)).is_err());
    assert!(DueDate::from_stored(DatePrecision::Month, NaiveDate::from_ymd_opt(2018, 4, 29)).is_err());
}

fn any_due_date() -> impl Strategy<Value = DueDate> {
    (1900i32..2200, 1u32..=12, 1u32..=28, 0usize..9).prop_map(|(year, month, day, kind)| {
        let quarter = Quarter::of_month(month);
        let period = match DatePrecision::ALL[kind] {
            DatePrecision::Day => Period::Day(NaiveDate::from_ymd_opt(year, month, day).expect("day 28 always exists")),
            DatePrecision::Month => Period::Month(year, month),
            DatePrecision::Quarter => Period::Quarter(year, quarter),
            DatePrecision::FiscalQuarter => Period::FiscalQuarter(FiscalYear(year), quarter),
            DatePrecision::Season => Period::Season(year, season_of(quarter)),
            DatePrecision::FiscalYear => Period::FiscalYear(FiscalYear(year)),
            DatePrecision::Year => Period::Year(year),
            DatePrecision::Ongoing => Period::Ongoing,
            DatePrecision::None => Period::None,
        };
        DueDate::of(period).expect("inside the calendar")
    })
}

proptest! {
    #[test]
    fn a_date_survives_storage_and_its_code(due in any_due_date()) {
        prop_assert_eq!(DueDate::from_stored(due.precision(), due.last_day()), Ok(due));
        prop_assert_eq!(due.to_string().parse::<DueDate>(), Ok(due));
        prop_assert_eq!(DueDate::of(due.period()), Ok(due));
    }

    #[test]
    fn a_date_is_late_only_after_its_whole_period(due in any_due_date()) {
        if let (Some(first), Some(last)) = (due.first_day(), due.last_day()) {
            prop_assert!(first <= last);
            prop_assert_eq!(due.days_late(last), 0);
            prop_assert_eq!(due.days_late(last + Days::new(1)), 1);
            prop_assert_eq!(due.days_left(first), Some((last - first).num_days()));
        }
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in ".{0,40}") {
        let _ = text.parse::<DueDate>();
    }
}
