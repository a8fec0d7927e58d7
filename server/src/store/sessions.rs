//! Browser sessions, so that any instance on the same database knows them.

use super::{Store, StoreError, entities::session};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::OnConflict};
use tower_sessions::{
    SessionStore,
    session::{Id, Record},
    session_store::{Error, Result},
};

/// Under this key a session names its person; the column of the table repeats it for later look-ups.
pub const PERSON: &str = "person";

fn backend(error: impl ToString) -> Error {
    Error::Backend(error.to_string())
}

fn row(record: &Record) -> Result<session::ActiveModel> {
    let expires =
        DateTime::<Utc>::from_timestamp(record.expiry_date.unix_timestamp(), 0).ok_or_else(|| backend("expiry out of range"))?;
    let now = Utc::now();
    Ok(session::ActiveModel {
        id: Set(record.id.to_string()),
        data: Set(serde_json::to_string(record).map_err(|error| Error::Encode(error.to_string()))?),
        person_id: Set(record.data.get(PERSON).and_then(serde_json::Value::as_i64)),
        started_at: Set(now),
        seen_at: Set(now),
        user_agent: Set(None),
        expires_at: Set(expires),
    })
}

#[async_trait]
impl SessionStore for Store {
    async fn create(&self, record: &mut Record) -> Result<()> {
        // 128 random bits do not collide; were they to, the key would refuse the row rather than share it.
        let row = row(record)?;
        self.write(async |tx| session::Entity::insert(row).exec_without_returning(tx).await.map_err(StoreError::from))
            .await
            .map_err(backend)?;
        Ok(())
    }

    async fn save(&self, record: &Record) -> Result<()> {
        let row = row(record)?;
        let replace = OnConflict::column(session::Column::Id)
            .update_columns([
                session::Column::Data,
                session::Column::PersonId,
                session::Column::SeenAt,
                session::Column::ExpiresAt,
            ])
            .to_owned();
        self.write(async |tx| {
            session::Entity::insert(row).on_conflict(replace).exec_without_returning(tx).await.map_err(StoreError::from)
        })
        .await
        .map_err(backend)?;
        Ok(())
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        let id = id.to_string();
        let found = self
            .read(async |tx| {
                let live = session::Entity::find_by_id(id).filter(session::Column::ExpiresAt.gt(Utc::now()));
                live.one(tx).await.map_err(StoreError::from)
            })
            .await
            .map_err(backend)?;
        found.map(|row| serde_json::from_str(&row.data).map_err(|error| Error::Decode(error.to_string()))).transpose()
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        let id = id.to_string();
        self.write(async |tx| session::Entity::delete_by_id(id).exec(tx).await.map_err(StoreError::from))
            .await
            .map_err(backend)?;
        Ok(())
    }
}

impl Store {
    /// Forgets the sessions that ended.
    pub async fn forget_ended_sessions(&self, now: DateTime<Utc>) -> std::result::Result<u64, StoreError> {
        self.write(async |tx| {
            let ended = session::Entity::delete_many().filter(session::Column::ExpiresAt.lte(now));
            Ok(ended.exec(tx).await?.rows_affected)
        })
        .await
    }
}
