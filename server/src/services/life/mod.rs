//! The life of a measure: each step is checked by the rules of `domain::workflow` and written in one place. What a
//! step leaves behind besides (a request, a verification, a decision) is written by the service that takes it.

use super::{Author, Services, change};
use crate::store::{
    Tx,
    audit::Change,
    life,
    records::{Measure, Plan},
};
use app::error::AppError;
use domain::{
    problem::{Problem, ProblemCode},
    text::Coded,
    workflow::{Standing, Step, Who},
};

/// A measure before and after a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// Before.
    pub before: Standing,
    /// After.
    pub after: Standing,
}

impl Taken {
    /// What changed, for the audit trail.
    #[must_use]
    pub fn changes(&self) -> Vec<Change> {
        let (before, after) = (&self.before, &self.after);
        let status = |of: &Standing| Some(of.status.code().to_owned());
        let current = |of: &Standing| Some(of.dates.current().to_string());
        let owner = |of: &Standing| of.owner.map(|owner| owner.to_string());
        let fields = [
            change("status", status(before), status(after)),
            change("current", current(before), current(after)),
            change("owner_id", owner(before), owner(after)),
        ];
        fields.into_iter().flatten().collect()
    }
}

impl Services {
    /// Takes a step: checks it and moves the measure on. Whoever calls has authorised it. Errors with `Invalid`
    /// naming `field` when a rule forbids the step, with `Conflict` when the measure changed since `lock_version`.
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
        let before = life::standing(tx, measure, plan).await?;
        let after = before.clone().take(who, step).map_err(|code| refused(field, code))?;
        life::advance(tx, measure.figures.id, lock_version, (&before, &after), self.clock.today()).await?;
        Ok(Taken { before, after })
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
    Who { person: author.person.unwrap_or_default(), by_meeting: false }
}
