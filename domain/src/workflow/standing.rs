//! Where a measure stands: all that the rules of its steps need to know.

use super::Step;
use crate::{
    dates::DueDate,
    measure::{MeasureStatus, PromisedDates},
    plan::PlanStatus,
};

/// An extension that was asked for and not decided yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Request {
    /// Who asked.
    pub by: i64,
    /// In whose place, when a deputy could ask only so.
    pub in_place_of: Option<i64>,
    /// For which date.
    pub to: DueDate,
}

impl Request {
    /// Whether a person asked, or had it asked by a deputy.
    #[must_use]
    pub fn is_of(self, person: i64) -> bool {
        self.by == person || self.in_place_of == Some(person)
    }

    /// Whoever asked and in whose place.
    pub fn askers(self) -> impl Iterator<Item = i64> {
        std::iter::once(self.by).chain(self.in_place_of)
    }
}

/// Where a measure stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The plan's status.
    pub plan: PlanStatus,
    /// The measure's status.
    pub status: MeasureStatus,
    /// Its promised dates.
    pub dates: PromisedDates,
    /// The person it is assigned to.
    pub owner: Option<i64>,
    /// How many of its deliverables are neither delivered nor retired.
    pub open_deliverables: u32,
    /// Whether a claim needs evidence: the priority is high or the plan says so.
    pub needs_evidence: bool,
    /// Whether there is evidence.
    pub has_evidence: bool,
    /// Who claimed completion, and whoever added to the claim since; empty when there is none, or when the program
    /// itself read the claim in.
    pub claimed_by: Vec<i64>,
    /// The extension that waits for a decision.
    pub request: Option<Request>,
}

impl Standing {
    /// Who may not take a step because they asked for what it decides, claimed it or own it; nor may somebody else by
    /// their authority (`Actor::decides_as`).
    #[must_use]
    pub fn barred(&self, step: Step) -> Vec<i64> {
        match step {
            Step::GrantExtension { .. } | Step::RefuseExtension => self.request.into_iter().flat_map(Request::askers).collect(),
            Step::Verify | Step::Return => self.claimed_by.iter().copied().chain(self.owner).collect(),
            _ => Vec::new(),
        }
    }
}
