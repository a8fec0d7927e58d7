//! A piece of evidence, in one of its versions.
#![allow(missing_docs, reason = "the columns are documented by the schema and by `domain`")]

use domain::evidence::{EvidenceKind, Marking};
use sea_orm::entity::prelude::*;

/// A piece of evidence, in one of its versions.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "evidence")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub measure_id: i64,
    pub deliverable_id: Option<i64>,
    pub kind: EvidenceKind,
    pub title_en: Option<String>,
    pub title_fr: Option<String>,
    pub marking: Marking,
    pub is_public: bool,
    pub url: Option<String>,
    pub file_name: Option<String>,
    pub media_type: Option<String>,
    pub bytes: Option<i64>,
    pub sha256: Option<String>,
    pub storage_key: Option<String>,
    pub version: i32,
    pub replaces_id: Option<i64>,
    pub is_current: bool,
    pub added_by: i64,
    pub added_at: DateTimeUtc,
    pub contact: Option<String>,
    pub withdrawn_on: Option<Date>,
    pub withdrawn_reason: Option<String>,
    pub lock_version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
