//! The caller's own password, second factor and sessions.

use crate::{
    cookies,
    error::AppError,
    request::{backend, caller, request, session},
};
use axum::http::{HeaderValue, header, request::Parts};
use chrono::NaiveDateTime;
use domain::text::Secret;
use leptos::{prelude::use_context, server};
use leptos_axum::ResponseOptions;

/// A cookie that carries new recovery codes from the form that made them to the page that shows them, once. The
/// database keeps their hashes only.
pub const CODES_COOKIE: &str = "recovery_codes";
/// The same over https: under this prefix no other host of the domain can plant one, with codes that somebody else knows.
pub const SECURE_CODES_COOKIE: &str = "__Host-recovery_codes";
/// The page that shows them.
pub const CODES_PAGE: &str = "/account/security/recovery-codes";
/// The page on which a second factor is set up.
pub const SET_UP_PAGE: &str = "/account/security/second-factor";

/// What there is to see of one's own security. Moments are in the person's time zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecurityPage {
    /// Whether passwords may be used.
    pub passwords: bool,
    /// The least length of a password.
    pub password_length: u16,
    /// When the password was set; `None` when there is none.
    pub password_set: Option<NaiveDateTime>,
    /// The second factor in use.
    pub factor: Option<FactorView>,
    /// What is asked for before a second factor is set up, or a first password is chosen.
    pub proof: Proof,
    /// Whether the person's role asks for a second factor.
    pub factor_required: bool,
    /// The open sessions, the one last seen first.
    pub sessions: Vec<SessionView>,
}

/// What proves before a way in is added that it is not just somebody at an open session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proof {
    /// Nothing: the person signed in a moment ago.
    None,
    /// The password.
    Password,
    /// To sign in again, for those who have none.
    SignInAgain,
}

impl Proof {
    /// What is asked of somebody who signed in a moment ago or not, and has a password or not.
    #[must_use]
    pub fn asked(is_fresh: bool, has_password: bool) -> Self {
        match (is_fresh, has_password) {
            (true, _) => Self::None,
            (false, true) => Self::Password,
            (false, false) => Self::SignInAgain,
        }
    }
}

/// A second factor in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FactorView {
    /// Since when.
    pub since: NaiveDateTime,
    /// How many recovery codes are left.
    pub codes_left: u64,
}

/// An open session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionView {
    /// What it goes by.
    pub key: String,
    /// The browser, where it is known.
    pub browser: Option<&'static str>,
    /// The system, where it is known.
    pub system: Option<&'static str>,
    /// When it began.
    pub started: NaiveDateTime,
    /// When it was last used, to the minute.
    pub seen: NaiveDateTime,
    /// Whether it is the one that asks.
    pub is_this: bool,
}

/// The secret of a second factor that is being set up.
#[derive(Clone, PartialEq, Eq)]
pub struct SetUp {
    /// As text, in groups of four.
    pub secret: String,
    /// The address an app understands.
    pub uri: String,
    /// The same as a square code: the number of cells on a side and the path of the dark ones.
    pub square: Option<(usize, String)>,
}

/// A password as typed into a form that sets one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedPassword {
    /// The one in use; empty where there is none.
    pub current: Secret,
    /// The new one.
    pub new: Secret,
    /// The new one again.
    pub repeated: Secret,
}

/// Sets or changes the password.
#[server(prefix = "/do", endpoint = "set-password")]
pub async fn set_password(
    /// The one in use; empty where there is none.
    current_password: Secret,
    /// The new one.
    new_password: Secret,
    /// The new one again.
    repeat_password: Secret,
) -> Result<(), AppError> {
    let typed = TypedPassword { current: current_password, new: new_password, repeated: repeat_password };
    backend().security.set_password(&caller()?, session().key().as_deref(), &typed).await?;
    leptos_axum::redirect("/account/security?done=password-set");
    Ok(())
}

/// Chooses the first password, right after an invitation.
#[server(prefix = "/do", endpoint = "choose-password")]
pub async fn choose_password(
    /// The password.
    new_password: Secret,
    /// The same again.
    repeat_password: Secret,
) -> Result<(), AppError> {
    let typed = TypedPassword { current: Secret::default(), new: new_password, repeated: repeat_password };
    backend().security.set_password(&caller()?, session().key().as_deref(), &typed).await?;
    leptos_axum::redirect("/");
    Ok(())
}

/// Begins to set a second factor up.
#[server(prefix = "/do", endpoint = "start-second-factor")]
pub async fn start_second_factor(
    /// The password; empty for those who signed in a moment ago.
    #[server(default)]
    current_password: Secret,
) -> Result<(), AppError> {
    backend().security.start_factor(&caller()?, session().key().as_deref(), &current_password).await?;
    leptos_axum::redirect(SET_UP_PAGE);
    Ok(())
}

/// Ends the set-up with a first code.
#[server(prefix = "/do", endpoint = "confirm-second-factor")]
pub async fn confirm_second_factor(
    /// The code.
    first_passcode: Secret,
) -> Result<(), AppError> {
    show_once(&backend().security.confirm_factor(&caller()?, &first_passcode).await?);
    Ok(())
}

/// Replaces the recovery codes.
#[server(prefix = "/do", endpoint = "renew-recovery-codes")]
pub async fn renew_recovery_codes(
    /// A code of the app or an old recovery code.
    passcode: Secret,
) -> Result<(), AppError> {
    show_once(&backend().security.renew_codes(&caller()?, &passcode).await?);
    Ok(())
}

/// Turns the second factor off.
#[server(prefix = "/do", endpoint = "remove-second-factor")]
pub async fn remove_second_factor(
    /// A code of the app or a recovery code; empty when the password is given.
    passcode: Secret,
    /// The password; empty when a code is given.
    password: Secret,
) -> Result<(), AppError> {
    backend().security.remove_factor(&caller()?, &passcode, &password).await?;
    leptos_axum::redirect("/account/security?done=second-factor-off");
    Ok(())
}

/// Ends one session.
#[server(prefix = "/do", endpoint = "end-session")]
pub async fn end_session(
    /// What it goes by.
    key: String,
) -> Result<(), AppError> {
    backend().security.end_session(&caller()?, &key).await?;
    leptos_axum::redirect("/account/security?done=session-ended");
    Ok(())
}

/// Ends all sessions, this one included.
#[server(prefix = "/do", endpoint = "end-all-sessions")]
pub async fn end_all_sessions() -> Result<(), AppError> {
    backend().security.end_all_sessions(&caller()?).await?;
    session().end().await?;
    cookies::leave();
    leptos_axum::redirect("/sign-in?done=signed-out-everywhere");
    Ok(())
}

/// Hands the codes to their page.
fn show_once(codes: &[String]) {
    set_codes(&codes.join("."), 300);
    leptos_axum::redirect(CODES_PAGE);
}

/// Codes that were handed over, which are forgotten by it; none on a second view.
#[must_use]
pub fn codes_to_show() -> Vec<String> {
    // Cookies may come in several headers.
    let headers = use_context::<Parts>().map(|parts| parts.headers).unwrap_or_default();
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let (name, _) = codes_cookie(request().is_secure);
    let found = cookies.flat_map(|text| text.split("; ")).find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='));
    if found.is_some() {
        set_codes("", 0);
    }
    let plain = |code: &str| !code.is_empty() && code.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    found.unwrap_or_default().split('.').filter(|code| plain(code)).map(str::to_owned).collect()
}

/// What the cookie is called and where it goes. The prefix asks for the whole site and for https.
fn codes_cookie(is_secure: bool) -> (&'static str, String) {
    match is_secure {
        true => (SECURE_CODES_COOKIE, "Path=/; Secure".to_owned()),
        false => (CODES_COOKIE, format!("Path={CODES_PAGE}")),
    }
}

fn set_codes(value: &str, seconds: u32) {
    let (name, place) = codes_cookie(request().is_secure);
    let cookie = format!("{name}={value}; {place}; Max-Age={seconds}; HttpOnly; SameSite=Strict");
    if let (Some(response), Ok(cookie)) = (use_context::<ResponseOptions>(), HeaderValue::from_str(&cookie)) {
        response.append_header(header::SET_COOKIE, cookie);
    }
}
