//! What a measure hands over, by when, and what proves it.

use crate::{
    api::{common::DeliverableView, evidence::EvidenceView, measures::MeasurePage},
    components::{
        badge::{DeliverableBadge, DeliverableLate},
        deliverables::due_words,
        evidence::EvidenceList,
        text::Words,
    },
    i18n::{Arg, dates, t, t_args},
    request::use_lang,
};
use domain::dates::DueDate;
use leptos::prelude::*;

/// Each deliverable with its evidence, then what proves the measure as a whole.
pub(super) fn section(measure: &MeasurePage) -> AnyView {
    let lang = use_lang();
    let items: Vec<_> = measure.row.deliverables.iter().map(|deliverable| item(measure, deliverable)).collect();
    let items = if items.is_empty() {
        view! { <p class="muted">{t(lang, "measure-no-deliverable")}</p> }.into_any()
    } else {
        view! { <ul class="deliverable-cards">{items}</ul> }.into_any()
    };
    view! {
        <section aria-labelledby="deliverables">
            <h2 id="deliverables">{t(lang, "deliverables-label")}</h2>
            {items}
        </section>
        <section aria-labelledby="evidence">
            <h2 id="evidence">{t(lang, "evidence-short")}</h2>
            {whole(measure)}
        </section>
    }
    .into_any()
}

/// The pieces that prove one deliverable, or the measure as a whole; those withdrawn are on the page of the evidence.
fn proofs(measure: &MeasurePage, deliverable: Option<i64>) -> Vec<EvidenceView> {
    let of = |piece: &&EvidenceView| piece.deliverable == deliverable && piece.counts();
    measure.evidence.iter().filter(of).cloned().collect()
}

fn item(measure: &MeasurePage, deliverable: &DeliverableView) -> AnyView {
    let lang = use_lang();
    let pieces = proofs(measure, Some(deliverable.id));
    let delivered = deliverable.delivered_on.map(|day| {
        let words = t_args(lang, "delivered-on", &[("date", Arg::from(dates::day(lang, day)))]);
        view! { <span class="muted">{words}</span> }
    });
    let none = pieces.is_empty().then(|| view! { <p class="muted evidence-none">{t(lang, "evidence-deliverable-none")}</p> });
    let add = measure.may_add_evidence.then(|| {
        let href = format!("/measures/{}/evidence?deliverable={}#add", measure.row.id, deliverable.id);
        let title = deliverable.title.as_ref().map(|title| title.text.clone()).unwrap_or_default();
        let label = t_args(lang, "evidence-for-this", &[("title", Arg::from(title))]);
        view! { <a class="evidence-add-here no-print" href=href aria-label=label>{t(lang, "evidence-add")}</a> }
    });
    view! {
        <li class="deliverable-card">
            <h3><Words text=deliverable.title.clone() /></h3>
            <p class="deliverable-facts">
                <DeliverableBadge status=deliverable.status />
                {delivered}
                <span class="muted">{due(deliverable, measure.row.current)}</span>
                <DeliverableLate days=deliverable.days_late />
            </p>
            {none}
            <EvidenceList pieces=pieces />
            {add}
        </li>
    }
    .into_any()
}

/// Its own date, else that of the measure.
fn due(deliverable: &DeliverableView, measures: DueDate) -> String {
    let lang = use_lang();
    let with_measure = || t_args(lang, "deliverable-due-measure", &[("date", Arg::from(dates::due(lang, measures)))]);
    due_words(lang, deliverable).unwrap_or_else(with_measure)
}

fn whole(measure: &MeasurePage) -> AnyView {
    let lang = use_lang();
    let href = format!("/measures/{}/evidence", measure.row.id);
    let pieces = proofs(measure, None);
    let content = if pieces.is_empty() {
        view! { <p class="muted">{t(lang, "evidence-none")}</p> }.into_any()
    } else {
        view! { <EvidenceList pieces=pieces /> }.into_any()
    };
    let add = measure.may_add_evidence.then(|| {
        view! { <a class="button button-secondary" href=format!("{href}#add")>{t(lang, "evidence-add")}</a> }
    });
    view! {
        <h3 class="evidence-whole">{t(lang, "evidence-of-measure")}</h3>
        {content}
        <p class="actions no-print">
            {add}
            <a href=href.clone()>{t(lang, "evidence-all")}</a>
        </p>
    }
    .into_any()
}
