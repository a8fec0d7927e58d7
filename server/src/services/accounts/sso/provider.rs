//! The provider: found when it is first needed, kept for an hour, and asked again when its keys have changed. It gives
//! a verified identity or says why not; who that is here is not its business.

use super::{
    http::{Http, HttpError, chain},
    identity::{Extra, Identity},
};
use crate::config::SsoSettings;
use chrono::{DateTime, TimeDelta, Utc};
use domain::sso::SsoTrouble;
use openidconnect::{
    AccessTokenHash, AuthType, AuthenticationFlow, AuthorizationCode, ClaimsVerificationError, Client, ClientId, ClientSecret,
    CsrfToken, DiscoveryError, EmptyExtraTokenFields, EndpointMaybeSet, EndpointNotSet, EndpointSet, IdTokenFields, IssuerUrl,
    Nonce, OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope, StandardErrorResponse,
    StandardTokenResponse, TokenResponse, UserInfoClaims,
    core::{
        CoreAuthDisplay, CoreAuthPrompt, CoreClientAuthMethod, CoreErrorResponseType, CoreGenderClaim, CoreIdTokenVerifier,
        CoreJsonWebKey, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm, CoreProviderMetadata, CoreResponseType,
        CoreRevocableToken, CoreRevocationErrorResponse, CoreTokenIntrospectionResponse, CoreTokenType,
    },
};
use std::{
    sync::Arc,
    time::{Duration, Instant},
};
use tokio::sync::Mutex;
use url::Url;

/// How long what the provider says of itself is believed.
const KEPT: Duration = Duration::from_secs(3600);
/// How long one request waits for another that is asking the provider already.
const PATIENCE: Duration = Duration::from_secs(9);
/// How far the clocks of the provider and of this machine may differ, and how old a token may be.
const SKEW: TimeDelta = TimeDelta::minutes(10);

type Tokens = StandardTokenResponse<
    IdTokenFields<Extra, EmptyExtraTokenFields, CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm>,
    CoreTokenType,
>;
type Oidc = Client<
    Extra,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    Tokens,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// What the provider says of itself, and since when.
type Kept = Option<(Instant, Arc<CoreProviderMetadata>)>;

/// The provider of an instance.
pub(super) struct Provider {
    settings: SsoSettings,
    redirect: String,
    metadata: Mutex<Kept>,
}

/// Where the browser goes, and what it is to bring back.
pub(super) struct Departure {
    pub(super) url: Url,
    pub(super) state: String,
    pub(super) nonce: String,
    pub(super) verifier: String,
}

impl Provider {
    pub(super) fn new(settings: SsoSettings, redirect: Url) -> Self {
        Self { settings, redirect: redirect.into(), metadata: Mutex::default() }
    }

    pub(super) fn settings(&self) -> &SsoSettings {
        &self.settings
    }

    /// Where to send a browser that wants to sign in.
    pub(super) async fn departure(&self) -> Result<Departure, SsoTrouble> {
        let metadata = self.metadata(&http()?, None).await?;
        let client = self.client(&metadata)?;
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let flow = AuthenticationFlow::<CoreResponseType>::AuthorizationCode;
        let mut request = client.authorize_url(flow, CsrfToken::new_random, Nonce::new_random).set_pkce_challenge(challenge);
        for scope in ["email", "profile"] {
            request = request.add_scope(Scope::new(scope.to_owned()));
        }
        // Several providers tell the groups only under a scope of the same name; others refuse a scope they do not know.
        let groups = Scope::new(self.settings.groups_claim.clone());
        if metadata.scopes_supported().is_some_and(|known| known.contains(&groups)) {
            request = request.add_scope(groups);
        }
        let (url, state, nonce) = request.url();
        let (state, nonce) = (state.into_secret(), nonce.secret().clone());
        Ok(Departure { url, state, nonce, verifier: verifier.into_secret() })
    }

    /// Turns the code that the browser brought back into a verified identity.
    pub(super) async fn identity(&self, code: &str, nonce: &str, verifier: &str) -> Result<Identity, SsoTrouble> {
        let http = http()?;
        let call = http.caller();
        let metadata = self.metadata(&http, None).await?;
        let client = self.client(&metadata)?;
        let exchange = client.exchange_code(AuthorizationCode::new(code.to_owned())).map_err(refused("no token endpoint"))?;
        let exchange = exchange.set_pkce_verifier(PkceCodeVerifier::new(verifier.to_owned()));
        let tokens = exchange.request_async(&call).await.map_err(|error| match error {
            openidconnect::RequestTokenError::Request(error) => unreachable("the code could not be exchanged")(error),
            // Its other texts may quote what was sent.
            openidconnect::RequestTokenError::ServerResponse(said) => refused("the code was not accepted")(said.error()),
            _ => refused("the code was not exchanged")("the answer makes no sense"),
        })?;
        let nonce = Nonce::new(nonce.to_owned());
        let claims = match verified(&client, &tokens, &nonce) {
            // The provider may have changed its keys since it was asked for them.
            Err(ClaimsVerificationError::SignatureVerification(_)) => {
                let metadata = self.metadata(&http, Some(&metadata)).await?;
                verified(&self.client(&metadata)?, &tokens, &nonce)
            }
            other => other,
        };
        let claims = claims.map_err(refused("the identity is not genuine"))?;
        let mut identity = Identity::of_token(&self.settings, &claims);
        if identity.is_complete(&self.settings) {
            return Ok(identity);
        }
        if let Ok(request) = client.user_info(tokens.access_token().clone(), Some(claims.subject().clone())) {
            let more: UserInfoClaims<Extra, CoreGenderClaim> =
                request.request_async(&call).await.map_err(|error| match error {
                    openidconnect::UserInfoError::Request(error) => unreachable("the person was not described")(error),
                    openidconnect::UserInfoError::ClaimsVerification(error) => refused("the description is not genuine")(error),
                    _ => refused("the person was not described")("the answer makes no sense"),
                })?;
            identity.complete(&self.settings, &more);
        }
        Ok(identity)
    }

    fn client(&self, metadata: &CoreProviderMetadata) -> Result<Oidc, SsoTrouble> {
        let secret = self.settings.client_secret.as_ref().map(|secret| ClientSecret::new(secret.expose().to_owned()));
        let redirect = RedirectUrl::new(self.redirect.clone()).map_err(refused("the address of this instance"))?;
        let client = Oidc::from_provider_metadata(metadata.clone(), ClientId::new(self.settings.client_id.clone()), secret);
        let ways = metadata.token_endpoint_auth_methods_supported().map(Vec::as_slice).unwrap_or_default();
        let only_in_body =
            !ways.contains(&CoreClientAuthMethod::ClientSecretBasic) && ways.contains(&CoreClientAuthMethod::ClientSecretPost);
        let auth = if only_in_body { AuthType::RequestBody } else { AuthType::BasicAuth };
        Ok(client.set_redirect_uri(redirect).set_auth_type(auth))
    }

    /// What the provider says of itself. `outdated` is what turned out not to hold any more.
    async fn metadata(
        &self,
        http: &Http,
        outdated: Option<&Arc<CoreProviderMetadata>>,
    ) -> Result<Arc<CoreProviderMetadata>, SsoTrouble> {
        let mut kept = tokio::time::timeout(PATIENCE, self.metadata.lock()).await.map_err(unreachable("others are waiting"))?;
        if let Some((since, metadata)) = kept.as_ref()
            && since.elapsed() < KEPT
            && outdated.is_none_or(|outdated| !Arc::ptr_eq(outdated, metadata))
        {
            return Ok(metadata.clone());
        }
        let issuer = IssuerUrl::new(self.settings.issuer.clone()).map_err(refused("the name of the provider"))?;
        let call = http.caller();
        let found = CoreProviderMetadata::discover_async(issuer, &call).await;
        let metadata = Arc::new(found.map_err(|error| match error {
            DiscoveryError::Request(error) => unreachable("the provider does not describe itself")(error),
            error => unreachable("the provider does not describe itself")(chain(&error)),
        })?);
        *kept = Some((Instant::now(), metadata.clone()));
        Ok(metadata)
    }
}

/// The claims of the token, once signature, issuer, audience, nonce, time and the token that came along are proven.
fn verified(
    client: &Oidc,
    tokens: &Tokens,
    nonce: &Nonce,
) -> Result<openidconnect::IdTokenClaims<Extra, CoreGenderClaim>, ClaimsVerificationError> {
    let other = |what: &str| ClaimsVerificationError::Other(what.to_owned());
    let token = tokens.id_token().ok_or_else(|| other("there is no ID token"))?;
    let verifier: CoreIdTokenVerifier<'_> = client.id_token_verifier();
    let verifier = verifier.set_allowed_algs(ALGORITHMS).set_issue_time_verifier_fn(is_recent);
    let claims = token.claims(&verifier, nonce)?;
    if claims.authorized_party().is_some_and(|party| party.as_str() != client.client_id().as_str()) {
        return Err(ClaimsVerificationError::InvalidAudience("it was issued to another client".to_owned()));
    }
    if let Some(expected) = claims.access_token_hash() {
        let algorithm = token.signing_alg().map_err(ClaimsVerificationError::SignatureVerification)?;
        let key = token.signing_key(&verifier).map_err(ClaimsVerificationError::SignatureVerification)?;
        let actual = AccessTokenHash::from_token(tokens.access_token(), algorithm, key).map_err(|_| other("at_hash"))?;
        if actual != *expected {
            return Err(other("the access token belongs to another identity"));
        }
    }
    Ok(claims.clone())
}

/// Signatures that only the provider can make: none of those that prove no more than knowledge of the client's secret.
const ALGORITHMS: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

fn is_recent(issued: DateTime<Utc>) -> Result<(), String> {
    // The provider's clock is the world's, whatever day a demonstration is set to.
    if (Utc::now() - issued).abs() <= SKEW { Ok(()) } else { Err("it was not issued just now".to_owned()) }
}

fn http() -> Result<Http, SsoTrouble> {
    Http::new().map_err(unreachable::<HttpError>("no connection can be made"))
}

fn unreachable<E: std::fmt::Display>(what: &str) -> impl FnOnce(E) -> SsoTrouble + use<'_, E> {
    move |error| {
        tracing::warn!(%error, "single sign-on: {what}");
        SsoTrouble::Unreachable
    }
}

fn refused<E: std::fmt::Display>(what: &str) -> impl FnOnce(E) -> SsoTrouble + use<'_, E> {
    move |error| {
        tracing::warn!(%error, "single sign-on: {what}");
        SsoTrouble::Refused
    }
}
