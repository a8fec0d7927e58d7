//! The counts of each organisation.

use super::table::{number_cell, row as table_row, table};
use crate::{api::reports::OrganisationPicture, components::text::Words, i18n::t};
use domain::{reports::Picture, text::Lang};
use leptos::prelude::*;

/// A column: the key of its heading and what it counts.
type Column = (&'static str, fn(&Picture) -> u32);

/// What senior management looks at.
pub(in super::super) const SHORT: &[Column] = &[
    ("report-column-overdue", |p| p.overdue),
    ("report-column-due-30", |p| p.due_30),
    ("report-column-due-90", |p| p.due_90),
    ("report-column-silent", |p| p.silent),
    ("report-column-extended-twice", |p| p.extended_twice),
];

/// What the working group looks at.
pub(in super::super) const LONG: &[Column] = &[
    ("report-column-measures", |p| p.total),
    ("report-column-overdue", |p| p.overdue),
    ("report-column-due-30", |p| p.due_30),
    ("report-column-due-90", |p| p.due_90),
    ("report-column-silent", |p| p.silent),
    ("report-column-extended-twice", |p| p.extended_twice),
    ("report-column-to-verify", |p| p.to_verify),
    ("report-column-verified", |p| p.verified),
];

/// The table, one row an organisation.
pub(in super::super) fn counts(lang: Lang, rows: &[OrganisationPicture], columns: &[Column]) -> impl IntoView + use<> {
    let headings: Vec<&'static str> =
        std::iter::once("report-column-organisation").chain(columns.iter().map(|(key, _)| *key)).collect();
    let cells = |picture: &Picture| columns.iter().map(|(key, count)| number_cell(lang, key, count(picture))).collect::<Vec<_>>();
    let row = |row: &OrganisationPicture| {
        let name = match &row.organisation {
            Some(organisation) => view! {
                <b>{organisation.code.clone()}</b>
                " "
                <span class="report-name"><Words text=organisation.name.clone() /></span>
            }
            .into_any(),
            None => view! { <b>{t(lang, "report-nobody")}</b> }.into_any(),
        };
        table_row(view! { <th scope="row" role="rowheader">{name}</th>{cells(&row.picture)} })
    };
    // The few counts of senior management fit on a telephone beside each other; more are laid out as cards there.
    let class = if columns.len() > SHORT.len() { "report-counts stacked" } else { "report-counts" };
    table(lang, class, t(lang, "report-by-organisation-caption"), &headings, rows.iter().map(row).collect())
}
