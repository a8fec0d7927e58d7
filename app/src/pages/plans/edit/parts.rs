//! Pieces that the forms share: the way back, what an amendment means, its reason, the buttons.

use crate::{
    api::editing::PlanHead,
    components::{
        bilingual::name_in,
        breadcrumbs::{Breadcrumbs, Crumb, to_plan},
        conflict::Compared,
        form::{Field, TextField, described_by, field_id},
    },
    i18n::{dates, name_of, t},
    request::{FormState, use_lang},
};
use domain::{
    dates::DueDate,
    plan::PlanStatus,
    text::{Bilingual, Coded, Lang},
};
use leptos::prelude::*;

/// Whether what is written stands beside a baseline.
pub(super) fn amends(plan: &PlanHead) -> bool {
    plan.status != PlanStatus::Draft
}

/// The way back: the plans, this plan, and what else is above the form.
pub(super) fn breadcrumbs(plan: &PlanHead, below: Option<Crumb>) -> AnyView {
    let links = to_plan(plan.id, plan.title.as_ref()).into_iter().chain(below).collect();
    view! { <Breadcrumbs links=links /> }.into_any()
}

/// What saving means: free in a draft, beside the baseline afterwards.
pub(super) fn intro(plan: &PlanHead) -> AnyView {
    let key = if amends(plan) { "edit-intro-approved" } else { "edit-intro-draft" };
    view! { <p class="lead">{t(use_lang(), key)}</p> }.into_any()
}

/// Why something approved is amended; nothing is asked in a draft.
pub(super) fn why(plan: &PlanHead, state: &FormState) -> AnyView {
    amends(plan).then(|| view! { <TextField name="why" state=state.clone() /> }).into_any()
}

/// The button that saves, and the way out.
pub(super) fn actions(plan: &PlanHead, back: String) -> AnyView {
    let lang = use_lang();
    let words = if amends(plan) { "edit-save-amendment" } else { "edit-save" };
    view! {
        <div class="actions">
            <button type="submit" class="button">{t(lang, words)}</button>
            <a href=back>{t(lang, "edit-cancel")}</a>
        </div>
    }
    .into_any()
}

/// Taking a record out of a draft, with what that means.
pub(super) fn removal(action: &'static str, field: &'static str, id: i64, lock_version: i32, key: &'static str) -> AnyView {
    let lang = use_lang();
    view! {
        <section class="edit-removal" aria-labelledby="removal">
            <h2 id="removal">{t(lang, &format!("{key}-title"))}</h2>
            <p>{t(lang, &format!("{key}-meaning"))}</p>
            <form method="post" action=action>
                <input type="hidden" name=field value=id.to_string() />
                <input type="hidden" name="lock_version" value=lock_version.to_string() />
                <button type="submit" class="button button-secondary">{t(lang, &format!("{key}-do"))}</button>
            </form>
        </section>
    }
    .into_any()
}

/// One of several answers that may all be chosen: the value `yes` under its own name.
pub(super) struct Check {
    pub name: String,
    pub before: bool,
    pub words: AnyView,
}

/// Several answers under one question. The summary of problems leads to `field`.
pub(super) fn checks(field: &str, state: &FormState, checks: Vec<Check>) -> AnyView {
    let lang = use_lang();
    let (id, described) = (field_id(field), described_by(field, state));
    let hint_key = format!("{id}-hint");
    let hint = crate::i18n::has(lang, &hint_key).then(|| view! { <p class="hint" id=hint_key.clone()>{t(lang, &hint_key)}</p> });
    let problem = state.problem(field).map(|code| {
        view! { <p class="problem" id=format!("{id}-problem")>{name_of(lang, "problem", code)}</p> }
    });
    let boxes = checks.into_iter().map(|check| {
        let (id, name) = (field_id(&check.name), check.name);
        let checked = state.value(&name, if check.before { "yes" } else { "" }) == "yes";
        view! {
            <div class="check">
                <input type="checkbox" id=id.clone() name=name value="yes" checked=checked />
                <label for=id>{check.words}</label>
            </div>
        }
    });
    let boxes: Vec<_> = boxes.collect();
    view! {
        <fieldset class="field checks" id=id aria-describedby=described>
            <legend>{t(lang, &field_id(field))}</legend>
            {hint}
            {problem}
            <div class="checks-list">{boxes}</div>
        </fieldset>
    }
    .into_any()
}

/// A single yes.
pub(super) fn yes(name: &'static str, state: &FormState, before: bool) -> AnyView {
    let lang = use_lang();
    let (id, described) = (field_id(name), described_by(name, state));
    let checked = state.value(name, if before { "yes" } else { "" }) == "yes";
    let hint_key = format!("{id}-hint");
    view! {
        <div class="field">
            <div class="check">
                <input type="checkbox" id=id.clone() name=name value="yes" checked=checked aria-describedby=described />
                <label for=id.clone()>{t(lang, &id)}</label>
            </div>
            <p class="hint check-hint" id=hint_key.clone()>{t(lang, &hint_key)}</p>
        </div>
    }
    .into_any()
}

/// A day, picked or typed.
pub(super) fn day(name: &'static str, state: &FormState, before: Option<chrono::NaiveDate>) -> AnyView {
    let (id, described, wrong) = (field_id(name), described_by(name, state), state.problem(name).is_some());
    let value = state.value(name, &before.map(|day| day.to_string()).unwrap_or_default());
    view! {
        <Field name=name state=state.clone() optional=true>
            <input
                type="date"
                id=id
                name=name
                class="input-medium"
                value=value
                aria-describedby=described
                aria-invalid=wrong.then_some("true")
            />
        </Field>
    }
    .into_any()
}

/// A coded list as choices, with a blank one first where nothing may be chosen.
pub(super) fn coded<T: Coded>(lang: Lang, list: &str, blank: Option<String>) -> Vec<(String, String)> {
    let named = T::ALL.iter().map(|value| (value.code().to_owned(), name_of(lang, list, *value)));
    blank.map(|words| (String::new(), words)).into_iter().chain(named).collect()
}

/// A promised date as it is typed: in words where they are read back as the same date, else as a code.
pub(super) fn typed_due(lang: Lang, due: Option<DueDate>) -> String {
    let Some(due) = due.filter(|due| *due != DueDate::NONE) else { return String::new() };
    dates::typed(lang, due)
}

/// Both languages of a text, as a conflict compares them.
pub(super) fn compared(name: &str, text: &Bilingual) -> impl Iterator<Item = Compared> {
    Lang::ALL.iter().map(move |lang| Compared::text(name_in(name, *lang), text.get(*lang).unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::dates::phrase::parse_due;

    #[test]
    fn a_date_comes_back_as_words_that_are_read_the_same() {
        for code in ["2018-09", "2018-09-30", "2018-Q4", "FY2018-Q3", "FY2019", "2019", "2018-fall", "ongoing"] {
            let due: DueDate = code.parse().expect("a due date");
            for lang in Lang::ALL {
                assert_eq!(parse_due(&typed_due(*lang, Some(due))), Ok(due), "{code} in {lang}");
            }
        }
        assert_eq!(typed_due(Lang::En, Some(DueDate::NONE)), "");
    }
}
