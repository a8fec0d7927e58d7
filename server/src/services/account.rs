//! One's own account. Everybody may see and change their own; what administrators decide (address, organisation, roles)
//! is only shown.

use super::{
    Author, Services, change,
    people::{away, check},
};
use crate::store::{
    StoreError, Tx, absences, audit,
    directory::{self, Kept},
    own_data, people, plans,
    profile::{self, Chosen, Profile},
};
use app::{
    api::{
        account::{AccountPage, TypedProfile},
        admin::people::{AbsenceView, PersonName},
    },
    backend::{Account, Caller},
    error::AppError,
};
use async_trait::async_trait;
use chrono_tz::Tz;
use domain::{
    people::Role,
    problem::{Problem, ProblemCode},
    text::fold,
    trail::{AuditAction, RecordKind},
};
use serde_json::{Map, Value};

#[async_trait]
impl Account for Services {
    async fn show(&self, caller: &Caller) -> Result<AccountPage, AppError> {
        self.store.read(async |tx| self.account_page(tx, caller).await).await
    }

    async fn change(&self, caller: &Caller, lock: i32, typed: &TypedProfile) -> Result<(), AppError> {
        let chosen = checked(typed)?;
        let (id, author) = (caller.actor.person, Author::caller(caller, self.clock.now()));
        self.store
            .write(async |tx| {
                let before = own(tx, id).await?;
                let code = |of: &dyn std::fmt::Display| Some(of.to_string());
                let changes = [
                    change("name", Some(before.name.clone()), Some(chosen.name.clone())),
                    change("person_lang", code(&before.lang), code(&chosen.lang)),
                    change("time_zone", before.time_zone.clone(), chosen.time_zone.clone()),
                    change("digest", code(&before.digest), code(&chosen.digest)),
                ];
                let changes: Vec<_> = changes.into_iter().flatten().collect();
                profile::save(tx, id, lock, chosen.clone()).await?;
                let entry = author.entry(AuditAction::PersonChanged, RecordKind::Person, id, None, changes);
                Ok(audit::record(tx, entry).await?)
            })
            .await
    }

    async fn name_deputy(&self, caller: &Caller, lock: i32, deputy: &str) -> Result<(), AppError> {
        let id = caller.actor.person;
        self.store
            .write(async |tx| {
                let before = current(tx, id, lock).await?;
                // Whom an administrator has named from elsewhere may stay.
                let kept = before.deputy_id.is_some_and(|kept| kept.to_string() == deputy.trim());
                let known = kept || deputy.trim().is_empty();
                if !known && !colleagues(tx, &own(tx, id).await?, id).await?.iter().any(|c| c.id.to_string() == deputy.trim()) {
                    return Err(AppError::Invalid(vec![Problem::new("deputy", ProblemCode::NotAChoice)]));
                }
                away::name_deputy(self, tx, caller, &before, deputy).await
            })
            .await
    }

    async fn add_absence(&self, caller: &Caller, lock: i32, starts: &str, ends: &str) -> Result<(), AppError> {
        let id = caller.actor.person;
        self.store.write(async |tx| away::add(self, tx, caller, &current(tx, id, lock).await?, starts, ends).await).await
    }

    async fn cancel_absence(&self, caller: &Caller, lock: i32, absence: i64) -> Result<(), AppError> {
        let id = caller.actor.person;
        self.store.write(async |tx| away::cancel(self, tx, caller, &current(tx, id, lock).await?, absence).await).await
    }
}

impl Services {
    /// Everything that is kept about the caller, and a note that it was taken.
    pub async fn own_data(&self, caller: &Caller) -> Result<Map<String, Value>, AppError> {
        let (id, author) = (caller.actor.person, Author::caller(caller, self.clock.now()));
        self.store
            .write(async |tx| {
                let data = own_data::of(tx, id).await?;
                let entry = author.entry(AuditAction::OwnDataExported, RecordKind::Person, id, None, Vec::new());
                audit::record(tx, entry).await?;
                Ok(data)
            })
            .await
    }

    async fn account_page(&self, tx: &Tx, caller: &Caller) -> Result<AccountPage, AppError> {
        let (actor, lang, today) = (&caller.actor, caller.lang, self.clock.today());
        let me = own(tx, actor.person).await?;
        let organisations = people::organisations(tx).await?;
        let organisation = organisations.iter().find(|known| Some(known.id) == me.organisation_id);
        let deputy = match me.deputy_id {
            Some(deputy) => directory::find(tx, deputy).await?.map(name),
            None => None,
        };
        let upcoming = absences::upcoming(tx, actor.person, today).await?;
        Ok(AccountPage {
            colleagues: colleagues(tx, &me, actor.person).await?,
            roles: self.roles(tx, caller).await?,
            organisation: organisation.and_then(|organisation| organisation.name.for_reader(lang)),
            acts_for: actor.stands_in_for.iter().map(|principal| (principal.name.clone(), principal.is_away)).collect(),
            absences: upcoming
                .into_iter()
                .map(|(id, starts_on, ends_on)| AbsenceView { id, starts_on, ends_on, is_now: starts_on <= today })
                .collect(),
            deputy,
            name: me.name,
            email: me.email.to_string(),
            lang: me.lang,
            time_zone: me.time_zone,
            instance_zone: self.clock.zone().name().to_owned(),
            digest: me.digest,
            lock_version: me.lock_version,
        })
    }

    async fn roles(&self, tx: &Tx, caller: &Caller) -> Result<Vec<(Role, Option<String>)>, AppError> {
        let ids: Vec<i64> = caller.actor.grants.iter().filter_map(|grant| grant.plan).collect();
        let plans = plans::load(tx, &ids).await?;
        let title = |id: i64| {
            let plan = plans.iter().find(|plan| plan.id == id);
            plan.and_then(|plan| plan.title.for_reader(caller.lang)).map(|title| title.text).unwrap_or_default()
        };
        Ok(caller.actor.grants.iter().map(|grant| (grant.role, grant.plan.map(title))).collect())
    }
}

fn checked(typed: &TypedProfile) -> Result<Chosen, AppError> {
    let mut problems = Vec::new();
    let no_choice = || ProblemCode::NotAChoice;
    let name = check::keep("name", check::name(&typed.name), &mut problems);
    let lang = check::keep("person_lang", typed.lang.parse().map_err(|_| no_choice()), &mut problems);
    let zone = match typed.time_zone.trim() {
        "" => Ok(None),
        zone => zone.parse::<Tz>().map(|zone| Some(zone.name().to_owned())).map_err(|_| no_choice()),
    };
    let time_zone = check::keep("time_zone", zone, &mut problems);
    let digest = check::keep("digest", typed.digest.parse().map_err(|_| no_choice()), &mut problems);
    match (name, lang, time_zone, digest) {
        (Some(name), Some(lang), Some(time_zone), Some(digest)) => Ok(Chosen { name, lang, time_zone, digest }),
        _ => Err(AppError::Invalid(problems)),
    }
}

async fn own(tx: &Tx, id: i64) -> Result<Profile, AppError> {
    profile::find(tx, id).await?.ok_or(AppError::NotFound)
}

/// The account as it was when the form was made. Errors with `Conflict`.
async fn current(tx: &Tx, id: i64, lock: i32) -> Result<Kept, AppError> {
    let kept = directory::find(tx, id).await?.ok_or(AppError::NotFound)?;
    if kept.lock_version == lock { Ok(kept) } else { Err(AppError::Conflict) }
}

fn name(person: Kept) -> PersonName {
    PersonName { id: person.id, name: person.name, email: person.email.to_string() }
}

/// Nobody but administrators is shown who else there is beyond the own organisation.
async fn colleagues(tx: &Tx, me: &Profile, id: i64) -> Result<Vec<PersonName>, StoreError> {
    let Some(organisation) = me.organisation_id else { return Ok(Vec::new()) };
    let mut found = profile::colleagues(tx, id, organisation).await?;
    found.sort_by_cached_key(|(id, name, _)| (fold(name), *id));
    Ok(found.into_iter().map(|(id, name, email)| PersonName { id, name, email }).collect())
}
