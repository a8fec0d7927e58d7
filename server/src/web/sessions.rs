//! The browser's session: a random id in a cookie, everything else in the database.

use super::failures::Failures;
use crate::{
    services::accounts::Attempt,
    store::sessions::{AGENT, PENDING, PERSON, Sessions, key_of},
};
use app::{
    error::AppError,
    request::{FormFailure, Pending, SessionHandle},
};
use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use domain::settings::SignInRules;
use serde::{Deserialize, Serialize};
use tower_sessions::{
    Expiry, Session, SessionManagerLayer,
    cookie::{SameSite, time::Duration},
};

/// Under this key a session keeps the forms that failed.
const FAILURES: &str = "failures";
/// How long somebody may take over the second factor.
const PENDING_LIVES: TimeDelta = TimeDelta::minutes(10);
/// Under this key a session keeps its attempt to sign in elsewhere.
const ATTEMPT: &str = "sso";
/// Under this key a session remembers that the provider let the person in, and so answers for the second factor.
const BY_PROVIDER: &str = "by_provider";

/// Who owes the second factor, since when.
#[derive(Debug, Serialize, Deserialize)]
struct KeptPending {
    pending: Pending,
    since: DateTime<Utc>,
}

/// The cookie lives as long as a session may at most; when a session ends is the store's to say.
pub(super) fn layer(sessions: Sessions, secure: bool) -> SessionManagerLayer<Sessions> {
    SessionManagerLayer::new(sessions)
        // Under this prefix no other host of the domain can plant one.
        .with_name(if secure { "__Host-suivi" } else { "suivi" })
        .with_http_only(true)
        .with_same_site(SameSite::Lax)
        .with_secure(secure)
        .with_expiry(Expiry::OnInactivity(Duration::hours(i64::from(*SignInRules::ABSOLUTE_HOURS.end()))))
}

/// The session of one request.
#[derive(Clone)]
pub(super) struct BrowserSession {
    session: Session,
    /// What the browser says of itself.
    agent: Option<String>,
    /// The moment of the request.
    now: DateTime<Utc>,
}

impl BrowserSession {
    pub(super) fn new(session: Session, agent: Option<&str>, now: DateTime<Utc>) -> Self {
        Self { session, agent: agent.map(|agent| agent.chars().take(300).collect()), now }
    }

    /// The person signed in.
    pub(super) async fn person(&self) -> Result<Option<i64>, AppError> {
        self.session.get(PERSON).await.map_err(broken)
    }

    /// Keeps a failed form for its page. What it holds was chosen by `forms`.
    pub(super) async fn keep_failure(&self, page: &str, failure: FormFailure) -> Result<(), AppError> {
        let (mut failures, person) = (self.failures().await?, self.person().await?);
        failures.keep(page, person, self.now, failure);
        self.put(failures).await
    }

    /// The failed form of this page.
    pub(super) async fn failure(&self, page: &str) -> Result<Option<FormFailure>, AppError> {
        Ok(self.failures().await?.of(page, self.person().await?, self.now).cloned())
    }

    /// Forgets the failed form that was now sent well.
    pub(super) async fn sent_well(&self, action: &str, page: Option<&str>, fields: &[(String, String)]) -> Result<(), AppError> {
        let mut failures = self.failures().await?;
        if failures.sent(action, page, fields) { self.put(failures).await } else { Ok(()) }
    }

    /// Forgets the failed form of a page, whose person starts afresh.
    pub(super) async fn discard(&self, page: &str) -> Result<(), AppError> {
        let mut failures = self.failures().await?;
        if failures.discard(page) { self.put(failures).await } else { Ok(()) }
    }

    async fn failures(&self) -> Result<Failures, AppError> {
        Ok(self.session.get::<Failures>(FAILURES).await.map_err(broken)?.unwrap_or_default())
    }

    async fn put(&self, failures: Failures) -> Result<(), AppError> {
        match failures.is_empty() {
            true => self.session.remove_value(FAILURES).await.map(|_| ()).map_err(broken),
            false => self.session.insert(FAILURES, failures).await.map_err(broken),
        }
    }

    /// A fresh id, so that one planted before is worth nothing, with what is known of the browser.
    async fn renew(&self) -> Result<(), AppError> {
        self.session.cycle_id().await.map_err(broken)?;
        match &self.agent {
            Some(agent) => self.session.insert(AGENT, agent).await.map_err(broken),
            None => Ok(()),
        }
    }

    /// Keeps an attempt to sign in elsewhere; a newer one takes its place.
    pub(super) async fn keep_attempt(&self, attempt: &Attempt) -> Result<(), AppError> {
        self.session.insert(ATTEMPT, attempt).await.map_err(broken)
    }

    /// The attempt to sign in elsewhere, once.
    pub(super) async fn take_attempt(&self) -> Result<Option<Attempt>, AppError> {
        self.session.remove(ATTEMPT).await.map_err(broken)
    }

    /// Remembers that the provider let the person in.
    pub(super) async fn vouched_for(&self) -> Result<(), AppError> {
        self.session.insert(BY_PROVIDER, true).await.map_err(broken)
    }

    /// Whether the provider let the person in, and answers for the second factor.
    pub(super) async fn is_vouched_for(&self) -> Result<bool, AppError> {
        Ok(self.session.get(BY_PROVIDER).await.map_err(broken)?.unwrap_or(false))
    }
}

fn broken(error: tower_sessions::session::Error) -> AppError {
    tracing::error!(%error, "the session could not be read or written");
    AppError::Internal
}

#[async_trait]
impl SessionHandle for BrowserSession {
    async fn begin(&self, person: i64) -> Result<(), AppError> {
        self.renew().await?;
        self.session.remove_value(PENDING).await.map_err(broken)?;
        self.session.remove_value(BY_PROVIDER).await.map_err(broken)?;
        let mut failures = self.failures().await?;
        if !failures.is_empty() {
            failures.hand_over(person);
            self.put(failures).await?;
        }
        self.session.insert(PERSON, person).await.map_err(broken)
    }

    async fn hold(&self, pending: Pending) -> Result<(), AppError> {
        self.renew().await?;
        self.session.remove_value(PERSON).await.map_err(broken)?;
        self.session.insert(PENDING, KeptPending { pending, since: self.now }).await.map_err(broken)
    }

    async fn pending(&self) -> Result<Option<Pending>, AppError> {
        let kept = self.session.get::<KeptPending>(PENDING).await.map_err(broken)?;
        Ok(kept.filter(|kept| self.now < kept.since + PENDING_LIVES).map(|kept| kept.pending))
    }

    async fn end(&self) -> Result<(), AppError> {
        self.session.flush().await.map_err(broken)
    }

    fn key(&self) -> Option<String> {
        self.session.id().map(|id| key_of(&id))
    }
}
