//! Comments on measures, and the decisions they propose.

use crate::dialect;
use sea_orm_migration::{async_trait::async_trait, prelude::*};

/// What those who work with a plan say about its measures.
pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0003_comments"
    }
}

const TABLES: &[&str] = &[
    // A proposal is open while it has no answer and its comment is not withdrawn. A text is never changed.
    "create table comment (
        id {id}, measure_id bigint not null references measure(id), author_id bigint not null references person(id),
        text_en text, text_fr text, written_on date not null,
        proposes text check (proposes in
            ('no_longer_applicable','superseded','transferred','deliverable_retired','verification','other')),
        answer text check (answer in ('followed','set_aside')), answer_reason_en text, answer_reason_fr text,
        answered_by bigint references person(id), answered_on date,
        withdrawn_by bigint references person(id), withdrawn_on date, withdrawn_reason text, {lock})",
    "create index comment_measure on comment (measure_id, id)",
    "create index comment_author on comment (author_id)",
    "create index comment_answered_by on comment (answered_by)",
    "create index comment_withdrawn_by on comment (withdrawn_by)",
];

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, TABLES).await
    }
}
