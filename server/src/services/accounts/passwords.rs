//! Signing in by a password, setting one, choosing a new one by a link.

use super::{
    Token, hashing,
    limits::{self, Counted, Door},
};
use crate::{
    mail::Notice,
    services::{Author, Services},
    store::{
        self, Tx,
        audit::{self, AuditEntry},
        passwords::{self, Holder, Stored},
    },
};
use app::{
    api::security::TypedPassword,
    backend::{Caller, Visitor},
    error::AppError,
};
use chrono::{DateTime, Utc};
use domain::{
    people::{LinkPurpose, password},
    problem::{Problem, ProblemCode},
    settings::SignInRules,
    text::{Email, Secret},
    trail::{AuditAction, RecordKind},
};

impl Services {
    /// The same statements and the same hashing whether or not there is such a person with a password.
    pub(super) async fn person_of_password(&self, visitor: &Visitor, email: &Email, password: &Secret) -> Result<i64, AppError> {
        let now = self.clock.now();
        let door = Door::Account(email.clone());
        let doors = limits::with_address(door.clone(), visitor, Door::Address);
        let (counted, holder, stored) = self
            .store
            .write(async |tx| {
                if !store::settings::load(tx).await?.settings.sign_in.passwords {
                    return Err(AppError::NotAllowed);
                }
                let counted = limits::count(tx, &doors, now).await?;
                let holder = passwords::holder_by_email(tx, email).await?;
                let stored = passwords::of(tx, holder.as_ref().map_or(0, |holder| holder.id)).await?;
                Ok((counted, holder, stored))
            })
            .await?;
        let is_right = hashing::is_right(password, stored.map(|stored| stored.hash)).await?;
        let author = Author::visitor(visitor, now, None);
        self.store
            .write(async |tx| match holder {
                Some(holder) if is_right => {
                    limits::forgive(tx, &counted, &door).await?;
                    Ok::<_, AppError>(Ok(holder.id))
                }
                // Nobody known leaves no trace, but takes as long.
                holder => {
                    let entry =
                        |holder: Holder| author.entry(AuditAction::SignInFailed, RecordKind::Person, holder.id, None, Vec::new());
                    audit::record_all(tx, holder.map(entry).into_iter().collect()).await?;
                    Ok(Err(AppError::SignInRefused))
                }
            })
            .await?
    }

    pub(super) async fn set_own_password(
        &self,
        caller: &Caller,
        session: Option<&str>,
        typed: &TypedPassword,
    ) -> Result<(), AppError> {
        let now = self.clock.now();
        let person = caller.actor.person;
        let (holder, stored, rules, is_fresh) = self
            .store
            .read(async |tx| {
                let (holder, stored, rules) = before(tx, person).await?;
                Ok::<_, AppError>((holder, stored, rules, self.is_fresh(tx, person, session).await?))
            })
            .await?;
        match &stored {
            Some(stored) => self.ask_for_current(&holder, stored, &typed.current, "current_password").await?,
            // A first password opens the second factor, too: whoever sits down at an open session must not set one. Who
            // signed in a moment ago gave all that is asked for at the door.
            None if is_fresh => {}
            None => return Err(Problem::new("new_password", ProblemCode::SignInAgain).into()),
        }
        check(typed, &rules, &holder)?;
        let hash = hashing::hash(&typed.new).await?;
        let author = Author::caller(caller, now);
        self.store
            .write(async |tx| {
                passwords::set(tx, person, stored.as_ref(), hash, now).await?;
                store::sessions::end_all(tx, person, session).await?;
                store::sign_in::end_links(tx, person, now).await?;
                self.password_was_set(tx, &holder, &author).await
            })
            .await?;
        self.bell.ring();
        Ok(())
    }

    /// Errors with a problem of this field unless it is the password in use.
    pub(super) async fn ask_for_current(
        &self,
        holder: &Holder,
        stored: &Stored,
        typed: &Secret,
        field: &str,
    ) -> Result<(), AppError> {
        let now = self.clock.now();
        if typed.is_empty() {
            return Err(AppError::Invalid(vec![Problem::new(field, ProblemCode::Required)]));
        }
        let door = Door::Account(holder.email.clone());
        let counted: Counted = self.store.write(async |tx| limits::count(tx, std::slice::from_ref(&door), now).await).await?;
        if !hashing::is_right(typed, Some(stored.hash.clone())).await? {
            return Err(AppError::Invalid(vec![Problem::new(field, ProblemCode::WrongPassword)]));
        }
        self.store.write(async |tx| limits::forgive(tx, &counted, &door).await).await
    }

    /// Whose link to choose a new password with this is.
    async fn holder_of_reset(&self, tx: &Tx, token: &str, now: DateTime<Utc>) -> Result<Holder, AppError> {
        match store::sign_in::link(tx, &Token::hash_of(token), now).await? {
            Some((person, LinkPurpose::PasswordReset)) => passwords::holder(tx, person).await?.ok_or(AppError::LinkNotValid),
            _ => Err(AppError::LinkNotValid),
        }
    }

    pub(super) async fn length_for_reset(&self, token: &str) -> Result<u16, AppError> {
        let now = self.clock.now();
        self.store
            .read(async |tx| {
                self.holder_of_reset(tx, token, now).await?;
                Ok(store::settings::load(tx).await?.settings.sign_in.password_length)
            })
            .await
    }

    pub(super) async fn reset(&self, visitor: &Visitor, token: &str, typed: &TypedPassword) -> Result<(), AppError> {
        let now = self.clock.now();
        let (holder, stored, rules) = self
            .store
            .read(async |tx| {
                let holder = self.holder_of_reset(tx, token, now).await?;
                before(tx, holder.id).await
            })
            .await?;
        check(typed, &rules, &holder)?;
        let hash = hashing::hash(&typed.new).await?;
        let author = Author::visitor(visitor, now, Some(holder.id));
        self.store
            .write(async |tx| {
                if !store::sign_in::use_link(tx, &Token::hash_of(token), now).await? {
                    return Err(AppError::LinkNotValid);
                }
                store::sign_in::end_links(tx, holder.id, now).await?;
                passwords::set(tx, holder.id, stored.as_ref(), hash, now).await?;
                store::sessions::end_all(tx, holder.id, None).await?;
                limits::open(tx, &Door::Account(holder.email.clone())).await?;
                self.password_was_set(tx, &holder, &author).await
            })
            .await?;
        self.bell.ring();
        Ok(())
    }

    async fn password_was_set(&self, tx: &Tx, holder: &Holder, author: &Author) -> Result<(), AppError> {
        self.tell(tx, holder, Notice::PasswordSet, author.at).await?;
        let entry: AuditEntry = author.entry(AuditAction::PasswordSet, RecordKind::Person, holder.id, None, Vec::new());
        Ok(audit::record(tx, entry).await?)
    }
}

/// What must be known before a password is set. Errors with `NotAllowed` where there are no passwords.
async fn before(tx: &Tx, person: i64) -> Result<(Holder, Option<Stored>, SignInRules), AppError> {
    let rules = store::settings::load(tx).await?.settings.sign_in;
    if !rules.passwords {
        return Err(AppError::NotAllowed);
    }
    let holder = passwords::holder(tx, person).await?.ok_or(AppError::NotSignedIn)?;
    Ok((holder, passwords::of(tx, person).await?, rules))
}

/// Errors with all that is wrong with a new password.
fn check(typed: &TypedPassword, rules: &SignInRules, holder: &Holder) -> Result<(), AppError> {
    let about = [holder.email.as_str(), holder.name.as_str()];
    let wrong = password::problem(typed.new.expose(), rules.password_length.into(), &about);
    let mut problems: Vec<Problem> = wrong.map(|code| Problem::new("new_password", code)).into_iter().collect();
    if typed.new != typed.repeated {
        problems.push(Problem::new("repeat_password", ProblemCode::NotTheSame));
    }
    if problems.is_empty() { Ok(()) } else { Err(AppError::Invalid(problems)) }
}
