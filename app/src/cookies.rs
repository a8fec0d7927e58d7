//! The cookies of the language: of the one that was chosen by the switch, which wins over the profile, and of the one on
//! the screen when somebody signed out, which is for the pages before the next sign-in.

use crate::request::request;
use axum::http::{HeaderValue, header};
use domain::text::Lang;
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;

/// The language that was chosen.
pub const CHOSEN: &str = "lang";
/// The language of who signed out. It ends with the browser.
pub const LEFT: &str = "left";
/// In seconds.
const YEAR: u32 = 31_536_000;

/// Remembers a language that was chosen.
#[must_use]
pub fn chosen(lang: Lang, is_secure: bool) -> String {
    cookie(CHOSEN, &lang.to_string(), Some(YEAR), is_secure)
}

/// Forgets the language that was chosen, in the context of a server function: from now on the profile says it.
pub fn follow_profile() {
    set(&cookie(CHOSEN, "", Some(0), request().is_secure));
}

/// Somebody leaves, in the context of a server function. Whoever comes next at the same browser reads in their own
/// language; the page until then stays in that of the page before.
pub fn leave() {
    let info = request();
    follow_profile();
    set(&cookie(LEFT, &info.lang.to_string(), None, info.is_secure));
}

fn cookie(name: &str, value: &str, seconds: Option<u32>, is_secure: bool) -> String {
    let age = seconds.map(|seconds| format!("; Max-Age={seconds}")).unwrap_or_default();
    let secure = if is_secure { "; Secure" } else { "" };
    format!("{name}={value}; Path=/{age}; SameSite=Lax; HttpOnly{secure}")
}

fn set(cookie: &str) {
    if let (Some(response), Ok(cookie)) = (use_context::<ResponseOptions>(), HeaderValue::from_str(cookie)) {
        response.append_header(header::SET_COOKIE, cookie);
    }
}
