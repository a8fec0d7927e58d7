//! Answers that are files: what they are called and that browsers keep them instead of showing them.

use app::error::AppError;
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};

/// A file to keep. The name is plain ASCII.
pub(super) fn attachment(name: &str, media_type: &'static str, bytes: Vec<u8>) -> Response {
    let disposition = format!("attachment; filename=\"{name}\"");
    let disposition = HeaderValue::from_str(&disposition).unwrap_or(HeaderValue::from_static("attachment"));
    let headers = [(header::CONTENT_TYPE, HeaderValue::from_static(media_type)), (header::CONTENT_DISPOSITION, disposition)];
    (headers, bytes).into_response()
}

/// Why there is no file: whoever is not signed in signs in first and comes back to `page`.
pub(super) fn refused(error: &AppError, page: &str) -> Response {
    if *error == AppError::NotSignedIn {
        let next: String = url::form_urlencoded::byte_serialize(page.as_bytes()).collect();
        return Redirect::to(&format!("/sign-in?next={next}")).into_response();
    }
    StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR).into_response()
}
