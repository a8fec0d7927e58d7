//! The comments of the demo's plan.

use super::{Event, Frame, Story};
use crate::{
    services::{
        change,
        decisions::words,
        demo::{DemoError, data::Comment},
    },
    store::{Tx, audit::Change, comments},
};
use domain::{
    comments::{NewComment, ProposalAnswer, ProposalReply},
    text::Coded,
    trail::{AuditAction, RecordKind},
};
use std::collections::HashMap;

/// Writes every comment, in the order of the data.
pub async fn write(
    tx: &Tx,
    frame: &Frame<'_>,
    (all, labels): (&[Comment], &HashMap<&str, i64>),
    story: &mut Story,
) -> Result<(), DemoError> {
    for comment in all {
        let missing = || DemoError::Data(format!("comment on {}: no such measure", comment.measure));
        let measure = *labels.get(comment.measure.as_str()).ok_or_else(missing)?;
        let proposed = || change("proposed_decision", None, comment.proposes.map(|decision| decision.code().to_owned()));
        let (on, who) = (frame.today.day(comment.on, measure), frame.known.person(&comment.by)?);
        let new = NewComment { text: comment.text.clone(), proposes: comment.proposes };
        let id = comments::add(tx, measure, &new, who, on).await?;
        let mut tell = |on, who, action, told: [Option<Change>; 2]| {
            let (record, changes) = (RecordKind::Comment, told.into_iter().flatten().collect());
            story.tell(Event { on, who: Some(who), action, record, id, plan: frame.id, changes });
        };
        tell(on, who, AuditAction::CommentAdded, [change("comment", None, words(&comment.text)), proposed()]);
        if let Some(answered) = &comment.answered {
            let (on, who) = (frame.today.day(answered.on, measure), frame.known.person(&answered.by)?);
            let reply = ProposalReply { answer: answered.answer, reason: answered.reason.clone() };
            comments::answer(tx, (id, 0), &reply, (who, on)).await?;
            let action = match answered.answer {
                ProposalAnswer::Followed => AuditAction::ProposalFollowed,
                ProposalAnswer::SetAside => AuditAction::ProposalSetAside,
            };
            tell(on, who, action, [proposed(), change("answer_reason", None, words(&answered.reason))]);
        }
        if let Some(withdrawn) = &comment.withdrawn {
            let (on, who) = (frame.today.day(withdrawn.on, measure), frame.known.person(&withdrawn.by)?);
            comments::withdraw(tx, (id, 0), &withdrawn.reason, (who, on)).await?;
            tell(on, who, AuditAction::CommentWithdrawn, [change("reason", None, Some(withdrawn.reason.clone())), None]);
        }
    }
    Ok(())
}
