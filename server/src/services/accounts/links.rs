//! One-time links by mail: to sign in with, to choose a new password with. Each works for what it was made for only.

use super::{Token, limits};
use crate::{
    mail,
    services::{Author, Services, outbox},
    store::{
        self, Tx,
        audit::{self, AuditEntry},
        passwords::Holder,
    },
};
use app::{api::accounts::Redeemed, backend::Visitor, error::AppError};
use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    mail::MailKind,
    people::{LinkPurpose, Way},
    settings::SignInRules,
    text::{Coded, Email},
    trail::{AuditAction, RecordKind},
};
use limits::Door;
use url::Url;

/// How long a mailed link works.
const MAILED_LINK_LIVES: TimeDelta = TimeDelta::minutes(30);
/// How long the link of a new account works, which is handed over by a person.
const FIRST_LINK_LIVES: TimeDelta = TimeDelta::hours(24);

/// Who has an address that nobody here has.
const NOBODY: i64 = 0;

/// What to mail a link for.
enum Asked<'a> {
    /// To sign in and go on to a path.
    SignIn(&'a str),
    /// To choose a new password.
    Reset,
}

impl Asked<'_> {
    fn purpose(&self) -> LinkPurpose {
        match self {
            Self::SignIn(_) => LinkPurpose::SignIn,
            Self::Reset => LinkPurpose::PasswordReset,
        }
    }

    fn kind(&self) -> MailKind {
        match self {
            Self::SignIn(_) => MailKind::SignIn,
            Self::Reset => MailKind::PasswordReset,
        }
    }

    fn link(&self, token: &Token, base: &Url) -> Url {
        match self {
            Self::SignIn(next) => token.link(base, next),
            Self::Reset => token.reset_link(base),
        }
    }
}

impl Services {
    pub(super) async fn mail_link(&self, visitor: &Visitor, email: &Email, next: &str) -> Result<(), AppError> {
        self.mail_if_known(visitor, email, &Asked::SignIn(next)).await
    }

    pub(super) async fn mail_reset(&self, visitor: &Visitor, email: &Email) -> Result<(), AppError> {
        self.mail_if_known(visitor, email, &Asked::Reset).await
    }

    /// The same answer for everybody, after the same work: who is known is told by neither. One address is mailed a few
    /// at once, whoever asks; that is not told either, so that nobody learns that somebody else asked.
    async fn mail_if_known(&self, visitor: &Visitor, email: &Email, asked: &Asked<'_>) -> Result<(), AppError> {
        let now = self.clock.now();
        self.store
            .write(async |tx| {
                let rules = store::settings::load(tx).await?.settings.sign_in;
                let is_way = if matches!(asked, Asked::Reset) { rules.passwords } else { rules.links };
                if !is_way {
                    return Err(AppError::NotAllowed);
                }
                let from: Vec<Door> = visitor.address.map(Door::MailFrom).into_iter().collect();
                let _counted = limits::count(tx, &from, now).await?;
                match limits::count(tx, &[Door::Mail(email.clone())], now).await {
                    Err(AppError::TooMany(_)) => return Ok(()),
                    other => drop(other?),
                }
                let nobody = || Holder { id: NOBODY, name: String::new(), email: email.clone(), lang: visitor.lang };
                let holder = store::passwords::holder_by_email(tx, email).await?.unwrap_or_else(nobody);
                self.enqueue_link(tx, &holder, asked, now).await
            })
            .await?;
        self.bell.ring();
        Ok(())
    }

    async fn enqueue_link(&self, tx: &Tx, holder: &Holder, asked: &Asked<'_>, now: DateTime<Utc>) -> Result<(), AppError> {
        let token = Token::random();
        let kind = asked.kind();
        store::sign_in::add_link(tx, token.hash(), holder.id, asked.purpose(), now..now + MAILED_LINK_LIVES).await?;
        let link = asked.link(&token, &self.settings.base_url);
        let minutes = MAILED_LINK_LIVES.num_minutes().unsigned_abs() as u32;
        let composed = match asked {
            Asked::SignIn(_) => mail::sign_in(holder.lang, &holder.name, &link, minutes),
            Asked::Reset => mail::password_reset(holder.lang, &holder.name, &link, minutes),
        };
        let key = format!("{kind}:{}", token.hash());
        let composed = composed.map_err(super::unwritten)?;
        let base = &self.settings.base_url;
        let mail = outbox::mail(key, kind, holder.id, holder.email.clone(), holder.lang, composed, base);
        store::outbox::insert_for(tx, mail, holder.id, now).await?;
        tracing::info!(person = holder.id, %kind, "a link was asked for");
        Ok(())
    }

    pub(super) async fn redeem_link(&self, visitor: &Visitor, token: &str) -> Result<Redeemed, AppError> {
        let now = self.clock.now();
        let hash = Token::hash_of(token);
        let doors: Vec<Door> = visitor.address.map(Door::LinkFrom).into_iter().collect();
        let found = self
            .store
            .write(async |tx| {
                let counted = limits::count(tx, &doors, now).await?;
                let rules = store::settings::load(tx).await?.settings.sign_in;
                let found = store::sign_in::link(tx, &hash, now).await?;
                let Some((person, way)) = found.and_then(|(person, purpose)| Some((person, way(purpose, &rules)?))) else {
                    return Ok::<_, AppError>(None);
                };
                // An invitation is for the first time. Afterwards it would be a link by mail, which the rules may forbid.
                if way == Way::Invitation && !store::directory::last_sign_ins(tx, &[person]).await?.is_empty() {
                    return Ok(None);
                }
                if !store::sign_in::use_link(tx, &hash, now).await? {
                    return Ok(None);
                }
                limits::take_back(tx, &counted).await?;
                let has_password = store::passwords::of(tx, person).await?.is_some();
                Ok(Some(Redeemed { person, way, is_new: way == Way::Invitation && rules.passwords && !has_password }))
            })
            .await?;
        found.ok_or(AppError::LinkNotValid)
    }

    /// A link for somebody who was just added, to be handed over by whoever added them.
    pub async fn first_link(&self, person: i64) -> Result<Url, AppError> {
        let author = Author::program("suivi user add", self.clock.now());
        self.make_link(person, LinkPurpose::Invitation, FIRST_LINK_LIVES, Some(&author)).await
    }

    /// A link for this, made without a mail.
    pub async fn link_for(&self, person: i64, purpose: LinkPurpose, lives: TimeDelta) -> Result<Url, AppError> {
        self.make_link(person, purpose, lives, None).await
    }

    /// The same, with its audit row where somebody is behind it.
    async fn make_link(
        &self,
        person: i64,
        purpose: LinkPurpose,
        lives: TimeDelta,
        author: Option<&Author>,
    ) -> Result<Url, AppError> {
        let now = self.clock.now();
        let token = Token::random();
        let hash = token.hash();
        self.store
            .write(async |tx| {
                store::sign_in::add_link(tx, hash, person, purpose, now..now + lives).await?;
                match author {
                    Some(author) => Ok(audit::record(tx, issued(author, person, purpose)).await?),
                    None => Ok::<_, AppError>(()),
                }
            })
            .await?;
        let base = &self.settings.base_url;
        Ok(if purpose == LinkPurpose::PasswordReset { token.reset_link(base) } else { token.link(base, "/") })
    }
}

/// The audit row of a link that somebody can come in by.
fn issued(author: &Author, person: i64, purpose: LinkPurpose) -> AuditEntry {
    let changes = vec![("purpose".to_owned(), None, Some(purpose.code().to_owned()))];
    author.entry(AuditAction::LinkIssued, RecordKind::Person, person, None, changes)
}

/// The way in that a link opens, if it opens one. An invitation leads to links or to a password: where there are
/// neither, it leads past the provider.
fn way(purpose: LinkPurpose, rules: &SignInRules) -> Option<Way> {
    match purpose {
        LinkPurpose::SignIn => rules.links.then_some(Way::Link),
        LinkPurpose::Invitation => (rules.links || rules.passwords).then_some(Way::Invitation),
        LinkPurpose::PasswordReset => None,
    }
}
