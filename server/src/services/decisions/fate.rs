//! Retirement, supersession and transfer (rule 6): decisions with reasons, never a lead's own edit.

use super::{
    Case,
    meetings::{self, Sought},
    notices::{Audience, Event, What},
    who, words,
};
use crate::{
    services::{
        Author, Services, access, change, comments, contacts,
        life::{Taken, refused},
        views,
    },
    store::{
        Tx,
        audit::{self, Change},
        decisions::{self, NewDisposition},
        measures::{self, Scope},
        meetings::Meeting,
        plans,
        records::{Deliverable, Measure, Organisation},
    },
};
use app::{
    api::decisions::{FatePage, MeasureLink, SuccessorChoice},
    backend::Caller,
    error::AppError,
};
use domain::{
    comments::ProposedDecision,
    deliverable::DeliverableStatus,
    measure::MeasureStatus,
    meetings::DecisionKind,
    people::Action,
    plan::PlanStatus,
    problem::ProblemCode,
    text::{Bilingual, Coded, InLang},
    trail::{AuditAction, RecordKind},
    workflow::{DispositionKind, Fate, FateDecision, Request, Step, TypedFate, Who},
};
use std::collections::HashMap;

/// What was decided, once every id was found to be that of something suitable.
enum Decided {
    Dropped,
    Superseded(Box<Case>),
    Transferred(Organisation),
    Retired(Deliverable),
}

impl Services {
    pub(super) async fn fate_page(&self, tx: &Tx, caller: &Caller, measure: i64) -> Result<FatePage, AppError> {
        let case = Case::of(tx, caller, measure, Action::DecideFate).await?;
        let (about, _) = case.about(tx, self, caller, (who(caller), Step::Transfer)).await?;
        let lead = case.measure.figures.lead_organisation_id;
        let organisations = decisions::open_organisations(tx).await?;
        let others = organisations.iter().filter(|organisation| Some(organisation.id) != lead);
        Ok(FatePage {
            about,
            successors: successors(tx, caller, &case).await?,
            organisations: views::organisations(others, caller.lang),
            meetings: meetings::choices(tx, self.any_meeting(&case), caller.lang).await?,
            proposals: comments::open_proposals(tx, case.id(), caller.lang).await?,
        })
    }

    pub(super) async fn settle_fate(
        &self,
        tx: &Tx,
        caller: &Caller,
        measure: i64,
        lock_version: i32,
        typed: &TypedFate,
    ) -> Result<(), AppError> {
        let case = Case::of(tx, caller, measure, Action::DecideFate).await?;
        if case.measure.lock_version != lock_version {
            return Err(AppError::Conflict);
        }
        let decision = typed.check().map_err(AppError::Invalid)?;
        let decided = suitable(tx, caller, &case, decision.fate).await?;
        let meeting = meetings::chosen(tx, self.any_meeting(&case), decision.meeting).await?;
        let decider = Who { by_meeting: meeting.is_some(), ..who(caller) };
        let taken = self.take(tx, (&case.measure, &case.plan), lock_version, decider, (decided.step(), "fate")).await?;
        match &decided {
            Decided::Transferred(to) => decisions::hand_over(tx, case.id(), to.id, self.clock.today()).await?,
            Decided::Retired(deliverable) => decisions::retire_deliverable(tx, deliverable.id, self.clock.today()).await?,
            Decided::Dropped | Decided::Superseded(_) => {}
        }
        self.write_fate(tx, caller, &case, (&decided, &decision), (&taken, meeting.as_ref())).await
    }

    /// Any meeting held by now: nobody has to ask for the fate of a measure first.
    fn any_meeting(&self, case: &Case) -> Sought {
        Sought { plan: case.plan.id, since: None, today: self.clock.today(), begun: false }
    }

    /// The decision with its reason, the meeting that made it, the mails and the audit row.
    async fn write_fate(
        &self,
        tx: &Tx,
        caller: &Caller,
        case: &Case,
        (decided, decision): (&Decided, &FateDecision),
        (taken, meeting): (&Taken, Option<&Meeting>),
    ) -> Result<(), AppError> {
        let action = Action::DecideFate(case.measure.subject(case.plan.subject()));
        let (author, today) = (Author::acting(caller, self.clock.now(), action), self.clock.today());
        let lead = case.measure.figures.lead_organisation_id;
        let to = decided.new_lead();
        let new = NewDisposition {
            measure_id: case.id(),
            deliverable_id: decided.deliverable(),
            kind: decided.kind(),
            reason: decision.reason.clone(),
            decided_by: caller.actor.person,
            decided_on: today,
            meeting_id: meeting.map(|meeting| meeting.id),
            successor_id: decided.successor(),
            from_organisation_id: to.and(lead),
            to_organisation_id: to,
        };
        let id = decisions::add_disposition(tx, new).await?;
        let kind = if to.is_some() { DecisionKind::Transfer } else { DecisionKind::Retire };
        meetings::record(tx, meeting, case.id(), (kind, &decision.reason), today).await?;
        // Whoever asked for a later date learns why nobody will answer.
        let asked = taken.lapsed().into_iter().flat_map(Request::askers).collect();
        let event = Event {
            key: format!("disposition:{id}"),
            what: decided.told(),
            words: &decision.reason,
            path: format!("/measures/{}", case.id()),
            audience: Audience::Waiting { people: asked, organisation: to },
        };
        self.announce(tx, caller, case, event).await?;
        if let Decided::Superseded(successor) = decided {
            self.tell_takes_over(tx, caller, (successor, case), (id, &decision.reason)).await?;
        }
        let mut changes = decided.changes(case, taken);
        changes.extend(change("fate_reason", None, words(&decision.reason)));
        changes.extend(change("meeting", None, meeting.and_then(|meeting| words(&meeting.name))));
        let mut entries = vec![author.entry(decided.action(), RecordKind::Measure, case.id(), Some(case.plan.id), changes)];
        let (about, follows) = ((&case.measure, &case.plan), (decided.proposed(), decision.follows.as_slice()));
        entries.extend(self.follow_proposals(tx, caller, &author, about, follows).await?);
        if to.is_some() {
            entries.extend(contacts::revoke_open(tx, &author, (case.id(), case.plan.id)).await?);
        }
        Ok(audit::record_all(tx, entries).await?)
    }
}

impl Services {
    /// Tells those who carry the measure that takes the place of another one.
    async fn tell_takes_over(
        &self,
        tx: &Tx,
        caller: &Caller,
        (successor, replaced): (&Case, &Case),
        (disposition, reason): (i64, &Bilingual),
    ) -> Result<(), AppError> {
        let event = Event {
            key: format!("disposition:{disposition}:successor"),
            what: What::TakesOver { predecessor: replaced.measure.label.clone() },
            words: reason,
            path: format!("/measures/{}", successor.id()),
            audience: Audience::Waiting { people: Vec::new(), organisation: None },
        };
        self.announce(tx, caller, successor, event).await
    }
}

/// The live measures the person may see, those of the same plan first.
async fn successors(tx: &Tx, caller: &Caller, case: &Case) -> Result<Vec<SuccessorChoice>, AppError> {
    let visible = access::visible_plans(tx, &caller.actor).await?;
    let in_force: Vec<i64> = visible.iter().filter(|plan| plan.status == PlanStatus::Approved).map(|plan| plan.id).collect();
    let live: Vec<i64> = measures::figures(tx, &Scope::plans(&in_force))
        .await?
        .iter()
        .filter(|measure| measure.facts.status.is_live() && measure.id != case.id())
        .map(|measure| measure.id)
        .collect();
    let titles = plans::load(tx, &in_force).await?.into_iter();
    let titles: HashMap<i64, Option<InLang>> = titles.map(|plan| (plan.id, plan.title.for_reader(caller.lang))).collect();
    let mut found: Vec<(i64, i64, decisions::Related)> =
        decisions::related(tx, &live).await?.into_iter().map(|(id, measure)| (measure.plan.id, id, measure)).collect();
    found.sort_by_key(|(plan, id, _)| (*plan != case.plan.id, *plan, *id));
    let choice = |(plan, id, measure): (i64, i64, decisions::Related)| SuccessorChoice {
        link: MeasureLink { id, label: measure.label, text: measure.text.for_reader(caller.lang) },
        plan: titles.get(&plan).cloned().flatten().filter(|_| plan != case.plan.id),
    };
    Ok(found.into_iter().map(choice).collect())
}

/// Finds what the decision names. Errors with `Invalid` when it is nothing suitable, or nothing the person may see.
async fn suitable(tx: &Tx, caller: &Caller, case: &Case, fate: Fate) -> Result<Decided, AppError> {
    let no_choice = |field: &str| refused(field, ProblemCode::NotAChoice);
    match fate {
        Fate::Drop => Ok(Decided::Dropped),
        Fate::Supersede(id) => match access::measure(tx, &caller.actor, id).await {
            Ok((successor, plan)) if id != case.id() && is_alive(&successor, plan.status) => {
                Ok(Decided::Superseded(Box::new(Case { measure: successor, plan })))
            }
            Ok(_) | Err(AppError::NotFound) => Err(no_choice("successor")),
            Err(error) => Err(error),
        },
        Fate::Transfer(id) => {
            let open = decisions::open_organisations(tx).await?;
            let to = open.into_iter().find(|to| to.id == id && Some(id) != case.measure.figures.lead_organisation_id);
            to.map(Decided::Transferred).ok_or_else(|| no_choice("new_lead"))
        }
        Fate::RetireDeliverable(id) => {
            let open = case.measure.deliverables.iter().find(|deliverable| deliverable.id == id && deliverable.status.is_open());
            open.cloned().map(Decided::Retired).ok_or_else(|| no_choice("retired_deliverable"))
        }
    }
}

/// The codes of those who support a measure, but for one.
fn supporting(measure: &Measure, except: Option<i64>) -> Option<String> {
    let others = measure.support.iter().filter(|organisation| Some(organisation.id) != except);
    let codes: Vec<&str> = others.map(|organisation| organisation.code.as_str()).collect();
    (!codes.is_empty()).then(|| codes.join(", "))
}

fn is_alive(measure: &Measure, plan: PlanStatus) -> bool {
    plan == PlanStatus::Approved && measure.figures.facts.status.is_live()
}

impl Decided {
    fn step(&self) -> Step {
        match self {
            Self::Dropped => Step::End { status: MeasureStatus::NoLongerApplicable },
            Self::Superseded(_) => Step::End { status: MeasureStatus::Superseded },
            Self::Transferred(_) => Step::Transfer,
            Self::Retired(_) => Step::RetireDeliverable,
        }
    }

    fn kind(&self) -> DispositionKind {
        match self {
            Self::Dropped | Self::Retired(_) => DispositionKind::NoLongerApplicable,
            Self::Superseded(_) => DispositionKind::Superseded,
            Self::Transferred(_) => DispositionKind::Transferred,
        }
    }

    /// What it was proposed as.
    fn proposed(&self) -> ProposedDecision {
        match self {
            Self::Dropped => ProposedDecision::NoLongerApplicable,
            Self::Superseded(_) => ProposedDecision::Superseded,
            Self::Transferred(_) => ProposedDecision::Transferred,
            Self::Retired(_) => ProposedDecision::DeliverableRetired,
        }
    }

    fn action(&self) -> AuditAction {
        match self {
            Self::Dropped => AuditAction::MeasureDropped,
            Self::Superseded(_) => AuditAction::MeasureSuperseded,
            Self::Transferred(_) => AuditAction::MeasureTransferred,
            Self::Retired(_) => AuditAction::DeliverableRetired,
        }
    }

    fn told(&self) -> What {
        match self {
            Self::Dropped => What::Dropped,
            Self::Superseded(successor) => What::Superseded { label: successor.measure.label.clone() },
            Self::Transferred(to) => What::Transferred { to: to.name.clone() },
            Self::Retired(deliverable) => What::Retired { title: deliverable.title.clone() },
        }
    }

    fn new_lead(&self) -> Option<i64> {
        match self {
            Self::Transferred(to) => Some(to.id),
            _ => None,
        }
    }

    fn successor(&self) -> Option<i64> {
        match self {
            Self::Superseded(successor) => Some(successor.id()),
            _ => None,
        }
    }

    fn deliverable(&self) -> Option<i64> {
        match self {
            Self::Retired(deliverable) => Some(deliverable.id),
            _ => None,
        }
    }

    /// What changed, by names rather than ids.
    fn changes(&self, case: &Case, taken: &Taken) -> Vec<Change> {
        let measure = &case.measure;
        match self {
            Self::Transferred(to) => {
                let before = measure.lead.as_ref().map(|lead| lead.code.clone());
                let lead = change("lead", before, Some(to.code.clone()));
                // The words of the source are nowhere else once they are gone from the row.
                let words = change("owner_words", measure.owner_text.clone(), None);
                let lapsed = change("requested_due", taken.lapsed().map(|request| request.to.to_string()), None);
                let support = change("support", supporting(measure, None), supporting(measure, Some(to.id)));
                let owner = change("owner", measure.owner.clone(), None);
                lead.into_iter().chain(support).chain(owner).chain(words).chain(lapsed).collect()
            }
            Self::Retired(deliverable) => {
                let status = |status: DeliverableStatus| Some(status.code().to_owned());
                let title = change("deliverable", None, words(&deliverable.title));
                let retired = change("deliverable_status", status(deliverable.status), status(DeliverableStatus::Retired));
                title.into_iter().chain(retired).collect()
            }
            Self::Superseded(successor) => {
                let mut changes = taken.changes();
                changes.extend(change("successor", None, Some(successor.measure.label.clone())));
                changes
            }
            Self::Dropped => taken.changes(),
        }
    }
}
