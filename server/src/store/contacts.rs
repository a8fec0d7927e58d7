//! Links by which people without accounts answer, and what they answered. Only the hash of a token is stored.

use super::{
    StoreError, Tx,
    entities::{contact_link, organisation, proposal},
    measures::Scope,
};
use chrono::{DateTime, Utc};
use domain::{
    contacts::{ContactAsk, ContactPurpose, LinkState, ProposalState},
    text::{Email, Lang},
};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, Condition, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::Expr,
};
use std::collections::{HashMap, HashSet};

/// A link that was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Link {
    pub id: i64,
    pub measure_id: i64,
    /// The code of the organisation that led the measure when the link was sent.
    pub organisation: Option<String>,
    pub purpose: ContactPurpose,
    pub name: String,
    pub email: Email,
    pub lang: Lang,
    pub created_by: i64,
    pub created_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    pub used_at: Option<DateTime<Utc>>,
    pub revoked_at: Option<DateTime<Utc>>,
}

impl Link {
    /// Where it stands at a moment.
    #[must_use]
    pub fn state(&self, now: DateTime<Utc>) -> LinkState {
        LinkState::of(self.used_at, self.revoked_at, self.expires_at, now)
    }
}

/// What came back. What was typed is JSON that only the contacts service reads.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Proposal {
    pub id: i64,
    pub link_id: i64,
    pub measure_id: i64,
    pub typed: String,
    pub received_at: DateTime<Utc>,
    pub state: ProposalState,
    pub reason: Option<String>,
    pub decided_by: Option<i64>,
    pub decided_at: Option<DateTime<Utc>>,
    pub lock_version: i32,
}

/// Keeps a link that works until `expires_at`; answers its id.
pub async fn add_link(
    tx: &Tx,
    token_hash: String,
    (measure_id, organisation_id): (i64, Option<i64>),
    ask: &ContactAsk,
    created_by: i64,
    (now, expires_at): (DateTime<Utc>, DateTime<Utc>),
) -> Result<i64, StoreError> {
    let row = contact_link::ActiveModel {
        id: NotSet,
        token_hash: Set(token_hash),
        measure_id: Set(measure_id),
        organisation_id: Set(organisation_id),
        purpose: Set(ask.purpose),
        name: Set(ask.name.clone()),
        email: Set(ask.email.clone()),
        lang: Set(ask.lang),
        created_by: Set(created_by),
        created_at: Set(now),
        expires_at: Set(expires_at),
        used_at: Set(None),
        revoked_at: Set(None),
        lock_version: Set(0),
    };
    Ok(contact_link::Entity::insert(row).exec(tx).await?.last_insert_id)
}

/// The link of a token.
pub async fn find_link(tx: &Tx, token_hash: &str) -> Result<Option<Link>, StoreError> {
    let found = contact_link::Entity::find().filter(contact_link::Column::TokenHash.eq(token_hash));
    one(tx, found.one(tx).await?).await
}

/// A link by its id.
pub async fn link(tx: &Tx, id: i64) -> Result<Option<Link>, StoreError> {
    one(tx, contact_link::Entity::find_by_id(id).one(tx).await?).await
}

/// The links of a measure, newest first.
pub async fn links(tx: &Tx, measure_id: i64) -> Result<Vec<Link>, StoreError> {
    let found = contact_link::Entity::find()
        .filter(contact_link::Column::MeasureId.eq(measure_id))
        .order_by_desc(contact_link::Column::CreatedAt)
        .order_by_desc(contact_link::Column::Id);
    named(tx, found.all(tx).await?).await
}

/// The links of a measure that wait for their answer, oldest first.
pub async fn open_links(tx: &Tx, measure_id: i64, now: DateTime<Utc>) -> Result<Vec<Link>, StoreError> {
    let of_measure = contact_link::Entity::find().filter(contact_link::Column::MeasureId.eq(measure_id)).filter(open(now));
    named(tx, of_measure.order_by_asc(contact_link::Column::Id).all(tx).await?).await
}

/// The links of these ids.
pub async fn links_by_id(tx: &Tx, ids: &[i64]) -> Result<HashMap<i64, Link>, StoreError> {
    let found = contact_link::Entity::find().filter(contact_link::Column::Id.is_in(ids.iter().copied())).all(tx).await?;
    Ok(named(tx, found).await?.into_iter().map(|link| (link.id, link)).collect())
}

async fn one(tx: &Tx, row: Option<contact_link::Model>) -> Result<Option<Link>, StoreError> {
    Ok(named(tx, Vec::from_iter(row)).await?.pop())
}

/// Links with the codes of their organisations: one query, or none where there is nothing to name.
async fn named(tx: &Tx, rows: Vec<contact_link::Model>) -> Result<Vec<Link>, StoreError> {
    let ids: Vec<i64> = rows.iter().filter_map(|row| row.organisation_id).collect();
    let mut codes: HashMap<i64, String> = HashMap::new();
    if !ids.is_empty() {
        let found = organisation::Entity::find().filter(organisation::Column::Id.is_in(ids)).all(tx).await?;
        codes.extend(found.into_iter().map(|row| (row.id, row.code)));
    }
    let code = |row: &contact_link::Model| row.organisation_id.and_then(|id| codes.get(&id).cloned());
    Ok(rows.into_iter().map(|row| Link { organisation: code(&row), ..Link::from(row) }).collect())
}

/// The measures of a scope with a link that waits for its answer.
pub async fn open_measures(tx: &Tx, scope: &Scope, now: DateTime<Utc>) -> Result<HashSet<i64>, StoreError> {
    let ids: Vec<i64> = contact_link::Entity::find()
        .select_only()
        .column(contact_link::Column::MeasureId)
        .distinct()
        .filter(contact_link::Column::MeasureId.in_subquery(scope.ids_query()))
        .filter(open(now))
        .into_tuple()
        .all(tx)
        .await?;
    Ok(ids.into_iter().collect())
}

fn open(now: DateTime<Utc>) -> Condition {
    use contact_link::Column;
    Condition::all().add(Column::UsedAt.is_null()).add(Column::RevokedAt.is_null()).add(Column::ExpiresAt.gt(now))
}

/// Uses a link up, unless it was used, taken back or too old already. Two at once: one of them gets it.
pub async fn use_link(tx: &Tx, id: i64, now: DateTime<Utc>) -> Result<bool, StoreError> {
    set(tx, id, now, contact_link::Column::UsedAt).await
}

/// Takes a link back; `false` when it had come to its end by itself.
pub async fn revoke(tx: &Tx, id: i64, now: DateTime<Utc>) -> Result<bool, StoreError> {
    set(tx, id, now, contact_link::Column::RevokedAt).await
}

async fn set(tx: &Tx, id: i64, now: DateTime<Utc>, column: contact_link::Column) -> Result<bool, StoreError> {
    let done = contact_link::Entity::update_many()
        .col_expr(column, Expr::value(now))
        .col_expr(contact_link::Column::LockVersion, Expr::col(contact_link::Column::LockVersion).add(1))
        .filter(contact_link::Column::Id.eq(id))
        .filter(open(now))
        .exec(tx)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Keeps an answer; answers its id.
pub async fn add_proposal(tx: &Tx, link: &Link, typed: String, now: DateTime<Utc>) -> Result<i64, StoreError> {
    let row = proposal::ActiveModel {
        id: NotSet,
        contact_link_id: Set(link.id),
        measure_id: Set(link.measure_id),
        typed: Set(typed),
        received_at: Set(now),
        state: Set(ProposalState::Waiting),
        reason: Set(None),
        decided_by: Set(None),
        decided_at: Set(None),
        lock_version: Set(0),
    };
    Ok(proposal::Entity::insert(row).exec(tx).await?.last_insert_id)
}

/// One answer.
pub async fn proposal(tx: &Tx, id: i64) -> Result<Option<Proposal>, StoreError> {
    Ok(proposal::Entity::find_by_id(id).one(tx).await?.map(Proposal::from))
}

/// The answers about a measure, whatever became of them, by their link.
pub async fn proposals(tx: &Tx, measure_id: i64) -> Result<HashMap<i64, Proposal>, StoreError> {
    let found = proposal::Entity::find().filter(proposal::Column::MeasureId.eq(measure_id)).all(tx).await?;
    Ok(found.into_iter().map(|row| (row.contact_link_id, Proposal::from(row))).collect())
}

/// The answers about the measures of a scope that wait for a coordinator, oldest first.
pub async fn waiting(tx: &Tx, scope: &Scope) -> Result<Vec<Proposal>, StoreError> {
    let found = proposal::Entity::find()
        .filter(proposal::Column::State.eq(ProposalState::Waiting))
        .filter(proposal::Column::MeasureId.in_subquery(scope.ids_query()))
        .order_by_asc(proposal::Column::ReceivedAt)
        .order_by_asc(proposal::Column::Id);
    Ok(found.all(tx).await?.into_iter().map(Proposal::from).collect())
}

/// Writes down what became of an answer. Errors with `Conflict` when somebody else decided first.
pub async fn decide(
    tx: &Tx,
    (id, lock_version): (i64, i32),
    state: ProposalState,
    reason: Option<String>,
    by: i64,
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    use proposal::Column;
    let done = proposal::Entity::update_many()
        .col_expr(Column::State, Expr::value(state))
        .col_expr(Column::Reason, Expr::value(reason))
        .col_expr(Column::DecidedBy, Expr::value(by))
        .col_expr(Column::DecidedAt, Expr::value(at))
        .col_expr(Column::LockVersion, Expr::value(lock_version.wrapping_add(1)))
        .filter(Column::Id.eq(id))
        .filter(Column::State.eq(ProposalState::Waiting))
        .filter(Column::LockVersion.eq(lock_version))
        .exec(tx)
        .await?;
    if done.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

impl From<contact_link::Model> for Link {
    fn from(row: contact_link::Model) -> Self {
        Self {
            id: row.id,
            measure_id: row.measure_id,
            organisation: None,
            purpose: row.purpose,
            name: row.name,
            email: row.email,
            lang: row.lang,
            created_by: row.created_by,
            created_at: row.created_at,
            expires_at: row.expires_at,
            used_at: row.used_at,
            revoked_at: row.revoked_at,
        }
    }
}

impl From<proposal::Model> for Proposal {
    fn from(row: proposal::Model) -> Self {
        Self {
            id: row.id,
            link_id: row.contact_link_id,
            measure_id: row.measure_id,
            typed: row.typed,
            received_at: row.received_at,
            state: row.state,
            reason: row.reason,
            decided_by: row.decided_by,
            decided_at: row.decided_at,
            lock_version: row.lock_version,
        }
    }
}
