//! Deputies, and the days on which people are away.

use super::check;
use crate::{
    services::{Author, Services, change},
    store::{
        Tx, absences, audit,
        directory::{self, Kept},
    },
};
use app::{backend::Caller, error::AppError};
use domain::{
    problem::{Problem, ProblemCode},
    trail::{AuditAction, RecordKind},
};

pub(in crate::services) async fn name_deputy(
    services: &Services,
    tx: &Tx,
    caller: &Caller,
    before: &Kept,
    typed: &str,
) -> Result<(), AppError> {
    let invalid = |code| AppError::Invalid(vec![Problem::new("deputy", code)]);
    let deputy = match typed.trim() {
        "" => None,
        id => {
            let id: i64 = id.parse().map_err(|_| invalid(ProblemCode::NotAChoice))?;
            if id == before.id {
                return Err(invalid(ProblemCode::NotOneself));
            }
            let found = directory::find(tx, id).await?.filter(|deputy| deputy.is_active);
            Some(found.ok_or_else(|| invalid(ProblemCode::NotAChoice))?)
        }
    };
    let old = match before.deputy_id {
        Some(old) => directory::find(tx, old).await?.map(|old| old.name),
        None => None,
    };
    let id = deputy.as_ref().map(|deputy| deputy.id);
    if id == before.deputy_id {
        return Ok(());
    }
    directory::set_deputy(tx, before.id, before.lock_version, id).await?;
    // Two deputies of one name are still two people, and two changes.
    let number = |id: Option<i64>| id.map(|id| id.to_string());
    let changes = vec![
        ("deputy".to_owned(), old, deputy.map(|deputy| deputy.name)),
        ("deputy_id".to_owned(), number(before.deputy_id), number(id)),
    ];
    let author = Author::caller(caller, services.clock.now());
    Ok(audit::record(tx, author.entry(AuditAction::DeputyNamed, RecordKind::Person, before.id, None, changes)).await?)
}

pub(in crate::services) async fn add(
    services: &Services,
    tx: &Tx,
    caller: &Caller,
    before: &Kept,
    starts: &str,
    ends: &str,
) -> Result<(), AppError> {
    let today = services.clock.today();
    let mut problems = Vec::new();
    let starts_on = check::keep("starts_on", check::day(starts), &mut problems);
    let ends_on = check::keep("ends_on", check::day(ends), &mut problems);
    let (Some(starts_on), Some(ends_on)) = (starts_on, ends_on) else { return Err(AppError::Invalid(problems)) };
    let problem = |field, code| Err(AppError::Invalid(vec![Problem::new(field, code)]));
    if ends_on < starts_on {
        return problem("ends_on", ProblemCode::EndsBeforeStart);
    }
    if ends_on < today {
        return problem("ends_on", ProblemCode::AlreadyOver);
    }
    let known = absences::upcoming(tx, before.id, today).await?;
    if known.iter().any(|(_, from, to)| (*from, *to) == (starts_on, ends_on)) {
        return problem("starts_on", ProblemCode::AlreadyExists);
    }
    directory::touch(tx, before.id, before.lock_version).await?;
    absences::add(tx, before.id, starts_on, ends_on).await?;
    let changes = [change("starts_on", None, Some(starts_on.to_string())), change("ends_on", None, Some(ends_on.to_string()))];
    let changes = changes.into_iter().flatten().collect();
    let author = Author::caller(caller, services.clock.now());
    Ok(audit::record(tx, author.entry(AuditAction::AbsenceAdded, RecordKind::Person, before.id, None, changes)).await?)
}

pub(in crate::services) async fn cancel(
    services: &Services,
    tx: &Tx,
    caller: &Caller,
    before: &Kept,
    absence: i64,
) -> Result<(), AppError> {
    directory::touch(tx, before.id, before.lock_version).await?;
    let (starts_on, ends_on) = absences::remove(tx, before.id, absence).await?.ok_or(AppError::Conflict)?;
    let changes = [change("starts_on", Some(starts_on.to_string()), None), change("ends_on", Some(ends_on.to_string()), None)];
    let changes = changes.into_iter().flatten().collect();
    let author = Author::caller(caller, services.clock.now());
    Ok(audit::record(tx, author.entry(AuditAction::AbsenceCancelled, RecordKind::Person, before.id, None, changes)).await?)
}
