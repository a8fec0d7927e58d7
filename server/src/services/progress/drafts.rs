//! Drafts of updates: kept as they were typed, for their writer alone.

use crate::{
    services::{Services, access},
    store::{
        StoreError, Tx, drafts,
        measures::{self, Scope},
        plans,
        records::Measure,
    },
};
use app::{
    api::progress::{DraftView, WaitingDraft},
    backend::Caller,
    error::AppError,
};
use domain::{people::Action, progress::TypedProgress};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// The most bytes a draft may have: far more than a report may, so that pasting too much is no loss.
const MAX_BYTES: usize = 200_000;

/// A draft as it is stored.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    /// The version of the measure it was written about.
    version: i32,
    typed: TypedProgress,
}

impl Services {
    pub(super) async fn keep_draft(
        &self,
        tx: &Tx,
        caller: &Caller,
        measure: i64,
        lock_version: i32,
        typed: &TypedProgress,
    ) -> Result<(), AppError> {
        let (measure, plan) = access::measure(tx, &caller.actor, measure).await?;
        access::require(&caller.actor, Action::ReportProgress(measure.subject(plan.subject())))?;
        // A draft that arrives after the report it became would come back for ever.
        if measure.lock_version != lock_version {
            return Err(AppError::Conflict);
        }
        let id = measure.figures.id;
        let kept = Kept { version: lock_version, typed: typed.clone() };
        let json = serde_json::to_string(&kept).map_err(|error| StoreError::impossible("progress_draft", id, error))?;
        if json.len() > MAX_BYTES {
            return Err(AppError::TooLarge(MAX_BYTES as u64));
        }
        Ok(drafts::save(tx, id, caller.actor.person, json, self.clock.now()).await?)
    }
}

/// What a person has begun to write about a measure.
pub(super) async fn of(tx: &Tx, measure: &Measure, person: i64) -> Result<Option<DraftView>, AppError> {
    let Some(draft) = drafts::find(tx, measure.figures.id, person).await? else { return Ok(None) };
    let kept: Kept =
        serde_json::from_str(&draft.typed).map_err(|error| StoreError::impossible("progress_draft", draft.id, error))?;
    let is_stale = kept.version != measure.lock_version;
    Ok(Some(DraftView { typed: kept.typed, saved_at: draft.saved_at, is_stale }))
}

/// The drafts of a person about measures they may still report on.
pub(super) async fn waiting(tx: &Tx, caller: &Caller) -> Result<Vec<WaitingDraft>, AppError> {
    let drafts = drafts::of_person(tx, caller.actor.person).await?;
    let ids: Vec<i64> = drafts.iter().map(|draft| draft.measure_id).collect();
    let measures = measures::load(tx, &Scope::ids(&ids)).await?;
    let plan_ids: Vec<i64> = measures.iter().map(|measure| measure.figures.plan_id).collect();
    let plans: HashMap<i64, _> = plans::load(tx, &plan_ids).await?.into_iter().map(|plan| (plan.id, plan.subject())).collect();
    let may = |measure: &Measure| {
        let plan = plans.get(&measure.figures.plan_id);
        plan.is_some_and(|plan| {
            let subject = measure.subject(*plan);
            caller.actor.may(Action::ViewPlan(*plan)) && caller.actor.may(Action::ReportProgress(subject))
        })
    };
    let measures: HashMap<i64, Measure> = measures.into_iter().filter(may).map(|m| (m.figures.id, m)).collect();
    let view = |draft: drafts::Draft| {
        let measure = measures.get(&draft.measure_id)?;
        Some(WaitingDraft {
            measure: draft.measure_id,
            label: measure.label.clone(),
            text: measure.text.for_reader(caller.lang),
            saved_at: draft.saved_at,
        })
    };
    Ok(drafts.into_iter().filter_map(view).collect())
}
