//! The form of a measure: what is promised, who carries it and when, what it answers, what it hands over.

use super::parts::{self, Check};
use crate::{
    api::{
        common::OrganisationView,
        editing::{DeliverableForm, MeasureForm, RemoveMeasure, SaveMeasure},
        measures::RecommendationLink,
    },
    components::{
        address,
        bilingual::BilingualText,
        conflict::{Compared, Conflict},
        errors::ErrorSummary,
        form::{FormKey, Select, TextField},
        page::{PageHeading, load},
        text::Words,
    },
    i18n::{Arg, dates, t, t_args},
    request::{FormState, backend, caller, use_lang},
};
use domain::{
    measure::MeasureStatus,
    text::{Bilingual, Lang},
};
use leptos::{prelude::*, server_fn::ServerFn};

/// How many blank deliverables are offered.
const BLANK: usize = 2;

/// The page of one that is there.
#[component]
pub fn EditMeasure() -> impl IntoView {
    let id = address::id();
    load(async move { backend().editing.measure_form(&caller()?, id?).await }, |form| show(&form)).into_any()
}

/// The page of a new one.
#[component]
pub fn NewMeasure() -> impl IntoView {
    let (plan, recommendation) = (address::id(), address::parsed("recommendation"));
    let data = async move { backend().editing.new_measure(&caller()?, plan?, recommendation).await };
    load(data, |form| show(&form)).into_any()
}

/// Whether it was approved: its dates, its lead and its owner are not this form's.
fn is_frozen(form: &MeasureForm) -> bool {
    form.id.is_some() && parts::amends(&form.plan)
}

fn show(form: &MeasureForm) -> AnyView {
    let lang = use_lang();
    let state = FormState::of(SaveMeasure::url());
    let label = [("label", Arg::from(form.label.clone()))];
    let title = match form.id {
        None => t(lang, "edit-measure-new"),
        Some(_) if is_frozen(form) => t_args(lang, "edit-measure-amend", &label),
        Some(_) => t_args(lang, "edit-measure-title", &label),
    };
    let page = form.id.map(|id| format!("/measures/{id}"));
    let below = page.clone().map(|page| (page, t_args(lang, "measure-label", &label)).into());
    let back = page.clone().unwrap_or_else(|| format!("/plans/{}", form.plan.id));
    let keep = page.map_or_else(|| format!("{back}/measures/new"), |page| format!("{page}/edit"));
    let removal = form
        .id
        .filter(|_| !is_frozen(form))
        .map(|id| parts::removal(RemoveMeasure::url(), "measure", id, form.lock_version, "remove-measure"));
    let warned = match form.status {
        MeasureStatus::VerifiedClosed => Some("edit-measure-verified"),
        MeasureStatus::CompletedToVerify => Some("edit-measure-claimed"),
        _ => None,
    };
    let warned = warned.map(|key| view! { <p class="notice">{t(lang, key)}</p> });
    view! {
        {parts::breadcrumbs(&form.plan, below)}
        <PageHeading title=title />
        <Conflict state=state.clone() fields=compare(lang, form) keep=keep />
        <ErrorSummary state=FormState::of(RemoveMeasure::url()) />
        {parts::intro(&form.plan)}
        {warned}
        <form method="post" action=SaveMeasure::url() class="edit-form">
            <input type="hidden" name="plan" value=form.plan.id.to_string() />
            <input type="hidden" name="measure" value=form.id.map(|id| id.to_string()).unwrap_or_default() />
            <input type="hidden" name="lock_version" value=form.lock_version.to_string() />
            {form.id.is_none().then(|| view! { <FormKey /> })}
            <TextField name="label" state=state.clone() before=form.label.clone() class="input-short" />
            <BilingualText name="text" state=state.clone() before=form.text.clone() rows=4 />
            {deliverables(form, &state)}
            {if is_frozen(form) { frozen(form) } else { who_and_when(form, &state) }}
            {links(form, &state)}
            {parts::why(&form.plan, &state)}
            {parts::actions(&form.plan, back)}
        </form>
        {removal}
    }
    .into_any()
}

/// The deliverables there are, and blank ones.
fn deliverables(form: &MeasureForm, state: &FormState) -> AnyView {
    let lang = use_lang();
    let known: Vec<_> = form.deliverables.iter().enumerate().map(|(row, own)| deliverable(form, row, Some(own), state)).collect();
    let first = known.len();
    let blank: Vec<_> = (first..first + BLANK).map(|row| deliverable(form, row, None, state)).collect();
    let was_added = (first..first + BLANK).any(|row| {
        ["title_en", "title_fr", "due"].iter().any(|name| !state.value(&format!("deliverables[{row}][{name}]"), "").is_empty())
    });
    let hint = if is_frozen(form) { "edit-deliverables-approved" } else { "edit-deliverables-draft" };
    view! {
        <section class="edit-part" aria-labelledby="deliverables">
            <h2 id="deliverables">{t(lang, "deliverables-label")}</h2>
            <p class="hint">{t(lang, hint)}</p>
            {known}
            <details class="edit-more" open=was_added || first == 0>
                <summary>{t(lang, "edit-add-deliverables")}</summary>
                {blank}
            </details>
        </section>
    }
    .into_any()
}

fn deliverable(form: &MeasureForm, row: usize, own: Option<&DeliverableForm>, state: &FormState) -> AnyView {
    let lang = use_lang();
    let name = |field: &str| format!("deliverables[{row}][{field}]");
    let due = own.and_then(|own| own.due);
    let due = match own {
        Some(_) if is_frozen(form) => due.map(|due| {
            let date = |due| ("date", Arg::from(dates::due(lang, due)));
            let granted = own.and_then(|own| own.granted);
            let words = match granted {
                Some(granted) => {
                    let args = [date(granted), ("original", Arg::from(dates::due(lang, due)))];
                    t_args(lang, "edit-deliverable-due-moved", &args)
                }
                None => t_args(lang, "edit-deliverable-due", &[date(due)]),
            };
            view! { <p class="muted">{words}</p> }.into_any()
        }),
        _ => Some(
            view! {
                <TextField
                    name=name("due")
                    state=state.clone()
                    before=parts::typed_due(lang, due)
                    class="input-medium"
                    optional=true
                />
            }
            .into_any(),
        ),
    };
    view! {
        <fieldset class="edit-row">
            <legend>{t_args(lang, "edit-deliverable-row", &[("row", Arg::from((row + 1).to_string()))])}</legend>
            <input type="hidden" name=name("id") value=own.map(|own| own.id.to_string()).unwrap_or_default() />
            <BilingualText
                name=name("title")
                state=state.clone()
                before=own.map_or_else(Bilingual::default, |own| own.title.clone())
                rows=2
            />
            {due}
        </fieldset>
    }
    .into_any()
}

/// What an approval put out of this form's reach, and where each is changed instead.
fn frozen(form: &MeasureForm) -> AnyView {
    let lang = use_lang();
    let date = [("date", Arg::from(dates::due(lang, form.due)))];
    let owner = form.id.map(|id| {
        view! { <li><a href=format!("/measures/{id}/owner")>{t(lang, "edit-frozen-owner")}</a></li> }
    });
    view! {
        <section class="edit-part edit-frozen" aria-labelledby="frozen">
            <h2 id="frozen">{t(lang, "edit-frozen-title")}</h2>
            <ul>
                <li>{t_args(lang, "edit-frozen-date", &date)}</li>
                <li>{t(lang, "edit-frozen-lead")}</li>
                {owner}
            </ul>
        </section>
    }
    .into_any()
}

fn who_and_when(form: &MeasureForm, state: &FormState) -> AnyView {
    let lang = use_lang();
    let id = |id: Option<i64>| id.map(|id| id.to_string()).unwrap_or_default();
    view! {
        <section class="edit-part" aria-labelledby="who">
            <h2 id="who">{t(lang, "edit-who")}</h2>
            <div class="field-row">
                <Select name="lead" state=state.clone() choices=organisations(&form.choices.organisations) before=id(form.lead) />
                <Select name="owner_person" state=state.clone() choices=people(form) before=id(form.owner) optional=true />
            </div>
            <TextField
                name="owner_words"
                state=state.clone()
                before=form.owner_text.clone().unwrap_or_default()
                optional=true
            />
            <div class="field-row">
                {parts::day("start_on", state, form.start_on)}
                <TextField name="due" state=state.clone() before=parts::typed_due(lang, Some(form.due)) class="input-medium" />
            </div>
        </section>
    }
    .into_any()
}

/// The organisations as choices; nobody first.
pub(super) fn organisations(organisations: &[OrganisationView]) -> Vec<(String, String)> {
    let choice = |organisation: &OrganisationView| {
        let name = organisation.name.as_ref().map(|name| format!(" – {}", name.text)).unwrap_or_default();
        (organisation.id.to_string(), format!("{}{name}", organisation.code))
    };
    let nobody = (String::new(), t(use_lang(), "nobody"));
    std::iter::once(nobody).chain(organisations.iter().map(choice)).collect()
}

fn people(form: &MeasureForm) -> Vec<(String, String)> {
    let people = form.choices.people.iter().map(|person| (person.id.to_string(), person.name.clone()));
    std::iter::once((String::new(), t(use_lang(), "nobody"))).chain(people).collect()
}

/// What it answers, and who supports it.
fn links(form: &MeasureForm, state: &FormState) -> AnyView {
    let recommendation = |link: &RecommendationLink| Check {
        name: format!("answers[{}]", link.id),
        before: form.answers.contains(&link.id),
        words: view! {
            <strong>{t_args(use_lang(), "recommendation-label", &[("number", Arg::from(link.number.clone()))])}</strong>
            " "
            <Words text=link.text.clone() />
        }
        .into_any(),
    };
    let organisation = |organisation: &OrganisationView| Check {
        name: format!("support[{}]", organisation.id),
        before: form.support.contains(&organisation.id),
        words: view! { {organisation.code.clone()} " – " <Words text=organisation.name.clone() /> }.into_any(),
    };
    view! {
        <section class="edit-part">
            {parts::checks("answers", state, form.choices.recommendations.iter().map(recommendation).collect())}
            <div class="checks-columns">
                {parts::checks("support", state, form.choices.organisations.iter().map(organisation).collect())}
            </div>
        </section>
    }
    .into_any()
}

fn compare(lang: Lang, form: &MeasureForm) -> Vec<Compared> {
    let id = |id: Option<i64>| id.map(|id| id.to_string()).unwrap_or_default();
    let mut fields = vec![Compared::text("label", form.label.clone())];
    fields.extend(parts::compared("text", &form.text));
    for (row, own) in form.deliverables.iter().enumerate() {
        fields.extend(parts::compared(&format!("deliverables[{row}][title]"), &own.title));
    }
    if !is_frozen(form) {
        let start = form.start_on.map(|day| day.to_string()).unwrap_or_default();
        fields.extend([
            Compared::choice("lead", id(form.lead), organisations(&form.choices.organisations)),
            Compared::choice("owner_person", id(form.owner), people(form)).recorded_as("owner"),
            Compared::text("owner_words", form.owner_text.clone().unwrap_or_default()),
            Compared::text("start_on", start),
            Compared::text("due", parts::typed_due(lang, Some(form.due))).recorded_as("original_due"),
        ]);
    }
    fields
}
