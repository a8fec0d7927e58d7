//! One person: where they stand, what they hold, who stands in, and how to archive them.

use super::{list::state_words, parts, role_words};
use crate::{
    api::{
        admin::people::{
            ArchivePerson, EndPersonSessions, InvitePerson, PersonName, PersonPage, RemovePersonFactor, RestorePerson,
            UnlinkPersonAccount,
        },
        trail::HistoryPage,
    },
    components::{
        address,
        breadcrumbs::Breadcrumbs,
        errors::ErrorSummary,
        form::TextField,
        history::History,
        notice::Done,
        page::{PageHeading, load},
    },
    i18n::{Arg, dates, name_of, t, t_args},
    request::{FormState, backend, caller, use_lang},
};
use domain::{people::PersonState, trail::RecordKind};
use leptos::{prelude::*, server_fn::ServerFn};

/// The page.
#[component]
pub fn Person() -> impl IntoView {
    let (id, history) = (address::id(), address::page_of("history"));
    let data = async move {
        let (caller, id) = (caller()?, id?);
        let page = backend().people.show(&caller, id).await?;
        Ok((page, backend().trail.history(&caller, RecordKind::Person, id, history).await?))
    };
    load(data, |(page, history)| show(page, history)).into_any()
}

fn show(page: PersonPage, history: HistoryPage) -> AnyView {
    view! {
        <Breadcrumbs links=parts::crumbs(Some(("/admin/people", "admin-people"))) />
        <PageHeading title=page.row.name.clone() />
        <Done />
        <ErrorSummary state=FormState::of(ArchivePerson::url()) />
        <ErrorSummary state=FormState::of(RestorePerson::url()) />
        {archived(&page)}
        <div class="columns">
            <div>
                {facts(&page)}
                {roles(&page)}
                {away(&page)}
            </div>
            <div>
                {invitation(&page)}
                {rescue(&page)}
                {archive(&page)}
            </div>
        </div>
        <History history=history />
    }
    .into_any()
}

fn facts(page: &PersonPage) -> AnyView {
    let lang = use_lang();
    let organisation = page.row.organisation.as_ref().map(parts::organisation_words);
    view! {
        <section aria-labelledby="facts">
            <h2 id="facts">{t(lang, "admin-person-facts")}</h2>
            <dl class="facts">
                <div><dt>{t(lang, "field-email")}</dt><dd class="admin-long">{page.row.email.clone()}</dd></div>
                <div><dt>{t(lang, "field-person-lang")}</dt><dd>{name_of(lang, "lang", page.row.lang)}</dd></div>
                <div>
                    <dt>{t(lang, "field-organisation")}</dt>
                    <dd>{organisation.unwrap_or_else(|| t(lang, "admin-no-organisation"))}</dd>
                </div>
            </dl>
            <p><a href=format!("/admin/people/{}/edit", page.row.id)>{t(lang, "admin-edit-do")}</a></p>
        </section>
    }
    .into_any()
}

fn roles(page: &PersonPage) -> AnyView {
    let lang = use_lang();
    let held: Vec<_> = page.row.roles.iter().map(|held| view! { <li>{role_words(lang, held)}</li> }).collect();
    let held = if held.is_empty() {
        view! { <p class="notice">{t(lang, "admin-no-role-about")}</p> }.into_any()
    } else {
        view! { <ul>{held}</ul> }.into_any()
    };
    view! {
        <section aria-labelledby="roles">
            <h2 id="roles">{t(lang, "admin-roles")}</h2>
            {held}
            <p><a href=format!("/admin/people/{}/roles", page.row.id)>{t(lang, "admin-roles-do")}</a></p>
        </section>
    }
    .into_any()
}

fn away(page: &PersonPage) -> AnyView {
    let lang = use_lang();
    let deputy = page.deputy.as_ref().map_or_else(|| t(lang, "admin-no-deputy"), |deputy| deputy.name.clone());
    let names = |people: &[PersonName]| people.iter().map(|person| person.name.clone()).collect::<Vec<_>>().join(", ");
    let stands_in = (!page.deputy_of.is_empty()).then(|| {
        view! { <div><dt>{t(lang, "admin-deputy-of")}</dt><dd>{names(&page.deputy_of)}</dd></div> }
    });
    let absence = page.absences.first().map(|absence| {
        let days =
            [("from", Arg::from(dates::day(lang, absence.starts_on))), ("to", Arg::from(dates::day(lang, absence.ends_on)))];
        view! { <div><dt>{t(lang, "admin-absences")}</dt><dd>{t_args(lang, "admin-absence-days", &days)}</dd></div> }
    });
    view! {
        <section aria-labelledby="away">
            <h2 id="away">{t(lang, "admin-away")}</h2>
            <dl class="facts">
                <div><dt>{t(lang, "admin-deputy")}</dt><dd>{deputy}</dd></div>
                {stands_in}
                {absence}
            </dl>
            <p><a href=format!("/admin/people/{}/away", page.row.id)>{t(lang, "admin-away-do")}</a></p>
        </section>
    }
    .into_any()
}

/// Where the person stands on the way in, and an invitation for those who have not been in yet.
fn invitation(page: &PersonPage) -> AnyView {
    let lang = use_lang();
    let sent = page.invited.map(|(on, until)| {
        let days = [("date", Arg::from(dates::day(lang, on))), ("until", Arg::from(crate::components::dates::moment(until)))];
        match page.row.state {
            PersonState::Invited => t_args(lang, "admin-invited", &days),
            _ => t_args(lang, "admin-invited-before", &days),
        }
    });
    let sent = sent.filter(|_| page.row.last_sign_in.is_none()).map(|words| view! { <p>{words}</p> });
    let may = matches!(page.row.state, PersonState::Invited | PersonState::NeverSignedIn);
    let words = if page.invited.is_some() { t(lang, "admin-invite-again") } else { t(lang, "admin-invite-do") };
    let form = may.then(|| {
        view! {
            <form method="post" action=InvitePerson::url()>
                {parts::guard("person", page.row.id, page.lock_version)}
                <button type="submit" class="button">{words}</button>
            </form>
            <p class="hint">{t(lang, "admin-invite-about")}</p>
        }
    });
    view! {
        <section class="card" aria-labelledby="standing">
            <h2 id="standing">{t(lang, "admin-standing")}</h2>
            <ErrorSummary state=FormState::of(InvitePerson::url()) />
            <p><strong>{state_words(lang, &page.row)}</strong></p>
            {sent}
            {form}
        </section>
    }
    .into_any()
}

/// What is done for somebody who lost a device, or got another work account.
fn rescue(page: &PersonPage) -> AnyView {
    let lang = use_lang();
    if page.archived.is_some() {
        return ().into_any();
    }
    let about = t(lang, "admin-rescue-factor-about");
    let factor = match page.has_factor {
        true => rescue_form(page, RemovePersonFactor::url(), "factor_reason", t(lang, "admin-rescue-factor"), about),
        // The person took it off meanwhile.
        false => view! { <ErrorSummary state=FormState::of(RemovePersonFactor::url()) /> }.into_any(),
    };
    let (does, about) = (t(lang, "admin-rescue-sessions"), t(lang, "admin-rescue-sessions-about"));
    view! {
        <section class="card" aria-labelledby="rescue">
            <h2 id="rescue">{t(lang, "admin-rescue")}</h2>
            <p>{t(lang, "admin-rescue-about")}</p>
            {factor}
            {rescue_form(page, EndPersonSessions::url(), "sessions_reason", does, about)}
            {work_account(page)}
        </section>
    }
    .into_any()
}

/// The work account that is linked, and the way to unlink it.
fn work_account(page: &PersonPage) -> AnyView {
    let lang = use_lang();
    let Some(on) = page.linked else {
        // Somebody else unlinked it meanwhile.
        return view! { <ErrorSummary state=FormState::of(UnlinkPersonAccount::url()) /> }.into_any();
    };
    let linked = t_args(lang, "admin-rescue-linked", &[("date", Arg::from(dates::day(lang, on)))]);
    let (does, about) = (t(lang, "admin-rescue-unlink"), t(lang, "admin-rescue-unlink-about"));
    view! {
        <p>{linked}</p>
        {rescue_form(page, UnlinkPersonAccount::url(), "unlink_reason", does, about)}
    }
    .into_any()
}

fn rescue_form(page: &PersonPage, action: &'static str, reason: &'static str, does: String, about: String) -> AnyView {
    let state = FormState::of(action);
    let is_open = state.has_failed();
    view! {
        <details open=is_open>
            <summary>{does.clone()}</summary>
            <ErrorSummary state=state.clone() />
            <p>{about}</p>
            <form method="post" action=action>
                {parts::guard("person", page.row.id, page.lock_version)}
                <TextField name=reason state=state />
                <button type="submit" class="button button-secondary">{does}</button>
            </form>
        </details>
    }
    .into_any()
}

fn archive(page: &PersonPage) -> AnyView {
    let lang = use_lang();
    if page.archived.is_some() {
        return ().into_any();
    }
    if page.is_last_administrator {
        return view! { <p class="notice">{t(lang, "admin-last-administrator")}</p> }.into_any();
    }
    let links: Vec<_> = page
        .owned
        .iter()
        .map(|owned| view! { <li><a href=format!("/measures/{}", owned.id)>{measure_words(lang, &owned.label)}</a></li> })
        .collect();
    let owned = (page.owned_in_all > 0).then(|| {
        view! {
            <p><strong>{t_args(lang, "admin-owned", &[("count", Arg::from(page.owned_in_all))])}</strong></p>
            <ul>{links}</ul>
        }
    });
    let words = view! { <p>{t(lang, "admin-person-archive-about")}</p>{owned} }.into_any();
    parts::archive(ArchivePerson::url(), "person", page.row.id, page.lock_version, words)
}

fn measure_words(lang: domain::text::Lang, label: &str) -> String {
    t_args(lang, "measure-label", &[("label", Arg::from(label.to_owned()))])
}

fn archived(page: &PersonPage) -> AnyView {
    let lang = use_lang();
    let Some((on, why)) = page.archived.clone() else { return ().into_any() };
    let (id, on) = (page.row.id, dates::day(lang, on));
    parts::restore(RestorePerson::url(), "person", id, page.lock_version, on, why, "admin-person-restore-about")
}
