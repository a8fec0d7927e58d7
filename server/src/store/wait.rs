//! Transactions that must follow each other though they touch no row in common.

use super::{StoreError, Tx};
use sea_orm::{ConnectionTrait, DbBackend, Statement};

/// Waits until nobody else holds this key, and keeps others waiting until the end of the transaction. On SQLite, a
/// transaction that writes is alone anyway.
pub async fn lock(tx: &Tx, key: &str) -> Result<(), StoreError> {
    if tx.get_database_backend() == DbBackend::Postgres {
        let lock = "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))";
        tx.execute_raw(Statement::from_sql_and_values(DbBackend::Postgres, lock, [key.into()])).await?;
    }
    Ok(())
}
