//! Signing in by one-time links, and adding people from the command line.

mod people;
mod token;

pub use people::{NewAccount, UserAddError};
pub use token::Token;

use super::{Author, Services, outbox};
use crate::{
    mail,
    store::{self, StoreError, audit},
};
use app::{api::accounts::DemoPerson, backend::Accounts, error::AppError};
use async_trait::async_trait;
use chrono::TimeDelta;
use domain::{
    mail::MailKind,
    people::{Actor, LinkPurpose, Role},
    text::{Email, Lang},
    trail::{AuditAction, RecordKind},
};

/// How long a mailed link works.
const MAILED_LINK_LIVES: TimeDelta = TimeDelta::minutes(30);
/// How long the link of a new account works, which is handed over by a person.
const FIRST_LINK_LIVES: TimeDelta = TimeDelta::hours(24);
/// How many links one person is mailed within [`MAILED_LINK_LIVES`], whoever asks for them and on whatever instance.
const LINKS_AT_ONCE: u64 = 5;

#[async_trait]
impl Accounts for Services {
    async fn request_link(&self, email: &Email, next: &str, lang: Lang) -> Result<(), AppError> {
        let now = self.clock.now();
        self.store
            .write(async |tx| {
                // The same answer for everybody: who is known is not told.
                let Some((person, name, person_lang)) = store::sign_in::person_of(tx, email).await? else {
                    return Ok::<_, AppError>(());
                };
                if store::sign_in::count_since(tx, person, now - MAILED_LINK_LIVES).await? >= LINKS_AT_ONCE {
                    tracing::warn!(person, "too many sign-in links asked for");
                    return Ok(());
                }
                let token = Token::random();
                store::sign_in::add_link(tx, token.hash(), person, LinkPurpose::SignIn, now..now + MAILED_LINK_LIVES).await?;
                let link = token.link(&self.settings.base_url, next);
                tracing::info!(person, page_lang = %lang, "sign-in link asked for");
                let composed = mail::sign_in(person_lang, &name, &link, MAILED_LINK_LIVES.num_minutes().unsigned_abs() as u32)
                    .map_err(unwritten)?;
                let key = format!("sign_in:{}", token.hash());
                let mail =
                    outbox::mail(key, MailKind::SignIn, person, email.clone(), person_lang, composed, &self.settings.base_url);
                outbox::enqueue(tx, mail, now).await?;
                Ok(())
            })
            .await?;
        self.bell.ring();
        Ok(())
    }

    async fn redeem(&self, token: &str) -> Result<Actor, AppError> {
        let now = self.clock.now();
        let hash = Token::hash_of(token);
        self.store
            .write(async |tx| {
                let person = store::sign_in::use_link(tx, &hash, now).await?.ok_or(AppError::LinkNotValid)?;
                let actor = store::people::actor(tx, person, self.clock.today()).await?.ok_or(AppError::LinkNotValid)?;
                let author = Author { at: now, person: Some(person), request_id: "sign-in".into() };
                let entry = author.entry(AuditAction::PersonSignedIn, RecordKind::Person, person, None, Vec::new());
                audit::record(tx, entry).await?;
                Ok::<_, AppError>(actor)
            })
            .await
    }

    async fn actor(&self, person: i64) -> Result<Option<Actor>, AppError> {
        let today = self.clock.today();
        self.store.read(async |tx| Ok::<_, AppError>(store::people::actor(tx, person, today).await?)).await
    }

    async fn demo_people(&self) -> Result<Vec<DemoPerson>, AppError> {
        if !self.settings.is_demo {
            return Ok(Vec::new());
        }
        let people = self.store.read(async |tx| Ok::<_, StoreError>(store::sign_in::everybody(tx).await?)).await?;
        let first_role = |roles: &[Role]| roles.iter().min().copied();
        Ok(people
            .into_iter()
            .filter_map(|(id, name, roles, organisation)| Some(DemoPerson { id, name, role: first_role(&roles)?, organisation }))
            .collect())
    }

    async fn sign_in_demo(&self, person: i64) -> Result<Actor, AppError> {
        if !self.settings.is_demo {
            return Err(AppError::NotFound);
        }
        Accounts::actor(self, person).await?.ok_or(AppError::NotFound)
    }
}

fn unwritten(error: askama::Error) -> AppError {
    tracing::error!(%error, "the sign-in mail could not be written");
    AppError::Internal
}

impl Services {
    /// A link for somebody who was just added, to be handed over by whoever added them.
    pub async fn first_link(&self, person: i64) -> Result<url::Url, AppError> {
        let now = self.clock.now();
        let token = Token::random();
        self.store
            .write(async |tx| {
                Ok::<_, AppError>(
                    store::sign_in::add_link(tx, token.hash(), person, LinkPurpose::Invitation, now..now + FIRST_LINK_LIVES)
                        .await?,
                )
            })
            .await?;
        Ok(token.link(&self.settings.base_url, "/"))
    }
}
