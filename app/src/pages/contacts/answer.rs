//! What somebody without an account finds behind their link: the measure, what was said last, and one form. Nothing of
//! the rest of the program.

use crate::{
    api::contacts::{ANSWER_FILE, AnswerEvidence, AnswerForm, AnswerPage, AnswerUpdate, answer_file_address},
    components::{
        address,
        dates::{Due, day_of},
        errors::ErrorSummary,
        form::{Field, Select, TextArea, TextField, described_by, field_id},
        page::{PageHeading, load},
        text::Words,
        tick::CheckField,
    },
    error::AppError,
    i18n::{Arg, dates, name_of, t, t_args},
    pages::{
        evidence::ACCEPTED,
        measures::show_update,
        progress::{deliverables, expected, statuses},
    },
    request::{FormState, backend, request, use_lang, visitor},
};
use axum::http::StatusCode;
use domain::{
    contacts::ContactPurpose,
    evidence::MarkingChoice,
    text::{Coded, Lang},
};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_axum::ResponseOptions;
use leptos_router::hooks::use_params_map;
use std::collections::BTreeMap;

/// The page behind a link.
#[component]
pub fn AnswerLink() -> impl IntoView {
    let token = use_params_map().with_untracked(|params| params.get("token").unwrap_or_default());
    let asked = token.clone();
    let page = async move {
        match backend().contacts.open(&visitor(), &asked).await {
            Err(AppError::NotFound) => Ok(None),
            found => found.map(Some),
        }
    };
    load(page, move |page| show(page, token)).into_any()
}

/// Thanks, on a page of its own: the link cannot be opened again.
#[component]
pub fn Answered() -> impl IntoView {
    let lang = use_lang();
    view! {
        <PageHeading title=t(lang, "answered-title") />
        <p class="lead">{t(lang, "answered-intro")}</p>
        <p>{t(lang, "answered-next")}</p>
    }
}

fn show(page: Option<AnswerPage>, token: String) -> AnyView {
    match page {
        Some(AnswerPage::Open(form)) => open(&form, &token),
        Some(AnswerPage::Closed(state)) => closed(name_of(use_lang(), "link-closed", state), StatusCode::GONE),
        None => closed(t(use_lang(), "link-unknown"), StatusCode::NOT_FOUND),
    }
}

/// The link does not work: why, what to do, and what was typed in vain so that it can be copied.
fn closed(why: String, status: StatusCode) -> AnyView {
    let lang = use_lang();
    if let Some(response) = use_context::<ResponseOptions>() {
        response.set_status(status);
    }
    let state = state();
    let typed: Vec<_> = ["done", "obstacles", "next_step", "proof_title", "proof_url"]
        .into_iter()
        .map(|field| state.value(field, ""))
        .filter(|text| !text.trim().is_empty())
        .map(|text| view! { <p class="words">{text}</p> })
        .collect();
    let typed = (!typed.is_empty()).then(|| {
        view! {
            <section class="card" aria-labelledby="typed">
                <h2 id="typed">{t(lang, "link-typed")}</h2>
                {typed}
            </section>
        }
    });
    view! {
        <PageHeading title=t(lang, "link-closed-title") />
        <p class="lead">{why}</p>
        <p>{t(lang, "link-closed-help")}</p>
        {typed}
    }
    .into_any()
}

fn state() -> FormState {
    let forms = [AnswerUpdate::url(), AnswerEvidence::url(), ANSWER_FILE];
    forms.into_iter().map(FormState::of).find(FormState::has_failed).unwrap_or_default()
}

fn open(form: &AnswerForm, token: &str) -> AnyView {
    let lang = use_lang();
    let (measure, state) = (&form.measure, state());
    let until = [("name", Arg::from(form.name.clone())), ("on", Arg::from(day_of(form.expires_at)))];
    let last = form.last.clone().map(|update| {
        view! { <details class="last-time" open><summary>{t(lang, "progress-last-time")}</summary>{show_update(update)}</details> }
    });
    let first = (measure.original != measure.current)
        .then(|| view! { <div><dt>{t(lang, "date-original")}</dt><dd><Due date=measure.original /></dd></div> });
    let fields = match form.purpose {
        ContactPurpose::Update => update(form, token, &state),
        ContactPurpose::Evidence => evidence(form, token, &state),
    };
    view! {
        <PageHeading title=name_of(lang, "answer-title", form.purpose) />
        <ErrorSummary state=state />
        <p class="lead">{t_args(lang, "answer-intro", &until)}</p>
        <section class="card reminder" aria-label=t(lang, "progress-about")>
            <p class="muted"><Words text=form.plan_title.clone() /></p>
            <p class="commitment"><Words text=measure.text.clone() /></p>
            <dl class="facts">
                {first}
                <div><dt>{t(lang, "date-current")}</dt><dd><Due date=measure.current /></dd></div>
                <div><dt>{t(lang, "progress-period")}</dt><dd>{dates::period(lang, form.period)}</dd></div>
            </dl>
            {last}
        </section>
        {fields}
    }
    .into_any()
}

fn languages(lang: Lang) -> Vec<(String, String)> {
    Lang::ALL.iter().map(|of| (of.code().to_owned(), name_of(lang, "lang", *of))).collect()
}

fn update(form: &AnswerForm, token: &str, state: &FormState) -> AnyView {
    let lang = use_lang();
    let measure = &form.measure;
    let expected = expected(lang, measure.forecast, request().today);
    view! {
        <form method="post" action=AnswerUpdate::url() class="report-form">
            <input type="hidden" name="token" value=token.to_owned() />
            <CheckField name="nothing_new" state=state.clone() class="nothing-new" />
            {statuses(state, measure.status.code())}
            {deliverables(state, &measure.deliverables, &BTreeMap::new())}
            <TextArea name="done" state=state.clone() rows=5 />
            <TextArea name="obstacles" state=state.clone() rows=3 optional=true />
            <TextArea name="next_step" state=state.clone() rows=3 optional=true />
            <div class="field-row">
                <TextField name="percent" state=state.clone() before=measure.percent.to_string() class="input-short" />
                <input type="hidden" name="forecast_before" value=expected.clone() />
                <TextField name="forecast" state=state.clone() before=expected class="input-medium" optional=true />
                <Select name="text_lang" state=state.clone() choices=languages(lang) before=lang.to_string() />
            </div>
            {send()}
        </form>
    }
    .into_any()
}

/// A file, or the address of what is kept elsewhere: each is a form of its own, and one leads to the other.
fn evidence(form: &AnswerForm, token: &str, state: &FormState) -> AnyView {
    let lang = use_lang();
    let is_link = address::query("add") == "link";
    let (words, href, fields) = if is_link {
        (t(lang, "answer-file-instead"), format!("/answer/{token}"), link(form, token, state))
    } else {
        (t(lang, "answer-link-instead"), format!("/answer/{token}?add=link"), file(form, token, state))
    };
    view! {
        <p><a href=href>{words}</a></p>
        {fields}
    }
    .into_any()
}

fn link(form: &AnswerForm, token: &str, state: &FormState) -> AnyView {
    view! {
        <form method="post" action=AnswerEvidence::url() class="report-form">
            <input type="hidden" name="token" value=token.to_owned() />
            <TextField name="proof_url" state=state.clone() kind="url" />
            {about_proof(form, state)}
            {send()}
        </form>
    }
    .into_any()
}

fn file(form: &AnswerForm, token: &str, state: &FormState) -> AnyView {
    let lang = use_lang();
    let again = state.has_failed().then(|| view! { <p class="notice">{t(lang, "evidence-choose-again")}</p> });
    let wrong = state.problem("proof_document").is_some();
    let described = described_by("proof_document", state);
    // The file comes last, as the server reads it after all that is said about it.
    view! {
        <form method="post" action=answer_file_address(token) enctype="multipart/form-data" class="report-form">
            {about_proof(form, state)}
            {again}
            <Field name="proof_document" state=state.clone()>
                <input
                    type="file"
                    id=field_id("proof_document")
                    name="proof_document"
                    accept=ACCEPTED
                    aria-describedby=described
                    aria-invalid=wrong.then_some("true")
                />
            </Field>
            {send()}
        </form>
    }
    .into_any()
}

fn about_proof(form: &AnswerForm, state: &FormState) -> AnyView {
    let lang = use_lang();
    let markings = MarkingChoice::ALL.iter().map(|of| (of.code().to_owned(), name_of(lang, "marking-choice", *of)));
    let markings = std::iter::once((String::new(), t(lang, "answer-choose"))).chain(markings).collect();
    let whole = (String::new(), t(lang, "answer-whole-measure"));
    let deliverables = form.measure.deliverables.iter().map(|deliverable| {
        let title = deliverable.title.clone().map(|title| title.text).unwrap_or_default();
        (deliverable.id.to_string(), title)
    });
    let deliverables = std::iter::once(whole).chain(deliverables).collect();
    view! {
        <TextField name="proof_title" state=state.clone() />
        <div class="field-row">
            <Select name="text_lang" state=state.clone() choices=languages(lang) before=lang.to_string() />
            <Select name="proof_marking" state=state.clone() choices=markings />
            <Select name="proof_deliverable" state=state.clone() choices=deliverables />
        </div>
    }
    .into_any()
}

fn send() -> AnyView {
    let lang = use_lang();
    view! {
        <div class="actions"><button type="submit" class="button">{t(lang, "answer-send")}</button></div>
        <p class="hint">{t(lang, "answer-send-hint")}</p>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::contacts::LinkState;

    #[test]
    fn every_way_a_link_ends_is_told_calmly() {
        for lang in Lang::ALL {
            for state in LinkState::ALL.iter().filter(|state| **state != LinkState::Open) {
                assert!(!name_of(*lang, "link-closed", *state).starts_with("link-closed"), "{state}");
                assert!(!name_of(*lang, "link-state", *state).starts_with("link-state"), "{state}");
            }
            for purpose in ContactPurpose::ALL {
                assert!(!name_of(*lang, "answer-title", *purpose).starts_with("answer-title"), "{purpose}");
            }
        }
    }
}
