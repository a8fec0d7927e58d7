//! One preview corrected in two windows at once: a preview is seen by the person who started it only.

use super::{
    measures::{organisations, recommendations},
    preview::choices,
    recommendations::{priorities, responses},
};
use crate::{
    api::imports::{ImportPreview, TypedMeasure, TypedRecommendation},
    components::conflict::{Compared, Conflict},
    i18n::t,
    request::{FormState, use_lang},
};
use domain::{
    plan::{ResponseKind, SourceKind},
    text::Lang,
};
use leptos::prelude::*;

/// What the preview says on top: the problems, or what was kept meanwhile beside what was typed.
pub(super) fn summary(preview: &ImportPreview, state: FormState) -> AnyView {
    let is_open = preview.plan_id.is_none();
    let fields = if is_open { fields(preview, &state) } else { Vec::new() };
    view! { <Conflict state=state fields=fields keep=format!("/import/{}", preview.id) resend=is_open /> }.into_any()
}

fn fields(preview: &ImportPreview, state: &FormState) -> Vec<Compared> {
    let (lang, plan) = (use_lang(), &preview.typed);
    let no_response = Some(t(lang, "import-no-global-response"));
    let mut fields = vec![
        Compared::text("title", plan.title.clone()),
        Compared::choice("lang", plan.lang.clone(), choices::<Lang>(lang, "lang", None)),
        Compared::choice("source_kind", plan.source_kind.clone(), choices::<SourceKind>(lang, "source-kind", None)),
        Compared::text("source_url", plan.source_url.clone()),
        Compared::text("published_on", plan.published_on.clone()),
        Compared::choice("response_kind", plan.response_kind.clone(), choices::<ResponseKind>(lang, "response", no_response)),
        Compared::text("response_text", plan.response_text.clone()),
    ];
    let rows = plan.recommendations.len().max(state.rows("recommendations"));
    fields.extend((0..rows).flat_map(|row| recommendation(row, plan.recommendations.get(row))));
    let rows = plan.measures.len().max(state.rows("measures"));
    fields.extend((0..rows).flat_map(|row| measure(preview, row, plan.measures.get(row))));
    fields
}

fn recommendation(row: usize, typed: Option<&TypedRecommendation>) -> Vec<Compared> {
    let lang = use_lang();
    let typed = typed.cloned().unwrap_or_default();
    let name = |field: &str| format!("recommendations[{row}][{field}]");
    vec![
        Compared::text(name("number"), typed.number),
        Compared::text(name("text"), typed.text),
        Compared::choice(name("priority"), typed.priority, priorities(lang)),
        Compared::choice(name("response"), typed.response, responses(lang)),
        Compared::text(name("response_text"), typed.response_text),
        Compared::text(name("addressee"), typed.addressee),
    ]
}

fn measure(preview: &ImportPreview, row: usize, typed: Option<&TypedMeasure>) -> Vec<Compared> {
    let typed = typed.cloned().unwrap_or_default();
    let name = |field: &str| format!("measures[{row}][{field}]");
    vec![
        Compared::text(name("label"), typed.label),
        Compared::text(name("text"), typed.text),
        Compared::choice(name("recommendation"), typed.recommendation, recommendations(preview)),
        Compared::text(name("deliverables"), typed.deliverables),
        Compared::choice(name("lead"), typed.lead, organisations(preview)),
        Compared::text(name("owner"), typed.owner),
        Compared::text(name("due"), typed.due),
        Compared::text(name("also"), typed.also),
        Compared::text(name("support"), typed.support),
        Compared::text(name("accountable"), typed.accountable),
        Compared::text(name("start"), typed.start),
        Compared::choice(name("completed"), typed.completed, done()),
        Compared::text(name("completed_on"), typed.completed_on),
    ]
}

/// A ticked box in words.
fn done() -> Vec<(String, String)> {
    vec![("yes".to_owned(), t(use_lang(), "import-completed-yes"))]
}
