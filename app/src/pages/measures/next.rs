//! What happens next to a measure, and the button to do it.

use crate::{
    api::measures::{MeasurePage, NextAction},
    i18n::{t, t_args},
    request::use_lang,
};
use leptos::prelude::*;

/// Whether a lead's report is what is waited for.
fn asks_for_report(next: NextAction) -> bool {
    matches!(next, NextAction::ReportOverdue | NextAction::ReportDueSoon | NextAction::ReportSilent)
}

/// The sentence, and for those who may the button.
pub(super) fn action(measure: &MeasurePage) -> AnyView {
    let lang = use_lang();
    let next = measure.next;
    let days = measure.row.flags.lateness.from_current;
    let words = t_args(lang, next.message_key(), &[("days", days.into())]);
    let href = match next {
        NextAction::ApprovePlan => Some((format!("/plans/{}", measure.plan_id), t(lang, "next-see-plan"))),
        _ if measure.may_report => Some((format!("/measures/{}/report", measure.row.id), t(lang, "asked-report-progress"))),
        _ => None,
    };
    let class = if asks_for_report(next) { "button" } else { "button button-secondary" };
    let button = href.map(|(href, words)| view! { <a class=class href=href>{words}</a> });
    view! {
        <section class="next" class:next-late=next == NextAction::ReportOverdue aria-labelledby="next">
            <div>
                <h2 id="next">{t(lang, "next-title")}</h2>
                <p>{words}</p>
            </div>
            {button}
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
            NextAction::ReportDueSoon,
            NextAction::ReportSilent,
            NextAction::UpToDate,
            NextAction::Verify,
            NextAction::ApprovePlan,
            NextAction::Ended,
        ];
        for next in all {
            for lang in Lang::ALL {
                assert_ne!(t_args(*lang, next.message_key(), &[("days", 2.into())]), next.message_key());
            }
        }
    }
}
