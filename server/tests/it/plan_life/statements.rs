//! The forms of a plan, and what is missing, cost as many statements for fifty measures as for five.

use super::*;
use crate::queries::watched;
use rstest::rstest;
use std::sync::atomic::Ordering;

async fn statements(db: Db, measures: usize) -> Option<[usize; 4]> {
    let (bench, claire, plan) = with_plan(db, &vec!["Une mesure"; measures]).await?;
    let (first, recommendation) = (ids(&bench, plan).await[0], recommendation(&bench, plan).await);
    let (services, count) = watched(bench.services);
    let taken = || count.swap(0, Ordering::Relaxed);
    assert!(services.missing(&claire, plan).await.expect("the page").texts.len() > measures);
    let missing = taken();
    services.measure_form(&claire, first).await.expect("the form");
    let measure = taken();
    services.recommendation_form(&claire, recommendation).await.expect("the form");
    let recommendation = taken();
    services.owner_form(&claire, first).await.expect("the form");
    Some([missing, measure, recommendation, taken()])
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn no_form_asks_once_per_row(#[case] db: Db) {
    let Some(few) = statements(db, 5).await else { return };
    let many = statements(db, 50).await.expect("the same kind of database");
    assert_eq!(few, many);
    assert!(few.iter().all(|n| (3..=20).contains(n)), "{few:?}");
}
