//! Several instances on one database: one digest each, each sent once.

use super::seed::{Seed, at, counts, mailer};
use crate::support::{Bench, Db, day};
use domain::{people::Role, plan::PlanStatus};
use futures::future::join_all;
use server::{
    mail::Memory,
    services::{Services, outbox::send_waiting, reminders},
    store::Store,
};
use std::sync::Arc;

const INSTANCES: usize = 4;
const PEOPLE: usize = 12;

async fn a_day_with_several_instances(bench: &Bench) {
    let seed = Seed::new(bench, PlanStatus::Approved).await;
    for n in 0..PEOPLE - 1 {
        bench.person(&format!("Lead{n}"), Some(seed.organisation), Role::Lead).await;
    }
    for position in 1..=5 {
        seed.measure(position, "2018-04", "2018-04").await;
    }
    let services = at(&bench.services, "2018-05-09T15:00:00Z");
    let runs = (0..INSTANCES).map(|_| {
        let services = services.clone();
        tokio::spawn(async move { reminders::enqueue(&services, day("2018-05-09")).await })
    });
    let reports: Vec<_> = join_all(runs).await.into_iter().map(|run| run.expect("the task").expect("the run")).collect();
    assert_eq!(reports.iter().map(|report| report.digests).sum::<usize>(), PEOPLE, "{reports:?}");
    assert_eq!(reports.iter().map(|report| report.failed).sum::<usize>(), 0);
    let rows = (PEOPLE as u64, 5 * PEOPLE as u64, PEOPLE as u64);
    assert_eq!(counts(&services).await, rows);

    let memory = Arc::new(Memory::default());
    let passes = (0..INSTANCES).map(|_| {
        let (services, mailer) = (services.clone(), mailer(&memory));
        tokio::spawn(async move { send_waiting(&services, &mailer, || true).await })
    });
    let sent: Vec<_> = join_all(passes).await.into_iter().map(|pass| pass.expect("the task").expect("the pass")).collect();
    assert_eq!(sent.iter().map(|report| report.sent).sum::<usize>(), PEOPLE, "{sent:?}");
    let mut to: Vec<_> = memory.letters().into_iter().map(|letter| letter.to).collect();
    to.sort();
    to.dedup();
    assert_eq!((to.len(), memory.letters().len()), (PEOPLE, PEOPLE));
}

#[tokio::test(flavor = "multi_thread")]
async fn instances_on_one_sqlite_file_say_everything_exactly_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::connect(&format!("sqlite:{}", folder.path().join("s.db").display())).await.expect("a file");
    store.migrate().await.expect("the schema");
    let mut bench = Bench::open(Db::Sqlite).await.expect("SQLite is always there");
    bench.services = Services { store: store.clone(), ..bench.services };
    a_day_with_several_instances(&bench).await;
    store.close().await.expect("it closes");
}

#[tokio::test(flavor = "multi_thread")]
async fn instances_on_one_postgresql_say_everything_exactly_once() {
    let Some(bench) = Bench::open(Db::Postgres).await else { return };
    a_day_with_several_instances(&bench).await;
}
