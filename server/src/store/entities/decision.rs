//! A decision recorded in a meeting.
#![allow(missing_docs, reason = "the columns are documented by the schema and by `domain`")]

use chrono::NaiveDate;
use domain::meetings::DecisionKind;
use sea_orm::entity::prelude::*;

/// A decision recorded in a meeting.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "decision")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub meeting_id: i64,
    pub measure_id: Option<i64>,
    pub kind: DecisionKind,
    pub text_en: Option<String>,
    pub text_fr: Option<String>,
    pub due_on: Option<NaiveDate>,
    pub done_on: Option<NaiveDate>,
    pub lock_version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
