//! Where measures stood, day by day: a row is copied from the measure itself whenever something moved it, so that what an
//! earlier day looked like never depends on what came later.

use super::{
    StoreError, Tx,
    entities::{deliverable, deliverable_standing, measure, organisation, person, standing},
    measures::Scope,
    records::{Organisation, forecast, percent},
};
use chrono::NaiveDate;
use domain::{
    measure::MeasureStatus,
    reports::{PastDeliverable, PastStanding},
    text::Coded,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, InsertStatement, Query, SelectStatement},
};
use std::collections::HashMap;

/// Where a measure stood from a day on, and in whose hands it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stood {
    /// What the rules of reports need to know.
    pub standing: PastStanding,
    /// The organisation that led it.
    pub lead: Option<Organisation>,
    /// The name of the person assigned, else the words of the source.
    pub owner: Option<String>,
}

/// Writes down how the measures of a scope begin, with their deliverables; once, before anything moves them.
pub async fn begin(tx: &Tx, scope: &Scope) -> Result<(), StoreError> {
    copy(tx, None, scope.condition()).await?;
    copy_deliverables(tx, None, deliverable::Column::MeasureId.in_subquery(scope.ids_query())).await
}

/// The same of a measure that was added on a day: before, there was none.
pub async fn begin_on(tx: &Tx, measure_id: i64, day: NaiveDate) -> Result<(), StoreError> {
    note(tx, measure_id, day).await?;
    copy_deliverables(tx, Some(day), deliverable::Column::MeasureId.eq(measure_id)).await
}

/// Writes down where deliverables stand from a day on.
pub async fn note_deliverables(tx: &Tx, ids: &[i64], since: NaiveDate) -> Result<(), StoreError> {
    copy_deliverables(tx, Some(since), deliverable::Column::Id.is_in(ids.iter().copied())).await
}

async fn copy_deliverables(tx: &Tx, since: Option<NaiveDate>, of: Expr) -> Result<(), StoreError> {
    use deliverable::Column as From;
    use deliverable_standing::Column as To;
    let mut rows = Query::select();
    rows.columns([From::Id, From::Status, From::DeliveredOn]).from(deliverable::Entity).and_where(of);
    let mut columns = vec![To::DeliverableId, To::Status, To::DeliveredOn];
    if let Some(since) = since {
        rows.expr(Expr::value(since));
        columns.push(To::Since);
    }
    insert(tx, Query::insert().into_table(deliverable_standing::Entity).columns(columns), rows).await
}

async fn insert(tx: &Tx, into: &mut InsertStatement, rows: SelectStatement) -> Result<(), StoreError> {
    into.select_from(rows).map_err(|error| StoreError::impossible("standing", 0, error))?;
    tx.execute(&*into).await?;
    Ok(())
}

/// Where the deliverables of a scope stood, by deliverable, oldest first: since when, the status, and when it was handed
/// over.
pub async fn deliverables(tx: &Tx, scope: &Scope) -> Result<HashMap<i64, Vec<PastDeliverable>>, StoreError> {
    use deliverable_standing::Column;
    let within = Query::select()
        .column(deliverable::Column::Id)
        .from(deliverable::Entity)
        .and_where(deliverable::Column::MeasureId.in_subquery(scope.ids_query()))
        .to_owned();
    let rows = deliverable_standing::Entity::find().filter(Column::DeliverableId.in_subquery(within)).order_by_asc(Column::Id);
    let mut found: HashMap<i64, Vec<PastDeliverable>> = HashMap::new();
    for row in rows.all(tx).await? {
        let stood = PastDeliverable { since: row.since, status: row.status, delivered_on: row.delivered_on };
        found.entry(row.deliverable_id).or_default().push(stood);
    }
    Ok(found)
}

/// Writes down where a measure stands from a day on.
pub async fn note(tx: &Tx, measure_id: i64, since: NaiveDate) -> Result<(), StoreError> {
    copy(tx, Some(since), Condition::all().add(measure::Column::Id.eq(measure_id))).await
}

async fn copy(tx: &Tx, since: Option<NaiveDate>, of: Condition) -> Result<(), StoreError> {
    use measure::Column as From;
    use standing::Column as To;
    let pairs = [
        (From::Id, To::MeasureId),
        (From::Status, To::Status),
        (From::Percent, To::Percent),
        (From::ForecastDueOn, To::ForecastDueOn),
        (From::ForecastPrecision, To::ForecastPrecision),
        (From::EndedOn, To::EndedOn),
        (From::LeadOrganisationId, To::LeadOrganisationId),
        (From::OwnerId, To::OwnerId),
        (From::OwnerText, To::OwnerText),
    ];
    let mut rows = Query::select();
    rows.columns(pairs.map(|(from, _)| from)).from(measure::Entity).cond_where(of);
    let mut columns: Vec<To> = pairs.map(|(_, to)| to).into();
    if let Some(since) = since {
        rows.expr(Expr::value(since));
        columns.push(To::Since);
    }
    insert(tx, Query::insert().into_table(standing::Entity).columns(columns), rows).await
}

/// The percentage a measure last had while its lead owed work; `None` when that never was.
pub async fn last_open_percent(tx: &Tx, measure_id: i64) -> Result<Option<u8>, StoreError> {
    use standing::Column;
    let open = MeasureStatus::ALL.iter().copied().filter(|status| status.awaits_lead());
    let last: Option<i32> = standing::Entity::find()
        .select_only()
        .column(Column::Percent)
        .filter(Column::MeasureId.eq(measure_id))
        .filter(Column::Status.is_in(open))
        .order_by_desc(Column::Id)
        .into_tuple()
        .one(tx)
        .await?;
    last.map(|stored| percent(stored, "standing", measure_id)).transpose()
}

/// Since which day a measure is reported as completed; `None` when it is not, or was from the beginning.
pub async fn claimed_since(tx: &Tx, measure_id: i64) -> Result<Option<NaiveDate>, StoreError> {
    use standing::Column;
    let rows: Vec<(Option<NaiveDate>, MeasureStatus)> = standing::Entity::find()
        .select_only()
        .columns([Column::Since, Column::Status])
        .filter(Column::MeasureId.eq(measure_id))
        .order_by_desc(Column::Id)
        .into_tuple()
        .all(tx)
        .await?;
    let claimed = |status: &MeasureStatus| matches!(status, MeasureStatus::CompletedToVerify | MeasureStatus::VerifiedClosed);
    Ok(rows.iter().take_while(|(_, status)| claimed(status)).last().and_then(|(since, _)| *since))
}

/// Where the measures of a scope stood, by measure, oldest first: three queries. An owner who left answers for nothing from
/// that day on, unless a lead or words answer as well.
pub async fn load(tx: &Tx, scope: &Scope) -> Result<HashMap<i64, Vec<Stood>>, StoreError> {
    use standing::Column;
    let within = || Column::MeasureId.in_subquery(scope.ids_query());
    let rows = standing::Entity::find().filter(within()).order_by_asc(Column::Id).all(tx).await?;
    let column = |column: Column| Query::select().column(column).from(standing::Entity).and_where(within()).to_owned();
    let owners = person::Entity::find().filter(person::Column::Id.in_subquery(column(Column::OwnerId)));
    let owners: HashMap<i64, person::Model> = owners.all(tx).await?.into_iter().map(|row| (row.id, row)).collect();
    let leads = organisation::Entity::find().filter(organisation::Column::Id.in_subquery(column(Column::LeadOrganisationId)));
    let leads: HashMap<i64, Organisation> = leads.all(tx).await?.into_iter().map(|row| (row.id, row.into())).collect();
    let mut found: HashMap<i64, Vec<Stood>> = HashMap::new();
    for row in rows {
        let assigned = row.owner_id.and_then(|owner| owners.get(&owner));
        let words = row.owner_text.filter(|words| !words.trim().is_empty());
        let answered = row.lead_organisation_id.is_some() || words.is_some();
        let standing = PastStanding {
            since: row.since,
            status: row.status,
            percent: percent(row.percent, "standing", row.id)?,
            forecast: forecast(row.forecast_precision, row.forecast_due_on, "standing", row.id)?,
            ended_on: row.ended_on,
            has_owner: answered || assigned.is_some(),
            owner_left: assigned.filter(|_| !answered).and_then(|person| person.archived_on),
        };
        let owner = assigned.map(|person| person.name.clone()).or(words);
        let lead = row.lead_organisation_id.and_then(|lead| leads.get(&lead).cloned());
        found.entry(row.measure_id).or_default().push(Stood { standing, lead, owner });
    }
    Ok(found)
}
