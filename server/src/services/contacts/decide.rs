//! What becomes of an answer: published as it is, or declined with a reason. Nobody edits what a contact said.

use super::{coordinated, named};
use crate::{
    services::{
        Author, Services, access,
        life::{alone, refused},
        progress::{Accepted, Reporter},
        views,
    },
    store::{
        StoreError, Tx, audit,
        contacts::{self, Link, Proposal},
        measures::{self, Scope},
        people,
        records::{Measure, Plan, typed},
        updates,
    },
};
use app::{
    api::contacts::{Answer, ProposalPage, WaitingAnswer},
    backend::Caller,
    error::AppError,
};
use domain::{
    contacts::ProposalState,
    people::{Action, MeasureSubject},
    problem::ProblemCode,
    progress::MAX_TEXT,
    trail::{AuditAction, RecordKind},
    workflow::Step,
};
use std::collections::HashMap;

/// An answer with all it is about.
struct Found {
    proposal: Proposal,
    link: Link,
    measure: Measure,
    plan: Plan,
    answer: Answer,
}

/// Errors with `NotFound` for all but the coordinators of the plan.
async fn find(tx: &Tx, caller: &Caller, id: i64) -> Result<Found, AppError> {
    let proposal = contacts::proposal(tx, id).await?.ok_or(AppError::NotFound)?;
    let (measure, plan) = coordinated(tx, caller, proposal.measure_id).await.map_err(|error| match error {
        // That an answer came is nobody else's to know.
        AppError::NotAllowed => AppError::NotFound,
        other => other,
    })?;
    let link = contacts::link(tx, proposal.link_id).await?.ok_or(AppError::NotFound)?;
    let answer = serde_json::from_str(&proposal.typed).map_err(|error| StoreError::impossible("proposal", id, error))?;
    Ok(Found { proposal, link, measure, plan, answer })
}

impl Services {
    pub(super) async fn beside(&self, tx: &Tx, caller: &Caller, proposal: i64) -> Result<ProposalPage, AppError> {
        let Found { proposal, link, measure, plan, answer } = find(tx, caller, proposal).await?;
        let last = updates::page(tx, measure.figures.id, 0, 1).await?.pop();
        let names = people::names(tx, &proposal.decided_by.into_iter().collect::<Vec<_>>()).await?;
        let decider = proposal.decided_by.and_then(|person| names.get(&person).cloned());
        let may_publish = proposal.state == ProposalState::Waiting && may_ask(caller, measure.subject(plan.subject()));
        Ok(ProposalPage {
            id: proposal.id,
            state: proposal.state,
            reason: proposal.reason,
            name: link.name,
            email: link.email,
            received_at: proposal.received_at,
            decided: decider.zip(proposal.decided_at),
            measure: views::measure(&measure, caller.lang, self.clock.today()),
            plan_id: plan.id,
            plan_title: plan.title.for_reader(caller.lang),
            last: last.map(|update| views::update(&update, caller.lang)),
            answer,
            may_publish,
            lock_version: proposal.lock_version,
            measure_version: measure.lock_version,
        })
    }

    /// The coordinator answers for what is published: they count as who claims, and cannot verify it.
    pub(super) async fn take_over(
        &self,
        tx: &Tx,
        caller: &Caller,
        (proposal, lock_version): (i64, i32),
        measure_version: i32,
    ) -> Result<i64, AppError> {
        let Found { proposal, link, measure, plan, answer } = find(tx, caller, proposal).await?;
        access::require(&caller.actor, Action::AskContact(measure.subject(plan.subject())))?;
        if proposal.lock_version != lock_version || measure.lock_version != measure_version {
            return Err(AppError::Conflict);
        }
        let author = Author::caller(caller, self.clock.now());
        let contact = named(&link, &measure);
        let person = caller.actor.person;
        contacts::decide(tx, (proposal.id, lock_version), ProposalState::Published, None, person, author.at).await?;
        let mut proof = Vec::new();
        let mut entries = match &answer {
            Answer::Update(typed) => {
                let accepted = Accepted::of(tx, &author, (&measure, &plan), typed).await.map_err(no_longer_fits)?;
                let reporter = Reporter { person, contact: Some(contact.clone()) };
                vec![self.write_report(tx, (caller, &author), reporter, (&measure, &plan), &accepted).await?]
            }
            Answer::Evidence(typed) => {
                let note = typed.check().map_err(AppError::Invalid).map_err(no_longer_fits)?;
                let url = typed.link().map_err(|problem| AppError::Invalid(vec![problem])).map_err(no_longer_fits)?;
                let step = (Step::AddEvidence, "publish");
                let taken = self.take(tx, (&measure, &plan), measure_version, alone(&author), step).await?;
                contacts::add_evidence(tx, measure.figures.id, &note, url.as_str(), (person, &contact), author.at).await?;
                proof = taken.changes();
                proof.push(("evidence".to_owned(), None, Some(note.title.clone())));
                proof.push(("url".to_owned(), None, Some(url.as_str().to_owned())));
                Vec::new()
            }
        };
        let id = measure.figures.id;
        let changes = std::iter::once(("contact".to_owned(), None, Some(contact))).chain(proof).collect();
        entries.push(author.entry(AuditAction::AnswerPublished, RecordKind::Measure, id, Some(plan.id), changes));
        for entry in entries {
            audit::record(tx, entry).await?;
        }
        Ok(id)
    }

    pub(super) async fn leave_out(
        &self,
        tx: &Tx,
        caller: &Caller,
        (proposal, lock_version): (i64, i32),
        reason: &str,
    ) -> Result<(), AppError> {
        let Found { proposal, link, measure, plan, .. } = find(tx, caller, proposal).await?;
        let reason = typed(reason).ok_or_else(|| refused("decline_reason", ProblemCode::ReasonRequired))?;
        if reason.chars().count() > MAX_TEXT {
            return Err(refused("decline_reason", ProblemCode::TooLong));
        }
        let author = Author::caller(caller, self.clock.now());
        let decision = ((proposal.id, lock_version), ProposalState::Declined, Some(reason.clone()));
        contacts::decide(tx, decision.0, decision.1, decision.2, caller.actor.person, author.at).await?;
        let changes = vec![("contact".to_owned(), None, Some(named(&link, &measure))), ("reason".to_owned(), None, Some(reason))];
        let id = measure.figures.id;
        let entry = author.entry(AuditAction::AnswerDeclined, RecordKind::Measure, id, Some(plan.id), changes);
        Ok(audit::record(tx, entry).await?)
    }
}

fn may_ask(caller: &Caller, measure: MeasureSubject) -> bool {
    caller.actor.may(Action::AskContact(measure))
}

/// A problem of the form is the contact's, who is gone: the coordinator is told what keeps it out of the record.
fn no_longer_fits(error: AppError) -> AppError {
    match error {
        AppError::Invalid(mut problems) => {
            problems.iter_mut().for_each(|problem| problem.field = "publish".to_owned());
            problems.insert(0, domain::problem::Problem::new("publish", ProblemCode::NoLongerFits));
            AppError::Invalid(problems)
        }
        other => other,
    }
}

/// The answers that wait on the plans the caller coordinates, oldest first.
pub(super) async fn waiting(tx: &Tx, caller: &Caller) -> Result<Vec<WaitingAnswer>, AppError> {
    let visible = access::visible_plans(tx, &caller.actor).await?;
    let coordinated = visible.into_iter().filter(|plan| caller.actor.may(Action::WatchReporting(*plan)));
    let plans: Vec<i64> = coordinated.map(|plan| plan.id).collect();
    if plans.is_empty() {
        return Ok(Vec::new());
    }
    let waiting = contacts::waiting(tx, &Scope::plans(&plans)).await?;
    let links = contacts::links_by_id(tx, &waiting.iter().map(|proposal| proposal.link_id).collect::<Vec<_>>()).await?;
    let ids: Vec<i64> = waiting.iter().map(|proposal| proposal.measure_id).collect();
    let found = measures::load(tx, &Scope::ids(&ids)).await?;
    let measures: HashMap<i64, Measure> = found.into_iter().map(|measure| (measure.figures.id, measure)).collect();
    let view = |proposal: Proposal| {
        let (link, measure) = (links.get(&proposal.link_id)?, measures.get(&proposal.measure_id)?);
        Some(WaitingAnswer {
            id: proposal.id,
            name: named(link, measure),
            purpose: link.purpose,
            label: measure.label.clone(),
            text: measure.text.for_reader(caller.lang),
            received_at: proposal.received_at,
        })
    };
    Ok(waiting.into_iter().filter_map(view).collect())
}
