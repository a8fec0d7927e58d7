//! What others do for somebody's sign-in when they cannot do it themselves: taking away a second factor that is lost,
//! ending sessions on a device that is, forgetting a work account that was replaced. It needs a reason, and the person is
//! told.

use super::limits::{self, Door};
use crate::{
    mail::Notice,
    services::{Author, Services, change},
    store::{
        Tx, audit, external_identities,
        passwords::{self, Holder},
        second_factor, sessions, sign_in,
    },
};
use app::error::AppError;
use domain::{
    text::{self, Email},
    trail::{AuditAction, RecordKind},
};

/// What is done for somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rescue {
    /// The second factor is taken away.
    SecondFactor,
    /// Every session ends, and with them the links that are on their way.
    Sessions,
    /// The work account is forgotten, so that another one with the same address can take its place.
    WorkAccount,
}

/// Why nothing was done for somebody from the command line.
#[derive(Debug, thiserror::Error)]
pub enum RescueError {
    /// Nobody, or nobody active, has the address.
    #[error("nobody who may sign in has this e-mail address")]
    Nobody,
    /// There is nothing to take away.
    #[error("this person has no second factor")]
    NoFactor,
    /// There is no work account to forget.
    #[error("this person has not signed in with a work account")]
    NotLinked,
    /// A reason is needed.
    #[error("a reason is needed: it is kept on the audit trail")]
    NoReason,
    /// Something else.
    #[error(transparent)]
    Other(#[from] AppError),
}

impl Rescue {
    /// The field of the form that asks for the reason.
    fn reason(self) -> &'static str {
        match self {
            Self::SecondFactor => "factor_reason",
            Self::Sessions => "sessions_reason",
            Self::WorkAccount => "unlink_reason",
        }
    }

    /// How the audit trail calls the command that does it.
    fn command(self) -> &'static str {
        match self {
            Self::SecondFactor => "suivi user remove-second-factor",
            Self::Sessions => "suivi user end-sessions",
            Self::WorkAccount => "suivi user unlink-account",
        }
    }
}

impl Services {
    /// Does this for somebody in the transaction of its cause. Errors with `Invalid` without a reason, with `Conflict`
    /// when there is no second factor, or no work account. Ring the bell once it is committed.
    pub(in crate::services) async fn rescue(
        &self,
        tx: &Tx,
        author: &Author,
        holder: &Holder,
        what: Rescue,
        why: &str,
    ) -> Result<(), AppError> {
        let why = text::reason(what.reason(), why)?;
        let mut changes: Vec<_> = change("reason", None, Some(why)).into_iter().collect();
        let (action, notice) = match what {
            Rescue::SecondFactor => {
                if !second_factor::remove(tx, holder.id).await? {
                    return Err(AppError::Conflict);
                }
                limits::open(tx, &Door::Factor(holder.id)).await?;
                (AuditAction::SecondFactorOff, Notice::SecondFactorTaken)
            }
            Rescue::Sessions => {
                sessions::end_all(tx, holder.id, None).await?;
                sign_in::end_links(tx, holder.id, author.at).await?;
                (AuditAction::AllSessionsEnded, Notice::SessionsEnded)
            }
            Rescue::WorkAccount => {
                let linked = external_identities::of(tx, holder.id).await?;
                if linked.is_empty() {
                    return Err(AppError::Conflict);
                }
                external_identities::unlink(tx, holder.id).await?;
                // The account that vouched for them is not theirs any more.
                sessions::end_all(tx, holder.id, None).await?;
                for account in linked {
                    changes.extend(change("issuer", Some(account.issuer), None));
                    changes.extend(change("subject", Some(account.subject), None));
                }
                (AuditAction::IdentityUnlinked, Notice::AccountUnlinked)
            }
        };
        self.tell(tx, holder, notice, author.at).await?;
        Ok(audit::record(tx, author.entry(action, RecordKind::Person, holder.id, None, changes)).await?)
    }

    /// The same from the command line, for whoever has this address.
    pub async fn rescue_by_address(&self, email: &Email, what: Rescue, why: &str) -> Result<(), RescueError> {
        let author = Author::program(what.command(), self.clock.now());
        let found = self.store.read(async |tx| Ok::<_, AppError>(passwords::holder_by_email(tx, email).await?)).await?;
        let holder = found.ok_or(RescueError::Nobody)?;
        match self.store.write(async |tx| self.rescue(tx, &author, &holder, what, why).await).await {
            Err(AppError::Conflict) if what == Rescue::WorkAccount => return Err(RescueError::NotLinked),
            Err(AppError::Conflict) => return Err(RescueError::NoFactor),
            Err(AppError::Invalid(_)) => return Err(RescueError::NoReason),
            other => other?,
        }
        self.bell.ring();
        Ok(())
    }
}
