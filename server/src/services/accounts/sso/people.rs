//! Who a verified identity is here: known from before, recognised by a verified address, or new; and which roles the
//! groups give and take. Everything in one transaction, with its audit rows.

use super::identity::Identity;
use crate::{
    config::SsoSettings,
    services::{Author, people::described},
    store::{
        self, StoreError, Tx,
        audit::{self, AuditEntry},
        external_identities,
    },
};
use app::error::AppError;
use domain::{
    people::{Actor, Grant, Role},
    sso::SsoTrouble,
    text::{Email, Lang},
    trail::{AuditAction, RecordKind},
};

/// How the audit trail calls a role that follows a group.
const GROUP_ROLE: &str = "group_role";

/// What is needed to say who an identity is.
pub(super) struct Arrival {
    pub(super) settings: SsoSettings,
    pub(super) identity: Identity,
    /// The language of the page, for a person who is new.
    pub(super) lang: Lang,
    /// When, and in which request; the provider is behind what changes, not a person.
    pub(super) by: Author,
    pub(super) today: chrono::NaiveDate,
}

impl Arrival {
    /// The person, with the roles of the groups. Nothing is written when this errors; with `Conflict` when they arrived
    /// a second time meanwhile.
    pub(super) async fn person(&self, tx: &Tx) -> Result<i64, AppError> {
        let mut record = Vec::new();
        let known = external_identities::find(tx, &self.identity.issuer, &self.identity.subject).await?;
        let person = match known {
            Some(person) => person,
            None => self.recognised(tx, &mut record).await?,
        };
        let actor = store::people::actor(tx, person, self.today).await?.ok_or_else(|| self.nobody("is not active"))?;
        self.roles(tx, &actor, &mut record).await?;
        if !record.is_empty() {
            audit::record_all(tx, record).await?;
        }
        Ok(person)
    }

    /// The person of the address, linked from now on.
    async fn recognised(&self, tx: &Tx, record: &mut Vec<AuditEntry>) -> Result<i64, AppError> {
        let Some(email) = self.identity.email.as_ref().filter(|_| self.identity.is_verified) else {
            tracing::info!(subject = self.identity.subject, "single sign-on: the provider does not vouch for an address");
            return Err(AppError::SingleSignOn(SsoTrouble::Unverified));
        };
        let person = match store::passwords::holder_by_email(tx, email).await? {
            Some(holder) => holder.id,
            None => self.newcomer(tx, email, record).await?,
        };
        // An address may be given to somebody new, an account is not: who has one here keeps to it.
        if external_identities::has_one(tx, person, &self.identity.issuer).await? {
            if external_identities::find(tx, &self.identity.issuer, &self.identity.subject).await?.is_some() {
                return Err(AppError::Conflict);
            }
            tracing::warn!(person, subject = self.identity.subject, "single sign-on: the address belongs to another account");
            return Err(AppError::SingleSignOn(SsoTrouble::OtherAccount));
        }
        external_identities::link(tx, person, &self.identity.issuer, &self.identity.subject, self.by.at).await.map_err(twice)?;
        let changes = vec![
            ("issuer".to_owned(), None, Some(self.identity.issuer.clone())),
            ("subject".to_owned(), None, Some(self.identity.subject.clone())),
        ];
        record.push(self.by.entry(AuditAction::IdentityLinked, RecordKind::Person, person, None, changes));
        Ok(person)
    }

    /// Somebody nobody added, where the configuration lets them in.
    async fn newcomer(&self, tx: &Tx, email: &Email, record: &mut Vec<AuditEntry>) -> Result<i64, AppError> {
        let groups = self.identity.groups.as_deref().unwrap_or_default();
        let may_enter = self.settings.new_people && !self.settings.roles.roles_of(groups).is_empty();
        // An address that is known, but not active any more, was shut out by somebody.
        if !may_enter {
            return Err(self.nobody("is not known"));
        }
        if store::sign_in::is_taken(tx, email).await? {
            let arrived = store::passwords::holder_by_email(tx, email).await?.is_some();
            return Err(if arrived { AppError::Conflict } else { self.nobody("is not known") });
        }
        let local_part = || email.as_str().split('@').next().unwrap_or_default().to_owned();
        let new = store::people::NewPerson {
            name: self.identity.name.clone().unwrap_or_else(local_part),
            email: email.clone(),
            lang: self.identity.lang.unwrap_or(self.lang),
            organisation_id: None,
        };
        let person = store::people::add_person(tx, new.clone()).await.map_err(twice)?;
        let changes = described(&new, None, &[], None);
        record.push(self.by.entry(AuditAction::PersonAdded, RecordKind::Person, person, None, changes));
        Ok(person)
    }

    async fn roles(&self, tx: &Tx, actor: &Actor, record: &mut Vec<AuditEntry>) -> Result<(), AppError> {
        let held: Vec<Role> = actor.grants.iter().filter(|grant| grant.plan.is_none()).map(|grant| grant.role).collect();
        let changes = self.settings.roles.changes(&held, self.identity.groups.as_deref().unwrap_or_default());
        let person = actor.person;
        let mut said = Vec::new();
        for role in changes.granted {
            store::people::grant(tx, person, Grant { role, plan: None }).await.map_err(twice)?;
            said.push((GROUP_ROLE.to_owned(), None, Some(role.to_string())));
        }
        for role in changes.withdrawn {
            if role == Role::Administrator && self.is_last_administrator(tx, person).await? {
                tracing::warn!(person, "single sign-on: the last administrator is in no group of administrators, and stays one");
                continue;
            }
            external_identities::withdraw(tx, person, role).await?;
            said.push((GROUP_ROLE.to_owned(), Some(role.to_string()), None));
        }
        if !said.is_empty() {
            record.push(self.by.entry(AuditAction::RolesFollowed, RecordKind::Person, person, None, said));
        }
        Ok(())
    }

    async fn is_last_administrator(&self, tx: &Tx, person: i64) -> Result<bool, AppError> {
        store::roles::lock_administrators(tx).await?;
        Ok(!store::roles::others_administer(tx, person).await?)
    }

    fn nobody(&self, why: &str) -> AppError {
        tracing::info!(subject = self.identity.subject, "single sign-on: the person {why}");
        AppError::SingleSignOn(SsoTrouble::Unknown)
    }
}

/// What was not there a moment ago is there now.
fn twice(error: StoreError) -> AppError {
    match error {
        StoreError::Duplicate(_) => AppError::Conflict,
        other => other.into(),
    }
}
