//! Money as each language writes it: "$7,306,000", "7 306 000 $". Cents are shown only where there are some.

use super::{Arg, t, t_args};
use domain::{costs::Cents, text::Lang};

/// An amount in words of figures.
#[must_use]
pub fn amount(lang: Lang, amount: Cents) -> String {
    let dollars = grouped(lang, amount.get() / 100);
    let cents = amount.get() % 100;
    let figures = if cents == 0 {
        dollars
    } else {
        t_args(lang, "money-part", &[("dollars", Arg::from(dollars)), ("cents", Arg::from(format!("{cents:02}")))])
    };
    t_args(lang, "money", &[("amount", Arg::from(figures))])
}

/// A number with its thousands parted.
#[must_use]
pub fn grouped(lang: Lang, number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let parts: Vec<&str> = digits.as_bytes().rchunks(3).rev().filter_map(|part| std::str::from_utf8(part).ok()).collect();
    let sign = if number < 0 { "\u{2212}" } else { "" };
    format!("{sign}{}", parts.join(&t(lang, "money-group")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_written_as_each_language_writes_them() {
        let seven = Cents::dollars(7_306_000);
        assert_eq!(amount(Lang::En, seven), "$7,306,000");
        assert_eq!(amount(Lang::Fr, seven), "7\u{a0}306\u{a0}000\u{a0}$");
        let odd = Cents::new(100_005).expect("an amount");
        assert_eq!(amount(Lang::En, odd), "$1,000.05");
        assert_eq!(amount(Lang::Fr, odd), "1\u{a0}000,05\u{a0}$");
        assert_eq!(amount(Lang::En, Cents::default()), "$0");
    }
}
