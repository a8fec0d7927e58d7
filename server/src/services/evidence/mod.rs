//! Evidence: what a person may see of it, adding it, opening it, taking it back. Files are put before the
//! transaction that names them, and forgotten when it fails.

mod add;
mod shown;

pub use add::{Added, NewEvidence};
pub(super) use shown::of_measure;

use super::{
    Author, Services, access, change,
    life::{alone, refused},
    views,
};
use crate::{
    files::{CheckedFile, FileTrouble, KeptFile},
    store::{
        Tx, audit,
        evidence::{self, Matter, Piece},
        measures::Scope,
        records::{Measure, Plan},
    },
};
use app::{
    api::evidence::{EvidencePage, WithdrawPage},
    backend::{Caller, Evidence},
    error::AppError,
};
use async_trait::async_trait;
use domain::{
    evidence::TypedEvidence,
    measure::MeasureStatus,
    people::Action,
    plan::PlanStatus,
    problem::{Problem, ProblemCode},
    text,
    trail::AuditAction,
    workflow::Step,
};

#[async_trait]
impl Evidence for Services {
    async fn page(&self, caller: &Caller, measure: i64) -> Result<EvidencePage, AppError> {
        let today = self.clock.today();
        self.store
            .read(async |tx| {
                let (measure, plan) = access::measure(tx, &caller.actor, measure).await?;
                let subject = measure.subject(plan.subject());
                Ok(EvidencePage {
                    pieces: of_measure(tx, self, caller, &measure, &plan).await?,
                    may_add: caller.actor.may(Action::AddEvidence(subject)),
                    may_withdraw: caller.actor.may(Action::WithdrawEvidence(subject)),
                    reopens: reopens(&measure, &plan),
                    lock_version: measure.lock_version,
                    measure: views::measure(&measure, caller.lang, today),
                    plan_id: plan.id,
                    plan_title: plan.title.for_reader(caller.lang),
                })
            })
            .await
    }

    async fn may_add(&self, caller: &Caller, measure: i64) -> Result<(), AppError> {
        self.store
            .read(async |tx| {
                let (measure, plan) = access::measure(tx, &caller.actor, measure).await?;
                access::require(&caller.actor, Action::AddEvidence(measure.subject(plan.subject())))
            })
            .await
    }

    async fn add_link(&self, caller: &Caller, measure: i64, lock_version: i32, typed: &TypedEvidence) -> Result<(), AppError> {
        self.store
            .write(async |tx| {
                let (measure, plan) = self.addable(tx, caller, measure, lock_version).await?;
                let author = self.adder(caller, &measure, &plan);
                let (note, link) = both(typed.check(), typed.link().map_err(|problem| vec![problem]))?;
                self.replaceable(tx, caller, (&measure, &plan), note.replaces).await?;
                let new = NewEvidence { note: &note, matter: link.into(), contact: None };
                let added = self.add_evidence(tx, &author, (&measure, &plan), lock_version, new).await?;
                Ok::<_, AppError>(audit::record_all(tx, added.entries).await?)
            })
            .await?;
        self.bell.ring();
        Ok(())
    }

    async fn piece(&self, caller: &Caller, evidence: i64) -> Result<WithdrawPage, AppError> {
        let today = self.clock.today();
        self.store
            .read(async |tx| {
                let (piece, measure, plan) = withdrawable(tx, caller, evidence).await?;
                Ok(WithdrawPage {
                    piece: shown::piece(self, caller, &plan, &piece),
                    reopens: piece.counts() && reopens(&measure, &plan),
                    lock_version: piece.lock_version,
                    measure: views::measure(&measure, caller.lang, today),
                    plan_id: plan.id,
                    plan_title: plan.title.for_reader(caller.lang),
                })
            })
            .await
    }

    async fn withdraw(&self, caller: &Caller, evidence: i64, lock_version: i32, reason: &str) -> Result<i64, AppError> {
        let measure = self
            .store
            .write(async |tx| {
                let (piece, measure, plan) = withdrawable(tx, caller, evidence).await?;
                let action = Action::WithdrawEvidence(measure.subject(plan.subject()));
                let author = Author::acting(caller, self.clock.now(), action);
                let reason = text::reason("withdraw_reason", reason)?;
                self.take_back(tx, &author, (&piece, lock_version), (&measure, &plan), &reason).await?;
                Ok::<_, AppError>(measure.figures.id)
            })
            .await?;
        self.bell.ring();
        Ok(measure)
    }
}

impl Services {
    /// Adds a file. Every problem of the form comes at once, and a file that is refused is not kept.
    pub async fn add_file(
        &self,
        caller: &Caller,
        measure: i64,
        lock_version: i32,
        typed: &TypedEvidence,
        file: Result<CheckedFile, ProblemCode>,
    ) -> Result<(), AppError> {
        // All that can be refused is refused before the file is put anywhere.
        let (note, file) = self
            .store
            .read(async |tx| {
                let (measure, plan) = self.addable(tx, caller, measure, lock_version).await?;
                let checked = both(typed.check(), file.map_err(|code| vec![Problem::new("document", code)]))?;
                self.replaceable(tx, caller, (&measure, &plan), checked.0.replaces).await?;
                self.fits(tx, &measure, &checked.0, "document").await?;
                Ok::<_, AppError>(checked)
            })
            .await?;
        let kept = self.files.put(file).await.map_err(|error| trouble(&error))?;
        let matter = Matter::File(kept.clone());
        let written = self
            .store
            .write(async |tx| {
                let (measure, plan) = self.addable(tx, caller, measure, lock_version).await?;
                let author = self.adder(caller, &measure, &plan);
                let new = NewEvidence { note: &note, matter, contact: None };
                let added = self.add_evidence(tx, &author, (&measure, &plan), lock_version, new).await?;
                Ok::<_, AppError>(audit::record_all(tx, added.entries).await?)
            })
            .await;
        match written {
            Ok(()) => self.bell.ring(),
            Err(_) => self.files.forget(&kept).await,
        }
        written
    }

    /// A file as somebody may open it, with its bytes. What one may not know of is `NotFound`, and so is a link.
    pub async fn open_file(&self, caller: &Caller, evidence: i64) -> Result<(KeptFile, Vec<u8>), AppError> {
        let file = self
            .store
            .read(async |tx| {
                let piece = evidence::find(tx, evidence).await?.ok_or(AppError::NotFound)?;
                let (measure, plan) = access::measure(tx, &caller.actor, piece.measure_id).await?;
                let sight = shown::Sight::of(&caller.actor, &measure, &plan);
                match piece.matter {
                    Matter::File(ref file) if sight.knows(&piece) && sight.opens(&piece) => Ok(file.clone()),
                    _ => Err(AppError::NotFound),
                }
            })
            .await?;
        let bytes = self.files.get(&file).await.map_err(|error| trouble(&error))?;
        Ok((file, bytes))
    }

    fn adder(&self, caller: &Caller, measure: &Measure, plan: &Plan) -> Author {
        Author::acting(caller, self.clock.now(), Action::AddEvidence(measure.subject(plan.subject())))
    }

    /// The measure with its plan, for those who may add evidence to it as they saw it.
    async fn addable(&self, tx: &Tx, caller: &Caller, measure: i64, lock_version: i32) -> Result<(Measure, Plan), AppError> {
        let (measure, plan) = access::measure(tx, &caller.actor, measure).await?;
        access::require(&caller.actor, Action::AddEvidence(measure.subject(plan.subject())))?;
        if measure.lock_version == lock_version { Ok((measure, plan)) } else { Err(AppError::Conflict) }
    }

    /// Errors unless what is to be replaced is a piece this person knows of; that it is current is the store's to say.
    async fn replaceable(
        &self,
        tx: &Tx,
        caller: &Caller,
        (measure, plan): (&Measure, &Plan),
        replaces: Option<i64>,
    ) -> Result<(), AppError> {
        let Some(id) = replaces else { return Ok(()) };
        let sight = shown::Sight::of(&caller.actor, measure, plan);
        match evidence::find(tx, id).await? {
            Some(piece) if piece.measure_id == measure.figures.id && sight.knows(&piece) && piece.counts() => Ok(()),
            _ => Err(refused("replaces", ProblemCode::NotAChoice)),
        }
    }

    async fn take_back(
        &self,
        tx: &Tx,
        author: &Author,
        (piece, lock_version): (&Piece, i32),
        (measure, plan): (&Measure, &Plan),
        reason: &str,
    ) -> Result<(), AppError> {
        let told = [change("evidence", Some(add::words(&piece.title)), None), change("reason", None, Some(reason.to_owned()))];
        let told = told.into_iter().flatten().collect();
        evidence::withdraw(tx, piece.id, lock_version, self.clock.today(), reason).await?;
        // What is not counted any more, or is withdrawn from what has ended, leaves the measure where it stands.
        let in_life = measure.figures.facts.status.is_live() || reopens(measure, plan);
        let changes = if piece.counts() && plan.status == PlanStatus::Approved && in_life {
            let step = (Step::Amend, "withdraw_reason");
            let taken = self.take(tx, (measure, plan), measure.lock_version, alone(author), step).await?;
            taken.changes()
        } else {
            evidence::touch(tx, measure.figures.id, measure.lock_version).await?;
            Vec::new()
        };
        let action = AuditAction::EvidenceWithdrawn;
        Ok(audit::record_all(tx, add::entries(author, action, (piece.id, told), (measure, changes))).await?)
    }
}

/// Whether something new sets the measure back to be verified (rule 4).
fn reopens(measure: &Measure, plan: &Plan) -> bool {
    measure.figures.facts.status == MeasureStatus::VerifiedClosed && plan.status == PlanStatus::Approved
}

/// A piece that this person may withdraw, with its measure and plan.
async fn withdrawable(tx: &Tx, caller: &Caller, id: i64) -> Result<(Piece, Measure, Plan), AppError> {
    let piece = evidence::find(tx, id).await?.ok_or(AppError::NotFound)?;
    let (measure, plan) = access::measure(tx, &caller.actor, piece.measure_id).await?;
    if !shown::Sight::of(&caller.actor, &measure, &plan).knows(&piece) || piece.withdrawn_on.is_some() {
        return Err(AppError::NotFound);
    }
    access::require(&caller.actor, Action::WithdrawEvidence(measure.subject(plan.subject())))?;
    Ok((piece, measure, plan))
}

/// Both, or the problems of both.
fn both<A, B>(first: Result<A, Vec<Problem>>, second: Result<B, Vec<Problem>>) -> Result<(A, B), AppError> {
    match (first, second) {
        (Ok(first), Ok(second)) => Ok((first, second)),
        (first, second) => Err(AppError::Invalid(first.err().into_iter().chain(second.err()).flatten().collect())),
    }
}

/// The detail is logged and goes no further.
pub(super) fn trouble(error: &FileTrouble) -> AppError {
    tracing::error!(%error, "a file of evidence could not be kept or brought");
    match error {
        FileTrouble::Corrupt { .. } => AppError::FileDamaged,
        FileTrouble::Store(_) => AppError::Internal,
    }
}

/// Errors with `NotFound` unless the caller may know of a piece.
pub(super) async fn require_sight(tx: &Tx, caller: &Caller, id: i64) -> Result<(), AppError> {
    let piece = evidence::find(tx, id).await?.ok_or(AppError::NotFound)?;
    let (measure, plan) = access::measure(tx, &caller.actor, piece.measure_id).await?;
    let sight = shown::Sight::of(&caller.actor, &measure, &plan);
    // The rows of a piece say what it held.
    if sight.knows(&piece) && sight.opens(&piece) { Ok(()) } else { Err(AppError::NotFound) }
}

/// The ids of the pieces of a measure, in all versions, whose history the caller may read.
pub(super) async fn known(tx: &Tx, caller: &Caller, measure: &Measure, plan: &Plan) -> Result<Vec<i64>, AppError> {
    let sight = shown::Sight::of(&caller.actor, measure, plan);
    let pieces = versions(tx, measure.figures.id).await?;
    Ok(pieces.iter().filter(|piece| sight.knows(piece) && sight.opens(piece)).map(|piece| piece.id).collect())
}

/// Every version of every piece of one measure, as it is stored.
pub(super) async fn versions(tx: &Tx, measure: i64) -> Result<Vec<Piece>, AppError> {
    Ok(evidence::load(tx, &Scope::ids(&[measure])).await?)
}
