//! How the program talks to the provider: never following redirects, never waiting long, never reading much. The
//! certificates that count are the machine's own, since many organisations sign theirs themselves.

use futures::future::BoxFuture;
use openidconnect::{HttpRequest, HttpResponse, http};
use rustls::{ClientConfig, RootCertStore, crypto::ring};
use std::{sync::Arc, time::Duration};

/// How long a connection may take to come about.
const CONNECT: Duration = Duration::from_secs(4);
/// How long a whole request may take.
const WHOLE: Duration = Duration::from_secs(8);
/// The most bytes an answer may have.
const MOST: usize = 1024 * 1024;

/// Why a request came to nothing.
#[derive(Debug, thiserror::Error)]
pub(super) enum HttpError {
    /// The connection, the certificate or the time.
    #[error("{}", chain(.0))]
    Request(#[from] reqwest::Error),
    /// An answer that cannot be passed on.
    #[error(transparent)]
    Http(#[from] http::Error),
    /// No TLS.
    #[error(transparent)]
    Tls(#[from] rustls::Error),
    /// An answer without end.
    #[error("the answer is larger than {MOST} bytes")]
    TooLarge,
}

/// An error with its causes, in one line: the outermost says little.
pub(super) fn chain(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(error.source(), |cause| cause.source());
    std::iter::once(error.to_string()).chain(causes.map(ToString::to_string)).collect::<Vec<_>>().join(": ")
}

/// A client of the provider.
#[derive(Debug, Clone)]
pub(super) struct Http(reqwest::Client);

impl Http {
    pub(super) fn new() -> Result<Self, HttpError> {
        let tls = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()?
            .with_root_certificates(roots())
            .with_no_client_auth();
        let client = reqwest::Client::builder()
            // A provider that redirects us could have us ask anything of the machines around us.
            .redirect(reqwest::redirect::Policy::none())
            .connect_timeout(CONNECT)
            .timeout(WHOLE)
            .user_agent(concat!("suivi/", env!("CARGO_PKG_VERSION")))
            .tls_backend_preconfigured(tls)
            .build()?;
        Ok(Self(client))
    }

    /// What sends requests, as the protocol's crate wants it.
    pub(super) fn caller(&self) -> impl Fn(HttpRequest) -> BoxFuture<'static, Result<HttpResponse, HttpError>> + Send + Sync {
        let http = self.clone();
        move |request| Box::pin(http.clone().call(request))
    }

    async fn call(self, request: HttpRequest) -> Result<HttpResponse, HttpError> {
        let mut response = self.0.execute(request.try_into()?).await?;
        let mut built = http::Response::builder().status(response.status());
        if let Some(headers) = built.headers_mut() {
            headers.clone_from(response.headers());
        }
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await? {
            if body.len() + chunk.len() > MOST {
                return Err(HttpError::TooLarge);
            }
            body.extend_from_slice(&chunk);
        }
        Ok(built.body(body)?)
    }
}

/// The authorities that the machine trusts; Mozilla's where it names none.
fn roots() -> RootCertStore {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    if roots.is_empty() {
        roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
    }
    roots
}
