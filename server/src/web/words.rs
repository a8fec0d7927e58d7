//! What is refused is refused in words: wherever a person asked for a page, a file or something to be done and gets
//! nothing but a status, the answer becomes a page in their language.

use super::{FORM_LIMIT, Web, context, forms, whole};
use app::{
    error::AppError,
    request::{FormFailure, RequestInfo},
    shell::refusal,
};
use axum::{
    body::Body,
    extract::{Request, State},
    http::{Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use tower_http::csrf::ProtectionError;

/// Why something was not done, and what was typed that would be lost otherwise.
#[derive(Clone)]
struct Refusal {
    error: AppError,
    typed: Vec<(String, String)>,
}

/// An answer that says why something was not done.
pub(super) fn refused(error: AppError) -> Response {
    refused_form(error, Vec::new())
}

/// The same for a form whose page is not known: what was typed is shown beside the reason.
pub(super) fn refused_form(error: AppError, typed: Vec<(String, String)>) -> Response {
    let mut response = status(&error).into_response();
    response.extensions_mut().insert(Refusal { error, typed });
    response
}

fn status(error: &AppError) -> StatusCode {
    StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// Puts bare errors into words for people; programs get the status.
pub(super) async fn in_words(State(web): State<Web>, request: Request, next: Next) -> Response {
    if !forms::wants_page(request.headers()) {
        return next.run(request).await;
    }
    let (headers, extensions) = (request.headers().clone(), request.extensions().clone());
    let is_reading = matches!(*request.method(), Method::GET | Method::HEAD);
    let response = next.run(request).await;
    let Some(Refusal { error, typed }) = refusal_in(&response) else { return response };
    let mut asked = Request::new(Body::empty());
    (*asked.headers_mut(), *asked.extensions_mut()) = (headers, extensions);
    if let Some(info) = asked.extensions_mut().get_mut::<RequestInfo>() {
        if !is_reading {
            // The page in the other language is offered, and there is none where a form is sent to.
            (info.path, info.query) = ("/".to_owned(), String::new());
        }
        // Titles say that something went wrong.
        info.failure = Some(FormFailure { action: String::new(), error: error.clone(), fields: Vec::new() });
    }
    let page = move || refusal(error.clone(), typed.clone());
    let told = leptos_axum::render_app_async_with_context(context::for_leptos(web.backend), page)(asked).await;
    let mut told = whole(told).await;
    *told.status_mut() = response.status();
    told
}

/// Why a response is no page, if it is none because of that.
fn refusal_in(response: &Response) -> Option<Refusal> {
    if let Some(refusal) = response.extensions().get::<Refusal>() {
        return Some(refusal.clone());
    }
    let status = response.status();
    let is_page = response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if is_page || !(status.is_client_error() || status.is_server_error()) {
        return None;
    }
    let error = match status {
        _ if response.extensions().get::<ProtectionError>().is_some() => AppError::Forged,
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => AppError::NotFound,
        StatusCode::PAYLOAD_TOO_LARGE => AppError::TooLarge(FORM_LIMIT as u64),
        StatusCode::FORBIDDEN => AppError::NotAllowed,
        _ if status.is_server_error() => AppError::Internal,
        _ => AppError::Malformed,
    };
    Some(Refusal { error, typed: Vec::new() })
}
