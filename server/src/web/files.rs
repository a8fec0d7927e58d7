//! Answers that are files: what they are called and that browsers keep them instead of showing them.

use super::words;
use app::error::AppError;
use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Redirect, Response},
};

/// What a browser that shows a kept file in spite of all may do with it: nothing.
const NOTHING: &str = "default-src 'none'; sandbox";

/// A file to keep. The name is plain ASCII.
pub(super) fn attachment(name: &str, media_type: &'static str, bytes: Vec<u8>) -> Response {
    let disposition = format!("attachment; filename=\"{name}\"");
    let disposition = HeaderValue::from_str(&disposition).unwrap_or(HeaderValue::from_static("attachment"));
    let headers = [(header::CONTENT_TYPE, HeaderValue::from_static(media_type)), (header::CONTENT_DISPOSITION, disposition)];
    (headers, bytes).into_response()
}

/// A file that somebody brought, under the name they gave it (RFC 6266): to be kept, whatever the browser thinks it is.
pub(super) fn kept(name: &str, media_type: &str, bytes: Vec<u8>) -> Response {
    let value = |text: &str| HeaderValue::from_str(text).unwrap_or(HeaderValue::from_static("attachment"));
    let media_type = HeaderValue::from_str(media_type).unwrap_or(HeaderValue::from_static("application/octet-stream"));
    let headers = [
        (header::CONTENT_TYPE, media_type),
        (header::CONTENT_DISPOSITION, value(&disposition(name))),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(NOTHING)),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    ];
    (headers, bytes).into_response()
}

/// The name twice: in plain ASCII for old browsers, and as it is for all others.
fn disposition(name: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || " ._-()".contains(c);
    let plain: String = name.chars().map(|c| if is_plain(c) { c } else { '_' }).collect();
    let is_attr = |b: u8| b.is_ascii_alphanumeric() || b"!#$&+-.^_`|~".contains(&b);
    let exact: String = name.bytes().map(|b| if is_attr(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect();
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{exact}")
}

/// Why there is no file: whoever is not signed in signs in first and comes back to `page`.
pub(super) fn refused(error: AppError, page: &str) -> Response {
    if error == AppError::NotSignedIn {
        let next: String = url::form_urlencoded::byte_serialize(page.as_bytes()).collect();
        return Redirect::to(&format!("/sign-in?next={next}")).into_response();
    }
    words::refused(error)
}

#[cfg(test)]
mod tests {
    use super::disposition;

    #[test]
    fn a_name_in_any_language_is_offered_twice_and_cannot_leave_its_place() {
        assert_eq!(
            disposition("Procès-verbal.pdf"),
            "attachment; filename=\"Proc_s-verbal.pdf\"; filename*=UTF-8''Proc%C3%A8s-verbal.pdf"
        );
        let odd = disposition("a\"; filename=b.exe\r\n.txt");
        assert!(!odd.contains("\r") && odd.matches('"').count() == 2 && odd.matches("; ").count() == 2, "{odd}");
    }
}
