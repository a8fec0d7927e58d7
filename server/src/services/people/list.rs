//! The list of people: as many queries for ten thousand people as for ten.

use crate::{
    services::{
        Services,
        paging::{PAGE_SIZE, page_of, slice},
        views,
    },
    store::{
        Tx,
        directory::{self, Invitation, Kept, Narrowed},
        people,
        records::Organisation,
        roles::{self, Held},
    },
};
use app::{
    api::admin::people::{HeldRole, PersonFilter, PersonList, PersonRow, PlanChoice},
    error::AppError,
};
use chrono::{DateTime, Utc};
use domain::{
    people::PersonState,
    text::{Bilingual, Lang, fold},
};
use std::collections::HashMap;

/// One page of those the filter keeps, by name.
pub(super) async fn page(
    services: &Services,
    tx: &Tx,
    lang: Lang,
    filter: &PersonFilter,
    page: u32,
    now: DateTime<Utc>,
) -> Result<PersonList, AppError> {
    let narrowed =
        Narrowed { organisation: filter.organisation, role: filter.role, without_role: filter.without_role, state: filter.state };
    let words = fold(&filter.text);
    let mut found = directory::entries(tx, &narrowed, now).await?;
    found.retain(|(_, name, email)| {
        let said = fold(&format!("{name}\n{email}"));
        words.split_whitespace().all(|word| said.contains(word))
    });
    // The two databases put accents and capitals in different places.
    found.sort_by_cached_key(|(id, name, _)| (fold(name), *id));
    let page = page_of(page, PAGE_SIZE, found.len() as u64);
    let ids = slice(found.into_iter().map(|(id, ..)| id), page);
    let known = Known::of(tx, &ids).await?;
    let people = directory::load(tx, &ids).await?;
    let rows = people.into_iter().map(|person| known.row(services, person, lang, now)).collect();
    let organisations = views::organisations(&known.organisations, lang);
    Ok(PersonList { rows, page, organisations })
}

/// What is to be said of some people beside themselves.
pub(super) struct Known {
    pub organisations: Vec<Organisation>,
    pub plans: Vec<(i64, Bilingual)>,
    pub invitations: HashMap<i64, Invitation>,
    all_organisations: HashMap<i64, Organisation>,
    roles: HashMap<i64, Vec<Held>>,
    sign_ins: HashMap<i64, DateTime<Utc>>,
}

impl Known {
    pub(super) async fn of(tx: &Tx, people: &[i64]) -> Result<Self, AppError> {
        let every = people::organisations(tx).await?;
        Ok(Self {
            organisations: people::open_organisations(tx).await?,
            all_organisations: every.into_iter().map(|organisation| (organisation.id, organisation)).collect(),
            plans: directory::plans(tx).await?,
            roles: roles::of(tx, people).await?,
            invitations: directory::invitations(tx, people).await?,
            sign_ins: directory::last_sign_ins(tx, people).await?,
        })
    }

    pub(super) fn row(&self, services: &Services, person: Kept, lang: Lang, now: DateTime<Utc>) -> PersonRow {
        let last = self.sign_ins.get(&person.id).copied();
        let is_invited = self.invitations.get(&person.id).is_some_and(|sent| !sent.is_used && sent.expires_at > now);
        let state = match (person.is_active, last, is_invited) {
            (false, ..) => PersonState::Archived,
            (true, Some(_), _) => PersonState::Active,
            (true, None, true) => PersonState::Invited,
            (true, None, false) => PersonState::NeverSignedIn,
        };
        let organisation = person.organisation_id.and_then(|id| self.all_organisations.get(&id));
        PersonRow {
            roles: self.held(person.id, lang),
            organisation: organisation.map(|organisation| views::organisation(organisation, lang)),
            id: person.id,
            name: person.name,
            email: person.email.to_string(),
            lang: person.lang,
            state,
            last_sign_in: last.map(|at| services.clock.day_of(at)),
        }
    }

    fn held(&self, person: i64, lang: Lang) -> Vec<HeldRole> {
        let held = self.roles.get(&person).into_iter().flatten();
        held.map(|(id, grant)| HeldRole { id: *id, role: grant.role, plan: grant.plan.map(|plan| self.plan(plan, lang)) })
            .collect()
    }

    fn plan(&self, id: i64, lang: Lang) -> PlanChoice {
        let title = self.plans.iter().find(|(plan, _)| *plan == id).and_then(|(_, title)| title.for_reader(lang));
        PlanChoice { id, title }
    }
}
