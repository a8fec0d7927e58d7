//! Money in whole cents of Canadian dollars, as it is typed in either language.

use serde::{Deserialize, Serialize};
use std::{iter::Sum, ops::Add};

/// An amount of Canadian money, in cents. Never negative.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Cents(i64);

impl Cents {
    /// More than any plan costs: a hundred billion dollars.
    const MOST: i64 = 10_000_000_000_000;

    /// An amount; `None` when it is negative or larger than any plan's.
    #[must_use]
    pub fn new(cents: i64) -> Option<Self> {
        (0..=Self::MOST).contains(&cents).then_some(Self(cents))
    }

    /// Whole dollars, for amounts written in the program.
    #[must_use]
    pub const fn dollars(dollars: u32) -> Self {
        Self(dollars as i64 * 100)
    }

    /// The cents.
    #[must_use]
    pub fn get(self) -> i64 {
        self.0
    }

    /// An amount as people type it: `7 306 000 $`, `$7,306,000.50`, `96000`, `1,5 M$` is not read. A single comma or
    /// point before one or two last digits parts the cents; everything else between digits parts thousands.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let typed = typed.trim().trim_start_matches('$').trim_end_matches('$').trim();
        let (whole, cents) = match typed.rsplit_once(['.', ',']) {
            Some((whole, cents)) if (1..=2).contains(&cents.len()) && !whole.is_empty() => (whole, cents),
            _ => (typed, ""),
        };
        let groups: Vec<&str> = whole.split([' ', '\u{a0}', '\u{202f}', ',', '.', '\'']).collect();
        let digits = |text: &&str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        let grouped = groups.len() == 1 || (groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3));
        if !groups.iter().all(digits) || !grouped || !cents.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let whole: i64 = groups.concat().parse().ok()?;
        let cents: i64 = format!("{cents:0<2}").parse().ok()?;
        Self::new(whole.checked_mul(100)?.checked_add(cents)?)
    }
}

impl Add for Cents {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sum for Cents {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::Cents;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case("7 306 000 $", Some(730_600_000))]
    #[case("7\u{a0}306\u{a0}000\u{a0}$", Some(730_600_000))]
    #[case("$7,306,000.50", Some(730_600_050))]
    #[case("7 306 000,5", Some(730_600_050))]
    #[case("96000", Some(9_600_000))]
    #[case("0", Some(0))]
    #[case("1,5 M$", None)]
    #[case("12,34,56", None)]
    #[case("-5", None)]
    #[case("", None)]
    #[case("$", None)]
    #[case("99999999999999999999", None)]
    fn amounts_are_read_as_either_language_writes_them(#[case] typed: &str, #[case] expected: Option<i64>) {
        assert_eq!(Cents::parse(typed).map(Cents::get), expected);
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_an_amount_or_refused(typed in "\\PC{0,20}") {
            prop_assert!(Cents::parse(&typed).is_none_or(|cents| cents.get() >= 0));
        }

        #[test]
        fn an_amount_reads_back_as_it_was_written(cents in 0..10_000_000_000_000i64) {
            let written = format!("{}.{:02}", cents / 100, cents % 100);
            prop_assert_eq!(Cents::parse(&written).map(Cents::get), Some(cents));
        }
    }
}
