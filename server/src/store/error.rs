//! What can go wrong in the database, and how little of it a person is told.

use app::error::AppError;
use domain::dates::InvalidDueDate;
use sea_orm::{DbErr, SqlErr};

/// Why the store did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Neither SQLite nor PostgreSQL.
    #[error("the database URL starts with neither sqlite: nor postgres:")]
    UnknownDatabase,
    /// Something the same exists already.
    #[error("already there: {0}")]
    Duplicate(String),
    /// The row was changed by somebody else since it was read.
    #[error("changed by somebody else meanwhile")]
    Conflict,
    /// A stored value that no rule of the program could have written.
    #[error("impossible value stored in {table} {id}: {what}")]
    Impossible {
        /// The table.
        table: &'static str,
        /// The row.
        id: i64,
        /// What is impossible about it.
        what: String,
    },
    /// The database was made by another version, and records a schema that this one does not have.
    #[error("it was made by another version of Suivi, with a schema that this version does not know; nothing in it was changed")]
    OtherSchema,
    /// Anything else.
    #[error(transparent)]
    Database(DbErr),
}

impl StoreError {
    /// A value no rule of the program could have written.
    pub fn impossible(table: &'static str, id: i64, what: impl ToString) -> Self {
        Self::Impossible { table, id, what: what.to_string() }
    }

    pub(crate) fn bad_date(table: &'static str, id: i64) -> impl FnOnce(InvalidDueDate) -> Self {
        move |error| Self::impossible(table, id, error)
    }
}

impl From<DbErr> for StoreError {
    fn from(error: DbErr) -> Self {
        match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(what)) => Self::Duplicate(what),
            _ => Self::Database(error),
        }
    }
}

/// The detail is logged, inside the span that carries the request's id, and goes no further.
impl From<StoreError> for AppError {
    fn from(error: StoreError) -> Self {
        if matches!(error, StoreError::Conflict) {
            return Self::Conflict;
        }
        tracing::error!(%error, "the store failed");
        Self::Internal
    }
}
