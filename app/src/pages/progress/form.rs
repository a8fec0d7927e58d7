//! The progress form: done in a minute by somebody who last came three months ago.

use super::{conflict, drafts, fields};
use crate::{
    api::progress::{ProgressForm, ReportProgress, SaveDraft},
    components::{
        address,
        badge::days_late,
        breadcrumbs::{Breadcrumbs, to_measure},
        dates::Due,
        form::{Select, TextArea, TextField},
        notice::Done,
        page::{PageHeading, load},
        text::Words,
        tick::CheckField,
    },
    i18n::{Arg, dates, name_of, t, t_args},
    islands::DraftKeeper,
    pages::measures::show_update,
    request::{FormState, backend, caller, request, use_lang},
};
use chrono::NaiveDate;
use domain::{
    dates::DueDate,
    progress::TypedProgress,
    text::{Coded, Lang},
};
use leptos::{prelude::*, server_fn::ServerFn};

/// The page.
#[component]
pub fn Report() -> impl IntoView {
    let id = address::id();
    load(async move { backend().progress.form(&caller()?, id?).await }, show).into_any()
}

fn show(form: ProgressForm) -> AnyView {
    let lang = use_lang();
    let measure = &form.measure;
    let links = to_measure(form.plan_id, form.plan_title.as_ref(), measure.id, &measure.label);
    view! {
        <Breadcrumbs links=links />
        <PageHeading title=t_args(lang, "progress-title", &[("label", Arg::from(measure.label.clone()))]) />
        <Done />
        {conflict::summary(&form)}
        {reminder(&form)}
        <DraftKeeper>{fields_of(&form)}</DraftKeeper>
    }
    .into_any()
}

/// The form has two buttons, each with an address of its own; this is the state of whichever was pressed.
pub(super) fn state() -> FormState {
    let sent = FormState::of(ReportProgress::url());
    if sent.has_failed() { sent } else { FormState::of(SaveDraft::url()) }
}

/// What was promised, and what was said last time.
fn reminder(form: &ProgressForm) -> AnyView {
    let lang = use_lang();
    let measure = form.measure.clone();
    let late = measure.flags.overdue.then(|| {
        view! { " "<strong class="late">{days_late(lang, measure.flags.lateness.from_current)}</strong> }
    });
    let first = (measure.original != measure.current)
        .then(|| view! { <div><dt>{t(lang, "date-original")}</dt><dd><Due date=measure.original /></dd></div> });
    let last = match form.last.clone() {
        Some(update) => view! { <details class="last-time" open>
            <summary>{t(lang, "progress-last-time")}</summary>
            {show_update(update)}
        </details> }
        .into_any(),
        None => view! { <p class="muted">{t(lang, "progress-first-time")}</p> }.into_any(),
    };
    view! {
        <section class="card reminder" aria-label=t(lang, "progress-about")>
            <p class="commitment"><Words text=measure.text.clone() /></p>
            <dl class="facts">
                {first}
                <div><dt>{t(lang, "date-current")}</dt><dd><Due date=measure.current />{late}</dd></div>
                <div><dt>{t(lang, "progress-period")}</dt><dd>{dates::period(lang, form.period)}</dd></div>
            </dl>
            {last}
        </section>
    }
    .into_any()
}

/// The form itself, filled with the draft where there is one.
fn fields_of(form: &ProgressForm) -> AnyView {
    let lang = use_lang();
    let state = state();
    let measure = &form.measure;
    // Two people at one machine do not see each other's drafts.
    let person = request().actor.map(|actor| actor.person).unwrap_or_default();
    let expected = expected(lang, measure.forecast, request().today);
    let before = before(form, lang, &expected);
    let replaces = conflict::other_draft(form).map(|draft| draft.typed.draft_key);
    let languages = Lang::ALL.iter().map(|lang_of| (lang_of.code().to_owned(), name_of(lang, "lang", *lang_of))).collect();
    view! {
        <form
            method="post"
            action=ReportProgress::url()
            class="report-form"
            data-draft=format!("{person}-{}", measure.id)
            data-draft-version=form.lock_version.to_string()
            data-draft-failed=state.has_failed().then_some("true")
            data-draft-save=SaveDraft::url()
        >
            {drafts::restored()}
            {form.draft.as_ref().filter(|_| !state.has_failed()).map(drafts::waiting)}
            <input type="hidden" name="measure" value=measure.id.to_string() />
            <input type="hidden" name="lock_version" value=form.lock_version.to_string() />
            <input type="hidden" name="draft_key" value=drafts::own_key(&state, "draft_key", form.draft.as_ref()) />
            <CheckField name="nothing_new" state=state.clone() before=before.nothing_new class="nothing-new" />
            {fields::statuses(&state, &before.status)}
            {fields::deliverables(&state, &measure.deliverables, &before.deliverables)}
            <TextArea name="done" state=state.clone() before=before.done rows=5 />
            <TextArea name="obstacles" state=state.clone() before=before.obstacles rows=3 optional=true />
            <TextArea name="next_step" state=state.clone() before=before.next_step rows=3 optional=true />
            <div class="field-row">
                <TextField name="percent" state=state.clone() before=before.percent class="input-short" />
                <input type="hidden" name="forecast_before" value=expected />
                <TextField name="forecast" state=state.clone() before=before.forecast class="input-medium" optional=true />
                <Select name="text_lang" state=state.clone() choices=languages before=before.text_lang />
            </div>
            {drafts::buttons("progress-send", SaveDraft::url(), format!("/measures/{}", measure.id), replaces)}
        </form>
    }
    .into_any()
}

/// What the form says before anything is typed: the draft, else the record.
fn before(form: &ProgressForm, lang: Lang, expected: &str) -> TypedProgress {
    match &form.draft {
        Some(draft) => draft.typed.clone(),
        None => TypedProgress {
            status: form.measure.status.code().into(),
            percent: form.measure.percent.to_string(),
            forecast: expected.to_owned(),
            text_lang: lang.to_string(),
            ..TypedProgress::default()
        },
    }
}

/// What the lead expected last time, to be kept or changed; nothing once that day has passed. In words where they are
/// read back as the same date, else as a code.
pub(in crate::pages) fn expected(lang: Lang, forecast: Option<DueDate>, today: NaiveDate) -> String {
    let Some(due) = forecast.filter(|due| due.last_day().is_some_and(|day| day >= today)) else {
        return String::new();
    };
    dates::typed(lang, due)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        components::testing::{english, html, html_of, measure_row, request_in},
        error::AppError,
        request::FormFailure,
    };
    use domain::{
        dates::{ReportingPeriod, phrase::parse_due},
        problem::{Problem, ProblemCode},
    };

    fn form() -> ProgressForm {
        ProgressForm {
            measure: measure_row(),
            plan_id: 1,
            plan_title: english("The plan"),
            period: ReportingPeriod::of("2018-07-10".parse().expect("a day")),
            last: None,
            draft: None,
            lock_version: 4,
        }
    }

    #[test]
    fn only_statuses_a_lead_may_choose_are_offered_and_today_s_is_chosen() {
        let shown = html(Lang::En, || fields_of(&form()));
        assert_eq!(shown.matches("type=\"radio\"").count(), 5);
        assert!(!shown.contains("verified_closed"));
        let chosen = shown.split("<input").find(|input| input.contains("checked")).expect("a chosen status");
        assert!(chosen.contains("in_progress"), "{chosen}");
    }

    #[test]
    fn an_expected_date_comes_back_as_words_that_are_read_the_same_and_a_past_one_not_at_all() {
        let today = "2018-07-10".parse().expect("a day");
        for code in ["2018-09", "2018-09-30", "2018-Q4", "FY2018-Q3", "FY2019", "2019", "2018-fall"] {
            let due: DueDate = code.parse().expect("a due date");
            for lang in Lang::ALL {
                let words = expected(*lang, Some(due), today);
                assert_eq!(parse_due(&words), Ok(due), "{words}");
            }
        }
        assert_eq!(expected(Lang::Fr, "2018-09".parse().ok(), today), "septembre\u{a0}2018");
        assert_eq!(expected(Lang::Fr, "2018-06".parse().ok(), today), "");
    }

    #[test]
    fn what_was_typed_stays_when_the_form_comes_back() {
        let mut request = request_in(Lang::Fr);
        let fields = [("status", "completed_to_verify"), ("done", "Le mandat est signé"), ("deliverables[11]", "delivered")];
        request.failure = Some(FormFailure {
            action: ReportProgress::url().into(),
            error: AppError::Invalid(vec![Problem::new("percent", ProblemCode::NotANumber)]),
            fields: fields.map(|(name, value)| (name.to_owned(), value.to_owned())).into(),
        });
        let shown = html_of(request, || fields_of(&form()));
        let chosen = shown.split("<input").find(|input| input.contains("checked")).expect("a chosen status");
        assert!(chosen.contains("completed_to_verify"), "{chosen}");
        assert!(shown.contains("Le mandat est signé") && shown.contains("field-percent-problem"), "{shown}");
        let option = shown.split("<option").find(|option| option.contains("selected")).expect("a chosen answer");
        assert!(option.contains("delivered"), "{option}");
        assert!(shown.contains("name=\"lock_version\" value=\"4\""), "the version is the record's, not the one sent");
    }

    #[test]
    fn a_draft_fills_the_form_and_says_since_when_it_is_there() {
        let typed = TypedProgress {
            status: "planning".into(),
            done: "À moitié".into(),
            percent: "environ".into(),
            nothing_new: "yes".into(),
            ..TypedProgress::default()
        };
        let saved_at = "2018-07-09T14:05:00Z".parse().expect("a moment");
        let draft = Some(crate::api::progress::DraftView { typed, saved_at, is_stale: true });
        let shown = html(Lang::En, || fields_of(&ProgressForm { draft, ..form() }));
        for words in ["À moitié", "value=\"environ\"", "July 9, 2018, 14:05", "Somebody has reported since"] {
            assert!(shown.contains(words), "{words} is not in {shown}");
        }
        let checked: Vec<_> = shown.split("<input").filter(|input| input.contains("checked")).collect();
        assert!(checked.len() == 2 && checked[0].contains("nothing_new") && checked[1].contains("planning"), "{checked:?}");
    }
}
