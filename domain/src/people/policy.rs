//! May this person do this? The one place where rule 8 is decided. What is refused is shown as "not found" when
//! the person may not even know of it; that choice is the services'.

use super::{Actor, Role};
use crate::plan::PlanStatus;

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
    /// See the plan, its measures and its meeting report.
    ViewPlan(PlanSubject),
    /// Read the overdue summary and other reports of the plan.
    ViewReports(PlanSubject),
    /// Approve the plan: freeze its baseline.
    ApprovePlan(PlanSubject),
    /// Read a published plan into the instance.
    ImportPlan,
    /// Record a progress update.
    ReportProgress(MeasureSubject),
    /// Add people and give them roles.
    ManagePeople,
}

impl Actor {
    /// Whether rule 8 lets this person do this.
    #[must_use]
    pub fn may(&self, action: Action) -> bool {
        use Role::{Administrator, Coordinator, Executive, Lead, Member, Reader};
        match action {
            Action::ViewPlan(plan) | Action::ViewReports(plan) => {
                let drafts = [Administrator, Coordinator];
                let all = [Administrator, Coordinator, Lead, Member, Executive, Reader];
                self.has_role_on(plan.id, if plan.status == PlanStatus::Draft { &drafts } else { &all })
            }
            Action::ApprovePlan(plan) => {
                plan.status == PlanStatus::Draft && self.has_role_on(plan.id, &[Administrator, Coordinator])
            }
            Action::ImportPlan => self.has_instance_role(&[Administrator, Coordinator]),
            Action::ReportProgress(measure) => {
                measure.plan.status == PlanStatus::Approved && measure.is_live && self.answers_for(measure)
            }
            Action::ManagePeople => self.has_instance_role(&[Administrator]),
        }
    }

    /// A coordinator may record what an organisation without accounts reports; a lead answers for the own
    /// organisation's measures and for those assigned in person.
    fn answers_for(&self, measure: MeasureSubject) -> bool {
        let leads = self.has_role_on(measure.plan.id, &[Role::Lead]);
        let own = measure.lead_organisation.is_some() && measure.lead_organisation == self.organisation;
        let assigned = measure.owner == Some(self.person);
        self.has_role_on(measure.plan.id, &[Role::Coordinator]) || (leads && (own || assigned))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{people::Grant, text::Lang};
    use rstest::rstest;

    fn person(role: Role, plan: Option<i64>) -> Actor {
        Actor { person: 7, name: "A".into(), organisation: Some(3), lang: Lang::En, grants: vec![Grant { role, plan }] }
    }

    fn measure(status: PlanStatus, lead: Option<i64>, owner: Option<i64>) -> Action {
        Action::ReportProgress(MeasureSubject {
            plan: PlanSubject { id: 1, status },
            lead_organisation: lead,
            owner,
            is_live: true,
        })
    }

    // role, plan status -> view, approve, report on the own organisation's measure, import, manage people
    #[rstest]
    #[case(Role::Administrator, PlanStatus::Draft, [true, true, false, true, true])]
    #[case(Role::Administrator, PlanStatus::Approved, [true, false, false, true, true])]
    #[case(Role::Coordinator, PlanStatus::Draft, [true, true, false, true, false])]
    #[case(Role::Coordinator, PlanStatus::Approved, [true, false, true, true, false])]
    #[case(Role::Lead, PlanStatus::Draft, [false, false, false, false, false])]
    #[case(Role::Lead, PlanStatus::Approved, [true, false, true, false, false])]
    #[case(Role::Lead, PlanStatus::Closed, [true, false, false, false, false])]
    #[case(Role::Member, PlanStatus::Approved, [true, false, false, false, false])]
    #[case(Role::Executive, PlanStatus::Approved, [true, false, false, false, false])]
    #[case(Role::Reader, PlanStatus::Approved, [true, false, false, false, false])]
    #[case(Role::Reader, PlanStatus::Draft, [false, false, false, false, false])]
    fn each_role_may_do_exactly_what_rule_8_says(#[case] role: Role, #[case] status: PlanStatus, #[case] expected: [bool; 5]) {
        let plan = PlanSubject { id: 1, status };
        let actions = [
            Action::ViewPlan(plan),
            Action::ApprovePlan(plan),
            measure(status, Some(3), None),
            Action::ImportPlan,
            Action::ManagePeople,
        ];
        assert_eq!(actions.map(|action| person(role, None).may(action)), expected);
    }

    #[rstest]
    #[case(Some(3), None, true)]
    #[case(Some(4), None, false)]
    #[case(Some(4), Some(7), true)]
    #[case(Some(4), Some(8), false)]
    #[case(None, None, false)]
    fn a_lead_answers_for_the_own_organisation_or_in_person(
        #[case] lead: Option<i64>,
        #[case] owner: Option<i64>,
        #[case] allowed: bool,
    ) {
        assert_eq!(person(Role::Lead, Some(1)).may(measure(PlanStatus::Approved, lead, owner)), allowed);
    }

    #[test]
    fn a_role_on_one_plan_says_nothing_about_another() {
        let plan = PlanSubject { id: 2, status: PlanStatus::Approved };
        assert!(!person(Role::Coordinator, Some(1)).may(Action::ViewPlan(plan)));
        assert!(!person(Role::Coordinator, Some(1)).may(Action::ImportPlan));
        assert_eq!(person(Role::Coordinator, Some(1)).plans(), Some(vec![1]));
        assert_eq!(person(Role::Coordinator, None).plans(), None);
    }
}
