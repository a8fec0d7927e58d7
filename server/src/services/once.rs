//! Forms that add something: pressed twice, the button adds once. A form is known by the key it was shown with, by its
//! person and by all that was typed; so who goes back and types something else adds that too.

use crate::store::{Tx, form_keys};
use app::{backend::Caller, error::AppError};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use std::fmt::Debug;

/// A form that was sent.
pub(super) struct Once {
    /// `None` for a form that carries no key: it is not told apart.
    key: Option<String>,
    person: i64,
}

impl Once {
    /// The form with this key, in which a person said this.
    pub(super) fn of(caller: &Caller, form_key: &str, said: impl Debug) -> Self {
        let person = caller.actor.person;
        let hash = || URL_SAFE_NO_PAD.encode(Sha256::digest(format!("{person} {form_key} {said:?}").as_bytes()));
        Self { key: (!form_key.is_empty()).then(hash), person }
    }

    /// Whether it was not sent before. In the transaction of what it adds, so that a form that is refused can be sent again.
    pub(super) async fn is_first(&self, tx: &Tx, now: DateTime<Utc>) -> Result<bool, AppError> {
        match &self.key {
            Some(key) => Ok(form_keys::first(tx, key, self.person, now).await?),
            None => Ok(true),
        }
    }

    /// Notes the id of what it added.
    pub(super) async fn note(&self, tx: &Tx, id: i64) -> Result<(), AppError> {
        if let Some(key) = &self.key {
            form_keys::note_made(tx, key, id).await?;
        }
        Ok(())
    }

    /// The id of what it added when it was sent before. Errors with `Conflict` when that is not known.
    pub(super) async fn made(&self, tx: &Tx) -> Result<i64, AppError> {
        match &self.key {
            Some(key) => form_keys::made(tx, key).await?.ok_or(AppError::Conflict),
            None => Err(AppError::Conflict),
        }
    }
}
