//! May this person do this? The one place where rule 8 is decided. What is refused is shown as "not found" when
//! the person may not even know of it; that choice is the services'.

use super::{Actor, Grant, Role};
use crate::{plan::PlanStatus, text::Coded};

/// What the policy needs to know of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlanSubject {
    /// Its id.
    pub id: i64,
    /// Where it stands.
    pub status: PlanStatus,
}

/// What the policy needs to know of a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MeasureSubject {
    /// The plan it belongs to.
    pub plan: PlanSubject,
    /// The organisation that leads it.
    pub lead_organisation: Option<i64>,
    /// The person it is assigned to.
    pub owner: Option<i64>,
    /// Whether it has not come to an end.
    pub is_live: bool,
}

/// Everything a person can ask to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// See the plan, its measures, their history and its meeting report.
    ViewPlan(PlanSubject),
    /// Read the overdue summary and other reports of the plan.
    ViewReports(PlanSubject),
    /// Approve the plan: freeze its baseline.
    ApprovePlan(PlanSubject),
    /// Read a published plan into the instance.
    ImportPlan,
    /// Record a progress update.
    ReportProgress(MeasureSubject),
    /// Add organisations, rename and archive them.
    ManageOrganisations,
    /// Add people, give them roles and deputies, archive them.
    ManagePeople,
    /// Change what holds for the whole instance: its name, its sign-in rules, its reminders.
    ManageSettings,
    /// Read and export the log of every change.
    ReadLog,
    /// See which mails failed, and send them again.
    WatchMail,
}

/// Every role: for what anyone with a role may do.
const ANY: &[Role] = Role::ALL;

impl Actor {
    /// Whether rule 8 lets this person do this.
    #[must_use]
    pub fn may(&self, action: Action) -> bool {
        use Role::{Administrator, Coordinator};
        match action {
            Action::ViewPlan(plan) | Action::ViewReports(plan) => {
                let roles = if plan.status == PlanStatus::Draft { &[Administrator, Coordinator] } else { ANY };
                self.reaches(plan.id, roles)
            }
            Action::ApprovePlan(plan) => {
                plan.status == PlanStatus::Draft && self.has_role_on(plan.id, &[Administrator, Coordinator])
            }
            Action::ImportPlan | Action::WatchMail => self.has_instance_role(&[Administrator, Coordinator]),
            Action::ReportProgress(measure) => {
                let coordinates = self.has_role_on(measure.plan.id, &[Coordinator]);
                measure.plan.status == PlanStatus::Approved && measure.is_live && (coordinates || self.leads(measure))
            }
            Action::ManageOrganisations | Action::ManagePeople | Action::ManageSettings | Action::ReadLog => {
                self.has_instance_role(&[Administrator])
            }
        }
    }

    /// Whether the person answers for a measure as its lead: it is led by the own organisation or assigned in
    /// person, or it is so for somebody whose deputy the person is. A coordinator who may report for an organisation
    /// without accounts does not lead it.
    #[must_use]
    pub fn leads(&self, measure: MeasureSubject) -> bool {
        self.answerable().any(|(person, organisation, grants)| {
            let held = |roles| grants.iter().any(|grant: &Grant| grant.covers(measure.plan.id, roles));
            let own = measure.lead_organisation.is_some() && measure.lead_organisation == organisation;
            // Who is named as the owner answers for the measure, whatever else they are to the plan.
            (own && held(&[Role::Lead])) || (measure.owner == Some(person) && held(ANY))
        })
    }

    /// Whether one of these roles on the plan is held by the person or by somebody whose deputy the person is. The
    /// drafts of a coordinator are not a deputy's business unless the coordinator is away.
    fn reaches(&self, plan: i64, roles: &[Role]) -> bool {
        let as_deputy = |grant: &Grant| grant.role == Role::Lead && grant.covers(plan, roles);
        self.acts_as(plan, roles) || self.stands_in_for.iter().flat_map(|p| &p.grants).any(as_deputy)
    }
}

#[cfg(test)]
#[path = "policy_tests.rs"]
mod tests;
