//! Organisations: the list, and the form of one.

use super::parts;
use crate::{
    api::{
        admin::organisations::{
            AddOrganisation, ArchiveOrganisation, EditOrganisation, OrganisationFilter, OrganisationList, OrganisationPage,
            OrganisationRow, RestoreOrganisation,
        },
        trail::HistoryPage,
    },
    components::{
        address,
        breadcrumbs::Breadcrumbs,
        check::CheckBox,
        conflict::{Compared, Conflict},
        errors::ErrorSummary,
        form::TextField,
        history::History,
        notice::Done,
        page::{PageHeading, load},
        pagination::Pagination,
    },
    i18n::{Arg, dates, t, t_args},
    request::{FormState, backend, caller, use_lang},
};
use domain::{
    text::{Bilingual, Lang},
    trail::RecordKind,
};
use leptos::{prelude::*, server_fn::ServerFn};

/// The list.
#[component]
pub fn Organisations() -> impl IntoView {
    let page = address::page();
    let is_on = |name| !address::query(name).is_empty();
    let filter = OrganisationFilter { text: address::query("words"), archived: is_on("archived"), empty: is_on("empty") };
    let asked = filter.clone();
    let data = async move { backend().organisations.list(&caller()?, &asked, page).await };
    load(data, move |found| list(found, filter)).into_any()
}

fn list(found: OrganisationList, filter: OrganisationFilter) -> AnyView {
    let lang = use_lang();
    let total = found.page.total;
    let rows: Vec<_> = found.rows.into_iter().map(row).collect();
    view! {
        <Breadcrumbs links=parts::crumbs(None) />
        <div class="heading-row">
            <PageHeading title=t(lang, "admin-organisations") />
            <a class="button" href="/admin/organisations/new">{t(lang, "admin-organisation-add")}</a>
        </div>
        <Done />
        <p>{t(lang, "admin-organisations-intro")}</p>
        <form class="filter-form no-print" method="get" action="/admin/organisations" role="search">
            <TextField name="words" state=FormState::default() before=filter.text kind="search" />
            <CheckBox name="empty" state=FormState::default() before=filter.empty />
            <CheckBox name="archived" state=FormState::default() before=filter.archived />
            <button type="submit" class="button button-secondary">{t(lang, "filter-do")}</button>
        </form>
        <p class="filter-result" role="status">{t_args(lang, "admin-found-organisations", &[("count", Arg::from(total))])}</p>
        {(total > 0).then(|| view! {
            <table class="stacked admin-table">
                <caption class="visually-hidden">{t(lang, "admin-organisations")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t(lang, "field-code")}</th>
                        <th scope="col">{t(lang, "field-name-en")}</th>
                        <th scope="col">{t(lang, "field-name-fr")}</th>
                        <th scope="col" class="number">{t(lang, "admin-people")}</th>
                        <th scope="col" class="number">{t(lang, "admin-leads")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        })}
        <Pagination page=found.page />
    }
    .into_any()
}

/// The code, and the one in French beside it where that is another.
fn codes(row: &OrganisationRow) -> String {
    std::iter::once(row.code.as_str()).chain(row.code_fr.as_deref()).collect::<Vec<_>>().join(" / ")
}

fn row(row: OrganisationRow) -> AnyView {
    let lang = use_lang();
    let name = |of: &Bilingual, own: Lang| {
        let words = of.get(own).map(str::to_owned);
        match words {
            Some(words) => view! { <span lang=own.to_string()>{words}</span> }.into_any(),
            None => view! { <span class="muted">{t(lang, "admin-no-name")}</span> }.into_any(),
        }
    };
    let people = format!("/admin/people?organisation={}", row.id);
    view! {
        <tr>
            <th scope="row"><a class="admin-link" href=format!("/admin/organisations/{}", row.id)>{codes(&row)}</a></th>
            <td data-label=t(lang, "field-name-en")>{name(&row.name, Lang::En)}</td>
            <td data-label=t(lang, "field-name-fr")>{name(&row.name, Lang::Fr)}</td>
            <td class="number" data-label=t(lang, "admin-people")><a href=people>{row.people}</a></td>
            <td class="number" data-label=t(lang, "admin-leads")><span>{row.leads}</span></td>
        </tr>
    }
    .into_any()
}

/// The form for a new one.
#[component]
pub fn OrganisationNew() -> impl IntoView {
    let lang = use_lang();
    // Asks for the first page only to find out whether the person may be here at all.
    let may = async move { backend().organisations.list(&caller()?, &OrganisationFilter::default(), 1).await };
    load(may, move |_| {
        let state = FormState::of(AddOrganisation::url());
        view! {
            <Breadcrumbs links=parts::crumbs(Some(("/admin/organisations", "admin-organisations"))) />
            <PageHeading title=t(lang, "admin-organisation-add") />
            <ErrorSummary state=state.clone() />
            <form method="post" action=AddOrganisation::url()>
                {fields(&state, ("", None), &Bilingual::default())}
                <button type="submit" class="button">{t(lang, "admin-add-do")}</button>
            </form>
        }
        .into_any()
    })
    .into_any()
}

fn fields(state: &FormState, (code, code_fr): (&str, Option<&str>), name: &Bilingual) -> AnyView {
    view! {
        <TextField name="code" state=state.clone() before=code.to_owned() class="input-medium" />
        <TextField
            name="code_fr"
            state=state.clone()
            before=code_fr.unwrap_or_default().to_owned()
            class="input-medium"
            optional=true
        />
        {parts::both_names(state, name.get(Lang::En), name.get(Lang::Fr))}
    }
    .into_any()
}

/// One organisation.
#[component]
pub fn Organisation() -> impl IntoView {
    let (id, history) = (address::id(), address::page_of("history"));
    let data = async move {
        let (caller, id) = (caller()?, id?);
        let page = backend().organisations.show(&caller, id).await?;
        Ok((page, backend().trail.history(&caller, RecordKind::Organisation, id, history).await?))
    };
    load(data, |(page, history)| show(page, history)).into_any()
}

/// What two people may have written differently.
fn compared(row: &OrganisationRow) -> Vec<Compared> {
    let name = |lang| row.name.get(lang).unwrap_or_default().to_owned();
    vec![
        Compared::text("code", row.code.clone()),
        Compared::text("code_fr", row.code_fr.clone().unwrap_or_default()),
        Compared::text("name_en", name(Lang::En)),
        Compared::text("name_fr", name(Lang::Fr)),
    ]
}

fn show(page: OrganisationPage, history: HistoryPage) -> AnyView {
    let lang = use_lang();
    let (id, lock) = (page.row.id, page.lock_version);
    let state = FormState::of(EditOrganisation::url());
    let archive_state = FormState::of(ArchiveOrganisation::url());
    let counts = [("people", Arg::from(page.row.people)), ("measures", Arg::from(page.row.leads))];
    let end = match page.row.archived_on {
        Some(on) => {
            let (on, why) = (dates::day(lang, on), page.archived_reason.unwrap_or_default());
            parts::restore(RestoreOrganisation::url(), "organisation", id, lock, on, why, "admin-organisation-restore-about")
        }
        None => {
            let words = view! {
                <p>{t(lang, "admin-organisation-archive-about")}</p>
                <p>{t_args(lang, "admin-organisation-counts", &counts)}</p>
            };
            parts::archive(ArchiveOrganisation::url(), "organisation", id, lock, words.into_any())
        }
    };
    view! {
        <Breadcrumbs links=parts::crumbs(Some(("/admin/organisations", "admin-organisations"))) />
        <PageHeading title=codes(&page.row) />
        <Done />
        <Conflict
            state=state.clone()
            fields=compared(&page.row)
            keep=format!("/admin/organisations/{id}")
        />
        <ErrorSummary state=archive_state />
        <ErrorSummary state=FormState::of(RestoreOrganisation::url()) />
        <form method="post" action=EditOrganisation::url()>
            {parts::guard("organisation", id, lock)}
            {fields(&state, (&page.row.code, page.row.code_fr.as_deref()), &page.row.name)}
            <div class="actions">
                <button type="submit" class="button">{t(lang, "admin-keep-do")}</button>
                <a href=format!("/admin/people?organisation={id}")>{t(lang, "admin-organisation-people")}</a>
            </div>
        </form>
        {end}
        <History history=history />
    }
    .into_any()
}
