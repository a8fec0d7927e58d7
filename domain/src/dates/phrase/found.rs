//! What the recogniser finds: whole dates, and parts that borrow their year from a neighbour ("March/April 2017").

use super::Hint;
use super::tokens::{Kind, Token};
use crate::dates::{Period, Quarter, Season};
use chrono::{Datelike, NaiveDate};

/// A date without its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// A day of the month whose month follows.
    Day(u32),
    /// February 30 and the like.
    Impossible,
    Month(u32),
    MonthDay(u32, u32),
    Quarter(Quarter),
    Season(Season),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    Date(Period),
    Part(Part),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub what: What,
    /// Tokens, the end excluded.
    pub from: usize,
    pub to: usize,
    pub hint: Option<Hint>,
    /// The numbers can only be read with the month first.
    pub month_first: bool,
    /// The last month of a half of a year.
    pub half: bool,
    /// Only the beginning of it is meant.
    pub early: bool,
    /// The words before it make it another date.
    pub more_said: bool,
}

impl Found {
    pub fn new(what: What, from: usize, to: usize, hint: Option<Hint>) -> Self {
        Self { what, from, to, hint, month_first: false, half: false, early: false, more_said: false }
    }

    pub fn period(&self) -> Option<Period> {
        match self.what {
            What::Date(period) => Some(period),
            What::Part(_) => None,
        }
    }
}

/// How two neighbouring dates are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Join {
    /// "-", "to", "à": a span of time.
    Range,
    /// "/": one or the other.
    Slash,
    /// "and", "," and the like.
    List,
    /// Other words between them.
    Apart,
}

pub(super) fn join(between: &[Token]) -> Join {
    const RANGE: &[&str] = &["to", "a", "au", "through", "thru", "until", "jusqu", "jusque"];
    const LIST: &[&str] = &["and", "et", "or", "ou", "then", "puis"];
    const SMALL: &[&str] = &["the", "le", "la", "l", "d", "de", "du", "of", "in", "en", "from", "end", "fin"];
    let mut join = None;
    for token in between {
        let this = match &token.kind {
            Kind::Mark('-') => Join::Range,
            Kind::Mark('/') => Join::Slash,
            Kind::Mark(',' | '&' | ';') => Join::List,
            Kind::Mark('.' | '\'') => continue,
            Kind::Word(word) if RANGE.contains(&word.as_str()) => Join::Range,
            Kind::Word(word) if LIST.contains(&word.as_str()) => Join::List,
            Kind::Word(word) if SMALL.contains(&word.as_str()) => continue,
            _ => return Join::Apart,
        };
        join = join.or(Some(this));
    }
    join.unwrap_or(Join::Apart)
}

/// Gives each part the year of its neighbour; parts that find none are dropped.
pub(super) fn lend_years(tokens: &[Token], mut found: Vec<Found>) -> Vec<Found> {
    for index in (0..found.len()).rev() {
        let What::Part(part) = found[index].what else { continue };
        let neighbour = |other: usize, between: std::ops::Range<usize>| {
            let joined = tokens.get(between).map_or(Join::Apart, join);
            found.get(other).filter(|_| joined != Join::Apart).and_then(Found::period).map(|p| (p, joined))
        };
        let next = found.get(index + 1).and_then(|f| neighbour(index + 1, found[index].to..f.from));
        let before = index.checked_sub(1).and_then(|i| neighbour(i, found[i].to..found[index].from));
        let quarter_only = |_: &(Period, Join)| matches!(part, Part::Quarter(_));
        let whole = next
            .and_then(|(lender, joined)| complete(part, lender, joined))
            .or_else(|| before.filter(quarter_only).and_then(|(lender, joined)| complete(part, lender, joined)));
        if let Some(period) = whole {
            found[index].what = What::Date(period);
        }
    }
    found.retain(|f| matches!(f.what, What::Date(_)));
    found
}

/// A part, completed by a whole date beside it.
fn complete(part: Part, lender: Period, joined: Join) -> Option<Period> {
    let (year, month) = match lender {
        Period::Day(day) => (day.year(), Some(day.month())),
        Period::Month(year, month) => (year, Some(month)),
        Period::Quarter(year, _) | Period::Season(year, _) | Period::Year(year) => (year, None),
        Period::FiscalQuarter(..) | Period::FiscalYear(_) => (0, None),
        Period::Ongoing | Period::None => return None,
    };
    // "December - March 2018" starts in the year before.
    let wraps = |own: u32| joined == Join::Range && month.is_some_and(|m| own > m);
    match (part, lender) {
        (Part::Day(day), _) => NaiveDate::from_ymd_opt(year, month?, day).map(Period::Day),
        (Part::Month(own), Period::Day(_) | Period::Month(..)) => Some(Period::Month(year - i32::from(wraps(own)), own)),
        (Part::MonthDay(own, day), Period::Day(_) | Period::Month(..)) => {
            NaiveDate::from_ymd_opt(year - i32::from(wraps(own)), own, day).map(Period::Day)
        }
        (Part::Quarter(own), Period::Quarter(..)) => Some(Period::Quarter(year, own)),
        (Part::Quarter(own), Period::FiscalQuarter(fiscal, _) | Period::FiscalYear(fiscal)) => {
            Some(Period::FiscalQuarter(fiscal, own))
        }
        (Part::Season(own), Period::Season(..)) => Some(Period::Season(year, own)),
        _ => None,
    }
}
