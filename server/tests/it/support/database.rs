//! A fresh, migrated database per test.

use sea_orm::{ConnectionTrait, Database};
use server::store::Store;
use std::sync::atomic::{AtomicU32, Ordering};

/// Where the administrator of a PostgreSQL for tests is reached; without it those cases are skipped.
const ADMIN: &str = "SUIVI_TEST_POSTGRES";

/// The kind of database a case runs on.
#[derive(Debug, Clone, Copy)]
pub enum Db {
    /// In memory.
    Sqlite,
    /// A database of its own on the server named by `SUIVI_TEST_POSTGRES`.
    Postgres,
}

impl Db {
    /// A database with the schema and nothing in it; `None` (said so) where there is no such server.
    pub async fn open(self) -> Option<Store> {
        let url = match self {
            Self::Sqlite => "sqlite::memory:".to_owned(),
            Self::Postgres => new_database().await?,
        };
        let store = Store::connect(&url).await.expect("a database");
        store.migrate().await.expect("the schema");
        Some(store)
    }
}

async fn new_database() -> Option<String> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let Ok(admin) = std::env::var(ADMIN) else {
        println!("skipped: {ADMIN} is not set");
        return None;
    };
    let name = format!("suivi_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    let connection = Database::connect(&admin).await.expect("the test server of PostgreSQL");
    connection.execute_unprepared(&format!("drop database if exists {name}")).await.expect("no old database");
    connection.execute_unprepared(&format!("create database {name}")).await.expect("a new database");
    connection.close().await.expect("the connection closes");
    let (server, _) = admin.rsplit_once('/').expect("a URL with a database");
    Some(format!("{server}/{name}"))
}
