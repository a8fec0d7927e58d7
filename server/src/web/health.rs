//! Whether the program runs (`/healthz`) and can serve (`/readyz`): for load balancers and their like.

use super::Web;
use axum::{extract::State, http::StatusCode};

/// It runs.
pub(super) async fn alive() -> &'static str {
    "ok"
}

/// It reaches its database and the schema is up to date.
pub(super) async fn ready(State(web): State<Web>) -> (StatusCode, &'static str) {
    match web.services.store.pending_migrations().await {
        Ok(0) => (StatusCode::OK, "ready"),
        Ok(_) => (StatusCode::SERVICE_UNAVAILABLE, "the schema is not up to date: run `suivi migrate`"),
        Err(error) => {
            tracing::error!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer")
        }
    }
}
