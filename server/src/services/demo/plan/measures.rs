//! One measure of the demo with its deliverables.

use super::{Frame, Story, history};
use crate::{
    services::demo::{
        DemoError,
        data::{Deliverable, Measure},
    },
    store::{
        Tx,
        measures::{self, NewDeliverable, NewMeasure},
    },
};
use domain::measure::{MeasureStatus, PromisedDates};

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
        deliverables: deliverables(frame, measure, i64::from(position))?,
        recommendations: measure.recommendations.iter().map(find).collect::<Result<_, _>>()?,
        support: measure.support.iter().map(|code| frame.known.organisation(code)).collect::<Result<_, _>>()?,
    };
    let id = measures::add(tx, frame.id, new).await?;
    past.write(tx, frame, id, story).await?;
    Ok(id)
}

fn deliverables(frame: &Frame<'_>, measure: &Measure, spread: i64) -> Result<Vec<NewDeliverable>, DemoError> {
    let new = |deliverable: &Deliverable| {
        Ok(NewDeliverable {
            title: deliverable.title.clone(),
            due: deliverable.due.map(|due| frame.due(due)).transpose()?,
            status: deliverable.status,
            delivered_on: deliverable.delivered.map(|moment| frame.today.day(moment, spread)),
        })
    };
    measure.deliverables.iter().map(new).collect()
}
