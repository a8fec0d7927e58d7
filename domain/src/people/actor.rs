//! Who is asking: a signed-in person with the roles they hold.

use super::Role;
use crate::text::Lang;
use serde::{Deserialize, Serialize};

/// A role held on one plan, or on the whole instance when `plan` is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Grant {
    /// The role.
    pub role: Role,
    /// The plan it is limited to.
    pub plan: Option<i64>,
}

/// A signed-in person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// The person's id.
    pub person: i64,
    /// The name as people know it, for the page header.
    pub name: String,
    /// The organisation the person belongs to.
    pub organisation: Option<i64>,
    /// The language the person is written to in.
    pub lang: Lang,
    /// The roles held.
    pub grants: Vec<Grant>,
}

impl Actor {
    /// Whether the person holds any of these roles on this plan (or on the whole instance).
    #[must_use]
    pub fn has_role_on(&self, plan: i64, roles: &[Role]) -> bool {
        self.grants.iter().any(|grant| roles.contains(&grant.role) && grant.plan.is_none_or(|p| p == plan))
    }

    /// Whether the person holds any of these roles anywhere.
    #[must_use]
    pub fn has_role(&self, roles: &[Role]) -> bool {
        self.grants.iter().any(|grant| roles.contains(&grant.role))
    }

    /// Whether the person holds any of these roles on the whole instance.
    #[must_use]
    pub fn has_instance_role(&self, roles: &[Role]) -> bool {
        self.grants.iter().any(|grant| roles.contains(&grant.role) && grant.plan.is_none())
    }

    /// The plans the person's roles reach: `None` means all of them.
    #[must_use]
    pub fn plans(&self) -> Option<Vec<i64>> {
        self.grants.iter().map(|grant| grant.plan).collect()
    }
}
