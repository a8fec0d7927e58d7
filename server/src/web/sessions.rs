//! The browser's session: a random id in a cookie, everything else in the database.

use crate::store::{Store, sessions::PERSON};
use app::{
    error::AppError,
    request::{FormFailure, SessionHandle},
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use tower_sessions::{
    Expiry, Session, SessionManagerLayer,
    cookie::{SameSite, time::Duration},
};

/// Under this key a session keeps the form that failed just before.
const FAILURE: &str = "failure";
/// A session ends after this long without a request.
const IDLE_HOURS: i64 = 12;

/// A failed form and the page it belongs to.
#[derive(Debug, Serialize, Deserialize)]
struct KeptFailure {
    page: String,
    failure: FormFailure,
}

pub(super) fn layer(store: Store, secure: bool) -> SessionManagerLayer<Store> {
    SessionManagerLayer::new(store)
        .with_name("suivi")
        .with_http_only(true)
        .with_same_site(SameSite::Lax)
        .with_secure(secure)
        .with_expiry(Expiry::OnInactivity(Duration::hours(IDLE_HOURS)))
}

/// The session of one request.
#[derive(Clone)]
pub(super) struct BrowserSession(pub Session);

impl BrowserSession {
    /// The person signed in.
    pub(super) async fn person(&self) -> Result<Option<i64>, AppError> {
        self.0.get(PERSON).await.map_err(broken)
    }

    /// Keeps a failed form for the next view of its page.
    pub(super) async fn keep_failure(&self, page: &str, failure: FormFailure) -> Result<(), AppError> {
        self.0.insert(FAILURE, KeptFailure { page: page.to_owned(), failure }).await.map_err(broken)
    }

    /// The failed form of this page, once.
    pub(super) async fn take_failure(&self, page: &str) -> Result<Option<FormFailure>, AppError> {
        let kept = self.0.get::<KeptFailure>(FAILURE).await.map_err(broken)?;
        match kept {
            Some(kept) if kept.page == page => {
                self.0.remove_value(FAILURE).await.map_err(broken)?;
                Ok(Some(kept.failure))
            }
            _ => Ok(None),
        }
    }
}

fn broken(error: tower_sessions::session::Error) -> AppError {
    tracing::error!(%error, "the session could not be read or written");
    AppError::Internal
}

#[async_trait]
impl SessionHandle for BrowserSession {
    async fn begin(&self, person: i64) -> Result<(), AppError> {
        // A fresh id, so that one planted before signing in is worth nothing.
        self.0.cycle_id().await.map_err(broken)?;
        self.0.insert(PERSON, person).await.map_err(broken)
    }

    async fn end(&self) -> Result<(), AppError> {
        self.0.flush().await.map_err(broken)
    }
}
