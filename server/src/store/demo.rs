//! The few statements that only the demo needs: what people would otherwise do one by one over two years.

use super::{
    StoreError, Tx,
    entities::{extension, measure, organisation, person, plan, setting},
    extensions::{NewDate, add_dates},
    records::{DueColumns, text_in},
    standings,
};
use chrono::NaiveDate;
use domain::{
    dates::DueDate,
    extensions::ExtensionState,
    measure::MeasureStatus,
    text::{Bilingual, Email, Lang},
};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter,
    sea_query::Expr,
};
use serde::{Deserialize, Serialize};

/// The key under which a database keeps that the demo made it.
const MARK: &str = "demo";

/// What the demo leaves in a database it made.
#[derive(Debug, Serialize, Deserialize)]
struct Mark {
    laid_on: NaiveDate,
}

/// Says that the demo made this database, and for which day.
pub async fn mark(tx: &Tx, laid_on: NaiveDate) -> Result<(), StoreError> {
    let value = serde_json::to_string(&Mark { laid_on }).map_err(|error| StoreError::impossible("setting", 0, error))?;
    let row = setting::ActiveModel { key: Set(MARK.to_owned()), value: Set(value), lock_version: Set(0) };
    setting::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// The day for which the demo made this database; `None` when it did not make it.
pub async fn laid_on(tx: &Tx) -> Result<Option<NaiveDate>, StoreError> {
    let Some(row) = setting::Entity::find_by_id(MARK.to_owned()).one(tx).await? else { return Ok(None) };
    let mark: Mark = serde_json::from_str(&row.value).map_err(|error| StoreError::impossible("setting", 0, error))?;
    Ok(Some(mark.laid_on))
}

/// An extension request with what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct PastExtension {
    pub measure_id: i64,
    pub requested_on: NaiveDate,
    pub requested_by: i64,
    pub from: DueDate,
    pub to: DueDate,
    /// The dates of single deliverables.
    pub deliverables: Vec<NewDate>,
    pub reason: Bilingual,
    pub impact: Bilingual,
    pub notes: Bilingual,
    pub state: ExtensionState,
    pub decided_on: Option<NaiveDate>,
    pub decided_by: Option<i64>,
    pub meeting_id: Option<i64>,
}

/// Whether somebody has this address.
pub async fn knows_address(tx: &Tx, email: &Email) -> Result<bool, StoreError> {
    Ok(person::Entity::find().filter(person::Column::Email.eq(email.clone())).count(tx).await? > 0)
}

/// Whether there is nobody and nothing yet.
pub async fn is_empty(tx: &Tx) -> Result<bool, StoreError> {
    let people = person::Entity::find().count(tx).await?;
    let plans = plan::Entity::find().count(tx).await?;
    let organisations = organisation::Entity::find().count(tx).await?;
    Ok(people + plans + organisations == 0)
}

/// The organisation with this code, in either language.
pub async fn organisation(tx: &Tx, code: &str) -> Result<Option<i64>, StoreError> {
    let called = organisation::Column::Code.eq(code).or(organisation::Column::CodeFr.eq(code));
    let found = organisation::Entity::find().filter(called).one(tx).await?;
    Ok(found.map(|organisation| organisation.id))
}

/// Adds an extension request.
pub async fn add_extension(tx: &Tx, past: PastExtension) -> Result<i64, StoreError> {
    let (from, to) = (DueColumns::from(past.from), DueColumns::from(past.to));
    let row = extension::ActiveModel {
        id: NotSet,
        measure_id: Set(past.measure_id),
        requested_on: Set(past.requested_on),
        requested_by: Set(Some(past.requested_by)),
        requested_for: Set(None),
        from_due_on: Set(from.day),
        from_precision: Set(from.precision),
        to_due_on: Set(to.day),
        to_precision: Set(to.precision),
        asked_due_on: Set(to.day),
        asked_precision: Set(to.precision),
        notes_en: Set(text_in(&past.notes, Lang::En)),
        notes_fr: Set(text_in(&past.notes, Lang::Fr)),
        reason_en: Set(text_in(&past.reason, Lang::En)),
        reason_fr: Set(text_in(&past.reason, Lang::Fr)),
        impact_en: Set(text_in(&past.impact, Lang::En)),
        impact_fr: Set(text_in(&past.impact, Lang::Fr)),
        state: Set(past.state),
        decided_on: Set(past.decided_on),
        decided_by: Set(past.decided_by),
        meeting_id: Set(past.meeting_id),
        lock_version: Set(0),
    };
    let id = extension::Entity::insert(row).exec(tx).await?.last_insert_id;
    add_dates(tx, id, &past.deliverables).await?;
    Ok(id)
}

/// Brings a measure to its end.
pub async fn end_measure(tx: &Tx, id: i64, status: MeasureStatus, on: NaiveDate) -> Result<(), StoreError> {
    measure::Entity::update_many()
        .col_expr(measure::Column::Status, Expr::value(status))
        .col_expr(measure::Column::EndedOn, Expr::value(on))
        .filter(measure::Column::Id.eq(id))
        .exec(tx)
        .await?;
    standings::note(tx, id, on).await
}
