//! The open sessions: which devices, since when, and how to end them.

use super::moment;
use crate::{
    api::security::{EndAllSessions, EndSession, SessionView},
    i18n::{Arg, t, t_args},
    request::use_lang,
};
use leptos::{prelude::*, server_fn::ServerFn};

/// The section.
pub(super) fn section(sessions: Vec<SessionView>) -> AnyView {
    let lang = use_lang();
    let rows = sessions.into_iter().map(row).collect_view();
    view! {
        <section class="security-part" aria-labelledby="sessions">
            <h2 id="sessions">{t(lang, "security-sessions-title")}</h2>
            <p>{t(lang, "security-sessions-about")}</p>
            <ul class="sessions">{rows}</ul>
            <form method="post" action=EndAllSessions::url()>
                <button type="submit" class="button button-secondary">{t(lang, "security-sessions-end-all")}</button>
            </form>
        </section>
    }
    .into_any()
}

/// The device in plain words.
fn device(session: &SessionView) -> String {
    let lang = use_lang();
    match (session.browser, session.system) {
        (Some(browser), Some(system)) => {
            t_args(lang, "security-device", &[("browser", Arg::from(browser)), ("system", Arg::from(system))])
        }
        (Some(name), None) | (None, Some(name)) => name.to_owned(),
        (None, None) => t(lang, "security-device-unknown"),
    }
}

fn row(session: SessionView) -> AnyView {
    let lang = use_lang();
    let device = device(&session);
    let times = [("started", Arg::from(moment(lang, session.started))), ("seen", Arg::from(moment(lang, session.seen)))];
    let times = t_args(lang, "security-session-times", &times);
    let end = if session.is_this {
        view! { <span class="tag">{t(lang, "security-session-this")}</span> }.into_any()
    } else {
        let which = t_args(lang, "security-session-end-which", &[("device", Arg::from(device.clone()))]);
        view! {
            <form method="post" action=EndSession::url()>
                <input type="hidden" name="key" value=session.key />
                <button type="submit" class="link-button" aria-label=which>{t(lang, "security-session-end")}</button>
            </form>
        }
        .into_any()
    };
    view! {
        <li>
            <div>
                <strong>{device}</strong>
                <span class="muted">{times}</span>
            </div>
            {end}
        </li>
    }
    .into_any()
}
