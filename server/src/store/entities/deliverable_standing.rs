//! Where a deliverable stood from a day on.
#![allow(missing_docs, reason = "the columns are documented by the schema and by `domain`")]

use domain::deliverable::DeliverableStatus;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "deliverable_standing")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub deliverable_id: i64,
    pub since: Option<Date>,
    pub status: DeliverableStatus,
    pub delivered_on: Option<Date>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
