//! The database: connections, transactions and every SQL statement of Suivi.
//!
//! Functions here take an open transaction and speak in [`records`]; they decide nothing. Inside a transaction,
//! audit rows are written last: they lock the head of the chain until the commit.

pub mod absences;
pub mod attempts;
pub mod audit;
pub mod baseline;
pub mod comments;
mod connect;
pub mod contacts;
pub mod costs;
pub mod decisions;
pub mod demo;
pub mod directory;
pub mod drafts;
pub mod entities;
mod error;
pub mod evidence;
pub mod extensions;
pub mod external_identities;
pub mod form_keys;
pub mod imports;
pub mod life;
pub mod mail_watch;
pub mod measures;
pub mod meetings;
pub mod names;
pub mod organisations;
pub mod outbox;
pub mod own_data;
pub mod passwords;
pub mod people;
pub mod people_imports;
pub mod plans;
pub mod profile;
pub mod records;
pub mod reminders;
pub mod reports;
pub mod roles;
pub mod second_factor;
pub mod sessions;
pub mod settings;
pub mod sign_in;
pub mod standings;
pub mod updates;
pub mod wait;

pub use error::StoreError;

use sea_orm::{
    AccessMode, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, IsolationLevel, SqliteTransactionMode,
    TransactionOptions, TransactionTrait,
};
use std::fmt;

/// An open transaction.
pub type Tx = DatabaseTransaction;

/// The database. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    db: DatabaseConnection,
}

impl Store {
    /// Opens the database at a URL (`sqlite:…` or `postgres:…`). Creates a SQLite file, but no tables.
    pub async fn connect(url: &str) -> Result<Self, StoreError> {
        Ok(Self { db: connect::open(url).await? })
    }

    /// Brings the schema up to date. Safe to repeat. Errors with `OtherSchema`, and changes nothing, on a database that
    /// another version made.
    pub async fn migrate(&self) -> Result<(), StoreError> {
        use migrations::MigratorTrait;
        self.has_schema().await?;
        Ok(migrations::Migrator::up(&self.db, None).await?)
    }

    /// Whether any of the schema is there. Creates nothing. Errors with `OtherSchema` when it is another version's.
    pub async fn has_schema(&self) -> Result<bool, StoreError> {
        use migrations::MigratorTrait;
        match migrations::Migrator::get_applied_migrations_read_only(&self.db).await {
            Ok(applied) => Ok(!applied.is_empty()),
            // What is applied there is none of ours: the only way in which the list of migrations is refused.
            Err(DbErr::Custom(_)) => Err(StoreError::OtherSchema),
            Err(error) => Err(error.into()),
        }
    }

    /// The migrations that were not applied yet.
    pub async fn pending_migrations(&self) -> Result<usize, StoreError> {
        use migrations::MigratorTrait;
        Ok(migrations::Migrator::get_pending_migrations(&self.db).await?.len())
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Result<(), StoreError> {
        Ok(self.db.ping().await?)
    }

    /// Reads in one transaction, so that all its queries see the same moment.
    pub async fn read<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: AsyncFnOnce(&Tx) -> Result<T, E>,
        E: From<StoreError>,
    {
        let options = match self.backend() {
            DbBackend::Postgres => TransactionOptions {
                isolation_level: Some(IsolationLevel::RepeatableRead),
                access_mode: Some(AccessMode::ReadOnly),
                ..TransactionOptions::default()
            },
            _ => TransactionOptions::default(),
        };
        self.run(options, work).await
    }

    /// Writes in one transaction: commits when the work ends well, else leaves nothing behind.
    pub async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: AsyncFnOnce(&Tx) -> Result<T, E>,
        E: From<StoreError>,
    {
        // SQLite cannot turn a reading transaction into a writing one while another writes, so it writes from the start.
        let mode = (self.backend() == DbBackend::Sqlite).then_some(SqliteTransactionMode::Immediate);
        self.run(TransactionOptions { sqlite_transaction_mode: mode, ..TransactionOptions::default() }, work).await
    }

    /// The kind of database.
    #[must_use]
    pub fn backend(&self) -> DbBackend {
        self.db.get_database_backend()
    }

    /// Calls back with every statement from now on; clones made before are not watched. For tests and metrics.
    pub fn watch(&mut self, seen: impl Fn(&sea_orm::metric::Info<'_>) + Send + Sync + 'static) {
        self.db.set_metric_callback(seen);
    }

    /// Closes every connection.
    pub async fn close(self) -> Result<(), StoreError> {
        Ok(self.db.close().await?)
    }

    async fn run<T, E, F>(&self, options: TransactionOptions, work: F) -> Result<T, E>
    where
        F: AsyncFnOnce(&Tx) -> Result<T, E>,
        E: From<StoreError>,
    {
        let tx = self.db.begin_with_options(options).await.map_err(StoreError::from)?;
        match work(&tx).await {
            Ok(done) => {
                tx.commit().await.map_err(StoreError::from)?;
                Ok(done)
            }
            Err(error) => {
                if let Err(trouble) = tx.rollback().await {
                    tracing::error!(%trouble, "a transaction could not be rolled back");
                }
                Err(error)
            }
        }
    }
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Store").field("backend", &self.backend()).finish_non_exhaustive()
    }
}
