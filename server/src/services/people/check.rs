//! People as typed, checked against what there is. Problems are collected, so that all are told at once.

use crate::store::{
    StoreError, Tx, directory,
    people::{self, NewPerson},
    records::{Organisation, typed},
    sign_in,
};
use app::{
    api::admin::people::{TypedPerson, TypedRoles},
    error::AppError,
};
use chrono::NaiveDate;
use domain::{
    people::{Grant, Role},
    problem::{Problem, ProblemCode},
    text::{Bilingual, Email},
};

/// The longest name.
const NAME_LENGTH: usize = 120;

/// A name on one line.
pub(in crate::services) fn name(text: &str) -> Result<String, ProblemCode> {
    let name = typed(text).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() {
        return Err(ProblemCode::Required);
    }
    // Control characters have no place in a name; in the subject of a mail they would do harm.
    if name.chars().any(char::is_control) {
        return Err(ProblemCode::NotAChoice);
    }
    if name.chars().count() > NAME_LENGTH { Err(ProblemCode::TooLong) } else { Ok(name) }
}

/// An address.
pub(in crate::services) fn email(text: &str) -> Result<Email, ProblemCode> {
    let code = if text.trim().is_empty() { ProblemCode::Required } else { ProblemCode::NotAnEmail };
    text.parse().map_err(|_| code)
}

/// Keeps the value, or the problem with its field.
pub(in crate::services) fn keep<T>(field: &str, checked: Result<T, ProblemCode>, problems: &mut Vec<Problem>) -> Option<T> {
    checked.map_err(|code| problems.push(Problem::new(field, code))).ok()
}

/// What may be written of a person, or `None` once a problem was added. `before` is who is changed: they may keep
/// their address and an archived organisation.
pub(super) async fn person(
    tx: &Tx,
    form: &TypedPerson,
    before: Option<&directory::Kept>,
    problems: &mut Vec<Problem>,
) -> Result<Option<(NewPerson, Option<Organisation>)>, AppError> {
    let name = keep("name", name(&form.name), problems);
    let mut email = keep("email", email(&form.email), problems);
    if let Some(typed) = &email
        && before.is_none_or(|before| before.email != *typed)
        && sign_in::is_taken(tx, typed).await?
    {
        email = keep("email", Err(ProblemCode::AlreadyExists), problems);
    }
    let lang = keep("person_lang", form.lang.parse().map_err(|_| ProblemCode::NotAChoice), problems);
    let organisation = keep("organisation", organisation(tx, form, before).await?, problems);
    let (Some(name), Some(email), Some(lang), Some(organisation)) = (name, email, lang, organisation) else { return Ok(None) };
    let organisation_id = organisation.as_ref().map(|organisation| organisation.id);
    Ok(Some((NewPerson { name, email, lang, organisation_id }, organisation)))
}

async fn organisation(
    tx: &Tx,
    form: &TypedPerson,
    before: Option<&directory::Kept>,
) -> Result<Result<Option<Organisation>, ProblemCode>, StoreError> {
    let chosen = form.organisation.trim();
    if chosen.is_empty() {
        return Ok(Ok(None));
    }
    let kept = before.and_then(|before| before.organisation_id).is_some_and(|id| id.to_string() == chosen);
    let offered = if kept { people::organisations(tx).await? } else { people::open_organisations(tx).await? };
    let found = offered.into_iter().find(|organisation| organisation.id.to_string() == chosen);
    Ok(found.map(Some).ok_or(ProblemCode::NotAChoice))
}

/// A plan that a role is limited to, with its title; `None` for the whole instance.
pub(super) async fn plan(tx: &Tx, typed: &str) -> Result<Result<Option<(i64, Bilingual)>, ProblemCode>, StoreError> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(Ok(None));
    }
    let found = directory::plans(tx).await?.into_iter().find(|(id, _)| id.to_string() == typed);
    Ok(found.map(Some).ok_or(ProblemCode::NotAChoice))
}

/// The roles of a new person.
pub(super) async fn grants(
    tx: &Tx,
    form: &TypedRoles,
    problems: &mut Vec<Problem>,
) -> Result<Option<(Vec<Grant>, Option<Bilingual>)>, AppError> {
    let roles: Result<Vec<Role>, _> = form.roles.iter().map(|code| code.parse().map_err(|_| ProblemCode::NotAChoice)).collect();
    let roles = keep("roles", roles, problems);
    let plan = keep("role_plan", plan(tx, &form.plan).await?, problems);
    let (Some(roles), Some(plan)) = (roles, plan) else { return Ok(None) };
    let (id, title) = plan.unzip();
    let grants: Result<Vec<Grant>, _> = roles.into_iter().map(|role| Grant { role, plan: id }.checked()).collect();
    Ok(keep("role_plan", grants, problems).map(|grants| (grants, title)))
}

/// A day as browsers and people write it.
pub(super) fn day(text: &str) -> Result<NaiveDate, ProblemCode> {
    let text = text.trim();
    if text.is_empty() {
        return Err(ProblemCode::Required);
    }
    text.parse().map_err(|_| ProblemCode::NotADay)
}
