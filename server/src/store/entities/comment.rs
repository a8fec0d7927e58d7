//! A comment on a measure.
#![allow(missing_docs, reason = "the columns are documented by the schema and by `domain`")]

use domain::comments::{ProposalAnswer, ProposedDecision};
use sea_orm::entity::prelude::*;

/// A comment on a measure.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "comment")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub measure_id: i64,
    pub author_id: i64,
    pub text_en: Option<String>,
    pub text_fr: Option<String>,
    pub written_on: Date,
    pub proposes: Option<ProposedDecision>,
    pub answer: Option<ProposalAnswer>,
    pub answer_reason_en: Option<String>,
    pub answer_reason_fr: Option<String>,
    pub answered_by: Option<i64>,
    pub answered_on: Option<Date>,
    pub withdrawn_by: Option<i64>,
    pub withdrawn_on: Option<Date>,
    pub withdrawn_reason: Option<String>,
    pub lock_version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
