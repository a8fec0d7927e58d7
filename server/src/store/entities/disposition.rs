//! A decision that ended a measure or gave it into other hands.
#![allow(missing_docs, reason = "the columns are documented by the schema and by `domain`")]

use domain::workflow::DispositionKind;
use sea_orm::entity::prelude::*;

/// A decision that ended a measure or gave it into other hands.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "disposition")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub measure_id: i64,
    pub deliverable_id: Option<i64>,
    pub kind: DispositionKind,
    pub reason_en: Option<String>,
    pub reason_fr: Option<String>,
    pub decided_by: i64,
    pub decided_on: Date,
    pub meeting_id: Option<i64>,
    pub successor_id: Option<i64>,
    pub from_organisation_id: Option<i64>,
    pub to_organisation_id: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
