//! A line of the costs as it was before it was corrected, so that the report of a past day does not change.

use crate::dialect;
use sea_orm_migration::{async_trait::async_trait, prelude::*};

/// What a line said before.
pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0006_costs_as_they_were"
    }
}

const TABLES: &[&str] = &[
    // Where it is filled, the row is what that line said from `recorded_on` until the day before `archived_on`.
    "alter table cost add column corrected_as bigint references cost(id)",
    "create index cost_corrected_as on cost (corrected_as)",
];

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, TABLES).await
    }
}
