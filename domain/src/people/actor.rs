//! Who is asking: a signed-in person with the roles they hold and the people they stand in for.

use super::Role;
use crate::{problem::ProblemCode, text::Lang};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// A role held on one plan, or on the whole instance when `plan` is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Grant {
    /// The role.
    pub role: Role,
    /// The plan it is limited to.
    pub plan: Option<i64>,
}

impl Grant {
    /// Whether it is one of these roles and reaches this plan.
    #[must_use]
    pub fn covers(&self, plan: i64, roles: &[Role]) -> bool {
        roles.contains(&self.role) && self.plan.is_none_or(|only| only == plan)
    }

    /// The grant, where it may be given: administration is of the whole instance. One of a single plan that was given
    /// before this was refused still reaches that plan.
    pub fn checked(self) -> Result<Self, ProblemCode> {
        let is_empty = self.role == Role::Administrator && self.plan.is_some();
        if is_empty { Err(ProblemCode::WholeInstance) } else { Ok(self) }
    }
}

/// A person somebody is the deputy of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Principal {
    /// The person's id.
    pub person: i64,
    /// The name, so that pages can say for whom something is done.
    pub name: String,
    /// The organisation the person belongs to.
    pub organisation: Option<i64>,
    /// Whether the person is away today.
    pub is_away: bool,
    /// The roles the person holds.
    pub grants: Vec<Grant>,
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
    /// The time zone the person reads clocks in; `None` for that of the instance.
    pub time_zone: Option<Tz>,
    /// The roles held.
    pub grants: Vec<Grant>,
    /// The people this person is the deputy of (rule 8).
    pub stands_in_for: Vec<Principal>,
}

impl Actor {
    /// Whether the person holds any of these roles on this plan (or on the whole instance).
    #[must_use]
    pub fn has_role_on(&self, plan: i64, roles: &[Role]) -> bool {
        self.grants.iter().any(|grant| grant.covers(plan, roles))
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

    /// Whether the person acts as one of these on this plan: by a role of their own, or for someone who is away.
    #[must_use]
    pub fn acts_as(&self, plan: i64, roles: &[Role]) -> bool {
        let away = self.stands_in_for.iter().filter(|principal| principal.is_away);
        self.has_role_on(plan, roles) || away.flat_map(|principal| &principal.grants).any(|grant| grant.covers(plan, roles))
    }

    /// Whether the person holds any of these roles anywhere, or does what they are there for in somebody's place: that
    /// of a lead always, the others while their holder is away, an administrator's never.
    #[must_use]
    pub fn exercises(&self, roles: &[Role]) -> bool {
        let lends = |principal: &Principal, role: Role| match role {
            Role::Lead => true,
            Role::Administrator => false,
            _ => principal.is_away,
        };
        let borrowed = self.stands_in_for.iter().flat_map(|who| who.grants.iter().filter(|grant| lends(who, grant.role)));
        self.grants.iter().chain(borrowed).any(|grant| roles.contains(&grant.role))
    }

    /// Whether there may be plans that the person sees. Who holds no role sees none, nor does a deputy for somebody who
    /// is there and no lead.
    #[must_use]
    pub fn reads_plans(&self) -> bool {
        let lent = |who: &Principal| who.grants.iter().any(|grant| who.is_away || grant.role == Role::Lead);
        !self.grants.is_empty() || self.stands_in_for.iter().any(lent)
    }

    /// Everybody the person answers for: themselves first, then whom they are the deputy of.
    pub fn answerable(&self) -> impl Iterator<Item = (i64, Option<i64>, &[Grant])> {
        let own = (self.person, self.organisation, self.grants.as_slice());
        let others = self.stands_in_for.iter().map(|p| (p.person, p.organisation, p.grants.as_slice()));
        std::iter::once(own).chain(others)
    }
}
