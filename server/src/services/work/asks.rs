//! Which measures ask something of a person, and how urgently.

use crate::store::{decisions::OpenRequest, measures::Scope, records::MeasureFigures};
use app::api::work::Asked;
use chrono::NaiveDate;
use domain::{
    measure::MeasureStatus,
    people::{Action, Actor, MeasureSubject, PlanSubject, Role},
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
    /// The extension request to decide.
    pub extension: Option<i64>,
    /// The comment whose proposal is to be answered.
    pub comment: Option<i64>,
    /// Whether the measure or a deliverable of it is late.
    pub overdue: bool,
    /// For whom, when it is a deputy who is asked.
    pub for_whom: Option<String>,
    due: Option<NaiveDate>,
}

/// What waits about measures beside their own figures.
#[derive(Debug, Default)]
pub(super) struct Waiting {
    /// The extensions to decide.
    pub requests: HashMap<i64, OpenRequest>,
    /// Who claims completion.
    pub claimants: HashMap<i64, Vec<i64>>,
    /// The measures whose claim was returned and of which nothing was reported since.
    pub returned: HashSet<i64>,
    /// The measures that another organisation took over and of which nobody was named since.
    pub handed_over: HashSet<i64>,
    /// The comments whose proposal waits for an answer.
    pub proposals: HashMap<i64, Vec<i64>>,
    /// The owners who can still sign in.
    pub owners: HashSet<i64>,
    /// The measures with a deliverable that is late by a date of its own, and since which day.
    pub late_deliverables: HashMap<i64, NaiveDate>,
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

    /// The measures that may ask for something: all of the plans coordinated or decided on, the own ones and those of
    /// the people stood in for; which of them the person leads is the policy's to say.
    pub(super) fn scope(&self) -> Scope {
        let all: Vec<i64> = self.plans.keys().copied().collect();
        let decides = |plan: &i64| self.actor.acts_as(*plan, &[Role::Coordinator, Role::Executive]);
        let decided: Vec<i64> = all.iter().copied().filter(decides).collect();
        let (people, organisations): (Vec<i64>, Vec<Option<i64>>) =
            self.actor.answerable().map(|(person, organisation, _)| (person, organisation)).unzip();
        let organisations: Vec<i64> = organisations.into_iter().flatten().collect();
        Scope::plans(&decided).or(Scope::plans(&all).and(Scope::answered_by(&organisations, &people)))
    }

    /// What is asked, most urgent first, and how many live measures ask for nothing.
    pub(super) fn sort(&self, candidates: &[MeasureFigures], waiting: &Waiting) -> (Vec<Ask>, u64) {
        let mut asks: Vec<Ask> = candidates.iter().flat_map(|measure| self.asks(measure, waiting)).collect();
        asks.sort_by_key(|ask| (ask.urgency, ask.due.is_none(), ask.due, ask.measure));
        let asking: HashSet<i64> = asks.iter().map(|ask| ask.measure).collect();
        let own = |measure: &&MeasureFigures| {
            let plan = self.plans.get(&measure.plan_id);
            plan.is_some_and(|plan| self.coordinates(plan.id) || self.actor.leads(measure.subject(*plan)))
        };
        let live = candidates.iter().filter(own).filter(|measure| measure.facts.status.is_live());
        (asks, live.filter(|measure| !asking.contains(&measure.id)).count() as u64)
    }

    /// A decision and, beside it, the work itself.
    fn asks(&self, measure: &MeasureFigures, waiting: &Waiting) -> Vec<Ask> {
        let Some(plan) = self.plans.get(&measure.plan_id) else { return Vec::new() };
        let flags = measure.facts.flags(self.today);
        let subject = measure.subject(*plan);
        // A deliverable may be late before its measure is.
        let late = waiting.late_deliverables.get(&measure.id).copied().filter(|_| subject.status.awaits_lead());
        let overdue = flags.overdue || late.is_some();
        // What the lead owes now: something late or due within 30 days, or a word on where it stands in the period.
        let presses = subject.status.awaits_lead() && (overdue || flags.due_soon || flags.silent);
        let work = self.asked_as_lead(subject, measure, presses, waiting);
        let work = work.or_else(|| self.asked_as_coordinator(measure, presses, waiting));
        let decision = self.asked_to_decide(subject, waiting.requests.get(&measure.id));
        let claim = self.asked_to_verify(subject, waiting.claimants.get(&measure.id));
        let due = [measure.facts.dates.current().last_day(), late].into_iter().flatten().min();
        // A claim that waits is nobody's lateness, however old its date.
        let urgency = match urgency(due, self.today) {
            Urgency::Overdue if !overdue => Urgency::Later,
            // Nor does the date of what has ended press anybody.
            _ if !subject.status.is_live() => Urgency::Later,
            found => found,
        };
        let for_whom = self.actor.leads_for(subject).map(str::to_owned);
        let ask = |asked| Ask {
            asked,
            extension: None,
            comment: None,
            urgency,
            measure: measure.id,
            overdue,
            for_whom: for_whom.clone().filter(|_| matches!(asked, Asked::ReportProgress | Asked::ClaimReturned)),
            due,
        };
        let decision = decision.map(|request| Ask { extension: Some(request), ..ask(Asked::DecideExtension) });
        let proposals = self.asked_to_answer(subject, waiting.proposals.get(&measure.id));
        let proposals = proposals.into_iter().map(|comment| Ask { comment: Some(comment), ..ask(Asked::AnswerProposal) });
        let plain = [claim, work].into_iter().flatten().map(&ask);
        decision.into_iter().chain(proposals).chain(plain).collect()
    }

    /// Rule 6: what others propose is answered by those who decide.
    fn asked_to_answer(&self, subject: MeasureSubject, proposals: Option<&Vec<i64>>) -> Vec<i64> {
        if self.actor.may(Action::AnswerProposal(subject)) { proposals.cloned().unwrap_or_default() } else { Vec::new() }
    }

    /// Rule 5: whoever asked does not decide, unless a meeting did, which is recorded on the page of the request.
    fn asked_to_decide(&self, subject: MeasureSubject, request: Option<&OpenRequest>) -> Option<i64> {
        let action = Action::DecideExtension(subject);
        let request = request.filter(|request| !request.askers.contains(&self.actor.decides_as(action, &request.askers)))?;
        self.actor.may(action).then_some(request.id)
    }

    /// Rule 4: whoever owns or claimed does not verify.
    fn asked_to_verify(&self, subject: MeasureSubject, claimants: Option<&Vec<i64>>) -> Option<Asked> {
        let barred: Vec<i64> = claimants.into_iter().flatten().copied().chain(subject.owner).collect();
        let own = barred.contains(&self.actor.decides_as(Action::Verify(subject), &barred));
        let waits = subject.status == MeasureStatus::CompletedToVerify && !own;
        (waits && self.actor.may(Action::Verify(subject))).then_some(Asked::VerifyClaim)
    }

    fn asked_as_lead(
        &self,
        subject: MeasureSubject,
        measure: &MeasureFigures,
        presses: bool,
        waiting: &Waiting,
    ) -> Option<Asked> {
        if !self.actor.leads(subject) {
            return None;
        }
        if measure.facts.status.awaits_lead() && waiting.returned.contains(&measure.id) {
            return Some(Asked::ClaimReturned);
        }
        presses.then_some(Asked::ReportProgress)
    }

    fn asked_as_coordinator(&self, measure: &MeasureFigures, presses: bool, waiting: &Waiting) -> Option<Asked> {
        if !self.coordinates(measure.plan_id) {
            return None;
        }
        // An owner who left stays named, and answers for nothing.
        let owner = measure.owner_id.filter(|owner| waiting.owners.contains(owner));
        match (measure.lead_organisation_id, owner) {
            _ if measure.facts.status == MeasureStatus::CompletedToVerify => None,
            (None, None) if measure.facts.status.is_live() => Some(Asked::NameOwner),
            (Some(lead), None) if presses && !self.is_staffed(lead, measure.plan_id) => Some(Asked::AskOrganisation),
            // Who carried it was in the organisation that led it before.
            (Some(_), None) if measure.facts.status.is_live() && waiting.handed_over.contains(&measure.id) => {
                Some(Asked::NameOwner)
            }
            _ => None,
        }
    }

    fn coordinates(&self, plan: i64) -> bool {
        self.plans.contains_key(&plan) && self.actor.coordinates(plan)
    }

    fn is_staffed(&self, organisation: i64, plan: i64) -> bool {
        self.staffed.contains(&(organisation, None)) || self.staffed.contains(&(organisation, Some(plan)))
    }
}
