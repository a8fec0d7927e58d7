//! Extensions: asked for, taken back, granted or refused (rule 5).

use super::{
    Case, dates,
    meetings::{self, Sought},
    notices::{Audience, Event, What},
    who, words,
};
use crate::{
    services::{
        Author, Services, access, change,
        life::{alone, refused},
        views,
    },
    store::{
        Tx, audit,
        decisions::{self, NewRequest, Settled},
        records::Extension,
    },
};
use app::{
    api::decisions::{About, ExtensionPage},
    backend::Caller,
    error::AppError,
};
use chrono::NaiveDate;
use domain::{
    dates::DueDate,
    extensions::{ExtensionState, TypedExtension, TypedRuling},
    meetings::DecisionKind,
    people::Action,
    problem::ProblemCode,
    trail::{AuditAction, RecordKind},
    workflow::{Step, Who},
};

/// Later than any date that can be asked for.
fn end_of_time() -> DueDate {
    DueDate::day(NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or(NaiveDate::MAX))
}

/// A request with its measure. Errors with `NotFound` for those who may not see the measure.
async fn found(tx: &Tx, caller: &Caller, id: i64) -> Result<(Extension, Case), AppError> {
    let extension = decisions::request(tx, id).await?.ok_or(AppError::NotFound)?;
    let (measure, plan) = access::measure(tx, &caller.actor, extension.measure_id).await?;
    Ok((extension, Case { measure, plan }))
}

impl Services {
    pub(super) async fn extension_form_of(&self, tx: &Tx, caller: &Caller, measure: i64) -> Result<About, AppError> {
        let case = Case::of(tx, caller, measure, Action::ReportProgress).await?;
        let step = Step::RequestExtension { to: end_of_time() };
        Ok(case.about(tx, self, caller, (who(caller), step)).await?.0)
    }

    pub(super) async fn ask(
        &self,
        tx: &Tx,
        caller: &Caller,
        measure: i64,
        lock_version: i32,
        typed: &TypedExtension,
    ) -> Result<i64, AppError> {
        let case = Case::of(tx, caller, measure, Action::ReportProgress).await?;
        let action = Action::ReportProgress(case.measure.subject(case.plan.subject()));
        let author = Author::acting(caller, self.clock.now(), action);
        if case.measure.lock_version != lock_version {
            return Err(AppError::Conflict);
        }
        let from = case.measure.figures.facts.dates;
        let own = dates::movable(&case.measure);
        let request = typed.check(self.clock.today(), from, &own).map_err(AppError::Invalid)?;
        let step = Step::RequestExtension { to: request.to };
        self.take(tx, (&case.measure, &case.plan), lock_version, alone(&author), (step, "new_date")).await?;
        let new = NewRequest {
            measure_id: case.id(),
            requested_on: self.clock.today(),
            requested_by: caller.actor.person,
            requested_for: author.in_place_of,
            from: from.current(),
            to: request.to,
            deliverables: dates::asked(&own, &request.deliverables),
            reason: request.reason.clone(),
            impact: request.impact.clone(),
        };
        let id = decisions::add_request(tx, new).await?;
        let event = Event {
            key: format!("extension-asked:{id}"),
            what: What::ExtensionAsked {
                to: request.to,
                before: case.measure.figures.facts.extensions,
                deliverables: dates::told(&case.measure, &request.deliverables, &[]),
            },
            words: &request.reason,
            path: format!("/extensions/{id}"),
            audience: Audience::Deciders,
        };
        self.announce(tx, caller, &case, event).await?;
        let mut changes = Vec::from_iter(change("requested_due", None, Some(request.to.to_string())));
        changes.extend(dates::changes("deliverable_requested_due", &case.measure, &request.deliverables));
        changes.extend(change("extension_reason", None, words(&request.reason)));
        changes.extend(change("impact", None, words(&request.impact)));
        let entry = author.entry(AuditAction::ExtensionRequested, RecordKind::Measure, case.id(), Some(case.plan.id), changes);
        audit::record(tx, entry).await?;
        Ok(id)
    }

    pub(super) async fn extension_page(&self, tx: &Tx, caller: &Caller, id: i64) -> Result<ExtensionPage, AppError> {
        let (extension, case) = found(tx, caller, id).await?;
        let at_a_meeting = Who { by_meeting: true, ..who(caller) };
        let (mut about, _) = case.about(tx, self, caller, (at_a_meeting, Step::RefuseExtension)).await?;
        if extension.state != ExtensionState::Requested {
            about.blocked = Some(ProblemCode::NothingRequested);
        }
        let action = Action::DecideExtension(case.measure.subject(case.plan.subject()));
        let decides_as = caller.actor.decides_as(action, &extension.askers());
        Ok(ExtensionPage {
            request: views::extension(&extension, caller.lang),
            may_decide: caller.actor.may(action),
            is_requester: extension.askers().contains(&caller.actor.person),
            only_a_meeting_decides: extension.askers().contains(&decides_as),
            meetings: meetings::choices(tx, self.sought(decides_as, &extension, &case), caller.lang).await?,
            about,
        })
    }

    /// The meetings that may have decided a request. Whoever asked records only what one really did.
    fn sought(&self, decider: i64, extension: &Extension, case: &Case) -> Sought {
        let begun = extension.askers().contains(&decider);
        Sought { plan: case.plan.id, since: Some(extension.requested_on), today: self.clock.today(), begun }
    }

    pub(super) async fn rule(
        &self,
        tx: &Tx,
        caller: &Caller,
        id: i64,
        lock_version: i32,
        typed: &TypedRuling,
    ) -> Result<i64, AppError> {
        let (extension, _) = found(tx, caller, id).await?;
        let case = Case::of(tx, caller, extension.measure_id, Action::DecideExtension).await?;
        let today = self.clock.today();
        if case.measure.lock_version != lock_version {
            return Err(AppError::Conflict);
        }
        if extension.state != ExtensionState::Requested {
            return Err(refused("answer", ProblemCode::NothingRequested));
        }
        let asked = dates::decidable(&case.measure, &extension);
        let ruling = typed.check(today, case.measure.figures.facts.dates, extension.asked, &asked).map_err(AppError::Invalid)?;
        let action = Action::DecideExtension(case.measure.subject(case.plan.subject()));
        let author = Author::deciding(caller, self.clock.now(), action, &extension.askers());
        let decider = caller.actor.decides_as(action, &extension.askers());
        let meeting = meetings::chosen(tx, self.sought(decider, &extension, &case), ruling.meeting).await?;
        let is_own = extension.askers().contains(&decider);
        let field = if is_own && meeting.is_none() { "meeting" } else { "answer" };
        let step = ruling.granted.map_or(Step::RefuseExtension, |to| Step::GrantExtension { to });
        let decider = Who { person: decider, in_place_of: None, by_meeting: meeting.is_some() };
        let taken = self.take(tx, (&case.measure, &case.plan), lock_version, decider, (step, field)).await?;
        let (state, kind, action) = match ruling.granted {
            Some(_) => (ExtensionState::Granted, DecisionKind::GrantExtension, AuditAction::ExtensionGranted),
            None => (ExtensionState::Refused, DecisionKind::RefuseExtension, AuditAction::ExtensionRefused),
        };
        let settled = Settled {
            state,
            to: ruling.granted.unwrap_or(extension.asked),
            deliverables: ruling.deliverables.clone(),
            notes: ruling.notes.clone(),
            decided_on: today,
            decided_by: caller.actor.person,
            meeting_id: meeting.as_ref().map(|meeting| meeting.id),
        };
        decisions::settle(tx, id, settled).await?;
        meetings::record(tx, meeting.as_ref(), case.id(), (kind, &ruling.notes), today).await?;
        let what = match ruling.granted {
            Some(to) => What::ExtensionGranted {
                to,
                asked: extension.asked,
                deliverables: dates::told(&case.measure, &ruling.deliverables, &asked),
            },
            None => What::ExtensionRefused { asked: extension.asked, stays: taken.after.dates.current() },
        };
        let event = Event {
            key: format!("extension-decided:{id}"),
            what,
            words: &ruling.notes,
            path: format!("/extensions/{id}"),
            audience: Audience::Waiting { people: extension.askers(), organisation: None },
        };
        self.announce(tx, caller, &case, event).await?;
        let mut changes = taken.changes();
        changes.extend(dates::changes("deliverable_due", &case.measure, &ruling.deliverables));
        changes.extend(change("decision_reason", None, words(&ruling.notes)));
        changes.extend(change("meeting", None, meeting.and_then(|meeting| words(&meeting.name))));
        let entry = author.entry(action, RecordKind::Measure, case.id(), Some(case.plan.id), changes);
        audit::record(tx, entry).await?;
        Ok(case.id())
    }

    pub(super) async fn withdraw(&self, tx: &Tx, caller: &Caller, id: i64, lock_version: i32) -> Result<i64, AppError> {
        let (extension, case) = found(tx, caller, id).await?;
        if !extension.askers().contains(&caller.actor.person) {
            return Err(AppError::NotAllowed);
        }
        if case.measure.lock_version != lock_version || extension.state != ExtensionState::Requested {
            return Err(AppError::Conflict);
        }
        let step = (Step::WithdrawRequest, "extension");
        self.take(tx, (&case.measure, &case.plan), lock_version, who(caller), step).await?;
        let settled = Settled {
            state: ExtensionState::Withdrawn,
            to: extension.asked,
            deliverables: Vec::new(),
            notes: domain::text::Bilingual::default(),
            decided_on: self.clock.today(),
            decided_by: caller.actor.person,
            meeting_id: None,
        };
        decisions::settle(tx, id, settled).await?;
        let event = Event {
            key: format!("extension-withdrawn:{id}"),
            what: What::ExtensionWithdrawn { asked: extension.asked },
            words: &extension.reason,
            path: format!("/measures/{}", case.id()),
            audience: Audience::Deciders,
        };
        self.announce(tx, caller, &case, event).await?;
        let action = Action::ReportProgress(case.measure.subject(case.plan.subject()));
        let author = Author::acting(caller, self.clock.now(), action);
        let mut changes = Vec::from_iter(change("requested_due", Some(extension.asked.to_string()), None));
        changes.extend(dates::taken_back(&extension));
        let entry = author.entry(AuditAction::ExtensionWithdrawn, RecordKind::Measure, case.id(), Some(case.plan.id), changes);
        audit::record(tx, entry).await?;
        Ok(case.id())
    }
}
