//! Whether the log was tampered with, in words.

use crate::{
    api::log::LogCheck,
    components::history::broken_words,
    i18n::{Arg, t, t_args},
    request::use_lang,
};
use leptos::prelude::*;

/// What the check is for, the button that runs it, and what it found.
pub(super) fn section(check: Option<LogCheck>) -> AnyView {
    let lang = use_lang();
    view! {
        <section class="card log-check" aria-labelledby="log-check">
            <h2 id="log-check">{t(lang, "log-check-title")}</h2>
            <p>{t(lang, "log-check-about")}</p>
            {check.map(found)}
            <form method="get" action="/admin/log" class="no-print">
                <input type="hidden" name="check" value="yes" />
                <button type="submit" class="button button-secondary">{t(lang, "log-check-do")}</button>
            </form>
        </section>
    }
    .into_any()
}

fn found(check: LogCheck) -> AnyView {
    let lang = use_lang();
    let rows = [("rows", Arg::from(check.rows))];
    let last = check.last.map(|(number, hash)| {
        let words = t_args(lang, "log-check-last", &[("number", Arg::from(number.to_string()))]);
        view! { <p class="muted">{words}" "<code>{hash}</code></p> }
    });
    if check.broken.is_empty() {
        return view! {
            <p class="notice notice-done" role="status">{t_args(lang, "log-check-whole", &rows)}</p>
            {last}
        }
        .into_any();
    }
    let more = check.found.saturating_sub(check.broken.len() as u64);
    let more = (more > 0).then(|| view! { <p>{t_args(lang, "log-check-more", &[("more", Arg::from(more))])}</p> });
    let items: Vec<_> = check.broken.iter().map(|broken| view! { <li>{broken_words(lang, broken)}</li> }).collect();
    view! {
        <div class="error-summary" role="alert">
            <h3>{t_args(lang, "log-check-broken", &rows)}</h3>
            <ul>{items}</ul>
            {more}
            <p>{t(lang, "log-check-what-next")}</p>
        </div>
    }
    .into_any()
}
