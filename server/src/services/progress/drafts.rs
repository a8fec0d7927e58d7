//! Drafts of updates: kept as they were typed, for their writer alone.

use super::many::Rows;
use crate::{
    services::{Services, access, paging::PAGE_SIZE},
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
use domain::{
    people::Action,
    progress::{TypedProgress, TypedRow},
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

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
        self.put_draft(tx, caller, &measure, typed).await
    }

    /// Keeps a draft in place of the one before. Errors with `Conflict` where that one was written elsewhere and says what
    /// this one does not: nobody's words are replaced by a form that never showed them.
    async fn put_draft(&self, tx: &Tx, caller: &Caller, measure: &Measure, typed: &TypedProgress) -> Result<(), AppError> {
        let id = measure.figures.id;
        if let Some(before) = drafts::find(tx, id, caller.actor.person).await?
            && is_of_elsewhere(&kept(&before)?.typed, typed)
        {
            return Err(AppError::Conflict);
        }
        let kept = Kept { version: measure.lock_version, typed: typed.clone() };
        let json = serde_json::to_string(&kept).map_err(|error| StoreError::impossible("progress_draft", id, error))?;
        if json.len() > MAX_BYTES {
            return Err(AppError::TooLarge(MAX_BYTES as u64));
        }
        Ok(drafts::save(tx, id, caller.actor.person, json, self.clock.now()).await?)
    }

    /// Keeps the rows something was said in, each as the draft of its measure; a row that says nothing any more gives up
    /// the draft it showed. Answers whether all could be kept: a measure that was reported on meanwhile keeps its own,
    /// so does one with a draft from elsewhere that says more, and one that is not the person's any more is passed over.
    pub(super) async fn keep_drafts(
        &self,
        tx: &Tx,
        caller: &Caller,
        rows: &BTreeMap<i64, TypedRow>,
        text_lang: &str,
    ) -> Result<bool, AppError> {
        let person = caller.actor.person;
        let before = by_measure(tx, person).await?;
        let shown = |id: &i64, row: &TypedRow| {
            let draft = before.get(id).and_then(|draft| kept(draft).ok());
            draft.is_some_and(|draft| !row.draft_key.is_empty() && draft.typed.draft_key == row.draft_key)
        };
        let meant: BTreeMap<i64, &TypedRow> =
            rows.iter().filter(|(id, row)| row.is_touched() || shown(id, row)).map(|(id, row)| (*id, row)).collect();
        if meant.len() > PAGE_SIZE as usize {
            return Err(AppError::Malformed);
        }
        let Rows { found, lost } = super::many::allowed(tx, &caller.actor, &meant).await?;
        let mut all = lost.is_empty();
        for (measure, _) in found {
            let id = measure.figures.id;
            let Some(row) = meant.get(&id) else { continue };
            if row.lock_version.parse() != Ok(measure.lock_version) {
                all = false;
            } else if row.is_touched() {
                match self.put_draft(tx, caller, &measure, &row.draft(text_lang)).await {
                    Err(AppError::Conflict) => all = false,
                    other => other?,
                }
            } else {
                drafts::remove(tx, id, person).await?;
            }
        }
        Ok(all)
    }
}

/// Whether a draft was written into another view of the form and has words that were not typed here. One that nothing
/// tells apart is replaced as it ever was.
fn is_of_elsewhere(before: &TypedProgress, typed: &TypedProgress) -> bool {
    !before.draft_key.is_empty() && !typed.covers(before)
}

/// What a person has begun to write about a measure.
pub(super) async fn of(tx: &Tx, measure: &Measure, person: i64) -> Result<Option<DraftView>, AppError> {
    let Some(draft) = drafts::find(tx, measure.figures.id, person).await? else { return Ok(None) };
    Ok(Some(view(measure, &draft)?))
}

/// What a person has begun to write, by measure.
pub(super) async fn by_measure(tx: &Tx, person: i64) -> Result<HashMap<i64, drafts::Draft>, AppError> {
    Ok(drafts::of_person(tx, person).await?.into_iter().map(|draft| (draft.measure_id, draft)).collect())
}

/// A draft beside the measure it is about.
pub(super) fn view(measure: &Measure, draft: &drafts::Draft) -> Result<DraftView, AppError> {
    let kept = kept(draft)?;
    let is_stale = kept.version != measure.lock_version;
    Ok(DraftView { typed: kept.typed, saved_at: draft.saved_at, is_stale })
}

fn kept(draft: &drafts::Draft) -> Result<Kept, AppError> {
    Ok(serde_json::from_str(&draft.typed).map_err(|error| StoreError::impossible("progress_draft", draft.id, error))?)
}

/// Removes the draft that became an update; one with words that were not sent stays.
pub(super) async fn sent(tx: &Tx, measure: i64, person: i64, sent: &TypedProgress) -> Result<(), AppError> {
    let Some(draft) = drafts::find(tx, measure, person).await? else { return Ok(()) };
    if sent.covers(&kept(&draft)?.typed) {
        drafts::remove(tx, measure, person).await?;
    }
    Ok(())
}

/// The drafts of a person about measures they may see, those that can only be read with what was typed.
pub(super) async fn waiting(tx: &Tx, caller: &Caller) -> Result<Vec<WaitingDraft>, AppError> {
    let drafts = drafts::of_person(tx, caller.actor.person).await?;
    let ids: Vec<i64> = drafts.iter().map(|draft| draft.measure_id).collect();
    let measures = measures::load(tx, &Scope::ids(&ids)).await?;
    let plan_ids: Vec<i64> = measures.iter().map(|measure| measure.figures.plan_id).collect();
    let plans: HashMap<i64, _> = plans::load(tx, &plan_ids).await?.into_iter().map(|plan| (plan.id, plan.subject())).collect();
    let measures: HashMap<i64, Measure> = measures.into_iter().map(|measure| (measure.figures.id, measure)).collect();
    let mut waiting = Vec::new();
    for draft in drafts {
        let Some(measure) = measures.get(&draft.measure_id) else { continue };
        let Some(plan) = plans.get(&measure.figures.plan_id).filter(|plan| caller.actor.may(Action::ViewPlan(**plan))) else {
            continue;
        };
        let may_send = caller.actor.may(Action::ReportProgress(measure.subject(*plan)));
        waiting.push(WaitingDraft {
            measure: draft.measure_id,
            label: measure.label.clone(),
            text: measure.text.for_reader(caller.lang),
            saved_at: draft.saved_at,
            kept: if may_send { None } else { Some(kept(&draft)?.typed) },
        });
    }
    Ok(waiting)
}
