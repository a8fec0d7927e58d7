//! Leaving for the single sign-on provider and coming back. Links, not forms: the policy of the pages lets forms go
//! nowhere else.

use super::{Web, forms, sessions::BrowserSession, words};
use crate::services::accounts::Answer;
use app::{
    api::accounts::{enter, local},
    backend::Visitor,
    error::AppError,
    request::{FormFailure, RequestInfo},
};
use axum::{
    extract::{Extension, State},
    response::{IntoResponse, Redirect, Response},
};
use domain::people::Way;

/// The page that says what went wrong, and under which name it finds that.
const PROBLEM: &str = "/sign-in/sso/problem";

/// Sends the browser to the provider.
pub(super) async fn start(
    State(web): State<Web>,
    Extension(info): Extension<RequestInfo>,
    Extension(session): Extension<BrowserSession>,
) -> Response {
    let next = parameter(&info, "next").unwrap_or_default();
    let visitor = Visitor { lang: info.lang, request_id: info.request_id.clone(), address: info.address };
    let started = async {
        let (url, attempt) = web.services.begin_sso(local(&next), &visitor).await?;
        session.keep_attempt(&attempt).await?;
        Ok(url)
    };
    match started.await {
        Ok(url) => Redirect::to(url.as_str()).into_response(),
        // Nothing is kept for somebody who only asks and asks.
        Err(error @ AppError::TooMany(_)) => words::refused(error),
        Err(error) => problem(&web, &info, &session, error).await,
    }
}

/// Lets in whom the provider sent back.
pub(super) async fn callback(
    State(web): State<Web>,
    Extension(info): Extension<RequestInfo>,
    Extension(session): Extension<BrowserSession>,
) -> Response {
    let answer = Answer {
        state: parameter(&info, "state"),
        code: parameter(&info, "code"),
        error: parameter(&info, "error"),
        issuer: parameter(&info, "iss"),
    };
    let ended = async {
        // An attempt is good for one answer, whatever comes of it.
        let attempt = session.take_attempt().await?;
        let visitor = Visitor { lang: info.lang, request_id: info.request_id.clone(), address: info.address };
        let (person, next) = web.services.end_sso(attempt, answer, &visitor).await?;
        let to = enter(&web.backend, &session, &visitor, person, Way::SingleSignOn, &next).await?;
        session.vouched_for().await?;
        Ok(to)
    };
    match ended.await {
        Ok(next) => {
            forms::sent_well(&session, PROBLEM, Some(PROBLEM), &[]).await;
            Redirect::to(&next).into_response()
        }
        Err(error) => problem(&web, &info, &session, error).await,
    }
}

/// Goes to the page that says it, which also takes the code and the state out of the address.
async fn problem(web: &Web, info: &RequestInfo, session: &BrowserSession, error: AppError) -> Response {
    if error == AppError::NotFound {
        return Redirect::to("/sign-in").into_response();
    }
    tracing::info!(%error, "single sign-on did not lead in");
    if !forms::may_keep(web, session, info.address).await {
        return words::refused(error);
    }
    let failure = FormFailure { action: PROBLEM.to_owned(), error, fields: Vec::new() };
    match session.keep_failure(PROBLEM, failure).await {
        Ok(()) => Redirect::to(PROBLEM).into_response(),
        Err(error) => words::refused(error),
    }
}

fn parameter(info: &RequestInfo, name: &str) -> Option<String> {
    let mut pairs = url::form_urlencoded::parse(info.query.as_bytes());
    pairs.find(|(key, _)| key == name).map(|(_, value)| value.into_owned()).filter(|value| !value.is_empty())
}
