//! Totals that never count what is not known.

use super::{Cents, Certainty, CostLine};
use serde::{Deserialize, Serialize};

/// What some lines come to. Only exact amounts are added up; the rest stands beside them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CostTotals {
    /// The exact amounts, added up.
    pub exact: Cents,
    /// How many lines that is.
    pub exact_lines: u32,
    /// The ceilings, added up: no more than this on top.
    pub up_to: Cents,
    /// How many lines have one.
    pub up_to_lines: u32,
    /// What is promised from a later year on.
    pub later: Cents,
    /// How many lines that is.
    pub later_lines: u32,
    /// How many lines nobody tracks.
    pub not_tracked: u32,
}

impl CostTotals {
    /// Counts some lines.
    #[must_use]
    pub fn of<'a>(lines: impl IntoIterator<Item = &'a CostLine>) -> Self {
        lines.into_iter().fold(Self::default(), Self::and)
    }

    fn and(mut self, line: &CostLine) -> Self {
        match (line.certainty, line.amount) {
            (Certainty::NotTracked, _) | (_, None) => self.not_tracked += 1,
            (Certainty::Exact, Some(amount)) => (self.exact, self.exact_lines) = (self.exact + amount, self.exact_lines + 1),
            (Certainty::UpTo, Some(amount)) => (self.up_to, self.up_to_lines) = (self.up_to + amount, self.up_to_lines + 1),
            (Certainty::FromLaterYear, Some(amount)) => {
                (self.later, self.later_lines) = (self.later + amount, self.later_lines + 1);
            }
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        costs::{CostKind, CostSource},
        dates::FiscalYear,
    };
    use proptest::prelude::*;

    fn line(certainty: Certainty, amount: Option<Cents>) -> CostLine {
        let year: FiscalYear = "2012-13".parse().expect("a fiscal year");
        CostLine { kind: CostKind::Commitment, year, source: CostSource::Reallocated, certainty, amount, organisations: vec![1] }
    }

    /// Annex C of the published evaluation: the figures the whole matter began with.
    #[test]
    fn the_first_years_commitments_come_to_their_published_sum_without_the_ceiling() {
        let exact = [2_030_000, 1_300_000, 1_600_000, 445_000, 140_000, 140_000, 96_000, 1_200_000, 200_000, 155_000];
        let mut lines: Vec<_> = exact.map(|dollars| line(Certainty::Exact, Some(Cents::dollars(dollars)))).to_vec();
        lines.push(line(Certainty::UpTo, Some(Cents::dollars(500_000))));
        lines.push(line(Certainty::NotTracked, None));
        let totals = CostTotals::of(&lines);
        assert_eq!((totals.exact, totals.exact_lines), (Cents::dollars(7_306_000), 10));
        assert_eq!((totals.up_to, totals.up_to_lines, totals.not_tracked), (Cents::dollars(500_000), 1, 1));
    }

    proptest! {
        #[test]
        fn the_total_is_exactly_the_exact_lines(amounts in prop::collection::vec((0..4usize, 0..1_000_000i64), 0..40)) {
            let certainties = [Certainty::Exact, Certainty::UpTo, Certainty::FromLaterYear, Certainty::NotTracked];
            let lines: Vec<_> = amounts.iter().map(|(which, cents)| line(certainties[*which], Cents::new(*cents))).collect();
            let totals = CostTotals::of(&lines);
            let expected: i64 = amounts.iter().filter(|(which, _)| *which == 0).map(|(_, cents)| cents).sum();
            prop_assert_eq!(totals.exact.get(), expected);
            let counted = totals.exact_lines + totals.up_to_lines + totals.later_lines + totals.not_tracked;
            prop_assert_eq!(counted as usize, lines.len());
        }
    }
}
