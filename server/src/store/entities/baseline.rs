//! What was approved, word for word.
#![allow(missing_docs, reason = "the columns are documented by the schema and by `domain`")]

use domain::{dates::DatePrecision, plan::BaselineEntity};
use sea_orm::entity::prelude::*;

/// What was approved, word for word.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "baseline")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub plan_id: i64,
    pub entity: BaselineEntity,
    pub entity_id: i64,
    pub text_en: Option<String>,
    pub text_fr: Option<String>,
    pub due_on: Option<Date>,
    pub due_precision: Option<DatePrecision>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
