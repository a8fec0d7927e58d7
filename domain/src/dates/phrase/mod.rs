//! Reading dates out of the phrases people write, in English and in French.
//!
//! Two readers share one recogniser: [`read`] is lenient and says what it was unsure of (published plans),
//! [`parse_due`] is strict (form fields). Neither knows what a plan or a table is, and neither words anything.

mod company;
mod flags;
mod found;
mod halves;
mod read;
mod scan;
mod strict;
mod tokens;
mod words;
mod years;

pub use read::{Hint, Reading, read};
pub use strict::{InvalidPhrase, parse_due};

/// What the other dates of the same column show about how this one is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Context {
    /// `2013/12` stands in the column, which is no fiscal year, so `2011/12` is a month too.
    pub slash_is_month: bool,
    /// `12/31/2018` stands in the column, so the month comes first throughout.
    pub month_first: bool,
}

impl Context {
    /// The context that the texts of a column give one another.
    pub fn of_column<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut context = Self::default();
        for text in texts {
            let found = scan::scan(&tokens::tokens(text), Self::default());
            context.slash_is_month |= found.iter().any(|f| f.hint == Some(Hint::YearMonth));
            context.month_first |= found.iter().any(|f| f.month_first);
        }
        context
    }
}

#[cfg(test)]
mod tests;
