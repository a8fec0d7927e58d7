//! The life of a plan as pages show it: how it came to where it stands, and what changed since it was approved.

use super::trail::FieldChange;
use chrono::NaiveDate;
use domain::{
    plan::{BaselineEntity, PlanStatus},
    text::Bilingual,
};
use serde::{Deserialize, Serialize};

/// One step of a plan's life.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LifeStep {
    /// Where it stood from then on.
    pub status: PlanStatus,
    /// Since when.
    pub on: NaiveDate,
    /// By whom; `None` for the program itself.
    pub by: Option<String>,
}

/// Something that is not as it was approved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amended {
    /// What it is.
    pub of: BaselineEntity,
    /// The number or label people call it by; empty for the plan itself.
    pub label: String,
    /// Where it is shown.
    pub href: String,
    /// The words as they were approved; `None` for what was added afterwards.
    pub approved: Option<Bilingual>,
    /// The words of today.
    pub today: Bilingual,
    /// What else is not as it was approved: a number, a priority, who supports it.
    pub changes: Vec<FieldChange>,
}

/// A measure that goes on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenMeasure {
    /// Its id.
    pub id: i64,
    /// Its label.
    pub label: String,
}

/// What the page of a plan shows of its life.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanLife {
    /// How it came to where it stands, oldest first.
    pub steps: Vec<LifeStep>,
    /// What is not as it was approved, in the order of the plan.
    pub amended: Vec<Amended>,
    /// How many texts have no English.
    pub missing_en: u32,
    /// How many texts have no French.
    pub missing_fr: u32,
    /// Whether to offer the forms.
    pub may_edit: bool,
    /// Whether to offer to close it.
    pub may_close: bool,
    /// The measures that go on.
    pub open: Vec<OpenMeasure>,
}

/// What the page of a measure shows of its wording.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeasureWording {
    /// When the plan was approved; `None` for a draft.
    pub approved_on: Option<NaiveDate>,
    /// What is not as it was approved: the measure, then its deliverables.
    pub amended: Vec<Amended>,
    /// Whether to offer the form.
    pub may_edit: bool,
    /// Whether to offer to name the owner.
    pub may_name_owner: bool,
}
