//! What one may not know of is not found: every method of the traits, asked by a stranger.

use crate::support::{Bench, Db, draft, measure};
use app::{
    api::{imports::TypedPlan, plans::PlanFilter},
    backend::{Caller, Imports, Measures, Plans, Progress, Work},
    error::AppError,
};
use domain::{
    people::{Grant, Role},
    progress::TypedProgress,
};
use rstest::rstest;

/// People who may know nothing of plan 1 while it is a draft: without a role, with one elsewhere, a mere reader.
async fn strangers(bench: &Bench, other_plan: i64) -> Vec<Caller> {
    let elsewhere = [Role::Coordinator, Role::Lead].map(|role| Grant { role, plan: Some(other_plan) });
    vec![bench.person_with("Nobody", None, &[]).await, bench.person_with("Elsewhere", None, &elsewhere).await]
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_stranger_learns_nothing_from_any_method(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let sp = bench.organisation("SP").await;
    let coordinator = bench.person("Claire", Some(sp), Role::Coordinator).await;
    let plan = bench.approved_plan(&coordinator, vec![measure("Tenir une réunion", "SP", "2018-04")]).await;
    let other = bench.draft_plan(vec![measure("Autre chose", "SP", "2018-05")]).await;
    let measure = bench.measures(plan).await[0].figures.id;
    let s = &bench.services;
    for stranger in &strangers(&bench, other).await {
        assert_eq!(Plans::show(s, stranger, plan, &PlanFilter::default()).await, Err(AppError::NotFound));
        assert_eq!(s.approve(stranger, plan, 0).await, Err(AppError::NotFound));
        assert_eq!(Measures::show(s, stranger, measure, 1).await, Err(AppError::NotFound));
        assert_eq!(s.form(stranger, measure).await, Err(AppError::NotFound));
        assert_eq!(s.record(stranger, measure, 0, &TypedProgress::default()).await, Err(AppError::NotFound));
        assert_eq!(s.unfinished(stranger).await, Err(AppError::NotFound));
        assert_eq!(s.start(stranger, b"| Mesure |", None).await, Err(AppError::NotFound));
        assert_eq!(s.preview(stranger, 1).await, Err(AppError::NotFound));
        assert_eq!(s.correct(stranger, 1, 0, &TypedPlan::default()).await, Err(AppError::NotFound));
        assert_eq!(s.commit(stranger, 1, 0, &TypedPlan::default()).await, Err(AppError::NotFound));
        let plans = s.list(stranger, 1).await.expect("a list");
        assert!(plans.plans.iter().all(|listed| listed.id != plan) && !plans.may_import);
        let work = Work::show(s, stranger, 1).await.expect("a page");
        assert!(work.items.is_empty() && work.quiet == 0 && !work.may_import);
    }
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn who_may_see_but_not_change_is_told_so(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let (sp, grc) = (bench.organisation("SP").await, bench.organisation("GRC").await);
    let coordinator = bench.person("Claire", Some(sp), Role::Coordinator).await;
    let lead_elsewhere = bench.person("Luc", Some(grc), Role::Lead).await;
    let reader = bench.person("Rita", Some(sp), Role::Reader).await;
    let plan = bench.approved_plan(&coordinator, vec![measure("Tenir une réunion", "SP", "2018-04")]).await;
    let measure = bench.measures(plan).await[0].figures.id;
    let s = &bench.services;
    for person in [&lead_elsewhere, &reader] {
        assert!(!Measures::show(s, person, measure, 1).await.expect("a page").may_report);
        assert_eq!(s.form(person, measure).await, Err(AppError::NotAllowed));
        assert_eq!(s.record(person, measure, 0, &TypedProgress::default()).await, Err(AppError::NotAllowed));
        assert_eq!(s.approve(person, plan, 1).await, Err(AppError::NotAllowed));
    }
    assert_eq!(s.approve(&coordinator, plan, 1).await, Err(AppError::Conflict), "somebody was faster");
}

#[tokio::test]
async fn a_draft_is_hidden_from_all_but_its_coordinators() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite is always there");
    let sp = bench.organisation("SP").await;
    let lead = bench.person("Luc", Some(sp), Role::Lead).await;
    let plan = bench.draft_plan(draft(vec![measure("Tenir une réunion", "SP", "2018-04")]).measures).await;
    assert_eq!(Plans::show(&bench.services, &lead, plan, &PlanFilter::default()).await, Err(AppError::NotFound));
    assert_eq!(bench.services.list(&lead, 1).await.expect("a list").page.total, 0);
}
