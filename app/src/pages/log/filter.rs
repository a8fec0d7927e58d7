//! Narrowing the log, and taking what is left along. The filter lives in the address, so that it can be sent to
//! somebody.

use crate::{
    api::log::{LogFilter, LogPage},
    components::form::{Select, TextField},
    i18n::{name_of, t},
    request::{FormState, use_lang},
};
use domain::{
    text::{Coded, Lang},
    trail::{AuditAction, RecordKind},
};
use leptos::prelude::*;

const PAGE: &str = "/admin/log";

/// The address of the log narrowed like this.
pub(super) fn address(filter: &LogFilter) -> String {
    with_query(PAGE, filter.to_query())
}

fn with_query(path: &str, pairs: Vec<(&'static str, String)>) -> String {
    let pairs: Vec<String> = pairs.into_iter().map(|(name, value)| format!("{name}={}", encoded(&value))).collect();
    if pairs.is_empty() { path.to_owned() } else { format!("{path}?{}", pairs.join("&")) }
}

fn encoded(text: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-_.~".contains(&b);
    text.bytes().map(|b| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

/// What is left, as files.
pub(super) fn exports(filter: &LogFilter) -> AnyView {
    let lang = use_lang();
    let file = |format: &str| {
        let mut pairs = filter.to_query();
        pairs.push(("format", format.to_owned()));
        with_query("/admin/log/export", pairs)
    };
    view! {
        <ul class="link-list no-print">
            <li><a href=file("csv") download>{t(lang, "log-export-csv")}</a></li>
            <li><a href=file("json") download>{t(lang, "log-export-json")}</a></li>
        </ul>
    }
    .into_any()
}

fn coded<T: Coded>(lang: Lang, list: &str) -> Vec<(String, String)> {
    let mut choices: Vec<_> = T::ALL.iter().map(|value| (value.code().to_owned(), name_of(lang, list, *value))).collect();
    choices.sort_by_key(|(_, words)| domain::text::fold(words));
    std::iter::once((String::new(), t(lang, "filter-all"))).chain(choices).collect()
}

fn plans(lang: Lang, log: &LogPage) -> Vec<(String, String)> {
    let titled = log.plans.iter().map(|(id, title)| {
        let title = title.as_ref().map_or_else(|| t(lang, "plan-untitled"), |title| title.text.clone());
        (id.to_string(), title)
    });
    std::iter::once((String::new(), t(lang, "filter-all"))).chain(titled).collect()
}

/// The form.
pub(super) fn form(log: &LogPage, filter: &LogFilter) -> AnyView {
    let (lang, state) = (use_lang(), FormState::default());
    let before = |name: &str| filter.to_query().into_iter().find(|(known, _)| *known == name).map(|(_, value)| value);
    let before = |name: &str| before(name).unwrap_or_default();
    let clear = (!filter.is_empty()).then(|| view! { <a href=PAGE>{t(lang, "filter-clear")}</a> });
    let (kinds, actions) = (coded::<RecordKind>(lang, "record"), coded::<AuditAction>(lang, "history"));
    view! {
        <section class="filter" aria-labelledby="log-filter">
            <h2 id="log-filter">{t(lang, "log-filter")}</h2>
            <form class="filter-form no-print" method="get" action=PAGE role="search">
                <TextField name="who" state=state.clone() before=before("who") kind="search" />
                <Select name="in_plan" state=state.clone() choices=plans(lang, log) before=before("in_plan") />
                <Select name="record" state=state.clone() choices=kinds before=before("record") />
                <Select name="action" state=state.clone() choices=actions before=before("action") />
                <TextField name="since" state=state.clone() before=before("since") kind="date" />
                <TextField name="until" state=state.clone() before=before("until") kind="date" />
                <TextField name="request" state=state before=before("request") kind="search" />
                <button type="submit" class="button button-secondary">{t(lang, "filter-do")}</button>
                {clear}
            </form>
        </section>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_a_filter_asks_for_that_filter() {
        let filter = LogFilter {
            who: "Zoé & Luc".into(),
            plan: Some(3),
            record: Some(RecordKind::Measure),
            number: Some(7),
            action: Some(AuditAction::ProgressReported),
            from: "2018-03-01".parse().ok(),
            to: "2018-03-31".parse().ok(),
            request: "r-1".into(),
        };
        assert!(address(&filter).starts_with("/admin/log?who=Zo%C3%A9%20%26%20Luc&in_plan=3&record=measure&number=7&"));
        let value = |name: &str| {
            filter.to_query().into_iter().find(|(known, _)| *known == name).map(|(_, value)| value).unwrap_or_default()
        };
        assert_eq!(LogFilter::from_query(value), filter);
        assert_eq!((address(&LogFilter::default()), LogFilter::from_query(|_| "odd".into()).plan), (PAGE.to_owned(), None));
    }
}
