//! A recommendation of a plan.
#![allow(missing_docs, reason = "the columns are documented by the schema and by `domain`")]

use domain::plan::Priority;
use sea_orm::entity::prelude::*;

/// A recommendation of a plan.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "recommendation")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub plan_id: i64,
    pub position: i32,
    pub number: String,
    pub text_en: Option<String>,
    pub text_fr: Option<String>,
    pub addressee_en: Option<String>,
    pub addressee_fr: Option<String>,
    pub priority: Priority,
    pub lock_version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
