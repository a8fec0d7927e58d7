//! The error page, and the summary of problems above a form.

use super::{
    conflict::{Conflict, overtaken},
    page::PageHeading,
};
use crate::{
    error::AppError,
    i18n::{Arg, has, name_of, t, t_args},
    request::{FormState, request, use_lang},
};
use axum::http::{HeaderValue, StatusCode, header};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;

/// What is said below the heading of an error, where there is more to say than the heading.
fn help(error: &AppError) -> Option<String> {
    let info = request();
    let lang = info.lang;
    let line = |line: usize| Arg::from(line.to_string());
    match error {
        AppError::Invalid(_) => None,
        AppError::Import(import) => Some(match (import.line, &import.detail) {
            (Some(at), Some(about)) => {
                t_args(lang, "import-refused-at-line-about", &[("line", line(at)), ("detail", about.clone().into())])
            }
            (Some(at), None) => t_args(lang, "import-refused-at-line", &[("line", line(at))]),
            (None, Some(about)) => t_args(lang, "import-refused-about", &[("detail", about.clone().into())]),
            (None, None) => return None,
        }),
        AppError::TooLarge(bytes) => {
            Some(t_args(lang, "error-too-large-help", &[("limit", Arg::from((bytes / 1_048_576).to_string()))]))
        }
        AppError::TooMany(minutes) if *minutes > 120 => {
            Some(t_args(lang, "error-too-many-hours-help", &[("hours", Arg::from(minutes.div_ceil(60)))]))
        }
        AppError::TooMany(minutes) => Some(t_args(lang, "error-too-many-help", &[("minutes", Arg::from(*minutes))])),
        AppError::Internal => Some(t_args(lang, "error-internal-help", &[("reference", Arg::from(info.request_id))])),
        other => Some(t(lang, &format!("{}-help", other.message_key()))),
    }
}

/// A page that could not be shown. Someone who is not signed in is sent to the sign-in page instead.
#[component]
pub fn ErrorPage(
    /// Why it cannot be shown.
    error: AppError,
) -> impl IntoView {
    let info = request();
    if let Some(response) = use_context::<ResponseOptions>() {
        response.set_status(StatusCode::from_u16(error.status()).unwrap_or_default());
        let sign_in = HeaderValue::from_str(&format!("/sign-in?next={}", encode(&format!("{}?{}", info.path, info.query))));
        if let (AppError::NotSignedIn, Ok(sign_in)) = (&error, sign_in) {
            response.set_status(StatusCode::SEE_OTHER);
            response.insert_header(header::LOCATION, sign_in);
        }
    }
    view! {
        <PageHeading title=t(info.lang, &error.message_key()) />
        {overtaken()}
        {help(&error).map(|words| view! { <p>{words}</p> })}
        <p><a class="button" href="/">{t(info.lang, "error-go-home")}</a></p>
    }
}

/// Why something was not done that has no page of its own, and what was typed, to be copied from here.
#[component]
pub fn Refused(
    /// Why.
    error: AppError,
    /// What was typed, by field name.
    typed: Vec<(String, String)>,
) -> impl IntoView {
    let lang = use_lang();
    let (href, go) = if error == AppError::NotSignedIn { ("/sign-in", "sign-in-title") } else { ("/", "error-go-home") };
    let problems = error.problems().iter().map(|problem| {
        view! { <li>{super::form::label(lang, &problem.field)}" – "{name_of(lang, "problem", problem.code)}</li> }
    });
    let problems = (!error.problems().is_empty()).then(|| view! { <ul>{problems.collect_view()}</ul> });
    view! {
        <PageHeading title=t(lang, &error.message_key()) />
        {help(&error).map(|words| view! { <p>{words}</p> })}
        {problems}
        {kept(typed)}
        <p><a class="button" href=href>{t(lang, go)}</a></p>
    }
    .into_any()
}

/// What was typed in fields that have a name for people.
fn kept(typed: Vec<(String, String)>) -> AnyView {
    let lang = use_lang();
    let rows: Vec<_> = typed
        .into_iter()
        .filter(|(name, value)| !value.trim().is_empty() && has(lang, &super::form::label_key(name)))
        .map(|(name, value)| {
            view! { <div><dt>{super::form::label(lang, &name)}</dt><dd class="words">{value}</dd></div> }
        })
        .collect();
    if rows.is_empty() {
        return ().into_any();
    }
    view! {
        <h2>{t(lang, "refused-typed")}</h2>
        <p>{t(lang, "refused-typed-help")}</p>
        <dl class="facts">{rows}</dl>
    }
    .into_any()
}

/// A path with its query, as the value of a query.
#[must_use]
pub fn encode(text: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"/-_.~".contains(&b);
    text.trim_end_matches('?').bytes().map(|b| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

/// The address of a page that forgets what was typed into the one that is shown, which may be the same.
#[must_use]
pub fn afresh(to: &str) -> String {
    let path = request().path;
    // A path may end in a one-time token: it is only written where it has to be.
    if to == path { format!("{to}?afresh=1") } else { format!("{to}?afresh={}", encode(&path)) }
}

/// The way out of a form that failed: it is shown until it is sent well, or until somebody starts afresh.
#[must_use]
pub fn way_out() -> AnyView {
    let info = request();
    view! { <p class="no-print"><a href=afresh(&info.path)>{t(info.lang, "error-afresh")}</a></p> }.into_any()
}

/// The problems of the form above it, each a link to its field. Nothing when the form has not failed.
#[component]
pub fn ErrorSummary(
    /// The form.
    state: FormState,
) -> impl IntoView {
    let lang = use_lang();
    let error = state.error()?.clone();
    if error == AppError::Conflict {
        let keep = request().path;
        return Some(view! { <Conflict state=state keep=keep /> }.into_any());
    }
    let fields = error.problems().iter().map(|problem| {
        let href = format!("#{}", super::form::field_id(&problem.field));
        let label = super::form::label(lang, &problem.field);
        view! { <li><a href=href>{label}</a>" – "{name_of(lang, "problem", problem.code)}</li> }
    });
    let list = (!error.problems().is_empty()).then(|| view! { <ul>{fields.collect_view()}</ul> });
    // Whoever has signed in again meanwhile only needs to send once more.
    let session_ended = error == AppError::NotSignedIn && request().actor.is_some();
    let title = match (&list, session_ended) {
        (Some(_), _) => t(lang, "problems-title"),
        (None, true) => t(lang, "form-session-ended"),
        (None, false) => t(lang, &error.message_key()),
    };
    let help = if session_ended { Some(t(lang, "form-session-ended-help")) } else { help(&error) };
    let summary = view! {
        <div class="error-summary" role="alert" tabindex="-1" aria-labelledby="error-summary-title">
            <h2 id="error-summary-title">{title}</h2>
            {help.map(|words| view! { <p>{words}</p> })}
            {list}
            {way_out()}
        </div>
    };
    Some(summary.into_any())
}
