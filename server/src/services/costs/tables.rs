//! The costs of a plan as its page and its report show them.

use crate::{services::views, store::costs::Cost};
use app::api::costs::{CostRow, CostTables, OrganisationCostsView};
use chrono::NaiveDate;
use domain::{
    costs::{CostLine, CostSummary, OrganisationCosts},
    text::{Coded, Lang, fold},
};
use std::collections::BTreeMap;

/// The costs on record at the end of a day.
#[must_use]
pub fn as_of(all: &[Cost], day: NaiveDate, lang: Lang) -> CostTables {
    let mut there: Vec<&Cost> = all.iter().filter(|cost| cost.was_there(day)).collect();
    let place = |cost: &Cost| domain::costs::CostKind::ALL.iter().position(|kind| *kind == cost.line.kind);
    there.sort_by_key(|cost| (cost.line.year, place(cost), cost.line_id()));
    let lines: Vec<CostLine> = there.iter().map(|cost| cost.line.clone()).collect();
    let CostSummary { years, organisations } = CostSummary::of(&lines);
    let totals: BTreeMap<i64, OrganisationCosts> = organisations.into_iter().map(|of| (of.organisation, of)).collect();
    let known: BTreeMap<String, _> =
        there.iter().flat_map(|cost| &cost.organisations).map(|of| (fold(of.code_for(lang)), of)).collect();
    let view = |of: &crate::store::records::Organisation| {
        Some(OrganisationCostsView { organisation: views::organisation(of, lang), costs: *totals.get(&of.id)? })
    };
    CostTables {
        years,
        organisations: known.into_values().filter_map(view).collect(),
        // On that day it stood: what became of it since is no part of its report.
        lines: there.into_iter().map(|cost| CostRow { archived: None, ..row(cost, lang) }).collect(),
    }
}

/// One line.
pub(super) fn row(cost: &Cost, lang: Lang) -> CostRow {
    CostRow {
        id: cost.line_id(),
        activity: cost.activity.for_reader(lang),
        note: cost.note.for_reader(lang),
        organisations: views::organisations(&cost.organisations, lang),
        line: cost.line.clone(),
        archived: cost.archived_on.map(|on| (on, cost.archived_reason.clone().unwrap_or_default())),
    }
}
