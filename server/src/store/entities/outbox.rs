//! A mail to be sent, being sent, sent or failed.
#![allow(missing_docs, reason = "the columns are documented by the schema and by `domain`")]

use domain::{
    mail::{MailKind, MailState},
    text::Lang,
};
use sea_orm::entity::prelude::*;

/// A mail to be sent, being sent, sent or failed.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "outbox")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub dedupe_key: String,
    pub kind: MailKind,
    pub person_id: Option<i64>,
    pub to_address: String,
    pub lang: Lang,
    pub subject: String,
    pub text_body: String,
    pub html_body: String,
    pub message_id: String,
    pub state: MailState,
    pub attempts: i32,
    pub not_before: DateTimeUtc,
    pub leased_until: Option<DateTimeUtc>,
    pub last_error: Option<String>,
    pub created_at: DateTimeUtc,
    pub sent_at: Option<DateTimeUtc>,
    pub lock_version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
