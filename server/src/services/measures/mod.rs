//! One measure with its updates, extensions and history.

use super::{
    Services, access, decisions, evidence,
    paging::{offset, page_of},
    plans, views,
};
use crate::store::{
    Tx, baseline, extensions,
    measures::Scope,
    records::{Measure, Plan},
    updates,
};
use app::{
    api::{
        common::{ExtensionView, PageInfo, UpdateView},
        measures::{MeasurePage, NextAction, RecommendationLink},
        plan_life::MeasureWording,
    },
    backend::{Caller, Measures},
    error::AppError,
};
use async_trait::async_trait;
use domain::{people::Action, text::Lang};

/// How many updates a page shows.
const UPDATES: u32 = 10;

#[async_trait]
impl Measures for Services {
    async fn show(&self, caller: &Caller, measure: i64, page: u32) -> Result<MeasurePage, AppError> {
        let today = self.clock.today();
        let lang = caller.lang;
        self.store
            .read(async |tx| {
                let (measure, plan) = access::measure(tx, &caller.actor, measure).await?;
                let id = measure.figures.id;
                let row = views::measure(&measure, lang, today);
                let (updates, page) = updates_of(tx, id, page, lang).await?;
                let life = decisions::life(tx, caller, &measure, &plan).await?;
                Ok(MeasurePage {
                    next: NextAction::of(&row, plan.status).with(&life),
                    life,
                    row,
                    plan_id: plan.id,
                    plan_title: plan.title.for_reader(lang),
                    recommendations: links(&measure, lang),
                    support: views::organisations(&measure.support, lang),
                    start_on: measure.start_on,
                    due_text: measure.due_text.clone(),
                    updates,
                    page,
                    extensions: extensions_of(tx, id, lang).await?,
                    wording: wording(tx, caller, &measure, &plan).await?,
                    evidence: evidence::of_measure(tx, self, caller, &measure, &plan).await?,
                    may_add_evidence: caller.actor.may(Action::AddEvidence(measure.subject(plan.subject()))),
                    may_report: caller.actor.may(Action::ReportProgress(measure.subject(plan.subject()))),
                })
            })
            .await
    }
}

async fn wording(tx: &Tx, caller: &Caller, measure: &Measure, plan: &Plan) -> Result<MeasureWording, AppError> {
    let deliverables: Vec<i64> = measure.deliverables.iter().map(|deliverable| deliverable.id).collect();
    let baseline = baseline::of_measure(tx, measure.figures.id, &deliverables).await?;
    Ok(MeasureWording {
        approved_on: plan.approved_on,
        amended: plans::life::amended_measure(plan, &baseline, measure),
        may_edit: plans::edit::may_edit(&caller.actor, measure, plan),
        may_name_owner: plans::edit::may_name(&caller.actor, measure, plan.subject()),
    })
}

fn links(measure: &Measure, lang: Lang) -> Vec<RecommendationLink> {
    let link = |r: &crate::store::records::Recommendation| RecommendationLink {
        id: r.id,
        number: r.number.clone(),
        text: r.text.for_reader(lang),
    };
    measure.recommendations.iter().map(link).collect()
}

async fn updates_of(tx: &Tx, measure: i64, page: u32, lang: Lang) -> Result<(Vec<UpdateView>, PageInfo), AppError> {
    let page = page_of(page, UPDATES, updates::count(tx, measure).await?);
    let found = updates::page(tx, measure, offset(page), page.size.into()).await?;
    Ok((found.iter().map(|update| views::update(update, lang)).collect(), page))
}

async fn extensions_of(tx: &Tx, measure: i64, lang: Lang) -> Result<Vec<ExtensionView>, AppError> {
    let found = extensions::load(tx, &Scope::ids(&[measure])).await?;
    Ok(found.iter().map(|extension| views::extension(extension, lang)).collect())
}
