//! Verification of completion claims (rule 4).

use super::{
    Case, decider,
    notices::{Audience, Event, What},
    panel, words,
};
use crate::{
    services::{Author, Services, access, change, evidence, views},
    store::{
        Tx, audit,
        decisions::{self, NewVerification},
        life::standing,
        updates,
    },
};
use app::{
    api::{decisions::VerifyPage, evidence::EvidenceView},
    backend::Caller,
    error::AppError,
};
use chrono::NaiveDate;
use domain::{
    comments::ProposedDecision,
    measure::MeasureStatus,
    people::{Action, Role},
    trail::{AuditAction, RecordKind},
    workflow::{Request, Step, TypedVerification, VerificationOutcome},
};

impl Services {
    pub(super) async fn verify_page(&self, tx: &Tx, caller: &Caller, measure: i64) -> Result<VerifyPage, AppError> {
        let (measure, plan) = access::measure(tx, &caller.actor, measure).await?;
        let case = Case { measure, plan };
        let subject = case.measure.subject(case.plan.subject());
        let standing = standing(tx, &case.measure, &case.plan).await?;
        let who = decider(caller, &standing, Step::Return, Action::Verify(subject));
        let (mut about, standing) = case.about(tx, self, caller, (who, Step::Return)).await?;
        let waits = case.measure.figures.facts.status == MeasureStatus::CompletedToVerify;
        let claim = updates::claim(tx, case.id()).await?.filter(|_| waits).map(|claim| views::update(&claim, caller.lang));
        // What was said last is shown beside the claim where it is something else.
        about.last = about.last.filter(|last| claim.as_ref().is_none_or(|claim| claim.id != last.id));
        let verifications = decisions::verifications(tx, case.id()).await?;
        let evidence = evidence::of_measure(tx, self, caller, &case.measure, &case.plan).await?;
        // Nobody verifies what they claimed or own, whatever their role.
        let out: Vec<i64> = standing.claimed_by.iter().copied().chain(standing.owner).collect();
        Ok(VerifyPage {
            about,
            claim,
            may_verify: caller.actor.may(Action::Verify(subject)),
            missing: panel::missing(&standing),
            evidence: evidence.into_iter().filter(EvidenceView::counts).collect(),
            verifiers: verifiers(tx, case.plan.id, &out, self.clock.today()).await?,
            verifications: verifications.iter().map(|answer| panel::verification(answer, caller.lang)).collect(),
        })
    }

    pub(super) async fn answer_claim(
        &self,
        tx: &Tx,
        caller: &Caller,
        measure: i64,
        lock_version: i32,
        typed: &TypedVerification,
    ) -> Result<(), AppError> {
        let today = self.clock.today();
        let case = Case::of(tx, caller, measure, Action::Verify).await?;
        if case.measure.lock_version != lock_version {
            return Err(AppError::Conflict);
        }
        let answer = typed.check().map_err(AppError::Invalid)?;
        let (step, action, what) = match answer.outcome {
            VerificationOutcome::Accepted => (Step::Verify, AuditAction::ClaimAccepted, What::ClaimAccepted),
            VerificationOutcome::Returned => (Step::Return, AuditAction::ClaimReturned, What::ClaimReturned),
        };
        let action_asked = Action::Verify(case.measure.subject(case.plan.subject()));
        let before = standing(tx, &case.measure, &case.plan).await?;
        let author = Author::deciding(caller, self.clock.now(), action_asked, &before.barred(step));
        let who = decider(caller, &before, step, action_asked);
        let step = (step, "verification_outcome");
        let taken = self.take(tx, (&case.measure, &case.plan), lock_version, who, step).await?;
        let claim = updates::claim(tx, case.id()).await?;
        let new = NewVerification {
            measure_id: case.id(),
            update_id: claim.map(|update| update.id),
            outcome: answer.outcome,
            notes: answer.notes.clone(),
            verifier_id: caller.actor.person,
            decided_on: today,
            meeting_id: None,
        };
        let id = decisions::add_verification(tx, new).await?;
        // Whoever asked for a later date learns why nobody will answer.
        let waiting =
            taken.before.claimed_by.iter().copied().chain(taken.lapsed().into_iter().flat_map(Request::askers)).collect();
        let event = Event {
            key: format!("verification:{id}"),
            what,
            words: &answer.notes,
            path: format!("/measures/{}", case.id()),
            audience: Audience::Waiting { people: waiting, organisation: None },
        };
        self.announce(tx, caller, &case, event).await?;
        let mut changes = taken.changes();
        changes.extend(change("verification_notes", None, words(&answer.notes)));
        let mut entries = vec![author.entry(action, RecordKind::Measure, case.id(), Some(case.plan.id), changes)];
        if answer.outcome == VerificationOutcome::Accepted {
            let (about, taken) = ((&case.measure, &case.plan), ProposedDecision::Verification);
            entries.extend(self.follow_proposals(tx, caller, &author, about, (taken, &[])).await?);
        }
        Ok(audit::record_all(tx, entries).await?)
    }
}

/// The names of those who may verify a claim on a plan: its active coordinators, but for these people.
pub(in crate::services) async fn verifiers(
    tx: &Tx,
    plan: i64,
    except: &[i64],
    today: NaiveDate,
) -> Result<Vec<String>, AppError> {
    let people = decisions::recipients(tx, plan, &[], today).await?;
    let may = people.into_iter().filter(|person| person.is(&[Role::Coordinator]) && !except.contains(&person.id));
    Ok(may.map(|person| person.name).collect())
}
