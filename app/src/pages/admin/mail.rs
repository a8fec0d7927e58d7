//! The outbox: which mails failed and why, sending them again, and reading what a digest said.

use super::parts;
use crate::{
    api::{
        admin::mail::{MailFilter, MailList, MailPage, MailRow, RetryMail, RetryMails},
        trail::HistoryPage,
    },
    components::{
        address,
        breadcrumbs::Breadcrumbs,
        dates,
        errors::ErrorSummary,
        form::{Select, TextField},
        history::History,
        notice::Done,
        page::{PageHeading, load},
        pagination::Pagination,
    },
    i18n::{Arg, has, name_of, t, t_args},
    request::{FormState, backend, caller, use_lang},
};
use domain::{
    mail::{MailKind, MailState},
    text::{Coded, Lang},
    trail::RecordKind,
};
use leptos::{prelude::*, server_fn::ServerFn};

/// The list.
#[component]
pub fn Outbox() -> impl IntoView {
    let page = address::page();
    let filter =
        MailFilter { state: address::parsed("state"), kind: address::parsed("kind"), text: address::query("mail_person") };
    let asked = filter.clone();
    load(async move { backend().mail.list(&caller()?, &asked, page).await }, move |found| list(found, filter)).into_any()
}

fn list(found: MailList, filter: MailFilter) -> AnyView {
    let lang = use_lang();
    let total = found.page.total;
    let rows: Vec<_> = found.rows.into_iter().map(row).collect();
    view! {
        <Breadcrumbs links=parts::crumbs(None) />
        <PageHeading title=t(lang, "admin-mail") />
        <Done />
        <ErrorSummary state=FormState::of(RetryMail::url()) />
        <ErrorSummary state=FormState::of(RetryMails::url()) />
        <p>{t(lang, "admin-mail-intro")}</p>
        {retry_all(found.retryable)}
        {filter_form(filter)}
        <p class="filter-result" role="status">{t_args(lang, "admin-found-mails", &[("count", Arg::from(total))])}</p>
        {(total > 0).then(|| view! {
            <table class="stacked admin-table">
                <caption class="visually-hidden">{t(lang, "admin-mail")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t(lang, "admin-mail-subject")}</th>
                        <th scope="col">{t(lang, "admin-mail-to")}</th>
                        <th scope="col">{t(lang, "field-state")}</th>
                        <th scope="col">{t(lang, "admin-mail-written")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        })}
        <Pagination page=found.page />
    }
    .into_any()
}

fn retry_all(count: u64) -> AnyView {
    let lang = use_lang();
    (count > 0)
        .then(|| {
            let words = t_args(lang, "admin-mail-retry-all", &[("count", Arg::from(count))]);
            view! {
                <section class="card card-decide" aria-labelledby="retry">
                    <h2 id="retry">{t(lang, "admin-mail-retry-title")}</h2>
                    <p>{t(lang, "admin-mail-retry-about")}</p>
                    <form method="post" action=RetryMails::url()>
                        <button type="submit" class="button">{words}</button>
                    </form>
                </section>
            }
        })
        .into_any()
}

fn choices<T: Coded>(lang: Lang, list: &str) -> Vec<(String, String)> {
    let named = T::ALL.iter().map(|value| (value.code().to_owned(), name_of(lang, list, *value)));
    std::iter::once((String::new(), t(lang, "filter-all"))).chain(named).collect()
}

fn filter_form(filter: MailFilter) -> AnyView {
    let lang = use_lang();
    let state = FormState::default();
    let (states, kinds) = (choices::<MailState>(lang, "mail-state"), choices::<MailKind>(lang, "mail-kind"));
    let of_state = filter.state.map(|state| state.code().to_owned()).unwrap_or_default();
    let of_kind = filter.kind.map(|kind| kind.code().to_owned()).unwrap_or_default();
    view! {
        <form class="filter-form no-print" method="get" action="/admin/mail" role="search">
            <Select name="state" state=state.clone() choices=states before=of_state />
            <Select name="kind" state=state.clone() choices=kinds before=of_kind />
            <TextField name="mail_person" state=state before=filter.text kind="search" />
            <button type="submit" class="button button-secondary">{t(lang, "filter-do")}</button>
        </form>
    }
    .into_any()
}

fn row(mail: MailRow) -> AnyView {
    let lang = use_lang();
    let is_failed = mail.state == MailState::Failed;
    let person = mail.person.clone().map(|name| view! { <span>{name}</span> });
    view! {
        <tr class:is-late=is_failed>
            <th scope="row">
                <a class="admin-link" href=format!("/admin/mail/{}", mail.id)>{mail.subject.clone()}</a>
                <span class="owner">{name_of(lang, "mail-kind", mail.kind)}</span>
            </th>
            <td data-label=t(lang, "admin-mail-to")>{person}<span class="owner admin-long">{mail.to.clone()}</span></td>
            <td data-label=t(lang, "field-state")>{standing(&mail)}</td>
            <td data-label=t(lang, "admin-mail-written")><span>{dates::moment(mail.created_at)}</span></td>
        </tr>
    }
    .into_any()
}

/// Where a mail stands, what went wrong, what comes next, and the button where one helps.
fn standing(mail: &MailRow) -> AnyView {
    let lang = use_lang();
    let error = mail.error.as_ref().filter(|_| mail.state != MailState::Sent);
    let error = error.map(|code| view! { <p class="problem">{error_words(lang, code)}</p> });
    let tried = (mail.attempts > 0 && mail.state != MailState::Sent)
        .then(|| view! { <p class="muted">{t_args(lang, "admin-mail-attempts", &[("count", Arg::from(mail.attempts))])}</p> });
    let moment = |key, at| view! { <p class="muted">{t_args(lang, key, &[("at", Arg::from(dates::moment(at)))])}</p> };
    let next = mail.next_attempt.map(|at| moment("admin-mail-next", at));
    let sent = mail.sent_at.map(|at| moment("admin-mail-sent", at));
    // Its words are gone: who can have a new one sent, since not everybody who reads this can.
    let hopeless = (mail.state == MailState::Failed && !mail.may_retry)
        .then(|| view! { <p class="muted">{name_of(lang, "admin-mail-gone", mail.kind)}</p> });
    let class = if mail.state == MailState::Failed { "tag tag-doubt" } else { "tag" };
    view! {
        <div class="admin-standing">
            <span class=class>{name_of(lang, "mail-state", mail.state)}</span>
            {error}
            {tried}
            {next}
            {sent}
            {hopeless}
            {retry(mail)}
        </div>
    }
    .into_any()
}

fn retry(mail: &MailRow) -> AnyView {
    let lang = use_lang();
    let label = t_args(lang, "admin-mail-retry-one", &[("address", Arg::from(mail.to.clone()))]);
    mail.may_retry
        .then(|| {
            view! {
                <form method="post" action=RetryMail::url()>
                    {parts::guard("mail", mail.id, mail.lock_version)}
                    <button type="submit" class="link-button" aria-label=label>{t(lang, "admin-mail-retry-do")}</button>
                </form>
            }
        })
        .into_any()
}

/// Why a mail was not sent, in words; mail servers have more answers than the catalogue.
fn error_words(lang: Lang, code: &str) -> String {
    let key = format!("mail-error-{}", code.replace('_', "-"));
    if has(lang, &key) {
        return t(lang, &key);
    }
    let class = match code.split_once('-') {
        Some(("smtp", number)) if number.starts_with('4') => "mail-error-smtp-later",
        Some(("smtp", number)) if number.starts_with('5') => "mail-error-smtp-refused",
        Some(("file", _)) => "mail-error-file",
        _ => "mail-error-other",
    };
    t_args(lang, class, &[("code", Arg::from(code.to_owned()))])
}

/// One mail.
#[component]
pub fn OneMail() -> impl IntoView {
    let (id, history) = (address::id(), address::page_of("history"));
    let data = async move {
        let (caller, id) = (caller()?, id?);
        let page = backend().mail.show(&caller, id).await?;
        Ok((page, backend().trail.history(&caller, RecordKind::Outbox, id, history).await?))
    };
    load(data, |(page, history)| show(page, history)).into_any()
}

fn show(page: MailPage, history: HistoryPage) -> AnyView {
    let lang = use_lang();
    let words_lang = (page.lang != lang).then(|| page.lang.to_string());
    let text = match page.text.filter(|text| !text.is_empty()) {
        Some(text) => view! { <pre class="admin-mail-text" lang=words_lang.clone()>{text}</pre> }.into_any(),
        None => view! { <p class="notice">{t(lang, "admin-mail-secret")}</p> }.into_any(),
    };
    let person = page.row.person.clone().map(|name| format!("{name}, "));
    view! {
        <Breadcrumbs links=parts::crumbs(Some(("/admin/mail", "admin-mail"))) />
        <PageHeading title=page.row.subject.clone() text_lang=words_lang />
        <ErrorSummary state=FormState::of(RetryMail::url()) />
        <dl class="facts">
            <div><dt>{t(lang, "field-kind")}</dt><dd>{name_of(lang, "mail-kind", page.row.kind)}</dd></div>
            <div>
                <dt>{t(lang, "admin-mail-to")}</dt>
                <dd class="admin-long">{person}{page.row.to.clone()}</dd>
            </div>
            <div><dt>{t(lang, "admin-mail-written")}</dt><dd>{dates::moment(page.row.created_at)}</dd></div>
            <div><dt>{t(lang, "field-state")}</dt><dd>{standing(&page.row)}</dd></div>
        </dl>
        <h2>{t(lang, "admin-mail-words")}</h2>
        {text}
        <History history=history />
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_failure_is_told_in_words_also_one_nobody_foresaw() {
        for lang in Lang::ALL {
            for code in ["timeout", "address", "message", "interrupted", "smtp-451", "smtp-550", "file-permissiondenied", "odd"] {
                let words = error_words(*lang, code);
                assert!(words.len() > 20 && !words.contains("mail-error"), "{code}: {words}");
            }
        }
    }
}
