//! What my work says when nothing is asked, and to people who come for the first time.

use crate::{
    api::work::WorkPage,
    i18n::{Arg, dates, name_of, t, t_args},
    request::{request, use_lang},
};
use domain::{
    dates::ReportingPeriod,
    people::Role,
    text::{Coded, Lang},
};
use leptos::prelude::*;

/// What it means that nothing is asked, and where to go instead.
pub(super) fn nothing_asked(page: &WorkPage) -> AnyView {
    let lang = use_lang();
    let meaning = if page.is_lead {
        // From then on an update of every measure is asked for again, also of those no mail would speak of.
        let next = ReportingPeriod::of(page.today).next_begins().unwrap_or(page.today);
        t_args(lang, "work-nothing-lead", &[("date", Arg::from(dates::day(lang, next)))])
    } else if page.may_import {
        t(lang, "work-nothing-coordinator")
    } else {
        t(lang, "work-nothing-reader")
    };
    let import = page.may_import.then(|| view! { <a class="button" href="/import">{t(lang, "nav-import")}</a> });
    view! {
        <section class="card card-empty" aria-labelledby="work-nothing">
            <h2 id="work-nothing">{t_args(lang, "work-nothing-title", &[("name", Arg::from(page.name.clone()))])}</h2>
            <p>{meaning}</p>
            <p class="actions">
                <a class="button button-secondary" href="/plans">{t(lang, "work-see-plans")}</a>
                {import}
            </p>
        </section>
    }
    .into_any()
}

/// What Suivi asks of each role the person has, folded away for those who know.
pub(super) fn roles() -> Option<AnyView> {
    let lang = use_lang();
    let held = request().actor.map(|actor| move |role: &Role| actor.has_role(&[*role]))?;
    let items = Role::ALL.iter().filter(|role| held(role)).map(|role| {
        view! { <dt>{name_of(lang, "role", *role)}</dt><dd>{explained(lang, *role)}</dd> }
    });
    Some(
        view! {
            <details class="welcome">
                <summary>{t(lang, "welcome-title")}</summary>
                <dl>{items.collect::<Vec<_>>()}</dl>
            </details>
        }
        .into_any(),
    )
}

/// What a role does here.
fn explained(lang: Lang, role: Role) -> String {
    name_of(lang, "welcome", role)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_is_told_what_suivi_asks_of_it() {
        for lang in Lang::ALL {
            for role in Role::ALL {
                assert_ne!(explained(*lang, *role), format!("welcome-{role}"));
            }
        }
    }
}
