//! What a request for a later date is asked in the name of, and the deliverables it moves with the measure.

use crate::dialect;
use sea_orm_migration::{async_trait::async_trait, prelude::*};

/// Whom a deputy asked for, and the dates of single deliverables.
pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0002_extensions_in_full"
    }
}

const TABLES: &[&str] = &[
    // By whose authority a deputy asked: that person may not decide the request either (rule 5).
    "alter table extension add column requested_for bigint references person(id)",
    // Deliverables whose own date moves with that of the measure: what it was, what was asked, what was granted.
    "create table extension_deliverable (
        id {id}, extension_id bigint not null references extension(id),
        deliverable_id bigint not null references deliverable(id),
        from_due_on date, from_precision text not null check (from_precision in
            ('day','month','quarter','fiscal_quarter','season','fiscal_year','year','ongoing','none')),
        asked_due_on date, asked_precision text not null check (asked_precision in
            ('day','month','quarter','fiscal_quarter','season','fiscal_year','year','ongoing','none')),
        granted_due_on date, granted_precision text check (granted_precision in
            ('day','month','quarter','fiscal_quarter','season','fiscal_year','year','ongoing','none')))",
    "create unique index extension_deliverable_once on extension_deliverable (extension_id, deliverable_id)",
    "create index extension_deliverable_deliverable on extension_deliverable (deliverable_id)",
];

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, TABLES).await
    }
}
