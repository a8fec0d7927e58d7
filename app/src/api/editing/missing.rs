//! What of a plan is missing in one language.

use super::PlanHead;
use domain::{
    plan::BaselineEntity,
    text::{Coded, Lang},
};
use serde::{Deserialize, Serialize};

/// What kind of record lacks a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum MissingOf {
    /// Something the baseline is frozen of.
    Plan(BaselineEntity),
    /// A line of the costs.
    Cost,
}

impl MissingOf {
    /// The middle of its keys in the catalogue.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Plan(entity) => entity.code(),
            Self::Cost => "cost",
        }
    }
}

/// A text that exists in one language only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissingText {
    /// What kind of record it belongs to.
    pub of: MissingOf,
    /// The number or label people call that record by; empty for the plan itself and for its costs.
    pub label: String,
    /// The field, `field-<name>` in the catalogue without its language.
    pub field: String,
    /// The language that is missing.
    pub lang: Lang,
    /// The words in the other language.
    pub words: String,
    /// The field of the form in which it is added.
    pub href: String,
}

/// Everything of a plan that is missing in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissingPage {
    /// The plan.
    pub plan: PlanHead,
    /// What is missing, in the order of the plan.
    pub texts: Vec<MissingText>,
    /// Whether to offer the forms.
    pub may_edit: bool,
    /// Whether to offer the forms of the costs.
    pub may_record_costs: bool,
}
