//! Which measures have a deliverable that is late by a date of its own, without their texts.

use super::Scope;
use crate::store::{
    StoreError, Tx,
    entities::deliverable,
    extensions,
    records::{self, MeasureFigures},
};
use chrono::NaiveDate;
use domain::{
    deliverable::{DeliverableStatus, has_own_date},
    measure::PromisedDates,
    text::Coded,
};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, sea_query::Query};
use std::collections::HashMap;

/// By measure, the earliest day that an open deliverable was due on by a date of its own and that has passed: two queries
/// about the measures of a scope, whose figures were read before.
pub async fn late_deliverables(
    tx: &Tx,
    scope: &Scope,
    measures: &[MeasureFigures],
    today: NaiveDate,
) -> Result<HashMap<i64, NaiveDate>, StoreError> {
    let open = DeliverableStatus::ALL.iter().copied().filter(|status| status.is_open());
    // What was promised for later is not due before: a granted date is after the first one.
    let passed = Condition::all()
        .add(deliverable::Column::MeasureId.in_subquery(scope.ids_query()))
        .add(deliverable::Column::Status.is_in(open))
        .add(deliverable::Column::DueOn.lt(today));
    let rows = deliverable::Entity::find().filter(passed.clone()).all(tx).await?;
    let ids = Query::select().column(deliverable::Column::Id).from(deliverable::Entity).cond_where(passed).to_owned();
    let granted = extensions::granted(tx, ids).await?;
    let promised: HashMap<i64, PromisedDates> = measures.iter().map(|measure| (measure.id, measure.facts.dates)).collect();
    let mut late: HashMap<i64, NaiveDate> = HashMap::new();
    for row in rows {
        let Some(original) = records::forecast(row.due_precision, row.due_on, "deliverable", row.id)? else { continue };
        let dates = PromisedDates::from_stored(original, granted.get(&row.id).copied().unwrap_or(original));
        let Some(day) = dates.current().last_day().filter(|day| *day < today) else { continue };
        if promised.get(&row.measure_id).is_some_and(|measure| has_own_date(dates, *measure)) {
            late.entry(row.measure_id).and_modify(|earliest| *earliest = day.min(*earliest)).or_insert(day);
        }
    }
    Ok(late)
}
