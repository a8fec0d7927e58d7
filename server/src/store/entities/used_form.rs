//! A form that added something.
#![allow(missing_docs, reason = "the columns are documented by the schema and by `domain`")]

use sea_orm::entity::prelude::*;

/// A form that added something.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "used_form")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub form_key: String,
    pub person_id: Option<i64>,
    pub made: Option<i64>,
    pub used_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
