//! What happens next to a measure: one button for what is waited for, and links to whatever else this person may do.

use crate::{
    api::measures::{MeasurePage, NextAction},
    i18n::{t, t_args},
    request::use_lang,
};
use domain::text::Lang;
use leptos::prelude::*;

/// An address and what it is called.
type Way = (String, String);

/// Whether a lead's report is what is waited for.
fn asks_for_report(next: NextAction) -> bool {
    is_late(next) || matches!(next, NextAction::ReportDueSoon | NextAction::ReportSilent | NextAction::Returned)
}

/// Whether something is past its date.
fn is_late(next: NextAction) -> bool {
    matches!(next, NextAction::ReportOverdue | NextAction::ReportLateDeliverable)
}

/// The one thing to do now, and whether it is urged.
fn first(lang: Lang, measure: &MeasurePage) -> Option<(Way, bool)> {
    let (id, life, next) = (measure.row.id, &measure.life, measure.next);
    let report = || (format!("/measures/{id}/report"), t(lang, "asked-report-progress"));
    match next {
        NextAction::ApprovePlan => Some(((format!("/plans/{}", measure.plan_id), t(lang, "next-see-plan")), false)),
        NextAction::Verify if life.may.verify => Some(((format!("/measures/{id}/verify"), t(lang, "asked-verify-claim")), true)),
        NextAction::DecideExtension if life.may.decide_extension => {
            life.open_request.map(|request| ((format!("/extensions/{request}"), t(lang, "asked-decide-extension")), true))
        }
        _ if measure.may_report => Some((report(), asks_for_report(next))),
        _ => None,
    }
}

/// Everything else this person may do, from the most to the least usual.
fn others(lang: Lang, measure: &MeasurePage, first: Option<&Way>) -> Vec<Way> {
    let (id, life) = (measure.row.id, &measure.life);
    let way = |offered: bool, path: String, key: &str| offered.then(|| (path, t(lang, key)));
    let claim = measure.next == NextAction::Verify;
    let request = life.open_request.and_then(|request| way(true, format!("/extensions/{request}"), "next-see-request"));
    let ways = [
        way(measure.may_report, format!("/measures/{id}/report"), "asked-report-progress"),
        request,
        way(claim, format!("/measures/{id}/verify"), "next-see-claim"),
        way(life.may.ask_extension, format!("/measures/{id}/extension"), "next-ask-extension"),
        way(life.may.decide_fate, format!("/measures/{id}/decide"), "next-decide-fate"),
    ];
    ways.into_iter().flatten().filter(|(path, _)| first.is_none_or(|(taken, _)| taken != path)).collect()
}

/// The sentence, the button, the links.
pub(super) fn action(measure: &MeasurePage) -> AnyView {
    let lang = use_lang();
    let next = measure.next;
    let days = measure.row.flags.lateness.from_current;
    let deliverables = measure.row.late_deliverables();
    let words = t_args(lang, next.message_key(), &[("days", days.into()), ("deliverables", deliverables.into())]);
    let first = first(lang, measure);
    let others = others(lang, measure, first.as_ref().map(|(way, _)| way));
    let button = first.map(|((href, words), is_urged)| {
        let class = if is_urged { "button" } else { "button button-secondary" };
        view! { <a class=class href=href>{words}</a> }
    });
    let links: Vec<_> = others.into_iter().map(|(href, words)| view! { <li><a href=href>{words}</a></li> }).collect();
    let links = (!links.is_empty()).then(|| view! { <ul class="next-others" aria-label=t(lang, "next-others")>{links}</ul> });
    view! {
        <section class="next" class:next-late=is_late(next) aria-labelledby="next">
            <div>
                <h2 id="next">{t(lang, "next-title")}</h2>
                <p>{words}</p>
            </div>
            {button}
            {links}
        </section>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::text::{Coded, Lang};

    #[test]
    fn everything_that_can_happen_next_is_worded() {
        let all = [
            NextAction::ReportOverdue,
            NextAction::ReportLateDeliverable,
            NextAction::ReportDueSoon,
            NextAction::ReportSilent,
            NextAction::UpToDate,
            NextAction::Verify,
            NextAction::DecideExtension,
            NextAction::Returned,
            NextAction::ApprovePlan,
            NextAction::Ended,
        ];
        for next in all {
            for lang in Lang::ALL {
                let counts = [("days", 2.into()), ("deliverables", 2.into())];
                assert_ne!(t_args(*lang, next.message_key(), &counts), next.message_key());
            }
        }
    }
}
