//! The stand-alone page: the very bodies of the web pages, with their styles inside and links to nowhere.

use super::Report;
use app::{
    i18n::{Arg, t, t_args},
    pages::reports::{MeetingReportBody, OverdueBody, meeting_title, overdue_title},
    request::{Assets, RequestInfo},
};
use chrono::NaiveDate;
use leptos::prelude::*;

/// The tokens of the web pages, the look of a document by itself, then that of reports, which it shares with the web.
const STYLES: [&str; 4] = [
    include_str!("../../../style/tokens.css"),
    include_str!("document.css"),
    include_str!("../../../style/stacked.css"),
    include_str!("../../../style/reports.css"),
];

/// The whole page.
pub(super) fn page(report: &Report) -> String {
    let owner = Owner::new();
    let page = owner.with(|| {
        provide_context(reader(report));
        document(report).to_html()
    });
    owner.unset();
    page
}

fn document(report: &Report) -> impl IntoView + use<> {
    let lang = report.lang();
    let (title, body) = match report.clone() {
        Report::Meeting(report) => {
            (meeting_title(&report), view! { <MeetingReportBody report=*report linked=false /> }.into_any())
        }
        Report::Overdue(summary) => (overdue_title(lang), view! { <OverdueBody summary=*summary linked=false /> }.into_any()),
    };
    let whole = t_args(lang, "page-title", &[("title", Arg::from(title.clone()))]);
    view! {
        <!DOCTYPE html>
        <html lang=lang.to_string()>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="generator" content=t(lang, "app-name") />
                <title>{whole}</title>
                <style inner_html=STYLES.join("\n") />
            </head>
            <body>
                <main>
                    <h1>{title}</h1>
                    {body}
                </main>
            </body>
        </html>
    }
}

/// What the shared pieces ask about their reader: only the language matters here.
fn reader(report: &Report) -> RequestInfo {
    let today: NaiveDate = match report {
        Report::Meeting(report) => report.cut_off,
        Report::Overdue(summary) => summary.cut_off,
    };
    RequestInfo {
        path: String::new(),
        query: String::new(),
        lang: report.lang(),
        actor: None,
        time_zone: chrono_tz::Tz::UTC,
        today,
        request_id: String::new(),
        assets: Assets { output_name: String::new(), css: String::new() },
        failure: None,
        behind: Vec::new(),
        may_report: false,
        address: None,
        is_secure: false,
        is_demo: false,
        instance: domain::settings::InstanceSettings::default(),
    }
}
