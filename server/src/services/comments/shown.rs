//! What a person is shown of the comments: all of them to those who work with the plan, of a withdrawn one only that it
//! was withdrawn, and its words to the coordination alone.

use super::{Services, access};
use crate::{
    services::{
        paging::{PAGE_SIZE, offset, page_of},
        views,
    },
    store::{
        Tx,
        comments::{self, Act, Comment},
        measures::Scope,
        records::{Measure, Plan},
    },
};
use app::{
    api::comments::{ActView, CommentPage, CommentView, MeasureComments, ProposedView, ReplyView},
    backend::Caller,
    error::AppError,
};
use chrono::NaiveDate;
use domain::{
    comments::ProposedDecision,
    people::{Action, Actor},
    plan::PlanStatus,
    text::{Coded, Lang},
};

/// A comment with its measure and plan, for somebody who may know of it. Errors with `NotFound`.
pub(super) async fn sighted(tx: &Tx, caller: &Caller, id: i64) -> Result<(Comment, Measure, Plan), AppError> {
    let comment = comments::find(tx, id).await?.ok_or(AppError::NotFound)?;
    let (measure, plan) = access::measure(tx, &caller.actor, comment.measure_id).await?;
    access::known(&caller.actor, Action::ViewInternal(plan.subject()))?;
    Ok((comment, measure, plan))
}

/// Errors with `NotFound` unless the caller may read what the rows of a comment say, which is what it said.
pub(in crate::services) async fn require_sight(tx: &Tx, caller: &Caller, id: i64) -> Result<(), AppError> {
    let (comment, _, plan) = sighted(tx, caller, id).await?;
    if reads(&caller.actor, &comment, &plan) { Ok(()) } else { Err(AppError::NotFound) }
}

/// One page of the comments on a measure; the last one unless another is asked for. `None` for those it is not for.
pub(super) async fn of_measure(
    tx: &Tx,
    caller: &Caller,
    measure: i64,
    page: Option<u32>,
) -> Result<Option<MeasureComments>, AppError> {
    let (actor, lang) = (&caller.actor, caller.lang);
    let (measure, plan) = access::measure(tx, actor, measure).await?;
    if plan.status == PlanStatus::Draft || !actor.may(Action::ViewInternal(plan.subject())) {
        return Ok(None);
    }
    let id = measure.figures.id;
    let page = page_of(page.unwrap_or(u32::MAX), PAGE_SIZE, comments::count(tx, id).await?);
    let found = comments::page(tx, id, offset(page), page.size.into()).await?;
    let is_live = measure.figures.facts.status.is_live();
    let possible = ProposedDecision::ALL.iter().copied().filter(|proposed| is_live || proposed.outlives_its_measure());
    Ok(Some(MeasureComments {
        measure: id,
        comments: found.iter().map(|comment| view(comment, reads(actor, comment, &plan), lang)).collect(),
        page,
        may_comment: actor.may(Action::Comment(plan.subject())),
        may_answer: actor.may(Action::AnswerProposal(measure.subject(plan.subject()))),
        possible: possible.collect(),
    }))
}

/// The proposals about a measure that wait for an answer, for somebody who decides about it.
pub(in crate::services) async fn open_proposals(tx: &Tx, measure: i64, lang: Lang) -> Result<Vec<CommentView>, AppError> {
    let open = comments::open(tx, &Scope::ids(&[measure])).await?;
    Ok(open.iter().map(|comment| view(comment, true, lang)).collect())
}

/// Whether a proposal waited for its answer at the end of a day.
pub(in crate::services) fn waited_on(comment: &Comment, day: NaiveDate) -> Option<ProposedDecision> {
    let past = |act: Option<&Act>| act.is_some_and(|act| act.on <= day);
    let is_over = past(comment.answer.as_ref().map(|(_, act, _)| act)) || past(comment.withdrawn.as_ref().map(|(act, _)| act));
    comment.proposes.filter(|_| comment.written.on <= day && !is_over)
}

impl Services {
    pub(super) async fn comment_page(&self, tx: &Tx, caller: &Caller, id: i64) -> Result<CommentPage, AppError> {
        let (comment, measure, plan) = sighted(tx, caller, id).await?;
        let (actor, subject) = (&caller.actor, measure.subject(plan.subject()));
        Ok(CommentPage {
            comment: view(&comment, reads(actor, &comment, &plan), caller.lang),
            measure: views::measure(&measure, caller.lang, self.clock.today()),
            plan_id: plan.id,
            plan_title: plan.title.for_reader(caller.lang),
            may_answer: comment.open_proposal().is_some() && actor.may(Action::AnswerProposal(subject)),
            may_decide: actor.may(Action::DecideFate(subject)),
            may_withdraw: comment.withdrawn.is_none() && withdraws(actor, &comment, &plan),
            lock_version: comment.lock_version,
        })
    }
}

/// Whether a person may take a comment back: who wrote it, and the coordination.
pub(super) fn withdraws(actor: &Actor, comment: &Comment, plan: &Plan) -> bool {
    comment.author_id == actor.person || actor.may(Action::OpenWithdrawn(plan.subject()))
}

/// Whether a person may read the words of a comment they know of.
fn reads(actor: &Actor, comment: &Comment, plan: &Plan) -> bool {
    comment.withdrawn.is_none() || actor.may(Action::OpenWithdrawn(plan.subject()))
}

fn view(comment: &Comment, reads: bool, lang: Lang) -> CommentView {
    let reply = comment.answer.as_ref().map(|(answer, by, reason)| ReplyView {
        answer: *answer,
        by: act(by),
        reason: reason.for_reader(lang),
    });
    CommentView {
        id: comment.id,
        written: act(&comment.written),
        text: comment.text.for_reader(lang).filter(|_| reads),
        proposed: comment.proposes.map(|decision| ProposedView { decision, reply }),
        withdrawn: comment.withdrawn.as_ref().map(|(by, reason)| (act(by), reason.clone())),
    }
}

fn act(of: &Act) -> ActView {
    ActView { by: of.by.clone(), on: of.on }
}
