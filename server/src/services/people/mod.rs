//! People: the list, one of them, and what administrators do about them. Every change is guarded by the person's
//! `lock_version`, whatever part of them it is about.

pub(super) mod away;
pub(super) mod check;
mod list;
mod page;
mod roles;
mod write;

pub(super) use roles::given;
pub(super) use write::described;

use super::{Author, Services, access, accounts::Rescue};
use crate::store::{
    Tx,
    directory::{self, Kept},
    passwords,
};
use app::{
    api::admin::people::{PersonChoices, PersonFilter, PersonList, PersonPage, TypedPerson, TypedRoles},
    backend::{Caller, People},
    error::AppError,
};
use async_trait::async_trait;
use domain::people::Action;

#[async_trait]
impl People for Services {
    async fn list(&self, caller: &Caller, filter: &PersonFilter, page: u32) -> Result<PersonList, AppError> {
        access::known(&caller.actor, Action::ManagePeople)?;
        let now = self.clock.now();
        self.store.read(async |tx| list::page(self, tx, caller.lang, filter, page, now).await).await
    }

    async fn choices(&self, caller: &Caller) -> Result<PersonChoices, AppError> {
        access::known(&caller.actor, Action::ManagePeople)?;
        self.store.read(async |tx| page::choices(tx, caller.lang, None).await).await
    }

    async fn show(&self, caller: &Caller, person: i64) -> Result<PersonPage, AppError> {
        access::known(&caller.actor, Action::ManagePeople)?;
        self.store.read(async |tx| page::of(self, tx, caller.lang, person).await).await
    }

    async fn add(&self, caller: &Caller, typed: &TypedPerson, roles: &TypedRoles, invite: bool) -> Result<i64, AppError> {
        access::known(&caller.actor, Action::ManagePeople)?;
        let id = self.store.write(async |tx| write::add(self, tx, caller, typed, roles, invite).await).await?;
        self.bell.ring();
        Ok(id)
    }

    async fn edit(&self, caller: &Caller, person: i64, lock: i32, typed: &TypedPerson) -> Result<(), AppError> {
        access::known(&caller.actor, Action::ManagePeople)?;
        self.store.write(async |tx| write::edit(self, tx, caller, &current(tx, person, lock).await?, typed).await).await?;
        self.bell.ring();
        Ok(())
    }

    async fn archive(&self, caller: &Caller, person: i64, lock: i32, reason: &str) -> Result<(), AppError> {
        access::known(&caller.actor, Action::ManagePeople)?;
        self.store.write(async |tx| write::archive(self, tx, caller, &current(tx, person, lock).await?, reason).await).await
    }

    async fn restore(&self, caller: &Caller, person: i64, lock: i32, reason: &str) -> Result<(), AppError> {
        access::known(&caller.actor, Action::ManagePeople)?;
        self.store.write(async |tx| write::restore(self, tx, caller, &current(tx, person, lock).await?, reason).await).await
    }

    async fn invite(&self, caller: &Caller, person: i64, lock: i32) -> Result<(), AppError> {
        access::known(&caller.actor, Action::ManagePeople)?;
        self.store.write(async |tx| write::invite(self, tx, caller, &current(tx, person, lock).await?).await).await?;
        self.bell.ring();
        Ok(())
    }

    async fn remove_factor(&self, caller: &Caller, person: i64, lock: i32, reason: &str) -> Result<(), AppError> {
        self.rescued(caller, person, lock, Rescue::SecondFactor, reason).await
    }

    async fn end_sessions(&self, caller: &Caller, person: i64, lock: i32, reason: &str) -> Result<(), AppError> {
        self.rescued(caller, person, lock, Rescue::Sessions, reason).await
    }

    async fn unlink_account(&self, caller: &Caller, person: i64, lock: i32, reason: &str) -> Result<(), AppError> {
        self.rescued(caller, person, lock, Rescue::WorkAccount, reason).await
    }

    async fn give_role(&self, caller: &Caller, person: i64, lock: i32, role: &str, plan: &str) -> Result<(), AppError> {
        access::known(&caller.actor, Action::ManagePeople)?;
        self.store.write(async |tx| roles::give(self, tx, caller, &current(tx, person, lock).await?, role, plan).await).await
    }

    async fn take_role(&self, caller: &Caller, person: i64, lock: i32, grant: i64) -> Result<(), AppError> {
        access::known(&caller.actor, Action::ManagePeople)?;
        self.store.write(async |tx| roles::take(self, tx, caller, &current(tx, person, lock).await?, grant).await).await
    }

    async fn name_deputy(&self, caller: &Caller, person: i64, lock: i32, deputy: &str) -> Result<(), AppError> {
        access::known(&caller.actor, Action::ManagePeople)?;
        self.store.write(async |tx| away::name_deputy(self, tx, caller, &current(tx, person, lock).await?, deputy).await).await
    }

    async fn add_absence(&self, caller: &Caller, person: i64, lock: i32, starts: &str, ends: &str) -> Result<(), AppError> {
        access::known(&caller.actor, Action::ManagePeople)?;
        self.store.write(async |tx| away::add(self, tx, caller, &current(tx, person, lock).await?, starts, ends).await).await
    }

    async fn cancel_absence(&self, caller: &Caller, person: i64, lock: i32, absence: i64) -> Result<(), AppError> {
        access::known(&caller.actor, Action::ManagePeople)?;
        self.store.write(async |tx| away::cancel(self, tx, caller, &current(tx, person, lock).await?, absence).await).await
    }
}

impl Services {
    async fn rescued(&self, caller: &Caller, person: i64, lock: i32, what: Rescue, reason: &str) -> Result<(), AppError> {
        access::known(&caller.actor, Action::ManagePeople)?;
        let author = Author::caller(caller, self.clock.now());
        self.store
            .write(async |tx| {
                let kept = current(tx, person, lock).await?;
                directory::touch(tx, kept.id, kept.lock_version).await?;
                // Who was archived has no sessions, and cannot sign in with or without a second factor.
                let holder = passwords::holder(tx, person).await?.ok_or(AppError::Conflict)?;
                self.rescue(tx, &author, &holder, what, reason).await
            })
            .await?;
        self.bell.ring();
        Ok(())
    }
}

/// The person as they were when the form was made. Errors with `NotFound` or `Conflict`.
async fn current(tx: &Tx, id: i64, lock: i32) -> Result<Kept, AppError> {
    let kept = directory::find(tx, id).await?.ok_or(AppError::NotFound)?;
    if kept.lock_version == lock { Ok(kept) } else { Err(AppError::Conflict) }
}
