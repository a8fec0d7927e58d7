//! Writing a comment, answering what it proposes, and taking it back: each with its audit row and its mails.

use super::{
    Services, access,
    shown::{sighted, withdraws},
};
use crate::{
    services::{Author, change, decisions::words, life::refused, once::Once},
    store::{
        Tx,
        audit::{self, AuditEntry, Change},
        comments::{self, Comment},
        measures::Scope,
        plans,
        records::{Measure, Plan},
    },
};
use app::{backend::Caller, error::AppError};
use domain::{
    comments::{ProposalAnswer, ProposalReply, ProposedDecision, TypedComment, TypedReply},
    people::Action,
    problem::ProblemCode,
    text::{self, Bilingual, Coded},
    trail::{AuditAction, RecordKind},
};

impl Services {
    pub(super) async fn add_comment(&self, tx: &Tx, caller: &Caller, measure: i64, typed: &TypedComment) -> Result<(), AppError> {
        let (measure, plan) = access::measure(tx, &caller.actor, measure).await?;
        // Readers do not know that there are comments.
        access::known(&caller.actor, Action::ViewInternal(plan.subject()))?;
        access::require(&caller.actor, Action::Comment(plan.subject()))?;
        let form = Once::of(caller, &typed.form_key, ("comment", measure.figures.id, typed));
        if !form.is_first(tx, self.clock.now()).await? {
            return Ok(());
        }
        let new = typed.check(measure.figures.facts.status).map_err(AppError::Invalid)?;
        plans::keep(tx, &plan).await?;
        let id = comments::add(tx, measure.figures.id, &new, caller.actor.person, self.clock.today()).await?;
        if let Some(decision) = new.proposes {
            self.tell_proposed(tx, caller, (&measure, &plan), (id, decision, &new.text)).await?;
        }
        let told = [
            change("comment", None, words(&new.text)),
            change("proposed_decision", None, new.proposes.map(|decision| decision.code().to_owned())),
        ];
        let author = Author::acting(caller, self.clock.now(), Action::Comment(plan.subject()));
        Ok(audit::record(tx, entry(&author, AuditAction::CommentAdded, (id, &plan), told)).await?)
    }

    pub(super) async fn answer_proposal(
        &self,
        tx: &Tx,
        caller: &Caller,
        (id, lock_version): (i64, i32),
        typed: &TypedReply,
    ) -> Result<i64, AppError> {
        let (comment, measure, plan) = sighted(tx, caller, id).await?;
        let action = Action::AnswerProposal(measure.subject(plan.subject()));
        access::require(&caller.actor, action)?;
        if comment.lock_version != lock_version || comment.open_proposal().is_none() {
            return Err(AppError::Conflict);
        }
        let reply = typed.check().map_err(AppError::Invalid)?;
        let author = Author::acting(caller, self.clock.now(), action);
        let entry = self.settle(tx, caller, &author, (&comment, &measure, &plan), &reply).await?;
        audit::record(tx, entry).await?;
        Ok(measure.figures.id)
    }

    /// Answers the open proposals that a decision follows which was just taken: those that were ticked, and all of its kind
    /// where they ask for one and the same. In the transaction of the decision; the audit rows are for whoever ends it to
    /// record last. Errors with `Invalid` when one that was ticked is no open proposal of the measure.
    pub(in crate::services) async fn follow_proposals(
        &self,
        tx: &Tx,
        caller: &Caller,
        author: &Author,
        (measure, plan): (&Measure, &Plan),
        (taken, ticked): (ProposedDecision, &[i64]),
    ) -> Result<Vec<AuditEntry>, AppError> {
        let open = comments::open(tx, &Scope::ids(&[measure.figures.id])).await?;
        if ticked.iter().any(|id| !open.iter().any(|comment| comment.id == *id)) {
            return Err(refused("follows", ProblemCode::NotAChoice));
        }
        let is_meant =
            |comment: &&Comment| ticked.contains(&comment.id) || (taken.is_one_question() && comment.proposes == Some(taken));
        let reply = ProposalReply { answer: ProposalAnswer::Followed, reason: Bilingual::default() };
        let mut entries = Vec::new();
        for comment in open.iter().filter(is_meant) {
            entries.push(self.settle(tx, caller, author, (comment, measure, plan), &reply).await?);
        }
        Ok(entries)
    }

    /// Writes the answer down and tells whoever proposed; answers the audit row.
    async fn settle(
        &self,
        tx: &Tx,
        caller: &Caller,
        author: &Author,
        (comment, measure, plan): (&Comment, &Measure, &Plan),
        reply: &ProposalReply,
    ) -> Result<AuditEntry, AppError> {
        comments::answer(tx, (comment.id, comment.lock_version), reply, (caller.actor.person, self.clock.today())).await?;
        self.tell_proposer(tx, caller, (measure, plan), comment, Some(reply.answer), &reply.reason).await?;
        let action = match reply.answer {
            ProposalAnswer::Followed => AuditAction::ProposalFollowed,
            ProposalAnswer::SetAside => AuditAction::ProposalSetAside,
        };
        let told = [
            change("proposed_decision", None, comment.proposes.map(|decision| decision.code().to_owned())),
            change("answer_reason", None, words(&reply.reason)),
        ];
        Ok(entry(author, action, (comment.id, plan), told))
    }

    pub(super) async fn withdraw_comment(
        &self,
        tx: &Tx,
        caller: &Caller,
        (id, lock_version): (i64, i32),
        reason: &str,
    ) -> Result<i64, AppError> {
        let (comment, measure, plan) = sighted(tx, caller, id).await?;
        if !withdraws(&caller.actor, &comment, &plan) {
            return Err(AppError::NotAllowed);
        }
        if comment.lock_version != lock_version || comment.withdrawn.is_some() {
            return Err(AppError::Conflict);
        }
        let reason = text::reason("comment_reason", reason)?;
        comments::withdraw(tx, (id, lock_version), &reason, (caller.actor.person, self.clock.today())).await?;
        if comment.author_id != caller.actor.person {
            let said = Bilingual::only(caller.lang, &reason);
            self.tell_proposer(tx, caller, (&measure, &plan), &comment, None, &said).await?;
        }
        let told = [change("reason", None, Some(reason)), None];
        let author = if comment.author_id == caller.actor.person {
            Author::caller(caller, self.clock.now())
        } else {
            Author::acting(caller, self.clock.now(), Action::OpenWithdrawn(plan.subject()))
        };
        audit::record(tx, entry(&author, AuditAction::CommentWithdrawn, (id, &plan), told)).await?;
        Ok(measure.figures.id)
    }
}

/// A row of the comment alone: those of the measure are read by people who do not know of it.
fn entry(author: &Author, action: AuditAction, (id, plan): (i64, &Plan), told: [Option<Change>; 2]) -> AuditEntry {
    author.entry(action, RecordKind::Comment, id, Some(plan.id), told.into_iter().flatten().collect())
}
