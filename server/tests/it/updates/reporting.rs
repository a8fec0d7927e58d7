//! Who has reported and who has not, for coordinators.

use super::{Stage, typed};
use crate::support::{Bench, Browser, Db, measure};
use app::{backend::Progress, error::AppError};
use domain::people::Role;
use rstest::rstest;

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn coordinators_see_who_is_silent_and_that_a_draft_waits_but_none_of_its_words(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let stage = Stage::of(bench, 2).await;
    stage.bench.organisation("GRC").await;
    let unstaffed = measure("Sans compte", "GRC", "2018-06");
    let plan = stage
        .bench
        .approved_plan(&stage.coordinator, vec![measure("La nôtre", "SP", "2018-06"), unstaffed.clone(), unstaffed])
        .await;
    let ids: Vec<i64> = stage.bench.measures(plan).await.iter().map(|m| m.figures.id).collect();
    let s = &stage.bench.services;
    s.record(&stage.lead, ids[0], 0, &typed("planning", "Dit")).await.expect("the update");
    let later = stage.bench.on("2018-04-20");
    later.save_draft(&stage.lead, ids[0], 1, &typed("planning", "Un secret")).await.expect("a draft");

    let page = later.reporting(&stage.coordinator, plan).await.expect("a page");
    assert_eq!(page.silent(), (3, 3));
    assert!(!serde_json::to_string(&page).expect("JSON").contains("secret"));
    let [grc, sp] = &page.groups[..] else { panic!("two organisations: {page:?}") };
    assert_eq!((grc.silent(), grc.to_ask(), sp.to_ask()), (2, Some(ids[1]), None));
    let row = &sp.rows[0];
    assert_eq!((row.this_period, row.previous_period, row.has_draft, row.has_account), (false, true, true, true));
    assert!(!grc.rows[0].has_account && !grc.rows[0].previous_period);
}

#[tokio::test]
async fn only_coordinators_see_who_has_not_reported() {
    let stage = Stage::of(Bench::open(Db::Sqlite).await.expect("SQLite"), 1).await;
    let s = &stage.bench.services;
    let admin = stage.bench.person("Ada", None, Role::Administrator).await;
    let member = stage.bench.person("Max", None, Role::Member).await;
    let executive = stage.bench.person("Eva", None, Role::Executive).await;
    for person in [&stage.lead, &admin, &member, &executive] {
        assert_eq!(s.reporting(person, stage.plan).await, Err(AppError::NotAllowed));
    }
    let stranger = stage.bench.person_with("Nobody", None, &[]).await;
    assert_eq!(s.reporting(&stranger, stage.plan).await, Err(AppError::NotFound));

    let (address, lead) = (format!("/plans/{}/reporting", stage.plan), Browser::signed_in(&stage.bench, &stage.lead).await);
    let plan = format!("/plans/{}?lang=en", stage.plan);
    assert!(!lead.open(&plan).await.text().contains("Who has reported"));
    let browser = Browser::signed_in(&stage.bench, &stage.coordinator).await;
    assert!(browser.open(&plan).await.text().contains(&format!("href=\"{address}\"")));
    let shown = browser.open(&format!("{address}?lang=en")).await.text();
    assert!(shown.contains("1 of 1 open measures were not reported on for Q4 2017-18"), "{shown}");
}
