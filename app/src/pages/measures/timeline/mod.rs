//! The dates of a measure drawn on a line of time, and the same as a table, which is what everybody can read.

mod deliverables;
mod layout;

use self::layout::{Drawing, Facts, Frame, NARROW, Row, RowKind, Shape, WIDE, draw};
use crate::{
    api::measures::MeasurePage,
    components::dates::Due,
    i18n::{Arg, dates, t, t_args},
    request::{request, use_lang},
};
use chrono::{Datelike, NaiveDate};
use domain::{
    dates::{DueDate, Period},
    extensions::ExtensionState,
    measure::MeasureStatus,
    text::Lang,
};
use leptos::prelude::*;

/// The drawing and its table; nothing for a measure without any date.
pub(super) fn section(measure: &MeasurePage) -> Option<AnyView> {
    let lang = use_lang();
    let facts = facts(measure, request().today);
    let (wide, narrow) = (draw(&facts, WIDE)?, draw(&facts, NARROW)?);
    Some(
        view! {
            <section aria-labelledby="timeline">
                <h2 id="timeline">{t(lang, "timeline-title")}</h2>
                {picture(lang, "timeline timeline-wide", WIDE, &wide)}
                {picture(lang, "timeline timeline-narrow", NARROW, &narrow)}
                <details class="timeline-table">
                    <summary>{t(lang, "timeline-as-table")}</summary>
                    {table(lang, measure, &facts)}
                </details>
            </section>
        }
        .into_any(),
    )
}

fn facts(measure: &MeasurePage, today: NaiveDate) -> Facts {
    let row = &measure.row;
    let mut dates = vec![(RowKind::Original, row.original)];
    for extension in &measure.extensions {
        match extension.state {
            ExtensionState::Granted => dates.push((RowKind::Granted, extension.to)),
            ExtensionState::Requested => dates.push((RowKind::Asked, extension.asked)),
            ExtensionState::Refused | ExtensionState::Withdrawn => {}
        }
    }
    // A date that was moved before it was kept here has no request.
    if row.current != row.original && !dates.contains(&(RowKind::Granted, row.current)) {
        dates.push((RowKind::Granted, row.current));
    }
    dates.extend(deliverables::dates(&measure.extensions));
    dates.extend(row.forecast.map(|date| (RowKind::Forecast, date)));
    dates.extend(measure.life.claimed_on.map(|on| (RowKind::Claimed, DueDate::day(on))));
    let end = if row.status == MeasureStatus::VerifiedClosed { RowKind::Verified } else { RowKind::Ended };
    dates.extend(measure.life.ended_on.map(|on| (end, DueDate::day(on))));
    Facts { dates, updates: measure.life.reported_on.clone(), start: measure.start_on, today }
}

fn words(lang: Lang, kind: RowKind) -> String {
    t(lang, &format!("timeline-{}", kind.code()))
}

/// One drawing; hidden from who cannot see it, since the table says the same.
fn picture(lang: Lang, class: &'static str, frame: Frame, drawing: &Drawing) -> AnyView {
    let bottom = drawing.height - layout::FOOT;
    let ticks = drawing.ticks.iter().map(|tick| {
        let words = tick_words(lang, tick.on, drawing.months_between_ticks);
        view! {
            <line class="timeline-grid" x1=tick.x.to_string() y1="20" x2=tick.x.to_string() y2=bottom.to_string() />
            <text class="timeline-tick" x=tick.x.to_string() y="13" text-anchor=tick.anchor>{words}</text>
        }
    });
    let ticks: Vec<_> = ticks.collect();
    let rows: Vec<_> = drawing.rows.iter().map(|row| line(lang, frame, row)).collect();
    let updates: Vec<_> = drawing
        .updates
        .iter()
        .map(|x| view! { <circle class="timeline-update" cx=x.to_string() cy=drawing.updates_y.to_string() r="4" /> })
        .collect();
    let updates_label = (!updates.is_empty())
        .then(|| label(frame, drawing.updates_y, t_args(lang, "timeline-updates", &[("count", Arg::from(updates.len()))])));
    view! {
        <svg class=class viewBox=format!("0 0 {} {}", frame.width, drawing.height) aria-hidden="true" focusable="false">
            {ticks}
            <line class="timeline-today" x1=drawing.today.x.to_string() y1="20" x2=drawing.today.x.to_string() y2=bottom.to_string() />
            <text class="timeline-today-label" x=drawing.today.x.to_string() y=(drawing.height - 5).to_string() text-anchor=drawing.today.anchor>
                {t(lang, "timeline-today")}
            </text>
            {rows}
            {updates_label}
            {updates}
        </svg>
    }
    .into_any()
}

/// The name of a row: beside it where there is room, else above.
fn label(frame: Frame, y: u32, words: String) -> AnyView {
    let y = if frame.gutter > 0 { y + 5 } else { y - 11 };
    view! { <text class="timeline-label" x="0" y=y.to_string()>{words}</text> }.into_any()
}

fn line(lang: Lang, frame: Frame, row: &Row) -> AnyView {
    let class = format!("timeline-mark timeline-{}", row.kind.code());
    let y = row.y;
    let mark = match row.shape {
        Shape::Span { x, width } => {
            view! { <rect class=class x=x.to_string() y=(y - 6).to_string() width=width.to_string() height="12" rx="2" /> }
                .into_any()
        }
        Shape::Point { x } => {
            let path = format!("M{} {}l7 7l-7 7l-7 -7z", x, y - 7);
            view! { <path class=class d=path /> }.into_any()
        }
    };
    view! { {label(frame, y, words(lang, row.kind))} {mark} }.into_any()
}

fn tick_words(lang: Lang, on: NaiveDate, months: u32) -> String {
    if months.is_multiple_of(12) {
        return on.year().to_string();
    }
    DueDate::of(Period::Month(on.year(), on.month())).map_or_else(|_| on.to_string(), |due| dates::due(lang, due))
}

fn table(lang: Lang, measure: &MeasurePage, facts: &Facts) -> AnyView {
    let rows = facts.dates.iter().map(|(kind, date)| {
        let note = note(lang, measure, *kind, *date);
        view! {
            <tr>
                <th scope="row">{words(lang, *kind)}</th>
                <td><Due date=*date /></td>
                <td>{note}</td>
            </tr>
        }
    });
    let rows: Vec<_> = rows.collect();
    let days: Vec<_> = facts.updates.iter().map(|day| view! { <li>{dates::day(lang, *day)}</li> }).collect();
    let updates = (!days.is_empty()).then(|| {
        view! {
            <tr>
                <th scope="row">{t_args(lang, "timeline-updates", &[("count", Arg::from(days.len()))])}</th>
                <td colspan="2"><ul class="timeline-days">{days}</ul></td>
            </tr>
        }
    });
    view! {
        <table class="timeline-dates">
            <caption class="visually-hidden">{t(lang, "timeline-title")}</caption>
            <thead>
                <tr>
                    <th scope="col">{t(lang, "column-which-date")}</th>
                    <th scope="col">{t(lang, "column-date")}</th>
                    <th scope="col">{t(lang, "timeline-column-note")}</th>
                </tr>
            </thead>
            <tbody>{rows}{updates}</tbody>
        </table>
    }
    .into_any()
}

/// When a date was asked for or granted, or how the measure ended.
fn note(lang: Lang, measure: &MeasurePage, kind: RowKind, date: DueDate) -> AnyView {
    let on = |key: &str, day: NaiveDate| t_args(lang, key, &[("date", Arg::from(dates::day(lang, day)))]);
    let of = |state| measure.extensions.iter().find(|extension| extension.state == state && extension.to == date);
    let words = match kind {
        RowKind::Granted => {
            of(ExtensionState::Granted).and_then(|of| of.decided_on).map(|day| on("timeline-granted-on", day)).unwrap_or_default()
        }
        RowKind::Asked => of(ExtensionState::Requested).map(|of| on("timeline-asked-on", of.requested_on)).unwrap_or_default(),
        RowKind::Ended => crate::i18n::name_of(lang, "status", measure.row.status),
        RowKind::Claimed if measure.row.status == MeasureStatus::CompletedToVerify => t(lang, "timeline-claim-waits"),
        RowKind::DeliverableOriginal | RowKind::DeliverableGranted | RowKind::DeliverableAsked => {
            return deliverables::note(lang, &measure.extensions, kind, date);
        }
        RowKind::Original | RowKind::Forecast | RowKind::Claimed | RowKind::Verified => String::new(),
    };
    words.into_any()
}
