//! The page of a measure.

use super::{dates, decided, deliverables, extensions, facts, next, timeline, updates, wording};
use crate::{
    api::{comments::AddComment, measures::MeasurePage, trail::HistoryPage},
    components::{
        address,
        badge::{FlagBadges, StatusBadge},
        bar::ProgressBar,
        breadcrumbs::{Breadcrumbs, to_plan},
        errors::ErrorSummary,
        history::History,
        notice::Done,
        page::{PageHeading, load},
        text::Words,
    },
    i18n::{Arg, t, t_args},
    pages::{comments, contacts, progress::arrived},
    request::{FormState, backend, caller, use_lang},
};
use domain::trail::RecordKind;
use leptos::{prelude::*, server_fn::ServerFn};

/// The page.
#[component]
pub fn Measure() -> impl IntoView {
    let (id, page, history) = (address::id(), address::page(), address::page_of("history"));
    let data = async move {
        let (caller, id) = (caller()?, id?);
        let measure = backend().measures.show(&caller, id, page).await?;
        let history = backend().trail.history(&caller, RecordKind::Measure, id, history).await?;
        Ok((measure, history))
    };
    load(data, |(measure, history)| show(measure, history)).into_any()
}

fn show(measure: MeasurePage, history: HistoryPage) -> AnyView {
    let lang = use_lang();
    let row = measure.row.clone();
    let title = t_args(lang, "measure-label", &[("label", Arg::from(row.label.clone()))]);
    view! {
        <Breadcrumbs links=to_plan(measure.plan_id, measure.plan_title.as_ref()) />
        <PageHeading title=title />
        <Done />
        <ErrorSummary state=FormState::of(AddComment::url()) />
        {arrived("update-recorded", &row.id.to_string())}
        <p class="commitment"><Words text=row.text.clone() /></p>
        <div class="measure-state">
            <StatusBadge status=row.status />
            <ProgressBar percent_done=row.percent />
            <FlagBadges flags=row.flags />
        </div>
        {next::action(&measure)}
        {wording::section(&measure)}
        <div class="columns">
            <div class="column-main">
                <section aria-labelledby="dates">
                    <h2 id="dates">{t(lang, "measure-dates")}</h2>
                    {dates::table(&row)}
                    {extensions::table(measure.extensions.clone())}
                </section>
                {timeline::section(&measure)}
                {deliverables::section(&measure)}
                {decided::claim_needs(&measure.life)}
                {decided::section(&measure.life)}
                {updates::list(measure.updates.clone(), measure.page)}
                {comments::of_measure(measure.row.id)}
                {contacts::of_measure(measure.row.id)}
            </div>
            <aside class="column-side" aria-label=t(lang, "measure-facts")>{facts::list(&measure)}</aside>
        </div>
        <History history=history />
    }
    .into_any()
}
