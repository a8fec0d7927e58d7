//! What becomes of an answer: published as it is, or declined with a reason. Nobody edits what a contact said.

use super::{Sent, coordinated, named, unknown};
use crate::{
    files::KeptFile,
    services::{
        Author, Services, access,
        decisions::verifiers,
        evidence::NewEvidence,
        progress::{Accepted, Reporter},
        views,
    },
    store::{
        StoreError, Tx, audit,
        contacts::{self, Link, Proposal},
        evidence::Matter,
        measures::{self, Scope},
        people,
        records::{Measure, Plan},
        updates,
    },
};
use app::{
    api::{
        contacts::{Answer, ProposalPage, WaitingAnswer},
        evidence::FileView,
    },
    backend::Caller,
    error::AppError,
};
use domain::{
    contacts::ProposalState,
    measure::MeasureStatus,
    people::{Action, MeasureSubject},
    problem::ProblemCode,
    text::{self, Coded},
    trail::{AuditAction, RecordKind},
};
use std::collections::HashMap;

/// An answer with all it is about.
struct Found {
    proposal: Proposal,
    link: Link,
    measure: Measure,
    plan: Plan,
    sent: Sent,
}

/// Errors with `NotFound` for all but the coordinators of the plan.
async fn find(tx: &Tx, caller: &Caller, id: i64) -> Result<Found, AppError> {
    let proposal = contacts::proposal(tx, id).await?.ok_or(AppError::NotFound)?;
    // That an answer came is nobody else's to know.
    let (measure, plan) = coordinated(tx, caller, proposal.measure_id).await.map_err(unknown)?;
    let link = contacts::link(tx, proposal.link_id).await?.ok_or(AppError::NotFound)?;
    let sent = serde_json::from_str(&proposal.typed).map_err(|error| StoreError::impossible("proposal", id, error))?;
    Ok(Found { proposal, link, measure, plan, sent })
}

impl Services {
    /// The file that came with an answer nobody decided on yet, for the coordinators of its plan.
    pub(super) async fn file_beside(&self, tx: &Tx, caller: &Caller, proposal: i64) -> Result<KeptFile, AppError> {
        let Found { proposal, sent, .. } = find(tx, caller, proposal).await?;
        sent.file.filter(|_| proposal.state == ProposalState::Waiting).ok_or(AppError::NotFound)
    }

    pub(super) async fn beside(&self, tx: &Tx, caller: &Caller, proposal: i64) -> Result<ProposalPage, AppError> {
        let Found { proposal, link, measure, plan, sent } = find(tx, caller, proposal).await?;
        let last = updates::page(tx, measure.figures.id, 0, 1).await?.pop();
        let names = people::names(tx, &proposal.decided_by.into_iter().collect::<Vec<_>>()).await?;
        let decider = proposal.decided_by.and_then(|person| names.get(&person).cloned());
        let may_publish = proposal.state == ProposalState::Waiting && may_ask(caller, measure.subject(plan.subject()));
        let claims = matches!(&sent.answer, Answer::Update(typed) if typed.status == MeasureStatus::CompletedToVerify.code());
        // Whoever publishes a claim made it theirs, and the owner never verifies.
        let out: Vec<i64> = measure.figures.owner_id.into_iter().chain([caller.actor.person]).collect();
        let verifiers = if may_publish && claims { Some(verifiers(tx, plan.id, &out, self.clock.today()).await?) } else { None };
        Ok(ProposalPage {
            id: proposal.id,
            link: link.id,
            contact: named(&link),
            verifiers,
            file: sent.file.map(|file| FileView { name: file.name, bytes: file.bytes, sha256: file.sha256 }),
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
            answer: sent.answer,
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
        let Found { proposal, link, measure, plan, sent } = find(tx, caller, proposal).await?;
        let action = Action::AskContact(measure.subject(plan.subject()));
        access::require(&caller.actor, action)?;
        if proposal.lock_version != lock_version || measure.lock_version != measure_version {
            return Err(AppError::Conflict);
        }
        let author = Author::acting(caller, self.clock.now(), action);
        let contact = named(&link);
        let person = caller.actor.person;
        contacts::decide(tx, (proposal.id, lock_version), ProposalState::Published, None, person, author.at).await?;
        let mut entries = match &sent.answer {
            Answer::Update(typed) => {
                let accepted = Accepted::of(tx, &author, (&measure, &plan), typed).await.map_err(no_longer_fits)?;
                // It answers for the day on which it was said, whenever somebody found the time to publish it.
                let said_on = self.clock.day_of(proposal.received_at);
                let reporter = Reporter { person, contact: Some((contact.clone(), said_on)) };
                vec![self.write_report(tx, (caller, &author), reporter, (&measure, &plan), &accepted).await?]
            }
            Answer::Evidence(typed) => {
                let note = typed.check().map_err(AppError::Invalid).map_err(no_longer_fits)?;
                let matter = match &sent.file {
                    Some(file) => Matter::File(file.clone()),
                    None => typed.link().map_err(|problem| no_longer_fits(AppError::Invalid(vec![problem])))?.into(),
                };
                let new = NewEvidence { note: &note, matter, contact: Some(&contact) };
                let added = self.add_evidence(tx, &author, (&measure, &plan), measure_version, new).await;
                added.map_err(no_longer_fits)?.entries
            }
        };
        let id = measure.figures.id;
        let changes = vec![("contact".to_owned(), None, Some(contact))];
        entries.push(author.entry(AuditAction::AnswerPublished, RecordKind::ContactLink, link.id, Some(plan.id), changes));
        audit::record_all(tx, entries).await?;
        Ok(id)
    }

    /// Answers the file that came with it: it belongs to nothing any more once this is written.
    pub(super) async fn leave_out(
        &self,
        tx: &Tx,
        caller: &Caller,
        (proposal, lock_version): (i64, i32),
        reason: &str,
    ) -> Result<Option<KeptFile>, AppError> {
        let Found { proposal, link, plan, sent, .. } = find(tx, caller, proposal).await?;
        let reason = text::reason("decline_reason", reason)?;
        let author = Author::acting(caller, self.clock.now(), Action::WatchReporting(plan.subject()));
        let decision = ((proposal.id, lock_version), ProposalState::Declined, Some(reason.clone()));
        contacts::decide(tx, decision.0, decision.1, decision.2, caller.actor.person, author.at).await?;
        let changes = vec![("contact".to_owned(), None, Some(named(&link))), ("reason".to_owned(), None, Some(reason))];
        let entry = author.entry(AuditAction::AnswerDeclined, RecordKind::ContactLink, link.id, Some(plan.id), changes);
        audit::record(tx, entry).await?;
        Ok(sent.file)
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
            name: named(link),
            purpose: link.purpose,
            label: measure.label.clone(),
            text: measure.text.for_reader(caller.lang),
            received_at: proposal.received_at,
        })
    };
    Ok(waiting.into_iter().filter_map(view).collect())
}
