//! What happened to one measure of the demo: updates, extensions, its end. The stored facts follow from it, so that
//! they cannot contradict it.

use super::{Frame, Story, deliverables::OwnDates};
use crate::{
    services::{
        change,
        demo::{
            DemoError,
            data::{End, Extension, Measure, Update},
            moments::Moment,
            story::Event,
        },
    },
    store::{
        Tx,
        demo::{PastExtension, add_extension, end_measure},
        life::add_claimant,
        measures::{Progressed, set_progress},
        meetings::{NewDecision, add_decision},
        updates::{self, NewUpdate},
    },
};
use chrono::NaiveDate;
use domain::{
    dates::DueDate,
    extensions::ExtensionState,
    measure::MeasureStatus,
    meetings::DecisionKind,
    progress::UpdateKind,
    trail::{AuditAction, RecordKind},
};

/// The history of a measure, its dates worked out.
pub struct Past<'a> {
    updates: Vec<(NaiveDate, i64, &'a Update)>,
    extensions: Vec<(PastExtension, &'a Extension)>,
    current: DueDate,
    end: Option<(NaiveDate, &'a End)>,
}

impl<'a> Past<'a> {
    /// Works out days and people. Errors when the data contradicts itself.
    pub fn of(frame: &Frame<'_>, measure: &'a Measure, spread: i64) -> Result<Self, DemoError> {
        let mut past = Self { updates: Vec::new(), extensions: Vec::new(), current: frame.due(measure.due)?, end: None };
        for update in &measure.updates {
            let author = update.by.as_ref().or(measure.owner.as_ref());
            let author = author.ok_or_else(|| DemoError::Data(format!("nobody reports on measure {}", measure.label)))?;
            past.updates.push((frame.today.day(Moment::Round(update.round), spread), frame.known.person(author)?, update));
        }
        for extension in &measure.extensions {
            past.extend(frame, extension, spread)?;
        }
        past.end = measure.ended.as_ref().map(|end| (frame.today.day(end.on, spread), end));
        Ok(past)
    }

    /// The latest granted date.
    pub fn current(&self) -> DueDate {
        self.current
    }

    fn extend(&mut self, frame: &Frame<'_>, extension: &'a Extension, spread: i64) -> Result<(), DemoError> {
        let meeting = match extension.decided {
            Some(Moment::Meeting(round)) => Some(frame.meeting(round)?.0),
            _ => None,
        };
        let (from, to) = (self.current, frame.due(extension.to)?);
        if to.last_day() <= from.last_day() {
            return Err(DemoError::Data(format!("the extension to {to} is not after {from}")));
        }
        if extension.state == ExtensionState::Granted {
            self.current = to;
        }
        let row = PastExtension {
            measure_id: 0,
            requested_on: frame.today.day(extension.requested, spread),
            requested_by: frame.known.person(&extension.by)?,
            from,
            to,
            deliverables: Vec::new(),
            reason: extension.reason.clone(),
            impact: extension.impact.clone(),
            notes: extension.decision.clone(),
            state: extension.state,
            decided_on: extension.decided.map(|moment| frame.today.day(moment, spread)),
            decided_by: extension.decided_by.as_deref().map(|key| frame.known.person(key)).transpose()?,
            meeting_id: meeting,
        };
        self.extensions.push((row, extension));
        Ok(())
    }

    /// Writes it all about the measure with this id.
    pub async fn write(&self, tx: &Tx, frame: &Frame<'_>, id: i64, story: &mut Story) -> Result<(), DemoError> {
        let mut before = (MeasureStatus::NotStarted, 0);
        for ((on, author, update), version) in self.updates.iter().zip(0..) {
            let forecast = update.forecast.map(|due| frame.due(due)).transpose()?;
            let said =
                Progressed { status: update.status, percent: update.percent, forecast, last_update_on: *on, recorded_on: *on };
            set_progress(tx, id, version, said).await?;
            let recorded_at = story.moment(*on);
            updates::add(tx, self.update(frame, id, *on, *author, update, recorded_at)?).await?;
            let changes = [
                change("status", Some(before.0.to_string()), Some(update.status.to_string())),
                change("percent", Some(before.1.to_string()), Some(update.percent.to_string())),
            ];
            before = (update.status, update.percent);
            let changes = changes.into_iter().flatten().collect();
            story.tell(event(frame, id, *on, Some(*author), AuditAction::ProgressReported, changes));
        }
        if let Some((_, author, last)) = self.updates.last()
            && last.status == MeasureStatus::CompletedToVerify
        {
            add_claimant(tx, id, *author).await?;
        }
        self.write_extensions(tx, frame, id, story).await?;
        self.write_end(tx, frame, id, before.0, story).await
    }

    fn update(
        &self,
        frame: &Frame<'_>,
        measure_id: i64,
        reported_on: NaiveDate,
        author_id: i64,
        update: &Update,
        recorded_at: chrono::DateTime<chrono::Utc>,
    ) -> Result<NewUpdate, DemoError> {
        Ok(NewUpdate {
            measure_id,
            author_id,
            kind: UpdateKind::Progress,
            contact: None,
            reported_on,
            recorded_at,
            status: update.status,
            percent: update.percent,
            done: update.done.clone(),
            obstacles: update.obstacles.clone(),
            next_step: update.next.clone(),
            forecast: update.forecast.map(|due| frame.due(due)).transpose()?,
        })
    }

    async fn write_extensions(&self, tx: &Tx, frame: &Frame<'_>, id: i64, story: &mut Story) -> Result<(), DemoError> {
        let mut own = OwnDates::of(tx, id).await?;
        for (row, extension) in &self.extensions {
            let (deliverables, moves) = own.moved(frame, extension)?;
            add_extension(tx, PastExtension { measure_id: id, deliverables, ..row.clone() }).await?;
            story.tell(event(frame, id, row.requested_on, Some(row.requested_by), AuditAction::ExtensionRequested, Vec::new()));
            let (Some(on), Some((kind, action))) = (row.decided_on, decided(row.state)) else { continue };
            if let Some(meeting_id) = row.meeting_id {
                let text = extension.decision.clone();
                let new = NewDecision { meeting_id, measure_id: Some(id), kind, text, due_on: None, done_on: Some(on) };
                add_decision(tx, new).await?;
            }
            let moved = if row.state == ExtensionState::Granted { row.to } else { row.from };
            let mut changes = Vec::from_iter(change("current_due", Some(row.from.to_string()), Some(moved.to_string())));
            changes.extend(moves);
            story.tell(event(frame, id, on, row.decided_by, action, changes));
        }
        Ok(())
    }

    async fn write_end(
        &self,
        tx: &Tx,
        frame: &Frame<'_>,
        id: i64,
        before: MeasureStatus,
        story: &mut Story,
    ) -> Result<(), DemoError> {
        let Some((on, end)) = &self.end else { return Ok(()) };
        end_measure(tx, id, end.status, *on).await?;
        if let Moment::Meeting(round) = end.on {
            let (meeting_id, _) = frame.meeting(round)?;
            let kind = if end.status == MeasureStatus::VerifiedClosed { DecisionKind::Close } else { DecisionKind::Retire };
            let text = end.decision.clone();
            add_decision(tx, NewDecision { meeting_id, measure_id: Some(id), kind, text, due_on: None, done_on: Some(*on) })
                .await?;
        }
        let action = match end.status {
            MeasureStatus::VerifiedClosed => AuditAction::ClaimAccepted,
            MeasureStatus::Superseded => AuditAction::MeasureSuperseded,
            _ => AuditAction::MeasureDropped,
        };
        let changes = change("status", Some(before.to_string()), Some(end.status.to_string()));
        story.tell(event(frame, id, *on, Some(frame.known.person(&end.by)?), action, Vec::from_iter(changes)));
        Ok(())
    }
}

fn decided(state: ExtensionState) -> Option<(DecisionKind, AuditAction)> {
    match state {
        ExtensionState::Granted => Some((DecisionKind::GrantExtension, AuditAction::ExtensionGranted)),
        ExtensionState::Refused => Some((DecisionKind::RefuseExtension, AuditAction::ExtensionRefused)),
        ExtensionState::Requested | ExtensionState::Withdrawn => None,
    }
}

fn event(
    frame: &Frame<'_>,
    id: i64,
    on: NaiveDate,
    who: Option<i64>,
    action: AuditAction,
    changes: Vec<crate::store::audit::Change>,
) -> Event {
    Event { on, who, action, record: RecordKind::Measure, id, plan: frame.id, changes }
}
