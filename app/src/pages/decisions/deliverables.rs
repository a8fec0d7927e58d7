//! The deliverables with a date of their own, on the pages of an extension: asked for, looked at, granted.

use crate::{
    api::{
        common::{DeliverableMove, DeliverableView},
        decisions::ExtensionPage,
    },
    components::{badge::DeliverableBadge, dates::Due, deliverables::due_words, form::field_id, text::Words},
    i18n::{Arg, dates, name_of, t, t_args},
    request::{FormState, use_lang},
};
use domain::{
    deliverable::DeliverableStatus,
    extensions::{ExtensionState, asked_field, granted_field},
    text::InLang,
};
use leptos::prelude::*;

/// A field for a date of each deliverable that may move with its measure; nothing when none may.
pub(super) fn asked(state: &FormState, deliverables: &[DeliverableView]) -> Option<AnyView> {
    let lang = use_lang();
    let movable = deliverables.iter().filter(|deliverable| deliverable.movable().is_some());
    let rows: Vec<_> =
        movable.map(|of| row(state, asked_field(of.id), of.title.clone(), due_words(lang, of).unwrap_or_default(), "")).collect();
    fields(rows, "ask-extension-deliverables")
}

/// The deliverables about which there is still something to decide.
pub(super) fn offered(page: &ExtensionPage) -> Vec<&DeliverableMove> {
    let stays = |of: &&DeliverableMove| status(page, of).is_some_and(|status| status != DeliverableStatus::Retired);
    page.request.deliverables.iter().filter(stays).collect()
}

/// A field for the date granted to each deliverable, filled with what was asked; nothing when nothing was.
pub(super) fn granted(state: &FormState, page: &ExtensionPage) -> Option<AnyView> {
    let lang = use_lang();
    let rows = offered(page).into_iter().map(|of| {
        let now = [("date", Arg::from(dates::due(lang, of.from))), ("asked", Arg::from(dates::due(lang, of.asked)))];
        let now = t_args(lang, "extension-deliverable-now", &now);
        row(state, granted_field(of.deliverable), of.title.clone(), now, &dates::typed(lang, of.asked))
    });
    fields(rows.collect(), "extension-deliverables-granted")
}

fn fields(rows: Vec<AnyView>, legend: &'static str) -> Option<AnyView> {
    let lang = use_lang();
    let hint = format!("{legend}-hint");
    (!rows.is_empty()).then(|| {
        view! {
            <fieldset class="field deliverable-dates">
                <legend>{t(lang, legend)}<span class="optional">" "{t(lang, "optional")}</span></legend>
                <p class="hint">{t(lang, &hint)}</p>
                {rows}
            </fieldset>
        }
        .into_any()
    })
}

/// One field, called by the title of its deliverable.
fn row(state: &FormState, name: String, title: Option<InLang>, now: String, before: &str) -> AnyView {
    let lang = use_lang();
    let (id, problem) = (field_id(&name), state.problem(&name));
    let described = if problem.is_some() { format!("{id}-now {id}-problem") } else { format!("{id}-now") };
    let wrong = problem.map(|code| view! { <p class="problem" id=format!("{id}-problem")>{name_of(lang, "problem", code)}</p> });
    let class = if problem.is_some() { "field field-wrong" } else { "field" };
    let value = state.value(&name, before);
    view! {
        <div class=class>
            <label for=id.clone()><Words text=title /></label>
            <p class="hint" id=format!("{id}-now")>{now}</p>
            {wrong}
            <input
                type="text"
                id=id
                name=name
                class="input-medium"
                value=value
                aria-describedby=described
                aria-invalid=problem.is_some().then_some("true")
            />
        </div>
    }
    .into_any()
}

/// What is asked for each deliverable, beside its original date and the one before; what became of it once decided.
pub(super) fn table(page: &ExtensionPage) -> Option<AnyView> {
    let lang = use_lang();
    let request = &page.request;
    let (is_open, is_granted) = (request.state == ExtensionState::Requested, request.state == ExtensionState::Granted);
    let before = if is_open { "date-current" } else { "column-from" };
    let rows: Vec<_> = request
        .deliverables
        .iter()
        .map(|of| {
            let ended = status(page, of).filter(|status| !status.is_open());
            let ended = ended.map(|status| view! { " "<DeliverableBadge status=status /> });
            let granted = is_granted.then(|| {
                let date = match of.granted {
                    Some(granted) => view! { <strong><Due date=granted /></strong> }.into_any(),
                    None => t(lang, "extension-deliverable-kept").into_any(),
                };
                view! { <td role="cell" data-label=t(lang, "field-granted-date")>{date}</td> }
            });
            view! {
                <tr role="row">
                    <th scope="row" role="rowheader"><Words text=of.title.clone() />{ended}</th>
                    <td role="cell" data-label=t(lang, "date-original")><Due date=of.original /></td>
                    <td role="cell" data-label=t(lang, before)><Due date=of.from /></td>
                    <td role="cell" data-label=t(lang, "change-requested-due")><Due date=of.asked /></td>
                    {granted}
                </tr>
            }
        })
        .collect();
    let granted = is_granted.then(|| view! { <th scope="col" role="columnheader">{t(lang, "field-granted-date")}</th> });
    (!rows.is_empty()).then(|| {
        view! {
            <table class="extension-deliverables stacked" role="table">
                <caption>{t(lang, "extension-deliverables-caption")}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{t(lang, "field-deliverable")}</th>
                        <th scope="col" role="columnheader">{t(lang, "date-original")}</th>
                        <th scope="col" role="columnheader">{t(lang, before)}</th>
                        <th scope="col" role="columnheader">{t(lang, "change-requested-due")}</th>
                        {granted}
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        }
        .into_any()
    })
}

/// Where the deliverable stands now.
fn status(page: &ExtensionPage, of: &DeliverableMove) -> Option<DeliverableStatus> {
    page.about.measure.deliverables.iter().find(|deliverable| deliverable.id == of.deliverable).map(|found| found.status)
}
