//! The status report of a meeting and the overdue summary. The same structs are the JSON of `suivi report`.

use super::{
    common::{ExtensionView, MeasureRow, OrganisationView, RecommendationView, ResponseView, UpdateView},
    costs::CostTables,
};
use chrono::NaiveDate;
use domain::{
    comments::ProposedDecision,
    meetings::DecisionKind,
    reports::{Ageing, ExecutiveAsked, Picture, Section},
    text::{InLang, Lang},
};
use serde::{Deserialize, Serialize};

/// A measure in a table of the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportRow {
    /// What every table shows of it.
    pub measure: MeasureRow,
    /// The numbers of the recommendations it answers.
    pub recommendations: Vec<String>,
    /// The last update up to the cut-off.
    pub last: Option<UpdateView>,
    /// The day it came to an end.
    pub ended_on: Option<NaiveDate>,
    /// The extension asked for and not yet decided.
    pub request: Option<ExtensionView>,
}

/// A decision that somebody proposes and that nobody has answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposedRow {
    /// The measure.
    pub measure: MeasureRow,
    /// The id of the comment that proposes it.
    pub comment: i64,
    /// Which.
    pub decision: ProposedDecision,
    /// Who proposes it.
    pub by: String,
    /// Since when.
    pub on: NaiveDate,
    /// Why; `None` when the comment was withdrawn since.
    pub text: Option<InLang>,
}

/// One of the tables A to E.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportSection {
    /// Which one.
    pub section: Section,
    /// Its measures, most late first, then by due date.
    pub rows: Vec<ReportRow>,
}

/// A meeting, as a report names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingView {
    /// Its id.
    pub id: i64,
    /// Its day.
    pub held_on: NaiveDate,
    /// Its name.
    pub name: Option<InLang>,
    /// Where it is held.
    pub place: Option<InLang>,
}

/// An earlier decision and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionView {
    /// What was decided.
    pub kind: DecisionKind,
    /// The words.
    pub text: Option<InLang>,
    /// The meeting's day.
    pub decided_on: NaiveDate,
    /// The measure it is about, by label.
    pub measure: Option<String>,
    /// When it has to be done.
    pub due_on: Option<NaiveDate>,
    /// When it was done.
    pub done_on: Option<NaiveDate>,
}

/// The counts of one organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationPicture {
    /// Which; `None` counts what nobody leads.
    pub organisation: Option<OrganisationView>,
    /// Its counts.
    pub picture: Picture,
}

/// The status report for one meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingReport {
    /// The plan.
    pub plan_id: i64,
    /// Its title.
    pub title: Option<InLang>,
    /// The language it is made in.
    pub lang: Lang,
    /// The meeting of that day, where one is recorded.
    pub meeting: Option<MeetingView>,
    /// The day up to which everything is counted.
    pub cut_off: NaiveDate,
    /// The meeting before.
    pub since: Option<NaiveDate>,
    /// The meeting after: table E looks as far as this, or 90 days where none is recorded.
    pub next: NaiveDate,
    /// The reporting period, `2018-Q1`.
    pub period: String,
    /// The counts at the cut-off.
    pub picture: Picture,
    /// The counts at the meeting before.
    pub before: Option<Picture>,
    /// The counts of each organisation, most overdue first.
    pub by_organisation: Vec<OrganisationPicture>,
    /// The counts of each recommendation: number, counts.
    pub by_recommendation: Vec<(String, Picture)>,
    /// The decisions that are asked of the meeting: extensions to decide.
    pub extensions_to_decide: Vec<ReportRow>,
    /// The decisions that are asked of the meeting: claims to verify.
    pub claims_to_verify: Vec<ReportRow>,
    /// The decisions that are proposed; `None` for readers, who do not know of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposed_decisions: Option<Vec<ProposedRow>>,
    /// The tables A to E, every one present.
    pub sections: Vec<ReportSection>,
    /// The dates moved since the meeting before: measure label and the extension.
    pub moved: Vec<(String, ExtensionView)>,
    /// The organisations with an open measure and no update in the period.
    pub silent: Vec<OrganisationView>,
    /// The response to the report as a whole.
    pub global_response: Option<ResponseView>,
    /// Every recommendation with its response and measures.
    pub recommendations: Vec<RecommendationView>,
    /// The costs on record at the cut-off.
    #[serde(default)]
    pub costs: CostTables,
    /// Decisions of earlier meetings, open ones first.
    pub decisions: Vec<DecisionView>,
    /// How many texts are shown in the other language because this one is missing.
    pub texts_in_other_language: u32,
}

/// Overdue out of due at the end of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrendPoint {
    /// The day counted.
    pub on: NaiveDate,
    /// Measures whose current date had passed.
    pub due: u32,
    /// Of those, still owed.
    pub overdue: u32,
}

/// One of the worst measures, with what is asked of the executive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorstItem {
    /// The measure.
    pub measure: MeasureRow,
    /// Its plan.
    pub plan_id: i64,
    /// That plan's title.
    pub plan_title: Option<InLang>,
    /// What is asked, `executive-asked-<code>` in the catalogue.
    pub asked: ExecutiveAsked,
    /// What the lead says is in the way.
    pub obstacles: Option<InLang>,
}

/// The overdue summary: one page for senior management.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OverdueSummary {
    /// The language it is made in.
    pub lang: Lang,
    /// The day counted.
    pub cut_off: NaiveDate,
    /// The plans counted: id and title.
    pub plans: Vec<(i64, Option<InLang>)>,
    /// The counts.
    pub picture: Picture,
    /// The last four periods, oldest first, and today.
    pub trend: Vec<TrendPoint>,
    /// The counts of each organisation, most overdue first.
    pub by_organisation: Vec<OrganisationPicture>,
    /// Overdue measures by days past the original date.
    pub ageing: Ageing,
    /// Every overdue measure, the worst first; the page shows [`OverdueSummary::worst`].
    pub overdue: Vec<WorstItem>,
    /// Live measures without a date.
    pub undated: Vec<MeasureRow>,
    /// Live measures without an owner.
    pub unowned: Vec<MeasureRow>,
    /// How many recommendations have no response of their own and no global one.
    pub without_response: u32,
    /// Measures verified and closed since the period before.
    pub closed_since: Vec<MeasureRow>,
}

/// How many of the worst measures fit on the one page.
const WORST: usize = 10;

impl OverdueSummary {
    /// The measures that the page names.
    #[must_use]
    pub fn worst(&self) -> &[WorstItem] {
        self.overdue.get(..WORST).unwrap_or(&self.overdue)
    }
}
