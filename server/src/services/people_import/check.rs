//! From cells to people: what is wrong with each cell, who is there already, who can be added, who gets a role more. Rows
//! of one address are one person with several roles. Asks nothing itself.

use super::{read::Raw, words};
use crate::{
    services::{
        accounts::Invitee,
        people::check::{email, name},
    },
    store::{
        StoreError, Tx,
        directory::{self, Kept},
        people::{self, NewPerson},
        records::Organisation,
        roles,
    },
};
use app::api::admin::people_import::{Column, ImportRow, RowFate};
use domain::{
    people::Grant,
    problem::ProblemCode,
    text::{Bilingual, Email, Lang},
};
use std::collections::{HashMap, HashSet};

/// What rows are checked against.
#[derive(Debug, Default)]
pub(super) struct Known {
    organisations: Vec<Organisation>,
    plans: Vec<(i64, Bilingual)>,
    people: HashMap<String, There>,
}

/// Somebody who is there already, with the roles they hold.
#[derive(Debug)]
struct There {
    person: Kept,
    held: HashSet<Grant>,
}

impl Known {
    /// All that these rows could name.
    pub(super) async fn of(tx: &Tx, rows: &[Raw]) -> Result<Self, StoreError> {
        let addresses: Vec<Email> = rows.iter().filter_map(|row| row.cells[1].parse().ok()).collect();
        let people = directory::known(tx, &addresses).await?;
        let ids: Vec<i64> = people.iter().map(|person| person.id).collect();
        let mut held = roles::of(tx, &ids).await?;
        let there = people.into_iter().map(|person| {
            let held = held.remove(&person.id).unwrap_or_default().into_iter().map(|(_, grant)| grant).collect();
            (person.email.as_str().to_owned(), There { person, held })
        });
        Ok(Self {
            people: there.collect(),
            organisations: people::open_organisations(tx).await?,
            plans: directory::plans(tx).await?,
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

/// A role, with the title of the plan it is limited to.
pub(super) type Place = (Grant, Option<Bilingual>);

/// Somebody who can be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Ready {
    pub person: NewPerson,
    pub organisation: Option<String>,
    /// The first is that of the row that adds them.
    pub places: Vec<Place>,
}

impl Ready {
    /// The same as who is invited.
    pub(super) fn invitee(&self, id: i64) -> Invitee {
        Invitee {
            id,
            name: self.person.name.clone(),
            email: self.person.email.clone(),
            lang: self.person.lang,
            roles: self.places.iter().map(|(grant, plan)| (grant.role, plan.clone())).collect(),
        }
    }

    fn holds(&self, grant: Grant) -> bool {
        self.places.iter().any(|(held, _)| *held == grant)
    }
}

/// What will happen to each row, everybody who can be added, and the roles that people who are there are given.
#[derive(Debug, Default)]
pub(super) struct Checked {
    pub rows: Vec<ImportRow>,
    pub new: Vec<Ready>,
    pub given: Vec<(i64, Place)>,
}

/// Checks one row after the other.
pub(super) fn rows(raw: &[Raw], known: &Known) -> Checked {
    let mut checked = Checked::default();
    for raw in raw {
        let mut problems = Vec::new();
        let there = raw.cells[1].parse::<Email>().ok().and_then(|email| known.people.get(email.as_str()));
        let fate = match there {
            Some(there) => checked.known(raw, known, there, &mut problems),
            None => checked.stranger(raw, known, &mut problems),
        };
        let fate = fate.filter(|_| problems.is_empty()).unwrap_or(RowFate::Wrong);
        let person = there.map(|there| there.person.name.clone());
        checked.rows.push(ImportRow { line: raw.line, cells: raw.cells.clone(), problems, fate, person });
    }
    checked
}

type Problems = Vec<(Option<Column>, ProblemCode)>;

impl Checked {
    /// A row about somebody who is there: only its role counts. They keep the name and the rest that they have.
    fn known(&mut self, raw: &Raw, known: &Known, there: &There, problems: &mut Problems) -> Option<RowFate> {
        if !there.person.is_active {
            return Some(RowFate::Archived);
        }
        let (grant, plan) = place(raw, known, problems)?;
        if there.held.contains(&grant) {
            return Some(RowFate::AlreadyThere);
        }
        if self.given.iter().any(|(person, (given, _))| (*person, *given) == (there.person.id, grant)) {
            problems.push((Some(Column::Email), ProblemCode::Repeated));
            return None;
        }
        self.given.push((there.person.id, (grant, plan)));
        Some(RowFate::GetsRole)
    }

    /// A row about somebody who is not there: the first one of an address adds them, each other gives a role more.
    fn stranger(&mut self, raw: &Raw, known: &Known, problems: &mut Problems) -> Option<RowFate> {
        let [name_cell, email_cell, lang_cell, organisation_cell, ..] = &raw.cells;
        let email = keep(Column::Email, email(email_cell), problems);
        let name = keep(Column::Name, name(name_cell), problems);
        let lang = keep(Column::Lang, named(lang_cell, words::lang, ProblemCode::NoSuchLanguage), problems);
        let organisation = keep(Column::Organisation, known.organisation(organisation_cell), problems);
        let place = place(raw, known, problems);
        let (name, email, lang): (String, Email, Lang) = (name?, email?, lang?);
        let (organisation, place) = (organisation?, place?);
        let person = NewPerson { name, email, lang, organisation_id: organisation.map(|organisation| organisation.id) };
        let Some(earlier) = self.new.iter_mut().find(|earlier| earlier.person.email == person.email) else {
            let organisation = organisation.map(|organisation| organisation.code.clone());
            self.new.push(Ready { person, organisation, places: vec![place] });
            return Some(RowFate::New);
        };
        // Who leaves the organisation out the second time means no other one.
        let moved = person.organisation_id.is_some() && earlier.person.organisation_id != person.organisation_id;
        let unlike = [
            (Column::Name, earlier.person.name != person.name),
            (Column::Lang, earlier.person.lang != person.lang),
            (Column::Organisation, moved),
        ];
        problems.extend(unlike.iter().filter(|(_, is)| *is).map(|(column, _)| (Some(*column), ProblemCode::UnlikeEarlier)));
        if problems.is_empty() && earlier.holds(place.0) {
            problems.push((Some(Column::Email), ProblemCode::Repeated));
        }
        if !problems.is_empty() {
            return None;
        }
        earlier.places.push(place);
        Some(RowFate::GetsRole)
    }
}

/// The role of a row; `None` once a problem was added.
fn place(raw: &Raw, known: &Known, problems: &mut Problems) -> Option<Place> {
    let [.., role_cell, plan_cell] = &raw.cells;
    let role = keep(Column::Role, named(role_cell, words::role, ProblemCode::NoSuchRole), problems);
    let plan = keep(Column::Plan, known.plan(plan_cell), problems);
    let grant = role.zip(plan).map(|(role, plan)| Grant { role, plan: plan.map(|(id, _)| *id) });
    let grant = grant.and_then(|grant| keep(Column::Plan, grant.checked(), problems));
    if raw.is_too_long {
        problems.push((None, ProblemCode::TooManyCells));
        return None;
    }
    let (grant, plan) = (grant?, plan?);
    Some((grant, plan.map(|(_, title)| title.clone())))
}

fn keep<T>(column: Column, checked: Result<T, ProblemCode>, problems: &mut Problems) -> Option<T> {
    checked.map_err(|code| problems.push((Some(column), code))).ok()
}

fn named<T>(cell: &str, read: impl Fn(&str) -> Option<T>, unknown: ProblemCode) -> Result<T, ProblemCode> {
    if cell.is_empty() { Err(ProblemCode::Required) } else { read(cell).ok_or(unknown) }
}
