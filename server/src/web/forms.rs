//! Plain forms to server functions. A form that fails comes back as its page with everything that was typed, also
//! without any script and after the session ended; nothing typed ever appears in an address.

use super::{FORM_LIMIT, Web, context, sessions::BrowserSession};
use app::{
    error::AppError,
    request::{FormFailure, RequestInfo},
};
use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{Extension, Request, State},
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Redirect, Response},
};
use leptos::{prelude::FromServerFnError, server_fn::error::SERVER_FN_ERROR_HEADER};
use url::Url;

/// The most bytes an error may have.
const ERROR_LIMIT: usize = 1024 * 1024;
/// Fields that are never kept.
const SECRETS: &[&str] = &["token", "password", "passcode", "secret"];

/// Runs a server function.
pub(super) async fn handle(
    State(web): State<Web>,
    Extension(info): Extension<RequestInfo>,
    Extension(session): Extension<BrowserSession>,
    request: Request,
) -> Response {
    let (mut parts, body) = request.into_parts();
    let page = page_of(&parts.headers);
    let is_plain = wants_page(&parts.headers);
    let Ok(body) = to_bytes(body, FORM_LIMIT).await else {
        return answer(&session, &info, &page, AppError::TooLarge(FORM_LIMIT as u64), Vec::new()).await;
    };
    let fields = fields(&parts.headers, &body);
    if is_plain {
        // Asked as a script would, the server function answers with its error instead of hiding it in an address.
        parts.headers.insert(header::ACCEPT, HeaderValue::from_static("application/json"));
    }
    let request = Request::from_parts(parts, Body::from(body));
    let response = leptos_axum::handle_server_fns_with_context(context::for_leptos(web.backend), request).await.into_response();
    if !is_plain {
        return response;
    }
    if response.headers().contains_key(SERVER_FN_ERROR_HEADER) || response.status().is_client_error() {
        let error = match to_bytes(response.into_body(), ERROR_LIMIT).await {
            Ok(bytes) if bytes.starts_with(b"{") => AppError::de(bytes),
            _ => AppError::Malformed,
        };
        return answer(&session, &info, &page, error, fields).await;
    }
    match response.headers().get(header::LOCATION).and_then(|to| to.to_str().ok()) {
        Some(to) => see_other(to, &response),
        None => Redirect::to(&page).into_response(),
    }
}

/// Goes on to where the server function said, with the cookies it set.
fn see_other(to: &str, response: &Response) -> Response {
    let mut redirect = Redirect::to(to).into_response();
    for cookie in response.headers().get_all(header::SET_COOKIE) {
        redirect.headers_mut().append(header::SET_COOKIE, cookie.clone());
    }
    redirect
}

/// Keeps what was typed for one view of its page, and goes there; to the sign-in page first when the session ended.
pub(super) async fn answer(
    session: &BrowserSession,
    info: &RequestInfo,
    page: &str,
    error: AppError,
    fields: Vec<(String, String)>,
) -> Response {
    tracing::info!(action = info.path, %error, "a form was not accepted");
    let sign_in_first = error == AppError::NotSignedIn;
    let path = page.split('?').next().unwrap_or("/");
    let failure = FormFailure { action: info.path.clone(), error, fields };
    if let Err(error) = session.keep_failure(path, failure).await {
        return axum::http::StatusCode::from_u16(error.status()).unwrap_or_default().into_response();
    }
    if sign_in_first {
        let next: String = url::form_urlencoded::byte_serialize(page.as_bytes()).collect();
        return Redirect::to(&format!("/sign-in?next={next}")).into_response();
    }
    Redirect::to(page).into_response()
}

fn wants_page(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok()).is_some_and(|accept| accept.contains("text/html"))
}

/// The page the form was on, as a path of this site; a `done=` of an earlier success is dropped from it.
pub(super) fn page_of(headers: &HeaderMap) -> String {
    let referer = headers.get(header::REFERER).and_then(|value| value.to_str().ok()).and_then(|text| Url::parse(text).ok());
    let Some(url) = referer else { return "/".to_owned() };
    let kept: Vec<&str> =
        url.query().unwrap_or_default().split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("done=")).collect();
    let path = if url.path().starts_with("//") || url.path().contains('\\') { "/" } else { url.path() };
    if kept.is_empty() { path.to_owned() } else { format!("{path}?{}", kept.join("&")) }
}

fn fields(headers: &HeaderMap, body: &Bytes) -> Vec<(String, String)> {
    let is_form =
        headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"application/x-www-form-urlencoded"));
    if !is_form {
        return Vec::new();
    }
    let typed = url::form_urlencoded::parse(body);
    typed
        .filter(|(name, _)| !SECRETS.iter().any(|secret| name.contains(secret)))
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_form_goes_back_to_its_page_on_this_site() {
        let mut headers = HeaderMap::new();
        assert_eq!(page_of(&headers), "/");
        headers.insert(header::REFERER, HeaderValue::from_static("https://suivi.example/measures/3/report?lang=fr&done=x"));
        assert_eq!(page_of(&headers), "/measures/3/report?lang=fr");
        headers.insert(header::REFERER, HeaderValue::from_static("https://suivi.example//evil.example/x"));
        assert_eq!(page_of(&headers), "/");
    }

    #[test]
    fn secrets_are_not_kept() {
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/x-www-form-urlencoded"));
        let kept =
            fields(&headers, &Bytes::from_static(b"email=a%40b.ca&token=secret&new_password=x&passcode=123456&client_secret=x"));
        assert_eq!(kept, [("email".to_owned(), "a@b.ca".to_owned())]);
    }
}
