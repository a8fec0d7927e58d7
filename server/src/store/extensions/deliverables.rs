//! The dates of single deliverables in requests for later dates. What was promised first stays in the deliverable's own
//! row, which nothing here writes to: its current date is the latest one granted.

use crate::store::{
    StoreError, Tx,
    entities::{
        deliverable,
        extension_deliverable::{ActiveModel, Column, Entity, Model},
    },
    records::{DueColumns, ExtensionDate, bilingual, due, forecast},
};
use domain::{dates::DueDate, extensions::LaterDate};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder,
    sea_query::{Query, SelectStatement},
};
use std::collections::HashMap;

/// A date to be asked for a deliverable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct NewDate {
    pub deliverable_id: i64,
    pub from: DueDate,
    pub asked: DueDate,
    /// The date granted, where it is decided already.
    pub granted: Option<DueDate>,
}

/// Writes down the dates that a request asks for deliverables.
pub async fn add_dates(tx: &Tx, extension_id: i64, dates: &[NewDate]) -> Result<(), StoreError> {
    let rows = dates.iter().map(|new| {
        let (from, asked, granted) = (DueColumns::from(new.from), DueColumns::from(new.asked), new.granted.map(DueColumns::from));
        ActiveModel {
            id: NotSet,
            extension_id: Set(extension_id),
            deliverable_id: Set(new.deliverable_id),
            from_due_on: Set(from.day),
            from_precision: Set(from.precision),
            asked_due_on: Set(asked.day),
            asked_precision: Set(asked.precision),
            granted_due_on: Set(granted.and_then(|granted| granted.day)),
            granted_precision: Set(granted.map(|granted| granted.precision)),
        }
    });
    Entity::insert_many(rows).exec_without_returning(tx).await?;
    Ok(())
}

/// Writes down which of them are granted, each with its date.
pub async fn grant_dates(tx: &Tx, extension_id: i64, dates: &[LaterDate]) -> Result<(), StoreError> {
    for later in dates {
        let to = DueColumns::from(later.to);
        let row = ActiveModel { granted_due_on: Set(to.day), granted_precision: Set(Some(to.precision)), ..Default::default() };
        let asked = Entity::update_many()
            .set(row)
            .filter(Column::ExtensionId.eq(extension_id))
            .filter(Column::DeliverableId.eq(later.deliverable));
        if asked.exec(tx).await?.rows_affected != 1 {
            return Err(StoreError::Conflict);
        }
    }
    Ok(())
}

/// The latest date granted, by deliverable, of the deliverables that a query names. Requests are decided one after the
/// other, and each grants a later date than the one before.
pub async fn granted(tx: &Tx, deliverables: SelectStatement) -> Result<HashMap<i64, DueDate>, StoreError> {
    let rows = Entity::find()
        .filter(Column::DeliverableId.in_subquery(deliverables))
        .filter(Column::GrantedPrecision.is_not_null())
        .order_by_asc(Column::ExtensionId);
    let date = |row: &Model| {
        let to = forecast(row.granted_precision, row.granted_due_on, "extension_deliverable", row.id)?;
        Ok(to.map(|to| (row.deliverable_id, to)))
    };
    rows.all(tx).await?.iter().filter_map(|row| date(row).transpose()).collect()
}

/// The dates of deliverables in the requests that a query names, by request, in the order of the deliverables.
pub(super) async fn of_requests(tx: &Tx, requests: SelectStatement) -> Result<HashMap<i64, Vec<ExtensionDate>>, StoreError> {
    let rows = Entity::find().filter(Column::ExtensionId.in_subquery(requests.clone())).all(tx).await?;
    let named = Query::select()
        .column(Column::DeliverableId)
        .from(Entity)
        .and_where(Column::ExtensionId.in_subquery(requests))
        .to_owned();
    let named = deliverable::Entity::find().filter(deliverable::Column::Id.in_subquery(named)).all(tx).await?;
    let named: HashMap<i64, deliverable::Model> = named.into_iter().map(|row| (row.id, row)).collect();
    let mut found: HashMap<i64, Vec<(i32, ExtensionDate)>> = HashMap::new();
    for row in rows {
        let Some(of) = named.get(&row.deliverable_id) else { continue };
        let from = due(row.from_precision, row.from_due_on, "extension_deliverable", row.id)?;
        let date = ExtensionDate {
            deliverable_id: row.deliverable_id,
            title: bilingual(of.title_en.clone(), of.title_fr.clone()),
            original: forecast(of.due_precision, of.due_on, "deliverable", of.id)?.unwrap_or(from),
            from,
            asked: due(row.asked_precision, row.asked_due_on, "extension_deliverable", row.id)?,
            granted: forecast(row.granted_precision, row.granted_due_on, "extension_deliverable", row.id)?,
        };
        found.entry(row.extension_id).or_default().push((of.position, date));
    }
    let in_order = |mut dates: Vec<(i32, ExtensionDate)>| {
        dates.sort_by_key(|(position, _)| *position);
        dates.into_iter().map(|(_, date)| date).collect()
    };
    Ok(found.into_iter().map(|(request, dates)| (request, in_order(dates))).collect())
}
