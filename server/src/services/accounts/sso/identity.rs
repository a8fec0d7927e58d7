//! Who somebody is at the provider, as far as Suivi wants to know.

use crate::config::SsoSettings;
use domain::text::{Email, Lang};
use openidconnect::{
    AdditionalClaims, EndUserEmail, EndUserName, IdTokenClaims, LanguageTag, LocalizedClaim, UserInfoClaims,
    core::CoreGenderClaim,
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// The claims that the standard does not name, the list of groups among them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Extra {
    #[serde(flatten)]
    all: Map<String, Value>,
}

impl AdditionalClaims for Extra {}

/// Who somebody is at the provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Identity {
    pub(super) issuer: String,
    pub(super) subject: String,
    /// The address, where there is one that looks like an address.
    pub(super) email: Option<Email>,
    /// Whether the provider vouches for the address.
    pub(super) is_verified: bool,
    pub(super) name: Option<String>,
    pub(super) lang: Option<Lang>,
    /// The groups; `None` when nothing was said about them.
    pub(super) groups: Option<Vec<String>>,
}

impl Identity {
    pub(super) fn of_token(settings: &SsoSettings, claims: &IdTokenClaims<Extra, CoreGenderClaim>) -> Self {
        Self {
            issuer: claims.issuer().as_str().to_owned(),
            subject: claims.subject().as_str().to_owned(),
            email: email(claims.email()),
            is_verified: claims.email_verified() == Some(true),
            name: name(claims.name()),
            lang: lang(claims.locale()),
            groups: groups(settings, claims.additional_claims()),
        }
    }

    /// Whether everything that matters was in the token.
    pub(super) fn is_complete(&self, settings: &SsoSettings) -> bool {
        self.email.is_some() && (self.groups.is_some() || settings.roles.is_empty())
    }

    /// Adds what the provider says elsewhere. What the token says goes first.
    pub(super) fn complete(&mut self, settings: &SsoSettings, more: &UserInfoClaims<Extra, CoreGenderClaim>) {
        if self.email.is_none() {
            // The word about an address goes with that address.
            self.email = email(more.email());
            self.is_verified = more.email_verified() == Some(true);
        }
        self.name = self.name.take().or_else(|| name(more.name()));
        self.lang = self.lang.or_else(|| lang(more.locale()));
        self.groups = self.groups.take().or_else(|| groups(settings, more.additional_claims()));
    }
}

fn email(claim: Option<&EndUserEmail>) -> Option<Email> {
    claim.and_then(|email| email.as_str().parse().ok())
}

fn name(claim: Option<&LocalizedClaim<EndUserName>>) -> Option<String> {
    let name = claim?.iter().next()?.1.trim().chars().take(200).collect::<String>();
    Some(name).filter(|name| !name.is_empty())
}

fn lang(claim: Option<&LanguageTag>) -> Option<Lang> {
    claim.map(|tag| Lang::from_accept_language(tag))
}

/// A list of texts, or one text.
fn groups(settings: &SsoSettings, claims: &Extra) -> Option<Vec<String>> {
    match claims.all.get(&settings.groups_claim)? {
        Value::Array(all) => Some(all.iter().filter_map(Value::as_str).map(str::to_owned).collect()),
        Value::String(one) => Some(vec![one.clone()]),
        _ => None,
    }
}
