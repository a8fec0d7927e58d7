//! May this person do this? The one place where rule 8 is decided. What is refused is shown as "not found" when
//! the person may not even know of it; that choice is the services'.
//!
//! **Deputies.** Whoever is the deputy of a lead does the lead's work whether or not the lead is away. The other roles
//! pass to a deputy only while their holder is away, and for what keeps the work going: a deputy of an absent
//! coordinator sees and edits plans, verifies, decides extensions and the fate of measures, reports, asks contacts,
//! publishes their answers, watches who reports and records costs. What cannot be undone (approving and closing a plan)
//! and what is about the whole instance (import, mails, people, organisations, settings, the log) waits for somebody
//! who holds the role; an administrator's authority passes to nobody. And nobody decides by the authority of somebody
//! who could not decide in the same matter: [`Actor::decides_as`].

use super::{Actor, Grant, Principal, Role};
use crate::{measure::MeasureStatus, plan::PlanStatus, text::Coded};

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
    /// Where it stands.
    pub status: MeasureStatus,
}

impl MeasureSubject {
    /// Whether work on it goes on: its plan is in force and it has not come to an end.
    fn is_open(self) -> bool {
        self.plan.status == PlanStatus::Approved && self.status.is_live()
    }
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
    /// Change the texts of the plan and what is in it: freely in a draft, as an amendment beside the baseline after.
    EditPlan(PlanSubject),
    /// Close the plan once every measure has come to an end.
    ClosePlan(PlanSubject),
    /// See what is not for every reader: internal evidence, contacts, what waits for a coordinator.
    ViewInternal(PlanSubject),
    /// Comment on a measure of the plan, whether or not it has come to an end, and propose a decision about it (rule 8).
    Comment(PlanSubject),
    /// Answer a decision that somebody proposed; taking it is another matter.
    AnswerProposal(MeasureSubject),
    /// See and record what the plan costs.
    RecordCosts(PlanSubject),
    /// Record a progress update, claim completion, ask for an extension.
    ReportProgress(MeasureSubject),
    /// Add evidence; also to what was verified, which then has to be verified again (rule 4).
    AddEvidence(MeasureSubject),
    /// Grant or refuse an extension (rule 5). Who asked for it is the workflow's to know.
    DecideExtension(MeasureSubject),
    /// Accept or return a completion claim (rule 4). Who made it is the workflow's to know.
    Verify(MeasureSubject),
    /// Drop, replace or hand over a measure, name its owner (rule 6).
    DecideFate(MeasureSubject),
    /// Send an organisation without accounts a link to answer with, publish or decline what comes back.
    AskContact(MeasureSubject),
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
    /// See who has not reported, and whether a draft is waiting; see what contacts sent.
    WatchReporting(PlanSubject),
    /// Take evidence back, also from what has ended: what should never have been kept here cannot wait.
    WithdrawEvidence(MeasureSubject),
    /// Open what was taken back.
    OpenWithdrawn(PlanSubject),
}

/// Every role: for what anyone with a role may do.
const ANY: &[Role] = Role::ALL;

impl Actor {
    /// Whether rule 8 lets this person do this.
    #[must_use]
    pub fn may(&self, action: Action) -> bool {
        use Role::{Administrator, Coordinator, Executive, Lead, Member};
        match action {
            Action::ViewPlan(plan) | Action::ViewReports(plan) => {
                if plan.status == PlanStatus::Draft {
                    self.prepares(plan.id)
                } else {
                    self.reaches(plan.id, ANY)
                }
            }
            Action::ApprovePlan(plan) => {
                plan.status == PlanStatus::Draft && self.has_role_on(plan.id, &[Administrator, Coordinator])
            }
            Action::ImportPlan | Action::WatchMail => self.has_instance_role(&[Administrator, Coordinator]),
            Action::EditPlan(plan) => plan.status != PlanStatus::Closed && self.prepares(plan.id),
            Action::ClosePlan(plan) => {
                plan.status == PlanStatus::Approved && self.has_role_on(plan.id, &[Administrator, Coordinator])
            }
            Action::ViewInternal(plan) => {
                let roles = [Administrator, Coordinator, Lead, Member, Executive];
                self.may(Action::ViewPlan(plan)) && self.reaches(plan.id, &roles)
            }
            Action::Comment(plan) => plan.status == PlanStatus::Approved && self.may(Action::ViewInternal(plan)),
            // What waits of a measure that has ended, or in a closed plan, can still be cleared away.
            Action::AnswerProposal(measure) => {
                let tidies = measure.plan.status != PlanStatus::Draft && self.coordinates(measure.plan.id);
                tidies || self.may(Action::DecideFate(measure))
            }
            // What was spent is often known only once a plan is closed; which costs those are is the service's to say.
            Action::RecordCosts(plan) => self.coordinates(plan.id),
            Action::ReportProgress(measure) => measure.is_open() && self.works_on(measure),
            Action::AddEvidence(measure) => {
                let verified = measure.status == MeasureStatus::VerifiedClosed && measure.plan.status == PlanStatus::Approved;
                (verified || measure.is_open()) && self.works_on(measure)
            }
            Action::WithdrawEvidence(measure) => measure.plan.status != PlanStatus::Draft && self.works_on(measure),
            Action::OpenWithdrawn(plan) => self.may(Action::ViewPlan(plan)) && self.coordinates(plan.id),
            Action::DecideExtension(measure) => measure.is_open() && self.acts_as(measure.plan.id, &[Coordinator, Executive]),
            Action::Verify(measure) => measure.is_open() && self.coordinates(measure.plan.id),
            // Never a lead's own edit, whatever else the lead is.
            Action::DecideFate(measure) => {
                measure.is_open() && self.acts_as(measure.plan.id, &[Coordinator, Executive]) && !self.leads(measure)
            }
            Action::AskContact(measure) => measure.is_open() && self.coordinates(measure.plan.id),
            Action::WatchReporting(plan) => plan.status != PlanStatus::Draft && self.coordinates(plan.id),
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
        answers_for((self.person, self.organisation, &self.grants), measure) || self.principal_leading(measure).is_some()
    }

    /// For whom the person leads a measure that is not their own: whose deputy they are in this.
    #[must_use]
    pub fn leads_for(&self, measure: MeasureSubject) -> Option<&str> {
        let is_own = answers_for((self.person, self.organisation, &self.grants), measure);
        self.principal_leading(measure).filter(|_| !is_own).map(|principal| principal.name.as_str())
    }

    /// Somebody the person is the deputy of who leads a measure, and whose part in it is the deputy's now.
    fn principal_leading(&self, measure: MeasureSubject) -> Option<&Principal> {
        self.stands_in_for.iter().find(|principal| {
            let lent = |grant: &&Grant| principal.is_away || grant.role == Role::Lead;
            let grants: Vec<Grant> = principal.grants.iter().filter(lent).copied().collect();
            answers_for((principal.person, principal.organisation, &grants), measure)
        })
    }

    /// A coordinator may record what an organisation without accounts reports; else it is the lead's.
    fn works_on(&self, measure: MeasureSubject) -> bool {
        self.coordinates(measure.plan.id) || self.leads(measure)
    }

    /// Whether the person is a coordinator of a plan, or stands in for one who is away.
    #[must_use]
    pub fn coordinates(&self, plan: i64) -> bool {
        self.acts_as(plan, &[Role::Coordinator])
    }

    /// Whether the person works on a plan before it is approved.
    fn prepares(&self, plan: i64) -> bool {
        self.has_role_on(plan, &[Role::Administrator]) || self.coordinates(plan)
    }

    /// As whom the person decides where these people may not: as themself, or, when they may only by the authority of
    /// one of these whose deputy they are, as that one. The rules of the workflow then hold for a deputy as they do for
    /// whom they stand in: who asks for a later date and goes away does not get it from the hand of a deputy.
    #[must_use]
    pub fn decides_as(&self, action: Action, barred: &[i64]) -> i64 {
        let (lenders, others): (Vec<_>, Vec<_>) = self.stands_in_for.iter().partition(|who| barred.contains(&who.person));
        let without_them = Self { stands_in_for: others.into_iter().cloned().collect(), ..self.clone() };
        match lenders.first() {
            Some(lender) if self.may(action) && !without_them.may(action) => lender.person,
            _ => self.person,
        }
    }

    /// In whose place the person does something that is not their own to do: a deputy asks and claims for whom they stand
    /// in, who then may not decide it either. `None` where the person may by themself, or not at all.
    #[must_use]
    pub fn in_place_of(&self, action: Action) -> Option<i64> {
        self.by_authority_of(action, &[])
    }

    /// The same of a decision that these people may not take: somebody else's authority goes first, and theirs is used
    /// only where there is no other, as it is when a meeting decided.
    #[must_use]
    pub fn by_authority_of(&self, action: Action, barred: &[i64]) -> Option<i64> {
        let standing_in_for = |who: &[Principal]| Self { stands_in_for: who.to_vec(), ..self.clone() };
        if standing_in_for(&[]).may(action) {
            return None;
        }
        let lends = |who: &&Principal| standing_in_for(std::slice::from_ref(who)).may(action);
        let lenders: Vec<i64> = self.stands_in_for.iter().filter(lends).map(|who| who.person).collect();
        lenders.iter().find(|person| !barred.contains(person)).or(lenders.first()).copied()
    }

    /// Whether one of these roles on the plan is held by the person or by somebody whose deputy the person is. The
    /// drafts of a coordinator are not a deputy's business unless the coordinator is away.
    fn reaches(&self, plan: i64, roles: &[Role]) -> bool {
        let as_deputy = |grant: &Grant| grant.role == Role::Lead && grant.covers(plan, roles);
        self.acts_as(plan, roles) || self.stands_in_for.iter().flat_map(|p| &p.grants).any(as_deputy)
    }
}

/// Whether somebody of an organisation, with these roles, leads a measure.
fn answers_for((person, organisation, grants): (i64, Option<i64>, &[Grant]), measure: MeasureSubject) -> bool {
    let held = |roles| grants.iter().any(|grant: &Grant| grant.covers(measure.plan.id, roles));
    let own = measure.lead_organisation.is_some() && measure.lead_organisation == organisation;
    // Who is named as the owner answers for the measure, whatever else they are to the plan.
    (own && held(&[Role::Lead])) || (measure.owner == Some(person) && held(ANY))
}

#[cfg(test)]
#[path = "policy_tests.rs"]
mod tests;
