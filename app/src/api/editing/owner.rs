//! The form that names who carries a measure: what it shows and what it sends.

use super::{PersonChoice, PlanHead};
use crate::{
    api::common::{MeasureRow, OrganisationView},
    error::AppError,
    request::{backend, caller},
};
use leptos::server;
use serde::{Deserialize, Serialize};

/// The form that names who carries a measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnerForm {
    /// Its plan.
    pub plan: PlanHead,
    /// The measure.
    pub measure: MeasureRow,
    /// The person who owns it now.
    pub owner: Option<i64>,
    /// The owner in words.
    pub owner_text: Option<String>,
    /// The people who can own it.
    pub people: Vec<PersonChoice>,
    /// The organisations that can lead it, where none does yet; else empty.
    pub organisations: Vec<OrganisationView>,
    /// Guards against overwriting.
    pub lock_version: i32,
}

/// The owner of a measure as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypedOwner {
    /// The id of a person, or blank.
    pub person: String,
    /// In words.
    pub words: String,
}

/// Names who carries a measure.
#[server(prefix = "/do", endpoint = "name-owner")]
pub async fn name_owner(
    /// The id of the measure.
    measure: i64,
    /// Guards against overwriting.
    lock_version: i32,
    /// The id of the organisation that leads it, where none did.
    #[server(default)]
    lead: String,
    /// The id of the person who owns it, or blank.
    #[server(default)]
    owner_person: String,
    /// The owner in words.
    #[server(default)]
    owner_words: String,
) -> Result<(), AppError> {
    let owner = TypedOwner { person: owner_person, words: owner_words };
    backend().editing.name_owner(&caller()?, measure, lock_version, &lead, &owner).await?;
    leptos_axum::redirect(&format!("/measures/{measure}?done=owner-named"));
    Ok(())
}
