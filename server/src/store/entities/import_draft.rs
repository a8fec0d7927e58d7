//! What an importer understood, while a person corrects it.
#![allow(missing_docs, reason = "the columns are documented by the schema and by `domain`")]

use sea_orm::entity::prelude::*;

/// What an importer understood, while a person corrects it.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "import_draft")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub person_id: i64,
    pub file_name: Option<String>,
    pub source_text: String,
    pub draft: String,
    pub created_at: DateTimeUtc,
    pub plan_id: Option<i64>,
    pub lock_version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
