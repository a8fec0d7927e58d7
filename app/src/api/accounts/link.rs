//! Signing in by a one-time link: one that was asked for, or the one of an invitation.

use super::{address, let_in, local};
use crate::{
    error::AppError,
    request::{backend, visitor},
};
use domain::people::Way;
use leptos::server;

/// Whom a link signs in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Redeemed {
    /// The person.
    pub person: i64,
    /// What the link was for.
    pub way: Way,
    /// Whether the person is new and should be offered to choose a password.
    pub is_new: bool,
}

/// Mails a one-time link, whoever asks.
#[server(prefix = "/do", endpoint = "request-link")]
pub async fn request_link(
    /// The address, as typed.
    email: String,
    /// Where to go on to.
    next: String,
) -> Result<(), AppError> {
    backend().accounts.request_link(&visitor(), &address(&email)?, local(&next)).await?;
    leptos_axum::redirect("/sign-in/sent");
    Ok(())
}

/// Uses up a one-time link.
#[server(prefix = "/do", endpoint = "redeem")]
pub async fn redeem(
    /// The token of the link.
    token: String,
    /// Where to go on to.
    next: String,
) -> Result<(), AppError> {
    let redeemed = backend().accounts.redeem(&visitor(), &token).await?;
    let next = if redeemed.is_new { "/welcome" } else { &next };
    let_in(redeemed.person, redeemed.way, next).await
}
