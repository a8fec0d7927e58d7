//! A meeting of the working group.
#![allow(missing_docs, reason = "the columns are documented by the schema and by `domain`")]

use chrono::NaiveDate;
use domain::meetings::MeetingState;
use sea_orm::entity::prelude::*;

/// A meeting of the working group.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "meeting")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub plan_id: i64,
    pub held_on: NaiveDate,
    pub name_en: Option<String>,
    pub name_fr: Option<String>,
    pub place_en: Option<String>,
    pub place_fr: Option<String>,
    pub state: MeetingState,
    pub lock_version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
