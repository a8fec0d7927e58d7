//! A request for a later date, and what became of it.
#![allow(missing_docs, reason = "the columns are documented by the schema and by `domain`")]

use chrono::NaiveDate;
use domain::{dates::DatePrecision, extensions::ExtensionState};
use sea_orm::entity::prelude::*;

/// A request for a later date, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "extension")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub measure_id: i64,
    pub requested_on: NaiveDate,
    pub requested_by: Option<i64>,
    pub requested_for: Option<i64>,
    pub from_due_on: Option<NaiveDate>,
    pub from_precision: DatePrecision,
    pub to_due_on: Option<NaiveDate>,
    pub to_precision: DatePrecision,
    pub asked_due_on: Option<NaiveDate>,
    pub asked_precision: DatePrecision,
    pub reason_en: Option<String>,
    pub reason_fr: Option<String>,
    pub impact_en: Option<String>,
    pub impact_fr: Option<String>,
    pub state: ExtensionState,
    pub notes_en: Option<String>,
    pub notes_fr: Option<String>,
    pub decided_on: Option<NaiveDate>,
    pub decided_by: Option<i64>,
    pub meeting_id: Option<i64>,
    pub lock_version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
