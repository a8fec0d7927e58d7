//! What only reports ask: counts over whole plans.

use super::{
    StoreError, Tx,
    entities::{recommendation, response},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use std::collections::HashSet;

/// How many recommendations of some plans have no response of their own and no global one.
pub async fn without_response(tx: &Tx, plans: &[i64]) -> Result<u32, StoreError> {
    let plans = || plans.iter().copied();
    let recommendations: Vec<(i64, i64)> = recommendation::Entity::find()
        .select_only()
        .columns([recommendation::Column::Id, recommendation::Column::PlanId])
        .filter(recommendation::Column::PlanId.is_in(plans()))
        .into_tuple()
        .all(tx)
        .await?;
    let answers: Vec<(i64, Option<i64>)> = response::Entity::find()
        .select_only()
        .columns([response::Column::PlanId, response::Column::RecommendationId])
        .filter(response::Column::PlanId.is_in(plans()))
        .into_tuple()
        .all(tx)
        .await?;
    let answers: HashSet<(i64, Option<i64>)> = answers.into_iter().collect();
    let open = |(id, plan): &&(i64, i64)| !answers.contains(&(*plan, Some(*id))) && !answers.contains(&(*plan, None));
    let count = recommendations.iter().filter(open).count();
    u32::try_from(count).map_err(|error| StoreError::impossible("recommendation", 0, error))
}
