//! Who has reported on a plan and who has not, so that the secretariat knows whom to call.

use crate::{
    api::reporting::{Reporting as Page, ReportingGroup, ReportingRow},
    components::{
        address,
        breadcrumbs::{Breadcrumbs, to_plan},
        dates::Due,
        notice::Done,
        page::{PageHeading, load},
        text::Words,
    },
    i18n::{Arg, dates, t, t_args},
    request::{backend, caller, request, use_lang},
};
use domain::{
    dates::ReportingPeriod,
    people::{Action, PlanSubject},
    plan::PlanStatus,
};
use leptos::prelude::*;

/// The page.
#[component]
pub fn Reporting() -> impl IntoView {
    let id = address::id();
    load(async move { backend().progress.reporting(&caller()?, id?).await }, show).into_any()
}

/// The way here from the page of a plan, for those who may see it.
pub(super) fn link(plan: i64) -> AnyView {
    let subject = PlanSubject { id: plan, status: PlanStatus::Approved };
    let may = request().actor.is_some_and(|actor| actor.may(Action::WatchReporting(subject)));
    may.then(|| view! { <li><a href=format!("/plans/{plan}/reporting")>{t(use_lang(), "reporting-title")}</a></li> }).into_any()
}

fn show(page: Page) -> AnyView {
    let lang = use_lang();
    let (silent, total) = page.silent();
    let counts =
        [("silent", Arg::from(silent)), ("total", Arg::from(total)), ("period", Arg::from(dates::period(lang, page.period)))];
    let key = match (silent, total) {
        (_, 0) => "reporting-lead-none",
        (0, _) => "reporting-lead-all",
        _ => "reporting-lead",
    };
    let period = page.period;
    let groups: Vec<_> = page.groups.into_iter().map(|group| show_group(group, period)).collect();
    view! {
        <Breadcrumbs links=to_plan(page.plan_id, page.plan_title.as_ref()) />
        <PageHeading title=t(lang, "reporting-title") />
        <Done />
        <p class="lead">{t_args(lang, key, &counts)}</p>
        <p class="muted">{t(lang, "reporting-drafts-are-private")}</p>
        {groups}
    }
    .into_any()
}

fn show_group(group: ReportingGroup, period: ReportingPeriod) -> AnyView {
    let lang = use_lang();
    let (id, name) = match &group.organisation {
        Some(organisation) => {
            let name = organisation.name.clone().map(|name| format!(" – {}", name.text)).unwrap_or_default();
            (format!("organisation-{}", organisation.id), format!("{}{name}", organisation.code))
        }
        None => ("organisation-none".to_owned(), t(lang, "nobody")),
    };
    let counts = [("silent", Arg::from(group.silent())), ("total", Arg::from(group.rows.len()))];
    let unstaffed = group.rows.iter().all(|row| !row.has_account);
    let note = unstaffed.then(|| view! { <span class="tag">{t(lang, "reporting-no-account")}</span> });
    let ask = group.to_ask().map(|measure| {
        view! {
            <a class="button button-secondary" href=format!("/measures/{measure}/ask")>
                {t(lang, "reporting-ask")}<span class="visually-hidden">" – "{name.clone()}</span>
            </a>
        }
    });
    let rows: Vec<_> = group.rows.iter().map(|row| show_row(row, period)).collect();
    view! {
        <section class="reporting-group" aria-labelledby=id.clone()>
            <div class="reporting-head">
                <div>
                    <h2 id=id.clone()>{name.clone()}</h2>
                    <p>{t_args(lang, "reporting-counts", &counts)}" "{note}</p>
                </div>
                {ask}
            </div>
            <table class="stacked reporting-table" role="table">
                <caption class="visually-hidden">{name}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{t(lang, "column-measure")}</th>
                        <th scope="col" role="columnheader">{t(lang, "column-due")}</th>
                        <th scope="col" role="columnheader">{dates::period(lang, period)}</th>
                        <th scope="col" role="columnheader">{dates::period(lang, period.previous())}</th>
                        <th scope="col" role="columnheader">{t(lang, "column-last-update")}</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

fn show_row(row: &ReportingRow, period: ReportingPeriod) -> AnyView {
    let lang = use_lang();
    let measure = &row.measure;
    let label = t_args(lang, "measure-label", &[("label", Arg::from(measure.label.clone()))]);
    let last = measure.last_update_on.map_or_else(|| t(lang, "never-reported"), |day| dates::day(lang, day));
    let owner = measure.owner.clone().map(|owner| view! { <span class="owner">{owner}</span> });
    let said = |reported: bool| {
        let (class, key) = if reported { ("reported", "reporting-yes") } else { ("not-reported", "reporting-no") };
        view! { <span class=class>{t(lang, key)}</span> }
    };
    let note = |shown: bool, key: &'static str| shown.then(|| view! { <span class="tag">{t(lang, key)}</span> });
    view! {
        <tr role="row">
            <th scope="row" role="rowheader" class="column-measure">
                <a class="measure-link" href=format!("/measures/{}", measure.id)>{label}</a>
                <span class="measure-text"><Words text=measure.text.clone() /></span>
                {owner}
            </th>
            <td role="cell" data-label=t(lang, "column-due")><Due date=measure.current /></td>
            <td role="cell" data-label=dates::period(lang, period)>
                {said(row.this_period)}
                {note(row.has_draft, "reporting-draft")}
                {note(row.was_asked, "reporting-asked")}
                {note(!row.has_account, "reporting-nobody")}
            </td>
            <td role="cell" data-label=dates::period(lang, period.previous())>{said(row.previous_period)}</td>
            <td role="cell" data-label=t(lang, "column-last-update")>{last}</td>
        </tr>
    }
    .into_any()
}
