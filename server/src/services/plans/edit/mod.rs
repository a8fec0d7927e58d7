//! Editing a plan and what is in it: freely while it is a draft, as amendments beside the baseline afterwards. What was
//! approved is never written over: it lies in the baseline, which nothing here touches.

mod changes;
mod choices;
mod measure;
mod owner;
mod plan;
mod read;
mod read_measure;
mod recommendation;

pub(super) use measure::is_editable;
pub(in crate::services) use owner::may_name;

use super::{close, missing};
use crate::{
    services::{Author, Services, access, once::Once},
    store::{
        Tx,
        audit::{self, Change},
        plans::{self, Stored},
        records::{Measure, Plan},
    },
};
use app::{
    api::editing::{
        MeasureForm, MissingPage, OwnerForm, PlanForm, RecommendationForm, TypedMeasureEdit, TypedOwner, TypedPlanEdit,
        TypedRecommendationEdit,
    },
    backend::{Caller, Editing},
    error::AppError,
};
use async_trait::async_trait;
use domain::{
    people::{Action, Actor},
    plan::PlanStatus,
    text::Lang,
    trail::{AuditAction, RecordKind},
};

/// Somebody who may edit a plan, in one transaction.
struct Editor<'a> {
    tx: &'a Tx,
    plan: Plan,
    author: Author,
    lang: Lang,
}

impl Editor<'_> {
    /// Leaves the audit row of a change; last in the transaction. It has one name in a draft, another one afterwards.
    async fn record(
        &self,
        (kind, id): (RecordKind, i64),
        (edited, amended): (AuditAction, AuditAction),
        changes: Vec<Change>,
    ) -> Result<(), AppError> {
        let action = if self.plan.status == PlanStatus::Draft { edited } else { amended };
        Ok(audit::record(self.tx, self.author.entry(action, kind, id, Some(self.plan.id), changes)).await?)
    }
}

/// Whether a person may change the words of a measure.
pub(in crate::services) fn may_edit(actor: &Actor, measure: &Measure, plan: &Plan) -> bool {
    actor.may(Action::EditPlan(plan.subject())) && measure::is_editable(measure)
}

impl Services {
    /// An editor of a plan. Errors with `NotFound` or `NotAllowed`.
    async fn editor<'a>(&self, tx: &'a Tx, caller: &Caller, plan: i64) -> Result<Editor<'a>, AppError> {
        let plan = access::plan(tx, &caller.actor, plan).await?;
        access::require(&caller.actor, Action::EditPlan(plan.subject()))?;
        let author = Author::acting(caller, self.clock.now(), Action::EditPlan(plan.subject()));
        Ok(Editor { tx, plan, author, lang: caller.lang })
    }

    async fn editor_of_recommendation<'a>(&self, tx: &'a Tx, caller: &Caller, id: i64) -> Result<(Editor<'a>, Stored), AppError> {
        let stored = plans::recommendation(tx, id).await?.ok_or(AppError::NotFound)?;
        Ok((self.editor(tx, caller, stored.plan_id).await?, stored))
    }

    async fn editor_of_measure<'a>(&self, tx: &'a Tx, caller: &Caller, id: i64) -> Result<(Editor<'a>, Measure), AppError> {
        let (measure, plan) = access::measure(tx, &caller.actor, id).await?;
        if !may_edit(&caller.actor, &measure, &plan) {
            return Err(AppError::NotAllowed);
        }
        let author = Author::acting(caller, self.clock.now(), Action::EditPlan(plan.subject()));
        Ok((Editor { tx, plan, author, lang: caller.lang }, measure))
    }

    async fn namer<'a>(&self, tx: &'a Tx, caller: &Caller, id: i64) -> Result<(Editor<'a>, Measure), AppError> {
        let (measure, plan) = access::measure(tx, &caller.actor, id).await?;
        let action = owner::action(&measure, plan.subject());
        access::require(&caller.actor, action)?;
        let author = Author::acting(caller, self.clock.now(), action);
        Ok((Editor { tx, plan, author, lang: caller.lang }, measure))
    }
}

#[async_trait]
impl Editing for Services {
    async fn plan_form(&self, caller: &Caller, plan: i64) -> Result<PlanForm, AppError> {
        self.store.read(async |tx| plan::form(&self.editor(tx, caller, plan).await?).await).await
    }

    async fn edit_plan(&self, caller: &Caller, plan: i64, lock_version: i32, typed: &TypedPlanEdit) -> Result<(), AppError> {
        self.store.write(async |tx| plan::edit(self, &self.editor(tx, caller, plan).await?, lock_version, typed).await).await?;
        self.bell.ring();
        Ok(())
    }

    async fn recommendation_form(&self, caller: &Caller, recommendation: i64) -> Result<RecommendationForm, AppError> {
        self.store
            .read(async |tx| {
                let (editor, stored) = self.editor_of_recommendation(tx, caller, recommendation).await?;
                Ok(recommendation::form(&editor, stored))
            })
            .await
    }

    async fn new_recommendation(&self, caller: &Caller, plan: i64) -> Result<RecommendationForm, AppError> {
        self.store.read(async |tx| recommendation::blank(&self.editor(tx, caller, plan).await?).await).await
    }

    async fn add_recommendation(&self, caller: &Caller, plan: i64, typed: &TypedRecommendationEdit) -> Result<i64, AppError> {
        self.store
            .write(async |tx| {
                let editor = self.editor(tx, caller, plan).await?;
                let form = Once::of(caller, &typed.form_key, ("recommendation", plan, typed));
                if !form.is_first(tx, self.clock.now()).await? {
                    return form.made(tx).await;
                }
                let id = recommendation::add(&editor, typed).await?;
                form.note(tx, id).await?;
                Ok(id)
            })
            .await
    }

    async fn edit_recommendation(
        &self,
        caller: &Caller,
        recommendation: i64,
        lock_version: i32,
        typed: &TypedRecommendationEdit,
    ) -> Result<(), AppError> {
        self.store
            .write(async |tx| {
                let (editor, stored) = self.editor_of_recommendation(tx, caller, recommendation).await?;
                recommendation::edit(self, &editor, &stored, lock_version, typed).await
            })
            .await?;
        self.bell.ring();
        Ok(())
    }

    async fn remove_recommendation(&self, caller: &Caller, recommendation: i64, lock_version: i32) -> Result<i64, AppError> {
        self.store
            .write(async |tx| {
                let (editor, stored) = self.editor_of_recommendation(tx, caller, recommendation).await?;
                recommendation::remove(&editor, &stored, lock_version).await?;
                Ok(editor.plan.id)
            })
            .await
    }

    async fn measure_form(&self, caller: &Caller, measure: i64) -> Result<MeasureForm, AppError> {
        self.store
            .read(async |tx| {
                let (editor, measure) = self.editor_of_measure(tx, caller, measure).await?;
                measure::form(&editor, &measure).await
            })
            .await
    }

    async fn new_measure(&self, caller: &Caller, plan: i64, recommendation: Option<i64>) -> Result<MeasureForm, AppError> {
        self.store.read(async |tx| measure::blank(&self.editor(tx, caller, plan).await?, recommendation).await).await
    }

    async fn add_measure(&self, caller: &Caller, plan: i64, typed: &TypedMeasureEdit) -> Result<i64, AppError> {
        self.store
            .write(async |tx| {
                let editor = self.editor(tx, caller, plan).await?;
                let form = Once::of(caller, &typed.form_key, ("measure", plan, typed));
                if !form.is_first(tx, self.clock.now()).await? {
                    return form.made(tx).await;
                }
                let id = measure::add(self, &editor, typed).await?;
                form.note(tx, id).await?;
                Ok(id)
            })
            .await
    }

    async fn edit_measure(
        &self,
        caller: &Caller,
        measure: i64,
        lock_version: i32,
        typed: &TypedMeasureEdit,
    ) -> Result<(), AppError> {
        self.store
            .write(async |tx| {
                let (editor, measure) = self.editor_of_measure(tx, caller, measure).await?;
                measure::edit(self, &editor, &measure, lock_version, typed).await
            })
            .await?;
        self.bell.ring();
        Ok(())
    }

    async fn remove_measure(&self, caller: &Caller, measure: i64, lock_version: i32) -> Result<i64, AppError> {
        self.store
            .write(async |tx| {
                let (editor, measure) = self.editor_of_measure(tx, caller, measure).await?;
                measure::remove(&editor, &measure, lock_version).await?;
                Ok(editor.plan.id)
            })
            .await
    }

    async fn owner_form(&self, caller: &Caller, measure: i64) -> Result<OwnerForm, AppError> {
        self.store
            .read(async |tx| {
                let (editor, measure) = self.namer(tx, caller, measure).await?;
                owner::form(self, &editor, &measure).await
            })
            .await
    }

    async fn name_owner(
        &self,
        caller: &Caller,
        measure: i64,
        lock_version: i32,
        lead: &str,
        owner: &TypedOwner,
    ) -> Result<(), AppError> {
        self.store
            .write(async |tx| {
                let (editor, measure) = self.namer(tx, caller, measure).await?;
                owner::name(self, &editor, &measure, lock_version, (lead, owner)).await
            })
            .await?;
        self.bell.ring();
        Ok(())
    }

    async fn missing(&self, caller: &Caller, plan: i64) -> Result<MissingPage, AppError> {
        self.store.read(async |tx| missing::page(tx, caller, plan).await).await
    }

    async fn close(&self, caller: &Caller, plan: i64, lock_version: i32) -> Result<(), AppError> {
        let author = Author::caller(caller, self.clock.now());
        self.store.write(async |tx| close::close(self, tx, caller, &author, (plan, lock_version)).await).await
    }
}
