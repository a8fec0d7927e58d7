//! One measure in the form that reports on many: what was promised and said last on one side, what is said now on the
//! other.

use super::{drafts, fields, form::expected};
use crate::{
    api::{common::DeliverableView, many::OwnMeasure, progress::DraftView},
    components::{
        badge::FlagBadges,
        dates::{DateCell, moment},
        form::{Select, TextArea, TextField, field_id},
        text::Words,
        tick::CheckField,
    },
    i18n::{Arg, name_of, t, t_args},
    pages::measures::show_update,
    request::{FormState, request, use_lang},
};
use domain::{
    measure::MeasureStatus,
    progress::TypedProgress,
    text::{Coded, Lang},
};
use leptos::prelude::*;
use std::collections::BTreeMap;

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
                    <p>
                        <a href=format!("/measures/{}/report", measure.id)>
                            {t_args(lang, "many-full-form", &[("label", Arg::from(measure.label.clone()))])}
                        </a>
                    </p>
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

fn fields(own: &OwnMeasure, state: &FormState) -> AnyView {
    let lang = use_lang();
    let measure = &own.measure;
    let name = |field: &str| format!("rows[{}][{field}]", measure.id);
    // A form that failed on another page of the list says nothing about this row.
    let sent = !state.value(&name("lock_version"), "").is_empty();
    let fresh = FormState::default();
    let state = if sent { state } else { &fresh };
    let expected = expected(lang, measure.forecast, request().today);
    let offered = TypedProgress {
        status: measure.status.code().to_owned(),
        percent: measure.percent.to_string(),
        forecast: expected,
        ..TypedProgress::default()
    };
    let before = own.draft.as_ref().map_or_else(|| offered.clone(), |draft| draft.typed.clone());
    let statuses = MeasureStatus::ALL.iter().filter(|status| status.is_leads_choice());
    let statuses = statuses.map(|status| (status.code().to_owned(), name_of(lang, "status", *status))).collect();
    view! {
        {own.draft.as_ref().filter(|_| !sent).map(draft_note)}
        <input type="hidden" name=name("lock_version") value=own.lock_version.to_string() />
        <input type="hidden" name=name("draft_key") value=drafts::own_key(state, &name("draft_key"), own.draft.as_ref()) />
        {drafts::from_elsewhere(own.draft.as_ref(), state, &name).map(|draft| other_draft(&draft, name("replaces")))}
        {hidden(state, name("status_before"), offered.status)}
        {hidden(state, name("percent_before"), offered.percent)}
        {hidden(state, name("forecast_before"), offered.forecast)}
        <CheckField name=name("nothing_new") state=state.clone() before=before.nothing_new />
        <div class="field-row">
            <Select name=name("status") state=state.clone() choices=statuses before=before.status />
            <TextField name=name("percent") state=state.clone() before=before.percent class="input-short" />
            <TextField name=name("forecast") state=state.clone() before=before.forecast class="input-medium" optional=true />
        </div>
        {deliverables(state, &measure.deliverables, &before.deliverables, measure.id)}
        <TextArea name=name("done") state=state.clone() before=before.done rows=2 optional=true />
        <div class="field-row">
            <TextArea name=name("obstacles") state=state.clone() before=before.obstacles rows=2 optional=true />
            <TextArea name=name("next_step") state=state.clone() before=before.next_step rows=2 optional=true />
        </div>
        {language(state, &name("text_lang"), &before.text_lang)}
    }
    .into_any()
}

/// A row nobody touched stays one when the form comes back, whatever was reported meanwhile.
fn hidden(state: &FormState, name: String, before: String) -> AnyView {
    let value = state.value(&name, &before);
    view! { <input type="hidden" name=name value=value /> }.into_any()
}

/// Said above a row that is filled with a draft: it goes out with the others.
fn draft_note(draft: &DraftView) -> AnyView {
    let lang = use_lang();
    let at = [("at", Arg::from(moment(draft.saved_at)))];
    let stale = draft.is_stale.then(|| view! { <p>{t(lang, "draft-stale")}</p> });
    view! {
        <div class="notice draft-notice">
            <p>{t_args(lang, "many-draft-here", &at)}</p>
            {stale}
        </div>
    }
    .into_any()
}

/// Said above a row that came back while a draft from elsewhere has other words: they are kept unless the person says
/// that this row replaces them.
fn other_draft(draft: &DraftView, name: String) -> AnyView {
    let lang = use_lang();
    let at = [("at", Arg::from(moment(draft.saved_at)))];
    let id = field_id(&name);
    view! {
        <div class="notice draft-notice">
            <p>{t_args(lang, "many-draft-elsewhere", &at)}</p>
            {drafts::words(&draft.typed)}
            <div class="field check">
                <input type="checkbox" id=id.clone() name=name value=draft.typed.draft_key.clone() />
                <label for=id>{t(lang, "many-draft-replace")}</label>
            </div>
        </div>
    }
    .into_any()
}

/// The state of each deliverable, in the row, so that a claim needs no other page.
fn deliverables(state: &FormState, all: &[DeliverableView], before: &BTreeMap<i64, String>, measure: i64) -> AnyView {
    let named = |list: &str, id: i64| format!("rows[{measure}][{list}][{id}]");
    let offered: Vec<_> =
        all.iter().map(|of| hidden(state, named("deliverables_before", of.id), of.status.code().to_owned())).collect();
    view! {
        {offered}
        {fields::deliverables_named(state, all, before, &|id| named("deliverables", id))}
    }
    .into_any()
}

/// The language of a draft that was written in another one than the form is in.
fn language(state: &FormState, name: &str, of_draft: &str) -> Option<AnyView> {
    let lang = use_lang();
    let before = state.value(name, of_draft);
    let languages = Lang::ALL.iter().map(|of| (of.code().to_owned(), name_of(lang, "lang", *of))).collect();
    (!before.is_empty() && before != lang.code())
        .then(|| view! { <Select name=name.to_owned() state=state.clone() choices=languages before=before /> }.into_any())
}
