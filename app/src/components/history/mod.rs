//! The history of a record in plain words, from its audit trail.

mod broken;
mod words;

pub use broken::broken_words;
pub use words::{action_words, change_words, field_key, record_words};

use super::{dates, pagination::Pagination};
use crate::{
    api::trail::{HistoryEntry, HistoryPage, Origin},
    i18n::{Arg, t, t_args},
    request::use_lang,
};
use domain::text::Lang;
use leptos::prelude::*;

/// The history of the record a page shows, folded away: it is there for those who need it. Nothing when there is none.
/// Further pages are asked for as `?history=2`.
#[component]
pub fn History(
    /// One page of it, from `backend().trail.history(…)`.
    history: HistoryPage,
) -> impl IntoView {
    let lang = use_lang();
    let is_later = history.page.number > 1;
    (!history.entries.is_empty())
        .then(|| {
            view! {
                <section class="history" aria-labelledby="history">
                    <details open=is_later>
                        <summary><h2 id="history">{t(lang, "history-title")}</h2></summary>
                        <p class="muted">{t(lang, "history-intro")}</p>
                        {list(history.entries)}
                        <Pagination page=history.page name="history" />
                    </details>
                </section>
            }
        })
        .into_any()
}

/// The rows as a list.
#[must_use]
pub fn list(entries: Vec<HistoryEntry>) -> AnyView {
    let items: Vec<_> = entries.into_iter().map(entry).collect();
    view! { <ol class="history-list">{items}</ol> }.into_any()
}

fn entry(entry: HistoryEntry) -> AnyView {
    let lang = use_lang();
    let by = by(lang, &entry);
    let about = entry.about.map(about);
    let changes: Vec<_> = entry.changes.iter().map(|change| view! { <li>{change_words(lang, change)}</li> }).collect();
    let changes = (!changes.is_empty()).then(|| view! { <ul>{changes}</ul> });
    view! {
        <li>
            <p><strong>{action_words(lang, &entry.action)}</strong>" "{about}" "<span class="muted">{by}</span></p>
            {changes}
        </li>
    }
    .into_any()
}

/// The record of a row, as a link where a page shows it.
#[must_use]
pub fn about(record: crate::api::trail::RecordLink) -> AnyView {
    let words = words::record_words(use_lang(), &record);
    match record.href {
        Some(href) => view! { <a href=href>{words}</a> }.into_any(),
        None => view! { <span>{words}</span> }.into_any(),
    }
}

/// "by Luc, March 15, 2018, 12:00".
#[must_use]
pub fn by(lang: Lang, entry: &HistoryEntry) -> String {
    let at = dates::moment(entry.at);
    t_args(lang, "history-by", &[("who", Arg::from(who(lang, entry))), ("at", Arg::from(at))])
}

/// The name of who did it, or what did it where that is no known person; worded to follow "by".
#[must_use]
pub fn who(lang: Lang, entry: &HistoryEntry) -> String {
    let nobody = || match &entry.origin {
        Origin::Command(command) => t_args(lang, "history-by-command", &[("command", Arg::from(command.clone()))]),
        Origin::Stranger => t(lang, "history-by-stranger"),
        Origin::Contact => t(lang, "history-by-contact"),
        Origin::SignInService => t(lang, "history-by-sign-in-service"),
        Origin::Person | Origin::Program => t(lang, "history-by-suivi"),
    };
    entry.who.clone().unwrap_or_else(nobody)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_program_does_by_itself_is_signed_by_it() {
        let said = |lang, who: Option<&str>, origin| {
            let at = "2018-07-10T12:00:00Z".parse().expect("a moment");
            let action = "person_changed".to_owned();
            super::who(lang, &HistoryEntry { at, who: who.map(str::to_owned), origin, action, about: None, changes: Vec::new() })
        };
        let command = || Origin::Command("suivi user add".into());
        assert_eq!(said(Lang::En, None, command()), "the command “suivi user add”, on the server");
        assert_eq!(said(Lang::Fr, None, command()), "la commande «\u{a0}suivi user add\u{a0}», sur le serveur");
        assert_eq!(said(Lang::En, None, Origin::Stranger), "somebody not signed in");
        assert_eq!(said(Lang::En, None, Origin::Contact), "the contact");
        assert_eq!(said(Lang::En, None, Origin::SignInService), "the sign-in service");
        assert_eq!(said(Lang::En, None, Origin::Program), t(Lang::En, "history-by-suivi"));
        assert_eq!(said(Lang::En, Some("Luc"), Origin::Person), "Luc");
    }
}
