//! Adding, changing, archiving, restoring and inviting a person.

use super::check;
use crate::{
    mail::Notice,
    services::{Author, Services, accounts::Invitee, change},
    store::{
        StoreError, Tx, audit,
        directory::{self, Kept},
        passwords::Holder,
        people::{self, NewPerson},
        roles, sessions, sign_in,
    },
};
use app::{
    api::admin::people::{TypedPerson, TypedRoles},
    backend::Caller,
    error::AppError,
};
use domain::{
    people::{Grant, Role},
    problem::{Problem, ProblemCode},
    text::{self, Bilingual, Coded, Lang},
    trail::{AuditAction, RecordKind},
};
use std::collections::HashMap;

pub(super) async fn add(
    services: &Services,
    tx: &Tx,
    caller: &Caller,
    form: &TypedPerson,
    form_roles: &TypedRoles,
    invite: bool,
) -> Result<i64, AppError> {
    let mut problems = Vec::new();
    let person = check::person(tx, form, None, &mut problems).await?;
    let grants = check::grants(tx, form_roles, &mut problems).await?;
    let (Some((person, organisation)), Some((grants, plan))) = (person, grants) else {
        return Err(AppError::Invalid(problems));
    };
    let id = people::add_person(tx, person.clone()).await.map_err(taken)?;
    roles::give_all(tx, grants.iter().map(|grant| (id, *grant))).await?;
    let author = Author::caller(caller, services.clock.now());
    let code = organisation.map(|organisation| organisation.code);
    let mut entries = vec![author.entry(
        AuditAction::PersonAdded,
        RecordKind::Person,
        id,
        grants.iter().find_map(|grant| grant.plan),
        described(&person, code, &grants, plan.as_ref()),
    )];
    if invite {
        let roles = grants.iter().map(|grant| (grant.role, plan.clone())).collect();
        let invitee = Invitee { id, name: person.name, email: person.email, lang: person.lang, roles };
        services.put_invitations(tx, &caller.actor.name, &[invitee]).await?;
        entries.push(author.entry(AuditAction::PersonInvited, RecordKind::Person, id, None, Vec::new()));
    }
    audit::record_all(tx, entries).await?;
    Ok(id)
}

/// What the audit trail says of somebody new, whose roles are all limited to one plan or to none.
pub(in crate::services) fn described(
    person: &NewPerson,
    organisation: Option<String>,
    grants: &[Grant],
    plan: Option<&Bilingual>,
) -> Vec<audit::Change> {
    let said = [
        change("name", None, Some(person.name.clone())),
        change("email", None, Some(person.email.to_string())),
        change("person_lang", None, Some(person.lang.code().to_owned())),
        change("organisation", None, organisation),
    ];
    let roles = grants.iter().filter_map(|grant| change("role", None, Some(grant.role.code().to_owned())));
    let plan_id = grants.iter().find_map(|grant| grant.plan).map(|plan| plan.to_string());
    let place = [change("plan", None, plan.and_then(title)), change("role_plan_id", None, plan_id)];
    said.into_iter().flatten().chain(roles).chain(place.into_iter().flatten()).collect()
}

/// The title of a plan as the audit trail keeps it.
pub(super) fn title(of: &Bilingual) -> Option<String> {
    Lang::ALL.iter().find_map(|lang| of.get(*lang)).map(str::to_owned)
}

pub(super) async fn edit(
    services: &Services,
    tx: &Tx,
    caller: &Caller,
    before: &Kept,
    form: &TypedPerson,
) -> Result<(), AppError> {
    let mut problems = Vec::new();
    let Some((after, _)) = check::person(tx, form, Some(before), &mut problems).await? else {
        return Err(AppError::Invalid(problems));
    };
    let codes: HashMap<i64, String> = people::organisations(tx).await?.into_iter().map(|o| (o.id, o.code)).collect();
    let code = |id: Option<i64>| id.and_then(|id| codes.get(&id).cloned());
    let changes = [
        change("name", Some(before.name.clone()), Some(after.name.clone())),
        change("email", Some(before.email.to_string()), Some(after.email.to_string())),
        change("person_lang", Some(before.lang.code().into()), Some(after.lang.code().into())),
        change("organisation", code(before.organisation_id), code(after.organisation_id)),
    ];
    let changes: Vec<_> = changes.into_iter().flatten().collect();
    if changes.is_empty() {
        return Ok(());
    }
    directory::set_details(tx, before.id, before.lock_version, &after).await.map_err(taken)?;
    if before.email != after.email {
        moved(services, tx, before, &after).await?;
    }
    let author = Author::caller(caller, services.clock.now());
    Ok(audit::record(tx, author.entry(AuditAction::PersonChanged, RecordKind::Person, before.id, None, changes)).await?)
}

/// Somebody has another address: whoever reads the old one must not get in any more, and both are told, in case it was
/// not meant.
async fn moved(services: &Services, tx: &Tx, before: &Kept, after: &NewPerson) -> Result<(), AppError> {
    let now = services.clock.now();
    sign_in::end_links(tx, before.id, now).await?;
    sessions::end_all(tx, before.id, None).await?;
    if before.is_active {
        for email in [&before.email, &after.email] {
            let holder = Holder { id: before.id, name: after.name.clone(), email: email.clone(), lang: after.lang };
            services.tell(tx, &holder, Notice::AddressChanged, now).await?;
        }
    }
    Ok(())
}

pub(super) async fn archive(services: &Services, tx: &Tx, caller: &Caller, before: &Kept, why: &str) -> Result<(), AppError> {
    let why = text::reason("reason", why)?;
    if !before.is_active {
        return Err(AppError::Conflict);
    }
    roles::lock_administrators(tx).await?;
    let held = roles::of(tx, &[before.id]).await?.remove(&before.id).unwrap_or_default();
    let administers = held.iter().any(|(_, grant)| *grant == Grant { role: Role::Administrator, plan: None });
    if administers && !roles::others_administer(tx, before.id).await? {
        return Err(AppError::Invalid(vec![Problem::new("reason", ProblemCode::LastAdministrator)]));
    }
    let (now, today) = (services.clock.now(), services.clock.today());
    directory::set_archived(tx, before.id, before.lock_version, Some((today, why.clone()))).await?;
    sessions::end_all(tx, before.id, None).await?;
    sign_in::end_links(tx, before.id, now).await?;
    let changes = [change("archived_on", None, Some(today.to_string())), change("reason", None, Some(why))];
    let changes = changes.into_iter().flatten().collect();
    let author = Author::caller(caller, now);
    Ok(audit::record(tx, author.entry(AuditAction::PersonArchived, RecordKind::Person, before.id, None, changes)).await?)
}

pub(super) async fn restore(services: &Services, tx: &Tx, caller: &Caller, before: &Kept, why: &str) -> Result<(), AppError> {
    let why = text::reason("reason", why)?;
    if before.is_active {
        return Err(AppError::Conflict);
    }
    directory::set_archived(tx, before.id, before.lock_version, None).await?;
    let changes = [change("archived_on", before.archived_on.map(|on| on.to_string()), None), change("reason", None, Some(why))];
    let changes = changes.into_iter().flatten().collect();
    let author = Author::caller(caller, services.clock.now());
    Ok(audit::record(tx, author.entry(AuditAction::PersonRestored, RecordKind::Person, before.id, None, changes)).await?)
}

/// Who has signed in before needs no invitation: the sign-in page mails a link to whoever asks.
pub(super) async fn invite(services: &Services, tx: &Tx, caller: &Caller, before: &Kept) -> Result<(), AppError> {
    if !before.is_active || !directory::last_sign_ins(tx, &[before.id]).await?.is_empty() {
        return Err(AppError::Conflict);
    }
    directory::touch(tx, before.id, before.lock_version).await?;
    let titles: HashMap<i64, Bilingual> = directory::plans(tx).await?.into_iter().collect();
    let held = roles::of(tx, &[before.id]).await?.remove(&before.id).unwrap_or_default();
    let title = |grant: &Grant| grant.plan.and_then(|plan| titles.get(&plan).cloned());
    let invitee = Invitee {
        id: before.id,
        name: before.name.clone(),
        email: before.email.clone(),
        lang: before.lang,
        roles: held.iter().map(|(_, grant)| (grant.role, title(grant))).collect(),
    };
    services.put_invitations(tx, &caller.actor.name, &[invitee]).await?;
    let author = Author::caller(caller, services.clock.now());
    Ok(audit::record(tx, author.entry(AuditAction::PersonInvited, RecordKind::Person, before.id, None, Vec::new())).await?)
}

/// Somebody took the address between the check and the write.
fn taken(error: StoreError) -> AppError {
    match error {
        StoreError::Duplicate(_) => AppError::Invalid(vec![Problem::new("email", ProblemCode::AlreadyExists)]),
        other => other.into(),
    }
}
