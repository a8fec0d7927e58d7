//! Who stands in for somebody, and when somebody is away.

use crate::{
    error::AppError,
    request::{backend, caller},
};
use leptos::server;

/// Names the deputy of a person, or nobody.
#[server(prefix = "/do", endpoint = "name-deputy")]
pub async fn name_deputy(
    /// The id of the person.
    person: i64,
    /// Guards against overwriting.
    lock_version: i32,
    /// The id of the deputy; blank for nobody.
    #[server(default)]
    deputy: String,
) -> Result<(), AppError> {
    backend().people.name_deputy(&caller()?, person, lock_version, &deputy).await?;
    leptos_axum::redirect(&format!("/admin/people/{person}/away?done=changes-kept"));
    Ok(())
}

/// Adds days on which a person is away.
#[server(prefix = "/do", endpoint = "add-absence")]
pub async fn add_absence(
    /// The id of the person.
    person: i64,
    /// Guards against overwriting.
    lock_version: i32,
    /// The first day.
    #[server(default)]
    starts_on: String,
    /// The last day.
    #[server(default)]
    ends_on: String,
) -> Result<(), AppError> {
    backend().people.add_absence(&caller()?, person, lock_version, &starts_on, &ends_on).await?;
    leptos_axum::redirect(&format!("/admin/people/{person}/away?done=absence-added"));
    Ok(())
}

/// Cancels an absence.
#[server(prefix = "/do", endpoint = "cancel-absence")]
pub async fn cancel_absence(
    /// The id of the person.
    person: i64,
    /// Guards against overwriting.
    lock_version: i32,
    /// The id of the absence.
    absence: i64,
) -> Result<(), AppError> {
    backend().people.cancel_absence(&caller()?, person, lock_version, absence).await?;
    leptos_axum::redirect(&format!("/admin/people/{person}/away?done=absence-cancelled"));
    Ok(())
}
