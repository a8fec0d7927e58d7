//! The words beside a date that make it another one: "before", "six months after", "the start of".
//!
//! Only words of these lists count. Most of what stands beside a date ("completed by", the name of an organisation)
//! says nothing about it.

use super::found::{Found, What};
use super::tokens::{Kind, Token};
use super::words;
use crate::dates::{DatePrecision, DueDate, Period};

/// Looks at what stands before each date: one that only lies before a period becomes the period before it, and what
/// cannot be counted is marked.
pub(super) fn weigh(tokens: &[Token], mut found: Vec<Found>) -> Vec<Found> {
    let mut from = 0;
    for date in &mut found {
        let before = tokens.get(from..date.from).unwrap_or_default();
        from = date.to;
        let Some((at, word)) = telling(before) else { continue };
        if words::EARLY.contains(&word) {
            date.early = true;
        }
        let is_end = words::CLOSE.contains(&word);
        // "Before the start of April", "six months after the end of March": the word that counts stands further back.
        let limit = if date.early || is_end { telling(before.get(..at).unwrap_or_default()) } else { Some((at, word)) };
        let Some((at, word)) = limit else { continue };
        if words::BEFORE.contains(&word) {
            let beside = at.checked_sub(1).and_then(|i| word_at(before, i));
            // "Before the end of March" lies in March, and "on or before March" may.
            let is_within = is_end || beside.is_some_and(|w| words::OR.contains(&w));
            if !is_within {
                date.early = false;
                put_before(date, beside.is_some_and(|w| words::NO.contains(&w)));
            }
        } else {
            date.more_said |= words::MOVES.contains(&word) || is_counted(before, at, word);
        }
    }
    found
}

/// The last word before a date that is no small one, with its index. A mark ends the search: what stands before it
/// is about something else.
fn telling(before: &[Token]) -> Option<(usize, &str)> {
    for (at, token) in before.iter().enumerate().rev() {
        match &token.kind {
            Kind::Mark('\'') => {}
            Kind::Word(word) if words::SMALL.contains(&word.as_str()) => {}
            // "avant le mois de mars", but "dans les 6 mois de mars".
            Kind::Word(word) if is_unit(word) && !is_counted(before, at, word) => {}
            Kind::Word(word) => return Some((at, word.as_str())),
            _ => return None,
        }
    }
    None
}

fn is_unit(word: &str) -> bool {
    words::UNITS.contains(&word)
}

/// "6 months of …", "six mois de …", "six (6) months of …".
fn is_counted(before: &[Token], at: usize, word: &str) -> bool {
    let kind = |back: usize| at.checked_sub(back).and_then(|i| before.get(i)).map(|token| &token.kind);
    let is_count = |back: usize| match kind(back) {
        Some(Kind::Number { .. }) => true,
        Some(Kind::Word(count)) => words::COUNTS.contains(&count.as_str()),
        _ => false,
    };
    let in_brackets = || kind(1) == Some(&Kind::Mark(')')) && is_count(2) && kind(3) == Some(&Kind::Mark('('));
    is_unit(word) && (is_count(1) || in_brackets())
}

fn word_at(tokens: &[Token], at: usize) -> Option<&str> {
    match &tokens.get(at)?.kind {
        Kind::Word(word) => Some(word),
        _ => None,
    }
}

/// "Before April 2019" ends with March. A day stays itself: "before March 31, 2018" is how deadlines are printed.
fn put_before(date: &mut Found, is_taken_back: bool) {
    let Some(period) = date.period().filter(|period| !matches!(period, Period::Day(_))) else { return };
    date.more_said = true;
    // Of a half only its last month is known here, so the month before says nothing.
    if !is_taken_back && !date.half {
        date.what = What::Date(previous(period).unwrap_or(period));
    }
}

/// The period of the same kind before this one.
fn previous(period: Period) -> Option<Period> {
    let due = DueDate::of(period).ok().filter(|due| due.precision() != DatePrecision::Day)?;
    let last_day = due.first_day()?.pred_opt()?;
    DueDate::from_stored(due.precision(), Some(last_day)).ok().map(DueDate::period)
}
