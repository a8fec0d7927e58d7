//! The life of a measure: each step is checked by the rules of `domain::workflow` and written in one place. What a
//! step leaves behind besides (a request, a verification, a decision) is written by the service that takes it.

use super::{Author, Services, change};
use crate::store::{
    Tx,
    audit::Change,
    life, plans,
    records::{Measure, Plan},
};
use app::error::AppError;
use domain::{
    measure::MeasureStatus,
    problem::{Problem, ProblemCode},
    text::Coded,
    workflow::{Request, Standing, Step, Who},
};

/// A measure before and after a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// Before.
    pub before: Standing,
    /// After.
    pub after: Standing,
    /// The step.
    pub step: Step,
    /// The percentage before and after, where the step changed it.
    pub percent: Option<(u8, u8)>,
}

impl Taken {
    /// What changed, for the audit trail.
    #[must_use]
    pub fn changes(&self) -> Vec<Change> {
        let (before, after) = (&self.before, &self.after);
        let status = |of: &Standing| Some(of.status.code().to_owned());
        let current = |of: &Standing| Some(of.dates.current().to_string());
        let owner = |of: &Standing| of.owner.map(|owner| owner.to_string());
        let percent = |of: fn(&(u8, u8)) -> u8| self.percent.as_ref().map(|both| of(both).to_string());
        let fields = [
            change("status", status(before), status(after)),
            change("percent", percent(|both| both.0), percent(|both| both.1)),
            change("requested_due", self.lapsed().map(|request| request.to.to_string()), None),
            change("current", current(before), current(after)),
            change("owner_id", owner(before), owner(after)),
        ];
        fields.into_iter().flatten().collect()
    }
}

impl Taken {
    /// The request for a later date that nobody has to decide any more, because the measure came to an end or is in other
    /// hands.
    #[must_use]
    pub fn lapsed(&self) -> Option<Request> {
        self.before.request.filter(|_| !self.after.status.is_live() || self.step == Step::Transfer)
    }

    /// Whether what was verified waits for its verifier again.
    fn waits_again(&self) -> bool {
        self.before.status == MeasureStatus::VerifiedClosed && self.after.status == MeasureStatus::CompletedToVerify
    }
}

impl Services {
    /// Takes a step: checks it, moves the measure on, and tells those who verify when what was verified waits for them
    /// again. Whoever calls has authorised it, and rings the bell after the commit. Errors with `Invalid` naming `field`
    /// when a rule forbids the step, with `Conflict` when the measure changed since `lock_version`, or its plan stands
    /// elsewhere by now.
    pub(super) async fn take(
        &self,
        tx: &Tx,
        (measure, plan): (&Measure, &Plan),
        lock_version: i32,
        who: Who,
        (step, field): (Step, &str),
    ) -> Result<Taken, AppError> {
        if measure.lock_version != lock_version {
            return Err(AppError::Conflict);
        }
        plans::keep(tx, plan).await?;
        let before = life::standing(tx, measure, plan).await?;
        let after = match before.clone().take(who, step) {
            Ok(after) => after,
            // What somebody else did a moment ago is a conflict, whatever rule stands in the way because of it.
            Err(_) if !life::is_at(tx, measure.figures.id, lock_version).await? => return Err(AppError::Conflict),
            Err(code) => return Err(refused(field, code)),
        };
        let percent = life::advance(tx, measure.figures.id, lock_version, (&before, &after), self.clock.today()).await?;
        let taken = Taken { before, after, step, percent: percent.map(|now| (measure.percent, now)) };
        if taken.lapsed().is_some() {
            life::lapse_requests(tx, measure.figures.id, self.clock.today()).await?;
        }
        if taken.waits_again() {
            self.tell_waits_again(tx, who.person, (measure, plan), lock_version).await?;
        }
        Ok(taken)
    }
}

/// A rule's refusal, next to the field it is about.
#[must_use]
pub fn refused(field: &str, code: ProblemCode) -> AppError {
    AppError::Invalid(vec![Problem::new(field, code)])
}

/// The person who asks, deciding alone.
#[must_use]
pub fn alone(author: &Author) -> Who {
    Who { person: author.person.unwrap_or_default(), in_place_of: author.in_place_of, by_meeting: false }
}
