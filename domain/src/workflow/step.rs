//! The steps and what each needs.

use super::{Request, Standing};
use crate::{
    dates::DueDate,
    measure::{DateRefused, MeasureStatus},
    plan::PlanStatus,
    problem::ProblemCode,
};

/// Who takes a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Who {
    /// The person; a deputy who decides by the authority of somebody the step is not for counts as that one.
    pub person: i64,
    /// In whose place the person acts, when only that one's authority lets them: the rules of who asked and who
    /// claimed hold for both (`Actor::in_place_of`).
    pub in_place_of: Option<i64>,
    /// Whether the person records what a meeting decided, rather than deciding alone.
    pub by_meeting: bool,
}

/// Everything that can happen to a measure of an approved plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A progress update; with [`MeasureStatus::CompletedToVerify`] it is a completion claim.
    Report {
        /// The status from now on.
        status: MeasureStatus,
        /// Whether it says what was done.
        says_what_was_done: bool,
        /// How many deliverables are still open with it.
        open_deliverables: u32,
    },
    /// A later date is asked for.
    RequestExtension {
        /// The date.
        to: DueDate,
    },
    /// The later date is granted, the one asked for or another one after the current date.
    GrantExtension {
        /// The date.
        to: DueDate,
    },
    /// The later date is refused.
    RefuseExtension,
    /// The request is taken back by who made it, or had it made.
    WithdrawRequest,
    /// The claim is accepted.
    Verify,
    /// The claim is sent back.
    Return,
    /// Dropped or replaced.
    End {
        /// [`MeasureStatus::NoLongerApplicable`] or [`MeasureStatus::Superseded`].
        status: MeasureStatus,
    },
    /// Another organisation takes it over; its owner has to be named anew.
    Transfer,
    /// The person who carries it is named, or taken off it.
    NameOwner {
        /// The person.
        owner: Option<i64>,
    },
    /// One of its open deliverables is dropped.
    RetireDeliverable,
    /// Evidence is added or replaced.
    AddEvidence,
    /// What was promised is amended: its words, its links, who supports it.
    Amend,
    /// One more deliverable is promised: what was claimed or verified is not done any more.
    PromiseMore,
}

impl Standing {
    /// The measure after a step, or why the step cannot be taken. Nothing here ever changes the original date.
    pub fn take(mut self, who: Who, step: Step) -> Result<Self, ProblemCode> {
        if self.plan != PlanStatus::Approved {
            return Err(ProblemCode::PlanNotInForce);
        }
        let adds = matches!(step, Step::AddEvidence | Step::Amend | Step::PromiseMore);
        let reopens = adds && self.status == MeasureStatus::VerifiedClosed;
        if !self.status.is_live() && !reopens {
            return Err(ProblemCode::HasEnded);
        }
        match step {
            Step::Report { status, says_what_was_done, open_deliverables } => {
                self.report(who, status, says_what_was_done, open_deliverables)?;
            }
            Step::RequestExtension { to } => self.ask(who, to)?,
            Step::GrantExtension { to } => {
                self.decidable(who)?;
                self.dates = self.dates.extend(to).map_err(|_: DateRefused| ProblemCode::NotAfterCurrent)?;
                self.request = None;
            }
            Step::RefuseExtension => {
                self.decidable(who)?;
                self.request = None;
            }
            Step::WithdrawRequest => {
                let request = self.request.take().ok_or(ProblemCode::NothingRequested)?;
                if !request.is_of(who.person) {
                    return Err(ProblemCode::NotYourRequest);
                }
            }
            Step::Verify => {
                self.verifiable(who)?;
                // What was taken away since the claim, or never was there in a plan that was read in.
                self.complete(self.open_deliverables)?;
                self.close(MeasureStatus::VerifiedClosed);
            }
            Step::Return => {
                self.verifiable(who)?;
                self.reopen();
            }
            Step::End { status } => {
                if !matches!(status, MeasureStatus::NoLongerApplicable | MeasureStatus::Superseded) {
                    return Err(ProblemCode::NotAChoice);
                }
                self.close(status);
                self.claimed_by.clear();
            }
            Step::Transfer => {
                self.hand_to(None);
                // Whoever takes it over says for themselves by when they can do it.
                self.request = None;
            }
            Step::NameOwner { owner } => self.hand_to(owner),
            Step::RetireDeliverable => {
                self.open_deliverables = self.open_deliverables.checked_sub(1).ok_or(ProblemCode::NotAChoice)?;
            }
            Step::AddEvidence => {
                self.has_evidence = true;
                self.touch(who);
            }
            Step::Amend => self.touch(who),
            Step::PromiseMore => {
                self.open_deliverables = self.open_deliverables.saturating_add(1);
                if !self.status.awaits_lead() {
                    self.reopen();
                }
            }
        }
        Ok(self)
    }

    /// Rule 4, first half: what a claim needs.
    fn report(&mut self, who: Who, status: MeasureStatus, says: bool, open_deliverables: u32) -> Result<(), ProblemCode> {
        if !status.is_leads_choice() {
            return Err(ProblemCode::NeedsADecision);
        }
        // Whoever claims what is claimed already joins those who did: none of them verifies it.
        if status != MeasureStatus::CompletedToVerify || self.status != MeasureStatus::CompletedToVerify {
            self.claimed_by.clear();
        }
        if status == MeasureStatus::CompletedToVerify {
            if !says {
                return Err(ProblemCode::SayWhatWasDone);
            }
            self.complete(open_deliverables)?;
            self.join(who);
        }
        (self.status, self.open_deliverables) = (status, open_deliverables);
        Ok(())
    }

    /// Rule 4: nothing is complete with a deliverable open, or without the evidence that is asked for.
    fn complete(&self, open_deliverables: u32) -> Result<(), ProblemCode> {
        match () {
            () if open_deliverables > 0 => Err(ProblemCode::DeliverablesOpen),
            () if self.needs_evidence && !self.has_evidence => Err(ProblemCode::EvidenceMissing),
            () => Ok(()),
        }
    }

    /// Rule 5: one request at a time, for a date after the current one.
    fn ask(&mut self, who: Who, to: DueDate) -> Result<(), ProblemCode> {
        if !self.status.awaits_lead() {
            return Err(ProblemCode::AlreadyClaimed);
        }
        if self.request.is_some() {
            return Err(ProblemCode::AlreadyRequested);
        }
        self.dates.extend(to).map_err(|_: DateRefused| ProblemCode::NotAfterCurrent)?;
        self.request = Some(Request { by: who.person, in_place_of: who.in_place_of, to });
        Ok(())
    }

    /// Rule 5: whoever asked does not decide alone.
    fn decidable(&self, who: Who) -> Result<(), ProblemCode> {
        match self.request {
            None => Err(ProblemCode::NothingRequested),
            Some(request) if request.is_of(who.person) && !who.by_meeting => Err(ProblemCode::RequesterDecides),
            Some(_) => Ok(()),
        }
    }

    /// Rule 4, second half: the verifier is neither who claimed nor who owns. A meeting does not change that: it is a
    /// person who looks.
    fn verifiable(&self, who: Who) -> Result<(), ProblemCode> {
        // Only the program itself, started on the machine, reads a claim in that nobody made here; a person who imports
        // a plan claims what it says is done.
        if self.status != MeasureStatus::CompletedToVerify {
            return Err(ProblemCode::NothingClaimed);
        }
        if self.claimed_by.contains(&who.person) || self.owner == Some(who.person) {
            return Err(ProblemCode::OwnClaim);
        }
        Ok(())
    }

    /// Rule 4: what is added after a claim is part of it, and what was verified has to be verified again.
    fn touch(&mut self, who: Who) {
        if self.status == MeasureStatus::VerifiedClosed {
            self.status = MeasureStatus::CompletedToVerify;
        }
        if self.status == MeasureStatus::CompletedToVerify {
            self.join(who);
        }
    }

    fn join(&mut self, who: Who) {
        for person in std::iter::once(who.person).chain(who.in_place_of) {
            if !self.claimed_by.contains(&person) {
                self.claimed_by.push(person);
            }
        }
    }

    /// The lead owes work again.
    fn reopen(&mut self) {
        self.status = MeasureStatus::InProgress;
        self.claimed_by.clear();
    }

    /// Another owner, or nobody. Who owned it when it was claimed still cannot verify it.
    fn hand_to(&mut self, owner: Option<i64>) {
        if self.owner != owner {
            let waits = self.status == MeasureStatus::CompletedToVerify;
            let before = self.owner.take().filter(|was| waits && !self.claimed_by.contains(was));
            self.claimed_by.extend(before);
            self.owner = owner;
        }
    }

    fn close(&mut self, status: MeasureStatus) {
        self.status = status;
        self.request = None;
    }
}
