//! Inviting people: a one-time link that lives for a week, mailed in the language of who is invited. What happens
//! after the click is that of every link.

use super::{Token, unwritten};
use crate::{
    mail,
    services::{Services, outbox},
    store::{self, Tx},
};
use app::error::AppError;
use chrono::TimeDelta;
use domain::{
    mail::MailKind,
    people::{LinkPurpose, Role},
    text::{Bilingual, Email, Lang},
};

/// How long an invitation works.
const INVITATION_LIVES: TimeDelta = TimeDelta::days(7);

/// Who is invited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitee {
    /// The id.
    pub id: i64,
    /// The name.
    pub name: String,
    /// The address.
    pub email: Email,
    /// The language they are written to in.
    pub lang: Lang,
    /// The roles, each with the title of the plan it is limited to.
    pub roles: Vec<(Role, Option<Bilingual>)>,
}

impl Services {
    /// Puts invitations into the outbox, in the transaction of their cause; earlier ones stop working. Ring the bell
    /// once it is committed.
    pub(in crate::services) async fn put_invitations(&self, tx: &Tx, inviter: &str, people: &[Invitee]) -> Result<(), AppError> {
        let now = self.clock.now();
        let until = now + INVITATION_LIVES;
        let base = &self.settings.base_url;
        let instance = store::settings::load(tx).await?.settings.instance.name;
        let (mut links, mut mails) = (Vec::with_capacity(people.len()), Vec::with_capacity(people.len()));
        for person in people {
            let token = Token::random();
            let about = mail::Invitation {
                lang: person.lang,
                name: &person.name,
                inviter,
                instance: &instance,
                roles: &person.roles,
                link: &token.link(base, "/"),
                until: self.clock.day_of(until),
            };
            let words = mail::invitation(&about).map_err(unwritten)?;
            let key = format!("invitation:{}", token.hash());
            mails.push(outbox::mail(key, MailKind::Invitation, person.id, person.email.clone(), person.lang, words, base));
            links.push((token.hash(), person.id));
        }
        let ids: Vec<i64> = people.iter().map(|person| person.id).collect();
        for chunk in ids.chunks(500) {
            store::sign_in::end_invitations(tx, chunk, now).await?;
        }
        store::sign_in::add_links(tx, &links, LinkPurpose::Invitation, now..until).await?;
        Ok(store::outbox::insert_all(tx, mails, now).await?)
    }
}
