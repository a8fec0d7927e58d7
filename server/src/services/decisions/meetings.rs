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
    meetings::{DecisionKind, MeetingState},
    problem::ProblemCode,
    text::{Bilingual, Lang},
};

/// Which meetings of a plan may have decided something.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sought {
    pub plan: i64,
    /// The day it was asked for: no meeting decided it earlier.
    pub since: Option<NaiveDate>,
    pub today: NaiveDate,
    /// Whether whoever records it may not decide it: then the meeting must have begun, and not merely be foreseen.
    pub begun: bool,
}

impl Sought {
    fn suits(&self, meeting: &Meeting) -> bool {
        let begun = matches!(meeting.state, MeetingState::InSession | MeetingState::Closed);
        let asked_by_then = self.since.is_none_or(|since| meeting.held_on >= since);
        meeting.held_on <= self.today && asked_by_then && (begun || !self.begun)
    }

    /// Those, latest first.
    async fn find(&self, tx: &Tx) -> Result<Vec<Meeting>, AppError> {
        let mut meetings = meetings::load(tx, self.plan).await?;
        meetings.retain(|meeting| self.suits(meeting));
        meetings.reverse();
        Ok(meetings)
    }
}

/// The meetings that may have decided, as a form offers them.
pub(super) async fn choices(tx: &Tx, sought: Sought, lang: Lang) -> Result<Vec<MeetingChoice>, AppError> {
    let choice =
        |meeting: Meeting| MeetingChoice { id: meeting.id, held_on: meeting.held_on, name: meeting.name.for_reader(lang) };
    Ok(sought.find(tx).await?.into_iter().map(choice).collect())
}

/// The meeting that was chosen. Errors with `Invalid` when the plan held none such.
pub(super) async fn chosen(tx: &Tx, sought: Sought, id: Option<i64>) -> Result<Option<Meeting>, AppError> {
    let Some(id) = id else { return Ok(None) };
    let found = sought.find(tx).await?.into_iter().find(|meeting| meeting.id == id);
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
