//! Which measures ask something of a person, and how urgently.

use crate::store::{measures::Scope, records::MeasureFigures};
use app::api::work::Asked;
use chrono::NaiveDate;
use domain::{
    measure::{Flags, MeasureStatus},
    people::{Actor, PlanSubject, Role},
    plan::PlanStatus,
    reminders::{Urgency, urgency},
};
use std::collections::{HashMap, HashSet};

/// Something that is asked about a measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Ask {
    pub asked: Asked,
    pub urgency: Urgency,
    pub measure: i64,
    pub overdue: bool,
    /// For whom, when it is a deputy who is asked.
    pub for_whom: Option<String>,
    due: Option<NaiveDate>,
}

/// A person, the approved plans they see, and the organisations in which somebody can report.
pub(super) struct Asker<'a> {
    actor: &'a Actor,
    plans: HashMap<i64, PlanSubject>,
    /// Organisation and the plan its lead's role is limited to.
    staffed: HashSet<(i64, Option<i64>)>,
    today: NaiveDate,
}

impl<'a> Asker<'a> {
    pub(super) fn new(actor: &'a Actor, visible: &[PlanSubject], staffed: &[(i64, Option<i64>)], today: NaiveDate) -> Self {
        let approved = visible.iter().filter(|plan| plan.status == PlanStatus::Approved);
        Self { actor, plans: approved.map(|plan| (plan.id, *plan)).collect(), staffed: staffed.iter().copied().collect(), today }
    }

    /// The measures that may ask for something: all of the plans coordinated, the own ones and those of the people
    /// stood in for; which of them the person leads is the policy's to say.
    pub(super) fn scope(&self) -> Scope {
        let coordinated: Vec<i64> = self.plans.keys().copied().filter(|plan| self.coordinates(*plan)).collect();
        let all: Vec<i64> = self.plans.keys().copied().collect();
        let (people, organisations): (Vec<i64>, Vec<Option<i64>>) =
            self.actor.answerable().map(|(person, organisation, _)| (person, organisation)).unzip();
        let organisations: Vec<i64> = organisations.into_iter().flatten().collect();
        Scope::plans(&coordinated).or(Scope::plans(&all).and(Scope::answered_by(&organisations, &people)))
    }

    /// What is asked, most urgent first, and how many live measures ask for nothing.
    pub(super) fn sort(&self, candidates: &[MeasureFigures]) -> (Vec<Ask>, u64) {
        let own = |measure: &&MeasureFigures| {
            let plan = self.plans.get(&measure.plan_id);
            plan.is_some_and(|plan| self.coordinates(plan.id) || self.actor.leads(measure.subject(*plan)))
        };
        let live = candidates.iter().filter(own).filter(|measure| measure.facts.status.is_live()).count();
        let mut asks: Vec<Ask> = candidates.iter().filter_map(|measure| self.ask(measure)).collect();
        asks.sort_by_key(|ask| (ask.urgency, ask.due.is_none(), ask.due, ask.measure));
        let quiet = live.saturating_sub(asks.len()) as u64;
        (asks, quiet)
    }

    fn ask(&self, measure: &MeasureFigures) -> Option<Ask> {
        let flags = measure.facts.flags(self.today);
        let asked = self.asked_as_lead(measure, &flags).or_else(|| self.asked_as_coordinator(measure, &flags))?;
        let due = measure.facts.dates.current().last_day();
        // A claim that waits is nobody's lateness, however old its date.
        let urgency = match urgency(due, self.today) {
            Urgency::Overdue if !flags.overdue => Urgency::Later,
            found => found,
        };
        let plan = self.plans.get(&measure.plan_id)?;
        let for_whom = self.actor.leads_for(measure.subject(*plan)).filter(|_| asked == Asked::ReportProgress);
        let for_whom = for_whom.map(str::to_owned);
        Some(Ask { asked, urgency, measure: measure.id, overdue: flags.overdue, for_whom, due })
    }

    fn asked_as_lead(&self, measure: &MeasureFigures, flags: &Flags) -> Option<Asked> {
        let plan = *self.plans.get(&measure.plan_id)?;
        (self.actor.leads(measure.subject(plan)) && presses(measure, flags)).then_some(Asked::ReportProgress)
    }

    fn asked_as_coordinator(&self, measure: &MeasureFigures, flags: &Flags) -> Option<Asked> {
        if !self.coordinates(measure.plan_id) {
            return None;
        }
        match (measure.lead_organisation_id, measure.owner_id) {
            _ if measure.facts.status == MeasureStatus::CompletedToVerify => Some(Asked::VerifyClaim),
            (None, None) if measure.facts.status.is_live() => Some(Asked::NameOwner),
            (Some(lead), None) if presses(measure, flags) && !self.is_staffed(lead, measure.plan_id) => {
                Some(Asked::AskOrganisation)
            }
            _ => None,
        }
    }

    fn coordinates(&self, plan: i64) -> bool {
        self.plans.contains_key(&plan) && self.actor.has_role_on(plan, &[Role::Coordinator])
    }

    fn is_staffed(&self, organisation: i64, plan: i64) -> bool {
        self.staffed.contains(&(organisation, None)) || self.staffed.contains(&(organisation, Some(plan)))
    }
}

/// Whether the lead owes something now: late, due within 30 days, or nothing said in the period.
fn presses(measure: &MeasureFigures, flags: &Flags) -> bool {
    measure.facts.status.awaits_lead() && (flags.overdue || flags.due_soon || flags.silent)
}
