//! The date of one deliverable in a request for a later date.
#![allow(missing_docs, reason = "the columns are documented by the schema and by `domain`")]

use chrono::NaiveDate;
use domain::dates::DatePrecision;
use sea_orm::entity::prelude::*;

/// The date of one deliverable in a request for a later date.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "extension_deliverable")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub extension_id: i64,
    pub deliverable_id: i64,
    pub from_due_on: Option<NaiveDate>,
    pub from_precision: DatePrecision,
    pub asked_due_on: Option<NaiveDate>,
    pub asked_precision: DatePrecision,
    pub granted_due_on: Option<NaiveDate>,
    pub granted_precision: Option<DatePrecision>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
