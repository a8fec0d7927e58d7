//! A deliverable of a measure.
#![allow(missing_docs, reason = "the columns are documented by the schema and by `domain`")]

use chrono::NaiveDate;
use domain::{dates::DatePrecision, deliverable::DeliverableStatus};
use sea_orm::entity::prelude::*;

/// A deliverable of a measure.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "deliverable")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub measure_id: i64,
    pub position: i32,
    pub title_en: Option<String>,
    pub title_fr: Option<String>,
    pub due_on: Option<NaiveDate>,
    pub due_precision: Option<DatePrecision>,
    pub status: DeliverableStatus,
    pub delivered_on: Option<NaiveDate>,
    pub lock_version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
