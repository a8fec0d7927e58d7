//! What somebody without an account answered.
#![allow(missing_docs, reason = "the columns are documented by the schema and by `domain`")]

use domain::contacts::ProposalState;
use sea_orm::entity::prelude::*;

/// What somebody without an account answered.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "proposal")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub contact_link_id: i64,
    pub measure_id: i64,
    pub typed: String,
    pub received_at: DateTimeUtc,
    pub state: ProposalState,
    pub reason: Option<String>,
    pub decided_by: Option<i64>,
    pub decided_at: Option<DateTimeUtc>,
    pub lock_version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
