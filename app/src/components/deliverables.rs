//! The deliverables of a measure, each with its own status.

use super::{
    badge::{DeliverableBadge, DeliverableLate},
    dates::Due,
    text::Words,
};
use crate::{
    api::common::{DeliverableView, MeasureRow},
    i18n::{Arg, dates, t, t_args},
    request::use_lang,
};
use domain::text::Lang;
use leptos::prelude::*;

/// The list; nothing when there are none.
#[component]
pub fn DeliverableList(
    /// The deliverables.
    deliverables: Vec<DeliverableView>,
) -> impl IntoView {
    let lang = use_lang();
    let items = deliverables.into_iter().map(|deliverable| {
        let due = deliverable.due.map(|due| view! { <span class="deliverable-due"><Due date=due /></span> });
        let delivered = deliverable.delivered_on.map(|day| {
            let words = t_args(lang, "delivered-on", &[("date", Arg::from(dates::day(lang, day)))]);
            view! { <span class="muted">{words}</span> }
        });
        view! {
            <li class="deliverable">
                <span class="deliverable-title"><Words text=deliverable.title /></span>
                <span class="deliverable-facts">
                    <DeliverableBadge status=deliverable.status />
                    {due}
                    <DeliverableLate days=deliverable.days_late />
                    {delivered}
                </span>
            </li>
        }
    });
    let items: Vec<_> = items.collect();
    (!items.is_empty())
        .then(|| view! { <ul class="deliverables" aria-label=t(lang, "deliverables-label")>{items}</ul> })
        .into_any()
}

/// "2 deliverables past their dates"; nothing when there are none.
#[must_use]
pub fn late_deliverables(lang: Lang, measure: &MeasureRow) -> Option<String> {
    let count = measure.late_deliverables();
    (count > 0).then(|| t_args(lang, "deliverables-late", &[("count", Arg::from(count))]))
}
