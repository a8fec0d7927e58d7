//! Reading the whole log, narrowed: one query for each page of it.

use super::history::{Recorded, recorded};
use crate::store::{
    StoreError, Tx,
    entities::{audit, person},
};
use chrono::{DateTime, Utc};
use domain::{
    text::{Coded, fold},
    trail::{AuditAction, RecordKind},
};
use sea_orm::{ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

/// What the log is narrowed to. What is `None` does not narrow.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Narrowed {
    /// Changes by one of these people.
    pub people: Option<Vec<i64>>,
    /// Changes to this plan and what is in it.
    pub plan: Option<i64>,
    /// Changes to this kind of record.
    pub record: Option<RecordKind>,
    /// Changes to the record of this number.
    pub record_id: Option<i64>,
    /// Changes of this kind.
    pub action: Option<AuditAction>,
    /// Changes at or after this moment.
    pub from: Option<DateTime<Utc>>,
    /// Changes before this moment.
    pub until: Option<DateTime<Utc>>,
    /// Changes of this request.
    pub request: Option<String>,
}

impl Narrowed {
    fn condition(&self) -> Condition {
        use audit::Column;
        Condition::all()
            .add_option(self.people.as_ref().map(|people| Column::PersonId.is_in(people.iter().copied())))
            .add_option(self.plan.map(|plan| Column::PlanId.eq(plan)))
            .add_option(self.record.map(|record| Column::Entity.eq(record.code())))
            .add_option(self.record_id.map(|id| Column::EntityId.eq(id)))
            .add_option(self.action.map(|action| Column::Action.eq(action.code())))
            .add_option(self.from.map(|from| Column::At.gte(from)))
            .add_option(self.until.map(|until| Column::At.lt(until)))
            .add_option(self.request.as_ref().map(|request| Column::RequestId.eq(request)))
    }
}

/// How many rows are left.
pub async fn log_length(tx: &Tx, narrowed: &Narrowed) -> Result<u64, StoreError> {
    Ok(audit::Entity::find().filter(narrowed.condition()).count(tx).await?)
}

/// Rows of the log, newest first.
pub async fn log(tx: &Tx, narrowed: &Narrowed, offset: u64, limit: u64) -> Result<Vec<Recorded>, StoreError> {
    let rows = audit::Entity::find().filter(narrowed.condition()).order_by_desc(audit::Column::Id);
    recorded(tx, rows.offset(offset).limit(limit).all(tx).await?).await
}

/// Rows of the log after one of them, oldest first: a piece of an export.
pub async fn log_after(tx: &Tx, narrowed: &Narrowed, after: i64, limit: u64) -> Result<Vec<Recorded>, StoreError> {
    let rows = audit::Entity::find().filter(narrowed.condition()).filter(audit::Column::Id.gt(after));
    recorded(tx, rows.order_by_asc(audit::Column::Id).limit(limit).all(tx).await?).await
}

/// The people whose name or address holds all these words, accents and case aside.
pub async fn people_called(tx: &Tx, words: &str) -> Result<Vec<i64>, StoreError> {
    use person::Column;
    let words = fold(words);
    let all = person::Entity::find().select_only().columns([Column::Id, Column::Name, Column::Email]);
    let all: Vec<(i64, String, String)> = all.into_tuple().all(tx).await?;
    let is_meant = |name: &str, email: &str| {
        let said = fold(&format!("{name}\n{email}"));
        words.split_whitespace().all(|word| said.contains(word))
    };
    Ok(all.into_iter().filter(|(_, name, email)| is_meant(name, email)).map(|(id, ..)| id).collect())
}
