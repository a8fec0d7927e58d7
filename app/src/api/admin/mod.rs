//! Administration: organisations, people, bulk invitations, settings and the outbox, and the index of them all.

pub mod absences;
pub mod mail;
pub mod organisations;
pub mod people;
pub mod people_import;
pub mod roles;
pub mod settings;

use serde::{Deserialize, Serialize};

/// What is worth knowing at a glance. Sections a person may not open are left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdminIndex {
    /// What only administrators see.
    pub instance: Option<InstanceCounts>,
    /// Mails that were given up.
    pub failed_mails: u64,
    /// Mails that wait.
    pub waiting_mails: u64,
}

/// How many of what the instance has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct InstanceCounts {
    /// People who may sign in.
    pub people: u64,
    /// Those of them without any role.
    pub without_role: u64,
    /// Those of them who were invited and have not come yet.
    pub invited: u64,
    /// Those of them who have never signed in and have no invitation that works.
    pub never_signed_in: u64,
    /// Organisations in use.
    pub organisations: u64,
    /// Those of them in which nobody may sign in.
    pub empty_organisations: u64,
}

/// A checkbox of a form: browsers send its value when it is ticked and nothing when it is not.
pub(crate) fn is_ticked(value: &str) -> bool {
    !value.is_empty()
}
