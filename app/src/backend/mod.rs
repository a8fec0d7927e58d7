//! All that pages and forms may ask of the program: one trait per noun, implemented by the services of `server`.
//!
//! Every method takes who is asking and refuses first. What one may not know is `NotFound`. Days come from the
//! backend's own clock, so that pages never read one.

mod admin;
mod entry;
mod measures;
mod plans;
mod trail;
mod voices;

pub use admin::{Administration, Mail, Organisations, People, PeopleImports, Settings};
pub use entry::{Account, Accounts, Security, SingleSignOn};
pub use measures::{Decisions, Evidence, Measures, Progress, Work};
pub use plans::{Costs, Editing, Imports, Plans, Reports};
pub use trail::{Log, Trail};
pub use voices::{Comments, Contacts};

use domain::{people::Actor, text::Lang};
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
