//! Finding the dates in a phrase, longest reading first.

use super::company;
use super::found::{Found, Part, What, lend_years};
use super::halves::{half, half_after};
use super::tokens::{Cursor, Kind, Token};
use super::words::{self, ORDINAL_ENDINGS, YEAR_LINKS};
use super::years::{Years, fiscal_years, past_year_words, years};
use super::{Context, Hint};
use crate::dates::{DueDate, FiscalYear, Period, Quarter, Season};
use chrono::NaiveDate;

type Hit<'t> = (What, Option<Hint>, Cursor<'t>);

/// Every whole date of the phrase, in order.
pub(super) fn scan(tokens: &[Token], context: Context) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let cursor = Cursor { tokens, at };
        if let Some(hit) = slashed_day(cursor, context) {
            at = hit.to;
            found.push(hit);
            continue;
        }
        if let Some((period, unclear, next)) = half(cursor).filter(|(period, ..)| exists(What::Date(*period))) {
            found.push(Found { half: true, ..Found::new(What::Date(period), at, next.at, Some(half_hint(unclear))) });
            at = next.at;
            continue;
        }
        if let Some(hit) = year_and_half(cursor) {
            at = hit.to;
            found.push(hit);
            continue;
        }
        let hit = iso_day(cursor)
            .or_else(|| month_and_year_in_numbers(cursor))
            .or_else(|| day_month(cursor))
            .or_else(|| month_first(cursor))
            .or_else(|| season(cursor))
            .or_else(|| quarter(cursor))
            .or_else(|| fiscal(cursor))
            .or_else(|| bare_years(cursor, context))
            .or_else(|| lone_day(cursor));
        match hit.filter(|(what, _, _)| exists(*what)) {
            Some((what, hint, next)) => {
                found.push(Found::new(what, at, next.at, hint));
                at = next.at.max(at + 1);
            }
            None => at += 1,
        }
    }
    company::weigh(tokens, lend_years(tokens, found))
}

fn half_hint(unclear: bool) -> Hint {
    if unclear { Hint::FiscalYearUnclear } else { Hint::Vague }
}

/// `2019 S1`, `2018-19 (H2)`, `FY 2018-19, first half`.
fn year_and_half(start: Cursor<'_>) -> Option<Found> {
    let (period, hint, end) = if let Some((what, end)) = years(start) {
        let (half, end) = half_after(end)?;
        (half.of_years(what)?, half_hint(false), end)
    } else {
        let (first, unclear, end) = fiscal_years(start)?;
        let (half, end) = half_after(end)?;
        (half.of_fiscal_year(first), half_hint(unclear), end)
    };
    let found = Found { half: true, ..Found::new(What::Date(period), start.at, end.at, Some(hint)) };
    exists(found.what).then_some(found)
}

fn exists(what: What) -> bool {
    match what {
        What::Date(period) => DueDate::of(period).is_ok(),
        What::Part(_) => true,
    }
}

fn day(year: i32, month: i32, day: i32) -> Option<Period> {
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?).map(Period::Day)
}

/// A day; one that the calendar does not have is used up without being a date.
fn day_or_none(year: i32, month: u32, number: i32) -> What {
    i32::try_from(month).ok().and_then(|month| day(year, month, number)).map_or(What::Part(Part::Impossible), What::Date)
}

/// `2018-04-30`, `2018/04/30`.
fn iso_day(at: Cursor<'_>) -> Option<Hit<'_>> {
    let (year, at) = at.eat_number(4..=4)?;
    let (mark, at) = at.eat_mark(&['-', '/', '.'])?;
    let (month, at) = at.eat_number(1..=2)?;
    let (_, at) = at.eat_mark(&[mark])?;
    let (number, at) = at.eat_number(1..=2)?;
    Some((What::Date(day(year, month, number)?), None, at))
}

/// `31/12/2018`, `12/31/2018`, `31.12.18`.
fn slashed_day(start: Cursor<'_>, context: Context) -> Option<Found> {
    let (first, at) = start.eat_number(1..=2)?;
    let (mark, at) = at.eat_mark(&['/', '-', '.'])?;
    let (second, at) = at.eat_number(1..=2).filter(|_| at.is_glued())?;
    let (_, at) = at.eat_mark(&[mark])?;
    let glued = at.is_glued();
    let (year, end) = at.eat_number(4..=4).or_else(|| {
        // A short year is believed only where nothing else could be meant.
        at.eat_number(2..=2).filter(|_| mark == '/' && first.max(second) > 12).map(|(short, end)| (2000 + short, end))
    })?;
    let (day_first, month_first) = (day(year, second, first), day(year, first, second));
    let (period, hint) = match (day_first, month_first) {
        (Some(period), None) | (None, Some(period)) => (period, None),
        (Some(one), Some(other)) if one == other => (one, None),
        (Some(_), Some(other)) if context.month_first => (other, None),
        (Some(one), Some(_)) => (one, Some(Hint::DayMonthOrder)),
        (None, None) => return None,
    };
    let mut found = Found::new(What::Date(period), start.at, end.at, hint);
    found.month_first = day_first.is_none() && glued;
    Some(found)
}

/// `12/2019`, `12-2019`.
fn month_and_year_in_numbers(at: Cursor<'_>) -> Option<Hit<'_>> {
    let (month, at) = at.eat_number(1..=2)?;
    let (_, at) = at.eat_mark(&['/', '-']).filter(|_| at.is_glued())?;
    let (year, end) = at.eat_number(4..=4).filter(|_| at.is_glued())?;
    let month = u32::try_from(month).ok().filter(|m| (1..=12).contains(m))?;
    (1900..=2199).contains(&year).then_some((What::Date(Period::Month(year, month)), None, end))
}

/// A year after a month's name: `2018`, and `-18` or `'18` as spreadsheets print it.
fn year_of_month(at: Cursor<'_>) -> Option<(i32, Cursor<'_>)> {
    let at = at.eat_mark(&['.']).map_or(at, |(_, next)| next);
    let plain = at.eat_mark(&[',', '-', '/']).map_or(at, |(_, next)| next).skip_any(YEAR_LINKS, &['\''], 2);
    if let Some((year, end)) = plain.eat_number(4..=4) {
        // "March - 2018-19" is no month of a year, but "March 2018-June 2019" is.
        return (1900..=2199).contains(&year).then_some((year, end));
    }
    let (_, short_at) = at.eat_mark(&['-', '\'']).filter(|_| at.is_glued() || at.eat_mark(&['\'']).is_some())?;
    let (short, end) = short_at.eat_number(2..=2).filter(|_| short_at.is_glued())?;
    Some((2000 + short, end))
}

fn month_word(at: Cursor<'_>) -> Option<(u32, Cursor<'_>)> {
    let word = at.word()?;
    let next = at.skip(1);
    let numbered = || next.eat_number(1..=4).is_some();
    words::month(word).or_else(|| words::misspelled_month(word).filter(|_| numbered())).map(|month| (month, next))
}

/// `31 mars 2018`, `1er avril 2019`, `31st of March, 2018`, `31-Mar-18`.
fn day_month(at: Cursor<'_>) -> Option<Hit<'_>> {
    let (number, at) = at.eat_number(1..=2)?;
    let at = at.eat_word(ORDINAL_ENDINGS).filter(|_| at.is_glued()).unwrap_or(at);
    let at = at.skip_any(&["of", "de", "d"], &['-', '\''], 2);
    let (month, at) = month_word(at)?;
    if let Some((year, end)) = year_of_month(at) {
        return Some((day_or_none(year, month, number), None, end));
    }
    let number = u32::try_from(number).ok().filter(|d| (1..=31).contains(d))?;
    Some((What::Part(Part::MonthDay(month, number)), None, at))
}

/// `March 31, 2018`, `March 2018`, `Mar-18`; without a year a part.
fn month_first(at: Cursor<'_>) -> Option<Hit<'_>> {
    let (month, at) = month_word(at)?;
    let after_dot = at.eat_mark(&['.']).map_or(at, |(_, next)| next);
    if let Some((number, next)) = after_dot.eat_number(1..=2) {
        let next = next.eat_word(ORDINAL_ENDINGS).filter(|_| next.is_glued()).unwrap_or(next);
        let year_at = next.skip_any(&["of", "de"], &[','], 2);
        if let Some((year, end)) = year_at.eat_number(4..=4) {
            return Some((day_or_none(year, month, number), None, end));
        }
        let number = u32::try_from(number).ok().filter(|d| (1..=31).contains(d))?;
        return Some((What::Part(Part::MonthDay(month, number)), None, next));
    }
    match year_of_month(at) {
        Some((year, end)) => Some((What::Date(Period::Month(year, month)), None, end)),
        None => Some((What::Part(Part::Month(month)), None, after_dot)),
    }
}

/// A day whose month follows after a join: the `1` of `1 - 15 March 2018`.
fn lone_day(at: Cursor<'_>) -> Option<Hit<'_>> {
    let (number, next) = at.eat_number(1..=2)?;
    let next = next.eat_word(ORDINAL_ENDINGS).filter(|_| next.is_glued()).unwrap_or(next);
    let (joined, _) = next.eat_word(&["to", "au", "a", "and", "et"]).map(|n| ('-', n)).or_else(|| next.eat_mark(&['-', '/']))?;
    let number = u32::try_from(number).ok().filter(|d| (1..=31).contains(d) && joined != '.')?;
    Some((What::Part(Part::Day(number)), None, next))
}

fn season(at: Cursor<'_>) -> Option<Hit<'_>> {
    let season = words::season(at.word()?)?;
    let next = at.skip(1);
    let year_at = next.skip_any(YEAR_LINKS, &[',', '-', '\''], 3);
    let of_fiscal = |first: i32| if season == Season::Winter { first + 1 } else { first };
    let year = match years(year_at) {
        Some((Years::Single(year), end)) => Some((year, end)),
        Some((Years::Fiscal(first) | Years::FiscalOrMonth(first, _), end)) => Some((of_fiscal(first), end)),
        _ => fiscal_years(year_at).map(|(first, _, end)| (of_fiscal(first), end)),
    };
    match year {
        Some((year, end)) => Some((What::Date(Period::Season(year, season)), None, end)),
        // "été" is also "been": alone it is no season.
        None if at.word() == Some("ete") && next.eat_mark(&['/', '-']).is_none() => None,
        None => Some((What::Part(Part::Season(season)), None, next)),
    }
}

/// `Q2`, `T2`, `2nd quarter`, `deuxième trimestre`.
fn quarter_name(at: Cursor<'_>) -> Option<(Quarter, Cursor<'_>)> {
    let quarter_word = |at: Cursor<'_>| at.eat_word(&["quarter", "trimestre", "qtr"]).map(|end| end.at);
    if let Some(next) = at.eat_word(&["q", "t"]) {
        let (number, end) = next.eat_number(1..=1).filter(|_| next.is_glued())?;
        return Quarter::new(u8::try_from(number).ok()?).map(|q| (q, end));
    }
    if let Some(next) = at.eat_word(&["quarter", "trimestre"]) {
        let (number, end) = next.eat_number(1..=1)?;
        return Quarter::new(u8::try_from(number).ok()?).map(|q| (q, end));
    }
    if let Some((number, next)) = at.eat_number(1..=1) {
        let next = next.eat_word(ORDINAL_ENDINGS)?;
        let next = next.eat_word(&["fiscal"]).unwrap_or(next);
        let end = quarter_word(next)?;
        return Quarter::new(u8::try_from(number).ok()?).map(|q| (q, Cursor { at: end, ..at }));
    }
    let quarter = words::ordinal_quarter(at.word()?)?;
    let next = at.skip(1);
    let end = quarter_word(next.eat_word(&["fiscal"]).unwrap_or(next))?;
    Some((quarter, Cursor { at: end, ..at }))
}

/// A quarter before or without its year, which is why `2018-19 Q2` is read by [`bare_years`].
fn quarter(at: Cursor<'_>) -> Option<Hit<'_>> {
    let (quarter, next) = quarter_name(at)?;
    let year_at = next.skip_any(YEAR_LINKS, &[',', '-', '/', '(', ':', '\''], 5);
    match of_years(quarter, years(year_at)) {
        Some(hit) => Some(hit),
        None => match fiscal_years(year_at) {
            Some((first, unclear, end)) => Some((
                What::Date(Period::FiscalQuarter(FiscalYear(first), quarter)),
                unclear.then_some(Hint::FiscalYearUnclear),
                end,
            )),
            None => of_years(quarter, years(past_year_words(year_at))).or(Some((What::Part(Part::Quarter(quarter)), None, next))),
        },
    }
}

fn of_years(quarter: Quarter, years: Option<(Years, Cursor<'_>)>) -> Option<Hit<'_>> {
    match years? {
        (Years::Single(year), end) => Some((What::Date(Period::Quarter(year, quarter)), Some(Hint::QuarterYearUnclear), end)),
        (Years::Fiscal(first) | Years::FiscalOrMonth(first, _), end) => {
            Some((What::Date(Period::FiscalQuarter(FiscalYear(first), quarter)), None, end))
        }
        _ => None,
    }
}

/// `FY 2018-19`, `exercice 2019-2020`, `FY2018-Q1`.
fn fiscal(at: Cursor<'_>) -> Option<Hit<'_>> {
    let (first, unclear, end) = fiscal_years(at)?;
    let hint = unclear.then_some(Hint::FiscalYearUnclear);
    if let Some((quarter, end)) = quarter_name(end.skip_any(&[], &[',', '-', ':', '('], 2)) {
        return Some((What::Date(Period::FiscalQuarter(FiscalYear(first), quarter)), hint, end));
    }
    Some((What::Date(Period::FiscalYear(FiscalYear(first))), hint, end))
}

/// Years without a word before them, and a quarter after them.
fn bare_years(at: Cursor<'_>, context: Context) -> Option<Hit<'_>> {
    let (what, end) = years(at)?;
    let after = end.skip_any(&[], &[',', '-', ':', '('], 1);
    if let Some((quarter, quarter_end)) = quarter_name(after)
        && let Some((period, hint, _)) = of_years(quarter, Some((what, end)))
    {
        return Some((period, hint, quarter_end));
    }
    let slash = end.at.checked_sub(2).and_then(|i| at.tokens.get(i)).is_some_and(|t| t.kind == Kind::Mark('/'));
    let (period, hint) = match what {
        Years::Single(year) => (Period::Year(year), None),
        Years::Fiscal(first) => (Period::FiscalYear(FiscalYear(first)), None),
        Years::FiscalOrMonth(year, month) if context.slash_is_month => {
            (Period::Month(year, month), Some(Hint::YearMonthOrFiscalYear))
        }
        Years::FiscalOrMonth(first, _) => (Period::FiscalYear(FiscalYear(first)), Some(Hint::YearMonthOrFiscalYear)),
        // 2018-04 can only be a month and is a common way to write one.
        Years::Month(year, month) => (Period::Month(year, month), slash.then_some(Hint::YearMonth)),
        Years::Span(_, last) => (Period::Year(last), Some(Hint::DateRange)),
    };
    Some((What::Date(period), hint, end))
}
