//! All that pages and forms may ask of the program: one trait per noun, implemented by the services of `server`.
//!
//! Every method takes who is asking and refuses first. What one may not know is `NotFound`. Days come from the
//! backend's own clock, so that pages never read one.

mod admin;

pub use admin::{Administration, Mail, Organisations, People, PeopleImports, Settings};

use crate::{
    api::{
        accounts::{Admission, DemoPerson, Redeemed, SignInPage, Standing},
        decisions::{About, ExtensionPage, FatePage, VerifyPage},
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
    extensions::{TypedExtension, TypedRuling},
    people::{Actor, Way},
    progress::TypedProgress,
    text::{Email, Lang, Secret},
    trail::RecordKind,
    workflow::{TypedFate, TypedVerification},
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

/// Progress updates.
#[async_trait]
pub trait Progress: Send + Sync {
    /// What the form shows; `NotAllowed` for those who may see the measure but not report on it.
    async fn form(&self, caller: &Caller, measure: i64) -> Result<ProgressForm, AppError>;
    /// Records an update. Errors with `Invalid` (every field problem at once) or `Conflict`.
    async fn record(&self, caller: &Caller, measure: i64, lock_version: i32, typed: &TypedProgress) -> Result<(), AppError>;
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
    /// Progress updates.
    pub progress: Arc<dyn Progress>,
    /// Decisions about a measure.
    pub decisions: Arc<dyn Decisions>,
    /// My work.
    pub work: Arc<dyn Work>,
    /// Imports.
    pub imports: Arc<dyn Imports>,
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
