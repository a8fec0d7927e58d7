//! The evidence of one measure, by deliverable.

use super::form;
use crate::{
    api::{
        evidence::{AddEvidenceLink, EvidencePage, EvidenceView, UPLOAD},
        trail::HistoryPage,
    },
    components::{
        address,
        breadcrumbs::{Breadcrumbs, to_measure},
        conflict::Conflict,
        dates::Due,
        deliverables::DeliverableDue,
        evidence::{EvidenceActions, EvidenceList},
        history::History,
        notice::Done,
        page::{PageHeading, load},
        text::Words,
    },
    i18n::{Arg, t, t_args},
    request::{FormState, backend, caller, use_lang},
};
use leptos::{prelude::*, server_fn::ServerFn};

/// The page.
#[component]
pub fn EvidenceOfMeasure() -> impl IntoView {
    let (id, asked) = (address::id(), form::Asked::read());
    let state = FormState::of(if asked.is_link { AddEvidenceLink::url() } else { UPLOAD });
    let history = address::page_of("history");
    let data = async move {
        let (caller, id) = (caller()?, id?);
        let page = backend().evidence.page(&caller, id).await?;
        Ok((page, backend().trail.evidence_history(&caller, id, history).await?))
    };
    load(data, move |(page, history)| show(page, &asked, state, history)).into_any()
}

fn show(page: EvidencePage, asked: &form::Asked, state: FormState, history: HistoryPage) -> AnyView {
    let lang = use_lang();
    let id = page.measure.id;
    let label = Arg::from(page.measure.label.clone());
    let links = to_measure(page.plan_id, page.plan_title.as_ref(), id, &page.measure.label);
    let add = page.may_add.then(|| form::show(&page, asked, state.clone()));
    let way = page
        .may_add
        .then(|| view! { <p class="no-print"><a class="button button-secondary" href="#add">{t(lang, "evidence-add")}</a></p> });
    view! {
        <Breadcrumbs links=links />
        <PageHeading title=t_args(lang, "evidence-title", &[("label", label)]) />
        <Done />
        <Conflict state=state keep=format!("/measures/{id}/evidence") />
        <p class="commitment"><Words text=page.measure.text.clone() /></p>
        <p class="lead">{t(lang, "evidence-intro")}</p>
        {way}
        {groups(&page)}
        {add}
        <History history=history />
    }
    .into_any()
}

/// What proves the measure as a whole, then each deliverable.
fn groups(page: &EvidencePage) -> AnyView {
    let lang = use_lang();
    let actions = EvidenceActions { replace: page.may_add.then_some(page.measure.id), withdraw: page.may_withdraw };
    let of = |deliverable: Option<i64>| -> Vec<EvidenceView> {
        page.pieces.iter().filter(|piece| piece.deliverable == deliverable).cloned().collect()
    };
    let current = page.measure.current;
    let deliverables = page.measure.deliverables.iter().map(|deliverable| {
        let due = match deliverable.due {
            Some(_) => view! { <DeliverableDue deliverable=deliverable.clone() /> }.into_any(),
            None => view! { <Due date=current /> }.into_any(),
        };
        let heading = view! {
            <Words text=deliverable.title.clone() />
            <span class="evidence-due">{due}</span>
        };
        group(format!("deliverable-{}", deliverable.id), heading.into_any(), of(Some(deliverable.id)), actions)
    });
    let deliverables: Vec<_> = deliverables.collect();
    view! {
        {group("whole".into(), t(lang, "evidence-of-measure").into_any(), of(None), actions)}
        {deliverables}
    }
    .into_any()
}

fn group(id: String, heading: AnyView, pieces: Vec<EvidenceView>, actions: EvidenceActions) -> AnyView {
    let named = id.clone();
    let content = if pieces.is_empty() {
        view! { <p class="muted">{t(use_lang(), "evidence-none")}</p> }.into_any()
    } else {
        view! { <EvidenceList pieces=pieces actions=actions /> }.into_any()
    };
    view! {
        <section class="evidence-group" aria-labelledby=named>
            <h2 id=id>{heading}</h2>
            {content}
        </section>
    }
    .into_any()
}
