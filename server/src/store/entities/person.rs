//! A person.
#![allow(missing_docs, reason = "the columns are documented by the schema and by `domain`")]

use domain::text::{Email, Lang};
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
    pub organisation_id: Option<i64>,
    pub is_active: bool,
    pub lock_version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
