//! What people see and change of their own sign-in: password, second factor, sessions.

use crate::{
    services::{Author, Services},
    store::{self, audit, passwords, second_factor, sessions, sign_in},
};
use app::{
    api::security::{FactorView, Proof, SecurityPage, SessionView, SetUp, TypedPassword},
    backend::{Caller, Security},
    error::AppError,
};
use async_trait::async_trait;
use chrono::{DateTime, NaiveDateTime, Utc};
use domain::{
    people::Device,
    text::Secret,
    trail::{AuditAction, RecordKind},
};

#[async_trait]
impl Security for Services {
    async fn page(&self, caller: &Caller, session: Option<&str>) -> Result<SecurityPage, AppError> {
        let (now, person) = (self.clock.now(), caller.actor.person);
        let zone = caller.actor.time_zone.unwrap_or(self.clock.zone());
        let local = |at: DateTime<Utc>| at.with_timezone(&zone).naive_local();
        self.store
            .read(async |tx| {
                let rules = store::settings::load(tx).await?.settings.sign_in;
                let since = second_factor::of(tx, person).await?.and_then(|factor| factor.confirmed_at);
                let password = passwords::of(tx, person).await?.filter(|_| rules.passwords);
                let is_fresh = self.is_fresh(tx, person, session).await?;
                let codes_left = second_factor::codes_left(tx, person).await?;
                let open = sessions::of(tx, person, now).await?;
                Ok::<_, AppError>(SecurityPage {
                    passwords: rules.passwords,
                    password_length: rules.password_length,
                    password_set: passwords::of(tx, person).await?.map(|stored| local(stored.set_at)),
                    factor: since.map(|since| FactorView { since: local(since), codes_left }),
                    proof: Proof::asked(is_fresh, password.is_some()),
                    factor_required: rules.asks_second_factor_of(&caller.actor),
                    sessions: open.into_iter().map(|open| view(open, session, local)).collect(),
                })
            })
            .await
    }

    async fn set_password(&self, caller: &Caller, session: Option<&str>, typed: &TypedPassword) -> Result<(), AppError> {
        self.set_own_password(caller, session, typed).await
    }

    async fn start_factor(&self, caller: &Caller, session: Option<&str>, password: &Secret) -> Result<(), AppError> {
        self.begin_factor(caller, session, password).await
    }

    async fn set_up(&self, caller: &Caller) -> Result<Option<SetUp>, AppError> {
        self.factor_set_up(caller).await
    }

    async fn confirm_factor(&self, caller: &Caller, code: &Secret) -> Result<Vec<String>, AppError> {
        self.put_factor_into_use(caller, code).await
    }

    async fn renew_codes(&self, caller: &Caller, code: &Secret) -> Result<Vec<String>, AppError> {
        self.replace_recovery_codes(caller, code).await
    }

    async fn remove_factor(&self, caller: &Caller, code: &Secret, password: &Secret) -> Result<(), AppError> {
        self.turn_factor_off(caller, code, password).await
    }

    async fn end_session(&self, caller: &Caller, session: &str) -> Result<(), AppError> {
        let (author, person) = (Author::caller(caller, self.clock.now()), caller.actor.person);
        self.store
            .write(async |tx| {
                if !sessions::end_one(tx, person, session).await? {
                    return Err(AppError::NotFound);
                }
                let entry = author.entry(AuditAction::SessionEnded, RecordKind::Person, person, None, Vec::new());
                Ok(audit::record(tx, entry).await?)
            })
            .await
    }

    async fn end_all_sessions(&self, caller: &Caller) -> Result<(), AppError> {
        let (author, person) = (Author::caller(caller, self.clock.now()), caller.actor.person);
        self.store
            .write(async |tx| {
                sessions::end_all(tx, person, None).await?;
                sign_in::end_links(tx, person, author.at).await?;
                let entry = author.entry(AuditAction::AllSessionsEnded, RecordKind::Person, person, None, Vec::new());
                Ok::<_, AppError>(audit::record(tx, entry).await?)
            })
            .await
    }

    async fn signing_out(&self, caller: &Caller) -> Result<(), AppError> {
        let (author, person) = (Author::caller(caller, self.clock.now()), caller.actor.person);
        let entry = author.entry(AuditAction::SignedOut, RecordKind::Person, person, None, Vec::new());
        Ok(self.store.write(async |tx| audit::record(tx, entry).await).await?)
    }
}

fn view(open: sessions::Open, this: Option<&str>, local: impl Fn(DateTime<Utc>) -> NaiveDateTime) -> SessionView {
    let device = Device::of(open.user_agent.as_deref().unwrap_or_default());
    SessionView {
        is_this: this == Some(open.key.as_str()),
        key: open.key,
        browser: device.browser,
        system: device.system,
        started: local(open.started_at),
        seen: local(open.seen_at),
    }
}
