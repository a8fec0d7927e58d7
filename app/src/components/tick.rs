//! A box to tick, with what ticking it means.

use super::form::{described_by, field_id, label_key};
use crate::{
    i18n::{has, name_of, t},
    request::{FormState, use_lang},
};
use leptos::prelude::*;

/// A box that sends `yes` when it is ticked.
#[component]
pub fn CheckField(
    /// Its name in the form.
    #[prop(into)]
    name: String,
    /// The form.
    state: FormState,
    /// `yes` when it is ticked before anything is typed.
    #[prop(optional, into)]
    before: String,
    /// Extra class.
    #[prop(default = "")]
    class: &'static str,
) -> impl IntoView {
    let lang = use_lang();
    let (id, key) = (field_id(&name), label_key(&name));
    let hint_key = format!("{key}-hint");
    let hint = has(lang, &hint_key).then(|| view! { <p class="hint" id=format!("{id}-hint")>{t(lang, &hint_key)}</p> });
    let problem = state.problem(&name);
    let wrong = problem.map(|code| view! { <p class="problem" id=format!("{id}-problem")>{name_of(lang, "problem", code)}</p> });
    let checked = state.value(&name, &before) == "yes";
    view! {
        <div class=format!("field check {class}")>
            <input
                type="checkbox"
                id=id.clone()
                name=name.clone()
                value="yes"
                checked=checked
                aria-describedby=described_by(&name, &state)
                aria-invalid=problem.is_some().then_some("true")
            />
            <label for=id>{t(lang, &key)}</label>
            {hint}
            {wrong}
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::CheckField;
    use crate::{components::testing::html, request::FormState};
    use domain::text::Lang;
    use leptos::prelude::*;

    #[test]
    fn a_box_is_ticked_only_when_it_was() {
        let shown = |before: &'static str| {
            html(Lang::En, move || view! { <CheckField name="nothing_new" state=FormState::default() before=before /> })
        };
        assert!(shown("yes").contains("checked") && !shown("").contains("checked"));
    }
}
