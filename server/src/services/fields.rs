//! Reading the fields of a form, each with its own problems. What the answers mean together is the services'.

use crate::store::records::typed;
use chrono::{Datelike, NaiveDate};
use domain::{
    dates::{DueDate, phrase::parse_due},
    problem::{Problem, ProblemCode},
    text::is_web_address,
};
use std::str::FromStr;

/// The longest text of one line, in characters.
pub(super) const MAX_LINE: usize = 500;
/// The longest text of one cell, in characters.
pub(super) const MAX_TEXT: usize = 20_000;

/// The longest web address, in characters.
pub(super) const MAX_URL: usize = 2_000;

/// Everything that is wrong so far.
#[derive(Default)]
pub(super) struct Check(pub Vec<Problem>);

impl Check {
    pub(super) fn problem(&mut self, field: impl Into<String>, code: ProblemCode) {
        self.0.push(Problem::new(field, code));
    }

    pub(super) fn text(&mut self, field: &str, text: &str, max: usize) -> Option<String> {
        if text.chars().count() > max {
            self.problem(field, ProblemCode::TooLong);
        }
        typed(text)
    }

    pub(super) fn required(&mut self, field: &str, text: &str, max: usize) -> String {
        let text = self.text(field, text, max);
        if text.is_none() {
            self.problem(field, ProblemCode::Required);
        }
        text.unwrap_or_default()
    }

    pub(super) fn choice<T: FromStr>(&mut self, field: &str, code: &str) -> Option<T> {
        let choice = code.trim().parse().ok();
        if choice.is_none() {
            let blank = code.trim().is_empty();
            self.problem(field, if blank { ProblemCode::Required } else { ProblemCode::NotAChoice });
        }
        choice
    }

    /// A number that is one of the known ones, or blank.
    pub(super) fn number<N: FromStr + Copy>(&mut self, field: &str, text: &str, known: impl Fn(N) -> bool) -> Option<N> {
        if text.trim().is_empty() {
            return None;
        }
        let number = text.trim().parse().ok().filter(|number| known(*number));
        if number.is_none() {
            self.problem(field, ProblemCode::NotAChoice);
        }
        number
    }

    /// A date in words, or blank.
    pub(super) fn due(&mut self, field: &str, text: &str) -> DueDate {
        parse_due(text).unwrap_or_else(|_| {
            self.problem(field, ProblemCode::NotADate);
            DueDate::NONE
        })
    }

    /// A day, or blank.
    pub(super) fn day(&mut self, field: &str, text: &str) -> Option<NaiveDate> {
        let text = text.trim();
        let day = text.parse().ok().filter(|day: &NaiveDate| (1..=9999).contains(&day.year()));
        if day.is_none() && !text.is_empty() {
            self.problem(field, ProblemCode::NotADate);
        }
        day
    }

    /// A web address that may be shown as a link, or blank.
    pub(super) fn link(&mut self, field: &str, text: &str) -> Option<String> {
        let url = self.text(field, text, MAX_URL)?;
        if !is_web_address(&url) {
            self.problem(field, ProblemCode::NotALink);
        }
        Some(url)
    }

    /// Lines that are not blank.
    pub(super) fn lines(&mut self, field: &str, lines: &str) -> Vec<String> {
        self.text(field, lines, MAX_TEXT);
        lines.lines().filter_map(typed).collect()
    }
}
