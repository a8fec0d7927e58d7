//! The dates of single deliverables that were moved, or are asked to move, on the timeline of their measure.

use super::layout::RowKind;
use crate::{
    api::common::{DeliverableMove, ExtensionView},
    components::text::Words,
    i18n::{Arg, dates as words, t_args},
};
use chrono::NaiveDate;
use domain::{dates::DueDate, extensions::ExtensionState, text::Lang};
use leptos::prelude::*;

/// One date of a deliverable, with the day on which it was asked for or granted.
struct Dated<'a> {
    kind: RowKind,
    date: DueDate,
    of: &'a DeliverableMove,
    on: Option<NaiveDate>,
}

/// The first date, then what was granted and what is asked for. What was refused or taken back moved nothing.
fn all(extensions: &[ExtensionView]) -> Vec<Dated<'_>> {
    let mut found: Vec<Dated<'_>> = Vec::new();
    for extension in extensions {
        for of in &extension.deliverables {
            let moved = match (extension.state, of.granted) {
                (ExtensionState::Granted, Some(date)) => (RowKind::DeliverableGranted, date, extension.decided_on),
                (ExtensionState::Requested, _) => (RowKind::DeliverableAsked, of.asked, Some(extension.requested_on)),
                _ => continue,
            };
            if found.iter().all(|known| known.of.deliverable != of.deliverable) {
                found.push(Dated { kind: RowKind::DeliverableOriginal, date: of.original, of, on: None });
            }
            found.push(Dated { kind: moved.0, date: moved.1, of, on: moved.2 });
        }
    }
    found
}

/// What is drawn: each date once, however many deliverables have it.
pub(super) fn dates(extensions: &[ExtensionView]) -> Vec<(RowKind, DueDate)> {
    let mut rows: Vec<(RowKind, DueDate)> = Vec::new();
    for dated in all(extensions) {
        if !rows.contains(&(dated.kind, dated.date)) {
            rows.push((dated.kind, dated.date));
        }
    }
    rows
}

/// Which deliverables a date is about, and when it was asked for or granted.
pub(super) fn note(lang: Lang, extensions: &[ExtensionView], kind: RowKind, date: DueDate) -> AnyView {
    let key = if kind == RowKind::DeliverableGranted { "timeline-granted-on" } else { "timeline-asked-on" };
    let items = all(extensions).into_iter().filter(|dated| (dated.kind, dated.date) == (kind, date)).map(|dated| {
        let on = dated.on.map(|on| t_args(lang, key, &[("date", Arg::from(words::day(lang, on)))]));
        let on = on.map(|on| view! { <br /><span class="muted">{on}</span> });
        view! { <li><Words text=dated.of.title.clone() />{on}</li> }
    });
    view! { <ul class="timeline-days">{items.collect::<Vec<_>>()}</ul> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::testing::{day, english, html};

    fn due(code: &str) -> DueDate {
        code.parse().expect("a due date")
    }

    fn request(id: i64, state: ExtensionState, deliverables: Vec<DeliverableMove>) -> ExtensionView {
        ExtensionView {
            id,
            requested_on: day("2018-03-01"),
            from: due("2018-04"),
            to: due("2018-09"),
            asked: due("2018-09"),
            requested_by: None,
            requested_for: None,
            reason: None,
            impact: None,
            state,
            notes: None,
            decided_on: (state != ExtensionState::Requested).then(|| day("2018-03-15")),
            decided_by: None,
            meeting: None,
            deliverables,
        }
    }

    fn moved(deliverable: i64, asked: &str, granted: Option<&str>) -> DeliverableMove {
        let title = english(&format!("Deliverable {deliverable}"));
        let (from, granted) = (due("2018-02"), granted.map(due));
        DeliverableMove { deliverable, title, original: from, from, asked: due(asked), granted }
    }

    #[test]
    fn the_first_date_stands_before_what_was_granted_and_what_was_refused_is_left_out() {
        let extensions = [
            request(1, ExtensionState::Refused, vec![moved(11, "2018-05", None)]),
            request(
                2,
                ExtensionState::Granted,
                vec![moved(11, "2018-06", Some("2018-06")), moved(12, "2018-06", Some("2018-06"))],
            ),
            request(3, ExtensionState::Requested, vec![moved(11, "2018-08", None)]),
        ];
        let expected = [
            (RowKind::DeliverableOriginal, due("2018-02")),
            (RowKind::DeliverableGranted, due("2018-06")),
            (RowKind::DeliverableAsked, due("2018-08")),
        ];
        assert_eq!(dates(&extensions), expected);
        let shown = html(Lang::En, move || note(Lang::En, &extensions, RowKind::DeliverableGranted, due("2018-06")));
        for words in ["Deliverable 11", "Deliverable 12", "Granted on March 15, 2018"] {
            assert!(shown.contains(words), "{words} is not in {shown}");
        }
    }
}
