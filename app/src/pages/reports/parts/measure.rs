//! A measure, as tables and lists name it.

use crate::{
    api::common::MeasureRow,
    components::{deliverables::due_words, text::Words},
    i18n::{Arg, name_of, t, t_args},
};
use domain::text::Lang;
use leptos::prelude::*;

/// The label, a link on the web.
pub(in super::super) fn label(lang: Lang, row: &MeasureRow, linked: bool) -> AnyView {
    let words = t_args(lang, "report-measure", &[("label", Arg::from(row.label.clone()))]);
    if linked {
        view! { <a href=format!("/measures/{}", row.id)>{words}</a> }.into_any()
    } else {
        view! { <span>{words}</span> }.into_any()
    }
}

/// Who leads it and who answers for it; says so when nobody does.
pub(in super::super) fn lead(lang: Lang, row: &MeasureRow) -> String {
    let code = row.lead.as_ref().map(|lead| lead.code.clone());
    match (code, row.owner.clone()) {
        (Some(code), Some(owner)) => format!("{code} – {owner}"),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => t(lang, "report-nobody"),
    }
}

/// The first cell of a row: label, what was promised, who leads.
pub(in super::super) fn heading(lang: Lang, row: &MeasureRow, linked: bool) -> impl IntoView + use<> {
    view! {
        <th scope="row" role="rowheader" class="report-measure">
            <span class="report-label">{label(lang, row, linked)}</span>
            " "
            <span class="report-text"><Words text=row.text.clone() /></span>
            " "
            <span class="report-small">{lead(lang, row)}</span>
        </th>
    }
}

/// Status and percent.
pub(in super::super) fn status(lang: Lang, row: &MeasureRow) -> String {
    let status = name_of(lang, "status", row.status);
    t_args(lang, "report-status", &[("status", Arg::from(status)), ("percent", Arg::from(row.percent))])
}

/// "2 of 3 delivered", and how many of the others are late.
pub(in super::super) fn deliverables(lang: Lang, row: &MeasureRow) -> String {
    let (done, total, late) = (row.delivered(), row.deliverables.len(), row.late_deliverables());
    let args = [("done", Arg::from(done)), ("total", Arg::from(total)), ("late", Arg::from(late))];
    t_args(lang, if late > 0 { "report-deliverables-late" } else { "report-deliverables" }, &args)
}

/// The same, and below each deliverable that is late or whose date was moved, with both dates.
pub(in super::super) fn deliverables_with_dates(lang: Lang, row: &MeasureRow) -> AnyView {
    let told = row.deliverables.iter().filter(|of| of.days_late > 0 || of.moved_from().is_some());
    let items = told.filter_map(|of| {
        let words = due_words(lang, of)?;
        Some(view! { <li><Words text=of.title.clone() />" "<span class="report-small">{words}</span></li> })
    });
    let items: Vec<_> = items.collect();
    let list = (!items.is_empty()).then(|| view! { <ul class="deliverable-moves">{items}</ul> });
    view! { {deliverables(lang, row)} {list} }.into_any()
}

/// A measure in one line of a list.
pub(in super::super) fn item(lang: Lang, row: &MeasureRow, linked: bool) -> impl IntoView + use<> {
    view! {
        <li>
            <span class="report-label">{label(lang, row, linked)}</span>
            " "
            <span class="report-text"><Words text=row.text.clone() /></span>
            " "
            <span class="report-small">{lead(lang, row)}</span>
        </li>
    }
}
