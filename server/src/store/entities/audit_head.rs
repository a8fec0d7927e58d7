//! The last hash of the audit chain: one row, locked while a row is added.
#![allow(missing_docs, reason = "the columns are documented by the schema and by `domain`")]

use sea_orm::entity::prelude::*;

/// The last hash of the audit chain: one row, locked while a row is added.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_head")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: i32,
    pub hash: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
