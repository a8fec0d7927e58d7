//! Getting in and staying in: links by mail, passwords, second factors, sessions; adding people from the command
//! line. Who somebody is is decided here, what they may do is not.

mod factors;
mod hashing;
mod invite;
pub mod limits;
mod links;
mod passwords;
mod people;
mod rescue;
mod security;
mod sso;
mod token;

pub(super) use invite::Invitee;
pub use people::{NewAccount, UserAddError};
pub use rescue::{Rescue, RescueError};
pub use sso::{Answer, Attempt, Sso};
pub use token::Token;

use super::{Author, Services, demo, outbox};
use crate::{
    mail::{self, Notice},
    store::{
        self, StoreError, Tx,
        audit::{self, Change},
        passwords::Holder,
    },
};
use app::{
    api::{
        accounts::{Admission, DemoPerson, Redeemed, SignInPage, Standing},
        security::TypedPassword,
    },
    backend::{Accounts, Visitor},
    error::AppError,
};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    mail::MailKind,
    people::{Role, Way},
    text::{Coded, Email, Lang, Secret},
    trail::{AuditAction, RecordKind},
};
use std::net::IpAddr;

#[async_trait]
impl Accounts for Services {
    async fn sign_in_page(&self) -> Result<SignInPage, AppError> {
        let rules = self.store.read(async |tx| store::settings::load(tx).await).await?.settings.sign_in;
        Ok(SignInPage { links: rules.links, passwords: rules.passwords })
    }

    async fn request_link(&self, visitor: &Visitor, email: &Email, next: &str) -> Result<(), AppError> {
        self.mail_link(visitor, email, next).await
    }

    async fn redeem(&self, visitor: &Visitor, token: &str) -> Result<Redeemed, AppError> {
        self.redeem_link(visitor, token).await
    }

    async fn check_password(&self, visitor: &Visitor, email: &Email, password: &Secret) -> Result<i64, AppError> {
        self.person_of_password(visitor, email, password).await
    }

    async fn request_reset(&self, visitor: &Visitor, email: &Email) -> Result<(), AppError> {
        self.mail_reset(visitor, email).await
    }

    async fn reset_page(&self, token: &str) -> Result<u16, AppError> {
        self.length_for_reset(token).await
    }

    async fn reset_password(&self, visitor: &Visitor, token: &str, typed: &TypedPassword) -> Result<(), AppError> {
        self.reset(visitor, token, typed).await
    }

    async fn admit(&self, visitor: &Visitor, person: i64, way: Way) -> Result<Admission, AppError> {
        let author = Author::visitor(visitor, self.clock.now(), Some(person));
        self.store
            .write(async |tx| {
                store::passwords::holder(tx, person).await?.ok_or(AppError::NotSignedIn)?;
                // The provider of single sign-on answers for its own factors.
                if way != Way::SingleSignOn && store::second_factor::is_in_use(tx, person).await? {
                    return Ok(Admission::SecondFactor);
                }
                store::sign_in::end_invitations(tx, &[person], author.at).await?;
                audit::record(
                    tx,
                    author.entry(AuditAction::PersonSignedIn, RecordKind::Person, person, None, vec![came_by(way)]),
                )
                .await?;
                Ok::<_, AppError>(Admission::In)
            })
            .await
    }

    async fn check_code(&self, visitor: &Visitor, person: i64, way: Way, code: &Secret) -> Result<(), AppError> {
        self.use_second_factor(visitor, person, way, code).await
    }

    async fn standing(&self, person: i64) -> Result<Option<Standing>, AppError> {
        let today = self.clock.today();
        self.store
            .read(async |tx| {
                let Some(actor) = store::people::actor(tx, person, today).await? else { return Ok(None) };
                let rules = store::settings::load(tx).await?.settings.sign_in;
                let is_asked = rules.asks_second_factor_of(&actor);
                let owes_second_factor = is_asked && !store::second_factor::is_in_use(tx, person).await?;
                Ok::<_, AppError>(Some(Standing { actor, owes_second_factor }))
            })
            .await
    }

    async fn demo_people(&self, lang: Lang) -> Result<Vec<DemoPerson>, AppError> {
        if !self.settings.is_demo {
            return Ok(Vec::new());
        }
        let ours = demo::addresses().map_err(|error| {
            tracing::error!(%error, "the people of the demo cannot be read");
            AppError::Internal
        })?;
        let people = self.store.read(async |tx| Ok::<_, StoreError>(store::sign_in::people_of(tx, &ours).await?)).await?;
        let first_role = |roles: &[Role]| roles.iter().min().copied();
        let offered = people.into_iter().filter_map(|(id, name, roles, organisation)| {
            let organisation = organisation.map(|of| of.code_for(lang).to_owned());
            Some(DemoPerson { id, name, role: first_role(&roles)?, organisation })
        });
        Ok(offered.collect())
    }

    async fn demo_person(&self, person: i64) -> Result<i64, AppError> {
        let is_offered = self.demo_people(Lang::En).await?.iter().any(|offered| offered.id == person);
        if is_offered { Ok(person) } else { Err(AppError::NotFound) }
    }
}

/// For the audit trail: how somebody came in.
fn came_by(way: Way) -> Change {
    ("way".to_owned(), None, Some(way.code().to_owned()))
}

fn unwritten(error: askama::Error) -> AppError {
    tracing::error!(%error, "a mail could not be written");
    AppError::Internal
}

impl Services {
    /// Tells somebody what happened to their account, in case it was not them. Ring the bell after the commit.
    pub(in crate::services) async fn tell(
        &self,
        tx: &Tx,
        holder: &Holder,
        notice: Notice,
        now: DateTime<Utc>,
    ) -> Result<(), AppError> {
        let base = &self.settings.base_url;
        let composed = mail::notice(holder.lang, &holder.name, notice, base).map_err(unwritten)?;
        // Each happening is a mail of its own.
        let key = format!("notice:{}", Token::random().hash());
        let mail = outbox::mail(key, MailKind::Notice, holder.id, holder.email.clone(), holder.lang, composed, base);
        outbox::enqueue(tx, mail, now).await?;
        Ok(())
    }

    /// Counts a form that failed and begins a session of somebody nobody knows, to be kept in. Errors with `TooMany` when
    /// very many came from one network address.
    pub async fn may_keep_form(&self, address: Option<IpAddr>) -> Result<(), AppError> {
        let Some(address) = address else { return Ok(()) };
        let now = self.clock.now();
        self.store.write(async |tx| limits::count(tx, &[limits::Door::FormFrom(address)], now).await.map(drop)).await
    }

    /// Forgets sessions that ended, the keys of forms that nobody sends twice any more, and attempts that count no more;
    /// answers how many sessions and attempts.
    pub async fn tidy_sign_in(&self) -> Result<(u64, u64), StoreError> {
        let now = self.clock.now();
        self.store
            .write(async |tx| {
                let sessions = store::sessions::forget_ended(tx, now).await?;
                store::form_keys::forget_before(tx, now - limits::KEPT).await?;
                Ok((sessions, store::attempts::forget_before(tx, now - limits::KEPT).await?))
            })
            .await
    }
}
