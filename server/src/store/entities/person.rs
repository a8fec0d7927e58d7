//! A person.
#![allow(missing_docs, reason = "the columns are documented by the schema and by `domain`")]

use domain::{
    people::DigestChoice,
    text::{Email, Lang},
};
use sea_orm::entity::prelude::*;

/// A person.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "person")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub name: String,
    pub email: Email,
    pub lang: Lang,
    pub time_zone: Option<String>,
    pub digest: DigestChoice,
    pub organisation_id: Option<i64>,
    pub deputy_id: Option<i64>,
    pub is_active: bool,
    pub archived_on: Option<Date>,
    pub archived_reason: Option<String>,
    pub lock_version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
