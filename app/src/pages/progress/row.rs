//! One measure in the form that reports on many: what was promised and said last on one side, what is said now on the
//! other.

use super::form::expected;
use crate::{
    api::many::OwnMeasure,
    components::{
        badge::FlagBadges,
        dates::DateCell,
        form::{Select, TextArea, TextField},
        text::Words,
        tick::CheckField,
    },
    i18n::{Arg, name_of, t, t_args},
    pages::measures::show_update,
    request::{FormState, request, use_lang},
};
use domain::{measure::MeasureStatus, text::Coded};
use leptos::prelude::*;

/// The card of a measure; `next` is the measure that follows it on the page.
pub(super) fn card(own: &OwnMeasure, state: &FormState, next: Option<i64>) -> AnyView {
    let lang = use_lang();
    let measure = &own.measure;
    let label = t_args(lang, "measure-label", &[("label", Arg::from(measure.label.clone()))]);
    let (href, words) = match next {
        Some(next) => (format!("#measure-{next}"), t(lang, "many-next")),
        None => ("#many-send".to_owned(), t(lang, "many-to-the-end")),
    };
    let instead = own.instead_of.clone().map(|name| {
        view! { <p class="many-note">{t_args(lang, "many-instead-of", &[("name", Arg::from(name))])}</p> }
    });
    let class = if measure.flags.overdue { "many-card is-late" } else { "many-card" };
    view! {
        <fieldset class=class id=format!("measure-{}", measure.id) tabindex="-1">
            <legend><a href=format!("/measures/{}", measure.id)>{label}</a></legend>
            <p class="many-skip"><a class="skip-next" href=href>{words}</a></p>
            <div class="many-columns">
                <div class="many-about">
                    <p class="work-text"><Words text=measure.text.clone() /></p>
                    {instead}
                    <p class="many-due"><DateCell row=measure.clone() /></p>
                    <FlagBadges flags=measure.flags />
                    {last_time(own)}
                    <p><a href=format!("/measures/{}/report", measure.id)>{full_form(own)}</a></p>
                </div>
                <div class="many-fields">{fields(own, state)}</div>
            </div>
        </fieldset>
    }
    .into_any()
}

fn last_time(own: &OwnMeasure) -> AnyView {
    let lang = use_lang();
    match own.last.clone() {
        Some(update) => view! {
            <details class="many-last">
                <summary>{t(lang, "progress-last-time")}</summary>
                {show_update(update)}
            </details>
        }
        .into_any(),
        None => view! { <p class="muted">{t(lang, "progress-first-time")}</p> }.into_any(),
    }
}

/// What the form of this one measure is for.
fn full_form(own: &OwnMeasure) -> String {
    let lang = use_lang();
    let key = if own.has_draft { "many-draft-waiting" } else { "many-full-form" };
    t_args(lang, key, &[("label", Arg::from(own.measure.label.clone()))])
}

fn fields(own: &OwnMeasure, state: &FormState) -> AnyView {
    let lang = use_lang();
    let measure = &own.measure;
    let name = |field: &str| format!("rows[{}][{field}]", measure.id);
    // A form that failed on another page of the list says nothing about this row.
    let sent = !state.value(&name("lock_version"), "").is_empty();
    let fresh = FormState::default();
    let state = if sent { state } else { &fresh };
    let expected = expected(lang, measure.forecast, request().today);
    let (status, percent) = (measure.status.code().to_owned(), measure.percent.to_string());
    let statuses = MeasureStatus::ALL.iter().filter(|status| status.is_leads_choice());
    let statuses = statuses.map(|status| (status.code().to_owned(), name_of(lang, "status", *status))).collect();
    // A row nobody touched stays one when the form comes back, whatever was reported meanwhile.
    let offered = |field: &str, before: &str| {
        let name = name(&format!("{field}_before"));
        let value = state.value(&name, before);
        view! { <input type="hidden" name=name value=value /> }
    };
    view! {
        <input type="hidden" name=name("lock_version") value=own.lock_version.to_string() />
        {offered("status", &status)}
        {offered("percent", &percent)}
        {offered("forecast", &expected)}
        <CheckField name=name("nothing_new") state=state.clone() />
        <div class="field-row">
            <Select name=name("status") state=state.clone() choices=statuses before=status />
            <TextField name=name("percent") state=state.clone() before=percent class="input-short" />
            <TextField name=name("forecast") state=state.clone() before=expected class="input-medium" optional=true />
        </div>
        <TextArea name=name("done") state=state.clone() rows=2 optional=true />
        <div class="field-row">
            <TextArea name=name("obstacles") state=state.clone() rows=2 optional=true />
            <TextArea name=name("next_step") state=state.clone() rows=2 optional=true />
        </div>
    }
    .into_any()
}
