//! What pages and forms find in their context: who asks, in which language, and what failed just before.

use super::{Web, duty, security, sessions::BrowserSession};
use app::{
    api::trail::HistoryEntry,
    backend::{Backend, Caller},
    cookies,
    error::AppError,
    request::{FormFailure, RequestInfo, SessionHandle},
};
use axum::{
    extract::{FromRequestParts, Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header, request::Parts},
    middleware::Next,
    response::{IntoResponse, Response},
};
use axum_client_ip::ClientIp;
use domain::{people::Actor, settings::InstanceSettings, text::Lang};
use leptos::{context::provide_context, nonce::Nonce, prelude::use_context};
use std::{net::IpAddr, sync::Arc};
use tower_http::request_id::RequestId;
use tower_sessions::Session;

/// Finds out about the request before a page or form sees it.
pub(super) async fn provide(State(web): State<Web>, session: Session, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let agent = parts.headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok());
    let session = BrowserSession::new(session, agent, web.services.clock.now());
    parts.extensions.insert(web.client_ip.clone());
    // An address that is not known (no connection in tests, a proxy that says nothing) is not counted by.
    let address = ClientIp::from_request_parts(&mut parts, &()).await.ok().map(|ClientIp(address)| address);
    let (info, owes_second_factor) = match gather(&web, &session, &parts, address).await {
        Ok(found) => found,
        Err(error) => return StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR).into_response(),
    };
    if let Some(response) = duty::first(owes_second_factor, &parts) {
        return response;
    }
    let (chosen, is_secure) = (chosen_lang(&info.query), info.is_secure);
    let mut request = Request::from_parts(parts, body);
    request.extensions_mut().insert(info);
    request.extensions_mut().insert(session);
    let mut response = next.run(request).await;
    if let Some(lang) = chosen
        && let Ok(cookie) = HeaderValue::from_str(&cookies::chosen(lang, is_secure))
    {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// The facts of a request, and whether the person must set a second factor up before anything else.
async fn gather(
    web: &Web,
    session: &BrowserSession,
    parts: &Parts,
    address: Option<IpAddr>,
) -> Result<(RequestInfo, bool), AppError> {
    let path = parts.uri.path().to_owned();
    let query = parts.uri.query().unwrap_or_default().to_owned();
    let standing = match session.person().await? {
        Some(person) => web.backend.accounts.standing(person).await?,
        None => None,
    };
    let is_owing = standing.as_ref().is_some_and(|standing| standing.owes_second_factor);
    let owes_second_factor = is_owing && !session.is_vouched_for().await?;
    let actor = standing.map(|standing| standing.actor);
    let failure = if parts.method == Method::GET {
        if let Some(page) = afresh(&parts.headers, &query) {
            session.discard(if page == "1" { &path } else { &page }).await?;
        }
        session.failure(&path).await?
    } else {
        None
    };
    // Only pages show it; forms answer with a redirect.
    let instance = if parts.method == Method::GET { web.services.instance().await? } else { InstanceSettings::default() };
    let is_page = parts.method == Method::GET;
    let (behind, may_report) = match actor.as_ref().filter(|_| is_page) {
        Some(actor) => about_person(web, actor, lang(&parts.headers, &query, Some(actor)), failure.as_ref()).await?,
        None => (Vec::new(), false),
    };
    let info = RequestInfo {
        instance,
        behind,
        may_report,
        lang: lang(&parts.headers, &query, actor.as_ref()),
        request_id: security::request_id(parts.extensions.get::<RequestId>()),
        time_zone: actor.as_ref().and_then(|actor| actor.time_zone).unwrap_or(web.services.clock.zone()),
        today: web.services.clock.today(),
        assets: web.assets.clone(),
        is_demo: web.services.settings.is_demo,
        path,
        query,
        actor,
        failure,
        address,
        is_secure: web.services.settings.base_url.scheme() == "https",
    };
    Ok((info, owes_second_factor))
}

/// The page whose failed form is to be forgotten, `1` for the one that is asked for. A link on another site forgets none.
fn afresh(headers: &HeaderMap, query: &str) -> Option<String> {
    let is_foreign = headers.get("sec-fetch-site").is_some_and(|site| site == "cross-site" || site == "same-site");
    let mut pairs = url::form_urlencoded::parse(query.as_bytes()).filter(|_| !is_foreign);
    pairs.find(|(name, _)| name == "afresh").map(|(_, page)| page.into_owned())
}

/// What a page tells of the form that failed just before, and of the person in its menu.
async fn about_person(
    web: &Web,
    actor: &Actor,
    lang: Lang,
    failure: Option<&FormFailure>,
) -> Result<(Vec<HistoryEntry>, bool), AppError> {
    let caller = Caller { actor: actor.clone(), lang, request_id: String::new() };
    let behind = match failure.filter(|failure| failure.was_overtaken()) {
        // The page is worth showing without it.
        Some(failure) => web.backend.trail.behind(&caller, failure).await.unwrap_or_default(),
        None => Vec::new(),
    };
    Ok((behind, web.backend.work.may_report(&caller).await?))
}

fn chosen_lang(query: &str) -> Option<Lang> {
    query.split('&').find_map(|pair| pair.strip_prefix("lang=")).and_then(|code| code.parse().ok())
}

/// The language asked for in the address, else the one chosen before, else the person's (the one of who left, where nobody
/// is signed in), else the browser's.
fn lang(headers: &HeaderMap, query: &str, actor: Option<&Actor>) -> Lang {
    // A browser may send each cookie in a header of its own (RFC 9113, 8.2.3).
    let values = |name| headers.get_all(name).into_iter().filter_map(|value: &HeaderValue| value.to_str().ok());
    let kept: Vec<&str> = values(header::COOKIE).flat_map(|cookies| cookies.split("; ")).collect();
    let remembered = |name: &str| {
        let value = kept.iter().find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='));
        value.and_then(|code| code.parse::<Lang>().ok())
    };
    chosen_lang(query)
        .or_else(|| remembered(cookies::CHOSEN))
        .or_else(|| actor.map_or_else(|| remembered(cookies::LEFT), |actor| Some(actor.lang)))
        .unwrap_or_else(|| Lang::from_accept_language(values(header::ACCEPT_LANGUAGE).next().unwrap_or_default()))
}

/// Hands the request's facts to Leptos.
pub(super) fn for_leptos(backend: Backend) -> impl Fn() + Clone + Send + Sync + 'static {
    move || {
        provide_context(backend.clone());
        let Some(parts) = use_context::<Parts>() else { return };
        if let Some(info) = parts.extensions.get::<RequestInfo>() {
            provide_context(info.clone());
        }
        if let Some(session) = parts.extensions.get::<BrowserSession>() {
            provide_context::<Arc<dyn SessionHandle>>(Arc::new(session.clone()));
        }
        if let Some(nonce) = parts.extensions.get::<security::CspNonce>() {
            provide_context(Nonce::from_value(nonce.0.clone()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_link_of_ours_starts_afresh() {
        let mut headers = HeaderMap::new();
        assert_eq!(afresh(&headers, "lang=fr&afresh=/measures/3/report").as_deref(), Some("/measures/3/report"));
        assert_eq!(afresh(&headers, "lang=fr"), None);
        headers.insert("sec-fetch-site", HeaderValue::from_static("cross-site"));
        assert_eq!(afresh(&headers, "afresh=1"), None);
        headers.insert("sec-fetch-site", HeaderValue::from_static("same-origin"));
        assert_eq!(afresh(&headers, "afresh=1").as_deref(), Some("1"));
    }

    #[test]
    fn the_language_asked_for_wins_over_the_one_chosen_before_and_the_browsers() {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_LANGUAGE, HeaderValue::from_static("fr-CA"));
        assert_eq!(lang(&headers, "", None), Lang::Fr);
        headers.insert(header::COOKIE, HeaderValue::from_static("suivi=x; lang=en"));
        assert_eq!(lang(&headers, "", None), Lang::En);
        headers.insert(header::COOKIE, HeaderValue::from_static("suivi=x"));
        headers.append(header::COOKIE, HeaderValue::from_static("lang=en"));
        assert_eq!(lang(&headers, "", None), Lang::En, "also from a second header");
        assert_eq!(lang(&headers, "page=2&lang=fr", None), Lang::Fr);
        assert_eq!(lang(&headers, "lang=de", None), Lang::En);
        headers.insert(header::COOKIE, HeaderValue::from_static("lang=; left=en"));
        assert_eq!(lang(&headers, "", None), Lang::En, "of who left");
    }
}
