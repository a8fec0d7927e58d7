//! The log of every change, for administrators: narrowed, exported, and checked for tampering.

mod check;
mod filter;

use crate::{
    api::log::{LogFilter, LogPage, LogRow},
    components::{
        address, dates, history,
        page::{PageHeading, load},
        pagination::Pagination,
    },
    i18n::{Arg, t, t_args},
    request::{backend, caller, use_lang},
};
use leptos::prelude::*;

/// The page.
#[component]
pub fn Log() -> impl IntoView {
    let (page, filter) = (address::page(), LogFilter::from_query(address::query));
    let (asked, is_check) = (filter.clone(), !address::query("check").is_empty());
    let data = async move {
        let caller = caller()?;
        let log = backend().log.show(&caller, &asked, page).await?;
        let check = if is_check { Some(backend().log.check(&caller).await?) } else { None };
        Ok((log, check))
    };
    load(data, move |(log, check)| {
        let lang = use_lang();
        view! {
            <PageHeading title=t(lang, "log-title") />
            <p class="lead">{t(lang, "log-intro")}</p>
            {check::section(check)}
            {filter::form(&log, &filter)}
            {rows(log, &filter)}
        }
        .into_any()
    })
    .into_any()
}

fn rows(log: LogPage, filter: &LogFilter) -> AnyView {
    let lang = use_lang();
    let count = t_args(lang, "log-count", &[("rows", Arg::from(log.page.total))]);
    if log.rows.is_empty() {
        return view! { <p class="notice" role="status">{t(lang, "log-nothing")}</p> }.into_any();
    }
    let rows: Vec<_> = log.rows.into_iter().map(row).collect();
    view! {
        <div class="log-head">
            <p role="status">{count}</p>
            {filter::exports(filter)}
        </div>
        <ol class="log-list">{rows}</ol>
        <Pagination page=log.page />
    }
    .into_any()
}

fn row(row: LogRow) -> AnyView {
    let lang = use_lang();
    let entry = row.entry;
    let (action, who) = (history::action_words(lang, &entry.action), history::who(lang, &entry));
    let person = row.person.map(|(id, email)| view! { <a href=format!("/admin/people/{id}")>{email}</a> });
    let changes: Vec<_> = entry.changes.iter().map(|change| view! { <li>{history::change_words(lang, change)}</li> }).collect();
    let changes = (!changes.is_empty()).then(|| view! { <ul>{changes}</ul> });
    let same = LogFilter { request: row.request.clone(), ..LogFilter::default() };
    let name = t_args(lang, "log-same-request", &[("request", Arg::from(row.request.clone()))]);
    view! {
        <li class="log-row">
            <p class="log-when">
                <time datetime=entry.at.to_rfc3339()>{dates::moment(entry.at)}</time>
                <span>{who}</span>
                {person}
            </p>
            <div class="log-what">
                <p><strong>{action}</strong>" "{entry.about.map(history::about)}</p>
                {changes}
            </div>
            <p class="log-source">
                <span>{t_args(lang, "log-row", &[("number", Arg::from(row.number.to_string()))])}</span>
                <a href=filter::address(&same) aria-label=name>{t(lang, "log-request")}</a>
            </p>
        </li>
    }
    .into_any()
}
