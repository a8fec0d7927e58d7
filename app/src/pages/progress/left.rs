//! Rows of the form on many measures that came back without a place in it: the measure ended, was handed over, or waits
//! for its verifier. What was typed stands beside the reason, to be read and copied.

use super::drafts;
use crate::{
    api::many::LeftRow,
    i18n::{Arg, name_of, t, t_args},
    request::{FormState, use_lang},
};
use domain::{deliverable::DeliverableStatus, measure::MeasureStatus, progress::TypedProgress, text::Coded};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The measures that the form which failed had rows for.
pub(super) fn typed_rows(state: &FormState) -> BTreeSet<i64> {
    let row = |name: &str| name.strip_prefix("rows[")?.split_once(']')?.0.parse().ok();
    state.typed().iter().filter_map(|(name, _)| row(name)).collect()
}

/// The page of the list that the form which failed was on, where it is neither the one asked for nor the one shown, which
/// is another when the list has become shorter. Its rows have not left: they stand there.
pub(super) fn other_page(state: &FormState, asked: u32, shown: u32) -> Option<u32> {
    let sent = state.value("page", "").parse::<u32>().ok()?;
    (sent != asked && sent != shown).then_some(sent)
}

/// Where the words of a row stand.
pub(super) fn href(row: &LeftRow) -> String {
    format!("#left-{}", row.measure)
}

/// The rows in which something was said, and those that the summary of problems leads to. Nothing where there is none.
pub(super) fn section(left: &[LeftRow], state: &FormState) -> Option<AnyView> {
    let lang = use_lang();
    let items: Vec<_> = left.iter().filter_map(|row| item(row, state)).collect();
    (!items.is_empty()).then(|| {
        view! {
            <section class="card" aria-labelledby="many-left-title">
                <h2 id="many-left-title">{t(lang, "many-left-title")}</h2>
                <p>{t(lang, "many-left-how")}</p>
                {items}
            </section>
        }
        .into_any()
    })
}

fn item(row: &LeftRow, state: &FormState) -> Option<AnyView> {
    let lang = use_lang();
    let value = |field: &str| state.value(&format!("rows[{}][{field}]", row.measure), "");
    let own = value("text_lang");
    let typed = TypedProgress {
        done: value("done"),
        obstacles: value("obstacles"),
        next_step: value("next_step"),
        text_lang: if own.is_empty() { state.value("text_lang", "") } else { own },
        ..TypedProgress::default()
    };
    let (words, figures) = (drafts::words(&typed), figures(row, state));
    if words.is_none() && figures.is_none() && !has_problem(row, state) {
        return None;
    }
    let label = match &row.label {
        Some(label) => t_args(lang, "measure-label", &[("label", Arg::from(label.clone()))]),
        None => t(lang, "many-left-unknown"),
    };
    let why = match row.why {
        Some(why) => view! { <p>{name_of(lang, "problem", why)}</p> }.into_any(),
        None => view! {
            <p>
                {t(lang, "many-left-elsewhere")}" "
                <a href=format!("/measures/{}/report", row.measure)>{t(lang, "many-left-open")}</a>
            </p>
        }
        .into_any(),
    };
    let view = view! {
        <div id=format!("left-{}", row.measure) tabindex="-1">
            <h3>{label}</h3>
            {why}
            {figures}
            {words}
        </div>
    };
    Some(view.into_any())
}

/// Whether something is wrong with a field of the row.
fn has_problem(row: &LeftRow, state: &FormState) -> bool {
    let prefix = format!("rows[{}]", row.measure);
    state.error().is_some_and(|error| error.problems().iter().any(|problem| problem.field.starts_with(&prefix)))
}

/// What else was said in the row than the form had offered. Nothing where it was left as it was.
fn figures(row: &LeftRow, state: &FormState) -> Option<AnyView> {
    let lang = use_lang();
    let value = |field: &str| state.value(&format!("rows[{}]{field}", row.measure), "");
    let changed = |now: &str, before: &str| Some(value(now)).filter(|now| now.trim() != value(before).trim());
    let status = changed("[status]", "[status_before]").map(|code| choice::<MeasureStatus>("status", code));
    let mut said = vec![
        (t(lang, "field-rows-nothing-new"), (value("[nothing_new]") == "yes").then(|| t(lang, "yes"))),
        (t(lang, "field-rows-status"), status),
        (t(lang, "field-rows-percent"), changed("[percent]", "[percent_before]")),
        (t(lang, "field-rows-forecast"), changed("[forecast]", "[forecast_before]")),
    ];
    let prefix = format!("rows[{}][deliverables][", row.measure);
    let typed = state.typed().iter().filter_map(|(name, _)| name.strip_prefix(&prefix)?.strip_suffix(']'));
    said.extend(typed.map(|id| {
        let title = id.parse().ok().and_then(|id: i64| row.deliverables.get(&id));
        let title = title.map_or_else(|| t(lang, "field-rows-deliverables"), |title| title.text.clone());
        let code = changed(&format!("[deliverables][{id}]"), &format!("[deliverables_before][{id}]"));
        (title, code.map(|code| choice::<DeliverableStatus>("deliverable-status", code)))
    }));
    let shown = |(label, value): (String, Option<String>)| {
        let value = value?;
        let is_blank = value.trim().is_empty();
        let value = if is_blank { t(lang, "conflict-blank") } else { value };
        Some(view! { <dt>{label}</dt><dd class:muted=is_blank>{value}</dd> })
    };
    let shown: Vec<_> = said.into_iter().filter_map(shown).collect();
    (!shown.is_empty()).then(|| view! { <dl>{shown}</dl> }.into_any())
}

/// A code in words; as it was sent where it is none.
fn choice<T: Coded>(list: &str, code: String) -> String {
    T::ALL.iter().find(|of| of.code() == code).map_or(code, |of| name_of(use_lang(), list, *of))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        api::many::ReportMany,
        components::testing::{english, html_of, request_in, text},
        error::AppError,
        request::FormFailure,
    };
    use domain::{
        problem::{Problem, ProblemCode},
        text::Lang,
    };
    use leptos::server_fn::ServerFn;

    #[test]
    fn a_form_that_failed_on_another_page_of_the_list_has_lost_no_rows_on_this_one() {
        let mut request = request_in(Lang::En);
        request.failure = Some(FormFailure {
            action: ReportMany::url().into(),
            error: AppError::Conflict,
            fields: vec![("page".into(), "2".into())],
        });
        html_of(request, || {
            let state = FormState::of(ReportMany::url());
            assert_eq!(other_page(&state, 1, 1), Some(2));
            assert_eq!(other_page(&state, 2, 2), None);
            assert_eq!(other_page(&state, 2, 1), None, "the list has become shorter");
            assert_eq!(other_page(&state, 9, 2), None, "the last page is shown for any after it");
            assert_eq!(other_page(&FormState::default(), 1, 1), None);
        });
    }

    fn shown(fields: &[(&str, &str)], problems: Vec<Problem>) -> String {
        let mut request = request_in(Lang::En);
        request.failure = Some(FormFailure {
            action: ReportMany::url().into(),
            error: AppError::Invalid(problems),
            fields: fields.iter().map(|(name, value)| (format!("rows[7]{name}"), (*value).to_owned())).collect(),
        });
        let deliverables = english("Terms of reference").map(|title| (11, title)).into_iter().collect();
        let row = LeftRow { measure: 7, label: Some("2a".into()), why: Some(ProblemCode::HasEnded), deliverables };
        html_of(request, move || section(&[row], &FormState::of(ReportMany::url())).into_any())
    }

    #[test]
    fn a_row_without_words_is_there_for_the_link_to_it_with_what_was_chosen_in_it() {
        let fields = [
            ("[nothing_new]", ""),
            ("[status]", "planning"),
            ("[status_before]", "planning"),
            ("[percent]", "60"),
            ("[percent_before]", "40"),
            ("[forecast]", ""),
            ("[forecast_before]", "September 2018"),
            ("[deliverables][11]", "delivered"),
            ("[deliverables_before][11]", "in_progress"),
        ];
        let html = shown(&fields, vec![Problem::new("rows[7][done]", ProblemCode::HasEnded)]);
        let text = text(&html);
        assert!(html.contains("id=\"left-7\""), "{html}");
        for words in ["Percent done 60", "Expected date Left empty", "Terms of reference Delivered"] {
            assert!(text.contains(words), "{words} is not in {text}");
        }
        assert!(!text.contains("Status") && !text.contains("Nothing new"), "what was left as it was is not repeated: {text}");
    }

    #[test]
    fn a_row_is_shown_where_something_is_wrong_with_it_and_not_where_nothing_was_said() {
        let untouched = [("[status]", "planning"), ("[status_before]", "planning")];
        assert!(!shown(&untouched, vec![Problem::new("rows[8][done]", ProblemCode::HasEnded)]).contains("left-7"));
        let wrong = shown(&untouched, vec![Problem::new("rows[7][percent]", ProblemCode::NotANumber)]);
        assert!(wrong.contains("id=\"left-7\""), "{wrong}");
    }
}
