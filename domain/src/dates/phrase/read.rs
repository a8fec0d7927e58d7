//! The lenient reading of a date cell: one promised date, a start where one is given, and what was unsure.

use super::Context;
use super::flags::{Flags, flags};
use super::found::{Found, Join, join};
use super::scan::scan;
use super::tokens::{Cursor, Kind, Token, tokens};
use super::words;
use crate::dates::{DatePrecision, DueDate};
use chrono::NaiveDate;
use std::{cmp::Ordering, ops::Range};

/// What a reading was unsure of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hint {
    /// Two months; the later one counts.
    MonthRange,
    /// Another span of time; its end counts.
    DateRange,
    /// Several dates; the latest counts.
    TwoDates,
    /// The work goes on after the date.
    AlsoOngoing,
    /// Nothing of it was understood.
    NotUnderstood,
    /// To be determined, or not applicable.
    ToBeDetermined,
    /// Early, mid or about, or a half of a year.
    Vague,
    /// Words beside the date make it another one: before it, so long after it.
    MoreSaid,
    /// A year and a month, as it can be no fiscal year.
    YearMonth,
    /// A year and a month, or a fiscal year.
    YearMonthOrFiscalYear,
    /// Day and month could change places.
    DayMonthOrder,
    /// A quarter of one year, calendar or fiscal.
    QuarterYearUnclear,
    /// A fiscal year named by one year.
    FiscalYearUnclear,
}

/// What a phrase says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The promised date.
    pub due: DueDate,
    /// The first day, where the phrase gives a start.
    pub start: Option<NaiveDate>,
    /// The bytes that give a start labelled as such.
    pub start_span: Option<Range<usize>>,
    /// The bytes that give the due date beside such a start.
    pub due_span: Option<Range<usize>>,
    /// The bytes from the first date to the last, where there is any.
    pub span: Option<Range<usize>>,
    /// The phrase says that the work is done.
    pub completed: bool,
    /// What was unsure.
    pub hints: Vec<Hint>,
    /// How many words were neither part of a date nor of its usual company.
    pub unknown_words: usize,
    /// How many dates were found.
    pub dates: usize,
}

impl Reading {
    /// Whether the phrase is a date and hardly anything else, as the cells of a date column are.
    #[must_use]
    pub fn is_date_like(&self) -> bool {
        self.unknown_words == 0 && (self.dates > 0 || self.due == DueDate::ONGOING || self.completed || self.is_undetermined())
    }

    fn is_undetermined(&self) -> bool {
        self.hints.contains(&Hint::ToBeDetermined)
    }
}

/// Reads a phrase. Never fails: what is not understood has no date and the hint that says so.
#[must_use]
pub fn read(text: &str, context: Context) -> Reading {
    let tokens = tokens(text);
    let found = scan(&tokens, context);
    let flags = flags(&tokens, &found);
    let mut reading = Reading {
        due: DueDate::NONE,
        start: None,
        start_span: None,
        due_span: None,
        span: whole_span(&tokens, &found),
        completed: flags.completed,
        hints: found.iter().filter_map(|f| f.hint).collect(),
        unknown_words: flags.unknown_words,
        dates: found.len(),
    };
    choose(&mut reading, &tokens, &found);
    weigh_flags(&mut reading, &flags);
    let mut seen = Vec::new();
    reading.hints.retain(|hint| {
        !seen.contains(hint) && {
            seen.push(*hint);
            true
        }
    });
    let blank = tokens.iter().all(|t| matches!(t.kind, Kind::Mark(_)));
    if reading.due == DueDate::NONE && !reading.completed && !reading.is_undetermined() && !blank {
        reading.hints.push(Hint::NotUnderstood);
    }
    reading
}

fn weigh_flags(reading: &mut Reading, flags: &Flags) {
    if reading.due == DueDate::NONE && (flags.ongoing || flags.recurring) && !flags.completed {
        reading.due = DueDate::ONGOING;
    } else if reading.due != DueDate::NONE && flags.ongoing {
        reading.hints.push(Hint::AlsoOngoing);
    }
    if reading.due == DueDate::NONE && flags.undetermined {
        reading.hints.push(Hint::ToBeDetermined);
    }
    if flags.vague && reading.due.last_day().is_some() {
        reading.hints.push(Hint::Vague);
    }
}

/// Picks the start and the due date among the dates found.
fn choose(reading: &mut Reading, tokens: &[Token], found: &[Found]) {
    let dues: Vec<(DueDate, &Found)> =
        found.iter().filter_map(|f| f.period().and_then(|p| DueDate::of(p).ok()).map(|due| (due, f))).collect();
    let mut ends = Vec::new();
    for (index, (due, date)) in dues.iter().enumerate() {
        let from = index.checked_sub(1).and_then(|i| dues.get(i)).map_or(0, |(_, f)| f.to);
        if reading.start.is_none()
            && is_start(tokens, from, date.from)
            && (dues.len() > 1 || is_labelled(tokens, from, date.from))
        {
            reading.start = due.first_day();
            reading.start_span = span(tokens, date);
        } else {
            ends.push((*due, *date));
        }
    }
    let labelled_start = reading.start.is_some();
    let Some((due, date)) = ends.iter().copied().reduce(|a, b| if is_later(b.0, a.0) { b } else { a }) else {
        return;
    };
    reading.due = due;
    reading.hints.extend(date.early.then_some(Hint::Vague));
    reading.hints.extend(date.more_said.then_some(Hint::MoreSaid));
    if labelled_start {
        reading.due_span = span(tokens, date);
    }
    let joins: Vec<Join> = ends
        .windows(2)
        .filter_map(|pair| tokens.get(pair[0].1.to..pair[1].1.from).map(|between| (pair, join(between))))
        .map(|(_, join)| join)
        .collect();
    match (ends.as_slice(), joins.as_slice()) {
        ([a, b], [Join::Range | Join::Slash]) => {
            let months = [a, b].iter().all(|(due, _)| due.precision() == DatePrecision::Month);
            reading.hints.push(if months { Hint::MonthRange } else { Hint::DateRange });
            if joins == [Join::Range] && !labelled_start {
                reading.start = a.0.first_day().filter(|start| Some(*start) <= due.last_day());
            }
        }
        (several, _) if several.iter().any(|(other, _)| !says_the_same(*other, due)) => reading.hints.push(Hint::TwoDates),
        _ => {}
    }
}

/// Of two dates that end on the same day the one that names the day is the clearer.
fn is_later(date: DueDate, than: DueDate) -> bool {
    match date.last_day().cmp(&than.last_day()) {
        Ordering::Equal => date.precision() == DatePrecision::Day,
        order => order == Ordering::Greater,
    }
}

/// "Q4 2018-19 (March 31, 2019)" is one date said twice: one period lies within the other.
fn says_the_same(a: DueDate, b: DueDate) -> bool {
    let within = |inner: DueDate, outer: DueDate| outer.first_day() <= inner.first_day() && inner.last_day() <= outer.last_day();
    within(a, b) || within(b, a)
}

fn whole_span(tokens: &[Token], found: &[Found]) -> Option<Range<usize>> {
    Some(span(tokens, found.first()?)?.start..span(tokens, found.last()?)?.end)
}

fn span(tokens: &[Token], date: &Found) -> Option<Range<usize>> {
    Some(tokens.get(date.from)?.start..tokens.get(date.to.checked_sub(1)?)?.end)
}

/// Whether the last telling word before a date makes it a start.
fn is_start(tokens: &[Token], from: usize, to: usize) -> bool {
    let telling =
        tokens.get(from..to).unwrap_or_default().iter().enumerate().rev().find_map(|(index, token)| match &token.kind {
            Kind::Word(word) if words::START.contains(&word.as_str()) => Some((from + index, true)),
            Kind::Word(word) if words::END.contains(&word.as_str()) => Some((from + index, false)),
            _ => None,
        });
    let Some((index, true)) = telling else { return false };
    // "début 2019" and "start of 2019" are early 2019; "Début : avril 2018" and "date de début" are labels.
    let cursor = Cursor { tokens, at: index };
    !matches!(cursor.word(), Some("debut" | "start" | "beginning"))
        || is_labelled(tokens, from, to)
        || cursor.word() == Some("beginning") && index + 1 == to
}

/// Whether the words before a date are a label: they end with a colon or hold the word "date".
fn is_labelled(tokens: &[Token], from: usize, to: usize) -> bool {
    tokens.get(from..to).unwrap_or_default().iter().any(|token| match &token.kind {
        Kind::Mark(mark) => *mark == ':',
        Kind::Word(word) => word == "date",
        Kind::Number { .. } => false,
    })
}
