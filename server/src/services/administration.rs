//! The index of administration: what is worth knowing, counted.

use super::{Services, access};
use crate::store::{
    Tx,
    directory::{self, Narrowed},
    mail_watch, organisations,
};
use app::{
    api::admin::{AdminIndex, InstanceCounts},
    backend::{Administration, Caller},
    error::AppError,
};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    mail::MailState,
    people::{Action, PersonState},
};

#[async_trait]
impl Administration for Services {
    async fn index(&self, caller: &Caller) -> Result<AdminIndex, AppError> {
        access::known(&caller.actor, Action::WatchMail)?;
        let now = self.clock.now();
        self.store
            .read(async |tx| {
                let mails = async |state| {
                    mail_watch::count(tx, &mail_watch::Narrowed { state: Some(state), ..mail_watch::Narrowed::default() }).await
                };
                let instance = if caller.actor.may(Action::ManagePeople) { Some(counts(tx, now).await?) } else { None };
                Ok(AdminIndex {
                    instance,
                    failed_mails: mails(MailState::Failed).await?,
                    waiting_mails: mails(MailState::Waiting).await?,
                })
            })
            .await
    }
}

async fn counts(tx: &Tx, now: DateTime<Utc>) -> Result<InstanceCounts, AppError> {
    let people = async |narrowed| directory::count(tx, &narrowed, now).await;
    let state = |state| Narrowed { state: Some(state), ..Narrowed::default() };
    let staffed = organisations::people(tx).await?;
    let in_use: Vec<_> = organisations::all(tx).await?.into_iter().filter(|o| o.archived_on.is_none()).collect();
    Ok(InstanceCounts {
        people: people(Narrowed::default()).await?,
        without_role: people(Narrowed { without_role: true, ..Narrowed::default() }).await?,
        invited: people(state(PersonState::Invited)).await?,
        never_signed_in: people(state(PersonState::NeverSignedIn)).await?,
        organisations: in_use.len() as u64,
        empty_organisations: in_use.iter().filter(|o| !staffed.contains_key(&o.id)).count() as u64,
    })
}
