//! The deliverables of a measure, each with its own status.

use super::{badge::DeliverableBadge, dates::Due, text::Words};
use crate::{
    api::common::DeliverableView,
    i18n::{Arg, dates, t, t_args},
    request::use_lang,
};
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
