//! Where a measure stood from a day on.
#![allow(missing_docs, reason = "the columns are documented by the schema and by `domain`")]

use domain::{dates::DatePrecision, measure::MeasureStatus};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "standing")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub measure_id: i64,
    pub since: Option<Date>,
    pub status: MeasureStatus,
    pub percent: i32,
    pub forecast_due_on: Option<Date>,
    pub forecast_precision: Option<DatePrecision>,
    pub ended_on: Option<Date>,
    pub lead_organisation_id: Option<i64>,
    pub owner_id: Option<i64>,
    pub owner_text: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
