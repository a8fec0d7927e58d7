//! Organisations are known by one code in English and often by another one in French.

use crate::dialect;
use sea_orm_migration::{async_trait::async_trait, prelude::*};

/// The code in French.
pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0004_codes_in_french"
    }
}

const TABLES: &[&str] = &[
    // Where it is another one than `code`, which French readers see otherwise.
    "alter table organisation add column code_fr text",
    "create unique index organisation_code_fr on organisation (lower(code_fr))",
];

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, TABLES).await
    }
}
