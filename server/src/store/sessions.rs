//! Browser sessions, so that any instance on the same database knows them. A session is stored under the hash of its
//! id: who reads the table can name a session but not take it over. How long one lives is decided here alone; the
//! cookie lives as long as a session may at most.

use super::{
    Store, StoreError, Tx,
    entities::session::{self, Column, Entity},
    settings,
};
use crate::clock::Clock;
use async_trait::async_trait;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, TimeDelta, Utc};
use domain::settings::SignInRules;
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use tower_sessions::{
    SessionStore,
    cookie::time::OffsetDateTime,
    session::{Id, Record},
    session_store::{Error, Result},
};

/// Under this key a session names the person signed in; a column of the table repeats it for look-ups.
pub const PERSON: &str = "person";
/// Under this key a session names who owes the second factor.
pub const PENDING: &str = "pending";
/// Under this key a session keeps what the browser says of itself.
pub const AGENT: &str = "agent";
/// A session that is used is noted at most this often.
const NOTED_EVERY: TimeDelta = TimeDelta::minutes(1);
/// So long lives a session that is about nobody once it is left alone.
const STRANGER_LIVES: TimeDelta = TimeDelta::hours(1);
/// The most sessions of one person that are listed.
const LISTED: u64 = 50;

/// What a session goes by in the database and on pages.
#[must_use]
pub fn key_of(id: &Id) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(id.to_string().as_bytes()))
}

/// The sessions of browsers, by the program's clock.
#[derive(Debug, Clone)]
pub struct Sessions {
    store: Store,
    clock: Clock,
}

impl Sessions {
    /// Sessions in a database.
    #[must_use]
    pub fn new(store: Store, clock: Clock) -> Self {
        Self { store, clock }
    }
}

/// When a session ends that was begun and seen then. One that is about nobody lives as long as a failed form is kept.
fn end(rules: &SignInRules, is_known: bool, started: DateTime<Utc>, seen: DateTime<Utc>) -> DateTime<Utc> {
    let idle = TimeDelta::minutes(rules.idle_minutes.into());
    let idle = seen + if is_known { idle } else { idle.min(STRANGER_LIVES) };
    idle.min(started + TimeDelta::hours(rules.absolute_hours.into()))
}

fn backend(error: impl ToString) -> Error {
    Error::Backend(error.to_string())
}

fn encode(data: &HashMap<String, Value>) -> Result<String> {
    serde_json::to_string(data).map_err(|error| Error::Encode(error.to_string()))
}

/// Whom a session is about: the person signed in, or who owes the second factor.
fn person(data: &HashMap<String, Value>) -> Option<i64> {
    let pending = || data.get(PENDING)?.get("pending")?.get(PERSON);
    data.get(PERSON).or_else(pending)?.as_i64()
}

#[async_trait]
impl SessionStore for Sessions {
    async fn create(&self, record: &mut Record) -> Result<()> {
        let now = self.clock.now();
        // 128 random bits do not collide; were they to, the key would refuse the row rather than share it.
        let about = person(&record.data);
        let mut row = session::ActiveModel {
            id: Set(key_of(&record.id)),
            data: Set(encode(&record.data)?),
            person_id: Set(about),
            started_at: Set(now),
            seen_at: Set(now),
            user_agent: Set(record.data.get(AGENT).and_then(Value::as_str).map(str::to_owned)),
            expires_at: Set(now),
        };
        self.store
            .write(async |tx| {
                row.expires_at = Set(end(&settings::load(tx).await?.settings.sign_in, about.is_some(), now, now));
                Entity::insert(row).exec_without_returning(tx).await.map_err(StoreError::from)
            })
            .await
            .map_err(backend)?;
        Ok(())
    }

    /// A session that was ended meanwhile is not brought back.
    async fn save(&self, record: &Record) -> Result<()> {
        let data = encode(&record.data)?;
        let change = Entity::update_many()
            .col_expr(Column::Data, Expr::value(data))
            .col_expr(Column::PersonId, Expr::value(person(&record.data)))
            .filter(Column::Id.eq(key_of(&record.id)));
        self.store.write(async |tx| change.exec(tx).await.map_err(StoreError::from)).await.map_err(backend)?;
        Ok(())
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        let now = self.clock.now();
        let key = key_of(id);
        let found = self.store.read(async |tx| live(tx, &key, now).await).await.map_err(backend)?;
        let Some((row, rules)) = found else { return Ok(None) };
        if now - row.seen_at >= NOTED_EVERY {
            let until = end(&rules, row.person_id.is_some(), row.started_at, now);
            self.store.write(async |tx| note(tx, &key, now, until).await).await.map_err(backend)?;
        }
        let data = serde_json::from_str(&row.data).map_err(|error| Error::Decode(error.to_string()))?;
        // The date is the library's; ours is in the row.
        Ok(Some(Record { id: *id, data, expiry_date: OffsetDateTime::UNIX_EPOCH }))
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        let key = key_of(id);
        self.store.write(async |tx| Entity::delete_by_id(key).exec(tx).await.map_err(StoreError::from)).await.map_err(backend)?;
        Ok(())
    }
}

/// A session that has not ended by today's rules, which may be stricter than those it began under.
async fn live(tx: &Tx, key: &str, now: DateTime<Utc>) -> std::result::Result<Option<(session::Model, SignInRules)>, StoreError> {
    let Some(row) = Entity::find_by_id(key).one(tx).await? else { return Ok(None) };
    let rules = settings::load(tx).await?.settings.sign_in;
    let is_live = now < end(&rules, row.person_id.is_some(), row.started_at, row.seen_at);
    Ok(is_live.then_some((row, rules)))
}

async fn note(tx: &Tx, key: &str, now: DateTime<Utc>, until: DateTime<Utc>) -> std::result::Result<(), StoreError> {
    let seen = Entity::update_many().col_expr(Column::SeenAt, Expr::value(now)).col_expr(Column::ExpiresAt, Expr::value(until));
    seen.filter(Column::Id.eq(key)).exec(tx).await?;
    Ok(())
}

/// An open session of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Open {
    pub key: String,
    pub started_at: DateTime<Utc>,
    pub seen_at: DateTime<Utc>,
    pub user_agent: Option<String>,
}

/// The sessions in which a person is signed in, the one last seen first.
pub async fn of(tx: &Tx, person: i64, now: DateTime<Utc>) -> std::result::Result<Vec<Open>, StoreError> {
    let rules = settings::load(tx).await?.settings.sign_in;
    let rows = Entity::find().filter(Column::PersonId.eq(person)).order_by_desc(Column::SeenAt).limit(LISTED).all(tx).await?;
    let is_in = |row: &session::Model| {
        let data: HashMap<String, Value> = serde_json::from_str(&row.data).unwrap_or_default();
        data.contains_key(PERSON) && now < end(&rules, true, row.started_at, row.seen_at)
    };
    let open =
        |row: session::Model| Open { key: row.id, started_at: row.started_at, seen_at: row.seen_at, user_agent: row.user_agent };
    Ok(rows.into_iter().filter(is_in).map(open).collect())
}

/// When a session of a person began, which is when they signed in.
pub async fn began(tx: &Tx, person: i64, key: &str) -> std::result::Result<Option<DateTime<Utc>>, StoreError> {
    let row = Entity::find_by_id(key).filter(Column::PersonId.eq(person)).one(tx).await?;
    Ok(row.map(|row| row.started_at))
}

/// Ends one session of a person; whether there was one.
pub async fn end_one(tx: &Tx, person: i64, key: &str) -> std::result::Result<bool, StoreError> {
    let one = Condition::all().add(Column::PersonId.eq(person)).add(Column::Id.eq(key));
    Ok(Entity::delete_many().filter(one).exec(tx).await?.rows_affected == 1)
}

/// Ends the sessions of a person, but for the one with this key; those that owe the second factor, too.
pub async fn end_all(tx: &Tx, person: i64, but: Option<&str>) -> std::result::Result<u64, StoreError> {
    let mut theirs = Condition::all().add(Column::PersonId.eq(person));
    if let Some(key) = but {
        theirs = theirs.add(Column::Id.ne(key));
    }
    Ok(Entity::delete_many().filter(theirs).exec(tx).await?.rows_affected)
}

/// Forgets the sessions that ended.
pub async fn forget_ended(tx: &Tx, now: DateTime<Utc>) -> std::result::Result<u64, StoreError> {
    Ok(Entity::delete_many().filter(Column::ExpiresAt.lte(now)).exec(tx).await?.rows_affected)
}
