//! The measures of a preview, each with what is doubtful about it beside it.

use super::{
    preview::{any_filled, trimmed, with_typed},
    source, warnings,
};
use crate::{
    api::imports::{ImportPreview, TypedMeasure},
    components::{
        form::{Select, TextArea, TextField, field_id},
        tick::CheckField,
    },
    i18n::{Arg, dates, t, t_args},
    request::{FormState, use_lang},
};
use domain::{draft::MeasureDraft, text::Lang};
use leptos::prelude::*;

/// The choices that every row offers.
struct Choices {
    /// The language of the source.
    lang: Lang,
    recommendations: Vec<(String, String)>,
    organisations: Vec<(String, String)>,
}

/// All of them, and a blank row for one that was missed.
pub(super) fn rows(preview: &ImportPreview, state: &FormState) -> AnyView {
    let lang = use_lang();
    let choices =
        Choices { lang: preview.draft.lang, recommendations: recommendations(preview), organisations: organisations(preview) };
    let shown = with_typed(&preview.typed.measures, preview.found.1, state.rows("measures"));
    let next = shown.len();
    let known: Vec<_> = shown.iter().enumerate().map(|(index, typed)| row(preview, &choices, index, typed, state)).collect();
    view! {
        <section id=field_id("measures") aria-labelledby="import-measures">
            <h2 id="import-measures">{t(lang, "import-measures")}</h2>
            <p class="hint">{t(lang, "import-measures-hint")}</p>
            {known}
            <details class="import-more">
                <summary>{t(lang, "import-add-measure")}</summary>
                {row(preview, &choices, next, &TypedMeasure::default(), state)}
            </details>
        </section>
    }
    .into_any()
}

fn row(preview: &ImportPreview, choices: &Choices, index: usize, typed: &TypedMeasure, state: &FormState) -> AnyView {
    let lang = use_lang();
    let found = preview.draft.measures.get(index);
    let legend = t_args(lang, "import-measure-row", &[("row", Arg::from((index + 1).to_string()))]);
    view! {
        <fieldset class="import-row">
            <legend>{legend}" "{found.map(|found| source::link(found.place, &preview.draft.source))}</legend>
            {warnings::list(preview.draft.warnings_of_measure(index).cloned().collect(), &preview.draft.source)}
            <div class="import-fields">
                {promise(choices, index, found, typed, state)}
                {who_and_when(choices, index, found, typed, state)}
                {rare(index, typed, state)}
            </div>
        </fieldset>
    }
    .into_any()
}

/// What is promised, and in answer to what.
fn promise(choices: &Choices, index: usize, found: Option<&MeasureDraft>, typed: &TypedMeasure, state: &FormState) -> AnyView {
    let lang = use_lang();
    let name = |field: &str| format!("measures[{index}][{field}]");
    let doubtful_link = found.is_some_and(|found| found.link_doubtful && found.recommendation.is_some());
    let doubtful_split = found.is_some_and(|found| found.deliverables.iter().any(|deliverable| deliverable.doubtful));
    let doubt =
        |shown: bool, words: String| shown.then(|| view! { <p class="doubt"><span class="tag tag-doubt">{words}</span></p> });
    let recommendations = choices.recommendations.clone();
    view! {
        <TextField name=name("label") state=state.clone() before=typed.label.clone() class="input-short" />
        <TextArea name=name("text") state=state.clone() before=typed.text.clone() rows=3 />
        <div class:doubtful=doubtful_link>
            <Select name=name("recommendation") state=state.clone() choices=recommendations before=typed.recommendation.clone() />
            {doubt(doubtful_link, t(lang, "import-doubtful-link"))}
        </div>
        <div class:doubtful=doubtful_split>
            <TextArea name=name("deliverables") state=state.clone() before=typed.deliverables.clone() rows=3 optional=true />
            {doubt(doubtful_split, t(lang, "import-doubtful-split"))}
        </div>
    }
    .into_any()
}

/// Who does it, by when.
fn who_and_when(
    choices: &Choices,
    index: usize,
    found: Option<&MeasureDraft>,
    typed: &TypedMeasure,
    state: &FormState,
) -> AnyView {
    let lang = use_lang();
    let name = |field: &str| format!("measures[{index}][{field}]");
    let read_as = found.filter(|found| found.due.last_day().is_some()).map(|found| {
        let words = t_args(lang, "import-read-as", &[("date", Arg::from(dates::due(lang, found.due)))]);
        view! { <p class="muted">{words}</p> }
    });
    // A field that shows a date as it was read does not show what was printed.
    let printed = found.map(|found| found.due_text.trim()).filter(|words| !words.is_empty() && *words != typed.due.trim());
    let printed = printed.map(|words| {
        view! { <p class="muted">{t(lang, "import-due-printed")}" "<q lang=choices.lang.to_string()>{words.to_owned()}</q></p> }
    });
    view! {
        <div class="field-row">
            <Select name=name("lead") state=state.clone() choices=choices.organisations.clone() before=typed.lead.clone() />
            <TextField name=name("owner") state=state.clone() before=typed.owner.clone() optional=true />
            <div>
                <TextField name=name("due") state=state.clone() before=typed.due.clone() class="input-medium" />
                {read_as}
                {printed}
            </div>
        </div>
    }
    .into_any()
}

/// What few sources say of a measure, folded away while nothing is said.
fn rare(index: usize, typed: &TypedMeasure, state: &FormState) -> AnyView {
    let lang = use_lang();
    let name = |field: &str| format!("measures[{index}][{field}]");
    let fields = [
        ("also", &typed.also),
        ("start", &typed.start),
        ("support", &typed.support),
        ("accountable", &typed.accountable),
        ("completed", &typed.completed),
        ("completed_on", &typed.completed_on),
    ];
    let day = |field: &str, before: &String| {
        view! { <TextField name=name(field) state=state.clone() before=before.clone() kind="date" class="input-medium" optional=true /> }
    };
    view! {
        <details class="import-rare" open=any_filled(state, &name, &fields)>
            <summary>{t(lang, "import-rare")}</summary>
            <TextField name=name("also") state=state.clone() before=typed.also.clone() class="input-medium" optional=true />
            <TextField name=name("support") state=state.clone() before=typed.support.clone() optional=true />
            <TextField name=name("accountable") state=state.clone() before=typed.accountable.clone() optional=true />
            {day("start", &typed.start)}
            <CheckField name=name("completed") state=state.clone() before=typed.completed.clone() />
            {day("completed_on", &typed.completed_on)}
        </details>
    }
    .into_any()
}

pub(super) fn recommendations(preview: &ImportPreview) -> Vec<(String, String)> {
    let lang = use_lang();
    let shown = trimmed(&preview.typed.recommendations, preview.found.0).iter().enumerate().map(|(index, typed)| {
        let number = Some(typed.number.clone()).filter(|number| !number.is_empty()).unwrap_or_else(|| (index + 1).to_string());
        let start: String = typed.text.chars().take(60).collect();
        let rest = if start.len() < typed.text.len() { "…" } else { "" };
        (index.to_string(), format!("{number} – {start}{rest}"))
    });
    std::iter::once((String::new(), t(lang, "import-no-recommendation"))).chain(shown).collect()
}

pub(super) fn organisations(preview: &ImportPreview) -> Vec<(String, String)> {
    let lang = use_lang();
    let shown = preview.organisations.iter().map(|organisation| {
        let name = organisation.name.as_ref().map(|name| format!(" – {}", name.text)).unwrap_or_default();
        (organisation.id.to_string(), format!("{}{name}", organisation.code))
    });
    std::iter::once((String::new(), t(lang, "import-no-lead"))).chain(shown).collect()
}
