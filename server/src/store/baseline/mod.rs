//! The baseline of a plan: what was approved, word for word. Written once; only ever read afterwards.

mod values;

pub use values::{Value, of_measure as values_of_measure, of_plan as values_of_plan};
pub use values::{of_recommendation as values_of_recommendation, of_response as values_of_response};

use super::{
    StoreError, Tx,
    entities::{baseline, baseline_value, deliverable, measure, plan, recommendation, response},
    measures::Scope,
    records::{bilingual, forecast},
};
use domain::{dates::DueDate, plan::BaselineEntity, text::Bilingual};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder,
    sea_query::{DynIden, Expr, IntoIden, Query, SelectStatement},
};
use std::collections::HashMap;

/// What was approved of one record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approved {
    /// The words.
    pub text: Bilingual,
    /// The date, of a measure or of a deliverable with one of its own.
    pub due: Option<DueDate>,
    /// Whatever else was approved of it.
    pub values: Vec<Value>,
}

/// What was approved, by kind of record and id. What is not in it was added afterwards.
pub type Baseline = HashMap<(BaselineEntity, i64), Approved>;

/// Writes down a plan as it stands: one statement per kind of record, however many there are, and the values beside.
pub async fn freeze(tx: &Tx, plan_id: i64) -> Result<(), StoreError> {
    let mut plans = select(BaselineEntity::Plan, plan_id, plan::Entity.into_iden(), TITLES);
    plans.and_where(Expr::col(plan::Column::Id).eq(plan_id));
    insert(tx, plans, Dated::No).await?;
    for (entity, table) in [
        (BaselineEntity::Recommendation, recommendation::Entity.into_iden()),
        (BaselineEntity::Response, response::Entity.into_iden()),
    ] {
        let mut texts = select(entity, plan_id, table, TEXTS);
        texts.and_where(Expr::col("plan_id").eq(plan_id));
        insert(tx, texts, Dated::No).await?;
    }
    let mut measures = select(BaselineEntity::Measure, plan_id, measure::Entity.into_iden(), TEXTS);
    measures.columns([measure::Column::OriginalDueOn, measure::Column::OriginalPrecision]);
    measures.and_where(Expr::col(measure::Column::PlanId).eq(plan_id));
    insert(tx, measures, Dated::Yes).await?;
    let mut deliverables = select(BaselineEntity::Deliverable, plan_id, deliverable::Entity.into_iden(), TITLES);
    deliverables.columns([deliverable::Column::DueOn, deliverable::Column::DuePrecision]);
    deliverables.and_where(Expr::col(deliverable::Column::MeasureId).in_subquery(Scope::plan(plan_id).ids_query()));
    insert(tx, deliverables, Dated::Yes).await?;
    values::freeze(tx, plan_id).await
}

/// The columns of a record that has a title.
const TITLES: [&str; 3] = ["id", "title_en", "title_fr"];
/// The columns of a record that is a text.
const TEXTS: [&str; 3] = ["id", "text_en", "text_fr"];

fn select(entity: BaselineEntity, plan_id: i64, table: DynIden, columns: [&'static str; 3]) -> SelectStatement {
    let mut select = Query::select();
    select.expr(Expr::value(plan_id)).expr(Expr::value(entity)).columns(columns).from(table);
    select
}

/// Whether a record has a date to keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Dated {
    Yes,
    No,
}

async fn insert(tx: &Tx, rows: SelectStatement, dated: Dated) -> Result<(), StoreError> {
    use baseline::Column::{DueOn, DuePrecision, Entity, EntityId, PlanId, TextEn, TextFr};
    let mut columns = vec![PlanId, Entity, EntityId, TextEn, TextFr];
    if dated == Dated::Yes {
        columns.extend([DueOn, DuePrecision]);
    }
    let mut insert = Query::insert();
    insert.into_table(baseline::Entity).columns(columns);
    insert.select_from(rows).map_err(|error| StoreError::impossible("baseline", 0, error))?;
    tx.execute(&insert).await?;
    Ok(())
}

/// What was approved of a plan.
pub async fn of_plan(tx: &Tx, plan_id: i64) -> Result<Baseline, StoreError> {
    let values = Condition::all().add(baseline_value::Column::PlanId.eq(plan_id));
    read(tx, Condition::all().add(baseline::Column::PlanId.eq(plan_id)), values).await
}

/// What was approved of a measure and of its deliverables.
pub async fn of_measure(tx: &Tx, measure_id: i64, deliverables: &[i64]) -> Result<Baseline, StoreError> {
    let of = |entity: BaselineEntity| Condition::all().add(baseline::Column::Entity.eq(entity));
    let own = of(BaselineEntity::Measure).add(baseline::Column::EntityId.eq(measure_id));
    let theirs = of(BaselineEntity::Deliverable).add(baseline::Column::EntityId.is_in(deliverables.iter().copied()));
    let values = Condition::all()
        .add(baseline_value::Column::Entity.eq(BaselineEntity::Measure))
        .add(baseline_value::Column::EntityId.eq(measure_id));
    read(tx, Condition::any().add(own).add(theirs), values).await
}

async fn read(tx: &Tx, wanted: Condition, values: Condition) -> Result<Baseline, StoreError> {
    let rows = baseline::Entity::find().filter(wanted).all(tx).await?;
    let approved = |row: baseline::Model| {
        let due = forecast(row.due_precision, row.due_on, "baseline", row.id)?;
        let text = bilingual(row.text_en, row.text_fr);
        Ok(((row.entity, row.entity_id), Approved { text, due, values: Vec::new() }))
    };
    let mut found: Baseline = rows.into_iter().map(approved).collect::<Result<_, StoreError>>()?;
    let rows = baseline_value::Entity::find().filter(values).order_by_asc(baseline_value::Column::Id).all(tx).await?;
    for row in rows {
        if let Some(approved) = found.get_mut(&(row.entity, row.entity_id)) {
            approved.values.push(Value { field: row.field, value: row.value, ref_id: row.ref_id });
        }
    }
    Ok(found)
}
