//! The status report and the overdue summary of the demo: their numbers agree, the past is told as it was, and their
//! cost does not grow with the plan.

use crate::support::{Bench, Db, day, measure};
use app::{
    api::reports::{MeetingReport, OverdueSummary},
    backend::{Caller, Reports},
    error::AppError,
};
use domain::{
    people::Role,
    reports::{Picture, Section},
    text::{Coded, Lang},
};
use rstest::rstest;
use serde_json::Value;
use server::services::{
    Services, demo,
    reports::{PlanMatch, program_caller},
};
use std::{
    collections::BTreeSet,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

const TODAY: &str = "2026-02-11";

async fn demo_on(db: Db) -> Option<(Services, i64)> {
    let bench = Bench::open(db).await?;
    let services = bench.on(TODAY);
    demo::load(&services, day(TODAY), false).await.expect("the demo");
    let plans = services.plans_matching("Response to the horizontal evaluation").await.expect("the plans");
    let [PlanMatch { id, .. }] = plans.as_slice() else { panic!("one such plan: {plans:?}") };
    Some((services, *id))
}

async fn demo_here() -> (Services, i64) {
    demo_on(Db::Sqlite).await.expect("SQLite is always there")
}

fn reader(lang: Lang) -> Caller {
    program_caller("test", lang)
}

async fn meeting(services: &Services, plan: i64, lang: Lang, date: Option<&str>) -> MeetingReport {
    Reports::meeting(services, &reader(lang), plan, date.map(day)).await.expect("the report")
}

async fn overdue(services: &Services, lang: Lang, date: Option<&str>) -> OverdueSummary {
    Reports::overdue(services, &reader(lang), None, date.map(day)).await.expect("the summary")
}

/// Measures are named by label only, so that the snapshot shows the numbers and the order.
fn brief(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(brief),
        Value::Object(fields) => {
            if let Some(label) = fields.get("label").cloned() {
                *value = label;
            } else {
                fields.values_mut().for_each(brief);
            }
        }
        _ => {}
    }
}

#[rstest]
#[case::en(Lang::En)]
#[case::fr(Lang::Fr)]
#[tokio::test]
async fn the_reports_of_the_demo_stay_what_they_are(#[case] lang: Lang) {
    let (services, plan) = demo_here().await;
    let mut report = serde_json::to_value(meeting(&services, plan, lang, None).await).expect("JSON");
    brief(&mut report);
    insta::assert_json_snapshot!(format!("meeting_{lang}"), report);
    insta::assert_json_snapshot!(format!("overdue_{lang}"), overdue(&services, lang, None).await);
}

fn same_sum(parts: &[Picture], whole: &Picture) {
    let sum = |count: fn(&Picture) -> u32| parts.iter().map(count).sum::<u32>();
    assert_eq!(
        [sum(|p| p.total), sum(|p| p.due), sum(|p| p.overdue), sum(|p| p.silent), sum(|p| p.due_90)],
        [whole.total, whole.due, whole.overdue, whole.silent, whole.due_90]
    );
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn the_numbers_of_both_reports_agree_with_each_other(#[case] db: Db) {
    let Some((services, plan)) = demo_on(db).await else { return };
    let report = meeting(&services, plan, Lang::Fr, None).await;
    let summary = overdue(&services, Lang::Fr, None).await;
    assert_eq!(report.picture, summary.picture);
    let parts: Vec<Picture> = report.by_organisation.iter().map(|row| row.picture.clone()).collect();
    same_sum(&parts, &report.picture);
    assert_eq!(summary.ageing.0.iter().map(|(_, n)| n).sum::<u32>(), summary.picture.overdue);
    assert_eq!(summary.overdue.len() as u32, summary.picture.overdue);
    assert_eq!(summary.worst().len(), summary.overdue.len().min(10));
    assert_eq!(summary.overdue[0].measure.flags.lateness.from_original, summary.picture.oldest_days);
    let last = summary.trend.last().expect("today");
    assert_eq!((last.due, last.overdue), (summary.picture.due, summary.picture.overdue));
    let late = [Section::LateWithRequest, Section::LateWithoutRequest];
    let count = |sections: &[Section]| {
        report.sections.iter().filter(|s| sections.contains(&s.section)).map(|s| s.rows.len() as u32).sum::<u32>()
    };
    assert_eq!(count(&late), report.picture.overdue);
    assert!(report.sections.iter().all(|section| !section.rows.is_empty()), "every table of the demo has something to show");
    assert_eq!(report.claims_to_verify.len() as u32, report.picture.to_verify);
    assert!(report.extensions_to_decide.iter().all(|row| row.request.is_some()));
    assert!(!report.extensions_to_decide.is_empty() && !report.moved.is_empty() && !report.silent.is_empty());
    assert!(report.decisions.iter().any(|d| d.done_on.is_none()) && report.decisions.iter().any(|d| d.done_on.is_some()));
    assert!(!summary.undated.is_empty() && !summary.unowned.is_empty() && !summary.closed_since.is_empty());
}

#[tokio::test]
async fn what_ended_is_reported_at_one_meeting_and_not_at_the_next() {
    let (services, plan) = demo_here().await;
    let mut reported: Vec<String> = Vec::new();
    let mut next = meeting(&services, plan, Lang::En, None).await;
    let mut ended: BTreeSet<String> = BTreeSet::new();
    while let Some(since) = next.since {
        for row in &next.sections.iter().find(|s| s.section == Section::Completed).expect("table B").rows {
            if !row.measure.status.is_live() {
                reported.push(row.measure.label.clone());
            }
        }
        ended.extend(
            next.recommendations.iter().flat_map(|r| &r.measures).filter(|m| !m.status.is_live()).map(|m| m.label.clone()),
        );
        next = meeting(&services, plan, Lang::En, Some(&since.to_string())).await;
    }
    reported.sort();
    assert_eq!(reported, ended.into_iter().collect::<Vec<_>>());
    assert!(reported.contains(&"13".to_owned()), "one closed long ago: {reported:?}");
}

#[tokio::test]
async fn an_earlier_report_knows_nothing_of_what_came_later() {
    let (services, plan) = demo_here().await;
    let now = meeting(&services, plan, Lang::En, None).await;
    let since = now.since.expect("a meeting before");
    let earlier = meeting(&services, plan, Lang::En, Some(&since.to_string())).await;
    assert_eq!(Some(&earlier.picture), now.before.as_ref());
    assert_eq!(earlier.cut_off, since);
    let rows = || earlier.sections.iter().flat_map(|section| &section.rows);
    assert!(rows().filter_map(|row| row.last.as_ref()).all(|update| update.reported_on <= since));
    assert!(rows().filter_map(|row| row.ended_on).all(|ended| ended <= since));
    assert!(rows().flat_map(|row| &row.measure.deliverables).filter_map(|d| d.delivered_on).all(|on| on <= since));
    assert!(earlier.decisions.iter().all(|decision| decision.decided_on < since));
    assert!(earlier.moved.iter().all(|(_, extension)| extension.decided_on <= Some(since)));
    assert_eq!(earlier.next, now.meeting.expect("the next meeting").held_on);
}

#[tokio::test]
async fn a_date_ahead_foretells_nothing() {
    let (services, plan) = demo_here().await;
    let ahead = overdue(&services, Lang::En, Some("2030-01-01")).await;
    assert_eq!(ahead, overdue(&services, Lang::En, None).await);
    assert_eq!(meeting(&services, plan, Lang::En, Some("2030-01-01")).await.cut_off, day(TODAY));
}

#[tokio::test]
async fn a_plan_without_measures_meetings_or_texts_still_has_reports() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite is always there");
    let new = server::store::plans::NewPlan {
        title: domain::text::Bilingual::default(),
        source_title: domain::text::Bilingual::default(),
        source_kind: domain::plan::SourceKind::Review,
        source_url: None,
        published_on: None,
        created_at: bench.services.clock.now(),
    };
    let plan = bench.write(async |tx| server::store::plans::add(tx, new).await).await;
    let approved = format!("update plan set status = 'approved' where id = {plan}");
    bench.write(async |tx| Ok(sea_orm::ConnectionTrait::execute_unprepared(tx, &approved).await.map(|_| ())?)).await;
    let report = meeting(&bench.services, plan, Lang::En, None).await;
    assert_eq!((report.picture.total, report.since, report.sections.len()), (0, None, Section::ALL.len()));
    let summary = Reports::overdue(&bench.services, &reader(Lang::En), Some(plan), None).await.expect("the summary");
    assert_eq!((summary.picture.due, summary.overdue.len()), (0, 0));
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_draft_promises_nothing_that_could_be_reported_and_a_closed_plan_still_reports(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let plan = bench.draft_plan(vec![crate::support::measure("Une mesure", "", "2018-01")]).await;
    let reports = async || {
        let meeting = Reports::meeting(&bench.services, &reader(Lang::En), plan, None).await.map(|report| report.picture.overdue);
        let of_plan = Reports::overdue(&bench.services, &reader(Lang::En), Some(plan), None).await;
        [meeting, of_plan.map(|summary| summary.picture.overdue)]
    };
    assert_eq!(reports().await, [Err(AppError::DraftPlan(plan)), Err(AppError::DraftPlan(plan))]);
    let stranger = bench.person_with("Eve", None, &[]).await;
    assert_eq!(Reports::meeting(&bench.services, &stranger, plan, None).await, Err(AppError::NotFound));
    let coordinator = bench.person("Claire", None, Role::Coordinator).await;
    app::backend::Plans::approve(&bench.services, &coordinator, plan, 0).await.expect("the approval");
    assert_eq!(reports().await, [Ok(1), Ok(1)]);
    let closed = format!("update plan set status = 'closed' where id = {plan}");
    bench.write(async |tx| Ok(sea_orm::ConnectionTrait::execute_unprepared(tx, &closed).await.map(|_| ())?)).await;
    assert_eq!(reports().await, [Ok(1), Ok(1)], "its record stays");
}

#[tokio::test]
async fn who_may_not_read_a_plan_does_not_learn_of_it() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite is always there");
    let services = bench.on(TODAY);
    demo::load(&services, day(TODAY), false).await.expect("the demo");
    let plans = services.plans_matching("Response").await.expect("the plans");
    let ids: Vec<i64> = plans.iter().map(|plan| plan.id).collect();
    let member = bench.person_with("Luc", None, &[domain::people::Grant { role: Role::Reader, plan: Some(ids[0]) }]).await;
    let stranger = bench.person_with("Eve", None, &[]).await;
    for plan in ids.iter().copied().chain([9_999]) {
        let seen = Reports::meeting(&services, &member, plan, None).await;
        let is_ours = seen.as_ref().is_ok_and(|report| report.title.as_ref().is_some_and(|t| t.text.contains("horizontale")));
        assert!(is_ours || seen == Err(AppError::NotFound), "{plan}");
        assert_eq!(Reports::meeting(&services, &stranger, plan, None).await, Err(AppError::NotFound));
        assert_eq!(Reports::overdue(&services, &stranger, Some(plan), None).await, Err(AppError::NotFound));
    }
    let nothing = Reports::overdue(&services, &stranger, None, None).await.expect("an empty summary");
    assert_eq!((nothing.plans.len(), nothing.picture.total), (0, 0));
}

async fn statements(services: &mut Services, plan: i64) -> [usize; 2] {
    let count = Arc::new(AtomicUsize::new(0));
    let seen = Arc::clone(&count);
    services.store.watch(move |_| {
        seen.fetch_add(1, Ordering::Relaxed);
    });
    meeting(services, plan, Lang::En, None).await;
    let first = count.swap(0, Ordering::Relaxed);
    overdue(services, Lang::En, None).await;
    [first, count.load(Ordering::Relaxed)]
}

#[tokio::test]
async fn the_number_of_statements_does_not_grow_with_the_plan() {
    let (services, plan) = demo_here().await;
    let mut bench = Bench { services };
    let claire = bench.person("Claire", None, Role::Coordinator).await;
    let one = bench.approved_plan(&claire, vec![measure("Tenir une réunion", "SP", "2026-04")]).await;
    let large = statements(&mut bench.services, plan).await;
    let small = statements(&mut bench.services, one).await;
    assert_eq!(large, small);
    assert!(large[0] > 1 && large[0] < 33 && large[1] < 30, "{large:?}");
}
