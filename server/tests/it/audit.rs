//! The audit trail: chained, and telling when it was tampered with.

use crate::support::{Bench, Db, day};
use domain::{
    text::Lang,
    trail::{AuditAction, Broken, RecordKind},
};
use rstest::rstest;
use sea_orm::ConnectionTrait;
use server::{
    clock::{Clock, DEFAULT_ZONE},
    services::audit_text,
    store::{
        Store, StoreError,
        audit::{self, AuditEntry},
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

/// A trail of so many rows.
async fn trail(bench: &Bench, rows: i64) {
    bench.write(async |tx| audit::record_all(tx, (1..=rows).map(entry).collect()).await).await;
}

/// What is found after somebody did this to the database; nothing of it stays.
async fn found_after(bench: &Bench, tampering: &[&str]) -> Vec<Broken> {
    let mut found = Vec::new();
    let undone: Result<(), StoreError> = bench
        .services
        .store
        .write(async |tx| {
            for statement in tampering {
                tx.execute_unprepared(statement).await.expect("the tampering");
            }
            found = audit::inspect(tx, None).await?.broken;
            Err(StoreError::Conflict)
        })
        .await;
    assert!(matches!(undone, Err(StoreError::Conflict)));
    found
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn every_kind_of_tampering_is_told_apart_and_names_its_rows(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    trail(&bench, 1203).await;
    let whole: Result<_, StoreError> = bench.services.store.read(async |tx| audit::inspect(tx, None).await).await;
    let whole = whole.expect("the check");
    assert_eq!((whole.rows, whole.last.map(|(id, _)| id), whole.broken), (1203, Some(1203), Vec::new()));

    let edited = found_after(&bench, &["update audit set changes = '[]' where id = 7"]).await;
    assert_eq!(edited, [Broken::Edited { id: 7 }]);
    let edited = found_after(&bench, &["update audit set person_id = null, action = 'odd' where id = 1203"]).await;
    assert_eq!(edited, [Broken::Edited { id: 1203 }], "the last row");
    let removed = found_after(&bench, &["delete from audit where id in (7, 8)", "delete from audit where id = 1"]).await;
    assert_eq!(removed, [Broken::Removed { after: None, before: 2 }, Broken::Removed { after: Some(6), before: 9 }]);
    let swap = [
        "update audit set id = -1 where id = 7",
        "update audit set id = 7 where id = 8",
        "update audit set id = 8 where id = -1",
    ];
    assert_eq!(found_after(&bench, &swap).await, [Broken::Reordered { id: 7, follows: 8 }]);
    let cut = found_after(&bench, &["delete from audit where id > 1200"]).await;
    assert_eq!(cut, [Broken::CutOff { after: Some(1200) }]);
    assert_eq!(found_after(&bench, &["delete from audit"]).await, [Broken::CutOff { after: None }]);
    assert_eq!(found_after(&bench, &["delete from audit_head"]).await, [Broken::CutOff { after: Some(1203) }]);
    assert_eq!(bench.write(async |tx| audit::verify(tx).await).await, None, "an error leaves nothing behind");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn the_command_says_in_words_what_is_wrong(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    trail(&bench, 9).await;
    let said = async |lang| {
        let found: Result<_, StoreError> = bench.services.store.read(async |tx| audit::inspect(tx, None).await).await;
        audit_text(lang, &found.expect("the check"))
    };
    assert!(
        said(Lang::En).await.starts_with("The log is whole: all 9 rows follow from the beginning"),
        "{}",
        said(Lang::En).await
    );
    let broken: Result<(), StoreError> = bench
        .services
        .store
        .write(async |tx| {
            tx.execute_unprepared("update audit set request_id = 'x' where id = 3").await.expect("the tampering");
            tx.execute_unprepared("delete from audit where id in (6, 9)").await.expect("the tampering");
            Ok(())
        })
        .await;
    broken.expect("the tampering");
    let english = said(Lang::En).await;
    for words in ["Row 3 was changed after it was written", "Between row 5 and row 7, rows are missing", "rows came after row 8"]
    {
        assert!(english.contains(words), "{words} is not in {english}");
    }
    assert!(said(Lang::Fr).await.contains("La ligne 3 a été changée après coup"), "{}", said(Lang::Fr).await);
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
