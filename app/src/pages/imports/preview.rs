//! The preview of an import: the source beside what was understood of it, which a person corrects.

use super::{conflict, measures, recommendations, source, warnings};
use crate::{
    api::imports::{CommitImport, CorrectImport, DiscardImport, ImportPreview},
    components::{
        address,
        breadcrumbs::Breadcrumbs,
        errors::ErrorSummary,
        form::{Select, TextArea, TextField},
        notice::Done,
        page::{PageHeading, load},
    },
    i18n::{name_of, t},
    request::{FormState, backend, caller, use_lang},
};
use domain::{
    plan::{ResponseKind, SourceKind},
    text::{Coded, Lang},
};
use leptos::{prelude::*, server_fn::ServerFn};

/// The page.
#[component]
pub fn Preview() -> impl IntoView {
    let id = address::id();
    load(async move { backend().imports.preview(&caller()?, id?).await }, show).into_any()
}

/// The form has two buttons, each with an address of its own; this is the state of whichever was pressed.
fn state() -> FormState {
    let commit = FormState::of(CommitImport::url());
    if commit.has_failed() { commit } else { FormState::of(CorrectImport::url()) }
}

/// The choices of a coded list, blank first where nothing may be chosen.
pub(super) fn choices<T: Coded>(lang: Lang, list: &str, blank: Option<String>) -> Vec<(String, String)> {
    let named = T::ALL.iter().map(|value| (value.code().to_owned(), name_of(lang, list, *value)));
    blank.map(|words| (String::new(), words)).into_iter().chain(named).collect()
}

/// The rows without the blank ones at the end: a blank one is always offered below them. The rows of the source (so many
/// were found) stay even when they were cleared, or else what is added would pass for one of them.
pub(super) fn trimmed<T: Default + PartialEq>(rows: &[T], found: usize) -> &[T] {
    let blank = T::default();
    let end = rows.iter().rposition(|row| *row != blank).map_or(0, |last| last + 1);
    rows.get(..end.max(found).min(rows.len())).unwrap_or_default()
}

/// The rows there are, and as many as were typed where the form came back with more.
pub(super) fn with_typed<T: Default + PartialEq + Clone>(rows: &[T], found: usize, typed: usize) -> Vec<T> {
    let mut rows = trimmed(rows, found).to_vec();
    rows.resize_with(rows.len().max(typed), T::default);
    rows
}

/// Whether one of these fields (name and value) holds something, as typed or before, or has a problem: what is folded
/// away then has to be seen.
pub(super) fn any_filled(state: &FormState, name: &impl Fn(&str) -> String, fields: &[(&str, &String)]) -> bool {
    fields.iter().any(|(field, before)| {
        let name = name(field);
        !state.value(&name, before).trim().is_empty() || state.problem(&name).is_some()
    })
}

fn show(preview: ImportPreview) -> AnyView {
    let lang = use_lang();
    let content = match preview.plan_id {
        Some(plan) => view! {
            <p class="notice">
                {t(lang, "import-was-made")}" "<a href=format!("/plans/{plan}")>{t(lang, "import-see-plan")}</a>
            </p>
        }
        .into_any(),
        None => view! {
            <div>
                {form(&preview)}
                {put_away(&preview)}
            </div>
        }
        .into_any(),
    };
    let general = preview.draft.warnings.iter().filter(|warning| warning.measure.is_none()).cloned().collect();
    view! {
        <Breadcrumbs links=vec![("/import", t(lang, "nav-import")).into()] />
        <PageHeading title=t(lang, "import-preview-title") />
        <Done />
        {conflict::summary(&preview, state())}
        <ErrorSummary state=FormState::of(DiscardImport::url()) />
        <p class="lead">{t(lang, "import-preview-intro")}</p>
        {warnings::list(general, &preview.draft.source)}
        <div class="import-columns">
            {content}
            {source::lines(preview.draft.lang, &preview.draft.source)}
        </div>
    }
    .into_any()
}

fn form(preview: &ImportPreview) -> AnyView {
    let lang = use_lang();
    let state = state();
    view! {
        <form method="post" action=CorrectImport::url() class="import-form">
            <input type="hidden" name="import" value=preview.id.to_string() />
            <input type="hidden" name="lock_version" value=preview.lock_version.to_string() />
            {head(preview, &state)}
            {recommendations::rows(preview, &state)}
            {measures::rows(preview, &state)}
            <section class="import-decide" aria-labelledby="import-decide">
                <h2 id="import-decide">{t(lang, "import-decide")}</h2>
                <p>{t(lang, "import-decide-meaning")}</p>
                <div class="actions">
                    <button type="submit" class="button button-secondary">{t(lang, "import-keep")}</button>
                    <button type="submit" class="button" formaction=CommitImport::url()>{t(lang, "import-commit")}</button>
                </div>
            </section>
        </form>
    }
    .into_any()
}

/// The way out for an import that nobody will finish.
fn put_away(preview: &ImportPreview) -> AnyView {
    let lang = use_lang();
    view! {
        <section class="edit-removal" aria-labelledby="put-away">
            <h2 id="put-away">{t(lang, "import-put-away-title")}</h2>
            <p>{t(lang, "import-put-away-meaning")}</p>
            <form method="post" action=DiscardImport::url()>
                <input type="hidden" name="import" value=preview.id.to_string() />
                <input type="hidden" name="lock_version" value=preview.lock_version.to_string() />
                <button type="submit" class="button button-secondary">{t(lang, "import-put-away-do")}</button>
            </form>
        </section>
    }
    .into_any()
}

/// The plan as a whole.
fn head(preview: &ImportPreview, state: &FormState) -> AnyView {
    let lang = use_lang();
    let typed = &preview.typed;
    let (languages, kinds) = (choices::<Lang>(lang, "lang", None), choices::<SourceKind>(lang, "source-kind", None));
    let responses = choices::<ResponseKind>(lang, "response", Some(t(lang, "import-no-global-response")));
    let place = preview.draft.response.as_ref().map(|response| source::link(response.place, &preview.draft.source));
    view! {
        <section aria-labelledby="import-plan">
            <h2 id="import-plan">{t(lang, "import-plan")}</h2>
            <TextField name="title" state=state.clone() before=typed.title.clone() />
            <div class="field-row">
                <Select name="lang" state=state.clone() choices=languages before=typed.lang.clone() />
                <Select
                    name="source_kind"
                    state=state.clone()
                    choices=kinds
                    before=typed.source_kind.clone()
                />
                <Select
                    name="response_kind"
                    state=state.clone()
                    choices=responses
                    before=typed.response_kind.clone()
                />
            </div>
            <div class="field-row">
                <TextField
                    name="source_url"
                    state=state.clone()
                    before=typed.source_url.clone()
                    optional=true
                />
                <TextField
                    name="published_on"
                    state=state.clone()
                    before=typed.published_on.clone()
                    kind="date"
                    class="input-medium"
                    optional=true
                />
            </div>
            <TextArea
                name="response_text"
                state=state.clone()
                before=typed.response_text.clone()
                rows=3
                optional=true
            />
            {place}
        </section>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        api::imports::{TypedMeasure, TypedPlan},
        components::testing::{html, html_of, request_in},
        error::AppError,
        request::FormFailure,
    };
    use domain::{
        dates::DueDate,
        draft::{DraftWarning, MeasureDraft, Place, PlanDraft, SourceLine, WarningCode},
        problem::{Problem, ProblemCode},
    };

    fn preview() -> ImportPreview {
        let measure = |text: &str| TypedMeasure { text: text.into(), ..TypedMeasure::default() };
        let source = vec![SourceLine { line: 12, text: "| 1 | Rédiger | <b> |".into() }];
        let place = Place { line: 12, row: Some(1), cell: None };
        let warning = DraftWarning { code: WarningCode::DateVague, place, measure: Some(0), detail: Some("vers avril".into()) };
        ImportPreview {
            id: 5,
            found: (0, 1),
            file_name: None,
            draft: PlanDraft {
                lang: Lang::Fr,
                title: None,
                response: None,
                owner: None,
                recommendations: Vec::new(),
                measures: Vec::new(),
                source,
                warnings: vec![warning],
            },
            typed: TypedPlan { measures: vec![measure("Rédiger"), measure(""), measure("")], ..TypedPlan::default() },
            organisations: Vec::new(),
            plan_id: None,
            lock_version: 2,
        }
    }

    #[test]
    fn a_cell_below_the_line_of_its_row_leads_to_the_row() {
        let mut preview = preview();
        preview.draft.warnings[0].place.line = 15;
        preview.draft.source.push(SourceLine { line: 18, text: "| 2 | Relire |".into() });
        let shown = html(Lang::En, || show(preview));
        assert!(shown.contains("href=\"#line-12\"") && !shown.contains("#line-15"), "{shown}");
    }

    #[test]
    fn only_what_is_unfinished_can_be_put_away() {
        assert!(html(Lang::En, || show(preview())).contains(DiscardImport::url()));
        let done = ImportPreview { plan_id: Some(3), ..preview() };
        assert!(!html(Lang::En, move || show(done)).contains(DiscardImport::url()));
    }

    /// A measure with these words for its date.
    fn printed(due_text: &str) -> MeasureDraft {
        MeasureDraft {
            label: None,
            text: "Rédiger".into(),
            owner: None,
            owner_inherited: false,
            support: None,
            accountable: None,
            start: None,
            start_text: None,
            due: DueDate::NONE,
            due_text: due_text.into(),
            due_text_raw: None,
            completed: false,
            completed_on: None,
            deliverables: Vec::new(),
            recommendation: None,
            link_doubtful: false,
            place: Place::line(12),
        }
    }

    #[test]
    fn a_warning_stands_beside_its_row_and_leads_to_its_line() {
        let shown = html(Lang::En, || show(preview()));
        assert!(shown.contains("href=\"#line-12\"") && shown.contains("id=\"line-12\""), "{shown}");
        assert!(shown.contains("vers avril") && shown.contains("&lt;b&gt;"), "{shown}");
    }

    #[test]
    fn what_was_printed_stands_beside_a_date_that_was_read_as_another() {
        let shown = |due: &str| {
            let mut preview = preview();
            preview.draft.measures = vec![printed("Début 2019")];
            preview.typed.measures = vec![TypedMeasure { due: due.into(), ..TypedMeasure::default() }];
            html(Lang::En, move || form(&preview)).contains("<q lang=\"fr\">Début 2019</q>")
        };
        assert!(shown("2019"));
        assert!(!shown("Début 2019"), "the field itself shows the words");
    }

    #[test]
    fn one_blank_row_is_offered_however_often_corrections_are_kept() {
        let shown = html(Lang::En, || form(&preview()));
        assert!(shown.contains("measures[1][text]") && !shown.contains("measures[2][text]"), "{shown}");
    }

    #[test]
    fn a_row_of_the_source_stays_when_it_is_cleared_and_what_is_added_comes_below_it() {
        let mut cleared = preview();
        (cleared.found, cleared.typed.measures) = ((0, 2), vec![TypedMeasure::default(); 2]);
        let shown = html(Lang::En, || form(&cleared));
        assert!(shown.contains("measures[2][text]") && !shown.contains("measures[3][text]"), "{shown}");
    }

    #[test]
    fn what_is_rare_is_folded_away_until_there_is_something_to_see() {
        let rare = |typed: TypedMeasure| {
            let mut preview = preview();
            preview.typed.measures = vec![typed];
            html(Lang::En, move || form(&preview)).matches("<details open class=\"import-rare\"").count()
        };
        assert_eq!(rare(TypedMeasure { text: "Draft".into(), ..TypedMeasure::default() }), 0);
        for typed in [
            TypedMeasure { support: "GRC".into(), ..TypedMeasure::default() },
            TypedMeasure { completed: "yes".into(), ..TypedMeasure::default() },
            TypedMeasure { start: "2018-01-01".into(), ..TypedMeasure::default() },
        ] {
            assert_eq!(rare(typed), 1);
        }
    }

    #[test]
    fn a_refused_plan_keeps_what_was_typed_and_says_what_is_wrong_at_its_field() {
        let mut request = request_in(Lang::En);
        request.failure = Some(FormFailure {
            action: CommitImport::url().into(),
            error: AppError::Invalid(vec![Problem::new("measures[0][due]", ProblemCode::NotADate)]),
            fields: vec![("measures[0][due]".into(), "soonish".into()), ("title".into(), "My plan".into())],
        });
        let shown = html_of(request, || show(preview()));
        for words in
            ["value=\"soonish\"", "value=\"My plan\"", "href=\"#field-measures-0-due\"", "id=\"field-measures-0-due-problem\""]
        {
            assert!(shown.contains(words), "{words} is not in {shown}");
        }
    }
}
