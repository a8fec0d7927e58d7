//! Decisions about a measure: extensions, verification, retirement, supersession and transfer (rules 4 to 6). Each is
//! authorised, taken as a step of the measure's life, written down with its words, and told to whoever waits for it.

mod claims;
mod dates;
mod extensions;
mod fate;
mod meetings;
mod notices;
mod panel;
mod proposed;
mod verify;

pub(super) use panel::life;
pub(super) use verify::verifiers;

use super::{Services, access, views};
use crate::store::{
    Tx, extensions as requests,
    life::standing,
    measures::Scope,
    records::{Measure, Plan},
    updates,
};
use app::{
    api::decisions::{About, ExtensionPage, FatePage, VerifyPage},
    backend::{Caller, Decisions},
    error::AppError,
};
use async_trait::async_trait;
use domain::{
    extensions::{TypedExtension, TypedRuling},
    measure::MeasureStatus,
    people::{Action, MeasureSubject},
    plan::PlanStatus,
    text::{Bilingual, Lang},
    workflow::{Standing, Step, TypedFate, TypedVerification, Who},
};

/// A measure as it is looked at for a decision.
struct Case {
    measure: Measure,
    plan: Plan,
}

impl Case {
    /// A measure the person may see and, were it open, do this to. Errors with `NotFound` or `NotAllowed`. Whether it
    /// is open is for the workflow to say, in words.
    async fn of(tx: &Tx, caller: &Caller, measure: i64, action: fn(MeasureSubject) -> Action) -> Result<Self, AppError> {
        let (measure, plan) = access::measure(tx, &caller.actor, measure).await?;
        access::require(&caller.actor, action(as_if_open(measure.subject(plan.subject()))))?;
        Ok(Self { measure, plan })
    }

    fn id(&self) -> i64 {
        self.measure.figures.id
    }

    /// What every page says of it; `step` is what the page is there for.
    async fn about(
        &self,
        tx: &Tx,
        services: &Services,
        caller: &Caller,
        step: (Who, Step),
    ) -> Result<(About, Standing), AppError> {
        let lang = caller.lang;
        let standing = standing(tx, &self.measure, &self.plan).await?;
        let requested = requests::load(tx, &Scope::ids(&[self.id()])).await?;
        let last = updates::page(tx, self.id(), 0, 1).await?.pop();
        let about = About {
            measure: views::measure(&self.measure, lang, services.clock.today()),
            plan_id: self.plan.id,
            plan_title: self.plan.title.for_reader(lang),
            extensions: requested.iter().map(|extension| views::extension(extension, lang)).collect(),
            last: last.map(|update| views::update(&update, lang)),
            lock_version: self.measure.lock_version,
            blocked: standing.clone().take(step.0, step.1).err(),
        };
        Ok((about, standing))
    }
}

/// The measure as the policy would see it while work on it goes on.
fn as_if_open(subject: MeasureSubject) -> MeasureSubject {
    let plan = domain::people::PlanSubject { status: PlanStatus::Approved, ..subject.plan };
    MeasureSubject { plan, status: MeasureStatus::InProgress, ..subject }
}

/// The person who asks, deciding alone.
fn who(caller: &Caller) -> Who {
    Who { person: caller.actor.person, in_place_of: None, by_meeting: false }
}

/// The person who decides, or on whose authority: whom a step is not for does not take it by the hand of a deputy.
fn decider(caller: &Caller, standing: &Standing, step: Step, action: Action) -> Who {
    Who { person: caller.actor.decides_as(action, &standing.barred(step)), ..who(caller) }
}

/// A text in the language it was written in, for the audit trail.
pub(super) fn words(text: &Bilingual) -> Option<String> {
    [Lang::En, Lang::Fr].into_iter().find_map(|lang| text.get(lang)).map(str::to_owned)
}

#[async_trait]
impl Decisions for Services {
    async fn extension_form(&self, caller: &Caller, measure: i64) -> Result<About, AppError> {
        self.store.read(async |tx| self.extension_form_of(tx, caller, measure).await).await
    }

    async fn request_extension(
        &self,
        caller: &Caller,
        measure: i64,
        lock_version: i32,
        typed: &TypedExtension,
    ) -> Result<i64, AppError> {
        let asked = self.store.write(async |tx| self.ask(tx, caller, measure, lock_version, typed).await).await?;
        self.bell.ring();
        Ok(asked)
    }

    async fn extension(&self, caller: &Caller, extension: i64) -> Result<ExtensionPage, AppError> {
        self.store.read(async |tx| self.extension_page(tx, caller, extension).await).await
    }

    async fn decide_extension(
        &self,
        caller: &Caller,
        extension: i64,
        lock_version: i32,
        typed: &TypedRuling,
    ) -> Result<i64, AppError> {
        let measure = self.store.write(async |tx| self.rule(tx, caller, extension, lock_version, typed).await).await?;
        self.bell.ring();
        Ok(measure)
    }

    async fn withdraw_extension(&self, caller: &Caller, extension: i64, lock_version: i32) -> Result<i64, AppError> {
        let measure = self.store.write(async |tx| self.withdraw(tx, caller, extension, lock_version).await).await?;
        self.bell.ring();
        Ok(measure)
    }

    async fn verify_form(&self, caller: &Caller, measure: i64) -> Result<VerifyPage, AppError> {
        self.store.read(async |tx| self.verify_page(tx, caller, measure).await).await
    }

    async fn verify(&self, caller: &Caller, measure: i64, lock_version: i32, typed: &TypedVerification) -> Result<(), AppError> {
        self.store.write(async |tx| self.answer_claim(tx, caller, measure, lock_version, typed).await).await?;
        self.bell.ring();
        Ok(())
    }

    async fn fate_form(&self, caller: &Caller, measure: i64) -> Result<FatePage, AppError> {
        self.store.read(async |tx| self.fate_page(tx, caller, measure).await).await
    }

    async fn decide_fate(&self, caller: &Caller, measure: i64, lock_version: i32, typed: &TypedFate) -> Result<(), AppError> {
        self.store.write(async |tx| self.settle_fate(tx, caller, measure, lock_version, typed).await).await?;
        self.bell.ring();
        Ok(())
    }
}
