//! One change, chained to the one before.
#![allow(missing_docs, reason = "the columns are documented by the schema and by `domain`")]

use sea_orm::entity::prelude::*;

/// One change, chained to the one before.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub at: DateTimeUtc,
    pub person_id: Option<i64>,
    pub request_id: String,
    pub action: String,
    pub entity: String,
    pub entity_id: i64,
    pub plan_id: Option<i64>,
    pub changes: String,
    pub previous_hash: String,
    pub hash: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
