//! A link by which somebody without an account answers once.
#![allow(missing_docs, reason = "the columns are documented by the schema and by `domain`")]

use domain::{
    contacts::ContactPurpose,
    text::{Email, Lang},
};
use sea_orm::entity::prelude::*;

/// A link by which somebody without an account answers once.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "contact_link")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub token_hash: String,
    pub measure_id: i64,
    pub organisation_id: Option<i64>,
    pub purpose: ContactPurpose,
    pub name: String,
    pub email: Email,
    pub lang: Lang,
    pub created_by: i64,
    pub created_at: DateTimeUtc,
    pub expires_at: DateTimeUtc,
    pub used_at: Option<DateTimeUtc>,
    pub revoked_at: Option<DateTimeUtc>,
    pub lock_version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
