//! What the pages of administration may ask. Whoever may not is told that there is no such thing.

use super::Caller;
use crate::{
    api::admin::{
        AdminIndex,
        mail::{MailFilter, MailList, MailPage},
        organisations::{OrganisationFilter, OrganisationList, OrganisationPage, TypedOrganisation},
        people::{PersonChoices, PersonFilter, PersonList, PersonPage, TypedPerson, TypedRoles},
        people_import::PeopleImportPreview,
        settings::{SettingsPage, TypedSettings},
    },
    error::AppError,
};
use async_trait::async_trait;

/// The index of administration.
#[async_trait]
pub trait Administration: Send + Sync {
    /// What is worth knowing, of the sections the caller may open.
    async fn index(&self, caller: &Caller) -> Result<AdminIndex, AppError>;
}

/// Organisations.
#[async_trait]
pub trait Organisations: Send + Sync {
    /// One page of the list, by code.
    async fn list(&self, caller: &Caller, filter: &OrganisationFilter, page: u32) -> Result<OrganisationList, AppError>;
    /// One organisation.
    async fn show(&self, caller: &Caller, organisation: i64) -> Result<OrganisationPage, AppError>;
    /// Adds one and answers its id. Errors with `Invalid`.
    async fn add(&self, caller: &Caller, typed: &TypedOrganisation) -> Result<i64, AppError>;
    /// Changes its code and names. Errors with `Invalid` or `Conflict`.
    async fn edit(&self, caller: &Caller, organisation: i64, lock: i32, typed: &TypedOrganisation) -> Result<(), AppError>;
    /// Archives it; a reason is required.
    async fn archive(&self, caller: &Caller, organisation: i64, lock: i32, reason: &str) -> Result<(), AppError>;
    /// Brings it back into use; a reason is required.
    async fn restore(&self, caller: &Caller, organisation: i64, lock: i32, reason: &str) -> Result<(), AppError>;
}

/// People. Every change is guarded by the person's `lock_version`.
#[async_trait]
pub trait People: Send + Sync {
    /// One page of the list, by name.
    async fn list(&self, caller: &Caller, filter: &PersonFilter, page: u32) -> Result<PersonList, AppError>;
    /// What the form for a new person offers.
    async fn choices(&self, caller: &Caller) -> Result<PersonChoices, AppError>;
    /// One person.
    async fn show(&self, caller: &Caller, person: i64) -> Result<PersonPage, AppError>;
    /// Adds a person with roles, with or without an invitation, and answers the id. Errors with `Invalid`.
    async fn add(&self, caller: &Caller, typed: &TypedPerson, roles: &TypedRoles, invite: bool) -> Result<i64, AppError>;
    /// Changes name, address, language and organisation. Errors with `Invalid` or `Conflict`.
    async fn edit(&self, caller: &Caller, person: i64, lock: i32, typed: &TypedPerson) -> Result<(), AppError>;
    /// Archives a person and ends their sessions; a reason is required. The last active administrator stays.
    async fn archive(&self, caller: &Caller, person: i64, lock: i32, reason: &str) -> Result<(), AppError>;
    /// Lets a person sign in again; a reason is required.
    async fn restore(&self, caller: &Caller, person: i64, lock: i32, reason: &str) -> Result<(), AppError>;
    /// Sends an invitation; earlier ones stop working.
    async fn invite(&self, caller: &Caller, person: i64, lock: i32) -> Result<(), AppError>;
    /// Takes a lost second factor away; a reason is required, and the person is told. Errors with `Conflict` when there
    /// is none.
    async fn remove_factor(&self, caller: &Caller, person: i64, lock: i32, reason: &str) -> Result<(), AppError>;
    /// Ends every session of a person and the links on their way; a reason is required, and the person is told.
    async fn end_sessions(&self, caller: &Caller, person: i64, lock: i32, reason: &str) -> Result<(), AppError>;
    /// Forgets the work account of a person, so that another one takes its place; a reason is required, and the person is
    /// told. Errors with `Conflict` when there is none.
    async fn unlink_account(&self, caller: &Caller, person: i64, lock: i32, reason: &str) -> Result<(), AppError>;
    /// Gives a role on a plan, or on the whole instance when `plan` is blank.
    async fn give_role(&self, caller: &Caller, person: i64, lock: i32, role: &str, plan: &str) -> Result<(), AppError>;
    /// Takes a role back. The last active administrator keeps theirs.
    async fn take_role(&self, caller: &Caller, person: i64, lock: i32, grant: i64) -> Result<(), AppError>;
    /// Names a deputy, or nobody when `deputy` is blank.
    async fn name_deputy(&self, caller: &Caller, person: i64, lock: i32, deputy: &str) -> Result<(), AppError>;
    /// Adds days on which the person is away.
    async fn add_absence(&self, caller: &Caller, person: i64, lock: i32, starts: &str, ends: &str) -> Result<(), AppError>;
    /// Cancels an absence.
    async fn cancel_absence(&self, caller: &Caller, person: i64, lock: i32, absence: i64) -> Result<(), AppError>;
}

/// Many people at once. A preview is seen by whoever started it.
#[async_trait]
pub trait PeopleImports: Send + Sync {
    /// Refuses those who may not; there is nothing to show yet.
    async fn may_start(&self, caller: &Caller) -> Result<(), AppError>;
    /// Keeps a table and answers the id of its preview. Errors with `Invalid` when no table can be read in it.
    async fn start(&self, caller: &Caller, text: &str) -> Result<i64, AppError>;
    /// What will happen, as of now.
    async fn preview(&self, caller: &Caller, import: i64) -> Result<PeopleImportPreview, AppError>;
    /// Keeps a corrected table.
    async fn correct(&self, caller: &Caller, import: i64, lock: i32, text: &str) -> Result<(), AppError>;
    /// Adds the people and gives the roles, all or nothing, and answers how many people were added. Errors with `Invalid`
    /// while a row is wrong or nothing would happen.
    async fn commit(&self, caller: &Caller, import: i64, lock: i32, invite: bool) -> Result<usize, AppError>;
}

/// The settings of the instance.
#[async_trait]
pub trait Settings: Send + Sync {
    /// All of them.
    async fn show(&self, caller: &Caller) -> Result<SettingsPage, AppError>;
    /// Changes one group. Errors with `Invalid` or `Conflict`.
    async fn save(&self, caller: &Caller, lock: i32, typed: &TypedSettings) -> Result<(), AppError>;
}

/// The outbox.
#[async_trait]
pub trait Mail: Send + Sync {
    /// One page of the list, failures first.
    async fn list(&self, caller: &Caller, filter: &MailFilter, page: u32) -> Result<MailList, AppError>;
    /// One mail; its words only when they carry no secret.
    async fn show(&self, caller: &Caller, mail: i64) -> Result<MailPage, AppError>;
    /// Has a given-up mail sent again. Errors with `Conflict` when it stands elsewhere by now.
    async fn retry(&self, caller: &Caller, mail: i64, lock: i32) -> Result<(), AppError>;
    /// Has every given-up mail sent again whose words were kept, and answers how many.
    async fn retry_all(&self, caller: &Caller) -> Result<u64, AppError>;
}
