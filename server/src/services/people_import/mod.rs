//! Many people at once: a table is kept as it was pasted, read anew each time it is looked at, and written all or
//! nobody. What the preview said is never trusted when people are added.

mod check;
mod read;
mod words;

use super::{
    Author, Services, access,
    accounts::Invitee,
    change,
    people::{described, given},
};
use crate::store::{
    StoreError, Tx,
    audit::{self, AuditEntry},
    directory,
    people::NewPerson,
    people_imports::{self, Kept},
    records::typed,
    roles,
};
use app::{
    api::admin::people_import::{PeopleImportPreview, RowFate, TABLE_LIMIT},
    backend::{Caller, PeopleImports},
    error::AppError,
};
use async_trait::async_trait;
use check::{Known, Place, Ready};
use domain::{
    people::Action,
    problem::{Problem, ProblemCode},
    trail::{AuditAction, RecordKind},
};
use std::collections::BTreeSet;

#[async_trait]
impl PeopleImports for Services {
    async fn may_start(&self, caller: &Caller) -> Result<(), AppError> {
        access::known(&caller.actor, Action::ManagePeople)
    }

    async fn start(&self, caller: &Caller, text: &str) -> Result<i64, AppError> {
        access::known(&caller.actor, Action::ManagePeople)?;
        let (text, author) = (accepted(text)?, Author::caller(caller, self.clock.now()));
        self.store
            .write(async |tx| {
                let id = people_imports::add(tx, caller.actor.person, text, author.at).await?;
                let entry = author.entry(AuditAction::PeopleImportStarted, RecordKind::PeopleImport, id, None, Vec::new());
                audit::record(tx, entry).await?;
                Ok(id)
            })
            .await
    }

    async fn preview(&self, caller: &Caller, import: i64) -> Result<PeopleImportPreview, AppError> {
        self.store
            .read(async |tx| {
                let kept = own(tx, caller, import).await?;
                let rows = match read::table(&kept.text) {
                    Ok(raw) => Ok(check::rows(&raw, &Known::of(tx, &raw).await?).rows),
                    Err(code) => Err(code),
                };
                let Kept { id, text, is_done, lock_version } = kept;
                Ok(PeopleImportPreview { id, text, rows, is_done, lock_version })
            })
            .await
    }

    async fn correct(&self, caller: &Caller, import: i64, lock: i32, text: &str) -> Result<(), AppError> {
        access::known(&caller.actor, Action::ManagePeople)?;
        let (text, author) = (accepted(text)?, Author::caller(caller, self.clock.now()));
        self.store
            .write(async |tx| {
                let kept = own(tx, caller, import).await?;
                let changes = change("table", Some(told(&kept.text)), Some(told(&text))).into_iter().collect();
                people_imports::set_text(tx, kept.id, lock, text).await?;
                let entry = author.entry(AuditAction::PeopleImportCorrected, RecordKind::PeopleImport, kept.id, None, changes);
                Ok(audit::record(tx, entry).await?)
            })
            .await
    }

    async fn commit(&self, caller: &Caller, import: i64, lock: i32, invite: bool) -> Result<usize, AppError> {
        let author = Author::caller(caller, self.clock.now());
        let added = self
            .store
            .write(async |tx| {
                let kept = own(tx, caller, import).await?;
                if kept.is_done || kept.lock_version != lock {
                    return Err(AppError::Conflict);
                }
                let raw = read::table(&kept.text).map_err(wrong)?;
                let checked = check::rows(&raw, &Known::of(tx, &raw).await?);
                let does_nothing = checked.new.is_empty() && checked.given.is_empty();
                if does_nothing || checked.rows.iter().any(|row| row.fate == RowFate::Wrong) {
                    return Err(wrong(ProblemCode::RowsWrong));
                }
                people_imports::set_done(tx, kept.id, lock, author.at).await?;
                let done = author.entry(AuditAction::PeopleImportCommitted, RecordKind::PeopleImport, kept.id, None, Vec::new());
                let mut entries = self.add_everybody(tx, caller, &author, &checked.new, invite).await?;
                entries.extend(give(tx, &author, &checked.given).await?);
                entries.push(done);
                audit::record_all(tx, entries).await?;
                Ok(checked.new.len())
            })
            .await?;
        self.bell.ring();
        Ok(added)
    }
}

impl Services {
    /// Adds those who are new; answers the audit rows, which are to be recorded last.
    async fn add_everybody(
        &self,
        tx: &Tx,
        caller: &Caller,
        author: &Author,
        ready: &[Ready],
        invite: bool,
    ) -> Result<Vec<AuditEntry>, AppError> {
        let people: Vec<NewPerson> = ready.iter().map(|ready| ready.person.clone()).collect();
        let ids = match directory::add_all(tx, &people).await {
            // Somebody took one of the addresses since it was looked up.
            Err(StoreError::Duplicate(_)) => return Err(AppError::Conflict),
            other => other?,
        };
        let with_ids: Vec<(i64, &Ready)> =
            ready.iter().filter_map(|ready| Some((*ids.get(ready.person.email.as_str())?, ready))).collect();
        let mut grants = Vec::with_capacity(ready.len());
        for (id, ready) in &with_ids {
            grants.extend(ready.places.iter().map(|(grant, _)| (*id, *grant)));
        }
        roles::give_all(tx, grants).await?;
        let mut entries = Vec::with_capacity(ready.len());
        for (id, ready) in &with_ids {
            let Some(((grant, plan), more)) = ready.places.split_first() else { continue };
            let changes = described(&ready.person, ready.organisation.clone(), &[*grant], plan.as_ref());
            entries.push(author.entry(AuditAction::PersonAdded, RecordKind::Person, *id, grant.plan, changes));
            entries.extend(more.iter().map(|(grant, plan)| given(author, *id, *grant, plan.as_ref())));
        }
        if invite && !with_ids.is_empty() {
            let invitees: Vec<Invitee> = with_ids.iter().map(|(id, ready)| ready.invitee(*id)).collect();
            self.put_invitations(tx, &caller.actor.name, &invitees).await?;
            entries.extend(
                with_ids
                    .iter()
                    .map(|(id, _)| author.entry(AuditAction::PersonInvited, RecordKind::Person, *id, None, Vec::new())),
            );
        }
        Ok(entries)
    }
}

/// Gives people who are there the roles they lack; answers the audit rows.
async fn give(tx: &Tx, author: &Author, places: &[(i64, Place)]) -> Result<Vec<AuditEntry>, AppError> {
    let people: BTreeSet<i64> = places.iter().map(|(person, _)| *person).collect();
    directory::touch_all(tx, &Vec::from_iter(people)).await?;
    let grants: Vec<_> = places.iter().map(|(person, (grant, _))| (*person, *grant)).collect();
    match roles::give_all(tx, grants).await {
        // Somebody gave one of the roles since they were looked up.
        Err(StoreError::Duplicate(_)) => return Err(AppError::Conflict),
        other => other?,
    }
    Ok(places.iter().map(|(person, (grant, plan))| given(author, *person, *grant, plan.as_ref())).collect())
}

/// A table as the audit trail keeps it: as it is, or, when it is long, by its fingerprint.
fn told(table: &str) -> String {
    const LONG: usize = 5_000;
    if table.len() <= LONG { table.to_owned() } else { audit::fingerprint(table) }
}

fn wrong(code: ProblemCode) -> AppError {
    AppError::Invalid(vec![Problem::new("table", code)])
}

/// A text that may be kept: not too large, with a table in it.
fn accepted(text: &str) -> Result<String, AppError> {
    if text.len() > TABLE_LIMIT {
        return Err(AppError::TooLarge(TABLE_LIMIT as u64));
    }
    let text = typed(text).ok_or_else(|| wrong(ProblemCode::Required))?;
    read::table(&text).map_err(wrong)?;
    Ok(text)
}

/// A table of the caller's own. Errors with `NotFound`.
async fn own(tx: &Tx, caller: &Caller, import: i64) -> Result<Kept, AppError> {
    access::known(&caller.actor, Action::ManagePeople)?;
    people_imports::find(tx, import, caller.actor.person).await?.ok_or(AppError::NotFound)
}
