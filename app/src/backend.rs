//! All that pages and forms may ask of the program: one trait per noun, implemented by the services of `server`.
//!
//! Every method takes who is asking and refuses first. What one may not know is `NotFound`. Days come from the
//! backend's own clock, so that pages never read one.

mod admin;

pub use admin::{Administration, Mail, Organisations, People, PeopleImports, Settings};

use crate::{
    api::{
        accounts::{Admission, DemoPerson, Redeemed, SignInPage, Standing},
        costs::{CostForm, CostsPage},
        evidence::{EvidencePage, WithdrawPage},
        imports::{ImportPreview, TypedPlan, UnfinishedImport},
        log::{LogCheck, LogFilter, LogPage},
        measures::MeasurePage,
        plans::{PlanFilter, PlanList, PlanPage},
        progress::ProgressForm,
        reports::{MeetingReport, OverdueSummary},
        security::{SecurityPage, SetUp, TypedPassword},
        trail::HistoryPage,
        work::WorkPage,
    },
    error::AppError,
};
use async_trait::async_trait;
use chrono::NaiveDate;
use domain::{
    costs::TypedCost,
    evidence::TypedEvidence,
    people::{Actor, Way},
    progress::TypedProgress,
    text::{Email, Lang, Secret},
    trail::RecordKind,
};
use std::{net::IpAddr, sync::Arc};

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
    async fn demo_people(&self) -> Result<Vec<DemoPerson>, AppError>;
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
    /// Begins to set a second factor up, with a new secret. Errors with `Conflict` when there is one in use.
    async fn start_factor(&self, caller: &Caller) -> Result<(), AppError>;
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
}

/// My work.
#[async_trait]
pub trait Work: Send + Sync {
    /// What is asked of the caller, most urgent first.
    async fn show(&self, caller: &Caller, page: u32) -> Result<WorkPage, AppError>;
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
}

/// The log of every change. `NotFound` for those who may not read it.
#[async_trait]
pub trait Log: Send + Sync {
    /// One page of it, newest first.
    async fn show(&self, caller: &Caller, filter: &LogFilter, page: u32) -> Result<LogPage, AppError>;
    /// Whether its chain holds, from the first row to the last.
    async fn check(&self, caller: &Caller) -> Result<LogCheck, AppError>;
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
    /// Measures.
    pub measures: Arc<dyn Measures>,
    /// Evidence.
    pub evidence: Arc<dyn Evidence>,
    /// Costs of a plan.
    pub costs: Arc<dyn Costs>,
    /// Progress updates.
    pub progress: Arc<dyn Progress>,
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
    /// The log of every change.
    pub log: Arc<dyn Log>,
}
