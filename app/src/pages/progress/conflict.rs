//! Two people reporting on one measure at once, and one person writing about it in two places.

use super::{drafts, form::expected};
use crate::{
    api::progress::{DraftView, ProgressForm, SaveDraft},
    components::{
        conflict::{Compared, Conflict},
        dates::moment,
    },
    error::AppError,
    i18n::{Arg, name_of, t, t_args},
    request::{FormState, request},
};
use domain::{
    deliverable::DeliverableStatus,
    measure::MeasureStatus,
    text::{Coded, InLang, Lang},
    trail::AuditAction,
};
use leptos::{prelude::*, server_fn::ServerFn};

/// What the form says on top: the problems, or what is saved beside what was typed.
pub(super) fn summary(form: &ProgressForm) -> AnyView {
    let lang = request().lang;
    let (fields, note, told) = match other_draft(form) {
        Some(draft) => {
            let at = [("at", Arg::from(moment(draft.saved_at)))];
            let told = (t(lang, "conflict-draft-title"), t_args(lang, "conflict-draft-saved", &at));
            (drafted(lang, form, &draft), t(lang, "conflict-draft"), Some(told))
        }
        None => (fields(lang, form), t(lang, "conflict-progress"), None),
    };
    view! {
        <Conflict
            state=super::form::state()
            fields=fields
            keep=format!("/measures/{}/report", form.measure.id)
            note=note
            told=told
        />
    }
    .into_any()
}

/// The draft of another view of the form that kept this one from being saved. Where the measure itself changed meanwhile
/// that comes first: whose report it was is told now, and the draft when this one is saved again.
pub(super) fn other_draft(form: &ProgressForm) -> Option<DraftView> {
    let state = FormState::of(SaveDraft::url());
    let is_current = state.value("lock_version", "") == form.lock_version.to_string();
    let draft = form.draft.as_ref().filter(|_| is_current && state.error() == Some(&AppError::Conflict));
    drafts::from_elsewhere(draft, &state, &str::to_owned)
}

/// The words of the other draft. They are one's own: nobody is named beside them, whoever changed the measure last.
fn drafted(lang: Lang, form: &ProgressForm, draft: &DraftView) -> Vec<Compared> {
    let typed = &draft.typed;
    let mut fields = vec![Compared::choice("status", typed.status.clone(), choices::<MeasureStatus>(lang, "status"))];
    for deliverable in &form.measure.deliverables {
        let Some(code) = typed.deliverables.get(&deliverable.id) else { continue };
        let title = deliverable.title.as_ref().map_or_else(|| t(lang, "field-deliverable"), |title| title.text.clone());
        let states = choices::<DeliverableStatus>(lang, "deliverable-status");
        fields.push(Compared::choice(format!("deliverables[{}]", deliverable.id), code.clone(), states).called(title));
    }
    let texts = [
        ("done", &typed.done),
        ("obstacles", &typed.obstacles),
        ("next_step", &typed.next_step),
        ("percent", &typed.percent),
        ("forecast", &typed.forecast),
    ];
    fields.extend(texts.map(|(name, text)| Compared::text(name, text.clone())));
    fields.into_iter().map(Compared::unrecorded).collect()
}

fn choices<T: Coded>(lang: Lang, list: &str) -> Vec<(String, String)> {
    T::ALL.iter().map(|value| (value.code().to_owned(), name_of(lang, list, *value))).collect()
}

fn fields(lang: Lang, form: &ProgressForm) -> Vec<Compared> {
    let measure = &form.measure;
    let mut fields = vec![Compared::choice("status", measure.status.code(), choices::<MeasureStatus>(lang, "status"))];
    for deliverable in &measure.deliverables {
        let name = format!("deliverables[{}]", deliverable.id);
        let states = choices::<DeliverableStatus>(lang, "deliverable-status");
        let title = deliverable.title.as_ref().map_or_else(|| t(lang, "field-deliverable"), |title| title.text.clone());
        fields.push(Compared::choice(name, deliverable.status.code(), states).called(title).recorded_as("deliverable_status"));
    }
    fields.extend(texts(form));
    fields.push(Compared::text("percent", measure.percent.to_string()));
    fields.push(Compared::text("forecast", expected(lang, measure.forecast, request().today)));
    fields
}

/// Their words, where it was a report that was faster.
fn texts(form: &ProgressForm) -> Vec<Compared> {
    let reported = request().behind.first().is_some_and(|change| change.action == AuditAction::ProgressReported.code());
    let Some(last) = form.last.as_ref().filter(|_| reported) else { return Vec::new() };
    let text = |text: &Option<InLang>| text.as_ref().map(|text| text.text.clone()).unwrap_or_default();
    let field = |name: &str, theirs| Compared::text(name, text(theirs)).recorded_as("last_update_on");
    vec![field("done", &last.done), field("obstacles", &last.obstacles), field("next_step", &last.next_step)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        api::trail::{FieldChange, HistoryEntry, Origin},
        components::testing::{day, english, html_of, measure_row, request_in, text},
        request::FormFailure,
    };
    use domain::{dates::ReportingPeriod, progress::TypedProgress};

    /// What is said on top when a draft could not be saved: there is one from elsewhere, and Luc reported lately. The
    /// measure is at version 4, and the form was about `version`.
    fn shown(version: &str) -> String {
        let mut typed = TypedProgress { status: "planning".into(), done: "A whole page".into(), ..TypedProgress::default() };
        typed.draft_key = "elsewhere".into();
        let draft = DraftView { typed, saved_at: "2018-07-09T14:05:00Z".parse().expect("a moment"), is_stale: false };
        let form = ProgressForm {
            measure: measure_row(),
            plan_id: 1,
            plan_title: english("The plan"),
            period: ReportingPeriod::of(day("2018-07-10")),
            last: None,
            draft: Some(draft),
            lock_version: 4,
        };
        let fields = [("lock_version", version), ("status", "in_progress"), ("done", "A word"), ("draft_key", "here")];
        let mut request = request_in(Lang::En);
        request.failure = Some(FormFailure {
            action: SaveDraft::url().into(),
            error: AppError::Conflict,
            fields: fields.map(|(name, value)| (name.to_owned(), value.to_owned())).into(),
        });
        request.behind = vec![HistoryEntry {
            at: "2018-07-10T12:00:00Z".parse().expect("a moment"),
            who: Some("Luc".into()),
            origin: Origin::Person,
            action: "progress_reported".into(),
            about: None,
            changes: vec![FieldChange { field: "status".into(), old: None, new: Some("in_progress".into()) }],
        }];
        text(&html_of(request, move || summary(&form)))
    }

    #[test]
    fn a_report_of_somebody_else_is_told_before_a_draft_of_one_s_own() {
        let text = shown("3");
        assert!(text.contains("Somebody else changed this") && text.contains("Progress reported by Luc"), "{text}");
        assert!(!text.contains("A whole page"), "the draft comes up when it is saved again: {text}");
    }

    #[test]
    fn one_s_own_draft_is_not_said_to_be_somebody_else_s() {
        let text = shown("4");
        assert!(text.contains("You saved another draft") && text.contains("A whole page"), "{text}");
        assert!(text.contains("Saved now Planning") && !text.contains("Luc"), "{text}");
    }
}
