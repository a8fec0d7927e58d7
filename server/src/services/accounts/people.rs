//! Adding people from the command line, the way in to a new instance.

use crate::{
    services::{Author, Services, people::described},
    store::{
        self, StoreError,
        audit::{self, AuditEntry},
    },
};
use domain::{
    people::{Grant, Role},
    text::{Bilingual, Email, Lang},
    trail::{AuditAction, RecordKind},
};
use std::collections::BTreeSet;

/// A person to add.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAccount {
    /// The name.
    pub name: String,
    /// The address.
    pub email: Email,
    /// The language they are written to in.
    pub lang: Lang,
    /// The roles, on the whole instance; each is given once.
    pub roles: Vec<Role>,
    /// The code of the organisation; one that is not known yet is added under its code.
    pub organisation: Option<String>,
}

/// Why somebody was not added.
#[derive(Debug, thiserror::Error)]
pub enum UserAddError {
    /// The address is taken.
    #[error("somebody has this e-mail address already")]
    Taken,
    /// The organisation was archived.
    #[error("the organisation {0} is archived; restore it first, or choose another one")]
    Archived(String),
    /// A name is needed.
    #[error("the name must not be empty")]
    NoName,
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Services {
    /// Adds a person and gives them roles on the whole instance; answers their id.
    pub async fn add_account(&self, new: NewAccount) -> Result<i64, UserAddError> {
        if new.name.trim().is_empty() {
            return Err(UserAddError::NoName);
        }
        let now = self.clock.now();
        self.store
            .write(async |tx| {
                if store::sign_in::is_taken(tx, &new.email).await? {
                    return Err(UserAddError::Taken);
                }
                let author = Author::program("suivi user add", now);
                let mut entries = Vec::new();
                let organisation = match new.organisation.as_deref().map(str::trim).filter(|code| !code.is_empty()) {
                    Some(code) => Some(organisation(tx, code, &author, &mut entries).await?),
                    None => None,
                };
                let person = store::people::NewPerson {
                    name: new.name.trim().to_owned(),
                    email: new.email.clone(),
                    lang: new.lang,
                    organisation_id: organisation.as_ref().map(|(id, _)| *id),
                };
                let id = store::people::add_person(tx, person.clone()).await?;
                let roles: BTreeSet<Role> = new.roles.iter().copied().collect();
                let grants: Vec<Grant> = roles.iter().map(|role| Grant { role: *role, plan: None }).collect();
                store::roles::give_all(tx, grants.iter().map(|grant| (id, *grant))).await?;
                let changes = described(&person, organisation.map(|(_, code)| code), &grants, None);
                entries.push(author.entry(AuditAction::PersonAdded, RecordKind::Person, id, None, changes));
                audit::record_all(tx, entries).await?;
                Ok(id)
            })
            .await
    }

    /// The first person of an empty instance, who coordinates and administers it; `None` where there are people already.
    pub async fn first_coordinator(&self, email: &Email) -> Result<Option<i64>, UserAddError> {
        if self.store.read(async |tx| store::sign_in::has_people(tx).await).await? {
            return Ok(None);
        }
        let name = email.as_str().split('@').next().unwrap_or_default().to_owned();
        let roles = vec![Role::Coordinator, Role::Administrator];
        let new = NewAccount { name, email: email.clone(), lang: Lang::En, roles, organisation: None };
        Ok(Some(self.add_account(new).await?))
    }
}

/// The organisation of a code, with the code; one that is not known yet is added.
async fn organisation(
    tx: &store::Tx,
    code: &str,
    author: &Author,
    entries: &mut Vec<AuditEntry>,
) -> Result<(i64, String), UserAddError> {
    let known = store::organisations::all_to_write(tx).await?;
    match known.into_iter().find(|known| known.codes().any(|known| known == code.to_lowercase())) {
        Some(known) if known.archived_on.is_some() => Err(UserAddError::Archived(known.code)),
        Some(known) => Ok((known.id, known.code)),
        None => {
            let id = store::people::add_organisation(tx, (code, None), &Bilingual::default()).await?;
            let changes = vec![("code".to_owned(), None, Some(code.to_owned()))];
            entries.push(author.entry(AuditAction::OrganisationAdded, RecordKind::Organisation, id, None, changes));
            Ok((id, code.to_owned()))
        }
    }
}
