//! Which reminder was put into which mail.
#![allow(missing_docs, reason = "the columns are documented by the schema and by `domain`")]

use sea_orm::entity::prelude::*;

/// Which reminder was put into which mail.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reminder")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub person_id: i64,
    pub measure_id: i64,
    pub deliverable_id: Option<i64>,
    pub subject_key: String,
    pub occurrence_key: String,
    pub outbox_id: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
