//! All that pages and forms may ask of the program: one trait per noun, implemented by the services of `server`.
//!
//! Every method takes who is asking and refuses first. What one may not know is `NotFound`. Days come from the
//! backend's own clock, so that pages never read one.

mod admin;

pub use admin::{Administration, Mail, Organisations, People, PeopleImports, Settings};

use crate::{
    api::{
        account::{AccountPage, TypedProfile},
        accounts::{Admission, DemoPerson, Redeemed, SignInPage, Standing},
        comments::{CommentPage, MeasureComments},
        contacts::{Answer, AnswerPage, AskForm, MeasureContacts, ProposalPage, WaitingAnswer},
        costs::{CostForm, CostsPage},
        decisions::{About, ExtensionPage, FatePage, VerifyPage},
        editing::{
            MeasureForm, MissingPage, OwnerForm, PlanForm, RecommendationForm, TypedMeasureEdit, TypedOwner, TypedPlanEdit,
            TypedRecommendationEdit,
        },
        evidence::{EvidencePage, WithdrawPage},
        imports::{ImportPreview, TypedPlan, UnfinishedImport},
        log::{LogCheck, LogFilter, LogPage},
        many::OwnPage,
        measures::MeasurePage,
        plans::{PlanFilter, PlanList, PlanPage},
        progress::{ProgressForm, WaitingDraft},
        reporting::Reporting,
        reports::{MeetingReport, OverdueSummary},
        security::{SecurityPage, SetUp, TypedPassword},
        trail::{HistoryEntry, HistoryPage},
        work::WorkPage,
    },
    error::AppError,
    request::FormFailure,
};
use async_trait::async_trait;
use chrono::NaiveDate;
use domain::{
    comments::{TypedComment, TypedReply},
    contacts::TypedAsk,
    costs::TypedCost,
    evidence::TypedEvidence,
    extensions::{TypedExtension, TypedRuling},
    people::{Actor, Way},
    progress::{TypedProgress, TypedRow},
    text::{Email, Lang, Secret},
    trail::RecordKind,
    workflow::{TypedFate, TypedVerification},
};
use std::{collections::BTreeMap, net::IpAddr, sync::Arc};

/// Who is asking, in which language they read, under which request id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caller {
    /// The signed-in person.
    pub actor: Actor,
    /// The language of the page.
    pub lang: Lang,
    /// The id the log and the audit row carry.
    pub request_id: String,
}

/// Somebody at the door: what is known before they say who they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visitor {
    /// The language of the page.
    pub lang: Lang,
    /// The id the log and the audit row carry.
    pub request_id: String,
    /// The network address, where it is known.
    pub address: Option<IpAddr>,
}

/// Getting in. Whoever knocks too often gets `TooMany`; who has an account is never told.
#[async_trait]
pub trait Accounts: Send + Sync {
    /// Which ways in there are.
    async fn sign_in_page(&self) -> Result<SignInPage, AppError>;
    /// Mails a one-time link that goes on to `next` if the address is known; says nothing about whether it is.
    async fn request_link(&self, visitor: &Visitor, email: &Email, next: &str) -> Result<(), AppError>;
    /// Uses up a one-time link to sign in with. Errors with `LinkNotValid`.
    async fn redeem(&self, visitor: &Visitor, token: &str) -> Result<Redeemed, AppError>;
    /// The person of an address and a password. Errors with `SignInRefused`, whatever is wrong, in the same time.
    async fn check_password(&self, visitor: &Visitor, email: &Email, password: &Secret) -> Result<i64, AppError>;
    /// Mails a link to choose a new password with if the address is known; says nothing about whether it is.
    async fn request_reset(&self, visitor: &Visitor, email: &Email) -> Result<(), AppError>;
    /// The least length of a password, for someone whose link to choose one works. Errors with `LinkNotValid`.
    async fn reset_page(&self, token: &str) -> Result<u16, AppError>;
    /// Chooses a new password, which uses up the link and ends all sessions of its person. Errors with `Invalid`
    /// (the link goes on working) or `LinkNotValid`.
    async fn reset_password(&self, visitor: &Visitor, token: &str, typed: &TypedPassword) -> Result<(), AppError>;
    /// Decides about someone who showed who they are: in, or asked for the second factor first. Errors with
    /// `NotSignedIn` for those who may not sign in any more.
    async fn admit(&self, visitor: &Visitor, person: i64, way: Way) -> Result<Admission, AppError>;
    /// Checks the second factor of someone who came this way, and uses the code up. Errors with `Invalid`.
    async fn check_code(&self, visitor: &Visitor, person: i64, way: Way, code: &Secret) -> Result<(), AppError>;
    /// The person of a session with today's roles; `None` once they may not sign in any more.
    async fn standing(&self, person: i64) -> Result<Option<Standing>, AppError>;
    /// The people a demo instance offers; empty on any other.
    async fn demo_people(&self, lang: Lang) -> Result<Vec<DemoPerson>, AppError>;
    /// The id of one of them to sign in as; `NotFound` on any other instance.
    async fn demo_person(&self, person: i64) -> Result<i64, AppError>;
}

/// The caller's own password, second factor and sessions. `session` is the key of the session that asks.
#[async_trait]
pub trait Security: Send + Sync {
    /// What there is, with the sessions that are open.
    async fn page(&self, caller: &Caller, session: Option<&str>) -> Result<SecurityPage, AppError>;
    /// Sets or changes the password and ends all other sessions. Errors with `Invalid`.
    async fn set_password(&self, caller: &Caller, session: Option<&str>, typed: &TypedPassword) -> Result<(), AppError>;
    /// Begins to set a second factor up, with a new secret. Who signed in a while ago gives the password. Errors with
    /// `Conflict` when there is one in use, with `Invalid`.
    async fn start_factor(&self, caller: &Caller, session: Option<&str>, password: &Secret) -> Result<(), AppError>;
    /// The secret to give to an app; `None` when the set-up was not begun.
    async fn set_up(&self, caller: &Caller) -> Result<Option<SetUp>, AppError>;
    /// Ends the set-up with a first code and answers the recovery codes. Errors with `Invalid`.
    async fn confirm_factor(&self, caller: &Caller, code: &Secret) -> Result<Vec<String>, AppError>;
    /// Replaces the recovery codes; a code proves who asks. Errors with `Invalid`.
    async fn renew_codes(&self, caller: &Caller, code: &Secret) -> Result<Vec<String>, AppError>;
    /// Turns the second factor off; a code or the password proves who asks. Errors with `Invalid`, and with
    /// `NotAllowed` where the person must have one.
    async fn remove_factor(&self, caller: &Caller, code: &Secret, password: &Secret) -> Result<(), AppError>;
    /// Ends one of the caller's sessions.
    async fn end_session(&self, caller: &Caller, session: &str) -> Result<(), AppError>;
    /// Ends all of the caller's sessions, this one included.
    async fn end_all_sessions(&self, caller: &Caller) -> Result<(), AppError>;
    /// Takes note that the caller signs out; ending the session is the web's.
    async fn signing_out(&self, caller: &Caller) -> Result<(), AppError>;
}

/// Signing in at the organisation's own provider.
pub trait SingleSignOn: Send + Sync {
    /// Whether this instance has one.
    fn is_offered(&self) -> bool;
    /// What the button says, where the configuration says so.
    fn words(&self, lang: Lang) -> Option<String>;
}

/// Plans.
#[async_trait]
pub trait Plans: Send + Sync {
    /// The plans the caller may see, newest first. Pages count from 1.
    async fn list(&self, caller: &Caller, page: u32) -> Result<PlanList, AppError>;
    /// One plan.
    async fn show(&self, caller: &Caller, plan: i64, filter: &PlanFilter) -> Result<PlanPage, AppError>;
    /// Freezes the baseline of a draft plan.
    async fn approve(&self, caller: &Caller, plan: i64, lock_version: i32) -> Result<(), AppError>;
}

/// Editing a plan: freely while it is a draft, as amendments beside the baseline from its approval on. Forms are
/// `NotAllowed` for those who may see the plan and not edit it; what is typed errors with `Invalid` (every field
/// problem at once) or `Conflict`.
#[async_trait]
pub trait Editing: Send + Sync {
    /// The form of a plan.
    async fn plan_form(&self, caller: &Caller, plan: i64) -> Result<PlanForm, AppError>;
    /// Changes a plan.
    async fn edit_plan(&self, caller: &Caller, plan: i64, lock_version: i32, typed: &TypedPlanEdit) -> Result<(), AppError>;
    /// The form of a recommendation.
    async fn recommendation_form(&self, caller: &Caller, recommendation: i64) -> Result<RecommendationForm, AppError>;
    /// The form of a new one.
    async fn new_recommendation(&self, caller: &Caller, plan: i64) -> Result<RecommendationForm, AppError>;
    /// Adds a recommendation; answers its id.
    async fn add_recommendation(&self, caller: &Caller, plan: i64, typed: &TypedRecommendationEdit) -> Result<i64, AppError>;
    /// Changes a recommendation and the response to it.
    async fn edit_recommendation(
        &self,
        caller: &Caller,
        recommendation: i64,
        lock_version: i32,
        typed: &TypedRecommendationEdit,
    ) -> Result<(), AppError>;
    /// Takes a recommendation out of a draft; answers the plan.
    async fn remove_recommendation(&self, caller: &Caller, recommendation: i64, lock_version: i32) -> Result<i64, AppError>;
    /// The form of a measure.
    async fn measure_form(&self, caller: &Caller, measure: i64) -> Result<MeasureForm, AppError>;
    /// The form of a new one, which answers a recommendation.
    async fn new_measure(&self, caller: &Caller, plan: i64, recommendation: Option<i64>) -> Result<MeasureForm, AppError>;
    /// Adds a measure; answers its id.
    async fn add_measure(&self, caller: &Caller, plan: i64, typed: &TypedMeasureEdit) -> Result<i64, AppError>;
    /// Changes a measure and its deliverables. Promised dates of an approved plan are refused.
    async fn edit_measure(
        &self,
        caller: &Caller,
        measure: i64,
        lock_version: i32,
        typed: &TypedMeasureEdit,
    ) -> Result<(), AppError>;
    /// Takes a measure out of a draft; answers the plan.
    async fn remove_measure(&self, caller: &Caller, measure: i64, lock_version: i32) -> Result<i64, AppError>;
    /// The form that names who carries a measure.
    async fn owner_form(&self, caller: &Caller, measure: i64) -> Result<OwnerForm, AppError>;
    /// Names who carries a measure; `lead` is looked at only where no organisation leads it yet.
    async fn name_owner(
        &self,
        caller: &Caller,
        measure: i64,
        lock_version: i32,
        lead: &str,
        owner: &TypedOwner,
    ) -> Result<(), AppError>;
    /// What is missing in one language.
    async fn missing(&self, caller: &Caller, plan: i64) -> Result<MissingPage, AppError>;
    /// Closes a plan of which every measure has come to an end.
    async fn close(&self, caller: &Caller, plan: i64, lock_version: i32) -> Result<(), AppError>;
}

/// Measures.
#[async_trait]
pub trait Measures: Send + Sync {
    /// One measure, with one page of its updates.
    async fn show(&self, caller: &Caller, measure: i64, page: u32) -> Result<MeasurePage, AppError>;
}

/// Evidence. Files themselves do not pass here: the web layer hands them to the service as they arrive.
#[async_trait]
pub trait Evidence: Send + Sync {
    /// The evidence of a measure: what the caller may know of.
    async fn page(&self, caller: &Caller, measure: i64) -> Result<EvidencePage, AppError>;
    /// Whether the caller may add evidence; asked before a file is even received.
    async fn may_add(&self, caller: &Caller, measure: i64) -> Result<(), AppError>;
    /// Adds a link. Errors with `Invalid` or `Conflict`.
    async fn add_link(&self, caller: &Caller, measure: i64, lock_version: i32, typed: &TypedEvidence) -> Result<(), AppError>;
    /// A piece that the caller may withdraw.
    async fn piece(&self, caller: &Caller, evidence: i64) -> Result<WithdrawPage, AppError>;
    /// Withdraws a piece, for a reason, and answers the id of its measure.
    async fn withdraw(&self, caller: &Caller, evidence: i64, lock_version: i32, reason: &str) -> Result<i64, AppError>;
}

/// Costs of a plan.
#[async_trait]
pub trait Costs: Send + Sync {
    /// The costs of a plan: lines, totals, and what is not in them.
    async fn show(&self, caller: &Caller, plan: i64) -> Result<CostsPage, AppError>;
    /// The form of a new line.
    async fn new_line(&self, caller: &Caller, plan: i64) -> Result<CostForm, AppError>;
    /// The form of a line that is there.
    async fn line(&self, caller: &Caller, cost: i64) -> Result<CostForm, AppError>;
    /// Adds a line. Errors with `Invalid`.
    async fn add(&self, caller: &Caller, plan: i64, typed: &TypedCost) -> Result<(), AppError>;
    /// Corrects a line and answers the id of its plan. Errors with `Invalid` or `Conflict`.
    async fn correct(&self, caller: &Caller, cost: i64, lock_version: i32, typed: &TypedCost) -> Result<i64, AppError>;
    /// Archives a line, for a reason, and answers the id of its plan.
    async fn archive(&self, caller: &Caller, cost: i64, lock_version: i32, reason: &str) -> Result<i64, AppError>;
}

/// Progress updates.
#[async_trait]
pub trait Progress: Send + Sync {
    /// What the form shows; `NotAllowed` for those who may see the measure but not report on it.
    async fn form(&self, caller: &Caller, measure: i64) -> Result<ProgressForm, AppError>;
    /// Records an update. Errors with `Invalid` (every field problem at once) or `Conflict`.
    async fn record(&self, caller: &Caller, measure: i64, lock_version: i32, typed: &TypedProgress) -> Result<(), AppError>;
    /// Keeps the form as it is for the caller alone. Errors with `Conflict` when somebody reported meanwhile.
    async fn save_draft(&self, caller: &Caller, measure: i64, lock_version: i32, typed: &TypedProgress) -> Result<(), AppError>;
    /// Gives the caller's own draft up; nothing happens where there is none.
    async fn discard_draft(&self, caller: &Caller, measure: i64) -> Result<(), AppError>;
    /// The caller's drafts, newest first; those that cannot be sent any more with what was typed.
    async fn drafts(&self, caller: &Caller) -> Result<Vec<WaitingDraft>, AppError>;
    /// Every open measure the caller answers for, by plan.
    async fn own(&self, caller: &Caller, page: u32) -> Result<OwnPage, AppError>;
    /// Records an update for every row something was said in, and says how many. All or nothing: errors with
    /// `Invalid`, the fields named `rows[ID][done]`.
    async fn record_many(&self, caller: &Caller, rows: &BTreeMap<i64, TypedRow>, text_lang: &str) -> Result<usize, AppError>;
    /// Keeps every row something was said in as a draft of its own. Errors with `Conflict` when one of them was reported
    /// on meanwhile; the others are kept all the same.
    async fn save_drafts(&self, caller: &Caller, rows: &BTreeMap<i64, TypedRow>, text_lang: &str) -> Result<(), AppError>;
    /// Who has reported on a plan and who has not; `NotAllowed` for all but its coordinators.
    async fn reporting(&self, caller: &Caller, plan: i64) -> Result<Reporting, AppError>;
}

/// Decisions about a measure. Each form carries the version of the measure; `Conflict` when it changed meanwhile.
#[async_trait]
pub trait Decisions: Send + Sync {
    /// What is said before an extension is asked for; `NotAllowed` for those who may not report on the measure.
    async fn extension_form(&self, caller: &Caller, measure: i64) -> Result<About, AppError>;
    /// Asks for a later date and answers the id of the request.
    async fn request_extension(
        &self,
        caller: &Caller,
        measure: i64,
        lock_version: i32,
        typed: &TypedExtension,
    ) -> Result<i64, AppError>;
    /// An extension request, for whoever may see its measure.
    async fn extension(&self, caller: &Caller, extension: i64) -> Result<ExtensionPage, AppError>;
    /// Grants or refuses it and answers the id of its measure.
    async fn decide_extension(
        &self,
        caller: &Caller,
        extension: i64,
        lock_version: i32,
        typed: &TypedRuling,
    ) -> Result<i64, AppError>;
    /// Takes it back and answers the id of its measure.
    async fn withdraw_extension(&self, caller: &Caller, extension: i64, lock_version: i32) -> Result<i64, AppError>;
    /// What a verifier looks at; everybody who may see the measure may look, but for what is internal.
    async fn verify_form(&self, caller: &Caller, measure: i64) -> Result<VerifyPage, AppError>;
    /// Accepts or returns the claim.
    async fn verify(&self, caller: &Caller, measure: i64, lock_version: i32, typed: &TypedVerification) -> Result<(), AppError>;
    /// What can be decided about the measure; `NotAllowed` for its own leads.
    async fn fate_form(&self, caller: &Caller, measure: i64) -> Result<FatePage, AppError>;
    /// Decides it.
    async fn decide_fate(&self, caller: &Caller, measure: i64, lock_version: i32, typed: &TypedFate) -> Result<(), AppError>;
}

/// Contacts: people without accounts who answer for an organisation.
#[async_trait]
pub trait Contacts: Send + Sync {
    /// The form by which a coordinator asks; `NotAllowed` for everybody else.
    async fn ask_form(&self, caller: &Caller, measure: i64) -> Result<AskForm, AppError>;
    /// Sends a contact one mail with a link for the measure and for each of the others. Errors with `Invalid`.
    async fn ask(&self, caller: &Caller, measure: i64, also: &[i64], typed: &TypedAsk) -> Result<(), AppError>;
    /// The links of a measure; `None` for all but the coordinators of its plan.
    async fn of_measure(&self, caller: &Caller, measure: i64) -> Result<Option<MeasureContacts>, AppError>;
    /// Takes a link back and answers its measure. Errors with `Conflict` when it has come to its end meanwhile.
    async fn revoke(&self, caller: &Caller, link: i64) -> Result<i64, AppError>;
    /// What the link of a token opens; `NotFound` for a token that was never given. Looking uses nothing up.
    async fn open(&self, visitor: &Visitor, token: &str) -> Result<AnswerPage, AppError>;
    /// Takes an answer in, which uses the link up; of two at once one is taken. Errors with `Invalid` (the link goes on
    /// working), `LinkNotValid` or `TooMany`.
    async fn answer(&self, visitor: &Visitor, token: &str, answer: &Answer) -> Result<(), AppError>;
    /// An answer beside the record; `NotFound` for all but the coordinators of the plan.
    async fn proposal(&self, caller: &Caller, proposal: i64) -> Result<ProposalPage, AppError>;
    /// Takes an answer over into the record and answers its measure. Errors with `Invalid` when it does not fit any
    /// more, with `Conflict` when either changed meanwhile.
    async fn publish(&self, caller: &Caller, proposal: i64, lock_version: i32, measure_version: i32) -> Result<i64, AppError>;
    /// Leaves an answer out of the record, with a reason.
    async fn decline(&self, caller: &Caller, proposal: i64, lock_version: i32, reason: &str) -> Result<(), AppError>;
    /// The answers that wait for the caller, oldest first.
    async fn waiting(&self, caller: &Caller) -> Result<Vec<WaitingAnswer>, AppError>;
}

/// Comments on measures. What one may not know of is `NotFound`.
#[async_trait]
pub trait Comments: Send + Sync {
    /// One page of the comments on a measure, the last one unless another is asked for; `None` for readers.
    async fn of_measure(&self, caller: &Caller, measure: i64, page: Option<u32>) -> Result<Option<MeasureComments>, AppError>;
    /// One comment by itself.
    async fn show(&self, caller: &Caller, comment: i64) -> Result<CommentPage, AppError>;
    /// Adds a comment. Errors with `Invalid`.
    async fn add(&self, caller: &Caller, measure: i64, typed: &TypedComment) -> Result<(), AppError>;
    /// Answers what a comment proposes and answers the id of its measure. Errors with `Invalid` or `Conflict`.
    async fn answer(&self, caller: &Caller, comment: i64, lock_version: i32, typed: &TypedReply) -> Result<i64, AppError>;
    /// Withdraws a comment, for a reason, and answers the id of its measure. Errors with `Invalid` or `Conflict`.
    async fn withdraw(&self, caller: &Caller, comment: i64, lock_version: i32, reason: &str) -> Result<i64, AppError>;
}

/// My work.
#[async_trait]
pub trait Work: Send + Sync {
    /// What is asked of the caller, most urgent first.
    async fn show(&self, caller: &Caller, page: u32) -> Result<WorkPage, AppError>;
    /// Whether there may be measures to report on: the person leads, owns one that goes on, or is somebody's deputy.
    async fn may_report(&self, caller: &Caller) -> Result<bool, AppError>;
}

/// Imports.
#[async_trait]
pub trait Imports: Send + Sync {
    /// Previews the caller left unfinished, newest first, at most 20; `NotFound` for those who may not import.
    async fn unfinished(&self, caller: &Caller) -> Result<Vec<UnfinishedImport>, AppError>;
    /// Reads a source and keeps the preview; answers its id. Errors with `Import`.
    async fn start(&self, caller: &Caller, bytes: &[u8], file_name: Option<&str>) -> Result<i64, AppError>;
    /// A preview of the caller's own.
    async fn preview(&self, caller: &Caller, import: i64) -> Result<ImportPreview, AppError>;
    /// Keeps the corrections without committing; nothing typed is refused, doubtful dates are kept as typed.
    async fn correct(&self, caller: &Caller, import: i64, lock_version: i32, typed: &TypedPlan) -> Result<(), AppError>;
    /// Writes the plan as a draft, all or nothing, and answers its id. Errors with `Invalid`: fields are named
    /// `title`, `measures[3][due]` and so on.
    async fn commit(&self, caller: &Caller, import: i64, lock_version: i32, typed: &TypedPlan) -> Result<i64, AppError>;
}

/// Reports.
#[async_trait]
pub trait Reports: Send + Sync {
    /// The status report of a plan; without a date, for its next meeting from today (else today).
    async fn meeting(&self, caller: &Caller, plan: i64, date: Option<NaiveDate>) -> Result<MeetingReport, AppError>;
    /// The overdue summary of one plan, or of all the caller may see.
    async fn overdue(&self, caller: &Caller, plan: Option<i64>, date: Option<NaiveDate>) -> Result<OverdueSummary, AppError>;
}

/// The audit trail.
#[async_trait]
pub trait Trail: Send + Sync {
    /// One page of what happened to a record, newest first; a plan's holds its recommendations and responses. Errors
    /// with `NotFound` for those who may not see the record.
    async fn history(&self, caller: &Caller, record: RecordKind, id: i64, page: u32) -> Result<HistoryPage, AppError>;
    /// The same for all the evidence of a measure that the caller may know of.
    async fn evidence_history(&self, caller: &Caller, measure: i64, page: u32) -> Result<HistoryPage, AppError>;
    /// What happened lately, newest first, to the record that a form which met a conflict was about
    /// (`api::behind::FORMS`).
    async fn behind(&self, caller: &Caller, failed: &FormFailure) -> Result<Vec<HistoryEntry>, AppError>;
}

/// The log of every change. `NotFound` for those who may not read it.
#[async_trait]
pub trait Log: Send + Sync {
    /// One page of it, newest first.
    async fn show(&self, caller: &Caller, filter: &LogFilter, page: u32) -> Result<LogPage, AppError>;
    /// Whether its chain holds, from the first row to the last.
    async fn check(&self, caller: &Caller) -> Result<LogCheck, AppError>;
}

/// The caller's own account.
#[async_trait]
pub trait Account: Send + Sync {
    /// What there is to see and change.
    async fn show(&self, caller: &Caller) -> Result<AccountPage, AppError>;
    /// Changes the profile. Errors with `Invalid` or `Conflict`, as all changes here do.
    async fn change(&self, caller: &Caller, lock_version: i32, typed: &TypedProfile) -> Result<(), AppError>;
    /// Names a deputy of the own organisation, or nobody.
    async fn name_deputy(&self, caller: &Caller, lock_version: i32, deputy: &str) -> Result<(), AppError>;
    /// Adds days on which the caller is away.
    async fn add_absence(&self, caller: &Caller, lock_version: i32, starts_on: &str, ends_on: &str) -> Result<(), AppError>;
    /// Cancels an absence.
    async fn cancel_absence(&self, caller: &Caller, lock_version: i32, absence: i64) -> Result<(), AppError>;
}

/// Everything together, as pages find it in their context.
#[derive(Clone)]
pub struct Backend {
    /// Getting in.
    pub accounts: Arc<dyn Accounts>,
    /// The caller's own password, second factor and sessions.
    pub security: Arc<dyn Security>,
    /// Plans.
    pub plans: Arc<dyn Plans>,
    /// Editing plans.
    pub editing: Arc<dyn Editing>,
    /// Measures.
    pub measures: Arc<dyn Measures>,
    /// Evidence.
    pub evidence: Arc<dyn Evidence>,
    /// Costs of a plan.
    pub costs: Arc<dyn Costs>,
    /// Progress updates.
    pub progress: Arc<dyn Progress>,
    /// Decisions about a measure.
    pub decisions: Arc<dyn Decisions>,
    /// Contacts without accounts.
    pub contacts: Arc<dyn Contacts>,
    /// Comments on measures.
    pub comments: Arc<dyn Comments>,
    /// My work.
    pub work: Arc<dyn Work>,
    /// Imports.
    pub imports: Arc<dyn Imports>,
    /// Signing in at the organisation's own provider.
    pub sso: Arc<dyn SingleSignOn>,
    /// Reports.
    pub reports: Arc<dyn Reports>,
    /// The audit trail.
    pub trail: Arc<dyn Trail>,
    /// The index of administration.
    pub administration: Arc<dyn Administration>,
    /// Organisations.
    pub organisations: Arc<dyn Organisations>,
    /// People.
    pub people: Arc<dyn People>,
    /// Many people at once.
    pub people_imports: Arc<dyn PeopleImports>,
    /// The settings of the instance.
    pub settings: Arc<dyn Settings>,
    /// The outbox.
    pub mail: Arc<dyn Mail>,
    /// The caller's own account.
    pub account: Arc<dyn Account>,
    /// The log of every change.
    pub log: Arc<dyn Log>,
}
