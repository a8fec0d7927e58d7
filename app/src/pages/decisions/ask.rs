//! Asking for a later date.

use super::{deliverables, parts};
use crate::{
    api::decisions::{About, AskExtension},
    components::{
        address,
        form::{TextArea, TextField},
        page::load,
    },
    i18n::t,
    request::{FormState, backend, caller, use_lang},
};
use leptos::{prelude::*, server_fn::ServerFn};

/// The page.
#[component]
pub fn AskExtensionPage() -> impl IntoView {
    let id = address::id();
    load(async move { backend().decisions.extension_form(&caller()?, id?).await }, show).into_any()
}

fn show(about: About) -> AnyView {
    let lang = use_lang();
    let state = FormState::of(AskExtension::url());
    let measure = about.measure.id;
    let form = match parts::blocked(&about, &state, &["extension_reason", "impact"]) {
        Some(blocked) => blocked,
        None => view! {
            <p class="lead">{t(lang, "ask-extension-who-decides")}</p>
            <form method="post" action=AskExtension::url() class="report-form">
                {parts::hidden("measure", measure, about.lock_version)}
                <TextField name="new_date" state=state.clone() class="input-medium" />
                {deliverables::asked(&state, &about.measure.deliverables)}
                <TextArea name="extension_reason" state=state.clone() rows=4 />
                <TextArea name="impact" state=state.clone() rows=3 />
                {parts::text_lang(&state)}
                {parts::actions("ask-extension-send", measure)}
            </form>
        }
        .into_any(),
    };
    view! {
        {parts::head(&about, "ask-extension-title", state.clone(), format!("/measures/{measure}/extension"))}
        {parts::about(&about)}
        {form}
    }
    .into_any()
}
