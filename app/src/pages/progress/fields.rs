//! The choices of the progress form: the status and the state of each deliverable.

use crate::{
    api::common::DeliverableView,
    components::{
        badge::{DeliverableLate, StatusMark},
        deliverables::due_words,
        form::{described_by, field_id},
        text::Words,
    },
    i18n::{name_of, t},
    request::{FormState, use_lang},
};
use domain::{deliverable::DeliverableStatus, measure::MeasureStatus, text::Coded};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The statuses a lead may choose, each with what it means.
pub(in crate::pages) fn statuses(state: &FormState, before: &str) -> AnyView {
    let lang = use_lang();
    let id = field_id("status");
    let chosen = state.value("status", before);
    let problem = state.problem("status").map(|code| {
        view! { <p class="problem" id=format!("{id}-problem")>{name_of(lang, "problem", code)}</p> }
    });
    let described = problem.is_some().then(|| format!("{id}-problem"));
    let class = if problem.is_some() { "field field-wrong choices" } else { "field choices" };
    let choices = MeasureStatus::ALL.iter().filter(|status| status.is_leads_choice()).enumerate().map(|(index, status)| {
        // The first one carries the field's id, so that the summary of problems leads to it.
        let own = if index == 0 { id.clone() } else { format!("{id}-{index}") };
        let help = format!("{own}-help");
        view! {
            <div class="choice">
                <input
                    type="radio"
                    id=own.clone()
                    name="status"
                    value=status.code()
                    checked=chosen == status.code()
                    aria-describedby=help.clone()
                />
                <label for=own><StatusMark status=*status />{name_of(lang, "status", *status)}</label>
                <p class="hint" id=help>{name_of(lang, "status-help", *status)}</p>
            </div>
        }
    });
    view! {
        <fieldset class=class aria-describedby=described>
            <legend>{t(lang, "field-status-now")}</legend>
            {problem}
            {choices.collect::<Vec<_>>()}
        </fieldset>
    }
    .into_any()
}

/// The state of each deliverable; what was retired by a decision is shown and not asked.
pub(in crate::pages) fn deliverables(
    state: &FormState,
    deliverables: &[DeliverableView],
    before: &BTreeMap<i64, String>,
) -> AnyView {
    deliverables_named(state, deliverables, before, &|id| format!("deliverables[{id}]"))
}

/// The same, in a form that calls the field of each as `name` says.
pub(super) fn deliverables_named(
    state: &FormState,
    deliverables: &[DeliverableView],
    before: &BTreeMap<i64, String>,
    name: &dyn Fn(i64) -> String,
) -> AnyView {
    let lang = use_lang();
    let row = |deliverable: &DeliverableView| row(state, deliverable, before.get(&deliverable.id), name(deliverable.id));
    let rows: Vec<_> = deliverables.iter().map(row).collect();
    (!rows.is_empty())
        .then(|| {
            view! {
                <fieldset class="field deliverable-fields">
                    <legend>{t(lang, "field-deliverables")}</legend>
                    {rows}
                </fieldset>
            }
        })
        .into_any()
}

fn row(state: &FormState, deliverable: &DeliverableView, before: Option<&String>, name: String) -> AnyView {
    let lang = use_lang();
    let (id, described) = (field_id(&name), described_by(&name, state));
    let is_retired = deliverable.status == DeliverableStatus::Retired;
    let chosen = state.value(&name, before.map_or(deliverable.status.code(), String::as_str));
    let offered = DeliverableStatus::ALL.iter().filter(move |status| (**status == DeliverableStatus::Retired) == is_retired);
    let options = offered.map(|status| {
        view! { <option value=status.code() selected=chosen == status.code()>{name_of(lang, "deliverable-status", *status)}</option> }
    });
    let options: Vec<_> = options.collect();
    let problem = state.problem(&name);
    let wrong = problem.map(|code| view! { <p class="problem" id=format!("{id}-problem")>{name_of(lang, "problem", code)}</p> });
    view! {
        <div class="deliverable-field">
            <label for=id.clone()>
                <Words text=deliverable.title.clone() />
                " "<DeliverableLate days=deliverable.days_late />
                {due_words(lang, deliverable).map(|due| view! { <span class="deliverable-when muted">{due}</span> })}
            </label>
            {wrong}
            <select id=id name=name aria-describedby=described aria-invalid=problem.is_some().then_some("true")>{options}</select>
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::text::Lang;

    #[test]
    fn every_status_a_lead_may_choose_is_explained() {
        for lang in Lang::ALL {
            for status in MeasureStatus::ALL.iter().filter(|status| status.is_leads_choice()) {
                assert!(!name_of(*lang, "status-help", *status).starts_with("status-help"), "{status}");
            }
        }
    }
}
