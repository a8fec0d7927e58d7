//! What is kept of a record besides its words and its date, value by value. Freezing and comparing read the same lists,
//! so that nothing can be frozen and not compared.

use crate::store::{
    StoreError, Tx,
    entities::baseline_value,
    measures::{self, Scope},
    plans,
    records::{Answered, Measure, Plan, Response},
};
use domain::{
    plan::BaselineEntity,
    text::{Bilingual, Coded, Lang},
};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    EntityTrait,
};

/// So many rows go into one statement.
const ROWS: usize = 1_000;

/// One value of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// The field, named as the audit trail names it.
    pub field: String,
    /// A code, a number, a day or a text.
    pub value: String,
    /// The record it names, whatever that is called by now.
    pub ref_id: Option<i64>,
}

/// The values of a record, gathered one by one; what is not there has no row.
#[derive(Debug, Default)]
struct Values(Vec<Value>);

impl Values {
    fn plain(mut self, field: &str, value: Option<String>) -> Self {
        self.0.extend(value.map(|value| Value { field: field.to_owned(), value, ref_id: None }));
        self
    }

    fn text(self, field: &str, text: &Bilingual) -> Self {
        Lang::ALL.iter().fold(self, |values, lang| values.plain(&format!("{field}_{lang}"), text.get(*lang).map(str::to_owned)))
    }

    fn named<'a>(mut self, field: &str, records: impl Iterator<Item = (i64, &'a str)>) -> Self {
        let value = |(id, name): (i64, &str)| Value { field: field.to_owned(), value: name.to_owned(), ref_id: Some(id) };
        self.0.extend(records.map(value));
        self
    }
}

/// Those of a plan.
#[must_use]
pub fn of_plan(plan: &Plan) -> Vec<Value> {
    let needs = if plan.needs_evidence { "yes" } else { "no" };
    let values = Values::default()
        .text("source_title", &plan.source_title)
        .plain("source_kind", Some(plan.source_kind.code().to_owned()))
        .plain("source_url", plan.source_url.clone())
        .plain("published_on", plan.published_on.map(|day| day.to_string()))
        .plain("needs_evidence", Some(needs.to_owned()));
    values.0
}

/// Those of a recommendation.
#[must_use]
pub fn of_recommendation(answered: &Answered) -> Vec<Value> {
    let values = Values::default()
        .plain("number", Some(answered.recommendation.number.clone()))
        .text("addressee", &answered.addressee)
        .plain("priority", Some(answered.priority.code().to_owned()));
    values.0
}

/// Those of a response.
#[must_use]
pub fn of_response(response: &Response) -> Vec<Value> {
    let kind = Some(response.kind.code().to_owned());
    Values::default().plain("answer_kind", kind).text("answer_reason", &response.reason).0
}

/// Those of a measure.
#[must_use]
pub fn of_measure(measure: &Measure) -> Vec<Value> {
    let values = Values::default()
        .plain("label", Some(measure.label.clone()))
        .plain("start_on", measure.start_on.map(|day| day.to_string()))
        .named("support", measure.support.iter().map(|organisation| (organisation.id, organisation.code.as_str())))
        .named("answers", measure.recommendations.iter().map(|answered| (answered.id, answered.number.as_str())));
    values.0
}

/// Writes them all down: a statement for each thousand.
pub(super) async fn freeze(tx: &Tx, plan_id: i64) -> Result<(), StoreError> {
    let plan = plans::find(tx, plan_id).await?.ok_or_else(|| StoreError::impossible("plan", plan_id, "not there"))?;
    let (answered, response) = plans::recommendations(tx, plan_id).await?;
    let responses = answered.iter().filter_map(|answered| answered.response.as_ref()).chain(response.as_ref());
    let mut rows = Vec::new();
    let mut keep = |entity: BaselineEntity, id: i64, values: Vec<Value>| {
        rows.extend(values.into_iter().map(|value| row(plan_id, (entity, id), value)));
    };
    keep(BaselineEntity::Plan, plan_id, of_plan(&plan));
    for response in responses {
        keep(BaselineEntity::Response, response.id, of_response(response));
    }
    for answered in &answered {
        keep(BaselineEntity::Recommendation, answered.recommendation.id, of_recommendation(answered));
    }
    for measure in measures::load(tx, &Scope::plan(plan_id)).await? {
        keep(BaselineEntity::Measure, measure.figures.id, of_measure(&measure));
    }
    for rows in rows.chunks(ROWS) {
        baseline_value::Entity::insert_many(rows.to_vec()).exec_without_returning(tx).await?;
    }
    Ok(())
}

fn row(plan_id: i64, (entity, entity_id): (BaselineEntity, i64), value: Value) -> baseline_value::ActiveModel {
    baseline_value::ActiveModel {
        id: NotSet,
        plan_id: Set(plan_id),
        entity: Set(entity),
        entity_id: Set(entity_id),
        field: Set(value.field),
        value: Set(value.value),
        ref_id: Set(value.ref_id),
    }
}
