//! A progress update; never changed once recorded.
#![allow(missing_docs, reason = "the columns are documented by the schema and by `domain`")]

use chrono::NaiveDate;
use domain::{dates::DatePrecision, measure::MeasureStatus, progress::UpdateKind};
use sea_orm::entity::prelude::*;

/// A progress update; never changed once recorded.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "progress_update")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub measure_id: i64,
    pub author_id: i64,
    pub kind: UpdateKind,
    pub contact: Option<String>,
    pub reported_on: NaiveDate,
    pub recorded_at: DateTimeUtc,
    pub period: String,
    pub status: MeasureStatus,
    pub percent: i32,
    pub done_en: Option<String>,
    pub done_fr: Option<String>,
    pub obstacles_en: Option<String>,
    pub obstacles_fr: Option<String>,
    pub next_step_en: Option<String>,
    pub next_step_fr: Option<String>,
    pub forecast_due_on: Option<NaiveDate>,
    pub forecast_precision: Option<DatePrecision>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
