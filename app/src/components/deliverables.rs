//! The deliverables of a measure, each with its own status.

use super::{
    badge::{DeliverableBadge, DeliverableLate, days_late},
    dates::Due,
    text::Words,
};
use crate::{
    api::common::{DeliverableMove, DeliverableView, ExtensionView, MeasureRow},
    i18n::{Arg, dates, t, t_args},
    request::use_lang,
};
use domain::{extensions::ExtensionState, text::Lang};
use leptos::prelude::*;

/// The list; nothing when there are none.
#[component]
pub fn DeliverableList(
    /// The deliverables.
    deliverables: Vec<DeliverableView>,
) -> impl IntoView {
    let lang = use_lang();
    let items = deliverables.into_iter().map(|deliverable| {
        let due = view! { <DeliverableDue deliverable=deliverable.clone() /> };
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

/// Its own date, and the first one where they differ (rule 2); nothing when it goes with its measure.
#[component]
pub fn DeliverableDue(
    /// The deliverable.
    deliverable: DeliverableView,
) -> impl IntoView {
    let lang = use_lang();
    let first = first_promise(lang, &deliverable).map(|words| view! { <span class="date-original">{words}</span> });
    deliverable.due.map(|due| view! { <span class="deliverable-due"><Due date=due />{first}</span> }).into_any()
}

/// "originally April 2018 (71 days late)"; nothing where the date never moved.
fn first_promise(lang: Lang, deliverable: &DeliverableView) -> Option<String> {
    let original = deliverable.moved_from()?;
    let words = t_args(lang, "date-originally", &[("date", Arg::from(dates::due(lang, original)))]);
    let late = deliverable.days_late_original;
    Some(if late > 0 { format!("{words} ({})", days_late(lang, late)) } else { words })
}

/// "Due June 2018 · originally April 2018"; nothing when it goes with its measure.
#[must_use]
pub fn due_words(lang: Lang, deliverable: &DeliverableView) -> Option<String> {
    let due = t_args(lang, "deliverable-due-own", &[("date", Arg::from(dates::due(lang, deliverable.due?)))]);
    let parts: Vec<String> = std::iter::once(due).chain(first_promise(lang, deliverable)).collect();
    Some(parts.join(" · "))
}

/// What a request asked for a deliverable, or what became of it, beside the date before.
#[must_use]
pub fn move_words(lang: Lang, state: ExtensionState, of: &DeliverableMove) -> String {
    let key = match (state, of.granted) {
        (ExtensionState::Granted, Some(granted)) if granted == of.asked => "deliverable-move-granted",
        (ExtensionState::Granted, Some(_)) => "deliverable-move-granted-other",
        (ExtensionState::Granted, None) => "deliverable-move-kept",
        _ => "deliverable-move-asked",
    };
    let due = |name, date| (name, Arg::from(dates::due(lang, date)));
    t_args(lang, key, &[due("from", of.from), due("asked", of.asked), due("granted", of.granted.unwrap_or(of.from))])
}

/// The deliverables that a request moves with its measure; nothing when it moves none.
#[must_use]
pub fn moves(lang: Lang, request: &ExtensionView) -> Option<AnyView> {
    let item = |of: &DeliverableMove| {
        let words = move_words(lang, request.state, of);
        view! { <li><Words text=of.title.clone() />" "<span class="muted">{words}</span></li> }
    };
    let items: Vec<_> = request.deliverables.iter().map(item).collect();
    let label = t(lang, "deliverables-label");
    (!items.is_empty()).then(|| view! { <ul class="deliverable-moves" aria-label=label>{items}</ul> }.into_any())
}

/// "2 deliverables past their dates"; nothing when there are none.
#[must_use]
pub fn late_deliverables(lang: Lang, measure: &MeasureRow) -> Option<String> {
    let count = measure.late_deliverables();
    (count > 0).then(|| t_args(lang, "deliverables-late", &[("count", Arg::from(count))]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::testing::{english, html, measure_row, text};

    #[test]
    fn a_moved_date_of_a_deliverable_never_hides_its_first_promise() {
        let due = |code: &str| code.parse().ok();
        let mut deliverable = measure_row().deliverables.remove(0);
        (deliverable.original, deliverable.due, deliverable.days_late_original) = (due("2018-04"), due("2018-06"), 71);
        assert_eq!(due_words(Lang::En, &deliverable).as_deref(), Some("Due June 2018 · originally April 2018 (71 days late)"));
        let moved = deliverable.clone();
        let shown = text(&html(Lang::En, move || view! { <DeliverableList deliverables=vec![moved] /> }));
        assert!(shown.contains("June 2018 originally April 2018 (71 days late)"), "{shown}");
        deliverable.due = deliverable.original;
        assert_eq!(due_words(Lang::En, &deliverable).as_deref(), Some("Due April 2018"));
    }

    #[test]
    fn what_became_of_a_date_is_told_beside_the_one_before() {
        let due = |code: &str| code.parse().expect("a due date");
        let asked = DeliverableMove {
            deliverable: 11,
            title: english("Terms of reference"),
            original: due("2018-02"),
            from: due("2018-04"),
            asked: due("2018-08"),
            granted: None,
        };
        let told = |state, granted: Option<&str>| {
            let of = DeliverableMove { granted: granted.map(due), ..asked.clone() };
            move_words(Lang::En, state, &of)
        };
        assert_eq!(told(ExtensionState::Requested, None), "asked for: August 2018 (before: April 2018)");
        assert_eq!(told(ExtensionState::Refused, None), "asked for: August 2018 (before: April 2018)");
        assert_eq!(told(ExtensionState::Granted, Some("2018-08")), "new date: August 2018 (before: April 2018)");
        let other = "new date: June 2018 (asked for: August 2018; before: April 2018)";
        assert_eq!(told(ExtensionState::Granted, Some("2018-06")), other);
        assert_eq!(told(ExtensionState::Granted, None), "keeps its date: April 2018 (asked for: August 2018)");
    }
}
