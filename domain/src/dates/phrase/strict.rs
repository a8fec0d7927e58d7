//! The strict reading of a form field: one date and nothing else, or a reason why not.

use super::Context;
use super::read::{Hint, read};
use crate::dates::{DueDate, Period};

/// Why a typed phrase is no due date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InvalidPhrase {
    /// Not understood, or more was said than a date.
    #[error("not a date")]
    NotUnderstood,
    /// More than one date.
    #[error("more than one date")]
    SeveralDates,
    /// It can be read in two ways (`03/04/2019`, `Q2 2019`).
    #[error("the date can be read in two ways")]
    Ambiguous,
}

/// Reads a due date that a person typed, in either language, or its code for machines (`2018-04`, `FY2018-Q1`).
/// Blank text and "to be determined" mean that no date is promised.
pub fn parse_due(text: &str) -> Result<DueDate, InvalidPhrase> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(DueDate::NONE);
    }
    if let Some(due) = text.parse::<DueDate>().ok().filter(is_plausible) {
        return Ok(due);
    }
    let reading = read(text, Context::default());
    let has = |hints: &[Hint]| hints.iter().any(|hint| reading.hints.contains(hint));
    let unclear = [Hint::NotUnderstood, Hint::AlsoOngoing, Hint::Vague, Hint::MoreSaid];
    if reading.unknown_words > 0 || reading.completed || has(&unclear) {
        return Err(InvalidPhrase::NotUnderstood);
    }
    if reading.dates > 1 || reading.start.is_some() || has(&[Hint::DateRange]) {
        return Err(InvalidPhrase::SeveralDates);
    }
    if has(&[Hint::DayMonthOrder, Hint::QuarterYearUnclear, Hint::FiscalYearUnclear, Hint::YearMonthOrFiscalYear]) {
        return Err(InvalidPhrase::Ambiguous);
    }
    Ok(reading.due)
}

/// A code is believed for the years a plan can be about; `31` typed alone is no year.
fn is_plausible(due: &DueDate) -> bool {
    match due.period() {
        Period::Ongoing | Period::None => true,
        _ => due.last_day().is_some_and(|day| (1900..=2200).contains(&chrono::Datelike::year(&day))),
    }
}
