//! Opening a database with the settings Suivi counts on.

use super::StoreError;
use sea_orm::{
    ConnectOptions, Database, DatabaseConnection,
    sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
};
use std::time::Duration;

/// How long a writer waits for another one before it gives up.
const BUSY: Duration = Duration::from_secs(10);
const CONNECTIONS: u32 = 8;

pub(super) async fn open(url: &str) -> Result<DatabaseConnection, StoreError> {
    let mut options = ConnectOptions::new(url);
    options.sqlx_logging(false).acquire_timeout(Duration::from_secs(15));
    if url.starts_with("sqlite:") {
        sqlite(&mut options, is_in_memory(url));
    } else if url.starts_with("postgres:") || url.starts_with("postgresql:") {
        options.max_connections(CONNECTIONS);
    } else {
        return Err(StoreError::UnknownDatabase);
    }
    Ok(Database::connect(options).await?)
}

/// Each connection to `sqlite::memory:` is a database of its own, gone when it closes: there is exactly one.
fn sqlite(options: &mut ConnectOptions, in_memory: bool) {
    if in_memory {
        options.max_connections(1).min_connections(1).idle_timeout(None).max_lifetime(None);
    } else {
        options.max_connections(CONNECTIONS);
    }
    options.map_sqlx_sqlite_opts(move |file: SqliteConnectOptions| {
        let file = file.create_if_missing(true).foreign_keys(true).busy_timeout(BUSY).synchronous(SqliteSynchronous::Normal);
        if in_memory { file } else { file.journal_mode(SqliteJournalMode::Wal) }
    });
}

fn is_in_memory(url: &str) -> bool {
    url.contains(":memory:") || url.contains("mode=memory")
}
