//! One value of what was approved.
#![allow(missing_docs, reason = "the columns are documented by the schema and by `domain`")]

use domain::plan::BaselineEntity;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "baseline_value")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub plan_id: i64,
    pub entity: BaselineEntity,
    pub entity_id: i64,
    pub field: String,
    pub value: String,
    pub ref_id: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
