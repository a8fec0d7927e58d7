//! Signing in by a password, and choosing a new one by a link when it was forgotten.

use super::{address, let_in, local};
use crate::{
    api::security::TypedPassword,
    error::AppError,
    request::{backend, visitor},
};
use domain::{
    people::Way,
    problem::{Problem, ProblemCode},
    text::Secret,
};
use leptos::server;

/// Signs in by a password. Without one, a link is mailed where links are allowed: whoever has no password and
/// presses Enter after the address is served all the same.
#[server(prefix = "/do", endpoint = "sign-in")]
pub async fn sign_in(
    /// The address, as typed.
    email: String,
    /// The password.
    password: Secret,
    /// Where to go on to.
    next: String,
) -> Result<(), AppError> {
    let email = address(&email)?;
    let accounts = backend().accounts;
    if password.is_empty() {
        if !accounts.sign_in_page().await?.links {
            return Err(AppError::Invalid(vec![Problem::new("password", ProblemCode::Required)]));
        }
        accounts.request_link(&visitor(), &email, local(&next)).await?;
        leptos_axum::redirect("/sign-in/sent");
        return Ok(());
    }
    let person = accounts.check_password(&visitor(), &email, &password).await?;
    let_in(person, Way::Password, &next).await
}

/// Mails a link to choose a new password with, whoever asks.
#[server(prefix = "/do", endpoint = "forgot-password")]
pub async fn forgot_password(
    /// The address, as typed.
    email: String,
) -> Result<(), AppError> {
    backend().accounts.request_reset(&visitor(), &address(&email)?).await?;
    leptos_axum::redirect("/sign-in/forgot/sent");
    Ok(())
}

/// Chooses a new password by such a link.
#[server(prefix = "/do", endpoint = "reset-password")]
pub async fn reset_password(
    /// The token of the link.
    token: String,
    /// The new password.
    new_password: Secret,
    /// The same again.
    repeat_password: Secret,
) -> Result<(), AppError> {
    let typed = TypedPassword { current: Secret::default(), new: new_password, repeated: repeat_password };
    backend().accounts.reset_password(&visitor(), &token, &typed).await?;
    leptos_axum::redirect("/sign-in?done=password-reset");
    Ok(())
}
