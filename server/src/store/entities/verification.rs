//! How a completion claim was answered.
#![allow(missing_docs, reason = "the columns are documented by the schema and by `domain`")]

use domain::workflow::VerificationOutcome;
use sea_orm::entity::prelude::*;

/// How a completion claim was answered.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "verification")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub measure_id: i64,
    pub update_id: Option<i64>,
    pub outcome: VerificationOutcome,
    pub notes_en: Option<String>,
    pub notes_fr: Option<String>,
    pub verifier_id: i64,
    pub decided_on: Date,
    pub meeting_id: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
