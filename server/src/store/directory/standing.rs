//! Where people stand on the way in: who was invited, who has signed in, and when.

use crate::store::{
    StoreError, Tx,
    entities::{audit, sign_in_link},
};
use chrono::{DateTime, Utc};
use domain::{
    people::LinkPurpose,
    trail::{AuditAction, RecordKind},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select, sea_query::SelectStatement};
use std::collections::HashMap;

/// The last invitation of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Invitation {
    /// When it was sent.
    pub sent_at: DateTime<Utc>,
    /// Until when it works.
    pub expires_at: DateTime<Utc>,
    /// Whether it was used.
    pub is_used: bool,
}

fn sign_ins() -> Select<audit::Entity> {
    audit::Entity::find()
        .filter(audit::Column::Entity.eq(RecordKind::Person))
        .filter(audit::Column::Action.eq(AuditAction::PersonSignedIn))
}

/// Those who have signed in.
pub(super) fn signed_in() -> SelectStatement {
    sign_ins().select_only().column(audit::Column::EntityId).into_query()
}

/// Those whose invitation still works.
pub(super) fn invited(now: DateTime<Utc>) -> SelectStatement {
    sign_in_link::Entity::find()
        .select_only()
        .column(sign_in_link::Column::PersonId)
        .filter(sign_in_link::Column::Purpose.eq(LinkPurpose::Invitation))
        .filter(sign_in_link::Column::UsedAt.is_null())
        .filter(sign_in_link::Column::ExpiresAt.gt(now))
        .into_query()
}

/// When some people signed in last.
pub async fn last_sign_ins(tx: &Tx, people: &[i64]) -> Result<HashMap<i64, DateTime<Utc>>, StoreError> {
    let last = sign_ins()
        .select_only()
        .column(audit::Column::EntityId)
        .column_as(audit::Column::At.max(), "last")
        .filter(audit::Column::EntityId.is_in(people.iter().copied()))
        .group_by(audit::Column::EntityId);
    let rows: Vec<(i64, DateTime<Utc>)> = last.into_tuple().all(tx).await?;
    Ok(rows.into_iter().collect())
}

/// The last invitation of some people.
pub async fn invitations(tx: &Tx, people: &[i64]) -> Result<HashMap<i64, Invitation>, StoreError> {
    let rows = sign_in_link::Entity::find()
        .filter(sign_in_link::Column::Purpose.eq(LinkPurpose::Invitation))
        .filter(sign_in_link::Column::PersonId.is_in(people.iter().copied()))
        .order_by_asc(sign_in_link::Column::CreatedAt)
        .all(tx)
        .await?;
    // Later ones replace earlier ones.
    let invitation = |row: sign_in_link::Model| {
        (row.person_id, Invitation { sent_at: row.created_at, expires_at: row.expires_at, is_used: row.used_at.is_some() })
    };
    Ok(rows.into_iter().map(invitation).collect())
}
