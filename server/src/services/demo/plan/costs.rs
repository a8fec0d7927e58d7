//! The costs of the demo's plan.

use super::{Event, Frame, Story};
use crate::{
    services::{
        costs::told::changes,
        demo::{DemoError, data::Plan},
    },
    store::{
        Tx,
        costs::{self, Said},
    },
};
use domain::{
    costs::{Cents, CostLine},
    trail::{AuditAction, RecordKind},
};

/// How many days after the approval the secretariat wrote the costs down.
const WRITTEN_AFTER: i64 = 10;

/// Writes every line.
pub async fn write(tx: &Tx, frame: &Frame<'_>, plan: &Plan, story: &mut Story) -> Result<(), DemoError> {
    let who = plan.approved_by.as_deref().map(|key| frame.known.person(key)).transpose()?;
    let approved = plan.approved.map(|moment| frame.today.day(moment, 0));
    let on = approved.map_or(frame.today.0, |day| day + chrono::TimeDelta::days(WRITTEN_AFTER)).min(frame.today.0);
    for line in &plan.costs {
        let year = line.year.parse().map_err(|_| DemoError::Data(format!("no fiscal year {}", line.year)))?;
        let organisations = line.organisations.iter().map(|code| frame.known.organisation(code)).collect::<Result<_, _>>()?;
        let said = Said {
            activity: line.activity.clone(),
            note: line.note.clone(),
            line: CostLine {
                kind: line.kind,
                year,
                source: line.source,
                certainty: line.certainty,
                amount: line.dollars.map(Cents::dollars),
                organisations,
            },
        };
        let id = costs::add(tx, frame.id, &said, on).await?;
        let (action, record) = (AuditAction::CostAdded, RecordKind::Cost);
        let changes = changes(None, &(said, line.organisations.join(", ")));
        story.tell(Event { on, who, action, record, id, plan: frame.id, changes });
    }
    Ok(())
}
