//! A page costs as many statements for fifty measures as for five.

use crate::support::{Bench, Db, measure};
use app::{
    api::plans::PlanFilter,
    backend::{Caller, Measures, Plans, Work},
};
use domain::people::Role;
use rstest::rstest;
use server::services::Services;
use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

/// The pages of an instance with one plan of so many measures, and how many statements each of them takes.
async fn statements(db: Db, measures: usize) -> Option<[usize; 4]> {
    let bench = Bench::open(db).await?;
    let sp = bench.organisation("SP").await;
    let person = bench.person("Claire", Some(sp), Role::Coordinator).await;
    let plan = bench.approved_plan(&person, (0..measures).map(|_| measure("Une mesure", "SP", "2018-01")).collect()).await;
    let first = bench.measures(plan).await[0].figures.id;
    let (services, count) = watched(bench.services);
    let taken = || count.swap(0, Ordering::Relaxed);
    let page = Plans::show(&services, &person, plan, &PlanFilter::default()).await.expect("a page");
    assert_eq!(page.matching as usize, measures);
    let plan_page = taken();
    Measures::show(&services, &person, first, 1).await.expect("a page");
    let measure_page = taken();
    services.list(&person, 1).await.expect("a list");
    let list = taken();
    Some([plan_page, measure_page, list, work(&services, &person, taken).await])
}

async fn work(services: &Services, person: &Caller, taken: impl Fn() -> usize) -> usize {
    let work = Work::show(services, person, 1).await.expect("a page");
    assert!(!work.items.is_empty());
    taken()
}

fn watched(mut services: Services) -> (Services, Arc<AtomicUsize>) {
    let count = Arc::new(AtomicUsize::new(0));
    let seen = count.clone();
    services.store.watch(move |_| {
        seen.fetch_add(1, Ordering::Relaxed);
    });
    (services, count)
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn no_page_asks_once_per_row(#[case] db: Db) {
    let Some(few) = statements(db, 5).await else { return };
    let many = statements(db, 50).await.expect("the same kind of database");
    assert_eq!(few, many);
    assert!(few.iter().all(|n| (3..=20).contains(n)), "{few:?}");
}
