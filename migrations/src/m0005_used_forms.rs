//! Forms that add something, and were sent: each adds once, however often its button was pressed.

use crate::dialect;
use sea_orm_migration::{async_trait::async_trait, prelude::*};

/// The forms that were sent.
pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0005_used_forms"
    }
}

const TABLES: &[&str] = &[
    // The key stands for a view of a form, its person and all that was typed. `made` is the id of what it added.
    "create table used_form (
        form_key text primary key, person_id bigint references person(id), made bigint, used_at {time} not null)",
    "create index used_form_at on used_form (used_at)",
    "create index used_form_person on used_form (person_id)",
];

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, TABLES).await
    }
}
