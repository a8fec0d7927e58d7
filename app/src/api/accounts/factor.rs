//! The second factor of somebody who has shown the first.

use super::local;
use crate::{
    error::AppError,
    request::{backend, session, visitor},
};
use domain::text::Secret;
use leptos::server;

/// Gives the code of an app, or a recovery code.
#[server(prefix = "/do", endpoint = "give-second-factor")]
pub async fn give_second_factor(
    /// The code.
    passcode: Secret,
) -> Result<(), AppError> {
    let pending = session().pending().await?.ok_or(AppError::NotSignedIn)?;
    backend().accounts.check_code(&visitor(), pending.person, pending.way, &passcode).await?;
    session().begin(pending.person).await?;
    leptos_axum::redirect(local(&pending.next));
    Ok(())
}
