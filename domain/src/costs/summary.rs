//! The costs of a plan by year and by organisation. A line of several organisations is never split: it counts once
//! in the plan, and stands beside the total of each organisation that shares it.

use super::{CostKind, CostLine, CostTotals};
use crate::{dates::FiscalYear, text::Coded};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What all lines of one kind in one year come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct YearTotal {
    /// The year.
    pub year: FiscalYear,
    /// The kind.
    pub kind: CostKind,
    /// Every line, each counted once.
    pub all: CostTotals,
    /// Those among them that several organisations share.
    pub shared: CostTotals,
}

/// What the lines of one kind come to for one organisation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owned {
    /// Its own lines.
    pub own: CostTotals,
    /// The lines it shares with others, which are in nobody's own total.
    pub shared: CostTotals,
}

/// The costs of one organisation, all years together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationCosts {
    /// The organisation.
    pub organisation: i64,
    /// What it promised.
    pub commitment: Owned,
    /// What it expects.
    pub estimate: Owned,
    /// What it spent.
    pub actual: Owned,
}

/// The costs of a plan.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CostSummary {
    /// By year, then by kind; only what there is.
    pub years: Vec<YearTotal>,
    /// By organisation, in the order of their ids.
    pub organisations: Vec<OrganisationCosts>,
}

impl CostSummary {
    /// Counts the lines of a plan.
    #[must_use]
    pub fn of(lines: &[CostLine]) -> Self {
        let mut groups: BTreeMap<(FiscalYear, usize), Vec<&CostLine>> = BTreeMap::new();
        for line in lines {
            let place = CostKind::ALL.iter().position(|kind| *kind == line.kind).unwrap_or_default();
            groups.entry((line.year, place)).or_default().push(line);
        }
        let year = |((year, _), lines): ((FiscalYear, usize), Vec<&CostLine>)| {
            Some(YearTotal {
                year,
                kind: lines.first()?.kind,
                all: CostTotals::of(lines.iter().copied()),
                shared: CostTotals::of(lines.iter().copied().filter(|line| line.is_shared())),
            })
        };
        let ids: BTreeSet<i64> = lines.iter().flat_map(|line| line.organisations.iter().copied()).collect();
        let organisation = |id: i64| OrganisationCosts {
            organisation: id,
            commitment: Owned::of(lines, id, CostKind::Commitment),
            estimate: Owned::of(lines, id, CostKind::Estimate),
            actual: Owned::of(lines, id, CostKind::Actual),
        };
        Self { years: groups.into_iter().filter_map(year).collect(), organisations: ids.into_iter().map(organisation).collect() }
    }
}

impl CostLine {
    /// Whether several organisations share it, in parts nobody has said.
    #[must_use]
    pub fn is_shared(&self) -> bool {
        self.organisations.len() > 1
    }
}

impl Owned {
    fn of(lines: &[CostLine], organisation: i64, kind: CostKind) -> Self {
        let its = || lines.iter().filter(|line| line.kind == kind && line.organisations.contains(&organisation));
        Self {
            own: CostTotals::of(its().filter(|line| !line.is_shared())),
            shared: CostTotals::of(its().filter(|line| line.is_shared())),
        }
    }

    /// Whether all that is known is that nobody counts it.
    #[must_use]
    pub fn is_not_tracked(&self) -> bool {
        let amounts = |totals: &CostTotals| totals.exact_lines + totals.up_to_lines + totals.later_lines;
        amounts(&self.own) + amounts(&self.shared) == 0 && self.own.not_tracked + self.shared.not_tracked > 0
    }

    /// Whether there is no line at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::costs::{Cents, Certainty, CostSource};
    use proptest::prelude::*;

    fn line(kind: CostKind, year: i32, certainty: Certainty, dollars: u32, organisations: &[i64]) -> CostLine {
        let amount = (certainty != Certainty::NotTracked).then(|| Cents::dollars(dollars));
        let (year, source) = (FiscalYear(year), CostSource::Reallocated);
        CostLine { kind, year, source, certainty, amount, organisations: organisations.to_vec() }
    }

    #[test]
    fn a_shared_line_counts_once_in_the_plan_and_in_nobodys_own_total() {
        use CostKind::{Actual, Commitment};
        let lines = [
            line(Commitment, 2012, Certainty::Exact, 2_030_000, &[1, 2]),
            line(Commitment, 2012, Certainty::Exact, 445_000, &[2]),
            line(Commitment, 2013, Certainty::UpTo, 500_000, &[3]),
            line(Actual, 2012, Certainty::NotTracked, 0, &[1]),
        ];
        let summary = CostSummary::of(&lines);
        let first = summary.years[0];
        assert_eq!((first.year, first.kind), (FiscalYear(2012), Commitment));
        assert_eq!((first.all.exact, first.shared.exact), (Cents::dollars(2_475_000), Cents::dollars(2_030_000)));
        assert_eq!(
            summary.years.iter().map(|total| (total.year.0, total.kind)).collect::<Vec<_>>(),
            [(2012, Commitment), (2012, Actual), (2013, Commitment)]
        );
        let [one, two, three] = summary.organisations.as_slice() else { panic!("three organisations") };
        assert_eq!((one.commitment.own.exact, one.commitment.shared.exact), (Cents::default(), Cents::dollars(2_030_000)));
        assert_eq!((two.commitment.own.exact, two.commitment.shared.exact_lines), (Cents::dollars(445_000), 1));
        assert_eq!((three.commitment.own.exact_lines, three.commitment.own.up_to), (0, Cents::dollars(500_000)));
        assert!(one.actual.is_not_tracked() && !one.actual.is_empty() && two.actual.is_empty());
        assert!(!three.commitment.is_not_tracked());
    }

    proptest! {
        #[test]
        fn own_totals_and_shared_lines_together_are_the_plan(
            drawn in prop::collection::vec((0..3usize, 2010..2013i32, 0..1_000_000u32, prop::collection::btree_set(0..4i64, 1..4)), 0..30)
        ) {
            let lines: Vec<_> = drawn
                .iter()
                .map(|(kind, year, dollars, owners)| {
                    let owners: Vec<i64> = owners.iter().copied().collect();
                    line(CostKind::ALL[*kind], *year, Certainty::Exact, *dollars, &owners)
                })
                .collect();
            let summary = CostSummary::of(&lines);
            let plan: i64 = summary.years.iter().map(|total| total.all.exact.get()).sum();
            let shared: i64 = summary.years.iter().map(|total| total.shared.exact.get()).sum();
            let own = |of: &OrganisationCosts| [of.commitment, of.estimate, of.actual].iter().map(|o| o.own.exact.get()).sum::<i64>();
            let owned: i64 = summary.organisations.iter().map(own).sum();
            prop_assert_eq!(owned + shared, plan);
            prop_assert_eq!(plan, lines.iter().filter_map(|line| line.amount).map(Cents::get).sum::<i64>());
        }
    }
}
