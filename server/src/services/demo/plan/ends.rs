//! How measures of the demo came to their end: verified by somebody, dropped, or replaced by another one.

use super::Frame;
use crate::{
    services::demo::{
        DemoError,
        data::{End, Measure},
        moments::Moment,
    },
    store::{
        Tx,
        decisions::{self, NewDisposition, NewVerification},
        updates,
    },
};
use domain::{
    measure::MeasureStatus,
    workflow::{DispositionKind, VerificationOutcome},
};
use std::collections::HashMap;

/// Writes who ended a measure and why. `spread` is that of its history, `labels` the ids of all measures of the plan.
pub async fn write(
    tx: &Tx,
    frame: &Frame<'_>,
    (measure, spread): (&Measure, i64),
    labels: &HashMap<&str, i64>,
) -> Result<(), DemoError> {
    let Some(end) = &measure.ended else { return Ok(()) };
    let find = |label: &str| labels.get(label).copied().ok_or_else(|| DemoError::Data(format!("no measure {label}")));
    let id = find(&measure.label)?;
    let on = frame.today.day(end.on, spread);
    let by = frame.known.person(&end.by)?;
    let meeting_id = meeting(frame, end)?;
    let kind = match end.status {
        MeasureStatus::VerifiedClosed => {
            let update_id = updates::page(tx, id, 0, 1).await?.pop().map(|update| update.id);
            let notes = end.decision.clone();
            let outcome = VerificationOutcome::Accepted;
            let new = NewVerification { measure_id: id, update_id, outcome, notes, verifier_id: by, decided_on: on, meeting_id };
            decisions::add_verification(tx, new).await?;
            return Ok(());
        }
        MeasureStatus::Superseded => DispositionKind::Superseded,
        _ => DispositionKind::NoLongerApplicable,
    };
    let new = NewDisposition {
        measure_id: id,
        deliverable_id: None,
        kind,
        reason: end.decision.clone(),
        decided_by: by,
        decided_on: on,
        meeting_id,
        successor_id: end.successor.as_deref().map(find).transpose()?,
        from_organisation_id: None,
        to_organisation_id: None,
    };
    decisions::add_disposition(tx, new).await?;
    Ok(())
}

fn meeting(frame: &Frame<'_>, end: &End) -> Result<Option<i64>, DemoError> {
    match end.on {
        Moment::Meeting(round) => Ok(Some(frame.meeting(round)?.0)),
        _ => Ok(None),
    }
}
