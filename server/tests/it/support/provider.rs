//! A small single sign-on provider of our own: it speaks over HTTP as a real one does, knows one account, and lies on
//! demand.

use axum::{
    Form, Json, Router,
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use base64::{
    Engine,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use domain::text::Secret;
use openidconnect::{
    JsonWebKeyId, PrivateSigningKey,
    core::{CoreEdDsaPrivateSigningKey, CoreHmacKey, CoreJwsSigningAlgorithm},
};
use serde_json::{Value, json};
use server::config::SsoSettings;
use sha2::{Digest, Sha256};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};
use tokio::{net::TcpListener, task::JoinHandle};
use url::Url;

/// What Suivi is called there, and what it proves that with.
pub const CLIENT: &str = "suivi";
pub const SECRET: &str = "a-secret-of-the-client";

/// How the provider lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lie {
    #[default]
    None,
    WrongNonce,
    NoNonce,
    WrongAudience,
    SecondAudience,
    OtherParty,
    WrongIssuer,
    Expired,
    IssuedLongAgo,
    OtherKey,
    Unsigned,
    SignedWithTheClientsSecret,
    OtherAccessToken,
    OtherSubjectElsewhere,
    NoToken,
    Redirected,
}

/// The account that signs in, as claims.
pub type Account = Value;

struct Inner {
    url: String,
    account: Account,
    lie: Lie,
    key: u8,
    /// Whether the claims but the subject are told by the user info endpoint only.
    elsewhere: bool,
    /// The codes given out, each with the nonce and the challenge it was asked with.
    codes: HashMap<String, (String, String)>,
}

type Shared = Arc<Mutex<Inner>>;

/// A running provider.
pub struct Provider {
    inner: Shared,
    running: Option<JoinHandle<()>>,
}

impl Provider {
    /// Starts one that knows this account.
    pub async fn start(account: Account) -> Self {
        let inner = Inner { url: String::new(), account, lie: Lie::None, key: 1, elsewhere: false, codes: HashMap::new() };
        let mut provider = Self { inner: Arc::new(Mutex::new(inner)), running: None };
        provider.resume("127.0.0.1:0").await;
        provider
    }

    async fn resume(&mut self, address: &str) {
        let listener = TcpListener::bind(address).await.expect("a port");
        self.inner.lock().expect("a lock").url = format!("http://{}", listener.local_addr().expect("an address"));
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(discovery))
            .route("/elsewhere", get(description))
            .route("/keys", get(keys))
            .route("/token", post(token))
            .route("/me", get(me))
            .with_state(self.inner.clone());
        self.running = Some(tokio::spawn(async move { axum::serve(listener, router).await.expect("a server") }));
    }

    /// Stops answering.
    pub async fn stop(&mut self) {
        if let Some(running) = self.running.take() {
            running.abort();
            let _ = running.await;
        }
    }

    /// Answers again.
    pub async fn restart(&mut self) {
        let address = self.url().trim_start_matches("http://").to_owned();
        self.resume(&address).await;
    }

    /// Where it is.
    pub fn url(&self) -> String {
        self.inner.lock().expect("a lock").url.clone()
    }

    /// Lies from now on.
    pub fn lie(&self, lie: Lie) {
        self.inner.lock().expect("a lock").lie = lie;
    }

    /// Signs with another key from now on.
    pub fn change_key(&self) {
        self.inner.lock().expect("a lock").key += 1;
    }

    /// Tells its claims at the user info endpoint from now on.
    pub fn tell_elsewhere(&self) {
        self.inner.lock().expect("a lock").elsewhere = true;
    }

    /// Sets a claim of the account.
    pub fn set(&self, claim: &str, value: Value) {
        self.inner.lock().expect("a lock").account[claim] = value;
    }

    /// The settings that lead to it.
    pub fn settings(&self) -> SsoSettings {
        SsoSettings {
            issuer: self.url(),
            client_id: CLIENT.into(),
            client_secret: Some(Secret::new(SECRET)),
            name: domain::text::Bilingual::default(),
            groups_claim: "groups".into(),
            roles: domain::sso::RoleMap::default(),
            new_people: false,
        }
    }

    /// The account says yes: the path and query with which the browser comes back.
    pub fn agree(&self, asked: &str) -> String {
        let query = Self::asked(asked);
        assert!(asked.starts_with(&self.url()), "sent elsewhere: {asked}");
        assert_eq!((query["response_type"].as_str(), query["client_id"].as_str()), ("code", CLIENT));
        assert_eq!(query["code_challenge_method"], "S256");
        assert!(query["scope"].split(' ').any(|scope| scope == "openid"));
        let mut inner = self.inner.lock().expect("a lock");
        let code = format!("code-{}-of-the-provider", inner.codes.len());
        inner.codes.insert(code.clone(), (query["nonce"].clone(), query["code_challenge"].clone()));
        let mut back = Url::parse(&query["redirect_uri"]).expect("a URL");
        back.query_pairs_mut().append_pair("code", &code).append_pair("state", &query["state"]).append_pair("iss", &inner.url);
        format!("{}?{}", back.path(), back.query().expect("a query"))
    }

    /// What the browser was sent with.
    pub fn asked(url: &str) -> HashMap<String, String> {
        Url::parse(url).expect("a URL").query_pairs().into_owned().collect()
    }
}

impl Drop for Provider {
    fn drop(&mut self) {
        if let Some(running) = &self.running {
            running.abort();
        }
    }
}

async fn discovery(State(inner): State<Shared>) -> Response {
    if inner.lock().expect("a lock").lie == Lie::Redirected {
        return Redirect::temporary("/elsewhere").into_response();
    }
    description(State(inner)).await
}

async fn description(State(inner): State<Shared>) -> Response {
    let url = inner.lock().expect("a lock").url.clone();
    Json(json!({
        "issuer": url,
        "authorization_endpoint": format!("{url}/authorize"),
        "token_endpoint": format!("{url}/token"),
        "userinfo_endpoint": format!("{url}/me"),
        "jwks_uri": format!("{url}/keys"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["EdDSA", "HS256", "none"],
        "scopes_supported": ["openid", "email", "profile", "groups"],
    }))
    .into_response()
}

/// A key made of its number; with the number, the same key.
fn key(number: u8) -> CoreEdDsaPrivateSigningKey {
    let mut der = b"\x30\x2e\x02\x01\x00\x30\x05\x06\x03\x2b\x65\x70\x04\x22\x04\x20".to_vec();
    der.extend(Sha256::digest([number]));
    let pem = format!("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n", STANDARD.encode(der));
    CoreEdDsaPrivateSigningKey::from_ed25519_pem(&pem, Some(JsonWebKeyId::new(format!("key-{number}")))).expect("a key")
}

async fn keys(State(inner): State<Shared>) -> Json<Value> {
    let number = inner.lock().expect("a lock").key;
    Json(json!({ "keys": [key(number).as_verification_key()] }))
}

async fn token(State(inner): State<Shared>, headers: HeaderMap, Form(form): Form<HashMap<String, String>>) -> Response {
    let refuse = |why: &str| (StatusCode::BAD_REQUEST, Json(json!({ "error": why }))).into_response();
    let proof = format!("Basic {}", STANDARD.encode(format!("{CLIENT}:{SECRET}")));
    if headers.get("authorization").and_then(|value| value.to_str().ok()) != Some(&proof) {
        return refuse("invalid_client");
    }
    let mut inner = inner.lock().expect("a lock");
    let Some((nonce, challenge)) = inner.codes.remove(&form["code"]) else { return refuse("invalid_grant") };
    if URL_SAFE_NO_PAD.encode(Sha256::digest(&form["code_verifier"])) != challenge {
        return refuse("invalid_grant");
    }
    let access = "an-access-token-of-the-provider";
    let mut answer = json!({ "access_token": access, "token_type": "Bearer", "expires_in": 300 });
    if inner.lie != Lie::NoToken {
        answer["id_token"] = id_token(&inner, &nonce, access).into();
    }
    Json(answer).into_response()
}

fn id_token(inner: &Inner, nonce: &str, access: &str) -> String {
    let now = chrono::Utc::now().timestamp();
    let mut claims = if inner.elsewhere { json!({ "sub": inner.account["sub"] }) } else { inner.account.clone() };
    let lie = inner.lie;
    let at_hash = Sha256::digest(if lie == Lie::OtherAccessToken { "another" } else { access });
    let told = json!({
        "iss": if lie == Lie::WrongIssuer { "https://evil.example" } else { &inner.url },
        "aud": match lie {
            Lie::WrongAudience => json!("another-client"),
            Lie::SecondAudience => json!([CLIENT, "another-client"]),
            _ => json!(CLIENT),
        },
        "azp": if lie == Lie::OtherParty { "another-client" } else { CLIENT },
        "iat": if lie == Lie::IssuedLongAgo { now - 7200 } else { now },
        "exp": if lie == Lie::Expired { now - 5 } else { now + 300 },
        "nonce": if lie == Lie::WrongNonce { "another" } else { nonce },
    });
    for (name, value) in told.as_object().expect("an object") {
        claims[name] = value.clone();
    }
    // Only the hashes of algorithms with a fixed length are told.
    if lie == Lie::OtherAccessToken || lie == Lie::SignedWithTheClientsSecret {
        claims["at_hash"] = URL_SAFE_NO_PAD.encode(&at_hash[..16]).into();
    }
    if lie == Lie::NoNonce {
        claims.as_object_mut().expect("an object").remove("nonce");
    }
    let (algorithm, kid) = match lie {
        Lie::Unsigned => ("none", None),
        Lie::SignedWithTheClientsSecret => ("HS256", None),
        _ => ("EdDSA", Some(format!("key-{}", inner.key))),
    };
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let signed = format!("{}.{}", part(&json!({ "alg": algorithm, "kid": kid })), part(&claims));
    let signature = match lie {
        Lie::Unsigned => Vec::new(),
        Lie::SignedWithTheClientsSecret => {
            CoreHmacKey::new(SECRET).sign(&CoreJwsSigningAlgorithm::HmacSha256, signed.as_bytes()).expect("a signature")
        }
        Lie::OtherKey => key(200).sign(&CoreJwsSigningAlgorithm::EdDsa, signed.as_bytes()).expect("a signature"),
        _ => key(inner.key).sign(&CoreJwsSigningAlgorithm::EdDsa, signed.as_bytes()).expect("a signature"),
    };
    format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))
}

async fn me(State(inner): State<Shared>) -> Json<Value> {
    let inner = inner.lock().expect("a lock");
    let mut account = inner.account.clone();
    if inner.lie == Lie::OtherSubjectElsewhere {
        account["sub"] = "somebody-else".into();
    }
    Json(account)
}
