//! Extension requests.

mod deliverables;

pub use deliverables::{NewDate, add_dates, grant_dates, granted};

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
    let own = |column: extension::Column| {
        Query::select()
            .column(column)
            .from(extension::Entity)
            .and_where(extension::Column::MeasureId.in_subquery(scope.ids_query()))
            .to_owned()
    };
    let mut dates = deliverables::of_requests(tx, own(extension::Column::Id)).await?;
    let deciding = meeting::Column::Id.in_subquery(own(extension::Column::MeetingId));
    let meetings = meeting::Entity::find().filter(deciding).all(tx).await?;
    let names: HashMap<i64, Bilingual> = meetings.into_iter().map(|m| (m.id, bilingual(m.name_en, m.name_fr))).collect();
    let people: Vec<i64> = rows.iter().flat_map(|row| [row.requested_by, row.requested_for, row.decided_by]).flatten().collect();
    let people = people::names(tx, &people).await?;
    let whole = |row: extension::Model| {
        let dates = dates.remove(&row.id).unwrap_or_default();
        Extension::from_row(row, (&people, &names), dates)
    };
    rows.into_iter().map(whole).collect()
}
