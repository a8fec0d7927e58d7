//! The lines of a plan's costs. Nothing is deleted: a line is archived with a reason, and what a corrected one said
//! before stays beside it.

use super::{
    StoreError, Tx,
    entities::{
        cost::{ActiveModel, Column, Entity, Model},
        cost_organisation, organisation,
    },
    records::{Organisation, bilingual, text_in, typed},
};
use chrono::NaiveDate;
use domain::{
    costs::{Cents, CostLine},
    dates::FiscalYear,
    text::{Bilingual, Lang},
};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder,
    sea_query::{Expr, Query},
};
use std::collections::HashMap;

/// A line as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Cost {
    pub id: i64,
    pub plan_id: i64,
    pub activity: Bilingual,
    pub note: Bilingual,
    pub line: CostLine,
    /// The organisations, by code.
    pub organisations: Vec<Organisation>,
    pub recorded_on: NaiveDate,
    pub archived_on: Option<NaiveDate>,
    pub archived_reason: Option<String>,
    /// The line that this is an earlier wording of.
    pub corrected_as: Option<i64>,
    pub lock_version: i32,
}

impl Cost {
    /// Whether it was on record at the end of a day.
    #[must_use]
    pub fn was_there(&self, day: NaiveDate) -> bool {
        self.recorded_on <= day && self.archived_on.is_none_or(|archived| archived > day)
    }

    /// The line that it is, or was.
    #[must_use]
    pub fn line_id(&self) -> i64 {
        self.corrected_as.unwrap_or(self.id)
    }
}

/// What a line says.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Said {
    pub activity: Bilingual,
    pub note: Bilingual,
    pub line: CostLine,
}

/// Every line of a plan, archived ones and earlier wordings too, by year and in the order they were added: three queries.
pub async fn load(tx: &Tx, plan_id: i64) -> Result<Vec<Cost>, StoreError> {
    matching(tx, Condition::all().add(Column::PlanId.eq(plan_id))).await
}

/// One line.
pub async fn find(tx: &Tx, id: i64) -> Result<Option<Cost>, StoreError> {
    Ok(matching(tx, Condition::all().add(Column::Id.eq(id))).await?.pop())
}

async fn matching(tx: &Tx, which: Condition) -> Result<Vec<Cost>, StoreError> {
    let ids = || Query::select().column(Column::Id).from(Entity).cond_where(which.clone()).to_owned();
    let links = cost_organisation::Column::CostId.in_subquery(ids());
    let linked = Query::select()
        .column(cost_organisation::Column::OrganisationId)
        .from(cost_organisation::Entity)
        .and_where(links.clone())
        .to_owned();
    let rows = Entity::find().filter(which.clone()).order_by_asc(Column::FiscalYear).order_by_asc(Column::Id).all(tx).await?;
    let organisations = organisation::Entity::find()
        .filter(organisation::Column::Id.in_subquery(linked))
        .order_by_asc(organisation::Column::Code)
        .all(tx)
        .await?;
    let mut of: HashMap<i64, Vec<i64>> = HashMap::new();
    for link in cost_organisation::Entity::find().filter(links).all(tx).await? {
        of.entry(link.cost_id).or_default().push(link.organisation_id);
    }
    let organisations: Vec<Organisation> = organisations.into_iter().map(Organisation::from).collect();
    let its = |id: i64| -> Vec<Organisation> {
        let ids = of.get(&id).map(Vec::as_slice).unwrap_or_default();
        organisations.iter().filter(|organisation| ids.contains(&organisation.id)).cloned().collect()
    };
    rows.into_iter().map(|row| cost(its(row.id), row)).collect()
}

fn cost(organisations: Vec<Organisation>, row: Model) -> Result<Cost, StoreError> {
    let amount = |cents: i64| Cents::new(cents).ok_or_else(|| StoreError::impossible("cost", row.id, "an impossible amount"));
    Ok(Cost {
        id: row.id,
        plan_id: row.plan_id,
        activity: bilingual(row.activity_en, row.activity_fr),
        note: bilingual(row.note_en, row.note_fr),
        line: CostLine {
            kind: row.kind,
            year: FiscalYear(row.fiscal_year),
            source: row.source,
            certainty: row.certainty,
            amount: row.amount_cents.map(amount).transpose()?,
            organisations: organisations.iter().map(|organisation| organisation.id).collect(),
        },
        organisations,
        recorded_on: row.recorded_on,
        archived_on: row.archived_on,
        archived_reason: row.archived_reason,
        corrected_as: row.corrected_as,
        lock_version: row.lock_version,
    })
}

/// Adds a line.
pub async fn add(tx: &Tx, plan_id: i64, said: &Said, on: NaiveDate) -> Result<i64, StoreError> {
    insert(tx, row(plan_id, said, on), &said.line.organisations).await
}

fn row(plan_id: i64, said: &Said, on: NaiveDate) -> ActiveModel {
    ActiveModel {
        id: NotSet,
        plan_id: Set(plan_id),
        activity_en: Set(text_in(&said.activity, Lang::En)),
        activity_fr: Set(text_in(&said.activity, Lang::Fr)),
        kind: Set(said.line.kind),
        fiscal_year: Set(said.line.year.0),
        source: Set(said.line.source),
        certainty: Set(said.line.certainty),
        amount_cents: Set(said.line.amount.map(Cents::get)),
        note_en: Set(text_in(&said.note, Lang::En)),
        note_fr: Set(text_in(&said.note, Lang::Fr)),
        recorded_on: Set(on),
        archived_on: Set(None),
        archived_reason: Set(None),
        corrected_as: Set(None),
        lock_version: Set(0),
    }
}

async fn insert(tx: &Tx, row: ActiveModel, organisations: &[i64]) -> Result<i64, StoreError> {
    let id = Entity::insert(row).exec(tx).await?.last_insert_id;
    link(tx, id, organisations).await?;
    Ok(id)
}

async fn link(tx: &Tx, cost_id: i64, organisations: &[i64]) -> Result<(), StoreError> {
    let rows = organisations.iter().map(|id| cost_organisation::ActiveModel { cost_id: Set(cost_id), organisation_id: Set(*id) });
    cost_organisation::Entity::insert_many(rows).exec_without_returning(tx).await?;
    Ok(())
}

/// Corrects a line from a day on; what it said until then stays on record, except on the day it was said itself. Errors
/// with `Conflict` when it changed since `lock_version`, or was archived.
pub async fn correct(tx: &Tx, before: &Cost, lock_version: i32, said: &Said, on: NaiveDate) -> Result<(), StoreError> {
    let id = before.id;
    let done = Entity::update_many()
        .col_expr(Column::ActivityEn, Expr::value(text_in(&said.activity, Lang::En)))
        .col_expr(Column::ActivityFr, Expr::value(text_in(&said.activity, Lang::Fr)))
        .col_expr(Column::Kind, Expr::value(said.line.kind))
        .col_expr(Column::FiscalYear, Expr::value(said.line.year.0))
        .col_expr(Column::Source, Expr::value(said.line.source))
        .col_expr(Column::Certainty, Expr::value(said.line.certainty))
        .col_expr(Column::AmountCents, Expr::value(said.line.amount.map(Cents::get)))
        .col_expr(Column::NoteEn, Expr::value(text_in(&said.note, Lang::En)))
        .col_expr(Column::NoteFr, Expr::value(text_in(&said.note, Lang::Fr)))
        .col_expr(Column::RecordedOn, Expr::value(on))
        .col_expr(Column::LockVersion, Expr::value(lock_version.wrapping_add(1)))
        .filter(Column::Id.eq(id))
        .filter(Column::LockVersion.eq(lock_version))
        .filter(Column::ArchivedOn.is_null())
        .exec(tx)
        .await?;
    if done.rows_affected != 1 {
        return Err(StoreError::Conflict);
    }
    cost_organisation::Entity::delete_many().filter(cost_organisation::Column::CostId.eq(id)).exec(tx).await?;
    link(tx, id, &said.line.organisations).await?;
    if before.recorded_on < on {
        let was = Said { activity: before.activity.clone(), note: before.note.clone(), line: before.line.clone() };
        let mut row = row(before.plan_id, &was, before.recorded_on);
        (row.archived_on, row.corrected_as) = (Set(Some(on)), Set(Some(id)));
        insert(tx, row, &was.line.organisations).await?;
    }
    Ok(())
}

/// Archives a line. Errors with `Conflict` when it changed since `lock_version`, or was archived.
pub async fn archive(tx: &Tx, id: i64, lock_version: i32, on: NaiveDate, reason: &str) -> Result<(), StoreError> {
    let done = Entity::update_many()
        .col_expr(Column::ArchivedOn, Expr::value(on))
        .col_expr(Column::ArchivedReason, Expr::value(typed(reason)))
        .col_expr(Column::LockVersion, Expr::value(lock_version.wrapping_add(1)))
        .filter(Column::Id.eq(id))
        .filter(Column::LockVersion.eq(lock_version))
        .filter(Column::ArchivedOn.is_null())
        .exec(tx)
        .await?;
    if done.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}
