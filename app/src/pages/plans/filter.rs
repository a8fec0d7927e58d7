//! Narrowing a plan to some of its measures. The filter lives in the address, so that it can be sent to somebody.

use crate::{
    api::plans::{PlanFilter, PlanPage},
    components::{
        address,
        form::{Select, TextField},
    },
    i18n::{Arg, name_of, t, t_args},
    request::{FormState, use_lang},
};
use domain::{
    measure::{LatenessFilter, MeasureStatus},
    text::{Coded, Lang},
};
use leptos::prelude::*;

/// The filter the address asks for; what makes no sense does not narrow.
pub(super) fn read() -> PlanFilter {
    PlanFilter {
        organisation: address::parsed("organisation"),
        status: address::parsed("status"),
        lateness: address::parsed("lateness"),
        text: address::query("words"),
    }
}

fn all(lang: Lang) -> (String, String) {
    (String::new(), t(lang, "filter-all"))
}

fn coded<T: Coded>(lang: Lang, list: &str) -> Vec<(String, String)> {
    let choices = T::ALL.iter().map(|value| (value.code().to_owned(), name_of(lang, list, *value)));
    std::iter::once(all(lang)).chain(choices).collect()
}

fn organisations(lang: Lang, plan: &PlanPage) -> Vec<(String, String)> {
    let choices = plan.organisations.iter().map(|organisation| {
        let name = organisation.name.as_ref().map(|name| format!(" – {}", name.text)).unwrap_or_default();
        (organisation.id.to_string(), format!("{}{name}", organisation.code))
    });
    std::iter::once(all(lang)).chain(choices).collect()
}

/// The form, and how much matches.
pub(super) fn form(plan: &PlanPage, filter: &PlanFilter) -> AnyView {
    let lang = use_lang();
    let state = FormState::default();
    let (statuses, lateness) = (coded::<MeasureStatus>(lang, "status"), coded::<LatenessFilter>(lang, "lateness"));
    let code = |value: Option<String>| value.unwrap_or_default();
    let matching = (!filter.is_empty()).then(|| {
        let counts = [("matching", Arg::from(plan.matching)), ("total", Arg::from(plan.picture.total))];
        view! {
            <p class="filter-result" role="status">
                {t_args(lang, "filter-matching", &counts)}" "
                <a href=format!("/plans/{}#measures", plan.id)>{t(lang, "filter-clear")}</a>
            </p>
        }
    });
    view! {
        <section class="filter" id="measures" aria-labelledby="measures-title">
            <h2 id="measures-title">{t(lang, "plan-measures")}</h2>
            <form class="filter-form no-print" method="get" action=format!("/plans/{}#measures", plan.id) role="search">
                <Select
                    name="organisation"
                    state=state.clone()
                    choices=organisations(lang, plan)
                    before=code(filter.organisation.map(|id| id.to_string()))
                />
                <Select
                    name="status"
                    state=state.clone()
                    choices=statuses
                    before=code(filter.status.map(|status| status.to_string()))
                />
                <Select
                    name="lateness"
                    state=state.clone()
                    choices=lateness
                    before=code(filter.lateness.map(|lateness| lateness.to_string()))
                />
                <TextField name="words" state=state before=filter.text.clone() kind="search" />
                <button type="submit" class="button button-secondary">{t(lang, "filter-do")}</button>
            </form>
            {matching}
        </section>
    }
    .into_any()
}
