//! What the pages ask for, done: one folder per noun. A service authorises first, then works in one transaction.
//!
//! No SQL here (that is the store's), no rule (that is the domain's), no wording (that is the catalogue's).

pub mod access;
mod account;
pub mod accounts;
mod administration;
mod author;
mod comments;
mod contacts;
pub mod costs;
mod decisions;
pub mod demo;
pub mod evidence;
mod fields;
pub mod imports;
pub mod life;
mod mail_watch;
mod measures;
mod once;
mod organisations;
pub mod outbox;
pub mod paging;
mod people;
mod people_import;
mod plans;
mod progress;
pub mod reminders;
pub mod reports;
mod settings;
mod trail;
pub mod views;
mod work;

pub use author::{Author, change};
pub use trail::{Exported, audit_text};

use crate::{clock::Clock, config::SsoSettings, files::Files, store::Store};
use std::sync::Arc;
use url::Url;

/// What services need to know of the configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Where people reach this instance; links in mails start with it.
    pub base_url: Url,
    /// Whether this instance only shows the demo plan: people sign in without a mail.
    pub is_demo: bool,
}

/// What every service works with. Cheap to clone; it implements the traits of `app::backend`.
#[derive(Debug, Clone)]
pub struct Services {
    /// The database.
    pub store: Store,
    /// Where files of evidence are kept.
    pub files: Files,
    /// The clock.
    pub clock: Clock,
    /// The configuration.
    pub settings: Arc<Settings>,
    /// Rung when a mail should go out at once.
    pub bell: outbox::Bell,
    /// The single sign-on provider, where there is one.
    pub sso: Option<accounts::Sso>,
}

impl Services {
    /// Services on a database and a place for files, by a clock.
    #[must_use]
    pub fn new(store: Store, files: Files, clock: Clock, settings: Settings) -> Self {
        Self { store, files, clock, settings: Arc::new(settings), bell: outbox::Bell::default(), sso: None }
    }

    /// The same, with a single sign-on provider.
    #[must_use]
    pub fn with_sso(self, settings: Option<SsoSettings>) -> Self {
        let sso = settings.map(|settings| accounts::Sso::new(settings, &self.settings.base_url));
        Self { sso, ..self }
    }
}
