//! People as administrators keep them: the list, one person, adding, changing, archiving, inviting.

use super::is_ticked;
use crate::{
    api::common::{OrganisationView, PageInfo},
    error::AppError,
    request::{backend, caller},
};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    people::{PersonState, Role},
    text::{Coded, InLang, Lang},
};
use leptos::server;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the list is narrowed to. Archived people are shown only when they are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonFilter {
    /// Words of the name or the address.
    pub text: String,
    /// Those of this organisation.
    pub organisation: Option<i64>,
    /// Those who hold this role anywhere.
    pub role: Option<Role>,
    /// Those who hold no role at all.
    pub without_role: bool,
    /// Those who stand there.
    pub state: Option<PersonState>,
}

/// A role somebody holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldRole {
    /// The id of the grant.
    pub id: i64,
    /// The role.
    pub role: Role,
    /// The plan it is limited to.
    pub plan: Option<PlanChoice>,
}

/// A plan by its number and title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanChoice {
    /// Its id.
    pub id: i64,
    /// Its title.
    pub title: Option<InLang>,
}

/// Somebody by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonName {
    /// The id.
    pub id: i64,
    /// The name.
    pub name: String,
    /// The address, since names are not unique.
    pub email: String,
}

/// One person in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonRow {
    /// The id.
    pub id: i64,
    /// The name.
    pub name: String,
    /// The address.
    pub email: String,
    /// The language they are written to in.
    pub lang: Lang,
    /// The organisation.
    pub organisation: Option<OrganisationView>,
    /// The roles held.
    pub roles: Vec<HeldRole>,
    /// Where the person stands.
    pub state: PersonState,
    /// The day of the last sign-in.
    pub last_sign_in: Option<NaiveDate>,
}

/// The list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonList {
    /// This page of it.
    pub rows: Vec<PersonRow>,
    /// Which page.
    pub page: PageInfo,
    /// The organisations in use, for the filter.
    pub organisations: Vec<OrganisationView>,
}

/// What the form for a new person offers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonChoices {
    /// The organisations in use.
    pub organisations: Vec<OrganisationView>,
    /// The plans a role can be limited to.
    pub plans: Vec<PlanChoice>,
}

/// Days on which somebody is away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AbsenceView {
    /// Its id.
    pub id: i64,
    /// The first day.
    pub starts_on: NaiveDate,
    /// The last day.
    pub ends_on: NaiveDate,
    /// Whether today is one of them.
    pub is_now: bool,
}

/// An open measure somebody is named as the owner of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnedMeasure {
    /// Its id.
    pub id: i64,
    /// Its label.
    pub label: String,
}

/// One person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonPage {
    /// What the list shows.
    pub row: PersonRow,
    /// When an invitation was sent last, and until when it works.
    pub invited: Option<(NaiveDate, DateTime<Utc>)>,
    /// When and why the person was archived.
    pub archived: Option<(NaiveDate, String)>,
    /// Who acts for the person.
    pub deputy: Option<PersonName>,
    /// Whom the person acts for.
    pub deputy_of: Vec<PersonName>,
    /// Absences that are not over.
    pub absences: Vec<AbsenceView>,
    /// Open measures the person owns, the first few.
    pub owned: Vec<OwnedMeasure>,
    /// How many open measures the person owns.
    pub owned_in_all: u64,
    /// Who can be the deputy: everybody else who may sign in.
    pub people: Vec<PersonName>,
    /// What the forms offer.
    pub choices: PersonChoices,
    /// Whether a second factor is in use.
    pub has_factor: bool,
    /// When the work account was linked by which the person signs in at the organisation's provider.
    pub linked: Option<NaiveDate>,
    /// Whether no other active person administers the instance.
    pub is_last_administrator: bool,
    /// Guards against overwriting.
    pub lock_version: i32,
}

/// A person as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedPerson {
    /// The name.
    pub name: String,
    /// The address.
    pub email: String,
    /// A `Lang` code.
    pub lang: String,
    /// The id of the organisation, or blank.
    pub organisation: String,
}

/// The roles of a new person as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedRoles {
    /// `Role` codes.
    pub roles: Vec<String>,
    /// The id of the plan they are limited to; blank for the whole instance.
    pub plan: String,
}

impl TypedRoles {
    /// The roles whose boxes were ticked.
    #[must_use]
    pub fn ticked(boxes: &BTreeMap<String, String>, plan: String) -> Self {
        Self { roles: ticked(boxes), plan }
    }
}

/// The codes of the boxes that were ticked.
pub(crate) fn ticked(boxes: &BTreeMap<String, String>) -> Vec<String> {
    boxes.iter().filter(|(_, value)| is_ticked(value)).map(|(code, _)| code.clone()).collect()
}

/// Every role, as the boxes of a form are named: `roles[lead]`.
#[must_use]
pub fn role_field(list: &str, role: Role) -> String {
    format!("{list}[{}]", role.code())
}

/// Adds a person.
// One argument per field of the form, named as its problems are.
#[allow(clippy::too_many_arguments)]
#[server(prefix = "/do", endpoint = "add-person")]
pub async fn add_person(
    /// The name.
    #[server(default)]
    name: String,
    /// The address.
    #[server(default)]
    email: String,
    /// A `Lang` code.
    #[server(default)]
    person_lang: String,
    /// The id of the organisation, or blank.
    #[server(default)]
    organisation: String,
    /// The boxes of the roles, by `Role` code.
    #[server(default)]
    roles: BTreeMap<String, String>,
    /// The id of the plan the roles are limited to, or blank.
    #[server(default)]
    role_plan: String,
    /// Ticked to send an invitation.
    #[server(default)]
    invite: String,
) -> Result<(), AppError> {
    let typed = TypedPerson { name, email, lang: person_lang, organisation };
    let roles = TypedRoles::ticked(&roles, role_plan);
    let invite = is_ticked(&invite);
    let id = backend().people.add(&caller()?, &typed, &roles, invite).await?;
    let done = if invite { "person-invited" } else { "person-added" };
    leptos_axum::redirect(&format!("/admin/people/{id}?done={done}"));
    Ok(())
}

/// Changes the name, address, language and organisation of a person.
#[server(prefix = "/do", endpoint = "edit-person")]
pub async fn edit_person(
    /// The id of the person.
    person: i64,
    /// Guards against overwriting.
    lock_version: i32,
    /// The name.
    #[server(default)]
    name: String,
    /// The address.
    #[server(default)]
    email: String,
    /// A `Lang` code.
    #[server(default)]
    person_lang: String,
    /// The id of the organisation, or blank.
    #[server(default)]
    organisation: String,
) -> Result<(), AppError> {
    let typed = TypedPerson { name, email, lang: person_lang, organisation };
    backend().people.edit(&caller()?, person, lock_version, &typed).await?;
    leptos_axum::redirect(&format!("/admin/people/{person}?done=changes-kept"));
    Ok(())
}

/// Archives a person: they can no longer sign in, and their records stay.
#[server(prefix = "/do", endpoint = "archive-person")]
pub async fn archive_person(
    /// The id of the person.
    person: i64,
    /// Guards against archiving what was changed meanwhile.
    lock_version: i32,
    /// Why.
    #[server(default)]
    reason: String,
) -> Result<(), AppError> {
    backend().people.archive(&caller()?, person, lock_version, &reason).await?;
    leptos_axum::redirect(&format!("/admin/people/{person}?done=person-archived"));
    Ok(())
}

/// Lets an archived person sign in again.
#[server(prefix = "/do", endpoint = "restore-person")]
pub async fn restore_person(
    /// The id of the person.
    person: i64,
    /// Guards against overwriting.
    lock_version: i32,
    /// Why.
    #[server(default)]
    reason: String,
) -> Result<(), AppError> {
    backend().people.restore(&caller()?, person, lock_version, &reason).await?;
    leptos_axum::redirect(&format!("/admin/people/{person}?done=restored"));
    Ok(())
}

/// Takes away the second factor of a person who lost it.
#[server(prefix = "/do", endpoint = "remove-person-factor")]
pub async fn remove_person_factor(
    /// The id of the person.
    person: i64,
    /// Guards against helping somebody who was changed meanwhile.
    lock_version: i32,
    /// Why.
    #[server(default)]
    factor_reason: String,
) -> Result<(), AppError> {
    backend().people.remove_factor(&caller()?, person, lock_version, &factor_reason).await?;
    leptos_axum::redirect(&format!("/admin/people/{person}?done=person-factor-removed"));
    Ok(())
}

/// Ends every session of a person.
#[server(prefix = "/do", endpoint = "end-person-sessions")]
pub async fn end_person_sessions(
    /// The id of the person.
    person: i64,
    /// Guards against helping somebody who was changed meanwhile.
    lock_version: i32,
    /// Why.
    #[server(default)]
    sessions_reason: String,
) -> Result<(), AppError> {
    backend().people.end_sessions(&caller()?, person, lock_version, &sessions_reason).await?;
    leptos_axum::redirect(&format!("/admin/people/{person}?done=person-sessions-ended"));
    Ok(())
}

/// Forgets the work account of a person, which was replaced by another one.
#[server(prefix = "/do", endpoint = "unlink-person-account")]
pub async fn unlink_person_account(
    /// The id of the person.
    person: i64,
    /// Guards against helping somebody who was changed meanwhile.
    lock_version: i32,
    /// Why.
    #[server(default)]
    unlink_reason: String,
) -> Result<(), AppError> {
    backend().people.unlink_account(&caller()?, person, lock_version, &unlink_reason).await?;
    leptos_axum::redirect(&format!("/admin/people/{person}?done=person-account-unlinked"));
    Ok(())
}

/// Sends a person an invitation; an earlier one stops working.
#[server(prefix = "/do", endpoint = "invite-person")]
pub async fn invite_person(
    /// The id of the person.
    person: i64,
    /// Guards against inviting somebody who was changed meanwhile.
    lock_version: i32,
) -> Result<(), AppError> {
    backend().people.invite(&caller()?, person, lock_version).await?;
    leptos_axum::redirect(&format!("/admin/people/{person}?done=invitation-sent"));
    Ok(())
}
