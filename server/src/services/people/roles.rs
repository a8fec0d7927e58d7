//! Giving roles and taking them back. An instance never loses its last active administrator.

use super::{check, write::title};
use crate::{
    services::{Author, Services, change},
    store::{
        Tx,
        audit::{self, AuditEntry},
        directory::{self, Kept},
        people, roles,
    },
};
use app::{backend::Caller, error::AppError};
use domain::{
    people::{Grant, Role},
    problem::{Problem, ProblemCode},
    text::{Bilingual, Coded},
    trail::{AuditAction, RecordKind},
};

pub(super) async fn give(
    services: &Services,
    tx: &Tx,
    caller: &Caller,
    before: &Kept,
    role: &str,
    plan: &str,
) -> Result<(), AppError> {
    let mut problems = Vec::new();
    let role = check::keep("role", role.parse::<Role>().map_err(|_| ProblemCode::NotAChoice), &mut problems);
    let plan = check::keep("role_plan", check::plan(tx, plan).await?, &mut problems);
    let (Some(role), Some(plan)) = (role, plan) else { return Err(AppError::Invalid(problems)) };
    let (plan, title) = plan.unzip();
    let grant = check::keep("role_plan", Grant { role, plan }.checked(), &mut problems);
    let Some(grant) = grant else { return Err(AppError::Invalid(problems)) };
    let held = roles::of(tx, &[before.id]).await?.remove(&before.id).unwrap_or_default();
    if held.iter().any(|(_, other)| *other == grant) {
        return Err(AppError::Invalid(vec![Problem::new("role", ProblemCode::AlreadyExists)]));
    }
    directory::touch(tx, before.id, before.lock_version).await?;
    people::grant(tx, before.id, grant).await?;
    let author = Author::caller(caller, services.clock.now());
    Ok(audit::record(tx, given(&author, before.id, grant, title.as_ref())).await?)
}

pub(super) async fn take(services: &Services, tx: &Tx, caller: &Caller, before: &Kept, grant: i64) -> Result<(), AppError> {
    roles::lock_administrators(tx).await?;
    let held = roles::of(tx, &[before.id]).await?.remove(&before.id).unwrap_or_default();
    let (_, taken) = held.into_iter().find(|(id, _)| *id == grant).ok_or(AppError::Conflict)?;
    let administers = taken == Grant { role: Role::Administrator, plan: None };
    if administers && before.is_active && !roles::others_administer(tx, before.id).await? {
        return Err(AppError::Invalid(vec![Problem::new("grant", ProblemCode::LastAdministrator)]));
    }
    directory::touch(tx, before.id, before.lock_version).await?;
    if !roles::take(tx, before.id, grant).await? {
        return Err(AppError::Conflict);
    }
    let plans = directory::plans(tx).await?;
    let plan_title = taken.plan.and_then(|plan| plans.into_iter().find(|(id, _)| *id == plan)).map(|(_, title)| title);
    let changes = changes(taken, plan_title.as_ref(), false);
    let author = Author::caller(caller, services.clock.now());
    Ok(audit::record(tx, author.entry(AuditAction::RoleTaken, RecordKind::Person, before.id, taken.plan, changes)).await?)
}

/// The audit row of a role that somebody got: a row of the plan it is limited to.
pub(in crate::services) fn given(author: &Author, person: i64, grant: Grant, plan: Option<&Bilingual>) -> AuditEntry {
    author.entry(AuditAction::RoleGiven, RecordKind::Person, person, grant.plan, changes(grant, plan, true))
}

/// The role as it came or went, and the plan it is limited to: by its title and, since titles are not unique, its number.
fn changes(grant: Grant, plan: Option<&Bilingual>, is_given: bool) -> Vec<audit::Change> {
    let side = |field, value: Option<String>| if is_given { change(field, None, value) } else { change(field, value, None) };
    let said = [
        side("role", Some(grant.role.code().to_owned())),
        side("plan", plan.and_then(title)),
        side("role_plan_id", grant.plan.map(|plan| plan.to_string())),
    ];
    said.into_iter().flatten().collect()
}
