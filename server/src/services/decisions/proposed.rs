//! Telling those who coordinate a plan that somebody proposes a decision, and who proposed it what became of it.

use super::{
    Case,
    notices::{Audience, Event, What},
};
use crate::{
    services::Services,
    store::{
        Tx,
        comments::Comment,
        people,
        records::{Measure, Plan},
    },
};
use app::{backend::Caller, error::AppError};
use domain::{
    comments::{ProposalAnswer, ProposedDecision},
    people::Action,
    text::Bilingual,
};

impl Services {
    /// Tells the coordinators of the plan of a proposal. In the transaction of the comment, before its audit row.
    pub(in crate::services) async fn tell_proposed(
        &self,
        tx: &Tx,
        caller: &Caller,
        (measure, plan): (&Measure, &Plan),
        (comment, decision, words): (i64, ProposedDecision, &Bilingual),
    ) -> Result<(), AppError> {
        let event = Event {
            key: format!("comment:{comment}:proposed"),
            what: What::DecisionProposed { decision },
            words,
            path: format!("/comments/{comment}"),
            audience: Audience::Coordinators,
        };
        self.announce(tx, caller, &Case { measure: measure.clone(), plan: plan.clone() }, event).await
    }

    /// Tells who wrote a comment how its proposal was answered, or that somebody else withdrew it (no answer); unless they
    /// may not know of comments any more. In the transaction of the answer, before its audit row.
    pub(in crate::services) async fn tell_proposer(
        &self,
        tx: &Tx,
        caller: &Caller,
        (measure, plan): (&Measure, &Plan),
        comment: &Comment,
        answer: Option<ProposalAnswer>,
        words: &Bilingual,
    ) -> Result<(), AppError> {
        let proposer = people::actor(tx, comment.author_id, self.clock.today()).await?;
        if !proposer.is_some_and(|proposer| proposer.may(Action::ViewInternal(plan.subject()))) {
            return Ok(());
        }
        let (what, key) = match answer.zip(comment.proposes) {
            Some((ProposalAnswer::Followed, decision)) => (What::ProposalFollowed { decision }, "answered"),
            Some((ProposalAnswer::SetAside, decision)) => (What::ProposalSetAside { decision }, "answered"),
            None => (What::CommentWithdrawn, "withdrawn"),
        };
        let event = Event {
            key: format!("comment:{}:{key}", comment.id),
            what,
            words,
            path: format!("/comments/{}", comment.id),
            audience: Audience::One([comment.author_id]),
        };
        self.announce(tx, caller, &Case { measure: measure.clone(), plan: plan.clone() }, event).await
    }
}
