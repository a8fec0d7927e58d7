//! A line of the costs of a plan.
#![allow(missing_docs, reason = "the columns are documented by the schema and by `domain`")]

use domain::costs::{Certainty, CostKind, CostSource};
use sea_orm::entity::prelude::*;

/// A line of the costs of a plan.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "cost")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub plan_id: i64,
    pub activity_en: Option<String>,
    pub activity_fr: Option<String>,
    pub kind: CostKind,
    pub fiscal_year: i32,
    pub source: CostSource,
    pub certainty: Certainty,
    pub amount_cents: Option<i64>,
    pub note_en: Option<String>,
    pub note_fr: Option<String>,
    pub recorded_on: Date,
    pub archived_on: Option<Date>,
    pub archived_reason: Option<String>,
    pub corrected_as: Option<i64>,
    pub lock_version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
