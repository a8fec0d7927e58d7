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
    i18n::{Arg, dates, name_of, t, t_args},
    request::{FormState, use_lang},
};
use domain::{people::Role, text::Coded};
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
            {handed_over(page)}
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

/// What a deputy may do in one's place: the work of a lead at any time, the rest while one is away.
fn handed_over(page: &AccountPage) -> AnyView {
    let lang = use_lang();
    let held: Vec<Role> = Role::ALL.iter().copied().filter(|role| page.roles.iter().any(|(held, _)| held == role)).collect();
    if held.is_empty() {
        return view! { <p>{t(lang, "account-deputy-nothing")}</p> }.into_any();
    }
    let always = held.contains(&Role::Lead).then(|| view! { <p>{t(lang, "account-lends-lead")}</p> });
    let others = held.into_iter().filter(|role| *role != Role::Lead);
    let others: Vec<_> = others.map(|role| view! { <li>{name_of(lang, "account-lends", role)}</li> }).collect();
    let away = (!others.is_empty()).then(|| view! { <p>{t(lang, "account-deputy-away")}</p><ul>{others}</ul> });
    view! { {always}{away} }.into_any()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::testing::html;
    use domain::text::Lang;

    fn shown(roles: &[Role]) -> String {
        let page = AccountPage {
            name: "Luc".into(),
            email: "luc@example.gc.ca".into(),
            organisation: None,
            roles: roles.iter().map(|role| (*role, None)).collect(),
            lang: Lang::En,
            time_zone: None,
            instance_zone: "America/Toronto".into(),
            digest: domain::people::DigestChoice::Daily,
            deputy: None,
            colleagues: Vec::new(),
            acts_for: Vec::new(),
            absences: Vec::new(),
            lock_version: 0,
        };
        html(Lang::En, move || deputy(&page))
    }

    #[test]
    fn whoever_names_a_deputy_reads_what_is_handed_over() {
        let (always, away) = ("your work as a lead", "While you are away, your deputy also");
        let lead = shown(&[Role::Lead]);
        assert!(lead.contains(always) && !lead.contains(away), "{lead}");
        let both = shown(&[Role::Coordinator, Role::Lead, Role::Coordinator]);
        assert!(both.contains(always) && both.contains(away), "{both}");
        assert_eq!(both.matches("Coordinator: edit plans, verify").count(), 1, "{both}");
        let executive = shown(&[Role::Executive]);
        assert!(!executive.contains(always) && executive.contains("decide extensions and the fate of measures"), "{executive}");
        assert!(shown(&[Role::Administrator]).contains("passes to nobody"));
        assert!(shown(&[]).contains("nothing that your deputy could do"));
    }
}
