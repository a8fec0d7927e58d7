//! Decisions that a meeting made and a person records.

use crate::{
    services::life::refused,
    store::{
        Tx,
        meetings::{self, Meeting, NewDecision},
    },
};
use app::{api::decisions::MeetingChoice, error::AppError};
use chrono::NaiveDate;
use domain::{
    meetings::DecisionKind,
    problem::ProblemCode,
    text::{Bilingual, Lang},
};

/// The meetings of a plan that were held by a day, latest first.
async fn held(tx: &Tx, plan_id: i64, by: NaiveDate) -> Result<Vec<Meeting>, AppError> {
    let mut meetings = meetings::load(tx, plan_id).await?;
    meetings.retain(|meeting| meeting.held_on <= by);
    meetings.reverse();
    Ok(meetings)
}

/// The meetings that may have decided, as a form offers them.
pub(super) async fn choices(tx: &Tx, plan_id: i64, today: NaiveDate, lang: Lang) -> Result<Vec<MeetingChoice>, AppError> {
    let choice =
        |meeting: Meeting| MeetingChoice { id: meeting.id, held_on: meeting.held_on, name: meeting.name.for_reader(lang) };
    Ok(held(tx, plan_id, today).await?.into_iter().map(choice).collect())
}

/// The meeting that was chosen. Errors with `Invalid` when the plan held none such.
pub(super) async fn chosen(tx: &Tx, plan_id: i64, today: NaiveDate, id: Option<i64>) -> Result<Option<Meeting>, AppError> {
    let Some(id) = id else { return Ok(None) };
    let found = held(tx, plan_id, today).await?.into_iter().find(|meeting| meeting.id == id);
    found.map(Some).ok_or_else(|| refused("meeting", ProblemCode::NotAChoice))
}

/// Writes down what a meeting decided about a measure; it is done with that.
pub(super) async fn record(
    tx: &Tx,
    meeting: Option<&Meeting>,
    measure_id: i64,
    (kind, text): (DecisionKind, &Bilingual),
    today: NaiveDate,
) -> Result<(), AppError> {
    if let Some(meeting) = meeting {
        let new = NewDecision {
            meeting_id: meeting.id,
            measure_id: Some(measure_id),
            kind,
            text: text.clone(),
            due_on: None,
            done_on: Some(today),
        };
        meetings::add_decision(tx, new).await?;
    }
    Ok(())
}
