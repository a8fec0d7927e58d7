//! Plain forms to server functions. A form that fails comes back as its page with everything that was typed, also
//! without any script and after the session ended; nothing typed ever appears in an address.

use super::{
    FORM_LIMIT, Web, context,
    fields::{self, Room},
    sessions::BrowserSession,
    words,
};
use app::{
    error::AppError,
    request::{FormFailure, RequestInfo, SessionHandle},
};
use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{Extension, Request, State},
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Redirect, Response},
};
use futures::StreamExt;
use leptos::{
    prelude::FromServerFnError,
    server_fn::{axum::server_fn_paths, error::SERVER_FN_ERROR_HEADER},
};
use std::net::IpAddr;
use url::Url;

/// The most bytes an error may have.
const ERROR_LIMIT: usize = 1024 * 1024;

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
    if is_plain && !server_fn_paths().any(|(path, _)| path == info.path) {
        return words::refused(AppError::NotFound);
    }
    let Some(body) = received(body).await else {
        return answer(&web, &session, &info, page, AppError::TooLarge(FORM_LIMIT as u64), Vec::new()).await;
    };
    let typed = if is_plain { typed(&parts.headers, &body, Room::of(info.actor.is_some())) } else { Vec::new() };
    if is_plain {
        // Asked as a script would, the server function answers with its error instead of hiding it in an address.
        parts.headers.insert(header::ACCEPT, HeaderValue::from_static("application/json"));
    }
    let request = Request::from_parts(parts, Body::from(body));
    let response =
        leptos_axum::handle_server_fns_with_context(context::for_leptos(web.backend.clone()), request).await.into_response();
    if !is_plain {
        return response;
    }
    if response.headers().contains_key(SERVER_FN_ERROR_HEADER) || response.status().is_client_error() {
        let error = match to_bytes(response.into_body(), ERROR_LIMIT).await {
            Ok(bytes) if bytes.starts_with(b"{") => AppError::de(bytes),
            _ => AppError::Malformed,
        };
        return answer(&web, &session, &info, page, error, typed).await;
    }
    sent_well(&session, &info.path, page.as_deref(), &typed).await;
    match response.headers().get(header::LOCATION).and_then(|to| to.to_str().ok()) {
        Some(to) => see_other(to, &response),
        None => Redirect::to(page.as_deref().unwrap_or("/")).into_response(),
    }
}

/// The body, unless it is larger than a form may be. Some more is let pass by then, so that the browser is still there for
/// the answer.
async fn received(body: Body) -> Option<Bytes> {
    let mut pieces = body.into_data_stream();
    let (mut kept, mut passed) = (Vec::new(), 0);
    while let Some(piece) = pieces.next().await {
        // A part of a form is none.
        let piece = piece.ok()?;
        passed += piece.len();
        if passed <= FORM_LIMIT {
            kept.extend_from_slice(&piece);
        } else if passed > 4 * FORM_LIMIT {
            break;
        }
    }
    (passed <= FORM_LIMIT).then(|| kept.into())
}

/// Forgets what was kept of a form that is now sent well: what it asked for is done, whatever becomes of the session.
pub(super) async fn sent_well(session: &BrowserSession, action: &str, page: Option<&str>, fields: &[(String, String)]) {
    let path = page.map(|page| page.split('?').next().unwrap_or(page));
    let _ = session.sent_well(action, path, fields).await;
}

/// Goes on to where the server function said, with the cookies it set.
fn see_other(to: &str, response: &Response) -> Response {
    let mut redirect = Redirect::to(to).into_response();
    for cookie in response.headers().get_all(header::SET_COOKIE) {
        redirect.headers_mut().append(header::SET_COOKIE, cookie.clone());
    }
    redirect
}

/// Keeps what was typed for its page, and goes there; to the sign-in page first when the session ended. Where the
/// browser does not say which page that is, the answer itself shows both, so that neither is lost; so it does where
/// nothing more is kept.
pub(super) async fn answer(
    web: &Web,
    session: &BrowserSession,
    info: &RequestInfo,
    page: Option<String>,
    error: AppError,
    fields: Vec<(String, String)>,
) -> Response {
    tracing::info!(action = info.path, %error, "a form was not accepted");
    let Some(page) = page else { return words::refused_form(error, fields) };
    if !may_keep(web, session, info.address).await {
        return words::refused_form(error, fields);
    }
    let sign_in_first = error == AppError::NotSignedIn;
    let path = page.split('?').next().unwrap_or("/");
    let failure = FormFailure { action: info.path.clone(), error, fields };
    if let Err(error) = session.keep_failure(path, failure).await {
        return words::refused(error);
    }
    if sign_in_first {
        let next: String = url::form_urlencoded::byte_serialize(page.as_bytes()).collect();
        return Redirect::to(&format!("/sign-in?next={next}")).into_response();
    }
    Redirect::to(&page).into_response()
}

/// Whether something may be kept in this session. Where it only begins with that, nobody is known, and very many from one
/// network address would fill the database.
pub(super) async fn may_keep(web: &Web, session: &BrowserSession, address: Option<IpAddr>) -> bool {
    session.key().is_some() || web.services.may_keep_form(address).await.is_ok()
}

/// Whether a person reads the answer.
pub(super) fn wants_page(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok()).is_some_and(|accept| accept.contains("text/html"))
}

/// Whether a pair of a query is about what was before the form: an earlier success, a fresh start.
fn is_past(pair: &str) -> bool {
    pair.starts_with("done=") || pair.starts_with("afresh=")
}

/// The page the form was on, as a path of this site, without what is past. `None` where the browser does not say, or names
/// the site alone: the first page has no form.
pub(super) fn page_of(headers: &HeaderMap) -> Option<String> {
    let url = headers.get(header::REFERER).and_then(|value| value.to_str().ok()).and_then(|text| Url::parse(text).ok())?;
    let kept: Vec<&str> = url.query().unwrap_or_default().split('&').filter(|pair| !pair.is_empty() && !is_past(pair)).collect();
    let path = url.path();
    if path == "/" || path.starts_with("//") || path.contains('\\') {
        return None;
    }
    Some(if kept.is_empty() { path.to_owned() } else { format!("{path}?{}", kept.join("&")) })
}

fn typed(headers: &HeaderMap, body: &Bytes, room: Room) -> Vec<(String, String)> {
    let is_form =
        headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"application/x-www-form-urlencoded"));
    if is_form { fields::kept(url::form_urlencoded::parse(body), room) } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_form_goes_back_to_its_page_on_this_site() {
        let page = |referer: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::REFERER, HeaderValue::from_static(referer));
            page_of(&headers)
        };
        assert_eq!(
            page("https://suivi.example/measures/3/report?lang=fr&done=x&afresh=1").as_deref(),
            Some("/measures/3/report?lang=fr")
        );
        assert_eq!(page_of(&HeaderMap::new()), None);
        for nowhere in ["https://suivi.example//evil.example/x", "https://suivi.example/", "https://suivi.example/\\evil", "x"] {
            assert_eq!(page(nowhere), None, "{nowhere}");
        }
    }

    #[test]
    fn secrets_are_not_kept() {
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/x-www-form-urlencoded"));
        let body = Bytes::from_static(b"email=a%40b.ca&token=secret&new_password=x&passcode=123456&first_passcode=1");
        assert_eq!(typed(&headers, &body, Room::MEMBER), [("email".to_owned(), "a@b.ca".to_owned())]);
    }
}
