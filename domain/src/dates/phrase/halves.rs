//! Halves of a year: `S1 2019`, `second half of 2018-19`, `1er semestre de l'exercice 2019-2020`. No date has this
//! precision; the last month of the half stands for it, marked as approximate.

use super::tokens::Cursor;
use super::words::{ORDINAL_ENDINGS, YEAR_LINKS};
use super::years::{Years, fiscal_years, past_year_words, years};
use crate::dates::Period;

/// A half of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Half {
    First,
    Second,
}

const HALF: &[&str] = &["half", "semestre", "semester", "moitie"];

impl Half {
    fn numbered(number: i32) -> Option<Self> {
        match number {
            1 => Some(Self::First),
            2 => Some(Self::Second),
            _ => None,
        }
    }

    fn ordinal(word: &str) -> Option<Self> {
        match word {
            "first" | "premier" | "premiere" => Some(Self::First),
            "second" | "seconde" | "deuxieme" | "last" | "latter" | "dernier" | "derniere" => Some(Self::Second),
            _ => None,
        }
    }

    /// Its last month, where the year is a calendar one.
    pub(super) fn of_year(self, year: i32) -> Period {
        Period::Month(year, if self == Self::First { 6 } else { 12 })
    }

    /// Its last month, where the year is a fiscal one that starts in this calendar year.
    pub(super) fn of_fiscal_year(self, first: i32) -> Period {
        if self == Self::First { Period::Month(first, 9) } else { Period::Month(first + 1, 3) }
    }

    /// Its last month in a year that is one or the other.
    pub(super) fn of_years(self, years: Years) -> Option<Period> {
        match years {
            Years::Single(year) => Some(self.of_year(year)),
            Years::Fiscal(first) | Years::FiscalOrMonth(first, _) => Some(self.of_fiscal_year(first)),
            Years::Month(..) | Years::Span(..) => None,
        }
    }
}

/// `H1`, `S2`, `first half`, `2e semestre`, `semestre 1`.
fn half_name(at: Cursor<'_>) -> Option<(Half, Cursor<'_>)> {
    if let Some(next) = at.eat_word(&["h", "s"]) {
        let (number, end) = next.eat_number(1..=1).filter(|_| next.is_glued())?;
        return Half::numbered(number).map(|half| (half, end));
    }
    if let Some((number, end)) = at.eat_word(&["semestre", "semester"]).and_then(|next| next.eat_number(1..=1)) {
        return Half::numbered(number).map(|half| (half, end));
    }
    let (half, next) = match at.eat_number(1..=1) {
        Some((number, next)) => (Half::numbered(number)?, next.eat_word(ORDINAL_ENDINGS)?),
        None => (Half::ordinal(at.word()?)?, at.skip(1)),
    };
    Some((half, next.eat_word(HALF)?))
}

/// A half before its year; the flag says that a single year stands for a fiscal one.
pub(super) fn half(at: Cursor<'_>) -> Option<(Period, bool, Cursor<'_>)> {
    let (half, next) = half_name(at)?;
    let year_at = next.skip_any(YEAR_LINKS, &[',', '-', '/', '(', ':', '\''], 5);
    // First, as "année financière" starts as "année" does.
    if let Some((first, unclear, end)) = fiscal_years(year_at) {
        return Some((half.of_fiscal_year(first), unclear, end));
    }
    let (what, end) = years(past_year_words(year_at))?;
    Some((half.of_years(what)?, false, end))
}

/// A half after its year. "2019, second half of 2020" is a year, and a half of another.
pub(super) fn half_after(year: Cursor<'_>) -> Option<(Half, Cursor<'_>)> {
    let at = year.skip_any(&[], &[',', '-', ':', '('], 2);
    half_name(at).filter(|_| half(at).is_none())
}
