//! A management response and action plan.
#![allow(missing_docs, reason = "the columns are documented by the schema and by `domain`")]

use chrono::NaiveDate;
use domain::{
    plan::{PlanStatus, SourceKind},
    reminders::ReminderPolicy,
};
use sea_orm::entity::prelude::*;

/// A management response and action plan.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "plan")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub title_en: Option<String>,
    pub title_fr: Option<String>,
    pub source_title_en: Option<String>,
    pub source_title_fr: Option<String>,
    pub source_kind: SourceKind,
    pub source_url: Option<String>,
    pub published_on: Option<NaiveDate>,
    pub status: PlanStatus,
    pub approved_on: Option<NaiveDate>,
    pub approved_by: Option<i64>,
    pub closed_on: Option<NaiveDate>,
    pub closed_by: Option<i64>,
    pub needs_evidence: bool,
    pub reminders: Option<ReminderPolicy>,
    pub created_at: DateTimeUtc,
    pub lock_version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
