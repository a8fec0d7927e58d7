//! Rendering a piece of a page in a test, and a measure to render.

use crate::{
    api::common::{DeliverableView, MeasureRow, OrganisationView},
    request::{Assets, RequestInfo},
};
use chrono::NaiveDate;
use domain::{
    deliverable::DeliverableStatus,
    measure::{Flags, Lateness, MeasureStatus},
    settings::InstanceSettings,
    text::{InLang, Lang},
};
use leptos::prelude::*;

/// A request in a language, by nobody.
pub fn request_in(lang: Lang) -> RequestInfo {
    RequestInfo {
        path: "/".into(),
        query: String::new(),
        lang,
        actor: None,
        time_zone: chrono_tz::Tz::UTC,
        today: day("2018-07-10"),
        request_id: "r1".into(),
        assets: Assets { output_name: "suivi".into(), css: "suivi.css".into() },
        failure: None,
        behind: Vec::new(),
        may_report: false,
        is_demo: false,
        address: None,
        is_secure: false,
        instance: InstanceSettings::default(),
    }
}

/// A view as the server sends it.
pub fn html<V: IntoView + 'static>(lang: Lang, view: impl FnOnce() -> V) -> String {
    html_of(request_in(lang), view)
}

/// A view as the server sends it for one request.
pub fn html_of<V: IntoView + 'static>(request: RequestInfo, view: impl FnOnce() -> V) -> String {
    let owner = Owner::new();
    owner.with(|| {
        leptos_meta::provide_meta_context();
        provide_context(request);
        view().into_view().to_html()
    })
}

/// A day.
pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// An English text as a French reader gets it.
pub fn english(text: &str) -> Option<InLang> {
    Some(InLang { text: text.into(), lang: Lang::En, is_fallback: true })
}

/// A measure that was extended and is late again.
pub fn measure_row() -> MeasureRow {
    let due = |code: &str| code.parse().expect("a due date");
    MeasureRow {
        id: 7,
        label: "2a".into(),
        text: english("Draft the terms of reference <of> the group"),
        lead: Some(OrganisationView { id: 3, code: "PSC".into(), name: english("Public Safety Canada") }),
        owner: Some("Director, Operations".into()),
        original: due("2018-04"),
        current: due("2018-06"),
        forecast: Some(due("2018-09")),
        status: MeasureStatus::InProgress,
        percent: 40,
        flags: Flags {
            overdue: true,
            extended: true,
            lateness: Lateness { from_original: 71, from_current: 10 },
            ..Flags::default()
        },
        deliverables: vec![DeliverableView {
            id: 11,
            title: english("Terms of reference"),
            due: None,
            original: None,
            status: DeliverableStatus::InProgress,
            delivered_on: None,
            days_late: 0,
            days_late_original: 0,
        }],
        last_update_on: Some(day("2018-04-02")),
        extensions: 1,
        evidence: 0,
    }
}

/// The words of a piece of a page, without its tags; one blank for any number of them.
pub fn text(html: &str) -> String {
    let mut words = String::new();
    for piece in html.split('<') {
        words.push(' ');
        words.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ").replace(" ,", ",")
}
