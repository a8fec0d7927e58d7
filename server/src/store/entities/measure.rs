//! A promised measure.
#![allow(missing_docs, reason = "the columns are documented by the schema and by `domain`")]

use chrono::NaiveDate;
use domain::{dates::DatePrecision, measure::MeasureStatus};
use sea_orm::entity::prelude::*;

/// A promised measure.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "measure")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub plan_id: i64,
    pub position: i32,
    pub label: String,
    pub text_en: Option<String>,
    pub text_fr: Option<String>,
    pub lead_organisation_id: Option<i64>,
    pub owner_id: Option<i64>,
    pub owner_text: Option<String>,
    pub start_on: Option<NaiveDate>,
    pub original_due_on: Option<NaiveDate>,
    pub original_precision: DatePrecision,
    pub current_due_on: Option<NaiveDate>,
    pub current_precision: DatePrecision,
    pub due_text: Option<String>,
    pub forecast_due_on: Option<NaiveDate>,
    pub forecast_precision: Option<DatePrecision>,
    pub status: MeasureStatus,
    pub percent: i32,
    pub last_update_on: Option<NaiveDate>,
    pub ended_on: Option<NaiveDate>,
    pub lock_version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
