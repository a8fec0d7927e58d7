//! What an earlier release wrote is still there after the schema was brought up to date.

use migrations::{Migrator, MigratorTrait};
use sea_orm::{ConnectionTrait, Database};
use server::store::{Store, StoreError, organisations};

#[tokio::test]
async fn a_database_of_the_first_release_is_brought_up_to_date_with_what_is_in_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let url = format!("sqlite:{}?mode=rwc", folder.path().join("suivi.db").display());
    let first = Database::connect(&url).await.expect("a database");
    Migrator::up(&first, Some(1)).await.expect("the first schema");
    let written = "insert into organisation (code, name_en, lock_version) values ('PS', 'Public Safety Canada', 3)";
    first.execute_unprepared(written).await.expect("an organisation");
    first.close().await.expect("the connection closes");

    let store = Store::connect(&url).await.expect("the database");
    assert!(store.has_schema().await.expect("a schema of ours"));
    let pending = store.pending_migrations().await.expect("the migrations");
    assert_eq!(pending, Migrator::migrations().len() - 1);
    store.migrate().await.expect("the schema of today");
    assert_eq!(store.pending_migrations().await.expect("the migrations"), 0);
    let all = store.read(async |tx| Ok::<_, StoreError>(organisations::all(tx).await?)).await.expect("the organisations");
    assert_eq!((all[0].code.as_str(), all[0].code_fr.as_deref(), all[0].lock_version), ("PS", None, 3));
}
