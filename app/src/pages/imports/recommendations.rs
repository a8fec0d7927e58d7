//! The recommendations of a preview.

use super::{
    preview::{any_filled, choices, with_typed},
    source,
};
use crate::{
    api::imports::{ImportPreview, TypedRecommendation},
    components::form::{Select, TextArea, TextField},
    i18n::{Arg, name_of, t, t_args},
    request::{FormState, use_lang},
};
use domain::{
    plan::{Priority, ResponseKind},
    text::{Coded, Lang},
};
use leptos::prelude::*;

/// All of them, and a blank row for one that was missed.
pub(super) fn rows(preview: &ImportPreview, state: &FormState) -> AnyView {
    let lang = use_lang();
    let shown = with_typed(&preview.typed.recommendations, preview.found.0, state.rows("recommendations"));
    let known: Vec<_> = shown.iter().enumerate().map(|(index, typed)| row(preview, index, typed, state)).collect();
    let next = shown.len();
    view! {
        <section aria-labelledby="import-recommendations">
            <h2 id="import-recommendations">{t(lang, "import-recommendations")}</h2>
            <p class="hint">{t(lang, "import-recommendations-hint")}</p>
            {known}
            <details class="import-more">
                <summary>{t(lang, "import-add-recommendation")}</summary>
                {row(preview, next, &TypedRecommendation::default(), state)}
            </details>
        </section>
    }
    .into_any()
}

fn row(preview: &ImportPreview, index: usize, typed: &TypedRecommendation, state: &FormState) -> AnyView {
    let lang = use_lang();
    let name = |field: &str| format!("recommendations[{index}][{field}]");
    let found = preview.draft.recommendations.get(index);
    let legend = t_args(lang, "import-recommendation-row", &[("row", Arg::from((index + 1).to_string()))]);
    let suggested = found
        .filter(|found| found.suggested)
        .map(|_| view! { <p><span class="tag tag-doubt">{t(lang, "import-suggested")}</span></p> });
    let responses = responses(lang);
    let rare = [("addressee", &typed.addressee)];
    view! {
        <fieldset class="import-row">
            <legend>{legend}" "{found.map(|found| source::link(found.place, &preview.draft.source))}</legend>
            {suggested}
            <div class="import-fields import-fields-recommendation">
                <TextField name=name("number") state=state.clone() before=typed.number.clone() class="input-short" />
                <TextArea name=name("text") state=state.clone() before=typed.text.clone() rows=3 />
                <div class="field-row">
                    <Select name=name("priority") state=state.clone() choices=priorities(lang) before=typed.priority.clone() />
                    <Select name=name("response") state=state.clone() choices=responses before=typed.response.clone() />
                </div>
                <TextArea
                    name=name("response_text")
                    state=state.clone()
                    before=typed.response_text.clone()
                    rows=2
                    optional=true
                />
                <details class="import-rare" open=any_filled(state, &name, &rare)>
                    <summary>{t(lang, "import-rare")}</summary>
                    <TextField name=name("addressee") state=state.clone() before=typed.addressee.clone() optional=true />
                </details>
            </div>
        </fieldset>
    }
    .into_any()
}

/// The responses; blank takes the global one over.
pub(super) fn responses(lang: Lang) -> Vec<(String, String)> {
    choices::<ResponseKind>(lang, "response", Some(t(lang, "import-as-global")))
}

/// The priorities, the one that was not stated first: published plans seldom state any.
pub(super) fn priorities(lang: Lang) -> Vec<(String, String)> {
    let stated = Priority::ALL.iter().filter(|priority| **priority != Priority::Unspecified);
    let stated = stated.map(|priority| (priority.code().to_owned(), name_of(lang, "priority", *priority)));
    std::iter::once((String::new(), name_of(lang, "priority", Priority::Unspecified))).chain(stated).collect()
}
