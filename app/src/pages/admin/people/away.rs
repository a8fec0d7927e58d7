//! Who stands in for a person, and when the person is away.

use super::{back, parts};
use crate::{
    api::admin::{
        absences::{AddAbsence, CancelAbsence, NameDeputy},
        people::{AbsenceView, PersonPage},
    },
    components::{
        address,
        errors::ErrorSummary,
        form::{Select, TextField},
        notice::Done,
        page::{PageHeading, load},
    },
    i18n::{Arg, dates, t, t_args},
    request::{FormState, backend, caller, use_lang},
};
use leptos::{prelude::*, server_fn::ServerFn};

/// The page.
#[component]
pub fn PersonAway() -> impl IntoView {
    let id = address::id();
    load(async move { backend().people.show(&caller()?, id?).await }, show).into_any()
}

fn show(page: PersonPage) -> AnyView {
    let lang = use_lang();
    let states = [NameDeputy::url(), AddAbsence::url(), CancelAbsence::url()].map(FormState::of);
    let summaries: Vec<_> = states.iter().map(|state| view! { <ErrorSummary state=state.clone() /> }).collect();
    let [deputy_state, absence_state, _] = states;
    view! {
        {back(&page)}
        <PageHeading title=t_args(lang, "admin-away-of", &[("name", Arg::from(page.row.name.clone()))]) />
        <Done />
        {summaries}
        {deputy(&page, deputy_state)}
        {absences(&page, absence_state)}
    }
    .into_any()
}

fn deputy(page: &PersonPage, state: FormState) -> AnyView {
    let lang = use_lang();
    let people = page.people.iter().map(|person| (person.id.to_string(), format!("{} ({})", person.name, person.email)));
    let people: Vec<_> = std::iter::once((String::new(), t(lang, "admin-no-deputy"))).chain(people).collect();
    let before = page.deputy.as_ref().map(|deputy| deputy.id.to_string()).unwrap_or_default();
    // Somebody archived is no choice any more, but is still named here until somebody else is.
    let gone = page.deputy.as_ref().filter(|deputy| page.people.iter().all(|person| person.id != deputy.id));
    let gone = gone.map(|deputy| {
        view! { <p class="notice">{t_args(lang, "admin-deputy-gone", &[("name", Arg::from(deputy.name.clone()))])}</p> }
    });
    view! {
        <section class="card" aria-labelledby="deputy">
            <h2 id="deputy">{t(lang, "admin-deputy")}</h2>
            <p>{t(lang, "admin-deputy-about")}</p>
            {gone}
            <form method="post" action=NameDeputy::url()>
                {parts::guard("person", page.row.id, page.lock_version)}
                <Select name="deputy" state=state choices=people before=before />
                <button type="submit" class="button">{t(lang, "admin-keep-do")}</button>
            </form>
        </section>
    }
    .into_any()
}

fn absences(page: &PersonPage, state: FormState) -> AnyView {
    let lang = use_lang();
    let known: Vec<_> = page.absences.iter().map(|absence| one(page, absence)).collect();
    let none = known.is_empty().then(|| view! { <p class="muted">{t(lang, "admin-no-absence")}</p> });
    view! {
        <section class="card" aria-labelledby="absences">
            <h2 id="absences">{t(lang, "admin-absences")}</h2>
            <p>{t(lang, "admin-absences-about")}</p>
            {none}
            <ul class="admin-rows">{known}</ul>
            <form method="post" action=AddAbsence::url()>
                {parts::guard("person", page.row.id, page.lock_version)}
                <div class="field-row admin-dates">
                    <TextField name="starts_on" state=state.clone() kind="date" class="input-medium" />
                    <TextField name="ends_on" state=state kind="date" class="input-medium" />
                </div>
                <button type="submit" class="button">{t(lang, "admin-absence-add")}</button>
            </form>
        </section>
    }
    .into_any()
}

fn one(page: &PersonPage, absence: &AbsenceView) -> AnyView {
    let lang = use_lang();
    let days = [("from", Arg::from(dates::day(lang, absence.starts_on))), ("to", Arg::from(dates::day(lang, absence.ends_on)))];
    let words = t_args(lang, "admin-absence-days", &days);
    let label = t_args(lang, "admin-absence-cancel", &[("days", Arg::from(words.clone()))]);
    let now = absence.is_now.then(|| view! { " "<span class="tag">{t(lang, "admin-away-now")}</span> });
    view! {
        <li>
            <div>{words}{now}</div>
            <form method="post" action=CancelAbsence::url()>
                {parts::guard("person", page.row.id, page.lock_version)}
                <input type="hidden" name="absence" value=absence.id.to_string() />
                <button type="submit" class="link-button" aria-label=label>{t(lang, "admin-absence-cancel-do")}</button>
            </form>
        </li>
    }
    .into_any()
}
