//! My work: what is asked of the person who is signed in, most urgent first.

use super::common::{MeasureRow, PageInfo};
use chrono::NaiveDate;
use domain::{reminders::Urgency, text::InLang};
use serde::{Deserialize, Serialize};

/// What is asked. The catalogue words it (`asked-<code>`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Asked {
    /// A lead reports progress.
    ReportProgress,
    /// A lead reports again: the claim was returned.
    ClaimReturned,
    /// An executive or a coordinator decides an extension.
    DecideExtension,
    /// An executive or a coordinator answers a decision that somebody proposes.
    AnswerProposal,
    /// A coordinator verifies a completion claim.
    VerifyClaim,
    /// A coordinator finds out from an organisation in which nobody has an account.
    AskOrganisation,
    /// A coordinator names an owner.
    NameOwner,
}

/// One thing that is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkItem {
    /// What.
    pub asked: Asked,
    /// How urgent.
    pub urgency: Urgency,
    /// About which measure.
    pub measure: MeasureRow,
    /// The extension request to decide.
    pub extension: Option<i64>,
    /// The comment whose proposal is to be answered.
    pub comment: Option<i64>,
    /// Of which plan.
    pub plan_id: i64,
    /// That plan's title.
    pub plan_title: Option<InLang>,
    /// For whom it is done, when it is a deputy who is asked.
    pub for_whom: Option<String>,
}

/// A draft plan that waits for its approval.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftPlan {
    /// Its id.
    pub id: i64,
    /// Its title.
    pub title: Option<InLang>,
}

/// The page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkPage {
    /// The person's name.
    pub name: String,
    /// The day it is computed for.
    pub today: NaiveDate,
    /// This page of what is asked, most urgent first.
    pub items: Vec<WorkItem>,
    /// Which page.
    pub page: PageInfo,
    /// How many of all items are overdue.
    pub overdue: u64,
    /// Draft plans to approve (coordinators only).
    pub drafts: Vec<DraftPlan>,
    /// Measures of this person that ask for nothing now.
    pub quiet: u64,
    /// Whether this person leads measures (a lead with nothing to do is told so).
    pub is_lead: bool,
    /// Whether to offer the import.
    pub may_import: bool,
    /// Whether this person reads the overdue summary first (executives).
    pub is_executive: bool,
}
