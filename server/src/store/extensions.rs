//! Extension requests.

use super::{
    StoreError, Tx,
    entities::{extension, meeting},
    measures::Scope,
    people,
    records::{Extension, bilingual},
};
use domain::text::Bilingual;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, sea_query::Query};
use std::collections::HashMap;

/// The requests about the measures of a scope, oldest first, with the names of the people and meetings that asked and decided.
pub async fn load(tx: &Tx, scope: &Scope) -> Result<Vec<Extension>, StoreError> {
    let rows = extension::Entity::find()
        .filter(extension::Column::MeasureId.in_subquery(scope.ids_query()))
        .order_by_asc(extension::Column::RequestedOn)
        .order_by_asc(extension::Column::Id)
        .all(tx)
        .await?;
    let deciding = Query::select()
        .column(extension::Column::MeetingId)
        .from(extension::Entity)
        .and_where(extension::Column::MeasureId.in_subquery(scope.ids_query()))
        .to_owned();
    let meetings = meeting::Entity::find().filter(meeting::Column::Id.in_subquery(deciding)).all(tx).await?;
    let names: HashMap<i64, Bilingual> = meetings.into_iter().map(|m| (m.id, bilingual(m.name_en, m.name_fr))).collect();
    let people: Vec<i64> = rows.iter().flat_map(|row| [row.requested_by, row.requested_for, row.decided_by]).flatten().collect();
    let people = people::names(tx, &people).await?;
    rows.into_iter().map(|row| Extension::from_row(row, &people, &names)).collect()
}
