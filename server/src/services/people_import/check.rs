//! From cells to people: what is wrong with each cell, who is there already, who can be added. Asks nothing itself.

use super::{read::Raw, words};
use crate::{
    services::{
        accounts::Invitee,
        people::check::{email, name},
    },
    store::{
        StoreError, Tx, directory,
        people::{self, NewPerson},
        records::Organisation,
    },
};
use app::api::admin::people_import::{Column, ImportRow, RowFate};
use domain::{
    people::Grant,
    problem::ProblemCode,
    text::{Bilingual, Email, Lang},
};
use std::collections::HashSet;

/// What rows are checked against.
#[derive(Debug, Default)]
pub(super) struct Known {
    organisations: Vec<Organisation>,
    plans: Vec<(i64, Bilingual)>,
    addresses: HashSet<String>,
}

impl Known {
    /// All that these rows could name.
    pub(super) async fn of(tx: &Tx, rows: &[Raw]) -> Result<Self, StoreError> {
        let addresses: Vec<Email> = rows.iter().filter_map(|row| row.cells[1].parse().ok()).collect();
        Ok(Self {
            organisations: people::open_organisations(tx).await?,
            plans: directory::plans(tx).await?,
            addresses: directory::known(tx, &addresses).await?.into_iter().map(|(address, _)| address).collect(),
        })
    }

    fn organisation(&self, code: &str) -> Result<Option<&Organisation>, ProblemCode> {
        if code.is_empty() {
            return Ok(None);
        }
        let found = self.organisations.iter().find(|organisation| organisation.is_called(code));
        found.map(Some).ok_or(ProblemCode::NoSuchOrganisation)
    }

    fn plan(&self, number: &str) -> Result<Option<&(i64, Bilingual)>, ProblemCode> {
        if number.is_empty() {
            return Ok(None);
        }
        self.plans.iter().find(|(id, _)| id.to_string() == number).map(Some).ok_or(ProblemCode::NoSuchPlan)
    }
}

/// Somebody who can be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Ready {
    pub person: NewPerson,
    pub organisation: Option<String>,
    pub grant: Grant,
    pub plan: Option<Bilingual>,
}

impl Ready {
    /// The same as who is invited.
    pub(super) fn invitee(&self, id: i64) -> Invitee {
        Invitee {
            id,
            name: self.person.name.clone(),
            email: self.person.email.clone(),
            lang: self.person.lang,
            roles: vec![(self.grant.role, self.plan.clone())],
        }
    }
}

/// What will happen to each row, and everybody who can be added.
pub(super) fn rows(raw: &[Raw], known: &Known) -> (Vec<ImportRow>, Vec<Ready>) {
    let (mut seen, mut ready) = (HashSet::new(), Vec::new());
    let rows = raw.iter().map(|raw| {
        let mut problems = Vec::new();
        let found = row(raw, known, &mut seen, &mut problems);
        let fate = match found {
            Some(Found::Known) => RowFate::AlreadyThere,
            Some(Found::New(new)) => {
                ready.push(*new);
                RowFate::New
            }
            None => RowFate::Wrong,
        };
        ImportRow { line: raw.line, cells: raw.cells.clone(), problems, fate }
    });
    (rows.collect(), ready)
}

enum Found {
    Known,
    New(Box<Ready>),
}

type Problems = Vec<(Option<Column>, ProblemCode)>;

fn row(raw: &Raw, known: &Known, seen: &mut HashSet<Email>, problems: &mut Problems) -> Option<Found> {
    let [name_cell, email_cell, lang_cell, organisation_cell, role_cell, plan_cell] = &raw.cells;
    let email = keep(Column::Email, email(email_cell), problems);
    if let Some(address) = &email {
        if !seen.insert(address.clone()) {
            problems.push((Some(Column::Email), ProblemCode::Repeated));
        } else if known.addresses.contains(address.as_str()) {
            return Some(Found::Known);
        }
    }
    let name = keep(Column::Name, name(name_cell), problems);
    let lang = keep(Column::Lang, named(lang_cell, words::lang, ProblemCode::NoSuchLanguage), problems);
    let organisation = keep(Column::Organisation, known.organisation(organisation_cell), problems);
    let role = keep(Column::Role, named(role_cell, words::role, ProblemCode::NoSuchRole), problems);
    let plan = keep(Column::Plan, known.plan(plan_cell), problems);
    let grant = role.zip(plan).map(|(role, plan)| Grant { role, plan: plan.map(|(id, _)| *id) });
    let grant = grant.and_then(|grant| keep(Column::Plan, grant.checked(), problems));
    if raw.is_too_long {
        problems.push((None, ProblemCode::TooManyCells));
    }
    if !problems.is_empty() {
        return None;
    }
    let (name, email, lang, grant): (String, Email, Lang, Grant) = (name?, email?, lang?, grant?);
    let (organisation, plan) = (organisation?, plan?);
    Some(Found::New(Box::new(Ready {
        person: NewPerson { name, email, lang, organisation_id: organisation.map(|organisation| organisation.id) },
        organisation: organisation.map(|organisation| organisation.code.clone()),
        grant,
        plan: plan.map(|(_, title)| title.clone()),
    })))
}

fn keep<T>(column: Column, checked: Result<T, ProblemCode>, problems: &mut Problems) -> Option<T> {
    checked.map_err(|code| problems.push((Some(column), code))).ok()
}

fn named<T>(cell: &str, read: impl Fn(&str) -> Option<T>, unknown: ProblemCode) -> Result<T, ProblemCode> {
    if cell.is_empty() { Err(ProblemCode::Required) } else { read(cell).ok_or(unknown) }
}
