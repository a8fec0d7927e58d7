//! The demo: alive on any day, whole, and never mixed with real records by accident.

use crate::support::{Bench, Db, day};
use app::{backend::Accounts, error::AppError};
use domain::{
    dates::DatePrecision,
    measure::MeasureStatus,
    people::Role,
    plan::PlanStatus,
    reports::{Picture, Tracked},
    text::{Coded, Lang},
};
use rstest::rstest;
use server::{
    services::{
        Settings,
        demo::{self, DemoError, Loaded},
    },
    store::{
        audit,
        measures::{self, Scope},
        plans,
        records::Measure,
    },
};
use std::{collections::BTreeSet, sync::Arc};

async fn load(bench: &Bench, today: &str, beside: bool) -> Result<Loaded, DemoError> {
    demo::load(&bench.on(today), day(today), beside).await
}

async fn measures_of_the_first_plan(bench: &Bench) -> Vec<Measure> {
    bench
        .write(async |tx| {
            let plans = plans::subjects(tx).await?;
            let approved = plans.iter().find(|plan| plan.status == PlanStatus::Approved).expect("an approved plan");
            measures::load(tx, &Scope::plan(approved.id)).await
        })
        .await
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn the_demo_is_loaded_once_with_an_audit_trail_that_holds(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let today = "2026-02-11";
    assert!(!demo::is_loaded(&bench.services).await.expect("an answer"));
    assert_eq!(load(&bench, today, false).await.expect("the demo"), Loaded::Now);
    let before = measures_of_the_first_plan(&bench).await;
    assert_eq!(load(&bench, "2026-03-01", false).await.expect("the demo"), Loaded::Before);
    assert!(demo::is_loaded(&bench.services).await.expect("an answer"));
    assert_eq!(measures_of_the_first_plan(&bench).await, before);
    assert_eq!(bench.write(async |tx| audit::verify(tx).await).await, None);
    let plans = bench.write(async |tx| plans::subjects(tx).await).await;
    assert_eq!(plans.iter().map(|plan| plan.status).collect::<BTreeSet<_>>().len(), 2, "a plan in force and a draft");
}

#[tokio::test]
async fn the_demo_is_not_mixed_with_real_records_unless_asked() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite is always there");
    let organisation = bench.organisation("SP").await;
    bench.person("Marie", Some(organisation), Role::Coordinator).await;
    assert!(matches!(load(&bench, "2026-02-11", false).await, Err(DemoError::NotEmpty)));
    assert!(bench.write(async |tx| plans::subjects(tx).await).await.is_empty(), "a refusal leaves nothing behind");
    assert_eq!(load(&bench, "2026-02-11", true).await.expect("the demo"), Loaded::Now);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_demo_lets_in_its_own_people_only_and_knows_its_own_database(#[case] db: Db) {
    let Some(mut bench) = Bench::open(db).await else { return };
    assert_eq!(demo::laid_on(&bench.services.store).await.expect("an answer"), None);
    load(&bench, "2026-02-11", false).await.expect("the demo");
    assert_eq!(demo::laid_on(&bench.services.store).await.expect("an answer"), Some(day("2026-02-11")));
    let real = bench.person("Marie", None, Role::Administrator).await.actor.person;
    assert_eq!(bench.services.demo_people(Lang::En).await.expect("a list"), Vec::new(), "this instance is no demo");
    let settings = Settings { base_url: bench.services.settings.base_url.clone(), is_demo: true };
    bench.services.settings = Arc::new(settings);
    let offered = bench.services.demo_people(Lang::En).await.expect("a list");
    assert!(offered.len() > 10 && offered.iter().all(|person| person.id != real), "{offered:?}");
    assert_eq!(bench.services.demo_person(real).await, Err(AppError::NotFound));
    assert_eq!(bench.services.demo_person(offered[0].id).await, Ok(offered[0].id));
}

#[tokio::test]
async fn a_database_the_demo_only_joined_is_not_its_own() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite is always there");
    bench.person("Marie", None, Role::Coordinator).await;
    load(&bench, "2026-02-11", true).await.expect("the demo");
    assert_eq!(demo::laid_on(&bench.services.store).await.expect("an answer"), None);
}

#[rstest]
#[case::in_the_middle_of_a_quarter("2026-02-11")]
#[case::on_the_last_day_of_a_fiscal_year("2026-03-31")]
#[case::on_the_first_day_of_one("2026-04-01")]
#[case::on_a_leap_day("2028-02-29")]
#[case::on_new_years_eve("2026-12-31")]
#[tokio::test]
async fn the_demo_shows_every_status_flag_and_kind_of_date_on_any_day(#[case] today: &str) {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite is always there");
    load(&bench, today, false).await.expect("the demo");
    let measures = measures_of_the_first_plan(&bench).await;
    let tracked: Vec<Tracked> = measures.iter().map(|m| Tracked::new(m.figures.facts, day(today))).collect();
    let picture = Picture::of(&tracked, day(today));
    assert!(picture.by_status.iter().all(|(_, count)| *count > 0), "{:?}", picture.by_status);
    for (name, count) in [
        ("overdue", picture.overdue),
        ("due soon", picture.due_30),
        ("silent", picture.silent),
        ("extended", picture.extended),
        ("extended twice", picture.extended_twice),
        ("undated", picture.undated),
        ("unowned", picture.unowned),
    ] {
        assert!(count > 0 && count < picture.total, "{name}: {count}");
    }
    assert!(picture.overdue < picture.due, "{picture:?}");
    let shown: BTreeSet<DatePrecision> = measures.iter().map(|m| m.figures.facts.dates.original().precision()).collect();
    let missing: Vec<_> = DatePrecision::ALL.iter().filter(|precision| !shown.contains(precision)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    let ended = |m: &Measure| (m.figures.facts.status.is_live(), m.figures.ended_on.is_none());
    assert!(measures.iter().map(ended).all(|(live, open)| live == open), "what ended has a day, what lives has none");
    assert!(measures.iter().any(|m| m.figures.facts.status == MeasureStatus::VerifiedClosed));
    assert!(measures.iter().all(|m| !m.deliverables.is_empty() && !m.recommendations.is_empty()));
}
