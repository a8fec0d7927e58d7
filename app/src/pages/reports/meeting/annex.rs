//! What the words of the report mean.

use crate::{api::reports::MeetingReport, i18n::t};
use leptos::prelude::*;

const TERMS: [&str; 7] = ["original", "current", "forecast", "overdue", "due", "silent", "once"];

/// The definitions.
pub(super) fn definitions(report: &MeetingReport) -> impl IntoView + use<> {
    let lang = report.lang;
    let terms = TERMS.map(|term| {
        view! {
            <div>
                <dt>{t(lang, &format!("report-term-{term}"))}</dt>
                <dd>{t(lang, &format!("report-term-{term}-text"))}</dd>
            </div>
        }
    });
    view! {
        <section aria-labelledby="report-definitions">
            <h2 id="report-definitions">{t(lang, "report-definitions")}</h2>
            <dl class="report-terms">{terms.collect_view()}</dl>
        </section>
    }
}
