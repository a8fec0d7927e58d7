//! One measure: its commitment, dates, deliverables, updates, extensions and history.

use super::{
    common::{ExtensionView, MeasureRow, OrganisationView, PageInfo, UpdateView},
    decisions::MeasureLife,
    evidence::EvidenceView,
    plan_life::MeasureWording,
};
use chrono::NaiveDate;
use domain::text::{Coded, InLang};
use serde::{Deserialize, Serialize};

/// A recommendation a measure answers, as a link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecommendationLink {
    /// Its id.
    pub id: i64,
    /// Its number.
    pub number: String,
    /// Its text.
    pub text: Option<InLang>,
}

/// What happens next to a measure, and who has to do it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NextAction {
    /// The lead reports: the measure is overdue.
    ReportOverdue,
    /// The lead reports: a deliverable is overdue, if not the measure itself.
    ReportLateDeliverable,
    /// The lead reports: it is due soon.
    ReportDueSoon,
    /// The lead reports: nothing was said this period.
    ReportSilent,
    /// The lead reported; the next period asks again.
    UpToDate,
    /// Somebody verifies the claim.
    Verify,
    /// Somebody decides the extension.
    DecideExtension,
    /// The lead reports again: the claim was returned.
    Returned,
    /// The plan is a draft: the coordinator approves it.
    ApprovePlan,
    /// It came to an end.
    Ended,
}

impl NextAction {
    /// What happens next, from the status and the flags.
    #[must_use]
    pub fn of(row: &MeasureRow, plan: domain::plan::PlanStatus) -> Self {
        match row.status {
            _ if plan == domain::plan::PlanStatus::Draft => Self::ApprovePlan,
            domain::measure::MeasureStatus::CompletedToVerify => Self::Verify,
            status if !status.is_live() => Self::Ended,
            _ if row.flags.overdue => Self::ReportOverdue,
            _ if row.late_deliverables() > 0 => Self::ReportLateDeliverable,
            _ if row.flags.silent && row.flags.due_soon => Self::ReportDueSoon,
            _ if row.flags.silent => Self::ReportSilent,
            _ => Self::UpToDate,
        }
    }

    /// What happens next once decisions are looked at, too: an open request and a returned claim come before the
    /// report that is asked for every period.
    #[must_use]
    pub fn with(self, life: &MeasureLife) -> Self {
        match self {
            Self::ApprovePlan | Self::Verify | Self::Ended => self,
            _ if life.open_request.is_some() => Self::DecideExtension,
            _ if life.is_returned => Self::Returned,
            _ => self,
        }
    }

    /// The key of its wording.
    #[must_use]
    pub fn message_key(self) -> &'static str {
        match self {
            Self::ReportOverdue => "next-report-overdue",
            Self::ReportLateDeliverable => "next-report-late-deliverable",
            Self::ReportDueSoon => "next-report-due-soon",
            Self::ReportSilent => "next-report-silent",
            Self::UpToDate => "next-up-to-date",
            Self::Verify => "next-verify",
            Self::DecideExtension => "next-decide-extension",
            Self::Returned => "next-returned",
            Self::ApprovePlan => "next-approve-plan",
            Self::Ended => "next-ended",
        }
    }
}

/// One measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeasurePage {
    /// What every table shows of it.
    pub row: MeasureRow,
    /// The plan it belongs to.
    pub plan_id: i64,
    /// That plan's title.
    pub plan_title: Option<InLang>,
    /// The recommendations it answers.
    pub recommendations: Vec<RecommendationLink>,
    /// The organisations that support it.
    pub support: Vec<OrganisationView>,
    /// The first day of the work.
    pub start_on: Option<NaiveDate>,
    /// The words of the promised date in the source.
    pub due_text: Option<String>,
    /// Its updates, newest first.
    pub updates: Vec<UpdateView>,
    /// Which page of the updates.
    pub page: PageInfo,
    /// Its extension requests, oldest first.
    pub extensions: Vec<ExtensionView>,
    /// The decisions about it.
    pub life: MeasureLife,
    /// What happens next.
    pub next: NextAction,
    /// What was reworded or added since the approval, and who may go on doing so.
    pub wording: MeasureWording,
    /// What proves it, as far as this person may know.
    pub evidence: Vec<EvidenceView>,
    /// Whether this person may add evidence.
    pub may_add_evidence: bool,
    /// Whether this person may report progress.
    pub may_report: bool,
}

/// The catalogue key of a coded value: `<list>-<code>`, the underscores made hyphens.
pub fn code_key<T: Coded>(list: &str, value: T) -> String {
    format!("{list}-{}", value.code().replace('_', "-"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::testing::measure_row;
    use domain::{measure::MeasureStatus, plan::PlanStatus};

    #[test]
    fn a_late_deliverable_is_what_happens_next_where_the_measure_itself_is_in_time() {
        let mut row = measure_row();
        row.flags.overdue = false;
        assert_eq!(NextAction::of(&row, PlanStatus::Approved), NextAction::UpToDate);
        row.deliverables[0].days_late = 10;
        assert_eq!(NextAction::of(&row, PlanStatus::Approved), NextAction::ReportLateDeliverable);
        assert_eq!(NextAction::of(&row, PlanStatus::Draft), NextAction::ApprovePlan);
        row.flags.overdue = true;
        assert_eq!(NextAction::of(&row, PlanStatus::Approved), NextAction::ReportOverdue);
        row.status = MeasureStatus::CompletedToVerify;
        assert_eq!(NextAction::of(&row, PlanStatus::Approved), NextAction::Verify);
    }
}
