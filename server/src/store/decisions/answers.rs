//! Verifications and dispositions: added, never changed; and what they change beside the measure's standing.

use crate::store::{
    StoreError, Tx,
    entities::{deliverable, disposition, measure, meeting, organisation, plan, verification},
    measures, people,
    records::{Organisation, bilingual, text_in},
    standings,
};
use chrono::NaiveDate;
use domain::{
    deliverable::DeliverableStatus,
    people::PlanSubject,
    text::{Bilingual, Lang},
    workflow::{DispositionKind, VerificationOutcome},
};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, Condition, EntityTrait, ExprTrait, QueryFilter, QueryOrder,
    sea_query::Expr,
};
use std::collections::HashMap;

/// How a claim was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Verification {
    pub outcome: VerificationOutcome,
    pub notes: Bilingual,
    /// The name of the verifier.
    pub verifier: String,
    pub decided_on: NaiveDate,
}

/// An answer to be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct NewVerification {
    pub measure_id: i64,
    /// The update that made the claim.
    pub update_id: Option<i64>,
    pub outcome: VerificationOutcome,
    pub notes: Bilingual,
    pub verifier_id: i64,
    pub decided_on: NaiveDate,
    pub meeting_id: Option<i64>,
}

/// A decision that ended a measure or gave it into other hands.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Disposition {
    pub measure_id: i64,
    pub deliverable_id: Option<i64>,
    pub kind: DispositionKind,
    pub reason: Bilingual,
    /// The name of who decided.
    pub decider: String,
    pub decided_on: NaiveDate,
    /// The name of the meeting that decided.
    pub meeting: Bilingual,
    pub successor_id: Option<i64>,
    pub from: Option<Organisation>,
    pub to: Option<Organisation>,
}

/// A decision to be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct NewDisposition {
    pub measure_id: i64,
    pub deliverable_id: Option<i64>,
    pub kind: DispositionKind,
    pub reason: Bilingual,
    pub decided_by: i64,
    pub decided_on: NaiveDate,
    pub meeting_id: Option<i64>,
    pub successor_id: Option<i64>,
    pub from_organisation_id: Option<i64>,
    pub to_organisation_id: Option<i64>,
}

/// A measure that a decision names.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Related {
    pub label: String,
    pub text: Bilingual,
    pub plan: PlanSubject,
}

/// The answers to the claims of a measure, oldest first.
pub async fn verifications(tx: &Tx, measure_id: i64) -> Result<Vec<Verification>, StoreError> {
    let rows = verification::Entity::find()
        .filter(verification::Column::MeasureId.eq(measure_id))
        .order_by_asc(verification::Column::Id)
        .all(tx)
        .await?;
    let names = names(tx, rows.iter().map(|row| row.verifier_id).collect()).await?;
    let record = |row: verification::Model| Verification {
        outcome: row.outcome,
        notes: bilingual(row.notes_en, row.notes_fr),
        verifier: names.get(&row.verifier_id).cloned().unwrap_or_default(),
        decided_on: row.decided_on,
    };
    Ok(rows.into_iter().map(record).collect())
}

/// Names, without a query when nobody is named.
async fn names(tx: &Tx, ids: Vec<i64>) -> Result<HashMap<i64, String>, StoreError> {
    if ids.is_empty() { Ok(HashMap::new()) } else { people::names(tx, &ids).await }
}

/// Records an answer.
pub async fn add_verification(tx: &Tx, new: NewVerification) -> Result<i64, StoreError> {
    let row = verification::ActiveModel {
        id: NotSet,
        measure_id: Set(new.measure_id),
        update_id: Set(new.update_id),
        outcome: Set(new.outcome),
        notes_en: Set(text_in(&new.notes, Lang::En)),
        notes_fr: Set(text_in(&new.notes, Lang::Fr)),
        verifier_id: Set(new.verifier_id),
        decided_on: Set(new.decided_on),
        meeting_id: Set(new.meeting_id),
    };
    Ok(verification::Entity::insert(row).exec(tx).await?.last_insert_id)
}

/// The decisions about a measure and those that made it the successor of another, oldest first.
pub async fn dispositions(tx: &Tx, measure_id: i64) -> Result<Vec<Disposition>, StoreError> {
    use disposition::Column;
    let about = Condition::any().add(Column::MeasureId.eq(measure_id)).add(Column::SuccessorId.eq(measure_id));
    let rows = disposition::Entity::find().filter(about).order_by_asc(Column::Id).all(tx).await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let names = names(tx, rows.iter().map(|row| row.decided_by).collect()).await?;
    let meetings: Vec<i64> = rows.iter().filter_map(|row| row.meeting_id).collect();
    let meetings = meeting::Entity::find().filter(meeting::Column::Id.is_in(meetings)).all(tx).await?;
    let meetings: HashMap<i64, Bilingual> = meetings.into_iter().map(|m| (m.id, bilingual(m.name_en, m.name_fr))).collect();
    let ids: Vec<i64> = rows.iter().flat_map(|row| [row.from_organisation_id, row.to_organisation_id]).flatten().collect();
    let organisations = organisation::Entity::find().filter(organisation::Column::Id.is_in(ids)).all(tx).await?;
    let organisations: HashMap<i64, Organisation> = organisations.into_iter().map(|row| (row.id, row.into())).collect();
    let organisation = |id: Option<i64>| id.and_then(|id| organisations.get(&id).cloned());
    let record = |row: disposition::Model| Disposition {
        measure_id: row.measure_id,
        deliverable_id: row.deliverable_id,
        kind: row.kind,
        reason: bilingual(row.reason_en, row.reason_fr),
        decider: names.get(&row.decided_by).cloned().unwrap_or_default(),
        decided_on: row.decided_on,
        meeting: row.meeting_id.and_then(|id| meetings.get(&id).cloned()).unwrap_or_default(),
        successor_id: row.successor_id,
        from: organisation(row.from_organisation_id),
        to: organisation(row.to_organisation_id),
    };
    Ok(rows.into_iter().map(record).collect())
}

/// Records a decision.
pub async fn add_disposition(tx: &Tx, new: NewDisposition) -> Result<i64, StoreError> {
    let row = disposition::ActiveModel {
        id: NotSet,
        measure_id: Set(new.measure_id),
        deliverable_id: Set(new.deliverable_id),
        kind: Set(new.kind),
        reason_en: Set(text_in(&new.reason, Lang::En)),
        reason_fr: Set(text_in(&new.reason, Lang::Fr)),
        decided_by: Set(new.decided_by),
        decided_on: Set(new.decided_on),
        meeting_id: Set(new.meeting_id),
        successor_id: Set(new.successor_id),
        from_organisation_id: Set(new.from_organisation_id),
        to_organisation_id: Set(new.to_organisation_id),
    };
    Ok(disposition::Entity::insert(row).exec(tx).await?.last_insert_id)
}

/// Gives a measure to another organisation, which supports it no more besides. The words of the source that named an owner
/// named one in the old one.
pub async fn hand_over(tx: &Tx, measure_id: i64, organisation_id: i64, on: NaiveDate) -> Result<(), StoreError> {
    measure::Entity::update_many()
        .col_expr(measure::Column::LeadOrganisationId, Expr::value(organisation_id))
        .col_expr(measure::Column::OwnerText, Expr::value(Option::<String>::None))
        .filter(measure::Column::Id.eq(measure_id))
        .exec(tx)
        .await?;
    measures::end_support(tx, measure_id, organisation_id).await?;
    standings::note(tx, measure_id, on).await
}

/// The organisations that are not archived, by code.
pub async fn open_organisations(tx: &Tx) -> Result<Vec<Organisation>, StoreError> {
    use organisation::Column;
    let rows = organisation::Entity::find().filter(Column::ArchivedOn.is_null()).order_by_asc(Column::Code).all(tx).await?;
    Ok(rows.into_iter().map(Organisation::from).collect())
}

/// Drops a deliverable. Errors with `Conflict` when it is open no more.
pub async fn retire_deliverable(tx: &Tx, id: i64, on: NaiveDate) -> Result<(), StoreError> {
    use deliverable::Column;
    let done = deliverable::Entity::update_many()
        .col_expr(Column::Status, Expr::value(DeliverableStatus::Retired))
        .col_expr(Column::LockVersion, Expr::col(Column::LockVersion).add(1))
        .filter(Column::Id.eq(id))
        .filter(Column::Status.is_in([DeliverableStatus::NotStarted, DeliverableStatus::InProgress]))
        .exec(tx)
        .await?;
    if done.rows_affected != 1 {
        return Err(StoreError::Conflict);
    }
    standings::note_deliverables(tx, &[id], on).await
}

/// Measures that decisions name, each with its plan; no query when none is.
pub async fn related(tx: &Tx, ids: &[i64]) -> Result<HashMap<i64, Related>, StoreError> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = measure::Entity::find().filter(measure::Column::Id.is_in(ids.iter().copied())).all(tx).await?;
    let plans = rows.iter().map(|row| row.plan_id);
    let plans = plan::Entity::find().filter(plan::Column::Id.is_in(plans)).all(tx).await?;
    let plans: HashMap<i64, PlanSubject> =
        plans.into_iter().map(|row| (row.id, PlanSubject { id: row.id, status: row.status })).collect();
    let record = |row: measure::Model| {
        let plan = *plans.get(&row.plan_id)?;
        Some((row.id, Related { label: row.label, text: bilingual(row.text_en, row.text_fr), plan }))
    };
    Ok(rows.into_iter().filter_map(record).collect())
}
