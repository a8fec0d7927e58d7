//! What surrounds measures: deliverables, recommendations, support, organisations, owners; one query each.

use super::Scope;
use crate::store::{
    StoreError, Tx,
    entities::{deliverable, measure, measure_recommendation, measure_support, organisation, recommendation},
    extensions, people,
    records::{Deliverable, Organisation, Recommendation},
};
use domain::measure::PromisedDates;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, sea_query::Query};
use std::collections::HashMap;

pub(super) struct Around {
    pub deliverables: HashMap<i64, Vec<Deliverable>>,
    pub organisations: HashMap<i64, Organisation>,
    pub people: HashMap<i64, String>,
    recommendations: HashMap<i64, Recommendation>,
    /// Measure and recommendation, measure and organisation.
    links: HashMap<i64, Vec<i64>>,
    support: HashMap<i64, Vec<i64>>,
}

impl Around {
    pub(super) async fn load(tx: &Tx, scope: &Scope) -> Result<Self, StoreError> {
        Ok(Self {
            deliverables: deliverables(tx, scope).await?,
            organisations: organisations(tx, scope).await?,
            people: people::names_in(tx, scope.column_query(measure::Column::OwnerId)).await?,
            recommendations: recommendations(tx, scope).await?,
            links: links(tx, scope).await?,
            support: support(tx, scope).await?,
        })
    }

    pub(super) fn recommendations_of(&self, measure: i64) -> Vec<Recommendation> {
        let ids = self.links.get(&measure).map(Vec::as_slice).unwrap_or_default();
        let mut found: Vec<_> = ids.iter().filter_map(|id| self.recommendations.get(id).cloned()).collect();
        found.sort_by_key(|recommendation| recommendation.position);
        found
    }

    pub(super) fn support_of(&self, measure: i64) -> Vec<Organisation> {
        let ids = self.support.get(&measure).map(Vec::as_slice).unwrap_or_default();
        let mut found: Vec<_> = ids.iter().filter_map(|id| self.organisations.get(id).cloned()).collect();
        found.sort_by(|a, b| a.code.cmp(&b.code));
        found
    }
}

async fn deliverables(tx: &Tx, scope: &Scope) -> Result<HashMap<i64, Vec<Deliverable>>, StoreError> {
    let rows = deliverable::Entity::find()
        .filter(deliverable::Column::MeasureId.in_subquery(scope.ids_query()))
        .order_by_asc(deliverable::Column::Position)
        .all(tx)
        .await?;
    let ids = Query::select()
        .column(deliverable::Column::Id)
        .from(deliverable::Entity)
        .and_where(deliverable::Column::MeasureId.in_subquery(scope.ids_query()))
        .to_owned();
    let granted = extensions::granted(tx, ids).await?;
    let mut found: HashMap<i64, Vec<Deliverable>> = HashMap::new();
    for row in rows {
        let mut deliverable = Deliverable::try_from(row)?;
        let to = granted.get(&deliverable.id);
        deliverable.dates =
            deliverable.dates.map(|dates| PromisedDates::from_stored(dates.original(), to.copied().unwrap_or(dates.current())));
        found.entry(deliverable.measure_id).or_default().push(deliverable);
    }
    Ok(found)
}

async fn organisations(tx: &Tx, scope: &Scope) -> Result<HashMap<i64, Organisation>, StoreError> {
    let supporting = Query::select()
        .column(measure_support::Column::OrganisationId)
        .from(measure_support::Entity)
        .and_where(measure_support::Column::MeasureId.in_subquery(scope.ids_query()))
        .to_owned();
    let leading = scope.column_query(measure::Column::LeadOrganisationId);
    let either =
        Condition::any().add(organisation::Column::Id.in_subquery(leading)).add(organisation::Column::Id.in_subquery(supporting));
    let rows = organisation::Entity::find().filter(either).all(tx).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.into())).collect())
}

async fn recommendations(tx: &Tx, scope: &Scope) -> Result<HashMap<i64, Recommendation>, StoreError> {
    let linked = Query::select()
        .column(measure_recommendation::Column::RecommendationId)
        .from(measure_recommendation::Entity)
        .and_where(measure_recommendation::Column::MeasureId.in_subquery(scope.ids_query()))
        .to_owned();
    let rows = recommendation::Entity::find().filter(recommendation::Column::Id.in_subquery(linked)).all(tx).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.into())).collect())
}

async fn links(tx: &Tx, scope: &Scope) -> Result<HashMap<i64, Vec<i64>>, StoreError> {
    let rows = measure_recommendation::Entity::find()
        .filter(measure_recommendation::Column::MeasureId.in_subquery(scope.ids_query()))
        .all(tx)
        .await?;
    Ok(grouped(rows.into_iter().map(|row| (row.measure_id, row.recommendation_id))))
}

async fn support(tx: &Tx, scope: &Scope) -> Result<HashMap<i64, Vec<i64>>, StoreError> {
    let rows =
        measure_support::Entity::find().filter(measure_support::Column::MeasureId.in_subquery(scope.ids_query())).all(tx).await?;
    Ok(grouped(rows.into_iter().map(|row| (row.measure_id, row.organisation_id))))
}

fn grouped(pairs: impl Iterator<Item = (i64, i64)>) -> HashMap<i64, Vec<i64>> {
    pairs.fold(HashMap::new(), |mut found: HashMap<i64, Vec<i64>>, (key, value)| {
        found.entry(key).or_default().push(value);
        found
    })
}
