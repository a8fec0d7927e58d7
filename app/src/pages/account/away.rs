//! Who stands in for one, and when one is away.

use crate::{
    api::{
        account::{AccountPage, AddMyAbsence, CancelMyAbsence, NameMyDeputy},
        admin::people::AbsenceView,
    },
    components::{
        errors::ErrorSummary,
        form::{Select, TextField},
    },
    i18n::{Arg, dates, t, t_args},
    request::{FormState, use_lang},
};
use leptos::{prelude::*, server_fn::ServerFn};

/// What is wrong with a change that was just tried.
pub(super) fn summary() -> AnyView {
    let urls = [NameMyDeputy::url(), AddMyAbsence::url(), CancelMyAbsence::url()];
    urls.map(|url| view! { <ErrorSummary state=FormState::of(url) /> }).into_iter().collect::<Vec<_>>().into_any()
}

fn guard(page: &AccountPage) -> AnyView {
    view! { <input type="hidden" name="lock_version" value=page.lock_version.to_string() /> }.into_any()
}

/// The deputy, and whom one stands in for.
pub(super) fn deputy(page: &AccountPage) -> AnyView {
    let lang = use_lang();
    let state = FormState::of(NameMyDeputy::url());
    let named = page.deputy.iter().filter(|deputy| page.colleagues.iter().all(|colleague| colleague.id != deputy.id));
    let people =
        named.chain(&page.colleagues).map(|person| (person.id.to_string(), format!("{} ({})", person.name, person.email)));
    let people: Vec<_> = std::iter::once((String::new(), t(lang, "account-no-deputy"))).chain(people).collect();
    let before = page.deputy.as_ref().map(|deputy| deputy.id.to_string()).unwrap_or_default();
    let acts_for: Vec<_> = page
        .acts_for
        .iter()
        .map(|(name, is_away)| {
            let key = if *is_away { "account-acts-for-away" } else { "account-acts-for-one" };
            view! { <li>{t_args(lang, key, &[("name", Arg::from(name.clone()))])}</li> }
        })
        .collect();
    let acts_for = (!acts_for.is_empty()).then(|| view! { <p>{t(lang, "account-acts-for")}</p><ul>{acts_for}</ul> });
    view! {
        <section class="card" aria-labelledby="deputy">
            <h2 id="deputy">{t(lang, "account-deputy")}</h2>
            <p>{t(lang, "account-deputy-about")}</p>
            <form method="post" action=NameMyDeputy::url()>
                {guard(page)}
                <Select name="deputy" state=state choices=people before=before />
                <button type="submit" class="button button-secondary">{t(lang, "account-keep-deputy")}</button>
            </form>
            {acts_for}
        </section>
    }
    .into_any()
}

/// The days one is away.
pub(super) fn absences(page: &AccountPage) -> AnyView {
    let lang = use_lang();
    let state = FormState::of(AddMyAbsence::url());
    let known: Vec<_> = page.absences.iter().map(|absence| one(page, absence)).collect();
    let known = if known.is_empty() {
        view! { <p class="muted">{t(lang, "account-no-absence")}</p> }.into_any()
    } else {
        view! { <ul class="account-absences">{known}</ul> }.into_any()
    };
    view! {
        <section class="card" aria-labelledby="absences">
            <h2 id="absences">{t(lang, "account-absences")}</h2>
            <p>{t(lang, "account-absences-about")}</p>
            {known}
            <form method="post" action=AddMyAbsence::url()>
                {guard(page)}
                <div class="field-row">
                    <TextField name="starts_on" state=state.clone() kind="date" class="input-medium" />
                    <TextField name="ends_on" state=state kind="date" class="input-medium" />
                </div>
                <button type="submit" class="button button-secondary">{t(lang, "account-absence-add")}</button>
            </form>
        </section>
    }
    .into_any()
}

fn one(page: &AccountPage, absence: &AbsenceView) -> AnyView {
    let lang = use_lang();
    let days = [("from", Arg::from(dates::day(lang, absence.starts_on))), ("to", Arg::from(dates::day(lang, absence.ends_on)))];
    let words = t_args(lang, "account-absence-days", &days);
    let label = t_args(lang, "account-absence-cancel-one", &[("days", Arg::from(words.clone()))]);
    view! {
        <li>
            <span>{words}</span>
            <form method="post" action=CancelMyAbsence::url()>
                {guard(page)}
                <input type="hidden" name="absence" value=absence.id.to_string() />
                <button type="submit" class="link-button" aria-label=label>{t(lang, "account-absence-cancel")}</button>
            </form>
        </li>
    }
    .into_any()
}
