//! Organisations, people, plans and everything under them, mail, audit rows and sessions.

mod life;
mod people;
mod plans;
mod progress;
mod records;
mod sign_in;

use crate::dialect;
use sea_orm_migration::{async_trait::async_trait, prelude::*};

/// The first schema.
pub struct Migration;

/// The name that a database records. A database that records another one was made before the first release.
impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0001_schema"
    }
}

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for tables in [people::TABLES, plans::TABLES, progress::TABLES, life::TABLES, records::TABLES, sign_in::TABLES] {
            dialect::run(manager, tables).await?;
        }
        Ok(())
    }
}
