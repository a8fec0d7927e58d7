//! An organisation that owns measures, whether or not anyone in it has an account.
#![allow(missing_docs, reason = "the columns are documented by the schema and by `domain`")]

use sea_orm::entity::prelude::*;

/// An organisation that owns measures, whether or not anyone in it has an account.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organisation")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub code: String,
    pub code_fr: Option<String>,
    pub name_en: Option<String>,
    pub name_fr: Option<String>,
    pub archived_on: Option<Date>,
    pub archived_reason: Option<String>,
    pub lock_version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
