//! Comments on measures, and the answers to what they propose. Their words are written once and never changed.

use super::{
    StoreError, Tx,
    entities::comment::{ActiveModel, Column, Entity, Model},
    measures::Scope,
    people,
    records::{bilingual, text_in, typed},
};
use chrono::NaiveDate;
use domain::{
    comments::{NewComment, ProposalAnswer, ProposalReply, ProposedDecision},
    text::{Bilingual, Lang},
};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::Expr,
};

/// Who did something about a comment, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// The name of the person.
    pub by: String,
    /// The day.
    pub on: NaiveDate,
}

/// A comment.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Comment {
    pub id: i64,
    pub measure_id: i64,
    pub author_id: i64,
    pub text: Bilingual,
    /// Who wrote it, and when.
    pub written: Act,
    pub proposes: Option<ProposedDecision>,
    /// How the proposal was answered.
    pub answer: Option<(ProposalAnswer, Act, Bilingual)>,
    /// That it was withdrawn, and why.
    pub withdrawn: Option<(Act, String)>,
    pub lock_version: i32,
}

impl Comment {
    /// What it proposes, while nobody has answered.
    #[must_use]
    pub fn open_proposal(&self) -> Option<ProposedDecision> {
        self.proposes.filter(|_| self.answer.is_none() && self.withdrawn.is_none())
    }
}

/// Adds a comment; answers its id.
pub async fn add(tx: &Tx, measure_id: i64, new: &NewComment, author_id: i64, on: NaiveDate) -> Result<i64, StoreError> {
    let row = ActiveModel {
        id: NotSet,
        measure_id: Set(measure_id),
        author_id: Set(author_id),
        text_en: Set(text_in(&new.text, Lang::En)),
        text_fr: Set(text_in(&new.text, Lang::Fr)),
        written_on: Set(on),
        proposes: Set(new.proposes),
        lock_version: Set(0),
        ..ActiveModel::default()
    };
    Ok(Entity::insert(row).exec(tx).await?.last_insert_id)
}

/// One comment.
pub async fn find(tx: &Tx, id: i64) -> Result<Option<Comment>, StoreError> {
    Ok(named(tx, Vec::from_iter(Entity::find_by_id(id).one(tx).await?)).await?.pop())
}

/// How many comments a measure has.
pub async fn count(tx: &Tx, measure_id: i64) -> Result<u64, StoreError> {
    Ok(Entity::find().filter(Column::MeasureId.eq(measure_id)).count(tx).await?)
}

/// Comments of a measure, oldest first.
pub async fn page(tx: &Tx, measure_id: i64, offset: u64, limit: u64) -> Result<Vec<Comment>, StoreError> {
    let rows = Entity::find().filter(Column::MeasureId.eq(measure_id)).order_by_asc(Column::Id);
    named(tx, rows.offset(offset).limit(limit).all(tx).await?).await
}

/// The comments on the measures of a scope that propose a decision, whatever became of it, oldest first.
pub async fn proposals(tx: &Tx, scope: &Scope) -> Result<Vec<Comment>, StoreError> {
    let rows = Entity::find().filter(Column::Proposes.is_not_null()).filter(Column::MeasureId.in_subquery(scope.ids_query()));
    named(tx, rows.order_by_asc(Column::Id).all(tx).await?).await
}

/// The comments whose proposal waits for an answer, oldest first.
pub async fn open(tx: &Tx, scope: &Scope) -> Result<Vec<Comment>, StoreError> {
    let rows = Entity::find().filter(is_open()).filter(Column::MeasureId.in_subquery(scope.ids_query()));
    named(tx, rows.order_by_asc(Column::Id).all(tx).await?).await
}

fn is_open() -> Condition {
    Condition::all().add(Column::Proposes.is_not_null()).add(Column::Answer.is_null()).add(Column::WithdrawnOn.is_null())
}

/// Rows with the names of their people: one query, whatever their number.
async fn named(tx: &Tx, rows: Vec<Model>) -> Result<Vec<Comment>, StoreError> {
    let ids: Vec<i64> = rows.iter().flat_map(|row| [Some(row.author_id), row.answered_by, row.withdrawn_by]).flatten().collect();
    let names = people::names(tx, &ids).await?;
    let act = |by: Option<i64>, on: Option<NaiveDate>| {
        Some(Act { by: by.and_then(|by| names.get(&by).cloned()).unwrap_or_default(), on: on? })
    };
    let comment = |row: Model| {
        let answered = act(row.answered_by, row.answered_on);
        let withdrawn = act(row.withdrawn_by, row.withdrawn_on);
        Comment {
            id: row.id,
            measure_id: row.measure_id,
            author_id: row.author_id,
            text: bilingual(row.text_en, row.text_fr),
            written: Act { by: names.get(&row.author_id).cloned().unwrap_or_default(), on: row.written_on },
            proposes: row.proposes,
            answer: row
                .answer
                .zip(answered)
                .map(|(answer, by)| (answer, by, bilingual(row.answer_reason_en, row.answer_reason_fr))),
            withdrawn: withdrawn.map(|by| (by, row.withdrawn_reason.unwrap_or_default())),
            lock_version: row.lock_version,
        }
    };
    Ok(rows.into_iter().map(comment).collect())
}

/// Writes down how a proposal was answered. Errors with `Conflict` when it is not open any more, or changed since
/// `lock_version`.
pub async fn answer(
    tx: &Tx,
    (id, lock_version): (i64, i32),
    reply: &ProposalReply,
    (by, on): (i64, NaiveDate),
) -> Result<(), StoreError> {
    let done = Entity::update_many()
        .col_expr(Column::Answer, Expr::value(reply.answer))
        .col_expr(Column::AnswerReasonEn, Expr::value(text_in(&reply.reason, Lang::En)))
        .col_expr(Column::AnswerReasonFr, Expr::value(text_in(&reply.reason, Lang::Fr)))
        .col_expr(Column::AnsweredBy, Expr::value(by))
        .col_expr(Column::AnsweredOn, Expr::value(on))
        .col_expr(Column::LockVersion, Expr::value(lock_version.wrapping_add(1)))
        .filter(Column::Id.eq(id))
        .filter(is_open())
        .filter(Column::LockVersion.eq(lock_version))
        .exec(tx)
        .await?;
    if done.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

/// Takes a comment back; it stays on record. Errors with `Conflict` when it was withdrawn already, or changed since
/// `lock_version`.
pub async fn withdraw(
    tx: &Tx,
    (id, lock_version): (i64, i32),
    reason: &str,
    (by, on): (i64, NaiveDate),
) -> Result<(), StoreError> {
    let done = Entity::update_many()
        .col_expr(Column::WithdrawnBy, Expr::value(by))
        .col_expr(Column::WithdrawnOn, Expr::value(on))
        .col_expr(Column::WithdrawnReason, Expr::value(typed(reason)))
        .col_expr(Column::LockVersion, Expr::value(lock_version.wrapping_add(1)))
        .filter(Column::Id.eq(id))
        .filter(Column::LockVersion.eq(lock_version))
        .filter(Column::WithdrawnOn.is_null())
        .exec(tx)
        .await?;
    if done.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}
