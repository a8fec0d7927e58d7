//! What somebody must do before anything else: set up the second factor that their role asks for. It is held here,
//! in front of every page, form and upload, so that no page can forget it. Who was just invited chooses a password first:
//! the welcome is shown once, and leads on.

use app::{api::security::SET_UP_PAGE, error::AppError};
use axum::{
    Json,
    http::{Method, StatusCode, header, request::Parts},
    response::{IntoResponse, Redirect, Response},
};

/// The pages of it.
const PAGES: &[&str] = &[SET_UP_PAGE, "/welcome"];
/// The forms they need for it, and the way out.
const FORMS: &[&str] = &["/do/choose-password", "/do/start-second-factor", "/do/confirm-second-factor", "/do/sign-out"];

/// Answers in place of the page or form when there is something else to do first.
pub(super) fn first(owes_second_factor: bool, parts: &Parts) -> Option<Response> {
    let path = parts.uri.path();
    let is_reading = matches!(parts.method, Method::GET | Method::HEAD);
    let is_let_through = if is_reading { PAGES.contains(&path.trim_end_matches('/')) } else { FORMS.contains(&path) };
    if !owes_second_factor || is_let_through {
        return None;
    }
    let accept = parts.headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok()).unwrap_or_default();
    if is_reading || accept.contains("text/html") {
        return Some(Redirect::to(SET_UP_PAGE).into_response());
    }
    let error = AppError::NotAllowed;
    Some((StatusCode::from_u16(error.status()).unwrap_or(StatusCode::FORBIDDEN), Json(error)).into_response())
}
