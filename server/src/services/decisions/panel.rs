//! The decisions about a measure, as the page of the measure shows them, and what a person may decide.

use super::decider;
use crate::{
    services::views,
    store::{
        Tx,
        decisions::{self, Disposition, Related, Verification},
        life::standing,
        records::{Measure, Plan},
        standings, updates,
    },
};
use app::{
    api::decisions::{DispositionView, MeasureLife, MeasureLink, Other, Possible, VerificationView},
    backend::Caller,
    error::AppError,
};
use domain::{
    measure::MeasureStatus,
    people::{Action, Actor},
    problem::ProblemCode,
    text::Lang,
    workflow::{Standing, Step, VerificationOutcome},
};
use std::collections::HashMap;

/// Everything decided about a measure, and what the caller may do now.
pub(in crate::services) async fn life(tx: &Tx, caller: &Caller, measure: &Measure, plan: &Plan) -> Result<MeasureLife, AppError> {
    let id = measure.figures.id;
    let standing = standing(tx, measure, plan).await?;
    let verifications = decisions::verifications(tx, id).await?;
    let reported = updates::days(tx, id).await?;
    // No query for what was never claimed.
    let may_be_claimed = matches!(measure.figures.facts.status, MeasureStatus::CompletedToVerify | MeasureStatus::VerifiedClosed);
    let claimed_on = if may_be_claimed { standings::claimed_since(tx, id).await? } else { None };
    let scope = crate::store::measures::Scope::ids(&[id]);
    let open_request = decisions::open_requests(tx, &scope).await?.remove(&id).map(|request| request.id);
    // No query for what cannot be: only an open measure has a returned claim.
    let may_be_returned = measure.figures.facts.status.awaits_lead()
        && verifications.last().is_some_and(|answer| answer.outcome == VerificationOutcome::Returned);
    let is_returned = may_be_returned && decisions::returned(tx, &scope).await?.contains(&id);
    Ok(MeasureLife {
        dispositions: dispositions(tx, caller, measure).await?,
        verifications: verifications.iter().map(|answer| verification(answer, caller.lang)).collect(),
        reported_on: reported,
        claimed_on,
        ended_on: measure.figures.ended_on,
        open_request,
        is_returned,
        missing: if measure.figures.facts.status.awaits_lead() { missing(&standing) } else { Vec::new() },
        may: possible(caller, measure, plan, standing),
    })
}

/// What a completion claim needs and has not.
pub(super) fn missing(standing: &Standing) -> Vec<ProblemCode> {
    let open = (standing.open_deliverables > 0).then_some(ProblemCode::DeliverablesOpen);
    let unproven = (standing.needs_evidence && !standing.has_evidence).then_some(ProblemCode::EvidenceMissing);
    open.into_iter().chain(unproven).collect()
}

fn possible(caller: &Caller, measure: &Measure, plan: &Plan, standing: Standing) -> Possible {
    let (actor, subject) = (&caller.actor, measure.subject(plan.subject()));
    Possible {
        ask_extension: actor.may(Action::ReportProgress(subject))
            && subject.status.awaits_lead()
            && standing.request.is_none()
            && standing.dates.is_extendable(),
        decide_extension: actor.may(Action::DecideExtension(subject)) && standing.request.is_some(),
        verify: actor.may(Action::Verify(subject))
            && subject.status == MeasureStatus::CompletedToVerify
            && standing.clone().take(decider(caller, &standing, Step::Return, Action::Verify(subject)), Step::Return).is_ok(),
        decide_fate: actor.may(Action::DecideFate(subject)),
    }
}

/// An answer to a claim.
pub(super) fn verification(of: &Verification, lang: Lang) -> VerificationView {
    VerificationView {
        outcome: of.outcome,
        notes: of.notes.for_reader(lang),
        verifier: of.verifier.clone(),
        decided_on: of.decided_on,
    }
}

async fn dispositions(tx: &Tx, caller: &Caller, measure: &Measure) -> Result<Vec<DispositionView>, AppError> {
    let id = measure.figures.id;
    let found = decisions::dispositions(tx, id).await?;
    let others: Vec<i64> =
        found.iter().flat_map(|d| [Some(d.measure_id), d.successor_id]).flatten().filter(|o| *o != id).collect();
    let others = decisions::related(tx, &others).await?;
    Ok(found.iter().map(|of| disposition(of, measure, &others, caller)).collect())
}

fn disposition(of: &Disposition, measure: &Measure, others: &HashMap<i64, Related>, caller: &Caller) -> DispositionView {
    let lang = caller.lang;
    let link = |id: i64| link(id, others.get(&id), &caller.actor, lang);
    let title = measure.deliverables.iter().find(|deliverable| Some(deliverable.id) == of.deliverable_id);
    DispositionView {
        kind: of.kind,
        reason: of.reason.for_reader(lang),
        decided_by: of.decider.clone(),
        decided_on: of.decided_on,
        meeting: of.meeting.for_reader(lang),
        deliverable: title.and_then(|deliverable| deliverable.title.for_reader(lang)),
        is_of_deliverable: of.deliverable_id.is_some(),
        other: match of.successor_id {
            None => Other::None,
            Some(successor) if successor == measure.figures.id => Other::Predecessor(link(of.measure_id)),
            Some(successor) => Other::Successor(link(successor)),
        },
        from: of.from.as_ref().map(|from| views::organisation(from, lang)),
        to: of.to.as_ref().map(|to| views::organisation(to, lang)),
    }
}

/// What the reader may know of another measure.
fn link(id: i64, related: Option<&Related>, actor: &Actor, lang: Lang) -> Option<MeasureLink> {
    let related = related.filter(|related| actor.may(Action::ViewPlan(related.plan)))?;
    Some(MeasureLink { id, label: related.label.clone(), text: related.text.for_reader(lang) })
}
