//! Meetings of a plan's working group and the decisions they recorded.

use super::{
    StoreError, Tx,
    entities::{decision, meeting},
    records::{bilingual, text_in},
};
use chrono::NaiveDate;
use domain::{
    meetings::{DecisionKind, MeetingState},
    text::{Bilingual, Lang},
};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder,
    sea_query::Query,
};

/// A meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Meeting {
    pub id: i64,
    pub held_on: NaiveDate,
    pub name: Bilingual,
    pub place: Bilingual,
    pub state: MeetingState,
}

/// A decision.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Decision {
    pub id: i64,
    pub meeting_id: i64,
    pub measure_id: Option<i64>,
    pub kind: DecisionKind,
    pub text: Bilingual,
    pub due_on: Option<NaiveDate>,
    pub done_on: Option<NaiveDate>,
}

/// A meeting to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct NewMeeting {
    pub plan_id: i64,
    pub held_on: NaiveDate,
    pub name: Bilingual,
    pub place: Bilingual,
    pub state: MeetingState,
}

/// A decision to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct NewDecision {
    pub meeting_id: i64,
    pub measure_id: Option<i64>,
    pub kind: DecisionKind,
    pub text: Bilingual,
    pub due_on: Option<NaiveDate>,
    pub done_on: Option<NaiveDate>,
}

/// The meetings of a plan, oldest first.
pub async fn load(tx: &Tx, plan_id: i64) -> Result<Vec<Meeting>, StoreError> {
    let rows =
        meeting::Entity::find().filter(meeting::Column::PlanId.eq(plan_id)).order_by_asc(meeting::Column::HeldOn).all(tx).await?;
    let record = |row: meeting::Model| Meeting {
        id: row.id,
        held_on: row.held_on,
        name: bilingual(row.name_en, row.name_fr),
        place: bilingual(row.place_en, row.place_fr),
        state: row.state,
    };
    Ok(rows.into_iter().map(record).collect())
}

/// The decisions of every meeting of a plan, in the order they were recorded.
pub async fn decisions(tx: &Tx, plan_id: i64) -> Result<Vec<Decision>, StoreError> {
    let meetings = Query::select()
        .column(meeting::Column::Id)
        .from(meeting::Entity)
        .and_where(meeting::Column::PlanId.eq(plan_id))
        .to_owned();
    let rows = decision::Entity::find()
        .filter(decision::Column::MeetingId.in_subquery(meetings))
        .order_by_asc(decision::Column::Id)
        .all(tx)
        .await?;
    let record = |row: decision::Model| Decision {
        id: row.id,
        meeting_id: row.meeting_id,
        measure_id: row.measure_id,
        kind: row.kind,
        text: bilingual(row.text_en, row.text_fr),
        due_on: row.due_on,
        done_on: row.done_on,
    };
    Ok(rows.into_iter().map(record).collect())
}

/// Adds a meeting. Errors with `Duplicate` when the plan has one on that day.
pub async fn add(tx: &Tx, new: NewMeeting) -> Result<i64, StoreError> {
    let row = meeting::ActiveModel {
        id: NotSet,
        plan_id: Set(new.plan_id),
        held_on: Set(new.held_on),
        name_en: Set(text_in(&new.name, Lang::En)),
        name_fr: Set(text_in(&new.name, Lang::Fr)),
        place_en: Set(text_in(&new.place, Lang::En)),
        place_fr: Set(text_in(&new.place, Lang::Fr)),
        state: Set(new.state),
        lock_version: Set(0),
    };
    Ok(meeting::Entity::insert(row).exec(tx).await?.last_insert_id)
}

/// Adds a decision.
pub async fn add_decision(tx: &Tx, new: NewDecision) -> Result<i64, StoreError> {
    let row = decision::ActiveModel {
        id: NotSet,
        meeting_id: Set(new.meeting_id),
        measure_id: Set(new.measure_id),
        kind: Set(new.kind),
        text_en: Set(text_in(&new.text, Lang::En)),
        text_fr: Set(text_in(&new.text, Lang::Fr)),
        due_on: Set(new.due_on),
        done_on: Set(new.done_on),
        lock_version: Set(0),
    };
    Ok(decision::Entity::insert(row).exec(tx).await?.last_insert_id)
}
