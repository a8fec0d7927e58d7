//! Checkboxes: one, or a list of coded choices under one legend.

use super::form::{field_id, label_key};
use crate::{
    i18n::{has, name_of, t},
    request::{FormState, use_lang},
};
use domain::text::Coded;
use leptos::prelude::*;

/// The value a ticked box sends.
const TICKED: &str = "on";

/// One box with its label, hint and problem; label and hint are the catalogue's, as for other fields.
#[component]
pub fn CheckBox(
    /// Its name in the form.
    #[prop(into)]
    name: String,
    /// The form.
    state: FormState,
    /// Whether it is ticked before anything is done.
    before: bool,
) -> impl IntoView {
    let lang = use_lang();
    let (id, key) = (field_id(&name), label_key(&name));
    let hint_key = format!("{key}-hint");
    let has_hint = has(lang, &hint_key);
    let hint = has_hint.then(|| view! { <p class="hint" id=format!("{id}-hint")>{t(lang, &hint_key)}</p> });
    let problem = state.problem(&name);
    let wrong = problem.map(|code| view! { <p class="problem" id=format!("{id}-problem")>{name_of(lang, "problem", code)}</p> });
    let described: Vec<String> =
        [has_hint.then(|| format!("{id}-hint")), problem.map(|_| format!("{id}-problem"))].into_iter().flatten().collect();
    let described = (!described.is_empty()).then(|| described.join(" "));
    let checked = is_ticked(&state, &name, before);
    let class = if problem.is_some() { "field field-wrong choices" } else { "field choices" };
    view! {
        <div class=class>
            {wrong}
            <div class="choice">
                <input
                    type="checkbox"
                    id=id.clone()
                    name=name
                    value=TICKED
                    checked=checked
                    aria-describedby=described
                    aria-invalid=problem.is_some().then_some("true")
                />
                <label for=id>{t(lang, &key)}</label>
                {hint}
            </div>
        </div>
    }
    .into_any()
}

/// A box for each of some coded values, named `list[code]`.
#[component]
pub fn CheckList<T: Coded + PartialEq>(
    /// The name of the list in the form.
    #[prop(into)]
    name: String,
    /// The form.
    state: FormState,
    /// What the values are called in the catalogue: `<list>-<code>`.
    list: &'static str,
    /// What explains each of them: `<help>-<code>`.
    #[prop(optional)]
    help: Option<&'static str>,
    /// Those ticked before anything is done.
    before: Vec<T>,
) -> impl IntoView {
    let lang = use_lang();
    let id = field_id(&name);
    let problem = state.problem(&name);
    let wrong = problem.map(|code| view! { <p class="problem" id=format!("{id}-problem")>{name_of(lang, "problem", code)}</p> });
    let legend = t(lang, &label_key(&name));
    let hint_key = format!("{}-hint", label_key(&name));
    let hint = has(lang, &hint_key).then(|| view! { <p class="hint" id=format!("{id}-hint")>{t(lang, &hint_key)}</p> });
    let boxes = T::ALL.iter().enumerate().map(|(index, value)| {
        let field = format!("{name}[{}]", value.code());
        // The first one carries the field's id, so that the summary of problems leads to it.
        let own = if index == 0 { id.clone() } else { format!("{id}-{index}") };
        let checked = is_ticked(&state, &field, before.contains(value));
        let described = help.map(|_| format!("{own}-help"));
        let words = help.map(|help| view! { <p class="hint" id=format!("{own}-help")>{name_of(lang, help, *value)}</p> });
        view! {
            <div class="choice">
                <input type="checkbox" id=own.clone() name=field value=TICKED checked=checked aria-describedby=described />
                <label for=own>{name_of(lang, list, *value)}</label>
                {words}
            </div>
        }
    });
    let boxes: Vec<_> = boxes.collect();
    let class = if problem.is_some() { "field field-wrong choices" } else { "field choices" };
    view! {
        <fieldset class=class aria-describedby=problem.map(|_| format!("{id}-problem"))>
            <legend>{legend}</legend>
            {hint}
            {wrong}
            {boxes}
        </fieldset>
    }
    .into_any()
}

fn is_ticked(state: &FormState, name: &str, before: bool) -> bool {
    !state.value(name, if before { TICKED } else { "" }).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        components::testing::{html, html_of, request_in},
        error::AppError,
        request::FormFailure,
    };
    use domain::{people::Role, text::Lang};

    #[test]
    fn a_box_that_was_unticked_stays_so_when_the_form_comes_back() {
        let shown = || view! { <CheckBox name="invite" state=FormState::of("/do/x") before=true /> };
        assert!(html(Lang::En, shown).contains(" checked"));
        let mut request = request_in(Lang::En);
        let fields = vec![("name".to_owned(), "x".to_owned())];
        request.failure = Some(FormFailure { action: "/do/x".into(), error: AppError::Conflict, fields });
        assert!(!html_of(request, shown).contains(" checked"));
    }

    #[test]
    fn every_value_of_a_list_has_a_box_of_its_own() {
        let shown = html(Lang::En, || {
            view! { <CheckList name="roles" state=FormState::default() list="role" before=vec![Role::Lead] /> }
        });
        assert_eq!(shown.matches("type=\"checkbox\"").count(), Role::ALL.len());
        assert_eq!(shown.matches(" checked").count(), 1, "{shown}");
        assert!(shown.contains("name=\"roles[lead]\""));
    }
}
