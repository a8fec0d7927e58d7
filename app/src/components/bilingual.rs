//! A text in English and in French, side by side where there is room: two fields, each with the language it is in.

use super::{
    escape::escaped,
    form::{Field, described_by, field_id},
};
use crate::{
    i18n::name_of,
    request::{FormState, use_lang},
};
use domain::text::{Bilingual, Coded, Lang};
use leptos::prelude::*;

/// The name of the field of one language: `title_fr`, `deliverables[2][title_fr]`.
#[must_use]
pub fn name_in(name: &str, lang: Lang) -> String {
    match name.strip_suffix(']') {
        Some(start) => format!("{start}_{lang}]"),
        None => format!("{name}_{lang}"),
    }
}

/// The two fields. Their labels are `field-<name>-en` and `field-<name>-fr`.
#[component]
pub fn BilingualText(
    /// The name of both, without the language.
    #[prop(into)]
    name: String,
    /// The form.
    state: FormState,
    /// The text before anything is typed.
    before: Bilingual,
    /// How many lines are shown.
    #[prop(default = 4)]
    rows: u8,
    /// Whether both may be left empty.
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    let shown = |lang: Lang| state.value(&name_in(&name, lang), before.get(lang).unwrap_or_default());
    let fields = Lang::ALL.iter().map(|lang| {
        let name = name_in(&name, *lang);
        let missing = missing_note(&name, *lang, &shown(*lang), &shown(lang.other()));
        control(name, &state, &shown(*lang), (*lang, missing), rows, optional)
    });
    view! { <div class="pair">{fields.collect::<Vec<_>>()}</div> }.into_any()
}

/// The id of the note of [`missing_note`], for those whom it describes the field to.
fn note_id(name: &str) -> String {
    format!("{}-missing", field_id(name))
}

/// Says at a field that its language is missing where the text exists in the other one.
pub fn missing_note(name: &str, lang: Lang, text: &str, other: &str) -> Option<AnyView> {
    let is_missing = text.trim().is_empty() && !other.trim().is_empty();
    is_missing.then(|| {
        view! { <p class="hint missing-note" id=note_id(name)>{name_of(use_lang(), "missing-here", lang)}</p> }.into_any()
    })
}

fn control(
    name: String,
    state: &FormState,
    value: &str,
    (lang, missing): (Lang, Option<AnyView>),
    rows: u8,
    optional: bool,
) -> AnyView {
    let (id, wrong) = (field_id(&name), state.problem(&name).is_some());
    let note = missing.is_some().then(|| note_id(&name));
    let described: Vec<String> = described_by(&name, state).into_iter().chain(note).collect();
    let described = (!described.is_empty()).then(|| described.join(" "));
    let invalid = wrong.then_some("true");
    // Browsers drop a line feed right after the tag: this one is there to be dropped, so that the text keeps its own.
    let value = format!("\n{}", escaped(value));
    view! {
        <Field name=name.clone() state=state.clone() optional=optional>
            {missing}
            <textarea
                id=id
                name=name
                lang=lang.to_string()
                rows=rows.to_string()
                aria-describedby=described
                aria-invalid=invalid
            >
                {value}
            </textarea>
        </Field>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::testing::html;

    #[test]
    fn each_field_says_in_which_language_its_words_are() {
        let before = Bilingual::new(Some("Review".into()), Some("Revoir </textarea>".into()));
        let shown = html(Lang::Fr, move || view! { <BilingualText name="title" state=FormState::default() before=before /> });
        for part in ["name=\"title_en\" lang=\"en\"", "name=\"title_fr\" lang=\"fr\"", "Revoir &lt;/textarea&gt;</textarea>"] {
            assert!(shown.contains(part), "{part} is not in {shown}");
        }
    }

    #[test]
    fn the_empty_language_of_a_text_is_marked_and_an_empty_text_is_not() {
        let shown = |en: &'static str, fr: &'static str| {
            let before = Bilingual::new(Some(en.into()), Some(fr.into()));
            html(Lang::En, move || view! { <BilingualText name="title" state=FormState::default() before=before /> })
        };
        let half = shown("Review", " ");
        assert!(half.contains("Missing in French") && half.contains("id=\"field-title-fr-missing\""), "{half}");
        assert!(!half.contains("Missing in English") && half.contains("aria-describedby=\"field-title-fr-missing\""), "{half}");
        assert!(!shown("Review", "Revoir").contains("Missing in") && !shown("", "").contains("Missing in"));
    }

    #[test]
    fn the_language_goes_into_the_name_of_a_field_in_a_list() {
        assert_eq!(name_in("deliverables[2][title]", Lang::Fr), "deliverables[2][title_fr]");
    }
}
