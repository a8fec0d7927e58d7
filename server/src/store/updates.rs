//! Progress updates: added, never changed.

use super::{
    StoreError, Tx,
    entities::progress_update::{ActiveModel, Column, Entity},
    measures::Scope,
    people,
    records::{DueColumns, Update, text_in},
};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    dates::{DueDate, ReportingPeriod},
    measure::MeasureStatus,
    progress::UpdateKind,
    text::{Bilingual, Lang},
};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Alias, Expr, Query},
};
use std::collections::{HashMap, HashSet};

/// An update to be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct NewUpdate {
    pub measure_id: i64,
    pub author_id: i64,
    pub kind: UpdateKind,
    /// Who answered for an organisation without accounts.
    pub contact: Option<String>,
    pub reported_on: NaiveDate,
    pub recorded_at: DateTime<Utc>,
    pub status: MeasureStatus,
    pub percent: u8,
    pub done: Bilingual,
    pub obstacles: Bilingual,
    pub next_step: Bilingual,
    pub forecast: Option<DueDate>,
}

/// Records an update; it answers for the reporting period of its day.
pub async fn add(tx: &Tx, new: NewUpdate) -> Result<i64, StoreError> {
    let forecast = new.forecast.map(DueColumns::from);
    let row = ActiveModel {
        id: NotSet,
        measure_id: Set(new.measure_id),
        author_id: Set(new.author_id),
        kind: Set(new.kind),
        contact: Set(new.contact),
        reported_on: Set(new.reported_on),
        recorded_at: Set(new.recorded_at),
        period: Set(ReportingPeriod::of(new.reported_on).code()),
        status: Set(new.status),
        percent: Set(new.percent.into()),
        done_en: Set(text_in(&new.done, Lang::En)),
        done_fr: Set(text_in(&new.done, Lang::Fr)),
        obstacles_en: Set(text_in(&new.obstacles, Lang::En)),
        obstacles_fr: Set(text_in(&new.obstacles, Lang::Fr)),
        next_step_en: Set(text_in(&new.next_step, Lang::En)),
        next_step_fr: Set(text_in(&new.next_step, Lang::Fr)),
        forecast_due_on: Set(forecast.and_then(|due| due.day)),
        forecast_precision: Set(forecast.map(|due| due.precision)),
    };
    Ok(Entity::insert(row).exec(tx).await?.last_insert_id)
}

/// How many updates a measure has.
pub async fn count(tx: &Tx, measure_id: i64) -> Result<u64, StoreError> {
    Ok(Entity::find().filter(Column::MeasureId.eq(measure_id)).count(tx).await?)
}

/// The days of a measure's updates, oldest first.
pub async fn days(tx: &Tx, measure_id: i64) -> Result<Vec<NaiveDate>, StoreError> {
    let days = Entity::find().select_only().column(Column::ReportedOn).filter(Column::MeasureId.eq(measure_id));
    Ok(days.order_by_asc(Column::ReportedOn).into_tuple().all(tx).await?)
}

/// A slice of a measure's updates, newest first.
pub async fn page(tx: &Tx, measure_id: i64, offset: u64, limit: u64) -> Result<Vec<Update>, StoreError> {
    let rows = Entity::find()
        .filter(Column::MeasureId.eq(measure_id))
        .order_by_desc(Column::ReportedOn)
        .order_by_desc(Column::Id)
        .offset(offset)
        .limit(limit)
        .all(tx)
        .await?;
    let authors: Vec<i64> = rows.iter().map(|row| row.author_id).collect();
    named(rows, &people::names(tx, &authors).await?)
}

/// The claim that a measure is done, the one made last: whatever was said since that there is nothing new, and on whichever
/// day it was given.
pub async fn claim(tx: &Tx, measure_id: i64) -> Result<Option<Update>, StoreError> {
    let claims = Entity::find()
        .filter(Column::MeasureId.eq(measure_id))
        .filter(Column::Status.eq(MeasureStatus::CompletedToVerify))
        .filter(Column::Kind.ne(UpdateKind::NothingNew));
    let rows = Vec::from_iter(claims.order_by_desc(Column::Id).limit(1).one(tx).await?);
    let authors: Vec<i64> = rows.iter().map(|row| row.author_id).collect();
    Ok(named(rows, &people::names(tx, &authors).await?)?.pop())
}

/// The last update of each measure of a scope.
pub async fn last_of(tx: &Tx, scope: &Scope) -> Result<HashMap<i64, Update>, StoreError> {
    // The one that no other one of its measure comes after.
    let later = Alias::new("later");
    let other = |column: Column| Expr::col((later.clone(), column));
    let this = |column: Column| Expr::col((Entity, column));
    let same_day = other(Column::ReportedOn).eq(this(Column::ReportedOn)).and(other(Column::Id).gt(this(Column::Id)));
    let newer = Query::select()
        .expr(Expr::val(1))
        .from_as(Entity, later.clone())
        .and_where(other(Column::MeasureId).eq(this(Column::MeasureId)))
        .and_where(other(Column::ReportedOn).gt(this(Column::ReportedOn)).or(same_day))
        .to_owned();
    let rows =
        Entity::find().filter(Column::MeasureId.in_subquery(scope.ids_query())).filter(Expr::exists(newer).not()).all(tx).await?;
    let authors: Vec<i64> = rows.iter().map(|row| row.author_id).collect();
    let updates = named(rows, &people::names(tx, &authors).await?)?;
    Ok(updates.into_iter().map(|update| (update.measure_id, update)).collect())
}

/// Which measures of a scope were reported on in these periods.
pub async fn reported_in(tx: &Tx, scope: &Scope, periods: &[ReportingPeriod]) -> Result<HashSet<(i64, String)>, StoreError> {
    let pairs = Entity::find()
        .select_only()
        .column(Column::MeasureId)
        .column(Column::Period)
        .distinct()
        .filter(Column::MeasureId.in_subquery(scope.ids_query()))
        .filter(Column::Period.is_in(periods.iter().map(|period| period.code())));
    Ok(pairs.into_tuple::<(i64, String)>().all(tx).await?.into_iter().collect())
}

/// Every update of the measures of a scope up to a day, oldest first: for what is computed as of that day.
pub async fn until(tx: &Tx, scope: &Scope, day: NaiveDate) -> Result<Vec<Update>, StoreError> {
    let wanted = || Column::MeasureId.in_subquery(scope.ids_query()).and(Column::ReportedOn.lte(day));
    let rows = Entity::find().filter(wanted()).order_by_asc(Column::ReportedOn).order_by_asc(Column::Id).all(tx).await?;
    let authors = Query::select().column(Column::AuthorId).from(Entity).and_where(wanted()).to_owned();
    named(rows, &people::names_in(tx, authors).await?)
}

fn named(rows: Vec<super::entities::progress_update::Model>, names: &HashMap<i64, String>) -> Result<Vec<Update>, StoreError> {
    let name = |id: i64| names.get(&id).cloned().unwrap_or_default();
    rows.into_iter().map(|row| Update::from_row(row.clone(), name(row.author_id))).collect()
}
