//! Two people reporting on one measure at once.

use super::form::expected;
use crate::{
    api::progress::ProgressForm,
    components::conflict::{Compared, Conflict},
    i18n::{name_of, t},
    request::request,
};
use domain::{
    deliverable::DeliverableStatus,
    measure::MeasureStatus,
    text::{Coded, InLang, Lang},
    trail::AuditAction,
};
use leptos::prelude::*;

/// What the form says on top: the problems, or their report beside one's own.
pub(super) fn summary(form: &ProgressForm) -> AnyView {
    let fields = fields(request().lang, form);
    view! {
        <Conflict
            state=super::form::state()
            fields=fields
            keep=format!("/measures/{}/report", form.measure.id)
            note=t(request().lang, "conflict-progress")
        />
    }
    .into_any()
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
