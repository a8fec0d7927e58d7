//! Writing one plan of the demo: its frame first, then each measure with its history.

mod comments;
mod costs;
mod deliverables;
mod ends;
mod evidence;
mod history;
mod measures;

use super::{
    DemoError,
    data::{self, Plan, Response},
    moments::{Moment, Today},
    people::Known,
    story::{Event, Story},
};
use crate::{
    files::Files,
    services::change,
    store::{
        Tx, baseline,
        meetings::{self, NewDecision, NewMeeting},
        plans::{self, NewPlan, NewRecommendation, NewResponse},
    },
};
use chrono::NaiveDate;
use domain::{
    meetings::{DecisionKind, MeetingState},
    plan::PlanStatus,
    trail::{AuditAction, RecordKind},
};
use std::collections::HashMap;

/// How many days before its approval a plan was read in.
const READ_IN_BEFORE: i64 = 14;

/// What writing a measure needs to know of its plan.
pub(super) struct Frame<'a> {
    id: i64,
    today: Today,
    known: &'a Known,
    /// Ids by number.
    recommendations: HashMap<String, i64>,
    /// Ids and days by round.
    meetings: HashMap<i64, (i64, NaiveDate)>,
}

impl Frame<'_> {
    fn due(&self, due: super::moments::RelativeDue) -> Result<domain::dates::DueDate, DemoError> {
        self.today.due(due).map_err(DemoError::Data)
    }
}

/// Writes a plan; answers its id.
pub async fn write(
    tx: &Tx,
    files: &Files,
    (plan, known): (&Plan, &Known),
    today: Today,
    story: &mut Story,
) -> Result<i64, DemoError> {
    let id = write_plan(tx, plan, known, today, story).await?;
    let recommendations = write_recommendations(tx, plan, id).await?;
    let meetings = write_meetings(tx, plan, id, today).await?;
    let frame = Frame { id, today, known, recommendations, meetings };
    let mut labels = HashMap::new();
    for (measure, position) in plan.measures.iter().zip(1..) {
        labels.insert(measure.label.as_str(), measures::write(tx, &frame, measure, position, story).await?);
    }
    for (measure, spread) in plan.measures.iter().zip(1..) {
        ends::write(tx, &frame, (measure, spread), &labels).await?;
    }
    write_follow_ups(tx, plan, &frame, &labels).await?;
    if plan.approved.is_some() {
        // Nothing in the demo was amended: what was approved is what is written.
        baseline::freeze(tx, id).await?;
    }
    costs::write(tx, &frame, plan, story).await?;
    evidence::write(tx, files, &frame, (&plan.evidence, &labels), story).await?;
    comments::write(tx, &frame, (&plan.comments, &labels), story).await?;
    Ok(id)
}

async fn write_plan(tx: &Tx, plan: &Plan, known: &Known, today: Today, story: &mut Story) -> Result<i64, DemoError> {
    let by = plan.approved_by.as_deref().map(|key| known.person(key)).transpose()?;
    let approved = plan.approved.map(|moment| today.day(moment, 0));
    let read_in = approved.unwrap_or(today.0) - chrono::TimeDelta::days(READ_IN_BEFORE);
    let new = NewPlan {
        title: plan.title.clone(),
        source_title: plan.source_title.clone(),
        source_kind: plan.source_kind,
        source_url: None,
        published_on: Some(today.day(plan.published, 0)),
        created_at: story.moment(read_in),
    };
    let id = plans::add(tx, new).await?;
    let event = |on, action, changes| Event { on, who: by, action, record: RecordKind::Plan, id, plan: id, changes };
    story.tell(event(read_in, AuditAction::PlanImported, Vec::new()));
    if let Some(on) = approved {
        plans::approve(tx, id, 0, by, on).await?;
        let (draft, now) = (PlanStatus::Draft.to_string(), PlanStatus::Approved.to_string());
        story.tell(event(on, AuditAction::PlanApproved, Vec::from_iter(change("status", Some(draft), Some(now)))));
    }
    Ok(id)
}

async fn write_recommendations(tx: &Tx, plan: &Plan, id: i64) -> Result<HashMap<String, i64>, DemoError> {
    let mut written = HashMap::new();
    for (recommendation, position) in plan.recommendations.iter().zip(1..) {
        let new = NewRecommendation {
            position,
            number: recommendation.number.clone(),
            text: recommendation.text.clone(),
            addressee: recommendation.addressee.clone(),
            priority: recommendation.priority,
        };
        let recommendation_id = plans::add_recommendation(tx, id, new).await?;
        if let Some(response) = &recommendation.response {
            plans::add_response(tx, id, answer(response, Some(recommendation_id))).await?;
        }
        written.insert(recommendation.number.clone(), recommendation_id);
    }
    if let Some(response) = &plan.global_response {
        plans::add_response(tx, id, answer(response, None)).await?;
    }
    Ok(written)
}

fn answer(response: &Response, recommendation_id: Option<i64>) -> NewResponse {
    NewResponse { recommendation_id, kind: response.kind, text: response.text.clone(), reason: response.reason.clone() }
}

async fn write_meetings(tx: &Tx, plan: &Plan, id: i64, today: Today) -> Result<HashMap<i64, (i64, NaiveDate)>, DemoError> {
    let mut written = HashMap::new();
    for meeting in &plan.meetings {
        let held_on = today.day(Moment::Meeting(meeting.round), 0);
        let state = if meeting.round < 0 { MeetingState::Closed } else { MeetingState::Convened };
        let new = NewMeeting { plan_id: id, held_on, name: plan.meeting_name.clone(), place: meeting.place.clone(), state };
        written.insert(meeting.round, (meetings::add(tx, new).await?, held_on));
    }
    Ok(written)
}

async fn write_follow_ups(tx: &Tx, plan: &Plan, frame: &Frame<'_>, labels: &HashMap<&str, i64>) -> Result<(), DemoError> {
    for meeting in &plan.meetings {
        let (meeting_id, _) = frame.meeting(meeting.round)?;
        for data::FollowUp { text, measure, due, done } in &meeting.follow_ups {
            let find = |label: &String| {
                labels.get(label.as_str()).copied().ok_or_else(|| DemoError::Data(format!("no measure {label}")))
            };
            let new = NewDecision {
                meeting_id,
                measure_id: measure.as_ref().map(find).transpose()?,
                kind: DecisionKind::FollowUp,
                text: text.clone(),
                due_on: Some(frame.today.day(*due, 0)),
                done_on: done.map(|done| frame.today.day(done, 0)),
            };
            meetings::add_decision(tx, new).await?;
        }
    }
    Ok(())
}

impl Frame<'_> {
    /// The id and day of a meeting.
    fn meeting(&self, round: i64) -> Result<(i64, NaiveDate), DemoError> {
        self.meetings.get(&round).copied().ok_or_else(|| DemoError::Data(format!("no meeting {round}")))
    }
}
