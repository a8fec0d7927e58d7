//! Years and what stands for them: `2018`, `2018-19`, `2018-2019`, `2011/12`, `2013/12`, `FY 2018-19`, `exercice 18-19`.

use super::tokens::Cursor;
use super::words::{FISCAL_WORDS, YEAR_WORDS};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Years {
    Single(i32),
    /// A fiscal year, by its first calendar year.
    Fiscal(i32),
    /// `2011/12`: a fiscal year or a month.
    FiscalOrMonth(i32, u32),
    /// `2013/12`: a month and no fiscal year.
    Month(i32, u32),
    /// `2018-2021`.
    Span(i32, i32),
}

fn year(number: i32) -> Option<i32> {
    (1900..=2199).contains(&number).then_some(number)
}

pub(super) fn years(at: Cursor<'_>) -> Option<(Years, Cursor<'_>)> {
    let (first, after) = at.eat_number(4..=4)?;
    let first = year(first)?;
    let alone = Some((Years::Single(first), after));
    let Some((_, second_at)) = after.eat_mark(&['-', '/']) else { return alone };
    if let Some((last, end)) = second_at.eat_number(4..=4) {
        return match last - first {
            1 => Some((Years::Fiscal(first), end)),
            2..=20 => Some((Years::Span(first, last), end)),
            _ => alone,
        };
    }
    // A short second number must be glued on, and must not be the day of something else.
    let glued = after.is_glued() && second_at.is_glued();
    let Some((short, end)) = second_at.eat_number(2..=2).filter(|_| glued) else { return alone };
    let month = u32::try_from(short).ok().filter(|m| (1..=12).contains(m));
    match (short == (first + 1) % 100, month) {
        (true, Some(month)) => Some((Years::FiscalOrMonth(first, month), end)),
        (true, None) => Some((Years::Fiscal(first), end)),
        (false, Some(month)) => Some((Years::Month(first, month), end)),
        (false, None) => alone,
    }
}

/// Past the words before a year that is no fiscal one by them: "année 2019", "calendar year 2019".
pub(super) fn past_year_words(at: Cursor<'_>) -> Cursor<'_> {
    at.skip_any(YEAR_WORDS, &[',', ':', '(', '\''], 4)
}

/// A year after "FY", "fiscal year", "exercice" ...; short forms (`FY18-19`, `FY19`) only count here. The flag says
/// that a single year stands for the fiscal one.
pub(super) fn fiscal_years(at: Cursor<'_>) -> Option<(i32, bool, Cursor<'_>)> {
    let mut after = at.eat_word(FISCAL_WORDS)?;
    // "year" and "annee" alone do not make a year fiscal.
    let mut fiscal = !matches!(at.word(), Some("year" | "annee"));
    for _ in 0..5 {
        fiscal |= matches!(after.word(), Some("fiscal" | "financiere" | "budgetaire" | "fy"));
        let next = after.skip_any(FISCAL_WORDS, &[',', ':', '(', '\''], 1).skip_any(&["of", "de", "the", "l"], &[], 1);
        if next.at == after.at {
            break;
        }
        after = next;
    }
    if !fiscal {
        return None;
    }
    match years(after) {
        Some((Years::Fiscal(first) | Years::FiscalOrMonth(first, _), end)) => Some((first, false, end)),
        Some((Years::Single(first), end)) => Some((first, true, end)),
        Some(_) => None,
        None => short_fiscal_years(after),
    }
}

fn short_fiscal_years(at: Cursor<'_>) -> Option<(i32, bool, Cursor<'_>)> {
    let (first, after) = at.eat_number(2..=2)?;
    let pair =
        after.eat_mark(&['-', '/']).and_then(|(_, next)| next.eat_number(2..=2)).filter(|(second, _)| *second == first + 1);
    Some(pair.map_or((2000 + first, true, after), |(_, end)| (2000 + first, false, end)))
}
