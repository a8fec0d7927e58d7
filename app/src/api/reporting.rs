//! Who has reported and who has not, for the coordinators of a plan.

use super::common::{MeasureRow, OrganisationView};
use domain::{dates::ReportingPeriod, text::InLang};
use serde::{Deserialize, Serialize};

/// One measure that is waited for or was reported on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportingRow {
    /// The measure.
    pub measure: MeasureRow,
    /// Whether it was reported on in this period.
    pub this_period: bool,
    /// Whether it was in the one before.
    pub previous_period: bool,
    /// Whether somebody is writing; what they write is theirs.
    pub has_draft: bool,
    /// Whether somebody with an account can report on it.
    pub has_account: bool,
    /// Whether a link to a contact waits for an answer.
    pub was_asked: bool,
}

/// The measures of one organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportingGroup {
    /// The organisation; `None` where none is named.
    pub organisation: Option<OrganisationView>,
    /// Its measures whose lead owes work, in the order of the plan.
    pub rows: Vec<ReportingRow>,
}

impl ReportingGroup {
    /// How many were not reported on in this period.
    #[must_use]
    pub fn silent(&self) -> usize {
        self.rows.iter().filter(|row| !row.this_period).count()
    }

    /// The first measure nobody with an account can report on and nobody was asked about yet.
    #[must_use]
    pub fn to_ask(&self) -> Option<i64> {
        let unasked = self.rows.iter().find(|row| !row.has_account && !row.this_period && !row.was_asked);
        unasked.map(|row| row.measure.id)
    }
}

/// The page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reporting {
    /// The plan.
    pub plan_id: i64,
    /// Its title.
    pub plan_title: Option<InLang>,
    /// The current period.
    pub period: ReportingPeriod,
    /// The organisations, those with most to say first.
    pub groups: Vec<ReportingGroup>,
}

impl Reporting {
    /// How many measures were not reported on in this period, of how many.
    #[must_use]
    pub fn silent(&self) -> (usize, usize) {
        (self.groups.iter().map(ReportingGroup::silent).sum(), self.groups.iter().map(|group| group.rows.len()).sum())
    }
}
