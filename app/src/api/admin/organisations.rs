//! Organisations as administrators keep them.

use crate::{
    api::common::PageInfo,
    error::AppError,
    request::{backend, caller},
};
use chrono::NaiveDate;
use domain::text::Bilingual;
use leptos::server;
use serde::{Deserialize, Serialize};

/// What the list is narrowed to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationFilter {
    /// Words of the code or either name.
    pub text: String,
    /// Whether archived ones are shown instead.
    pub archived: bool,
    /// Whether only those are shown in which nobody may sign in.
    pub empty: bool,
}

/// One organisation in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationRow {
    /// Its id.
    pub id: i64,
    /// Its short code.
    pub code: String,
    /// Its short code in French, where that is another one.
    pub code_fr: Option<String>,
    /// Its name in both languages.
    pub name: Bilingual,
    /// How many people in it may sign in.
    pub people: u64,
    /// How many live measures it leads.
    pub leads: u64,
    /// When it was archived.
    pub archived_on: Option<NaiveDate>,
}

/// The list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationList {
    /// This page of it.
    pub rows: Vec<OrganisationRow>,
    /// Which page.
    pub page: PageInfo,
}

/// One organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationPage {
    /// What the list shows of it.
    pub row: OrganisationRow,
    /// Why it was archived.
    pub archived_reason: Option<String>,
    /// Guards against overwriting.
    pub lock_version: i32,
}

/// An organisation as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedOrganisation {
    /// The short code.
    pub code: String,
    /// The short code in French; empty where it is the same.
    pub code_fr: String,
    /// The name in English.
    pub name_en: String,
    /// The name in French.
    pub name_fr: String,
}

/// Adds an organisation.
#[server(prefix = "/do", endpoint = "add-organisation")]
pub async fn add_organisation(
    /// The short code.
    #[server(default)]
    code: String,
    /// The short code in French; empty where it is the same.
    #[server(default)]
    code_fr: String,
    /// The name in English.
    #[server(default)]
    name_en: String,
    /// The name in French.
    #[server(default)]
    name_fr: String,
) -> Result<(), AppError> {
    let typed = TypedOrganisation { code, code_fr, name_en, name_fr };
    let id = backend().organisations.add(&caller()?, &typed).await?;
    leptos_axum::redirect(&format!("/admin/organisations/{id}?done=organisation-added"));
    Ok(())
}

/// Changes the code and the names of an organisation.
#[server(prefix = "/do", endpoint = "edit-organisation")]
pub async fn edit_organisation(
    /// The id of the organisation.
    organisation: i64,
    /// Guards against overwriting.
    lock_version: i32,
    /// The short code.
    #[server(default)]
    code: String,
    /// The short code in French; empty where it is the same.
    #[server(default)]
    code_fr: String,
    /// The name in English.
    #[server(default)]
    name_en: String,
    /// The name in French.
    #[server(default)]
    name_fr: String,
) -> Result<(), AppError> {
    let typed = TypedOrganisation { code, code_fr, name_en, name_fr };
    backend().organisations.edit(&caller()?, organisation, lock_version, &typed).await?;
    leptos_axum::redirect(&format!("/admin/organisations/{organisation}?done=changes-kept"));
    Ok(())
}

/// Archives an organisation: it stays on its records and is no longer offered.
#[server(prefix = "/do", endpoint = "archive-organisation")]
pub async fn archive_organisation(
    /// The id of the organisation.
    organisation: i64,
    /// Guards against archiving what was changed meanwhile.
    lock_version: i32,
    /// Why.
    #[server(default)]
    reason: String,
) -> Result<(), AppError> {
    backend().organisations.archive(&caller()?, organisation, lock_version, &reason).await?;
    leptos_axum::redirect(&format!("/admin/organisations/{organisation}?done=archived"));
    Ok(())
}

/// Brings an archived organisation back into use.
#[server(prefix = "/do", endpoint = "restore-organisation")]
pub async fn restore_organisation(
    /// The id of the organisation.
    organisation: i64,
    /// Guards against overwriting.
    lock_version: i32,
    /// Why.
    #[server(default)]
    reason: String,
) -> Result<(), AppError> {
    backend().organisations.restore(&caller()?, organisation, lock_version, &reason).await?;
    leptos_axum::redirect(&format!("/admin/organisations/{organisation}?done=restored"));
    Ok(())
}
