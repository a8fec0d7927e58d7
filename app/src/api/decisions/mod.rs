//! Decisions about a measure: what their pages show, and the part they play on the page of the measure.

mod forms;

pub use forms::{
    AskExtension, DecideExtension, DecideFate, VerifyClaim, WithdrawExtension, ask_extension, decide_extension, decide_fate,
    verify_claim, withdraw_extension,
};

use super::{
    comments::CommentView,
    common::{ExtensionView, MeasureRow, OrganisationView, UpdateView},
    evidence::EvidenceView,
};
use chrono::NaiveDate;
use domain::{
    problem::ProblemCode,
    text::InLang,
    workflow::{DispositionKind, VerificationOutcome},
};
use serde::{Deserialize, Serialize};

/// How a completion claim was answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerificationView {
    /// Accepted or returned.
    pub outcome: VerificationOutcome,
    /// What was looked at, or what is missing.
    pub notes: Option<InLang>,
    /// Who verified.
    pub verifier: String,
    /// The day.
    pub decided_on: NaiveDate,
}

/// A measure that a decision about another one names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeasureLink {
    /// Its id.
    pub id: i64,
    /// Its label.
    pub label: String,
    /// What was promised.
    pub text: Option<InLang>,
}

/// The other measure of a supersession, seen from the one whose page it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Other {
    /// No other measure plays a part.
    None,
    /// It takes the place of this one; `None` when the reader may not know it.
    Successor(Option<MeasureLink>),
    /// This one takes its place; `None` when the reader may not know it.
    Predecessor(Option<MeasureLink>),
}

/// A decision that ended a measure, one of its deliverables, or gave it into other hands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DispositionView {
    /// What was decided.
    pub kind: DispositionKind,
    /// Why.
    pub reason: Option<InLang>,
    /// Who decided, or recorded what a meeting decided.
    pub decided_by: String,
    /// The day.
    pub decided_on: NaiveDate,
    /// The meeting that decided.
    pub meeting: Option<InLang>,
    /// The deliverable it is about, where it is not about the whole measure.
    pub deliverable: Option<InLang>,
    /// Whether it is about a deliverable.
    pub is_of_deliverable: bool,
    /// The other measure.
    pub other: Other,
    /// The organisation that led it before.
    pub from: Option<OrganisationView>,
    /// The organisation that leads it now.
    pub to: Option<OrganisationView>,
}

/// What a person may do about a measure, besides reporting.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Possible {
    /// Ask for a later date.
    pub ask_extension: bool,
    /// Decide the extension that waits.
    pub decide_extension: bool,
    /// Verify the claim that waits.
    pub verify: bool,
    /// Drop, replace or hand over.
    pub decide_fate: bool,
}

/// The decisions about a measure, as its page shows them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeasureLife {
    /// The answers to its claims, oldest first.
    pub verifications: Vec<VerificationView>,
    /// The decisions of rule 6, oldest first.
    pub dispositions: Vec<DispositionView>,
    /// The days of all its updates, oldest first.
    pub reported_on: Vec<NaiveDate>,
    /// The day it was reported as completed, where that claim stands.
    pub claimed_on: Option<NaiveDate>,
    /// The day it came to an end.
    pub ended_on: Option<NaiveDate>,
    /// The extension that waits for a decision.
    pub open_request: Option<i64>,
    /// Whether its claim was returned and nothing was reported since.
    pub is_returned: bool,
    /// What a completion claim still needs.
    pub missing: Vec<ProblemCode>,
    /// What this person may do.
    pub may: Possible,
}

/// What every page of a decision says of its measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// The measure.
    pub measure: MeasureRow,
    /// Its plan.
    pub plan_id: i64,
    /// That plan's title.
    pub plan_title: Option<InLang>,
    /// Its extension requests, oldest first.
    pub extensions: Vec<ExtensionView>,
    /// What was said last.
    pub last: Option<UpdateView>,
    /// Guards against deciding on what changed meanwhile.
    pub lock_version: i32,
    /// Why there is nothing to decide here now.
    pub blocked: Option<ProblemCode>,
}

/// A meeting that may have decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingChoice {
    /// Its id.
    pub id: i64,
    /// Its day.
    pub held_on: NaiveDate,
    /// Its name.
    pub name: Option<InLang>,
}

/// The page of an extension request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExtensionPage {
    /// The measure.
    pub about: About,
    /// The request.
    pub request: ExtensionView,
    /// Whether this person may decide it.
    pub may_decide: bool,
    /// Whether this person asked, or somebody did in their place, so that they may take it back.
    pub is_requester: bool,
    /// Whether this person asked, or decides only by the authority of who did, and so records only what a meeting did.
    pub only_a_meeting_decides: bool,
    /// The meetings that may have decided, latest first.
    pub meetings: Vec<MeetingChoice>,
}

/// The page on which a claim is verified.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerifyPage {
    /// The measure.
    pub about: About,
    /// What is claimed; `None` where the measure came with the claim.
    pub claim: Option<UpdateView>,
    /// Its evidence that counts and that this person may know of, newest first.
    pub evidence: Vec<EvidenceView>,
    /// Whether this person verifies in this plan.
    pub may_verify: bool,
    /// The coordinators who may verify this claim: none of those who made it, and not its owner.
    pub verifiers: Vec<String>,
    /// What the claim lacks: it can only be returned.
    pub missing: Vec<ProblemCode>,
    /// Earlier answers, oldest first.
    pub verifications: Vec<VerificationView>,
}

/// A measure that may take the place of another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SuccessorChoice {
    /// The measure.
    pub link: MeasureLink,
    /// Its plan, where it is another one.
    pub plan: Option<InLang>,
}

/// The page on which the fate of a measure is decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FatePage {
    /// The measure.
    pub about: About,
    /// The measures that may take its place, those of its plan first.
    pub successors: Vec<SuccessorChoice>,
    /// The organisations that may take it over.
    pub organisations: Vec<OrganisationView>,
    /// The meetings that may have decided, latest first.
    pub meetings: Vec<MeetingChoice>,
    /// What is proposed about it and waits for an answer, oldest first.
    pub proposals: Vec<CommentView>,
}
