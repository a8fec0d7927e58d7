//! Fields of plain forms: label, hint, problem and what was typed, tied together for every reader.
//!
//! A field's label is the catalogue's `field-<name>`, its hint `field-<name>-hint` where one exists.

use super::escape::escaped;
use crate::{
    i18n::{Arg, has, name_of, t, t_args},
    request::{FormState, request, use_lang},
};
use domain::text::Lang;
use leptos::prelude::*;

/// Which view of a form this is, so that what it adds is added once however often it is sent.
#[component]
pub fn FormKey() -> impl IntoView {
    view! { <input type="hidden" name="form_key" value=request().request_id /> }.into_any()
}

/// The id of a field's control: `measures[3][due]` becomes `field-measures-3-due`.
#[must_use]
pub fn field_id(field: &str) -> String {
    format!("field-{}", field.replace("][", "-").replace(['[', '_'], "-").replace(']', ""))
}

/// The catalogue key of a field's label: numbers in its name are left out.
#[must_use]
pub fn label_key(field: &str) -> String {
    let id = field_id(field);
    id.split('-').filter(|part| part.parse::<i64>().is_err()).collect::<Vec<_>>().join("-")
}

/// A field's label; a field of a list also says in which row, counted from 1.
#[must_use]
pub fn label(lang: Lang, field: &str) -> String {
    let label = t(lang, &label_key(field));
    let row = field.split_once('[').and_then(|(_, rest)| rest.split_once("][")).and_then(|(row, _)| row.parse::<usize>().ok());
    match row {
        Some(row) => t_args(lang, "field-in-row", &[("label", Arg::from(label)), ("row", Arg::from((row + 1).to_string()))]),
        None => label,
    }
}

/// The ids that describe a control, for `aria-describedby`.
#[must_use]
pub fn described_by(name: &str, state: &FormState) -> Option<String> {
    let (lang, id) = (use_lang(), field_id(name));
    let hint = has(lang, &format!("{}-hint", label_key(name))).then(|| format!("{id}-hint"));
    let problem = state.problem(name).map(|_| format!("{id}-problem"));
    let ids: Vec<String> = [hint, problem].into_iter().flatten().collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

/// Label, hint and problem around a control.
#[component]
pub fn Field(
    /// Its name in the form.
    #[prop(into)]
    name: String,
    /// The form.
    state: FormState,
    /// Whether it may be left empty (said in the label).
    #[prop(optional)]
    optional: bool,
    /// The control; its id is [`field_id`], its description [`described_by`].
    children: Children,
) -> impl IntoView {
    let lang = use_lang();
    let (id, key) = (field_id(&name), label_key(&name));
    let hint_key = format!("{key}-hint");
    let hint = has(lang, &hint_key).then(|| view! { <p class="hint" id=format!("{id}-hint")>{t(lang, &hint_key)}</p> });
    let problem = state.problem(&name);
    let class = if problem.is_some() { "field field-wrong" } else { "field" };
    view! {
        <div class=class>
            <label for=id.clone()>
                {t(lang, &key)}
                {optional.then(|| view! { <span class="optional">" "{t(lang, "optional")}</span> })}
            </label>
            {hint}
            {problem.map(|code| view! { <p class="problem" id=format!("{id}-problem")>{name_of(lang, "problem", code)}</p> })}
            {children()}
        </div>
    }
    .into_any()
}

/// A one-line text.
#[component]
pub fn TextField(
    /// Its name in the form.
    #[prop(into)]
    name: String,
    /// The form.
    state: FormState,
    /// Its value before anything is typed.
    #[prop(optional, into)]
    before: String,
    /// Whether it may be left empty.
    #[prop(optional)]
    optional: bool,
    /// The kind of input (`text`, `email` …).
    #[prop(default = "text")]
    kind: &'static str,
    /// What browsers may fill in.
    #[prop(optional)]
    autocomplete: Option<&'static str>,
    /// Extra class, for its width.
    #[prop(default = "")]
    class: &'static str,
) -> impl IntoView {
    let (value, described, wrong) = (state.value(&name, &before), described_by(&name, &state), state.problem(&name).is_some());
    let id = field_id(&name);
    let control_name = name.clone();
    view! {
        <Field name=name state=state optional=optional>
            <input
                type=kind
                id=id
                name=control_name
                class=class
                value=value
                autocomplete=autocomplete
                aria-describedby=described
                aria-invalid=wrong.then_some("true")
            />
        </Field>
    }
    .into_any()
}

/// A text of several lines.
#[component]
pub fn TextArea(
    /// Its name in the form.
    #[prop(into)]
    name: String,
    /// The form.
    state: FormState,
    /// Its value before anything is typed.
    #[prop(optional, into)]
    before: String,
    /// Whether it may be left empty.
    #[prop(optional)]
    optional: bool,
    /// How many lines are shown.
    #[prop(default = 4)]
    rows: u8,
) -> impl IntoView {
    let (value, described, wrong) = (state.value(&name, &before), described_by(&name, &state), state.problem(&name).is_some());
    let id = field_id(&name);
    let control_name = name.clone();
    // Browsers drop a line feed right after the tag: this one is there to be dropped, so that the text keeps its own.
    let value = format!("\n{}", escaped(&value));
    view! {
        <Field name=name state=state optional=optional>
            <textarea id=id name=control_name rows=rows.to_string() aria-describedby=described aria-invalid=wrong.then_some("true")>
                {value}
            </textarea>
        </Field>
    }
    .into_any()
}

/// A choice from a list: (value, words).
#[component]
pub fn Select(
    /// Its name in the form.
    #[prop(into)]
    name: String,
    /// The form.
    state: FormState,
    /// The choices.
    choices: Vec<(String, String)>,
    /// The choice before anything is chosen.
    #[prop(optional, into)]
    before: String,
    /// Whether it may be left empty.
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    let (value, described, wrong) = (state.value(&name, &before), described_by(&name, &state), state.problem(&name).is_some());
    let id = field_id(&name);
    let control_name = name.clone();
    let options = choices.into_iter().map(move |(code, words)| {
        let selected = code == value;
        view! { <option value=code selected=selected>{words}</option> }
    });
    let options = options.collect_view();
    view! {
        <Field name=name state=state optional=optional>
            <select id=id name=control_name aria-describedby=described aria-invalid=wrong.then_some("true")>
                {options}
            </select>
        </Field>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::{TextArea, field_id, label, label_key};
    use crate::{components::testing::html, request::FormState};
    use domain::text::Lang;
    use leptos::prelude::*;

    #[test]
    fn what_was_typed_cannot_leave_its_box() {
        let view = || view! { <TextArea name="done" state=FormState::default() before="</textarea><b>&amp;" /> };
        let shown = html(Lang::En, view);
        assert!(shown.contains("\n&lt;/textarea&gt;&lt;b&gt;&amp;amp;</textarea>"), "{shown}");
    }

    #[test]
    fn the_parts_of_a_list_share_one_label() {
        assert_eq!(field_id("measures[3][due]"), "field-measures-3-due");
        assert_eq!(label_key("measures[3][due]"), "field-measures-due");
        assert_eq!(label_key("next_step"), "field-next-step");
    }

    #[test]
    fn a_problem_in_a_list_says_in_which_row() {
        assert_eq!(label(Lang::En, "measures[3][due]"), "Due (row 4)");
        assert_eq!(label(Lang::En, "deliverables[11]"), "Deliverables", "an id is no row");
    }
}
