//! “Report on my measures”: everything a person answers for in one form, from top to bottom by keyboard alone.

use super::{drafts, left, row};
use crate::{
    api::many::{LeftRow, OwnPage, OwnPlan, ReportMany as SendMany, SaveDrafts},
    components::{
        address,
        conflict::last_words,
        errors::ErrorSummary,
        form::{Select, label_key},
        history::change_words,
        notice::Done,
        page::{PageHeading, load},
        pagination::Pagination,
        text::Words,
    },
    error::AppError,
    i18n::{Arg, dates, name_of, t, t_args},
    islands::DraftKeeper,
    request::{FormState, backend, caller, request, use_lang},
};
use domain::{
    problem::{Problem, ProblemCode},
    text::{Coded, Lang},
};
use leptos::{prelude::*, server_fn::ServerFn};
use std::collections::BTreeSet;

/// The page.
#[component]
pub fn ReportMany() -> impl IntoView {
    load(loaded(address::page(), state()), show).into_any()
}

/// The page, and what became of rows that were typed into it and are not on it.
async fn loaded(asked: u32, state: FormState) -> Result<(OwnPage, Vec<LeftRow>), AppError> {
    let (caller, backend) = (caller()?, backend());
    let page = backend.progress.own(&caller, asked).await?;
    let is_here = left::other_page(&state, asked, page.page.number).is_none();
    let typed = if is_here { left::typed_rows(&state) } else { BTreeSet::new() };
    let shown: BTreeSet<i64> = ids(&page).into_iter().collect();
    let gone: Vec<i64> = typed.difference(&shown).copied().collect();
    let left = if gone.is_empty() { Vec::new() } else { backend.progress.left(&caller, &gone).await? };
    Ok((page, left))
}

fn show((page, left): (OwnPage, Vec<LeftRow>)) -> AnyView {
    let lang = use_lang();
    let state = state();
    let content = if page.plans.is_empty() { nothing() } else { form(&page, &state) };
    view! {
        <PageHeading title=t(lang, "many-title") />
        <Done />
        {drafts::arrived("updates-recorded", "many-")}
        {summary(&page, (address::page(), &left), &state)}
        {left::section(&left, &state)}
        {content}
        <Pagination page=page.page />
    }
    .into_any()
}

/// The form has two buttons, each with an address of its own; this is the state of whichever was pressed.
fn state() -> FormState {
    let sent = FormState::of(SendMany::url());
    if sent.has_failed() { sent } else { FormState::of(SaveDrafts::url()) }
}

fn nothing() -> AnyView {
    let lang = use_lang();
    view! {
        <section class="card card-empty">
            <p>{t(lang, "many-nothing")}</p>
            <p><a class="button button-secondary" href="/plans">{t(lang, "work-see-plans")}</a></p>
        </section>
    }
    .into_any()
}

fn form(page: &OwnPage, state: &FormState) -> AnyView {
    let lang = use_lang();
    let counts = [
        ("total", Arg::from(page.page.total)),
        ("silent", Arg::from(page.silent)),
        ("period", Arg::from(dates::period(lang, page.period))),
    ];
    let fields = fields_of(page, state);
    view! {
        <p class="lead">{t_args(lang, "many-lead", &counts)}</p>
        <p>{t(lang, "many-how")}</p>
        <DraftKeeper>{fields}</DraftKeeper>
    }
    .into_any()
}

fn fields_of(page: &OwnPage, state: &FormState) -> AnyView {
    let lang = use_lang();
    let person = request().actor.map(|actor| actor.person).unwrap_or_default();
    let languages = Lang::ALL.iter().map(|of| (of.code().to_owned(), name_of(lang, "lang", *of))).collect();
    let next = following(page);
    let plans: Vec<_> = page.plans.iter().map(|plan| group(plan, state, &next)).collect();
    view! {
        <form
            method="post"
            action=SendMany::url()
            class="report-form many-form"
            id="field-rows"
            data-draft=format!("{person}-many-{}", page.page.number)
            data-draft-version=version(page)
            data-draft-failed=state.has_failed().then_some("true")
            data-draft-save=SaveDrafts::url()
        >
            {drafts::restored()}
            <input type="hidden" name="page" value=page.page.number.to_string() />
            {plans}
            <section class="many-send" id="many-send" tabindex="-1" aria-labelledby="many-send-title">
                <h2 id="many-send-title">{t(lang, "many-send-title")}</h2>
                <Select name="text_lang" state=state.clone() choices=languages before=lang.to_string() />
                {drafts::buttons("many-send", SaveDrafts::url(), "/".to_owned(), None)}
            </section>
        </form>
    }
    .into_any()
}

fn group(plan: &OwnPlan, state: &FormState, next: &[(i64, Option<i64>)]) -> AnyView {
    let id = format!("plan-{}", plan.id);
    let after = |measure: i64| next.iter().find(|(of, _)| *of == measure).and_then(|(_, next)| *next);
    let rows: Vec<_> = plan.measures.iter().map(|own| row::card(own, state, after(own.measure.id))).collect();
    let title = plan
        .title
        .clone()
        .map_or_else(|| t(use_lang(), "plan-untitled").into_any(), |title| view! { <Words text=Some(title) /> }.into_any());
    view! {
        <section aria-labelledby=id.clone()>
            <h2 id=id.clone()><a href=format!("/plans/{}", plan.id)>{title}</a></h2>
            {rows}
        </section>
    }
    .into_any()
}

fn ids(page: &OwnPage) -> Vec<i64> {
    page.plans.iter().flat_map(|plan| &plan.measures).map(|own| own.measure.id).collect()
}

/// Each measure of the page with the one that follows it, also across plans.
fn following(page: &OwnPage) -> Vec<(i64, Option<i64>)> {
    let ids = ids(page);
    let next = ids.iter().skip(1).copied().map(Some).chain([None]);
    ids.iter().copied().zip(next).collect()
}

/// What the script compares to know whether a form it keeps was accepted: the version of every measure.
fn version(page: &OwnPage) -> String {
    let own = page.plans.iter().flat_map(|plan| &plan.measures);
    own.map(|own| format!("{}.{}", own.measure.id, own.lock_version)).collect::<Vec<_>>().join(" ")
}

/// The problems on top, each named by its measure and leading to its field; `asked` is the page of the list that was asked
/// for.
fn summary(page: &OwnPage, (asked, left): (u32, &[LeftRow]), state: &FormState) -> AnyView {
    let lang = use_lang();
    let problems: Vec<Problem> = state.error().map(|error| error.problems().to_vec()).unwrap_or_default();
    let other = left::other_page(state, asked, page.page.number);
    let other = other.map(|number| format!("/report?page={number}")).unwrap_or_default();
    let items: Vec<_> = problems.iter().map(|problem| item(lang, (page, left), &other, problem)).collect();
    if items.is_empty() {
        return view! { <ErrorSummary state=state.clone() /> }.into_any();
    }
    view! {
        <div class="error-summary" role="alert" tabindex="-1" aria-labelledby="error-summary-title">
            <h2 id="error-summary-title">{t(lang, "problems-title")}</h2>
            <p>{t(lang, "many-nothing-sent")}</p>
            <ul>{items}</ul>
        </div>
    }
    .into_any()
}

/// A problem; `other` is the address of the page that the form was on, where it is not this one.
fn item(lang: Lang, (page, left): (&OwnPage, &[LeftRow]), other: &str, problem: &Problem) -> AnyView {
    let of = problem.field.strip_prefix("rows[").and_then(|rest| rest.split_once(']')).and_then(|(id, _)| id.parse::<i64>().ok());
    let own = of.and_then(|id| page.plans.iter().flat_map(|plan| &plan.measures).find(|own| own.measure.id == id));
    let gone = left.iter().find(|row| Some(row.measure) == of);
    let label = own.map(|own| own.measure.label.clone()).or_else(|| gone.and_then(|row| row.label.clone()));
    let field = t(lang, &label_key(&problem.field));
    let field = match label {
        Some(label) if gone.is_some() => t_args(lang, "measure-label", &[("label", Arg::from(label))]),
        Some(label) => t_args(lang, "many-field-of", &[("label", Arg::from(label)), ("field", Arg::from(field))]),
        None => field,
    };
    let is_there = of.is_some() && own.is_none();
    // A row that is not there any more has its words in a place of their own.
    let href = match gone {
        Some(row) => left::href(row),
        None => format!("{}#{}", if is_there { other } else { "" }, crate::components::form::field_id(&problem.field)),
    };
    let who = (problem.code == ProblemCode::ChangedMeanwhile).then(|| overtaken(lang, of));
    view! { <li><a href=href>{field}</a>" – "{name_of(lang, "problem", problem.code)}{who}</li> }.into_any()
}

/// Who changed the measure of a row, how and when.
fn overtaken(lang: Lang, measure: Option<i64>) -> AnyView {
    let href = measure.map(|id| format!("/measures/{id}"));
    let behind = request().behind;
    let last = behind.iter().find(|entry| entry.about.as_ref().is_some_and(|about| about.href == href));
    let changes = last.map(|entry| entry.changes.as_slice()).unwrap_or_default();
    let changes: Vec<_> = changes.iter().map(|change| view! { <li>{change_words(lang, change)}</li> }).collect();
    view! { <p>{last_words(lang, last)}</p><ul>{changes}</ul> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::progress::DraftView;
    use crate::{
        api::{common::PageInfo, many::OwnMeasure},
        components::testing::{day, english, html, html_of, measure_row, request_in},
        request::FormFailure,
    };
    use domain::{dates::ReportingPeriod, problem::ProblemCode, progress::TypedProgress};

    fn page() -> OwnPage {
        let own = |id: i64| {
            let measure = crate::api::common::MeasureRow { id, label: format!("M{id}"), ..measure_row() };
            OwnMeasure { measure, last: None, instead_of: None, draft: None, lock_version: 3 }
        };
        let plan = |id: i64, ids: [i64; 2]| OwnPlan { id, title: english("The plan"), measures: ids.map(own).into() };
        OwnPage {
            period: ReportingPeriod::of(day("2018-07-10")),
            plans: vec![plan(1, [7, 8]), plan(2, [9, 10])],
            page: PageInfo { number: 1, size: 25, total: 4 },
            silent: 2,
        }
    }

    #[test]
    fn each_measure_leads_to_the_next_one_and_the_last_to_the_button() {
        let shown = html(Lang::En, || fields_of(&page(), &FormState::default()));
        for link in ["href=\"#measure-8\"", "href=\"#measure-9\"", "href=\"#measure-10\"", "href=\"#many-send\""] {
            assert_eq!(shown.matches(link).count(), 1, "{link} in {shown}");
        }
        assert_eq!(shown.matches("type=\"submit\"").count(), 2, "send, or save as drafts");
        assert!(!shown.contains("tabindex=\"1"), "the order of the page is the order of the keyboard");
    }

    #[test]
    fn a_problem_is_named_by_its_measure_and_the_row_keeps_what_was_offered_first() {
        let mut request = request_in(Lang::En);
        let fields = [
            ("rows[8][lock_version]", "2"),
            ("rows[8][percent]", "lots"),
            ("rows[7][lock_version]", "2"),
            ("rows[7][status_before]", "planning"),
        ];
        request.failure = Some(FormFailure {
            action: SendMany::url().into(),
            error: AppError::Invalid(vec![Problem::new("rows[8][percent]", ProblemCode::NotANumber)]),
            fields: fields.map(|(name, value)| (name.to_owned(), value.to_owned())).into(),
        });
        let shown = html_of(request, || {
            let (page, state) = (page(), FormState::of(SendMany::url()));
            view! { {summary(&page, (1, &[]), &state)} {fields_of(&page, &state)} }
        });
        for words in ["Measure M8: Percent done", "href=\"#field-rows-8-percent\"", "value=\"lots\""] {
            assert!(shown.contains(words), "{words} is not in {shown}");
        }
        assert!(shown.contains("name=\"rows[7][status_before]\" value=\"planning\""), "{shown}");
        assert!(shown.contains("name=\"rows[7][lock_version]\" value=\"3\""), "the version is the record's");
    }

    #[test]
    fn a_problem_of_another_page_of_the_list_leads_to_that_page() {
        let mut request = request_in(Lang::En);
        let problems = ["rows[30][percent]", "rows[8][percent]"].map(|field| Problem::new(field, ProblemCode::NotANumber));
        request.failure = Some(FormFailure {
            action: SendMany::url().into(),
            error: AppError::Invalid(problems.into()),
            fields: vec![("page".into(), "2".into())],
        });
        let shown = html_of(request, || summary(&page(), (1, &[]), &FormState::of(SendMany::url())));
        for link in ["href=\"/report?page=2#field-rows-30-percent\"", "href=\"#field-rows-8-percent\""] {
            assert!(shown.contains(link), "{link} is not in {shown}");
        }
    }

    #[test]
    fn a_draft_stands_in_its_row_in_its_language_with_what_the_record_offered() {
        let mut page = page();
        let mut typed = TypedProgress { status: "planning".into(), done: "À moitié".into(), ..TypedProgress::default() };
        (typed.text_lang, typed.draft_key) = ("fr".into(), "that-view".into());
        let saved_at = "2018-07-09T14:05:00Z".parse().expect("a moment");
        page.plans[0].measures[0].draft = Some(DraftView { typed, saved_at, is_stale: false });
        let shown = html(Lang::En, move || fields_of(&page, &FormState::default()));
        for words in [
            "À moitié",
            "July 9, 2018, 14:05",
            "name=\"rows[7][draft_key]\" value=\"that-view\"",
            "name=\"rows[7][status_before]\" value=\"in_progress\"",
            "name=\"rows[7][text_lang]\"",
        ] {
            assert!(shown.contains(words), "{words} is not in {shown}");
        }
        assert!(!shown.contains("name=\"rows[8][text_lang]\""), "where it is that of the form it is not asked");
    }

    #[test]
    fn each_row_has_its_deliverables_so_that_a_claim_needs_no_other_page() {
        let shown = html(Lang::En, || fields_of(&page(), &FormState::default()));
        let deliverable = measure_row().deliverables[0].id;
        assert!(shown.contains(&format!("name=\"rows[7][deliverables][{deliverable}]\"")), "{shown}");
        assert!(shown.contains(&format!("name=\"rows[7][deliverables_before][{deliverable}]\"")), "{shown}");
    }
}
