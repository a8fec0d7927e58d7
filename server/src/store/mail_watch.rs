//! The outbox as people watch it: which mails failed and why, and sending them again.

use super::{
    StoreError, Tx,
    entities::{
        outbox::{Column, Entity, Model},
        person,
    },
};
use chrono::{DateTime, Utc};
use domain::{
    mail::{MailKind, MailState},
    text::{Coded, Lang},
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, Order, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, UpdateMany,
    sea_query::{CaseStatement, Expr, ExprTrait, Func, Query},
};

/// A mail without its words.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Watched {
    pub id: i64,
    pub kind: MailKind,
    pub state: MailState,
    pub person_id: Option<i64>,
    pub to: String,
    pub lang: Lang,
    pub subject: String,
    pub attempts: i32,
    pub last_error: Option<String>,
    pub not_before: DateTime<Utc>,
    pub created_at: DateTime<Utc>,
    pub sent_at: Option<DateTime<Utc>>,
    pub lock_version: i32,
    /// Its plain text; `None` when it carries a secret.
    pub text: Option<String>,
}

impl From<Model> for Watched {
    fn from(row: Model) -> Self {
        Self {
            id: row.id,
            kind: row.kind,
            state: row.state,
            person_id: row.person_id,
            to: row.to_address,
            lang: row.lang,
            subject: row.subject,
            attempts: row.attempts,
            last_error: row.last_error,
            not_before: row.not_before,
            created_at: row.created_at,
            sent_at: row.sent_at,
            lock_version: row.lock_version,
            text: (!row.kind.carries_secret()).then_some(row.text_body),
        }
    }
}

/// Which mails are meant.
#[derive(Debug, Clone, Default)]
pub struct Narrowed {
    /// Those that stand there.
    pub state: Option<MailState>,
    /// Those of this kind.
    pub kind: Option<MailKind>,
    /// Those to one of these people, or to an address that holds the words.
    pub to: Option<(Vec<i64>, String)>,
}

impl Narrowed {
    fn condition(&self) -> Condition {
        let mut all = Condition::all();
        if let Some(state) = self.state {
            all = all.add(Column::State.eq(state));
        }
        if let Some(kind) = self.kind {
            all = all.add(Column::Kind.eq(kind));
        }
        if let Some((people, words)) = &self.to {
            let address = Column::ToAddress.contains(words);
            all = all.add(Condition::any().add(Column::PersonId.is_in(people.iter().copied())).add(address));
        }
        all
    }
}

/// How many are meant.
pub async fn count(tx: &Tx, narrowed: &Narrowed) -> Result<u64, StoreError> {
    Ok(Entity::find().filter(narrowed.condition()).count(tx).await?)
}

/// A slice of those that are meant: given-up ones first, then those that failed and are tried again, then the newest.
pub async fn page(tx: &Tx, narrowed: &Narrowed, offset: u64, limit: u64) -> Result<Vec<Watched>, StoreError> {
    let delayed = Condition::all().add(Column::State.ne(MailState::Sent)).add(Column::LastError.is_not_null());
    let trouble = CaseStatement::new().case(Column::State.eq(MailState::Failed), 0).case(delayed, 1).finally(2);
    let rows = Entity::find()
        .filter(narrowed.condition())
        .order_by(Expr::Case(Box::new(trouble)), Order::Asc)
        .order_by_desc(Column::CreatedAt)
        .order_by_desc(Column::Id)
        .offset(offset)
        .limit(limit)
        .all(tx)
        .await?;
    Ok(rows.into_iter().map(Watched::from).collect())
}

/// One mail.
pub async fn find(tx: &Tx, id: i64) -> Result<Option<Watched>, StoreError> {
    Ok(Entity::find_by_id(id).one(tx).await?.map(Watched::from))
}

/// Given-up mails whose words were kept and whose reader is still here, so that they can be sent again.
fn retryable() -> Condition {
    let open = MailKind::ALL.iter().copied().filter(|kind| !kind.carries_secret());
    let gone = person::Entity::find().select_only().column(person::Column::Id).filter(person::Column::IsActive.eq(false));
    let is_here = Condition::any().add(Column::PersonId.is_null()).add(Column::PersonId.not_in_subquery(gone.into_query()));
    Condition::all().add(Column::State.eq(MailState::Failed)).add(Column::Kind.is_in(open)).add(is_here)
}

/// How many given-up mails can be sent again.
pub async fn count_retryable(tx: &Tx) -> Result<u64, StoreError> {
    Ok(Entity::find().filter(retryable()).count(tx).await?)
}

/// The given-up mails that can be sent again, the oldest first, with what went wrong; nobody else touches them
/// until the end of the transaction.
pub async fn all_retryable(tx: &Tx) -> Result<Vec<(i64, Option<String>)>, StoreError> {
    let found = Entity::find().select_only().columns([Column::Id, Column::LastError]).filter(retryable());
    Ok(found.order_by_asc(Column::Id).lock_exclusive().into_tuple().all(tx).await?)
}

/// A mail begins anew: with all its attempts, at once, under the Message-ID it has; to the address its reader has now,
/// since a wrong one may be why it was given up.
fn again(now: DateTime<Utc>) -> UpdateMany<Entity> {
    let current = Query::select()
        .column((person::Entity, person::Column::Email))
        .from(person::Entity)
        .and_where(Expr::col((person::Entity, person::Column::Id)).equals((Entity, Column::PersonId)))
        .to_owned();
    let kept = Expr::col((Entity, Column::ToAddress));
    let address = Func::coalesce([Expr::SubQuery(None, Box::new(current.into())), kept]);
    Entity::update_many()
        .col_expr(Column::ToAddress, address.into())
        .col_expr(Column::State, Expr::value(MailState::Waiting))
        .col_expr(Column::Attempts, Expr::value(0))
        .col_expr(Column::NotBefore, Expr::value(now))
        .col_expr(Column::LockVersion, ExprTrait::add(Expr::col(Column::LockVersion), 1))
        .filter(retryable())
}

/// Has one mail sent again. Errors with `Conflict` when it stands elsewhere by now.
pub async fn retry(tx: &Tx, id: i64, lock_version: i32, now: DateTime<Utc>) -> Result<(), StoreError> {
    let done = again(now).filter(Column::Id.eq(id)).filter(Column::LockVersion.eq(lock_version)).exec(tx).await?;
    if done.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

/// Has these mails sent again, those that still can.
pub async fn retry_all(tx: &Tx, ids: &[i64], now: DateTime<Utc>) -> Result<(), StoreError> {
    for chunk in ids.chunks(500) {
        again(now).filter(Column::Id.is_in(chunk.iter().copied())).exec(tx).await?;
    }
    Ok(())
}
