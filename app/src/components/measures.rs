//! The table of measures: fifty rows at a glance on a desk, a card per row on a telephone.

use super::{
    badge::{FlagBadges, StatusBadge},
    bar::ProgressBar,
    dates::DateCell,
    deliverables::DeliverableList,
    text::Words,
};
use crate::{
    api::common::{MeasureRow, OrganisationView},
    i18n::{Arg, dates, t, t_args},
    request::use_lang,
};
use leptos::prelude::*;

/// An organisation by its short code; its name is there for whoever asks.
#[component]
pub fn Organisation(
    /// Which.
    organisation: OrganisationView,
) -> impl IntoView {
    match organisation.name {
        Some(name) => view! { <abbr title=name.text>{organisation.code}</abbr> }.into_any(),
        None => view! { <span>{organisation.code}</span> }.into_any(),
    }
    .into_any()
}

/// Measures in a table. The roles are said again because a table laid out as cards loses them in some browsers.
#[component]
pub fn MeasureTable(
    /// What the table holds, for those who do not see it.
    #[prop(into)]
    caption: String,
    /// The measures.
    rows: Vec<MeasureRow>,
) -> impl IntoView {
    let lang = use_lang();
    let rows: Vec<_> = rows.into_iter().map(|row| view! { <Row row=row /> }).collect();
    view! {
        <table class="measures stacked" role="table">
            <caption class="visually-hidden">{caption}</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th scope="col" role="columnheader" class="column-measure">{t(lang, "column-measure")}</th>
                    <th scope="col" role="columnheader" class="column-lead">{t(lang, "column-lead")}</th>
                    <th scope="col" role="columnheader" class="column-due">{t(lang, "column-due")}</th>
                    <th scope="col" role="columnheader" class="column-status">{t(lang, "column-status")}</th>
                    <th scope="col" role="columnheader" class="column-update">{t(lang, "column-last-update")}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
    .into_any()
}

#[component]
fn Row(row: MeasureRow) -> impl IntoView {
    let lang = use_lang();
    let href = format!("/measures/{}", row.id);
    let label = t_args(lang, "measure-label", &[("label", Arg::from(row.label.clone()))]);
    let last = row.last_update_on.map_or_else(|| t(lang, "never-reported"), |day| dates::day(lang, day));
    let lead = row.lead.clone().map(|lead| view! { <Organisation organisation=lead /> });
    let owner = row.owner.clone().map(|owner| view! { <span class="owner">{owner}</span> });
    let proofs = (row.evidence > 0).then(|| {
        let words = t_args(lang, "evidence-count", &[("count", Arg::from(row.evidence))]);
        view! { <a class="evidence-link" href=format!("/measures/{}/evidence", row.id)>{words}</a> }
    });
    let nobody = (lead.is_none() && owner.is_none()).then(|| view! { <span class="muted">{t(lang, "nobody")}</span> });
    view! {
        <tr role="row" id=format!("measure-{}", row.id) class:is-late=row.flags.overdue>
            <th scope="row" role="rowheader" class="column-measure">
                <a class="measure-link" href=href>{label}</a>
                <span class="measure-text"><Words text=row.text.clone() /></span>
                <DeliverableList deliverables=row.deliverables.clone() />
                {proofs}
            </th>
            <td role="cell" class="column-lead" data-label=t(lang, "column-lead")>{lead}{owner}{nobody}</td>
            <td role="cell" class="column-due" data-label=t(lang, "column-due")><DateCell row=row.clone() /></td>
            <td role="cell" class="column-status" data-label=t(lang, "column-status")>
                <StatusBadge status=row.status />
                <ProgressBar percent_done=row.percent />
                <FlagBadges flags=row.flags />
            </td>
            <td role="cell" class="column-update" data-label=t(lang, "column-last-update")>{last}</td>
        </tr>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::testing::{html, measure_row};
    use domain::text::Lang;

    #[test]
    fn a_row_says_on_a_telephone_what_its_column_says_on_a_desk() {
        let shown = html(Lang::Fr, || view! { <MeasureTable caption="Mesures" rows=vec![measure_row()] /> });
        for words in
            ["data-label=\"Échéance\"", "data-label=\"État\"", "Mesure\u{a0}2a", "juin\u{a0}2018", "10\u{a0}jours de retard"]
        {
            assert!(shown.contains(words), "{words} is not in {shown}");
        }
        assert!(shown.contains("href=\"/measures/7\""));
    }

    #[test]
    fn a_text_of_the_other_language_is_marked() {
        let shown = html(Lang::Fr, || view! { <MeasureTable caption="Mesures" rows=vec![measure_row()] /> });
        assert!(shown.contains("lang=\"en\"") && shown.contains("(en anglais seulement)"), "{shown}");
    }
}
