//! Dates in words, as exact as they were promised (rule 1): "April 2018", "avril 2018", "Q2 2018-19", "T2 2018-2019".

use super::{Arg, has, t, t_args};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use chrono_tz::Tz;
use domain::{
    dates::{DueDate, FiscalYear, Period, Quarter, ReportingPeriod, phrase::parse_due},
    text::{Coded, Lang},
};

/// A promised date.
#[must_use]
pub fn due(lang: Lang, due: DueDate) -> String {
    match due.period() {
        Period::Day(date) => day(lang, date),
        Period::Month(year, month) => month_of(lang, year, month),
        Period::Quarter(year, quarter) => worded(lang, "date-quarter", quarter, year.to_string()),
        Period::FiscalQuarter(year, quarter) => worded(lang, "date-fiscal-quarter", quarter, fiscal_year(lang, year)),
        Period::Season(year, season) => {
            let season = t(lang, &format!("season-{}", season.code()));
            t_args(lang, "date-season", &[("season", Arg::from(season)), ("year", year.to_string().into())])
        }
        Period::FiscalYear(year) => fiscal_year(lang, year),
        Period::Year(year) => year.to_string(),
        Period::Ongoing => t(lang, "date-ongoing"),
        Period::None => t(lang, "date-none"),
    }
}

/// A promised date as it is typed: in words where they are read back as the same date, else as a code.
#[must_use]
pub fn typed(lang: Lang, date: DueDate) -> String {
    let words = due(lang, date);
    if parse_due(&words) == Ok(date) { words } else { date.to_string() }
}

/// A day: "April 30, 2018", "30 avril 2018", "1er avril 2018".
#[must_use]
pub fn day(lang: Lang, date: NaiveDate) -> String {
    let month = t(lang, &format!("month-{}", date.month()));
    let key = if date.day() == 1 { "date-first-day" } else { "date-day" };
    t_args(
        lang,
        key,
        &[("day", date.day().to_string().into()), ("month", month.into()), ("year", date.year().to_string().into())],
    )
}

/// A moment, to the minute, by the clocks of a time zone: "March 15, 2018, 12:00 EDT", "15 mars 2018, 12 h 00 HAE".
#[must_use]
pub fn moment(lang: Lang, at: DateTime<Utc>, zone: Tz) -> String {
    let at = at.with_timezone(&zone);
    let key = format!("zone-{}", at.format("%Z").to_string().to_lowercase());
    // Most zones of the world have no letters of their own; their distance from UTC says as much.
    let zone = if has(lang, &key) { t(lang, &key) } else { at.format("UTC%:z").to_string() };
    let time = match lang {
        Lang::En => at.format("%H:%M"),
        Lang::Fr => at.format("%-H\u{a0}h\u{a0}%M"),
    };
    let date = day(lang, at.date_naive());
    t_args(lang, "date-moment", &[("date", date.into()), ("time", time.to_string().into()), ("zone", zone.into())])
}

/// A fiscal year: "2018-19", "2018-2019".
#[must_use]
pub fn fiscal_year(lang: Lang, year: FiscalYear) -> String {
    match lang {
        Lang::En => format!("{}-{:02}", year.0, (year.0 + 1).rem_euclid(100)),
        Lang::Fr => format!("{}-{}", year.0, year.0 + 1),
    }
}

/// A reporting period: "Q2 2018-19", "T2 2018-2019".
#[must_use]
pub fn period(lang: Lang, period: ReportingPeriod) -> String {
    worded(lang, "date-fiscal-quarter", period.quarter, fiscal_year(lang, period.year))
}

fn month_of(lang: Lang, year: i32, month: u32) -> String {
    let month = t(lang, &format!("month-{month}"));
    t_args(lang, "date-month", &[("month", month.into()), ("year", year.to_string().into())])
}

fn worded(lang: Lang, key: &str, quarter: Quarter, year: String) -> String {
    t_args(lang, key, &[("quarter", quarter.number().to_string().into()), ("year", year.into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_told_by_the_readers_clocks() {
        let told = |lang, at: &str, zone| moment(lang, at.parse().expect("a moment"), zone);
        let winter = "2018-03-01T03:05:00Z";
        assert_eq!(told(Lang::En, winter, chrono_tz::America::Toronto), "February 28, 2018, 22:05 EST");
        assert_eq!(told(Lang::Fr, winter, chrono_tz::America::Toronto), "28\u{a0}février\u{a0}2018, 22\u{a0}h\u{a0}05 HNE");
        assert_eq!(
            told(Lang::Fr, "2018-07-01T12:00:00Z", chrono_tz::America::St_Johns),
            "1er\u{a0}juillet\u{a0}2018, 9\u{a0}h\u{a0}30 HAT"
        );
        assert_eq!(told(Lang::En, winter, chrono_tz::Asia::Kathmandu), "March 1, 2018, 08:50 UTC+05:45");
    }

    #[test]
    fn a_date_is_shown_as_exactly_as_it_was_promised() {
        let shown = |lang, code: &str| due(lang, code.parse().expect("a due date"));
        assert_eq!(shown(Lang::En, "2018-04"), "April 2018");
        assert_eq!(shown(Lang::Fr, "2018-04"), "avril\u{a0}2018");
        assert_eq!(shown(Lang::En, "FY2018-Q2"), "Q2 2018-19");
        assert_eq!(shown(Lang::Fr, "FY2018-Q2"), "T2\u{a0}2018-2019");
        assert_eq!(shown(Lang::En, "2018-04-30"), "April 30, 2018");
        assert_eq!(shown(Lang::Fr, "2018-04-01"), "1er\u{a0}avril\u{a0}2018");
        assert_eq!(shown(Lang::En, "FY2018"), "2018-19");
        assert_eq!(shown(Lang::Fr, "2019-fall"), "automne\u{a0}2019");
        assert_eq!(shown(Lang::En, "ongoing"), "Ongoing");
    }
}
