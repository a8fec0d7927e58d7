//! The extensions of a measure: each request and what became of it.

use crate::{
    api::common::ExtensionView,
    components::{badge::times_extended, dates::Due, deliverables::moves, text::Words},
    i18n::{Arg, dates, name_of, t, t_args},
    request::use_lang,
};
use chrono::NaiveDate;
use domain::extensions::ExtensionState;
use leptos::prelude::*;

/// The table; one sentence when nothing was ever asked for.
pub(in crate::pages) fn table(extensions: Vec<ExtensionView>) -> AnyView {
    let lang = use_lang();
    if extensions.is_empty() {
        return view! { <p class="muted">{t(lang, "extensions-none")}</p> }.into_any();
    }
    let granted = extensions.iter().filter(|extension| extension.state == ExtensionState::Granted).count();
    let times = times_extended(lang, u32::try_from(granted).unwrap_or(u32::MAX));
    let rows: Vec<_> = extensions.into_iter().map(row).collect();
    view! {
        <table class="extensions stacked" role="table">
            <caption>{t(lang, "extensions-caption")}" "<span class="tag">{times}</span></caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th scope="col" role="columnheader">{t(lang, "column-requested-on")}</th>
                    <th scope="col" role="columnheader">{t(lang, "column-from")}</th>
                    <th scope="col" role="columnheader">{t(lang, "column-to")}</th>
                    <th scope="col" role="columnheader">{t(lang, "column-reason")}</th>
                    <th scope="col" role="columnheader">{t(lang, "column-decision")}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
    .into_any()
}

/// Who asked, in whose place, and when.
pub(in crate::pages) fn asked_by(extension: &ExtensionView) -> String {
    let lang = use_lang();
    let requester = extension.requested_by.clone().unwrap_or_else(|| t(lang, "history-by-suivi"));
    let said = [("who", Arg::from(requester)), ("date", Arg::from(dates::day(lang, extension.requested_on)))];
    match extension.requested_for.clone() {
        Some(principal) => {
            let [who, date] = said;
            t_args(lang, "extension-asked-in-place-of", &[who, ("principal", Arg::from(principal)), date])
        }
        None => t_args(lang, "extension-asked-by", &said),
    }
}

fn row(extension: ExtensionView) -> AnyView {
    let lang = use_lang();
    let by = |key: &str, name: String, on: NaiveDate| {
        t_args(lang, key, &[("who", Arg::from(name)), ("date", Arg::from(dates::day(lang, on)))])
    };
    let decided = extension.decided_on.map(|on| {
        let words = extension.decided_by.clone().map_or_else(|| dates::day(lang, on), |who| by("extension-decided-by", who, on));
        view! { <span class="muted">{words}</span> }
    });
    let moves = moves(lang, &extension);
    let asked_by = asked_by(&extension);
    let impact = extension.impact.map(|impact| {
        view! { <p class="extension-impact"><span class="muted">{t(lang, "extension-impact")}</span>" "<Words text=Some(impact) /></p> }
    });
    let notes = extension.notes.map(|notes| view! { <p class="extension-notes"><Words text=Some(notes) /></p> });
    let request = format!("/extensions/{}", extension.id);
    let asked = (extension.asked != extension.to).then(|| {
        let words = t_args(lang, "extension-asked", &[("date", Arg::from(dates::due(lang, extension.asked)))]);
        view! { <span class="muted">{words}</span> }
    });
    let meeting = extension.meeting.map(|meeting| view! { <span class="muted"><Words text=Some(meeting) /></span> });
    view! {
        <tr role="row">
            <td role="cell" data-label=t(lang, "column-requested-on")>{asked_by}</td>
            <td role="cell" data-label=t(lang, "column-from")><Due date=extension.from /></td>
            <td role="cell" data-label=t(lang, "column-to")><div><Due date=extension.to />{asked}{moves}</div></td>
            <td role="cell" data-label=t(lang, "column-reason")><div><Words text=extension.reason />{impact}</div></td>
            <td role="cell" class="decision" data-label=t(lang, "column-decision")>
                <div>
                    <a class="tag" href=request>{name_of(lang, "extension-state", extension.state)}</a>
                    {decided}
                    {meeting}
                    {notes}
                </div>
            </td>
        </tr>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        api::common::DeliverableMove,
        components::testing::{day, english, html},
    };
    use domain::{dates::DueDate, text::Lang};

    #[test]
    fn each_request_says_who_asked_what_follows_who_decided_and_why_and_how_often_it_was_granted() {
        let extension = ExtensionView {
            id: 4,
            requested_on: day("2018-03-01"),
            requested_by: Some("Luc".into()),
            requested_for: Some("Maude".into()),
            from: DueDate::day(day("2018-04-30")),
            to: DueDate::day(day("2018-06-30")),
            asked: DueDate::day(day("2018-06-30")),
            reason: english("The tender was void"),
            impact: english("The guide waits"),
            state: ExtensionState::Granted,
            notes: english("The last time"),
            decided_on: Some(day("2018-03-15")),
            decided_by: Some("Eve".into()),
            meeting: english("The group"),
            deliverables: vec![DeliverableMove {
                deliverable: 11,
                title: english("Terms of reference"),
                original: DueDate::day(day("2018-02-28")),
                from: DueDate::day(day("2018-02-28")),
                asked: DueDate::day(day("2018-05-31")),
                granted: Some(DueDate::day(day("2018-05-31"))),
            }],
        };
        let refused = ExtensionView { id: 5, state: ExtensionState::Refused, ..extension.clone() };
        let shown = html(Lang::En, move || table(vec![extension, refused]));
        for words in [
            "by Luc, in the place of Maude, on March 1, 2018",
            "The guide waits",
            "by Eve on March 15, 2018",
            "The group",
            "The last time",
            "Extended once",
            "Terms of reference",
            "new date: May 31, 2018 (before: February 28, 2018)",
        ] {
            assert!(shown.contains(words), "{words} is not in {shown}");
        }
    }
}
