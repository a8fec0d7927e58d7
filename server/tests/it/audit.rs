//! The audit trail: chained, and telling when it was tampered with.

use crate::support::{Bench, Db, day};
use domain::trail::{AuditAction, RecordKind};
use rstest::rstest;
use sea_orm::ConnectionTrait;
use server::{
    clock::{Clock, DEFAULT_ZONE},
    store::{
        Store, StoreError, Tx,
        audit::{self, AuditEntry, Broken},
    },
};

fn entry(record_id: i64) -> AuditEntry {
    AuditEntry {
        at: Clock::fixed(day("2018-03-15"), DEFAULT_ZONE).now() + chrono::TimeDelta::nanoseconds(123_456_789),
        person_id: None,
        request_id: "r".into(),
        action: AuditAction::PlanApproved,
        record: RecordKind::Plan,
        record_id,
        plan_id: None,
        changes: vec![("status".into(), Some("draft".into()), Some("approved".into()))],
    }
}

async fn broken_after(tx: &Tx, tampering: &str) -> Option<Broken> {
    tx.execute_unprepared(tampering).await.expect("the tampering");
    audit::verify(tx).await.expect("the check")
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_chain_holds_until_a_row_is_changed_or_cut_off(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    bench
        .write(async |tx| {
            audit::record(tx, entry(1)).await?;
            audit::record_all(tx, (2..=1203).map(entry).collect()).await
        })
        .await;
    let kept: Result<(), StoreError> = bench
        .services
        .store
        .write(async |tx| {
            assert_eq!(audit::verify(tx).await?, None);
            assert_eq!(broken_after(tx, "delete from audit where entity_id = 1203").await, Some(Broken::End));
            let altered = "update audit set changes = '[]' where entity_id = 7";
            assert!(matches!(broken_after(tx, altered).await, Some(Broken::Row(_))));
            Err(StoreError::Conflict)
        })
        .await;
    assert!(matches!(kept, Err(StoreError::Conflict)));
    assert_eq!(bench.write(async |tx| audit::verify(tx).await).await, None, "an error leaves nothing behind");
}

async fn many_writers(stores: Vec<Store>) {
    let tasks = stores.into_iter().enumerate().map(|(writer, store)| async move {
        for n in 0..10 {
            let done: Result<(), StoreError> =
                store.write(async |tx| audit::record(tx, entry((writer * 100 + n) as i64)).await).await;
            done.expect("the write");
        }
    });
    futures::future::join_all(tasks.map(tokio::spawn)).await.into_iter().for_each(|done| done.expect("the task"));
}

#[tokio::test(flavor = "multi_thread")]
async fn writers_of_one_file_wait_for_each_other_and_the_chain_has_no_fork() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::connect(&format!("sqlite:{}", folder.path().join("s.db").display())).await.expect("a file");
    store.migrate().await.expect("the schema");
    many_writers(vec![store.clone(); 4]).await;
    let broken: Result<_, StoreError> = store.read(async |tx| audit::verify(tx).await).await;
    assert_eq!(broken.expect("the check"), None);
    store.close().await.expect("it closes");
}

#[tokio::test(flavor = "multi_thread")]
async fn writers_of_one_postgresql_wait_for_each_other_and_the_chain_has_no_fork() {
    let Some(bench) = Bench::open(Db::Postgres).await else { return };
    many_writers(vec![bench.services.store.clone(); 4]).await;
    assert_eq!(bench.write(async |tx| audit::verify(tx).await).await, None);
}
