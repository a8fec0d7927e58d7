//! Adding, correcting and archiving a line.

use crate::{
    api::{
        costs::{AddCost, ArchiveCost, CorrectCost, CostForm},
        trail::HistoryPage,
    },
    components::{
        address,
        bilingual::{BilingualText, missing_note},
        breadcrumbs::{Breadcrumbs, to_plan},
        conflict::{Compared, Conflict},
        form::{FormKey, Select, TextArea, TextField, field_id},
        history::History,
        page::{PageHeading, load},
        text::Words,
    },
    error::AppError,
    i18n::{name_of, t},
    request::{FormState, backend, caller, use_lang},
};
use domain::{
    costs::{Certainty, CostKind, CostSource, TypedCost},
    text::{Bilingual, Coded, Lang},
    trail::RecordKind,
};
use leptos::{prelude::*, server_fn::ServerFn};

/// A new line.
#[component]
pub fn NewCost() -> impl IntoView {
    let id = address::id();
    load(async move { backend().costs.new_line(&caller()?, id?).await }, |form| show(form, None)).into_any()
}

/// A line that is there.
#[component]
pub fn EditCost() -> impl IntoView {
    let (id, history) = (address::id(), address::page_of("history"));
    let data = async move {
        let (caller, id) = (caller()?, id?);
        let form = backend().costs.line(&caller, id).await?;
        let history = backend().trail.history(&caller, RecordKind::Cost, id, history).await?;
        Ok::<_, AppError>((form, history))
    };
    load(data, |(form, history)| show(form, Some(history))).into_any()
}

fn show(form: CostForm, history: Option<HistoryPage>) -> AnyView {
    let lang = use_lang();
    let back = format!("/plans/{}/costs", form.plan_id);
    let mut links = to_plan(form.plan_id, form.plan_title.as_ref());
    links.push((back.clone(), t(lang, "costs-title")).into());
    let action = if form.id.is_some() { CorrectCost::url() } else { AddCost::url() };
    let state = FormState::of(action);
    let title = if form.id.is_some() { "cost-correct-title" } else { "cost-add-title" };
    let keep = form.id.map_or_else(|| back.clone(), |id| format!("/costs/{id}"));
    let fields = fields(lang, &form);
    view! {
        <Breadcrumbs links=links />
        <PageHeading title=t(lang, title) />
        <Conflict state=state.clone() fields=fields keep=keep.clone() />
        <Conflict state=FormState::of(ArchiveCost::url()) keep=keep />
        <p class="lead">{t(lang, "cost-form-intro")}</p>
        <form method="post" action=action class="cost-form">
            {hidden(&form)}
            {form.id.is_none().then(|| view! { <FormKey /> })}
            {inputs(&form, &state)}
            <div class="actions">
                <button type="submit" class="button">{t(lang, "cost-save")}</button>
                <a href=back>{t(lang, "progress-cancel")}</a>
            </div>
        </form>
        {form.id.map(|id| archive(id, form.lock_version))}
        {history.map(|history| view! { <History history=history /> })}
    }
    .into_any()
}

fn hidden(form: &CostForm) -> AnyView {
    match form.id {
        Some(id) => view! {
            <input type="hidden" name="cost" value=id.to_string() />
            <input type="hidden" name="lock_version" value=form.lock_version.to_string() />
        }
        .into_any(),
        None => view! { <input type="hidden" name="plan" value=form.plan_id.to_string() /> }.into_any(),
    }
}

fn choices<T: Coded>(lang: Lang, list: &str) -> Vec<(String, String)> {
    T::ALL.iter().map(|value| (value.code().to_owned(), name_of(lang, list, *value))).collect()
}

fn inputs(form: &CostForm, state: &FormState) -> AnyView {
    let lang = use_lang();
    let typed = form.typed.clone();
    let kinds = choices::<CostKind>(lang, "cost-kind");
    let sources = choices::<CostSource>(lang, "cost-source");
    let certainties = choices::<Certainty>(lang, "certainty");
    view! {
        <div class="field-row">
            {activity(state, Lang::En, &typed)}
            {activity(state, Lang::Fr, &typed)}
        </div>
        {organisations(form, state)}
        <div class="field-row">
            <Select name="cost_kind" state=state.clone() choices=kinds before=typed.kind />
            <TextField name="cost_year" state=state.clone() before=typed.year />
            <Select name="cost_source" state=state.clone() choices=sources before=typed.source />
        </div>
        <div class="field-row">
            <Select name="cost_certainty" state=state.clone() choices=certainties before=typed.certainty />
            <TextField name="cost_amount" state=state.clone() before=typed.amount optional=true />
        </div>
        <BilingualText
            name="cost_note"
            state=state.clone()
            before=Bilingual::new(Some(typed.note_en), Some(typed.note_fr))
            rows=3
            optional=true
        />
    }
    .into_any()
}

/// The activity in one language; said where it exists in the other one only.
fn activity(state: &FormState, lang: Lang, typed: &TypedCost) -> AnyView {
    let name = |lang: Lang| format!("cost_activity_{lang}");
    let before = |lang: Lang| if lang == Lang::En { typed.activity_en.clone() } else { typed.activity_fr.clone() };
    let shown = |lang: Lang| state.value(&name(lang), &before(lang));
    view! {
        <div>
            <TextField name=name(lang) state=state.clone() before=before(lang) />
            {missing_note(&name(lang), lang, &shown(lang), &shown(lang.other()))}
        </div>
    }
    .into_any()
}

/// A box for each organisation. Several boxes make a line that they share.
fn organisations(form: &CostForm, state: &FormState) -> AnyView {
    let lang = use_lang();
    let id = field_id("cost_organisations");
    let problem = state.problem("cost_organisations");
    let said = problem.map(|code| view! { <p class="problem" id=format!("{id}-problem")>{name_of(lang, "problem", code)}</p> });
    let hint = format!("{id}-hint");
    let described = if problem.is_some() { format!("{hint} {id}-problem") } else { hint.clone() };
    let boxes = form.organisations.iter().enumerate().map(|(index, of)| {
        let name = format!("cost_organisations[{}]", of.id);
        let before = if form.typed.organisations.contains(&of.id.to_string()) { "yes" } else { "" };
        let ticked = state.value(&name, before) == "yes";
        // The first one carries the field's id, so that the summary of problems leads to it.
        let own = if index == 0 { id.clone() } else { format!("{id}-{}", of.id) };
        view! {
            <div class="choice">
                <input type="checkbox" id=own.clone() name=name value="yes" checked=ticked />
                <label for=own><b>{of.code.clone()}</b><span><Words text=of.name.clone() /></span></label>
            </div>
        }
    });
    let boxes: Vec<_> = boxes.collect();
    view! {
        <fieldset class=if problem.is_some() { "field field-wrong choices" } else { "field choices" } aria-describedby=described>
            <legend>{t(lang, "field-cost-organisations")}</legend>
            <p class="hint" id=hint>{t(lang, "field-cost-organisations-hint")}</p>
            {said}
            <div class="cost-boxes">{boxes}</div>
        </fieldset>
    }
    .into_any()
}

/// What is saved now, to compare with what was typed.
fn fields(lang: Lang, form: &CostForm) -> Vec<Compared> {
    let typed = &form.typed;
    let text = |name: &str, theirs: &str, recorded: &str| Compared::text(name, theirs).recorded_as(recorded);
    let mut fields = vec![
        text("cost_activity_en", &typed.activity_en, "activity_en"),
        text("cost_activity_fr", &typed.activity_fr, "activity_fr"),
        Compared::choice("cost_kind", typed.kind.clone(), choices::<CostKind>(lang, "cost-kind")).recorded_as("kind"),
        text("cost_year", &typed.year, "year"),
        Compared::choice("cost_source", typed.source.clone(), choices::<CostSource>(lang, "cost-source")).recorded_as("source"),
        Compared::choice("cost_certainty", typed.certainty.clone(), choices::<Certainty>(lang, "certainty"))
            .recorded_as("certainty"),
        text("cost_amount", &typed.amount, "amount_cents"),
        text("cost_note_en", &typed.note_en, "note_en"),
        text("cost_note_fr", &typed.note_fr, "note_fr"),
    ];
    let boxes = || vec![("yes".to_owned(), t(lang, "yes")), (String::new(), t(lang, "no"))];
    fields.extend(form.organisations.iter().map(|of| {
        let theirs = if typed.organisations.contains(&of.id.to_string()) { "yes" } else { "" };
        let name = format!("cost_organisations[{}]", of.id);
        Compared::choice(name, theirs, boxes()).called(of.code.clone()).recorded_as("organisations")
    }));
    fields
}

/// Archiving: the line leaves the totals and stays on record.
fn archive(id: i64, lock_version: i32) -> AnyView {
    let lang = use_lang();
    let state = FormState::of(ArchiveCost::url());
    view! {
        <section class="card cost-archive-form" aria-labelledby="archive">
            <h2 id="archive">{t(lang, "cost-archive-title")}</h2>
            <p>{t(lang, "cost-archive-intro")}</p>
            <form method="post" action=ArchiveCost::url()>
                <input type="hidden" name="cost" value=id.to_string() />
                <input type="hidden" name="lock_version" value=lock_version.to_string() />
                <TextArea name="archive_reason" state=state rows=3 />
                <button type="submit" class="button button-secondary">{t(lang, "cost-archive")}</button>
            </form>
        </section>
    }
    .into_any()
}
