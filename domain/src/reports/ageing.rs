//! Ageing of overdue measures, counted from the original date (rule 2).

use crate::codes::coded;
use crate::text::Coded;
use serde::{Deserialize, Serialize};

coded! {
    /// Days past the original date.
    AgeBand {
        /// 1 to 30 days.
        To30 = "1_30",
        /// 31 to 90 days.
        To90 = "31_90",
        /// 91 to 180 days.
        To180 = "91_180",
        /// More than 180 days.
        Over180 = "over_180",
    }
}

impl AgeBand {
    /// The band of a number of days; `None` when not late.
    #[must_use]
    pub fn of(days: i64) -> Option<Self> {
        match days {
            ..=0 => None,
            1..=30 => Some(Self::To30),
            31..=90 => Some(Self::To90),
            91..=180 => Some(Self::To180),
            _ => Some(Self::Over180),
        }
    }
}

/// How many overdue measures are in each band.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ageing(pub Vec<(AgeBand, u32)>);

impl Ageing {
    /// Counts the days late of every overdue measure; every band is present, in order.
    pub fn count(days_late: impl IntoIterator<Item = i64>) -> Self {
        let mut bands: Vec<(AgeBand, u32)> = AgeBand::ALL.iter().map(|band| (*band, 0)).collect();
        for band in days_late.into_iter().filter_map(AgeBand::of) {
            if let Some(entry) = bands.iter_mut().find(|(b, _)| *b == band) {
                entry.1 += 1;
            }
        }
        Self(bands)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_bands_meet_without_gap_or_overlap() {
        let counts: Vec<u32> = Ageing::count([0, 1, 30, 31, 90, 91, 180, 181]).0.into_iter().map(|(_, n)| n).collect();
        assert_eq!(counts, [2, 2, 2, 1]);
    }

    proptest! {
        #[test]
        fn every_late_measure_is_in_exactly_one_band(days in prop::collection::vec(-100i64..1000, 0..40)) {
            let late = days.iter().filter(|d| **d > 0).count();
            let counted: u32 = Ageing::count(days).0.iter().map(|(_, n)| n).sum();
            prop_assert_eq!(counted as usize, late);
        }
    }
}
