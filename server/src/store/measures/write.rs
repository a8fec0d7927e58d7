//! Adding measures, and what a progress update changes of one.

use crate::store::{
    StoreError, Tx,
    entities::{deliverable, measure, measure_recommendation, measure_support},
    records::{DueColumns, text_in},
    standings,
};
use chrono::NaiveDate;
use domain::{
    dates::DueDate,
    deliverable::DeliverableStatus,
    measure::{MeasureStatus, PromisedDates},
    text::{Bilingual, Lang},
};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, EntityTrait, ExprTrait, QueryFilter,
    sea_query::Expr,
};

/// A deliverable to be added with its measure.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct NewDeliverable {
    pub title: Bilingual,
    pub due: Option<DueDate>,
    pub status: DeliverableStatus,
    pub delivered_on: Option<NaiveDate>,
}

/// A measure to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct NewMeasure {
    pub position: i32,
    pub label: String,
    pub text: Bilingual,
    pub lead_organisation_id: Option<i64>,
    pub owner_id: Option<i64>,
    pub owner_text: Option<String>,
    pub start_on: Option<NaiveDate>,
    pub dates: PromisedDates,
    pub due_text: Option<String>,
    pub status: MeasureStatus,
    pub percent: u8,
    pub deliverables: Vec<NewDeliverable>,
    /// The ids of the recommendations it answers.
    pub recommendations: Vec<i64>,
    /// The ids of the organisations that support it.
    pub support: Vec<i64>,
}

/// What a progress update changes of a measure. Promised dates are not among it (rule 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Progressed {
    pub status: MeasureStatus,
    pub percent: u8,
    pub forecast: Option<DueDate>,
    pub last_update_on: NaiveDate,
    /// The day this becomes known, which a later answer to an earlier question is not.
    pub recorded_on: NaiveDate,
}

/// Adds a measure with its deliverables, links and supporting organisations; answers its id.
pub async fn add(tx: &Tx, plan_id: i64, new: NewMeasure) -> Result<i64, StoreError> {
    let (original, current) = (DueColumns::from(new.dates.original()), DueColumns::from(new.dates.current()));
    let row = measure::ActiveModel {
        id: NotSet,
        plan_id: Set(plan_id),
        position: Set(new.position),
        label: Set(new.label),
        text_en: Set(text_in(&new.text, Lang::En)),
        text_fr: Set(text_in(&new.text, Lang::Fr)),
        lead_organisation_id: Set(new.lead_organisation_id),
        owner_id: Set(new.owner_id),
        owner_text: Set(new.owner_text),
        start_on: Set(new.start_on),
        original_due_on: Set(original.day),
        original_precision: Set(original.precision),
        current_due_on: Set(current.day),
        current_precision: Set(current.precision),
        due_text: Set(new.due_text),
        forecast_due_on: Set(None),
        forecast_precision: Set(None),
        status: Set(new.status),
        percent: Set(new.percent.into()),
        last_update_on: Set(None),
        ended_on: Set(None),
        lock_version: Set(0),
    };
    let id = measure::Entity::insert(row).exec(tx).await?.last_insert_id;
    add_deliverables(tx, id, 1, new.deliverables).await?;
    add_links(tx, id, &new.recommendations, &new.support).await?;
    Ok(id)
}

/// Adds deliverables from a position on.
pub(super) async fn add_deliverables(tx: &Tx, measure_id: i64, first: i32, new: Vec<NewDeliverable>) -> Result<(), StoreError> {
    let rows = new.into_iter().zip(first..).map(|(new, position)| {
        let due = new.due.map(DueColumns::from);
        deliverable::ActiveModel {
            id: NotSet,
            measure_id: Set(measure_id),
            position: Set(position),
            title_en: Set(text_in(&new.title, Lang::En)),
            title_fr: Set(text_in(&new.title, Lang::Fr)),
            due_on: Set(due.and_then(|due| due.day)),
            due_precision: Set(due.map(|due| due.precision)),
            status: Set(new.status),
            delivered_on: Set(new.delivered_on),
            lock_version: Set(0),
        }
    });
    deliverable::Entity::insert_many(rows).exec_without_returning(tx).await?;
    Ok(())
}

/// Connects a measure with what it answers and who supports it.
pub(super) async fn add_links(tx: &Tx, measure_id: i64, recommendations: &[i64], support: &[i64]) -> Result<(), StoreError> {
    let rows = recommendations
        .iter()
        .map(|id| measure_recommendation::ActiveModel { measure_id: Set(measure_id), recommendation_id: Set(*id) });
    measure_recommendation::Entity::insert_many(rows).exec_without_returning(tx).await?;
    let rows = support.iter().map(|id| measure_support::ActiveModel { measure_id: Set(measure_id), organisation_id: Set(*id) });
    measure_support::Entity::insert_many(rows).exec_without_returning(tx).await?;
    Ok(())
}

/// Sets what an update says. Errors with `Conflict` when the measure changed since `lock_version` was read.
pub async fn set_progress(tx: &Tx, id: i64, lock_version: i32, said: Progressed) -> Result<(), StoreError> {
    let forecast = said.forecast.map(DueColumns::from);
    let done = measure::Entity::update_many()
        .col_expr(measure::Column::Status, Expr::value(said.status))
        .col_expr(measure::Column::Percent, Expr::value(i32::from(said.percent)))
        .col_expr(measure::Column::ForecastDueOn, Expr::value(forecast.and_then(|due| due.day)))
        .col_expr(measure::Column::ForecastPrecision, Expr::value(forecast.map(|due| due.precision)))
        .col_expr(measure::Column::LastUpdateOn, Expr::value(said.last_update_on))
        .col_expr(measure::Column::LockVersion, Expr::value(lock_version.wrapping_add(1)))
        .filter(measure::Column::Id.eq(id))
        .filter(measure::Column::LockVersion.eq(lock_version))
        .exec(tx)
        .await?;
    if done.rows_affected != 1 {
        return Err(StoreError::Conflict);
    }
    standings::note(tx, id, said.recorded_on).await
}

/// Sets the status of some deliverables of a measure. The first day is when they were delivered unless they are open, the
/// second the one on which this becomes known.
pub async fn set_deliverables(
    tx: &Tx,
    ids: &[i64],
    status: DeliverableStatus,
    (said_on, known_on): (NaiveDate, NaiveDate),
) -> Result<(), StoreError> {
    let delivered_on = (!status.is_open()).then_some(said_on);
    deliverable::Entity::update_many()
        .col_expr(deliverable::Column::Status, Expr::value(status))
        .col_expr(deliverable::Column::DeliveredOn, Expr::value(delivered_on))
        .col_expr(deliverable::Column::LockVersion, Expr::col(deliverable::Column::LockVersion).add(1))
        .filter(deliverable::Column::Id.is_in(ids.iter().copied()))
        .exec(tx)
        .await?;
    standings::note_deliverables(tx, ids, known_on).await
}
