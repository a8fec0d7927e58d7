//! Signing in at the organisation's own provider (OpenID Connect, authorization code with PKCE).
//!
//! The browser leaves with a state, a nonce and a challenge; what they are is kept in its session until it comes back.
//! Every failure is a code for a page; the details are in the log, and secrets are in neither.

mod http;
mod identity;
mod people;
mod provider;

use super::{
    Token,
    limits::{self, Door},
};
use crate::{
    config::SsoSettings,
    services::{Author, Services},
};
use app::{
    backend::{SingleSignOn, Visitor},
    error::AppError,
};
use chrono::{DateTime, TimeDelta, Utc};
use domain::{sso::SsoTrouble, text::Lang};
use people::Arrival;
use provider::{Departure, Provider};
use serde::{Deserialize, Serialize};
use std::{fmt, sync::Arc};
use url::Url;

/// So often is an arrival tried that another one was faster than.
const TRIES: usize = 3;
/// How long somebody may take at the provider.
const ATTEMPT_LIVES: TimeDelta = TimeDelta::minutes(15);

/// The provider of an instance. Cheap to clone.
#[derive(Clone)]
pub struct Sso(Arc<Provider>);

/// An attempt under way, kept in the session of its browser. It holds secrets: it is never logged.
#[derive(Serialize, Deserialize)]
pub struct Attempt {
    state: String,
    nonce: String,
    verifier: String,
    next: String,
    since: DateTime<Utc>,
}

/// What a browser brings back from the provider.
#[derive(Default)]
pub struct Answer {
    /// Which attempt it belongs to.
    pub state: Option<String>,
    /// What can be exchanged for an identity.
    pub code: Option<String>,
    /// Why there is none.
    pub error: Option<String>,
    /// Who the provider says it is (RFC 9207).
    pub issuer: Option<String>,
}

impl Sso {
    /// The provider of the instance at this address.
    #[must_use]
    pub fn new(settings: SsoSettings, base_url: &Url) -> Self {
        let mut redirect = base_url.clone();
        redirect.set_path(&format!("{}/sign-in/sso/callback", base_url.path().trim_end_matches('/')));
        Self(Arc::new(Provider::new(settings, redirect)))
    }
}

impl fmt::Debug for Sso {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Sso").field(&self.0.settings().issuer).finish()
    }
}

impl SingleSignOn for Services {
    fn is_offered(&self) -> bool {
        self.sso.is_some()
    }

    fn words(&self, lang: Lang) -> Option<String> {
        self.sso.as_ref()?.0.settings().name.get(lang).map(str::to_owned)
    }
}

impl Services {
    /// Begins an attempt: where the browser goes, and what is kept meanwhile. `next` is a path of this site. Errors with
    /// `TooMany` when very many began from one network address.
    pub async fn begin_sso(&self, next: &str, visitor: &Visitor) -> Result<(Url, Attempt), AppError> {
        let sso = self.sso.as_ref().ok_or(AppError::NotFound)?;
        let now = self.clock.now();
        if let Some(address) = visitor.address {
            self.store.write(async |tx| limits::count(tx, &[Door::SsoFrom(address)], now).await.map(drop)).await?;
        }
        let Departure { url, state, nonce, verifier } = sso.0.departure().await.map_err(AppError::SingleSignOn)?;
        Ok((url, Attempt { state, nonce, verifier, next: next.to_owned(), since: now }))
    }

    /// Ends an attempt: the person who came back, and where they wanted to go. Letting them in is the one door's.
    pub async fn end_sso(&self, attempt: Option<Attempt>, answer: Answer, visitor: &Visitor) -> Result<(i64, String), AppError> {
        let sso = self.sso.as_ref().ok_or(AppError::NotFound)?;
        let trouble = |trouble| Err(AppError::SingleSignOn(trouble));
        let now = self.clock.now();
        let Some(attempt) = attempt else { return trouble(SsoTrouble::Mismatch) };
        // Hashes are compared, so that the time it takes tells nothing.
        if answer.state.as_deref().map(Token::hash_of) != Some(Token::hash_of(&attempt.state)) {
            return trouble(SsoTrouble::Mismatch);
        }
        if now - attempt.since > ATTEMPT_LIVES {
            return trouble(SsoTrouble::Expired);
        }
        if answer.issuer.is_some_and(|issuer| issuer != sso.0.settings().issuer) {
            tracing::warn!("single sign-on: another provider answered");
            return trouble(SsoTrouble::Refused);
        }
        let Some(code) = answer.code.filter(|_| answer.error.is_none()) else {
            let said: String = answer.error.unwrap_or_default().chars().filter(char::is_ascii_graphic).take(60).collect();
            tracing::info!(said, "single sign-on: the provider let nobody in");
            return trouble(SsoTrouble::Denied);
        };
        let identity = sso.0.identity(&code, &attempt.nonce, &attempt.verifier).await.map_err(AppError::SingleSignOn)?;
        let by = Author::visitor(visitor, now, None);
        let arrival = Arrival { settings: sso.0.settings().clone(), identity, lang: visitor.lang, by, today: self.clock.today() };
        Ok((self.arrive(&arrival).await?, attempt.next))
    }

    /// Somebody who comes by two browsers at once is new only once: the one that was slower finds them known.
    async fn arrive(&self, arrival: &Arrival) -> Result<i64, AppError> {
        for _ in 0..TRIES {
            match self.store.write(async |tx| arrival.person(tx).await).await {
                Err(AppError::Conflict) => tracing::info!("single sign-on: somebody arrived twice at once"),
                other => return other,
            }
        }
        Err(AppError::Internal)
    }
}
