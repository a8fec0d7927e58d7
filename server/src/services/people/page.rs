//! Putting the pages of one person together.

use super::list::Known;
use crate::{
    services::{Services, views},
    store::{
        Tx, absences,
        directory::{self, Kept},
        external_identities, people, roles, second_factor,
    },
};
use app::{
    api::admin::people::{AbsenceView, OwnedMeasure, PersonChoices, PersonName, PersonPage, PlanChoice},
    error::AppError,
};
use domain::{
    people::Role,
    text::{Lang, fold},
};

/// How many owned measures are named.
const OWNED: u64 = 10;

/// What forms offer: the organisations in use (and the one that is set), and the plans.
pub(super) async fn choices(tx: &Tx, lang: Lang, set: Option<i64>) -> Result<PersonChoices, AppError> {
    let mut organisations = people::open_organisations(tx).await?;
    if let Some(set) = set.filter(|set| organisations.iter().all(|organisation| organisation.id != *set)) {
        let all = people::organisations(tx).await?;
        organisations.extend(all.into_iter().filter(|organisation| organisation.id == set));
    }
    let plans = directory::plans(tx).await?;
    Ok(PersonChoices {
        organisations: views::organisations(&organisations, lang),
        plans: plans.into_iter().map(|(id, title)| PlanChoice { id, title: title.for_reader(lang) }).collect(),
    })
}

/// One person.
pub(super) async fn of(services: &Services, tx: &Tx, lang: Lang, id: i64) -> Result<PersonPage, AppError> {
    let (now, today) = (services.clock.now(), services.clock.today());
    let person = directory::find(tx, id).await?.ok_or(AppError::NotFound)?;
    let known = Known::of(tx, &[id]).await?;
    let deputy = match person.deputy_id {
        Some(deputy) => directory::find(tx, deputy).await?.map(name),
        None => None,
    };
    let absences = absences::upcoming(tx, id, today).await?;
    let (owned, owned_in_all) = directory::owned(tx, id, OWNED).await?;
    let mut others = directory::entries(tx, &directory::Narrowed::default(), now).await?;
    others.retain(|(other, ..)| *other != id);
    others.sort_by_cached_key(|(id, name, _)| (fold(name), *id));
    let administers = roles::of(tx, &[id]).await?.remove(&id).unwrap_or_default();
    let administers = administers.iter().any(|(_, grant)| grant.role == Role::Administrator && grant.plan.is_none());
    let is_last_administrator = person.is_active && administers && !roles::others_administer(tx, id).await?;
    Ok(PersonPage {
        invited: known.invitations.get(&id).map(|sent| (services.clock.day_of(sent.sent_at), sent.expires_at)),
        archived: person.archived_on.map(|on| (on, person.archived_reason.clone().unwrap_or_default())),
        deputy,
        deputy_of: directory::principals(tx, id).await?.into_iter().map(name).collect(),
        absences: absences
            .into_iter()
            .map(|(id, starts_on, ends_on)| AbsenceView { id, starts_on, ends_on, is_now: starts_on <= today })
            .collect(),
        owned: owned.into_iter().map(|(id, label)| OwnedMeasure { id, label }).collect(),
        owned_in_all,
        people: others.into_iter().map(|(id, name, email)| PersonName { id, name, email }).collect(),
        choices: choices(tx, lang, person.organisation_id).await?,
        has_factor: second_factor::is_in_use(tx, id).await?,
        linked: external_identities::of(tx, id).await?.first().map(|linked| services.clock.day_of(linked.linked_at)),
        is_last_administrator,
        lock_version: person.lock_version,
        row: known.row(services, person, lang, now),
    })
}

fn name(person: Kept) -> PersonName {
    PersonName { id: person.id, name: person.name, email: person.email.to_string() }
}
