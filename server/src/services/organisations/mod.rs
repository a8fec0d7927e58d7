//! Organisations: the list, one of them, adding, renaming, archiving and restoring.

mod check;

use super::{
    Author, Services, access, change,
    paging::{PAGE_SIZE, page_of, slice},
};
use crate::store::{
    Tx, audit,
    organisations::{self, Kept},
    people,
};
use app::{
    api::admin::organisations::{OrganisationFilter, OrganisationList, OrganisationPage, OrganisationRow, TypedOrganisation},
    backend::{Caller, Organisations},
    error::AppError,
};
use async_trait::async_trait;
use check::Ready;
use domain::{
    people::Action,
    text::{self, Coded, Lang, fold},
    trail::{AuditAction, RecordKind},
};
use std::collections::HashMap;

#[async_trait]
impl Organisations for Services {
    async fn list(&self, caller: &Caller, filter: &OrganisationFilter, page: u32) -> Result<OrganisationList, AppError> {
        access::known(&caller.actor, Action::ManageOrganisations)?;
        self.store
            .read(async |tx| {
                let (people, leads) = (organisations::people(tx).await?, organisations::leads(tx).await?);
                let rows = organisations::all(tx).await?.into_iter().map(|kept| row(kept, &people, &leads));
                let mut kept: Vec<OrganisationRow> = rows.filter(|row| keeps(filter, row)).collect();
                // The two databases put accents and capitals in different places.
                kept.sort_by_cached_key(|row| fold(&row.code));
                let page = page_of(page, PAGE_SIZE, kept.len() as u64);
                Ok(OrganisationList { rows: slice(kept, page), page })
            })
            .await
    }

    async fn show(&self, caller: &Caller, organisation: i64) -> Result<OrganisationPage, AppError> {
        access::known(&caller.actor, Action::ManageOrganisations)?;
        self.store
            .read(async |tx| {
                let kept = organisations::find(tx, organisation).await?.ok_or(AppError::NotFound)?;
                let (people, leads) = (organisations::people(tx).await?, organisations::leads(tx).await?);
                let (archived_reason, lock_version) = (kept.archived_reason.clone(), kept.lock_version);
                Ok(OrganisationPage { row: row(kept, &people, &leads), archived_reason, lock_version })
            })
            .await
    }

    async fn add(&self, caller: &Caller, typed: &TypedOrganisation) -> Result<i64, AppError> {
        access::known(&caller.actor, Action::ManageOrganisations)?;
        let author = Author::caller(caller, self.clock.now());
        self.store
            .write(async |tx| {
                let ready = check::ready(typed, &organisations::all_to_write(tx).await?, None)?;
                let id = people::add_organisation(tx, ready.codes(), &ready.name).await?;
                let changes = changes(&Ready::default(), &ready);
                audit::record(tx, author.entry(AuditAction::OrganisationAdded, RecordKind::Organisation, id, None, changes))
                    .await?;
                Ok(id)
            })
            .await
    }

    async fn edit(&self, caller: &Caller, organisation: i64, lock: i32, typed: &TypedOrganisation) -> Result<(), AppError> {
        access::known(&caller.actor, Action::ManageOrganisations)?;
        let author = Author::caller(caller, self.clock.now());
        self.store
            .write(async |tx| {
                let before = current(tx, organisation, lock).await?;
                let ready = check::ready(typed, &organisations::all_to_write(tx).await?, Some(organisation))?;
                let before = Ready { code: before.code, code_fr: before.code_fr, name: before.name };
                if before == ready {
                    return Ok(());
                }
                organisations::set(tx, organisation, lock, ready.codes(), &ready.name).await?;
                let changes = changes(&before, &ready);
                Ok(audit::record(
                    tx,
                    author.entry(AuditAction::OrganisationChanged, RecordKind::Organisation, organisation, None, changes),
                )
                .await?)
            })
            .await
    }

    async fn archive(&self, caller: &Caller, organisation: i64, lock: i32, reason: &str) -> Result<(), AppError> {
        access::known(&caller.actor, Action::ManageOrganisations)?;
        let (author, today) = (Author::caller(caller, self.clock.now()), self.clock.today());
        self.store
            .write(async |tx| {
                let before = current(tx, organisation, lock).await?;
                let reason = text::reason("reason", reason)?;
                if before.archived_on.is_some() {
                    return Err(AppError::Conflict);
                }
                organisations::set_archived(tx, organisation, lock, Some((today, reason.clone()))).await?;
                let changes = [change("archived_on", None, Some(today.to_string())), change("reason", None, Some(reason))];
                let changes = changes.into_iter().flatten().collect();
                Ok(audit::record(
                    tx,
                    author.entry(AuditAction::OrganisationArchived, RecordKind::Organisation, organisation, None, changes),
                )
                .await?)
            })
            .await
    }

    async fn restore(&self, caller: &Caller, organisation: i64, lock: i32, reason: &str) -> Result<(), AppError> {
        access::known(&caller.actor, Action::ManageOrganisations)?;
        let author = Author::caller(caller, self.clock.now());
        self.store
            .write(async |tx| {
                let before = current(tx, organisation, lock).await?;
                let reason = text::reason("reason", reason)?;
                let on = before.archived_on.ok_or(AppError::Conflict)?;
                organisations::set_archived(tx, organisation, lock, None).await?;
                let changes = [change("archived_on", Some(on.to_string()), None), change("reason", None, Some(reason))];
                let changes = changes.into_iter().flatten().collect();
                Ok(audit::record(
                    tx,
                    author.entry(AuditAction::OrganisationRestored, RecordKind::Organisation, organisation, None, changes),
                )
                .await?)
            })
            .await
    }
}

/// The organisation as it was when the form was made. Errors with `NotFound` or `Conflict`.
async fn current(tx: &Tx, id: i64, lock: i32) -> Result<Kept, AppError> {
    let kept = organisations::find(tx, id).await?.ok_or(AppError::NotFound)?;
    if kept.lock_version == lock { Ok(kept) } else { Err(AppError::Conflict) }
}

fn row(kept: Kept, people: &HashMap<i64, u64>, leads: &HashMap<i64, u64>) -> OrganisationRow {
    let count = |of: &HashMap<i64, u64>| of.get(&kept.id).copied().unwrap_or_default();
    OrganisationRow {
        people: count(people),
        leads: count(leads),
        id: kept.id,
        code: kept.code,
        code_fr: kept.code_fr,
        name: kept.name,
        archived_on: kept.archived_on,
    }
}

fn keeps(filter: &OrganisationFilter, row: &OrganisationRow) -> bool {
    let names = Lang::ALL.iter().filter_map(|lang| row.name.get(*lang));
    let said = fold(&names.chain([row.code.as_str()]).chain(row.code_fr.as_deref()).collect::<Vec<_>>().join("\n"));
    let says_all = fold(&filter.text).split_whitespace().all(|word| said.contains(word));
    filter.archived == row.archived_on.is_some() && !(filter.empty && row.people > 0) && says_all
}

fn changes(before: &Ready, after: &Ready) -> Vec<audit::Change> {
    let code = |ready: &Ready| Some(ready.code.clone()).filter(|code| !code.is_empty());
    let name = |ready: &Ready, lang| ready.name.get(lang).map(str::to_owned);
    let all = [
        change("code", code(before), code(after)),
        change("code_fr", before.code_fr.clone(), after.code_fr.clone()),
        change("name_en", name(before, Lang::En), name(after, Lang::En)),
        change("name_fr", name(before, Lang::Fr), name(after, Lang::Fr)),
    ];
    all.into_iter().flatten().collect()
}
