//! Measures: reading many at once in a fixed number of queries, and the few writes there are.

mod around;
mod edit;
mod late;
mod scope;
mod write;

pub use edit::{
    Hands, MeasureEdit, append_deliverables, edit, edit_deliverable, end_support, next_position, remove, remove_deliverables,
    set_lead,
};
pub use late::late_deliverables;
pub use scope::Scope;
pub use write::{NewDeliverable, NewMeasure, Progressed, add, set_deliverables, set_progress};

use super::{
    StoreError, Tx,
    entities::{extension, measure},
    people,
    records::{FigureColumns, Granted, Measure, MeasureFigures, bilingual, due, percent},
};
use chrono::NaiveDate;
use domain::{dates::DatePrecision, extensions::ExtensionState};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::{HashMap, HashSet};

/// The measures of a scope with everything around them, in the order of their plans.
pub async fn load(tx: &Tx, scope: &Scope) -> Result<Vec<Measure>, StoreError> {
    let rows = measure::Entity::find()
        .filter(scope.condition())
        .order_by_asc(measure::Column::PlanId)
        .order_by_asc(measure::Column::Position)
        .all(tx)
        .await?;
    let extensions = extensions_granted(tx, scope).await?;
    let active = people::active_owners(tx, scope).await?;
    let mut around = around::Around::load(tx, scope).await?;
    rows.into_iter().map(|row| whole(row, &extensions, &active, &mut around)).collect()
}

/// One measure with everything around it.
pub async fn find(tx: &Tx, id: i64) -> Result<Option<Measure>, StoreError> {
    Ok(load(tx, &Scope::ids(&[id])).await?.pop())
}

/// Only the figures of the measures of a scope: three queries, whatever their number.
pub async fn figures(tx: &Tx, scope: &Scope) -> Result<Vec<MeasureFigures>, StoreError> {
    let rows = measure::Entity::find()
        .filter(scope.condition())
        .order_by_asc(measure::Column::PlanId)
        .order_by_asc(measure::Column::Position)
        .into_partial_model::<FigureColumns>()
        .all(tx)
        .await?;
    let extensions = extensions_granted(tx, scope).await?;
    let active = people::active_owners(tx, scope).await?;
    rows.iter().map(|row| row.figures(extensions.get(&row.id).copied().unwrap_or_default(), &active)).collect()
}

fn whole(
    row: measure::Model,
    extensions: &HashMap<i64, Granted>,
    active: &HashSet<i64>,
    around: &mut around::Around,
) -> Result<Measure, StoreError> {
    let figures = FigureColumns::from(&row).figures(extensions.get(&row.id).copied().unwrap_or_default(), active)?;
    let assigned = row.owner_id.and_then(|owner| around.people.get(&owner).cloned());
    Ok(Measure {
        figures,
        label: row.label,
        text: bilingual(row.text_en, row.text_fr),
        lead: row.lead_organisation_id.and_then(|lead| around.organisations.get(&lead).cloned()),
        owner: assigned.or_else(|| row.owner_text.clone().filter(|words| !words.trim().is_empty())),
        owner_text: row.owner_text,
        start_on: row.start_on,
        due_text: row.due_text,
        percent: percent(row.percent, "measure", row.id)?,
        deliverables: around.deliverables.remove(&row.id).unwrap_or_default(),
        recommendations: around.recommendations_of(row.id),
        support: around.support_of(row.id),
        lock_version: row.lock_version,
    })
}

/// How many extensions were granted, and to which date first, by measure.
async fn extensions_granted(tx: &Tx, scope: &Scope) -> Result<HashMap<i64, Granted>, StoreError> {
    use extension::Column;
    let rows: Vec<(i64, i64, Option<NaiveDate>, DatePrecision)> = extension::Entity::find()
        .select_only()
        .columns([Column::Id, Column::MeasureId, Column::ToDueOn, Column::ToPrecision])
        .filter(Column::State.eq(ExtensionState::Granted))
        .filter(Column::MeasureId.in_subquery(scope.ids_query()))
        .order_by_asc(Column::DecidedOn)
        .order_by_asc(Column::RequestedOn)
        .order_by_asc(Column::Id)
        .into_tuple()
        .all(tx)
        .await?;
    let mut found: HashMap<i64, Granted> = HashMap::new();
    for (id, measure, day, precision) in rows {
        let to = due(precision, day, "extension", id)?;
        let granted = found.entry(measure).or_default();
        granted.count = granted.count.saturating_add(1);
        granted.first = granted.first.or(Some(to));
    }
    Ok(found)
}
