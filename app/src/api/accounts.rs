//! Signing in and out.

use crate::{
    error::AppError,
    request::{backend, session, use_lang},
};
use domain::{
    people::Role,
    problem::{Problem, ProblemCode},
    text::Email,
};
use leptos::server;
use serde::{Deserialize, Serialize};

/// A person of the demo, offered on the sign-in page of a demo instance only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DemoPerson {
    /// The id.
    pub id: i64,
    /// The name.
    pub name: String,
    /// The role to try.
    pub role: Role,
    /// The short code of the organisation.
    pub organisation: Option<String>,
}

/// Only a path of this site is a place to go on to.
fn local(next: &str) -> &str {
    let is_local =
        next.starts_with('/') && !next.starts_with("//") && !next.contains('\\') && next.bytes().all(|b| b.is_ascii_graphic());
    if is_local { next } else { "/" }
}

/// Mails a one-time link, whoever asks.
#[server(prefix = "/do", endpoint = "request-link")]
pub async fn request_link(
    /// The address, as typed.
    email: String,
    /// Where to go on to.
    next: String,
) -> Result<(), AppError> {
    let email = email.parse::<Email>().map_err(|_| {
        let code = if email.trim().is_empty() { ProblemCode::Required } else { ProblemCode::NotAnEmail };
        AppError::Invalid(vec![Problem::new("email", code)])
    })?;
    backend().accounts.request_link(&email, local(&next), use_lang()).await?;
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
    let actor = backend().accounts.redeem(&token).await?;
    session().begin(actor.person).await?;
    leptos_axum::redirect(local(&next));
    Ok(())
}

/// Signs in as a person of the demo.
#[server(prefix = "/do", endpoint = "sign-in-demo")]
pub async fn sign_in_demo(
    /// The id of the person.
    person: i64,
    /// Where to go on to.
    next: String,
) -> Result<(), AppError> {
    let actor = backend().accounts.sign_in_demo(person).await?;
    session().begin(actor.person).await?;
    leptos_axum::redirect(local(&next));
    Ok(())
}

/// Ends the session.
#[server(prefix = "/do", endpoint = "sign-out")]
pub async fn sign_out() -> Result<(), AppError> {
    session().end().await?;
    leptos_axum::redirect("/sign-in");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::local;

    #[test]
    fn after_signing_in_nobody_is_sent_to_another_site() {
        assert_eq!(local("/measures/3/report?lang=fr"), "/measures/3/report?lang=fr");
        for elsewhere in ["https://example.com", "//example.com", "/\\example.com", "", "/a\r\nX: y", "/é"] {
            assert_eq!(local(elsewhere), "/");
        }
    }
}
