//! A coordinator asks somebody who has no account.

use crate::{
    api::contacts::{AskContact, AskForm, OtherMeasure},
    components::{
        address,
        breadcrumbs::{Breadcrumbs, to_measure},
        errors::ErrorSummary,
        form::{FormKey, Select, TextField, field_id},
        page::{PageHeading, load},
        text::Words,
    },
    i18n::{Arg, name_of, t, t_args},
    request::{FormState, backend, caller, use_lang},
};
use domain::{
    contacts::{ContactPurpose, DEFAULT_DAYS},
    text::{Coded, Lang},
};
use leptos::{prelude::*, server_fn::ServerFn};

/// The page.
#[component]
pub fn Ask() -> impl IntoView {
    let id = address::id();
    load(async move { backend().contacts.ask_form(&caller()?, id?).await }, show).into_any()
}

fn show(form: AskForm) -> AnyView {
    let lang = use_lang();
    let state = FormState::of(AskContact::url());
    let links = to_measure(form.plan_id, form.plan_title.as_ref(), form.measure.id, &form.measure.label);
    view! {
        <Breadcrumbs links=links />
        <PageHeading title=t_args(lang, "ask-title", &[("label", Arg::from(form.measure.label.clone()))]) />
        <ErrorSummary state=state.clone() />
        <p class="lead">{t(lang, "ask-intro")}</p>
        <p class="commitment"><Words text=form.measure.text.clone() /></p>
        <div class="ask-columns">
            {fields(&form, &state)}
            {letters(form.letters)}
        </div>
        <p>
            <a href=format!("/measures/{}/report", form.measure.id)>{t(lang, "ask-record-yourself")}</a>
        </p>
    }
    .into_any()
}

fn fields(form: &AskForm, state: &FormState) -> AnyView {
    let lang = use_lang();
    let languages = Lang::ALL.iter().map(|of| (of.code().to_owned(), name_of(lang, "lang", *of))).collect();
    let purposes = ContactPurpose::ALL.iter().map(|of| (of.code().to_owned(), name_of(lang, "contact-purpose", *of))).collect();
    let others: Vec<_> = form.others.iter().map(|other| also(state, other)).collect();
    let others = (!others.is_empty()).then(|| {
        view! {
            <fieldset class="field">
                <legend>{t(lang, "field-also")}</legend>
                <p class="hint">{t(lang, "field-also-hint")}</p>
                {others}
            </fieldset>
        }
    });
    view! {
        <form method="post" action=AskContact::url() class="narrow">
            <input type="hidden" name="measure" value=form.measure.id.to_string() />
            <FormKey />
            <TextField name="name" state=state.clone() autocomplete="off" />
            <TextField name="email" state=state.clone() kind="email" autocomplete="off" />
            <Select name="contact_lang" state=state.clone() choices=languages before=lang.to_string() />
            <Select name="purpose" state=state.clone() choices=purposes before=ContactPurpose::Update.code() />
            <TextField name="days" state=state.clone() before=DEFAULT_DAYS.to_string() class="input-short" />
            {others}
            <div class="actions">
                <button type="submit" class="button">{t(lang, "ask-send")}</button>
                <a href=format!("/measures/{}", form.measure.id)>{t(lang, "progress-cancel")}</a>
            </div>
        </form>
    }
    .into_any()
}

fn also(state: &FormState, other: &OtherMeasure) -> AnyView {
    let name = format!("also[{}]", other.id);
    let (id, checked) = (field_id(&name), state.value(&name, "") == "yes");
    let label = t_args(use_lang(), "measure-label", &[("label", Arg::from(other.label.clone()))]);
    view! {
        <div class="check">
            <input type="checkbox" id=id.clone() name=name value="yes" checked=checked />
            <label for=id>{label}</label>
            <p class="hint"><Words text=other.text.clone() /></p>
        </div>
    }
    .into_any()
}

/// What the contact will read.
fn letters(letters: Vec<(Lang, String)>) -> AnyView {
    let lang = use_lang();
    let shown: Vec<_> = letters
        .into_iter()
        .map(|(of, text)| {
            view! {
                <details open=of == lang>
                    <summary>{name_of(lang, "lang", of)}</summary>
                    <pre class="letter" lang=of.to_string() tabindex="0">{text}</pre>
                </details>
            }
        })
        .collect();
    view! {
        <section class="card" aria-labelledby="letter">
            <h2 id="letter">{t(lang, "ask-letter")}</h2>
            <p class="muted">{t(lang, "ask-letter-meaning")}</p>
            {shown}
        </section>
    }
    .into_any()
}
