//! Headers that keep browsers from doing more than a page needs, the guard against forged forms, and the log's span.

use axum::{
    extract::{Request, State},
    http::{HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};
use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD};
use rand::RngCore;
use std::sync::Arc;
use tower_http::{csrf::CsrfLayer, request_id::RequestId};
use tracing::Span;

/// The nonce of one response, which its scripts carry.
#[derive(Clone)]
pub(super) struct CspNonce(pub Arc<str>);

/// How people reach this instance.
#[derive(Clone, Copy)]
pub(super) struct Transport {
    /// Over https, and so never again without it.
    pub is_secure: bool,
}

/// Refuses forms sent from other sites (`Sec-Fetch-Site`, `Origin`).
pub(super) fn csrf() -> CsrfLayer {
    CsrfLayer::new()
}

/// Adds the security headers to every response.
pub(super) async fn headers(State(transport): State<Transport>, mut request: Request, next: Next) -> Response {
    let nonce = CspNonce(nonce().into());
    request.extensions_mut().insert(nonce.clone());
    let mut response = next.run(request).await;
    let policy = format!(
        "default-src 'none'; script-src 'self' 'nonce-{0}' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
         connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        nonce.0
    );
    let headers = response.headers_mut();
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        // A file that somebody brought has a stricter one already.
        headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(policy);
    }
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    headers.insert(header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY"));
    headers.insert(HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin"));
    headers.insert(
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("camera=(), geolocation=(), microphone=()"),
    );
    if transport.is_secure {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000"));
    }
    // What a person may see is nobody else's: pages are never kept by a cache.
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

fn nonce() -> String {
    let mut bytes = [0u8; 16];
    rand::rng().fill_bytes(&mut bytes);
    STANDARD_NO_PAD.encode(bytes)
}

/// Takes an id away that the visitor made up: what the log and the trail call a request is ours to say.
pub(super) async fn without_id(mut request: Request, next: Next) -> Response {
    request.headers_mut().remove("x-request-id");
    next.run(request).await
}

/// The id of a request, as the log and the audit row carry it.
pub(super) fn request_id(id: Option<&RequestId>) -> String {
    id.and_then(|id| id.header_value().to_str().ok()).unwrap_or("unknown").to_owned()
}

/// A path without the token it may end in.
fn without_token(path: &str) -> &str {
    if path.starts_with("/sign-in/link/") {
        "/sign-in/link/…"
    } else if path.starts_with("/sign-in/reset/") {
        "/sign-in/reset/…"
    } else if path.starts_with("/answer/") {
        "/answer/…"
    } else {
        path
    }
}

/// The span of one request. The query is left out: it may hold what somebody searched for; so are one-time tokens.
pub(super) fn span<B>(request: &axum::http::Request<B>) -> Span {
    let path = request.uri().path();
    let path = without_token(path);
    let id = request_id(request.extensions().get::<RequestId>());
    tracing::info_span!("request", method = %request.method(), path, id)
}

#[cfg(test)]
mod tests {
    use super::without_token;

    #[test]
    fn the_log_holds_no_token() {
        for path in ["/sign-in/link/abc", "/sign-in/reset/abc", "/sign-in/reset/abc/"] {
            assert!(!without_token(path).contains("abc"), "{path}");
        }
        assert_eq!(without_token("/sign-in/forgot"), "/sign-in/forgot");
    }
}
