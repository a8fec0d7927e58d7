//! Extension requests, one at a time.

use crate::store::{
    StoreError, Tx,
    entities::extension::{self, Column, Entity},
    extensions::{self, NewDate, add_dates, grant_dates},
    measures::Scope,
    records::{DueColumns, Extension, text_in},
};
use chrono::NaiveDate;
use domain::{
    dates::DueDate,
    extensions::{ExtensionState, LaterDate},
    text::{Bilingual, Lang},
};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, EntityTrait, QueryFilter, QuerySelect,
};

/// A request to be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct NewRequest {
    pub measure_id: i64,
    pub requested_on: NaiveDate,
    pub requested_by: i64,
    pub requested_for: Option<i64>,
    pub from: DueDate,
    pub to: DueDate,
    /// The dates asked for deliverables.
    pub deliverables: Vec<NewDate>,
    pub reason: Bilingual,
    pub impact: Bilingual,
}

/// What became of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Settled {
    pub state: ExtensionState,
    /// The date granted, else the one asked for.
    pub to: DueDate,
    /// The dates granted for deliverables.
    pub deliverables: Vec<LaterDate>,
    pub notes: Bilingual,
    pub decided_on: NaiveDate,
    pub decided_by: i64,
    pub meeting_id: Option<i64>,
}

/// Records a request.
pub async fn add_request(tx: &Tx, new: NewRequest) -> Result<i64, StoreError> {
    let (from, to) = (DueColumns::from(new.from), DueColumns::from(new.to));
    let row = extension::ActiveModel {
        id: NotSet,
        measure_id: Set(new.measure_id),
        requested_on: Set(new.requested_on),
        requested_by: Set(Some(new.requested_by)),
        requested_for: Set(new.requested_for),
        from_due_on: Set(from.day),
        from_precision: Set(from.precision),
        to_due_on: Set(to.day),
        to_precision: Set(to.precision),
        asked_due_on: Set(to.day),
        asked_precision: Set(to.precision),
        reason_en: Set(text_in(&new.reason, Lang::En)),
        reason_fr: Set(text_in(&new.reason, Lang::Fr)),
        impact_en: Set(text_in(&new.impact, Lang::En)),
        impact_fr: Set(text_in(&new.impact, Lang::Fr)),
        state: Set(ExtensionState::Requested),
        notes_en: Set(None),
        notes_fr: Set(None),
        decided_on: Set(None),
        decided_by: Set(None),
        meeting_id: Set(None),
        lock_version: Set(0),
    };
    let id = Entity::insert(row).exec(tx).await?.last_insert_id;
    add_dates(tx, id, &new.deliverables).await?;
    Ok(id)
}

/// One request, whatever became of it.
pub async fn request(tx: &Tx, id: i64) -> Result<Option<Extension>, StoreError> {
    let measure: Option<i64> = Entity::find_by_id(id).select_only().column(Column::MeasureId).into_tuple::<i64>().one(tx).await?;
    let Some(measure) = measure else { return Ok(None) };
    let all = extensions::load(tx, &Scope::ids(&[measure])).await?;
    Ok(all.into_iter().find(|extension| extension.id == id))
}

/// Writes down what became of a request. Errors with `Conflict` when it was decided meanwhile.
pub async fn settle(tx: &Tx, id: i64, settled: Settled) -> Result<(), StoreError> {
    let to = DueColumns::from(settled.to);
    let row = extension::ActiveModel {
        state: Set(settled.state),
        to_due_on: Set(to.day),
        to_precision: Set(to.precision),
        notes_en: Set(text_in(&settled.notes, Lang::En)),
        notes_fr: Set(text_in(&settled.notes, Lang::Fr)),
        decided_on: Set(Some(settled.decided_on)),
        decided_by: Set(Some(settled.decided_by)),
        meeting_id: Set(settled.meeting_id),
        ..Default::default()
    };
    let open = Entity::update_many()
        .set(row)
        .col_expr(Column::LockVersion, sea_orm::ExprTrait::add(sea_orm::sea_query::Expr::col(Column::LockVersion), 1))
        .filter(Column::Id.eq(id))
        .filter(Column::State.eq(ExtensionState::Requested));
    if open.exec(tx).await?.rows_affected != 1 {
        return Err(StoreError::Conflict);
    }
    grant_dates(tx, id, &settled.deliverables).await
}
