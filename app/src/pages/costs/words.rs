//! Amounts in words, and beside each total what is not in it. What is not known is never written as a number.

use crate::i18n::{Arg, money, t, t_args};
use domain::{
    costs::{Cents, Certainty, CostLine, CostTotals, Owned},
    text::Lang,
};

/// The amount of one line: "$445,000", "up to $500,000", "not tracked".
pub(super) fn of_line(lang: Lang, line: &CostLine) -> String {
    let Some(amount) = line.amount else { return t(lang, "cost-not-tracked") };
    let amount = [("amount", Arg::from(money::amount(lang, amount)))];
    match line.certainty {
        Certainty::Exact => money::amount(lang, line.amount.unwrap_or_default()),
        Certainty::UpTo => t_args(lang, "cost-up-to", &amount),
        Certainty::FromLaterYear => t_args(lang, "cost-from-later-year", &amount),
        Certainty::NotTracked => t(lang, "cost-not-tracked"),
    }
}

/// The total of some lines, where there is one.
pub(super) fn total(lang: Lang, totals: &CostTotals) -> String {
    if totals.exact_lines > 0 {
        return money::amount(lang, totals.exact);
    }
    let others = totals.up_to_lines + totals.later_lines;
    match (others, totals.not_tracked) {
        (0, 0) => t(lang, "cost-nothing"),
        (0, _) => t(lang, "cost-not-tracked"),
        _ => t(lang, "cost-no-total"),
    }
}

/// What one organisation promised or spent by itself.
pub(super) fn owned(lang: Lang, owned: &Owned) -> String {
    match owned {
        _ if owned.is_empty() => t(lang, "cost-nothing"),
        _ if owned.is_not_tracked() => t(lang, "cost-not-tracked"),
        _ if owned.own == CostTotals::default() => t(lang, "cost-only-shared"),
        _ => total(lang, &owned.own),
    }
}

/// What is not in a total, in phrases; none when nothing is missing.
pub(super) fn not_in(lang: Lang, totals: &CostTotals) -> Vec<String> {
    let amount = |key: &str, amount: Cents, lines: u32| {
        let args = [("amount", Arg::from(money::amount(lang, amount))), ("lines", Arg::from(lines))];
        (lines > 0).then(|| t_args(lang, key, &args))
    };
    // Where nothing is known at all, the total says so already.
    let untracked = (totals.not_tracked > 0 && (totals.exact_lines + totals.up_to_lines + totals.later_lines) > 0)
        .then(|| t_args(lang, "cost-lines-not-tracked", &[("lines", Arg::from(totals.not_tracked))]));
    let parts = [
        amount("cost-beside-up-to", totals.up_to, totals.up_to_lines),
        amount("cost-beside-later", totals.later, totals.later_lines),
        untracked,
    ];
    parts.into_iter().flatten().collect()
}

/// What an organisation shares with others, in phrases.
pub(super) fn shared(lang: Lang, shared: &CostTotals) -> Vec<String> {
    let args = [("amount", Arg::from(money::amount(lang, shared.exact))), ("lines", Arg::from(shared.exact_lines))];
    let exact = (shared.exact_lines > 0).then(|| t_args(lang, "cost-beside-shared", &args));
    let others = shared.up_to_lines + shared.later_lines + shared.not_tracked;
    let others = (others > 0).then(|| t_args(lang, "cost-beside-shared-others", &[("lines", Arg::from(others))]));
    [exact, others].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{
        costs::{CostKind, CostSource},
        dates::FiscalYear,
    };

    fn line(certainty: Certainty, dollars: u32) -> CostLine {
        let amount = (certainty != Certainty::NotTracked).then(|| Cents::dollars(dollars));
        let (kind, source) = (CostKind::Actual, CostSource::Unknown);
        CostLine { kind, year: FiscalYear(2012), source, certainty, amount, organisations: vec![1] }
    }

    #[test]
    fn what_is_not_tracked_is_said_and_never_zero() {
        let untracked = CostTotals::of(&[line(Certainty::NotTracked, 0)]);
        assert_eq!(total(Lang::En, &untracked), "Not tracked");
        assert_eq!(total(Lang::Fr, &untracked), "Non suivi");
        assert_eq!(not_in(Lang::En, &untracked), Vec::<String>::new());
        assert_eq!(total(Lang::En, &CostTotals::default()), "Nothing recorded");
        assert_eq!(owned(Lang::En, &Owned { own: untracked, shared: CostTotals::default() }), "Not tracked");
    }

    #[test]
    fn beside_a_total_stands_what_is_not_in_it() {
        let lines = [line(Certainty::Exact, 7_306_000), line(Certainty::UpTo, 500_000), line(Certainty::NotTracked, 0)];
        let totals = CostTotals::of(&lines);
        assert_eq!(total(Lang::Fr, &totals), "7\u{a0}306\u{a0}000\u{a0}$");
        assert_eq!(not_in(Lang::En, &totals), ["up to $500,000 more (1 line)", "1 line not tracked"]);
        assert_eq!(of_line(Lang::En, &lines[1]), "up to $500,000");
    }

    #[test]
    fn a_shared_amount_stands_beside_and_is_in_nobodys_own_total() {
        let owned_by_one = Owned { own: CostTotals::default(), shared: CostTotals::of(&[line(Certainty::Exact, 2_030_000)]) };
        assert_eq!(owned(Lang::En, &owned_by_one), "None of its own");
        assert_eq!(shared(Lang::En, &owned_by_one.shared), ["$2,030,000 shared with others (1 line)"]);
    }
}
