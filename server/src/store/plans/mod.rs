//! Plans with their recommendations and responses.

mod edit;
mod people;
mod write;

pub use edit::{
    PlanEdit, RecommendationEdit, Stored, close, edit, edit_recommendation, hold, keep, next_position, recommendation,
    remove_recommendation, remove_response, set_response,
};
pub use people::{Movers, Reader, movers, readers};
pub use write::{NewPlan, NewRecommendation, NewResponse, add, add_recommendation, add_response, approve};

use super::{
    StoreError, Tx,
    entities::{plan, recommendation, response},
    records::{Answered, Plan, Response, bilingual},
};
use domain::{people::PlanSubject, plan::PlanStatus, trail::RecordKind};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashMap;

/// What the policy needs to know of every plan, newest first.
pub async fn subjects(tx: &Tx) -> Result<Vec<PlanSubject>, StoreError> {
    let rows: Vec<(i64, PlanStatus)> = plan::Entity::find()
        .select_only()
        .columns([plan::Column::Id, plan::Column::Status])
        .order_by_desc(plan::Column::CreatedAt)
        .order_by_desc(plan::Column::Id)
        .into_tuple()
        .all(tx)
        .await?;
    Ok(rows.into_iter().map(|(id, status)| PlanSubject { id, status }).collect())
}

/// One plan.
pub async fn find(tx: &Tx, id: i64) -> Result<Option<Plan>, StoreError> {
    Ok(plan::Entity::find_by_id(id).one(tx).await?.map(Plan::from))
}

/// The plan that a recommendation or a response is part of.
pub async fn plan_of(tx: &Tx, part: RecordKind, id: i64) -> Result<Option<i64>, StoreError> {
    let found = match part {
        RecordKind::Response => {
            response::Entity::find_by_id(id).select_only().column(response::Column::PlanId).into_tuple().one(tx).await?
        }
        _ => {
            recommendation::Entity::find_by_id(id)
                .select_only()
                .column(recommendation::Column::PlanId)
                .into_tuple()
                .one(tx)
                .await?
        }
    };
    Ok(found)
}

/// Some plans, in the order of the ids.
pub async fn load(tx: &Tx, ids: &[i64]) -> Result<Vec<Plan>, StoreError> {
    let rows = plan::Entity::find().filter(plan::Column::Id.is_in(ids.iter().copied())).all(tx).await?;
    let mut found: HashMap<i64, Plan> = rows.into_iter().map(|row| (row.id, row.into())).collect();
    Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
}

/// The recommendations of a plan in their order, each with its response, and the global response.
pub async fn recommendations(tx: &Tx, plan_id: i64) -> Result<(Vec<Answered>, Option<Response>), StoreError> {
    let rows = recommendation::Entity::find()
        .filter(recommendation::Column::PlanId.eq(plan_id))
        .order_by_asc(recommendation::Column::Position)
        .all(tx)
        .await?;
    let responses = response::Entity::find().filter(response::Column::PlanId.eq(plan_id)).all(tx).await?;
    let mut responses: HashMap<Option<i64>, Response> =
        responses.into_iter().map(|row| (row.recommendation_id, row.into())).collect();
    let answered = |row: recommendation::Model| Answered {
        addressee: bilingual(row.addressee_en.clone(), row.addressee_fr.clone()),
        priority: row.priority,
        response: responses.remove(&Some(row.id)),
        recommendation: row.into(),
    };
    let found = rows.into_iter().map(answered).collect();
    Ok((found, responses.remove(&None)))
}
