//! The totals of a plan's costs, on their page and in the status report.

use super::words;
use crate::{
    api::costs::{CostTables, OrganisationCostsView},
    components::text::Words,
    i18n::{Arg, dates, money, name_of, t, t_args},
    pages::reports::parts::table::{cell, row, table},
};
use domain::{
    costs::{CostKind, YearTotal},
    text::{Coded, Lang},
};
use leptos::prelude::*;

/// How the tables are laid out: as cards on a telephone.
const COSTS: &str = "report-costs stacked";

/// Phrases below each other; a dash where there is none.
fn phrases(all: Vec<String>) -> AnyView {
    if all.is_empty() {
        return view! { <span class="muted" aria-hidden="true">"–"</span> }.into_any();
    }
    let lines: Vec<_> = all.into_iter().map(|phrase| view! { <li>{phrase}</li> }).collect();
    view! { <ul class="cost-beside">{lines}</ul> }.into_any()
}

/// The totals by fiscal year and kind, each line counted once.
pub(in crate::pages) fn years(lang: Lang, costs: &CostTables) -> AnyView {
    let headings = ["column-cost-year", "column-cost-kind", "column-cost-total", "column-cost-beside"];
    let one = |total: &YearTotal| {
        let shared = (total.shared.exact_lines > 0).then(|| {
            let amount = [("amount", Arg::from(money::amount(lang, total.shared.exact)))];
            view! { <span class="report-small">{t_args(lang, "cost-of-which-shared", &amount)}</span> }
        });
        let amount = view! { <span class="cost-amount">{words::total(lang, &total.all)}</span>{shared} };
        row((
            view! { <th scope="row" role="rowheader">{dates::fiscal_year(lang, total.year)}</th> },
            cell(lang, "column-cost-kind", view! { <span>{name_of(lang, "cost-kind", total.kind)}</span> }),
            cell(lang, "column-cost-total", view! { <div>{amount}</div> }),
            cell(lang, "column-cost-beside", phrases(words::not_in(lang, &total.all))),
        ))
    };
    let rows = costs.years.iter().map(one).collect();
    table(lang, COSTS, t(lang, "costs-years-caption"), &headings, rows).into_any()
}

/// What each organisation promised beside what it spent.
pub(in crate::pages) fn organisations(lang: Lang, costs: &CostTables) -> AnyView {
    let has_estimates = costs.organisations.iter().any(|of| !of.costs.estimate.is_empty());
    let kinds: Vec<CostKind> =
        CostKind::ALL.iter().copied().filter(|kind| *kind != CostKind::Estimate || has_estimates).collect();
    let mut headings = vec!["column-cost-organisation"];
    headings.extend(kinds.iter().map(|kind| heading(*kind)));
    headings.push("column-cost-beside");
    let one = |of: &OrganisationCostsView| {
        let amounts: Vec<_> = kinds
            .iter()
            .map(|kind| {
                let amount = words::owned(lang, its(of, *kind));
                cell(lang, heading(*kind), view! { <span class="cost-amount">{amount}</span> })
            })
            .collect();
        row((
            view! {
                <th scope="row" role="rowheader">
                    <b>{of.organisation.code.clone()}</b>
                    " "
                    <span class="report-name"><Words text=of.organisation.name.clone() /></span>
                </th>
            },
            amounts,
            cell(lang, "column-cost-beside", phrases(beside(lang, of, &kinds))),
        ))
    };
    let rows = costs.organisations.iter().map(one).collect();
    table(lang, COSTS, t(lang, "costs-organisations-caption"), &headings, rows).into_any()
}

fn heading(kind: CostKind) -> &'static str {
    match kind {
        CostKind::Commitment => "column-cost-commitment",
        CostKind::Estimate => "column-cost-estimate",
        CostKind::Actual => "column-cost-actual",
    }
}

fn its(of: &OrganisationCostsView, kind: CostKind) -> &domain::costs::Owned {
    match kind {
        CostKind::Commitment => &of.costs.commitment,
        CostKind::Estimate => &of.costs.estimate,
        CostKind::Actual => &of.costs.actual,
    }
}

/// What is in none of an organisation's totals, each with its kind.
fn beside(lang: Lang, of: &OrganisationCostsView, kinds: &[CostKind]) -> Vec<String> {
    let one = |kind: &CostKind| {
        let owned = its(of, *kind);
        let what = words::not_in(lang, &owned.own).into_iter().chain(words::shared(lang, &owned.shared));
        let kind = name_of(lang, "cost-kind", *kind);
        let named =
            move |what: String| t_args(lang, "cost-beside-kind", &[("kind", Arg::from(kind.clone())), ("what", Arg::from(what))]);
        what.map(named).collect::<Vec<_>>()
    };
    kinds.iter().flat_map(one).collect()
}

/// How to read the totals.
pub(in crate::pages) fn reading(lang: Lang) -> AnyView {
    view! { <p class="cost-reading">{t(lang, "costs-reading")}</p> }.into_any()
}
