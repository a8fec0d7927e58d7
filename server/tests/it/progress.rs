//! Reporting progress: everything it changes, and what it never changes.

use crate::support::{Bench, Db, day, measure};
use app::{
    backend::{Caller, Measures, Progress, Trail},
    error::AppError,
};
use domain::{
    deliverable::DeliverableStatus, measure::MeasureStatus, people::Role, problem::ProblemCode, progress::TypedProgress,
    trail::RecordKind,
};
use rstest::rstest;
use server::store::audit;

fn typed(status: &str, done: &str, lang: &str) -> TypedProgress {
    TypedProgress { status: status.into(), done: done.into(), text_lang: lang.into(), ..TypedProgress::default() }
}

/// A measure of SP due in April 2018 and its lead.
async fn lead_and_measure(bench: &Bench) -> (Caller, i64, i64) {
    let sp = bench.organisation("SP").await;
    let coordinator = bench.person("Claire", Some(sp), Role::Coordinator).await;
    let lead = bench.person("Luc", Some(sp), Role::Lead).await;
    let plan = bench.approved_plan(&coordinator, vec![measure("Tenir une réunion", "SP", "avril 2018")]).await;
    (lead, plan, bench.measures(plan).await[0].figures.id)
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn an_update_changes_the_measure_its_deliverables_and_the_history_but_no_promise(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let (lead, plan, id) = lead_and_measure(&bench).await;
    let before = bench.measures(plan).await.remove(0);
    let mut said = typed("in_progress", "  Une\0 rencontre ", "en");
    said.percent = "40".into();
    said.forecast = "juin 2018".into();
    said.deliverables.insert(before.deliverables[0].id, "delivered".into());
    bench.services.record(&lead, id, 0, &said).await.expect("the update");

    let after = bench.measures(plan).await.remove(0);
    let facts = after.figures.facts;
    assert_eq!((facts.status, after.percent, after.lock_version), (MeasureStatus::InProgress, 40, 1));
    assert_eq!(facts.dates, before.figures.facts.dates, "an update moves no promised date");
    assert_eq!(facts.forecast.map(|due| due.to_string()).as_deref(), Some("2018-06"));
    assert_eq!((facts.last_update, after.figures.ended_on), (Some(day("2018-03-15")), None));
    let deliverable = &after.deliverables[0];
    assert_eq!((deliverable.status, deliverable.delivered_on), (DeliverableStatus::Delivered, Some(day("2018-03-15"))));

    let page = Measures::show(&bench.services, &lead, id, 1).await.expect("a page");
    let done = page.updates[0].done.as_ref().expect("words");
    assert_eq!((done.text.as_str(), done.is_fallback), ("Une rencontre", true), "kept in the language it was written in");
    assert_eq!((page.updates[0].author.as_str(), page.updates[0].period.as_str()), ("Luc", "2017-Q4"));
    let history = bench.services.history(&lead, RecordKind::Measure, id, 1).await.expect("a history");
    let changed: Vec<_> = history.entries[0].changes.iter().map(|c| c.field.as_str()).collect();
    assert_eq!(changed, ["status", "percent", "forecast", "last_update_on", "done", "deliverable", "deliverable_status"]);
    assert_eq!(bench.write(async |tx| audit::verify(tx).await).await, None);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn an_update_on_an_old_page_is_refused_and_writes_nothing(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let (lead, plan, id) = lead_and_measure(&bench).await;
    bench.services.record(&lead, id, 0, &typed("planning", "Un plan", "fr")).await.expect("the update");
    let late = bench.services.record(&lead, id, 0, &typed("in_progress", "Autre chose", "fr")).await;
    assert_eq!(late, Err(AppError::Conflict));
    let page = Measures::show(&bench.services, &lead, id, 1).await.expect("a page");
    assert_eq!((page.row.status, page.updates.len()), (MeasureStatus::Planning, 1));
    assert_eq!(bench.measures(plan).await[0].lock_version, 1);
}

#[tokio::test]
async fn problems_come_with_their_fields_and_nothing_is_written() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite is always there");
    let (lead, plan, id) = lead_and_measure(&bench).await;
    let refused = bench.services.record(&lead, id, 0, &typed("completed_to_verify", "", "fr")).await.expect_err("problems");
    let found: Vec<_> = refused.problems().iter().map(|p| (p.field.as_str(), p.code)).collect();
    assert_eq!(found, [("done", ProblemCode::SayWhatWasDone), ("status", ProblemCode::DeliverablesOpen)]);
    assert_eq!(bench.measures(plan).await[0].lock_version, 0);
}

#[tokio::test]
async fn the_form_shows_what_was_said_last_and_asks_for_this_period() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite is always there");
    let (lead, _, id) = lead_and_measure(&bench).await;
    assert_eq!(bench.services.form(&lead, id).await.expect("a form").last, None);
    bench.services.record(&lead, id, 0, &typed("planning", "Un plan", "fr")).await.expect("the update");
    let form = bench.on("2018-06-01").form(&lead, id).await.expect("a form");
    assert_eq!((form.period.code().as_str(), form.lock_version), ("2018-Q1", 1));
    assert_eq!(form.last.and_then(|last| last.done).map(|done| done.text).as_deref(), Some("Un plan"));
    assert!(form.measure.flags.overdue && form.measure.flags.silent);
}

#[tokio::test]
async fn updates_are_shown_in_pages_newest_first() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite is always there");
    let (lead, _, id) = lead_and_measure(&bench).await;
    for version in 0..12 {
        bench
            .services
            .record(&lead, id, version, &typed("planning", &format!("Étape {version}"), "fr"))
            .await
            .expect("the update");
    }
    let page = Measures::show(&bench.services, &lead, id, 2).await.expect("a page");
    let said: Vec<_> = page.updates.iter().filter_map(|u| u.done.as_ref()).map(|done| done.text.as_str()).collect();
    assert_eq!((said, page.page.pages()), (vec!["Étape 1", "Étape 0"], 2));
}
