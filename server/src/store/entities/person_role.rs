//! A role a person holds, on one plan or on the whole instance.
#![allow(missing_docs, reason = "the columns are documented by the schema and by `domain`")]

use domain::people::Role;
use sea_orm::entity::prelude::*;

/// A role a person holds, on one plan or on the whole instance.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "person_role")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub person_id: i64,
    pub role: Role,
    pub plan_id: Option<i64>,
    pub lock_version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
