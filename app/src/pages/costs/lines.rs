//! Every line of the costs.

use super::words;
use crate::{
    api::costs::CostRow,
    components::{measures::Organisation, text::Words},
    i18n::{Arg, dates, name_of, t, t_args},
    request::use_lang,
};
use leptos::prelude::*;

const HEADINGS: [&str; 6] = [
    "column-cost-activity",
    "column-cost-organisations",
    "column-cost-year",
    "column-cost-kind",
    "column-cost-source",
    "column-cost-amount",
];

/// The table; with a way to change each line for those who may.
pub(super) fn table(lines: &[CostRow], may_change: impl Fn(&CostRow) -> bool, caption: String) -> AnyView {
    let lang = use_lang();
    let may_any = lines.iter().any(&may_change);
    let headings: Vec<_> = HEADINGS.iter().map(|key| view! { <th scope="col" role="columnheader">{t(lang, key)}</th> }).collect();
    let last = may_any.then(|| {
        view! { <th scope="col" role="columnheader" class="no-print"><span class="visually-hidden">{t(lang, "column-cost-change")}</span></th> }
    });
    let rows: Vec<_> = lines.iter().map(|line| row(line, may_any.then(|| may_change(line)))).collect();
    view! {
        <table class="cost-lines stacked" role="table">
            <caption class="visually-hidden">{caption}</caption>
            <thead role="rowgroup"><tr role="row">{headings}{last}</tr></thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
    .into_any()
}

/// `may_change` is none where no line of the table can be changed.
fn row(row: &CostRow, may_change: Option<bool>) -> AnyView {
    let lang = use_lang();
    let line = &row.line;
    let organisations: Vec<_> = row
        .organisations
        .iter()
        .cloned()
        .enumerate()
        .map(|(index, of)| view! { {(index > 0).then_some(", ")}<Organisation organisation=of /> })
        .collect();
    let shared = line.is_shared().then(|| view! { <span class="cost-shared">{t(lang, "cost-shared")}</span> });
    let note = row.note.clone().map(|note| view! { <p class="muted cost-note"><Words text=Some(note) /></p> });
    let archived = row.archived.as_ref().map(|(on, reason)| {
        let args = [("date", Arg::from(dates::day(lang, *on))), ("reason", Arg::from(reason.clone()))];
        view! { <p class="cost-archived">{t_args(lang, "cost-archived", &args)}</p> }
    });
    let change = may_change.map(|may| {
        let title = row.activity.as_ref().map(|activity| activity.text.clone()).unwrap_or_default();
        let label = t_args(lang, "cost-change-this", &[("activity", Arg::from(title))]);
        let link = may.then(|| view! { <a href=format!("/costs/{}", row.id) aria-label=label>{t(lang, "cost-change")}</a> });
        view! { <td role="cell" class="no-print">{link}</td> }
    });
    let cell = |key: &'static str, content: AnyView| view! { <td role="cell" data-label=t(lang, key)>{content}</td> };
    let plain = |words: String| view! { <span>{words}</span> }.into_any();
    view! {
        <tr role="row">
            <th scope="row" role="rowheader"><Words text=row.activity.clone() />{note}{archived}</th>
            {cell(HEADINGS[1], view! { <div>{organisations}" "{shared}</div> }.into_any())}
            {cell(HEADINGS[2], plain(dates::fiscal_year(lang, line.year)))}
            {cell(HEADINGS[3], plain(name_of(lang, "cost-kind", line.kind)))}
            {cell(HEADINGS[4], plain(name_of(lang, "cost-source", line.source)))}
            {cell(HEADINGS[5], view! { <span class="cost-amount">{words::of_line(lang, line)}</span> }.into_any())}
            {change}
        </tr>
    }
    .into_any()
}
