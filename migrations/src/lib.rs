//! The database schema, one numbered migration per change, written by hand for SQLite and PostgreSQL.
//!
//! A migration that was released is never edited. Codes in CHECK constraints equal the enums of `domain`; a test in
//! `server` compares them.

mod dialect;
mod m0001_first_schema;
mod m0002_extensions_in_full;
mod m0003_comments;
mod m0004_codes_in_french;
mod m0005_used_forms;
mod m0006_costs_as_they_were;

pub use sea_orm_migration::{MigratorTrait, prelude::DbErr};

use sea_orm_migration::{MigrationTrait, async_trait::async_trait};

/// Applies the migrations in order.
#[derive(Debug)]
pub struct Migrator;

#[async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_first_schema::Migration),
            Box::new(m0002_extensions_in_full::Migration),
            Box::new(m0003_comments::Migration),
            Box::new(m0004_codes_in_french::Migration),
            Box::new(m0005_used_forms::Migration),
            Box::new(m0006_costs_as_they_were::Migration),
        ]
    }
}
