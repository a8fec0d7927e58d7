//! Giving roles and taking them back.

use crate::{
    error::AppError,
    request::{backend, caller},
};
use leptos::server;

/// Gives a person a role.
#[server(prefix = "/do", endpoint = "give-role")]
pub async fn give_role(
    /// The id of the person.
    person: i64,
    /// Guards against overwriting.
    lock_version: i32,
    /// A `Role` code.
    #[server(default)]
    role: String,
    /// The id of the plan it is limited to, or blank.
    #[server(default)]
    role_plan: String,
) -> Result<(), AppError> {
    backend().people.give_role(&caller()?, person, lock_version, &role, &role_plan).await?;
    leptos_axum::redirect(&format!("/admin/people/{person}/roles?done=role-given"));
    Ok(())
}

/// Takes a role back.
#[server(prefix = "/do", endpoint = "take-role")]
pub async fn take_role(
    /// The id of the person.
    person: i64,
    /// Guards against overwriting.
    lock_version: i32,
    /// The id of the grant.
    grant: i64,
) -> Result<(), AppError> {
    backend().people.take_role(&caller()?, person, lock_version, grant).await?;
    leptos_axum::redirect(&format!("/admin/people/{person}/roles?done=role-taken"));
    Ok(())
}
