//! Management's response to a recommendation, or to the whole plan when there is none.
#![allow(missing_docs, reason = "the columns are documented by the schema and by `domain`")]

use domain::plan::ResponseKind;
use sea_orm::entity::prelude::*;

/// Management's response to a recommendation, or to the whole plan when there is none.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "response")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub plan_id: i64,
    pub recommendation_id: Option<i64>,
    pub kind: ResponseKind,
    pub text_en: Option<String>,
    pub text_fr: Option<String>,
    pub reason_en: Option<String>,
    pub reason_fr: Option<String>,
    pub lock_version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
