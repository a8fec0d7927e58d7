//! My work: what is asked of the person who is signed in.

mod item;
mod welcome;

use crate::{
    api::work::{DraftPlan, WorkItem, WorkPage},
    components::{
        address,
        notice::Done,
        page::{PageHeading, load},
        pagination::Pagination,
        text::Words,
    },
    i18n::{Arg, name_of, t, t_args},
    pages::{contacts::waiting_answers, progress::waiting_list},
    request::{backend, caller, request, use_lang},
};
use leptos::prelude::*;

/// The page.
#[component]
pub fn Work() -> impl IntoView {
    let page = address::page();
    load(async move { backend().work.show(&caller()?, page).await }, show).into_any()
}

/// The page once its data is there.
fn show(page: WorkPage) -> AnyView {
    let lang = use_lang();
    let (asks_nothing, is_first) = (page.items.is_empty(), page.page.number <= 1);
    let quiet = (page.quiet > 0).then(|| {
        view! { <p class="muted work-quiet">{t_args(lang, "work-quiet", &[("count", Arg::from(page.quiet))])}</p> }
    });
    view! {
        <PageHeading title=t(lang, "work-title") />
        <Done />
        {(!asks_nothing).then(|| lead(&page))}
        {(page.is_executive && is_first).then(executive)}
        {is_first.then(|| drafts(page.drafts.clone()))}
        {asks_nothing.then(|| welcome::nothing_asked(&page))}
        {is_first.then(waiting)}
        {groups(page.items)}
        <Pagination page=page.page />
        {quiet}
        {is_first.then(welcome::roles)}
    }
    .into_any()
}

/// What the person began to write, and the way to report on everything at once.
fn waiting() -> AnyView {
    let lang = use_lang();
    let all = request().may_report.then(|| view! { <p class="work-all"><a href="/report">{t(lang, "many-link")}</a></p> });
    view! {
        {all}
        {load(async move { backend().contacts.waiting(&caller()?).await }, waiting_answers)}
        {load(async move { backend().progress.drafts(&caller()?).await }, waiting_list)}
    }
    .into_any()
}

/// How much is asked, in one sentence.
fn lead(page: &WorkPage) -> AnyView {
    let lang = use_lang();
    let counts =
        [("name", Arg::from(page.name.clone())), ("count", Arg::from(page.page.total)), ("overdue", Arg::from(page.overdue))];
    let key = if page.overdue > 0 { "work-lead-overdue" } else { "work-lead" };
    view! { <p class="lead">{t_args(lang, key, &counts)}</p> }.into_any()
}

/// Senior management reads the summary first.
fn executive() -> AnyView {
    let lang = use_lang();
    view! {
        <section class="card card-link">
            <h2><a href="/overdue">{t(lang, "work-summary-title")}</a></h2>
            <p>{t(lang, "work-summary-intro")}</p>
        </section>
    }
    .into_any()
}

/// Draft plans that wait for their approval.
fn drafts(drafts: Vec<DraftPlan>) -> AnyView {
    let lang = use_lang();
    let items = drafts.into_iter().map(|plan| {
        let href = format!("/plans/{}", plan.id);
        view! {
            <li class="work-item">
                <div class="work-what">
                    <h3><a href=href.clone()><Words text=plan.title /></a></h3>
                    <p class="work-why">{t(lang, "work-draft-why")}</p>
                </div>
                <div class="work-do"><a class="button" href=href>{t(lang, "work-draft-do")}</a></div>
            </li>
        }
    });
    let items: Vec<_> = items.collect();
    (!items.is_empty())
        .then(|| {
            view! {
                <section class="work-group" aria-labelledby="work-drafts">
                    <h2 id="work-drafts">{t(lang, "work-drafts-title")}</h2>
                    <ul class="work-list">{items}</ul>
                </section>
            }
        })
        .into_any()
}

/// What is asked, a section per urgency. The items come sorted.
fn groups(items: Vec<WorkItem>) -> AnyView {
    let lang = use_lang();
    let groups = items.chunk_by(|a, b| a.urgency == b.urgency).filter_map(|group| {
        let urgency = group.first()?.urgency;
        let id = format!("work-{urgency}");
        let items: Vec<_> = group.iter().cloned().map(item::show).collect();
        Some(view! {
            <section class="work-group" aria-labelledby=id>
                <h2 id=id.clone()>{name_of(lang, "urgency", urgency)}</h2>
                <ul class="work-list">{items}</ul>
            </section>
        })
    });
    groups.collect::<Vec<_>>().into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        api::{common::PageInfo, work::Asked},
        components::testing::{day, english, html, measure_row},
    };
    use domain::{
        reminders::Urgency,
        text::{Coded, Lang},
    };

    fn page(items: Vec<WorkItem>) -> WorkPage {
        WorkPage {
            name: "Mélanie Roy".into(),
            today: day("2018-07-10"),
            page: PageInfo { number: 1, size: 50, total: items.len() as u64 },
            overdue: items.iter().filter(|item| item.urgency == Urgency::Overdue).count() as u64,
            items,
            drafts: Vec::new(),
            quiet: 0,
            is_lead: true,
            may_import: false,
            is_executive: false,
        }
    }

    fn item(urgency: Urgency) -> WorkItem {
        WorkItem {
            asked: Asked::ReportProgress,
            urgency,
            measure: measure_row(),
            extension: None,
            comment: None,
            plan_id: 1,
            plan_title: english("The plan"),
            for_whom: None,
        }
    }

    #[test]
    fn what_is_asked_stands_under_its_urgency_with_one_thing_to_do() {
        let shown =
            html(Lang::En, || groups(vec![item(Urgency::Overdue), item(Urgency::Overdue), item(Urgency::Later)]).into_view());
        assert_eq!(shown.matches("<h2").count(), 2);
        assert_eq!(shown.matches("class=\"button\"").count(), 3);
        assert!(shown.contains("href=\"/measures/7/report\"") && shown.contains("10 days late"), "{shown}");
    }

    #[test]
    fn every_urgency_and_everything_asked_is_worded() {
        for lang in Lang::ALL {
            for urgency in Urgency::ALL {
                assert_ne!(name_of(*lang, "urgency", *urgency), format!("urgency-{urgency}"));
            }
            for asked in [
                Asked::ReportProgress,
                Asked::ClaimReturned,
                Asked::DecideExtension,
                Asked::AnswerProposal,
                Asked::VerifyClaim,
                Asked::AskOrganisation,
                Asked::NameOwner,
            ] {
                let words = item::words(*lang, asked);
                assert!(!words.0.starts_with("asked-") && !words.1.starts_with("asked-"), "{words:?}");
            }
        }
    }

    #[test]
    fn a_lead_who_is_asked_nothing_learns_when_the_next_update_is_asked_for() {
        for (lang, words) in [(Lang::En, "From October 1, 2018,"), (Lang::Fr, "Dès le 1er octobre 2018,")] {
            let shown = html(lang, || welcome::nothing_asked(&page(Vec::new()))).replace('\u{a0}', " ");
            assert!(shown.contains(words), "{shown}");
        }
    }

    #[test]
    fn the_sentence_counts_what_is_asked_and_what_is_late() {
        let shown = html(Lang::En, || lead(&page(vec![item(Urgency::Overdue), item(Urgency::Later)])));
        assert!(shown.contains("2") && shown.contains("1 is overdue"), "{shown}");
    }
}
