//! One measure of the demo with its deliverables.

use super::{Frame, Story, history};
use crate::{
    services::demo::{
        DemoError,
        data::{Deliverable, Measure},
    },
    store::{
        Tx,
        measures::{self, NewDeliverable, NewMeasure, Scope},
        standings,
    },
};
use domain::{
    deliverable::DeliverableStatus,
    measure::{MeasureStatus, PromisedDates},
};

/// Writes a measure as it was approved, then everything that happened to it; answers its id.
pub async fn write(tx: &Tx, frame: &Frame<'_>, measure: &Measure, position: i32, story: &mut Story) -> Result<i64, DemoError> {
    let past = history::Past::of(frame, measure, i64::from(position))?;
    let original = frame.due(measure.due)?;
    let find = |number: &String| {
        let known = frame.recommendations.get(number).copied();
        known.ok_or_else(|| DemoError::Data(format!("no recommendation {number}")))
    };
    let new = NewMeasure {
        position,
        label: measure.label.clone(),
        text: measure.text.clone(),
        lead_organisation_id: measure.lead.as_deref().map(|code| frame.known.organisation(code)).transpose()?,
        owner_id: measure.owner.as_deref().map(|key| frame.known.person(key)).transpose()?,
        owner_text: None,
        start_on: measure.start.map(|moment| frame.today.day(moment, 0)),
        dates: PromisedDates::from_stored(original, past.current()),
        due_text: measure.due_text.clone(),
        status: MeasureStatus::NotStarted,
        percent: 0,
        deliverables: deliverables(frame, measure)?,
        recommendations: measure.recommendations.iter().map(find).collect::<Result<_, _>>()?,
        support: measure.support.iter().map(|code| frame.known.organisation(code)).collect::<Result<_, _>>()?,
    };
    let id = measures::add(tx, frame.id, new).await?;
    standings::begin(tx, &Scope::ids(&[id])).await?;
    deliver(tx, frame, (id, measure), i64::from(position)).await?;
    past.write(tx, frame, id, story).await?;
    Ok(id)
}

/// Hands over on its day what was handed over.
async fn deliver(tx: &Tx, frame: &Frame<'_>, (id, measure): (i64, &Measure), spread: i64) -> Result<(), DemoError> {
    let Some(written) = measures::find(tx, id).await? else { return Ok(()) };
    for (row, deliverable) in written.deliverables.iter().zip(&measure.deliverables) {
        if let Some(moment) = deliverable.delivered {
            let on = frame.today.day(moment, spread);
            measures::set_deliverables(tx, &[row.id], deliverable.status, (on, on)).await?;
        }
    }
    Ok(())
}

fn deliverables(frame: &Frame<'_>, measure: &Measure) -> Result<Vec<NewDeliverable>, DemoError> {
    let new = |deliverable: &Deliverable| {
        Ok(NewDeliverable {
            title: deliverable.title.clone(),
            due: deliverable.due.map(|due| frame.due(due)).transpose()?,
            status: if deliverable.delivered.is_some() { DeliverableStatus::InProgress } else { deliverable.status },
            delivered_on: None,
        })
    };
    measure.deliverables.iter().map(new).collect()
}
