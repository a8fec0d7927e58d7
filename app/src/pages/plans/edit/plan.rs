//! The form of a plan: its own words, the report it answers, the response to the report as a whole.

use super::{answer, parts};
use crate::{
    api::{
        editing::{EditPlan, PlanForm},
        trail::{HistoryEntry, changes_behind},
    },
    components::{
        address,
        bilingual::BilingualText,
        conflict::{Compared, Conflict},
        form::{Select, TextField},
        page::{PageHeading, load},
    },
    i18n::t,
    request::{FormState, backend, caller, use_lang},
};
use domain::{
    plan::SourceKind,
    text::{Coded, Lang},
    trail::RecordKind,
};
use leptos::{prelude::*, server_fn::ServerFn};

/// The page.
#[component]
pub fn EditPlanPage() -> impl IntoView {
    let (id, state) = (address::id(), FormState::of(EditPlan::url()));
    let data = async move {
        let id = id?;
        let form = backend().editing.plan_form(&caller()?, id).await?;
        Ok((form, changes_behind(&state, RecordKind::Plan, id).await))
    };
    load(data, |(form, changes)| show(&form, changes)).into_any()
}

fn show(form: &PlanForm, changes: Vec<HistoryEntry>) -> AnyView {
    let lang = use_lang();
    let state = FormState::of(EditPlan::url());
    let title = if parts::amends(&form.plan) { "edit-plan-amend" } else { "edit-plan-title" };
    let back = format!("/plans/{}", form.plan.id);
    view! {
        {parts::breadcrumbs(&form.plan, None)}
        <PageHeading title=t(lang, title) />
        <Conflict state=state.clone() fields=compare(lang, form) changes=changes keep=format!("{back}/edit") />
        {parts::intro(&form.plan)}
        <form method="post" action=EditPlan::url() class="edit-form">
            <input type="hidden" name="plan" value=form.plan.id.to_string() />
            <input type="hidden" name="lock_version" value=form.lock_version.to_string() />
            <BilingualText name="title" state=state.clone() before=form.title.clone() rows=2 />
            {report(form, &state)}
            {parts::yes("needs_evidence", &state, form.needs_evidence)}
            {answer::fields(t(lang, "plan-global-response"), form.response.as_ref(), &state)}
            {parts::why(&form.plan, &state)}
            {parts::actions(&form.plan, back)}
        </form>
    }
    .into_any()
}

/// The report that the plan answers.
fn report(form: &PlanForm, state: &FormState) -> AnyView {
    let lang = use_lang();
    let kinds = parts::coded::<SourceKind>(lang, "source-kind", None);
    let url = form.source_url.clone().unwrap_or_default();
    view! {
        <section class="edit-part" aria-labelledby="report">
            <h2 id="report">{t(lang, "edit-report")}</h2>
            <BilingualText name="source_title" state=state.clone() before=form.source_title.clone() rows=2 optional=true />
            <div class="field-row">
                <Select name="source_kind" state=state.clone() choices=kinds before=form.source_kind.code() />
                {parts::day("published_on", state, form.published_on)}
            </div>
            <TextField name="source_url" state=state.clone() before=url optional=true />
        </section>
    }
    .into_any()
}

fn compare(lang: Lang, form: &PlanForm) -> Vec<Compared> {
    let kinds = parts::coded::<SourceKind>(lang, "source-kind", None);
    let day = form.published_on.map(|day| day.to_string()).unwrap_or_default();
    let needs = if form.needs_evidence { "yes" } else { "" };
    let yes_no = vec![("yes".to_owned(), t(lang, "yes")), (String::new(), t(lang, "no"))];
    let own = [
        Compared::choice("source_kind", form.source_kind.code(), kinds),
        Compared::text("published_on", day),
        Compared::text("source_url", form.source_url.clone().unwrap_or_default()),
        Compared::choice("needs_evidence", needs, yes_no),
    ];
    let titles = parts::compared("title", &form.title).chain(parts::compared("source_title", &form.source_title));
    titles.chain(own).chain(answer::compare(lang, form.response.as_ref())).collect()
}
