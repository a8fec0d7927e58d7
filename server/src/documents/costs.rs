//! The lines of a plan's costs for spreadsheets. Amounts are plain numbers; what is not tracked has none and says so.

use super::{
    DocumentError,
    csv::{words, written},
};
use app::{
    api::costs::{CostRow, CostTables},
    i18n::{dates, name_of, t},
};
use domain::text::Lang;

const COLUMNS: [&str; 8] = ["activity", "organisations", "shared", "year", "kind", "source", "certainty", "amount"];

/// The whole file.
pub fn costs_table(lang: Lang, costs: &CostTables) -> Result<Vec<u8>, DocumentError> {
    let mut head: Vec<String> = COLUMNS.iter().map(|column| t(lang, &format!("csv-cost-{column}"))).collect();
    head.push(t(lang, "csv-cost-note"));
    written(lang, std::iter::once(head).chain(costs.lines.iter().map(|row| line(lang, row))).collect())
}

fn line(lang: Lang, row: &CostRow) -> Vec<String> {
    let line = &row.line;
    let codes: Vec<&str> = row.organisations.iter().map(|organisation| organisation.code.as_str()).collect();
    // French spreadsheets part cents with a comma.
    let part = if lang == Lang::Fr { ',' } else { '.' };
    let amount = line.amount.map(|amount| format!("{}{part}{:02}", amount.get() / 100, amount.get() % 100));
    vec![
        words(row.activity.as_ref()),
        codes.join(", "),
        t(lang, if line.is_shared() { "yes" } else { "no" }),
        dates::fiscal_year(lang, line.year),
        name_of(lang, "cost-kind", line.kind),
        name_of(lang, "cost-source", line.source),
        name_of(lang, "certainty", line.certainty),
        amount.unwrap_or_default(),
        words(row.note.as_ref()),
    ]
}
