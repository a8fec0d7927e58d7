//! Evidence in all its versions. Nothing is overwritten: a new version is a new row that names the one it replaces.

use super::{
    StoreError, Tx,
    entities::{
        evidence::{ActiveModel, Column, Entity, Model},
        measure,
    },
    measures::Scope,
    people,
    records::{bilingual, text_in, typed},
};
use crate::files::KeptFile;
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    evidence::{EvidenceKind, EvidenceLink, EvidenceNote, Marking},
    text::{Bilingual, Lang},
};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, Query, SelectStatement},
};
use std::collections::HashMap;

/// What a piece of evidence is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Matter {
    /// A file kept here.
    File(KeptFile),
    /// The address of something kept elsewhere.
    Link(String),
}

/// A piece of evidence, in one of its versions.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Piece {
    pub id: i64,
    pub measure_id: i64,
    pub deliverable_id: Option<i64>,
    pub title: Bilingual,
    pub marking: Marking,
    pub is_public: bool,
    pub matter: Matter,
    pub version: i32,
    pub replaces_id: Option<i64>,
    pub is_current: bool,
    /// The name of the person who added it.
    pub added_by: String,
    pub added_at: DateTime<Utc>,
    /// Who it came from, where that is nobody with an account.
    pub contact: Option<String>,
    pub withdrawn_on: Option<NaiveDate>,
    pub withdrawn_reason: Option<String>,
    pub lock_version: i32,
}

impl Piece {
    /// Whether it counts: the latest version, not taken back.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.is_current && self.withdrawn_on.is_none()
    }
}

/// A piece to be added.
#[derive(Debug, Clone)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct NewPiece<'a> {
    pub measure_id: i64,
    pub note: &'a EvidenceNote,
    pub matter: &'a Matter,
    pub version: i32,
    pub added_by: i64,
    pub added_at: DateTime<Utc>,
    pub contact: Option<&'a str>,
}

impl From<EvidenceLink> for Matter {
    fn from(link: EvidenceLink) -> Self {
        Self::Link(link.as_str().to_owned())
    }
}

/// Every version of every piece of some measures, newest first: two queries.
pub async fn load(tx: &Tx, scope: &Scope) -> Result<Vec<Piece>, StoreError> {
    let of_these = Column::MeasureId.in_subquery(scope.ids_query());
    let rows = Entity::find().filter(of_these.clone()).order_by_desc(Column::Id).all(tx).await?;
    let adders: SelectStatement = Query::select().column(Column::AddedBy).from(Entity).and_where(of_these).to_owned();
    let names = people::names_in(tx, adders).await?;
    rows.into_iter().map(|row| piece(row, &names)).collect()
}

/// One version of a piece.
pub async fn find(tx: &Tx, id: i64) -> Result<Option<Piece>, StoreError> {
    let Some(row) = Entity::find_by_id(id).one(tx).await? else { return Ok(None) };
    let names = people::names(tx, &[row.added_by]).await?;
    piece(row, &names).map(Some)
}

fn piece(row: Model, names: &HashMap<i64, String>) -> Result<Piece, StoreError> {
    let missing = |what: &str| StoreError::impossible("evidence", row.id, format!("no {what}"));
    let matter = match row.kind {
        EvidenceKind::Link => Matter::Link(row.url.clone().ok_or_else(|| missing("url"))?),
        EvidenceKind::File => Matter::File(KeptFile {
            name: row.file_name.clone().ok_or_else(|| missing("file_name"))?,
            media_type: row.media_type.clone().ok_or_else(|| missing("media_type"))?,
            bytes: row.bytes.and_then(|bytes| u64::try_from(bytes).ok()).ok_or_else(|| missing("bytes"))?,
            sha256: row.sha256.clone().ok_or_else(|| missing("sha256"))?,
            key: row.storage_key.clone().ok_or_else(|| missing("storage_key"))?,
        }),
    };
    Ok(Piece {
        id: row.id,
        measure_id: row.measure_id,
        deliverable_id: row.deliverable_id,
        title: bilingual(row.title_en, row.title_fr),
        marking: row.marking,
        is_public: row.is_public,
        matter,
        version: row.version,
        replaces_id: row.replaces_id,
        is_current: row.is_current,
        added_by: names.get(&row.added_by).cloned().unwrap_or_default(),
        added_at: row.added_at,
        contact: row.contact,
        withdrawn_on: row.withdrawn_on,
        withdrawn_reason: row.withdrawn_reason,
        lock_version: row.lock_version,
    })
}

/// How many pieces count, by measure of a scope; of the public ones only, where that is all a reader sees.
pub async fn counts(tx: &Tx, scope: &Scope, only_public: bool) -> Result<HashMap<i64, u32>, StoreError> {
    let mut found = Entity::find()
        .select_only()
        .column(Column::MeasureId)
        .column_as(Column::Id.count(), "pieces")
        .filter(Column::MeasureId.in_subquery(scope.ids_query()))
        .filter(Column::IsCurrent.eq(true))
        .filter(Column::WithdrawnOn.is_null());
    if only_public {
        found = found.filter(Column::IsPublic.eq(true));
    }
    let rows: Vec<(i64, i64)> = found.group_by(Column::MeasureId).into_tuple().all(tx).await?;
    Ok(rows.into_iter().map(|(measure, pieces)| (measure, u32::try_from(pieces).unwrap_or(u32::MAX))).collect())
}

/// How many pieces of one measure count.
pub async fn count(tx: &Tx, measure_id: i64) -> Result<u64, StoreError> {
    let current = Entity::find()
        .filter(Column::MeasureId.eq(measure_id))
        .filter(Column::IsCurrent.eq(true))
        .filter(Column::WithdrawnOn.is_null());
    Ok(current.count(tx).await?)
}

/// Adds a piece; the one it replaces is kept as an earlier version. Errors with `Conflict` when somebody replaced or
/// withdrew that one meanwhile.
pub async fn add(tx: &Tx, new: NewPiece<'_>) -> Result<i64, StoreError> {
    if let Some(replaced) = new.note.replaces {
        let done = Entity::update_many()
            .col_expr(Column::IsCurrent, Expr::value(false))
            .col_expr(Column::LockVersion, Expr::col(Column::LockVersion).add(1))
            .filter(Column::Id.eq(replaced))
            .filter(Column::MeasureId.eq(new.measure_id))
            .filter(Column::IsCurrent.eq(true))
            .filter(Column::WithdrawnOn.is_null())
            .exec(tx)
            .await?;
        if done.rows_affected != 1 {
            return Err(StoreError::Conflict);
        }
    }
    let title = Bilingual::only(new.note.lang, &new.note.title);
    let (file, url) = match new.matter {
        Matter::File(file) => (Some(file), None),
        Matter::Link(url) => (None, Some(url.clone())),
    };
    let row = ActiveModel {
        id: NotSet,
        measure_id: Set(new.measure_id),
        deliverable_id: Set(new.note.deliverable),
        kind: Set(if file.is_some() { EvidenceKind::File } else { EvidenceKind::Link }),
        title_en: Set(text_in(&title, Lang::En)),
        title_fr: Set(text_in(&title, Lang::Fr)),
        marking: Set(new.note.marking),
        is_public: Set(new.note.is_public),
        url: Set(url),
        file_name: Set(file.map(|file| file.name.clone())),
        media_type: Set(file.map(|file| file.media_type.clone())),
        bytes: Set(file.map(|file| i64::try_from(file.bytes).unwrap_or(i64::MAX))),
        sha256: Set(file.map(|file| file.sha256.clone())),
        storage_key: Set(file.map(|file| file.key.clone())),
        version: Set(new.version),
        replaces_id: Set(new.note.replaces),
        is_current: Set(true),
        added_by: Set(new.added_by),
        added_at: Set(new.added_at),
        contact: Set(new.contact.and_then(typed)),
        withdrawn_on: Set(None),
        withdrawn_reason: Set(None),
        lock_version: Set(0),
    };
    Ok(Entity::insert(row).exec(tx).await?.last_insert_id)
}

/// Takes a piece back; it stays on record. Errors with `Conflict` when it changed since `lock_version`.
pub async fn withdraw(tx: &Tx, id: i64, lock_version: i32, on: NaiveDate, reason: &str) -> Result<(), StoreError> {
    let done = Entity::update_many()
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

/// Says that something around a measure changed, where no step of its life is taken.
pub async fn touch(tx: &Tx, measure_id: i64, lock_version: i32) -> Result<(), StoreError> {
    let done = measure::Entity::update_many()
        .col_expr(measure::Column::LockVersion, Expr::value(lock_version.wrapping_add(1)))
        .filter(measure::Column::Id.eq(measure_id))
        .filter(measure::Column::LockVersion.eq(lock_version))
        .exec(tx)
        .await?;
    if done.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}
