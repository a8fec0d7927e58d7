//! Every measure a person answers for in one form. All rows are recorded together or none is: whoever sends twelve
//! must never wonder which of them arrived, and what was typed stays in the form until all of it is right.

use super::{Accepted, Reporter, drafts};
use crate::{
    services::{
        Author, Services, access,
        paging::{PAGE_SIZE, page_of, slice},
        views,
    },
    store::{
        Tx, audit,
        measures::{self, Scope},
        plans,
        records::{Measure, MeasureFigures, Plan},
        updates,
    },
};
use app::{
    api::many::{LeftRow, OwnMeasure, OwnPage, OwnPlan},
    backend::Caller,
    error::AppError,
};
use chrono::NaiveDate;
use domain::{
    dates::ReportingPeriod,
    people::{Action, Actor, MeasureSubject, PlanSubject},
    plan::PlanStatus,
    problem::{Problem, ProblemCode},
    progress::TypedRow,
    text::{InLang, Lang},
};
use std::collections::{BTreeMap, HashMap};

/// One page of the measures a person answers for.
pub(super) async fn page(tx: &Tx, caller: &Caller, page: u32, today: NaiveDate) -> Result<OwnPage, AppError> {
    let actor = &caller.actor;
    let approved = access::visible_plans(tx, actor).await?.into_iter().filter(|plan| plan.status == PlanStatus::Approved);
    let approved: HashMap<i64, PlanSubject> = approved.map(|plan| (plan.id, plan)).collect();
    let own = measures::figures(tx, &scope(actor, &approved)).await?;
    let subject = |measure: &MeasureFigures| approved.get(&measure.plan_id).map(|plan| measure.subject(*plan));
    let own: Vec<MeasureFigures> = own
        .into_iter()
        .filter(|measure| measure.facts.status.awaits_lead() && subject(measure).is_some_and(|of| actor.leads(of)))
        .collect();
    let silent = own.iter().filter(|measure| measure.facts.flags(today).silent).count() as u64;
    let page = page_of(page, PAGE_SIZE, own.len() as u64);
    let ids: Vec<i64> = slice(own, page).iter().map(|measure| measure.id).collect();
    let rows = rows(tx, caller, &ids, today, &approved).await?;
    let titles = plans::load(tx, &rows.iter().map(|(plan, _)| *plan).collect::<Vec<_>>()).await?;
    let titles: HashMap<i64, Plan> = titles.into_iter().map(|plan| (plan.id, plan)).collect();
    let plans = rows.chunk_by(|(a, _), (b, _)| a == b).filter_map(|group| {
        let id = group.first()?.0;
        let title = titles.get(&id).and_then(|plan| plan.title.for_reader(caller.lang));
        Some(OwnPlan { id, title, measures: group.iter().map(|(_, row)| row.clone()).collect() })
    });
    Ok(OwnPage { period: ReportingPeriod::of(today), plans: plans.collect(), page, silent })
}

/// The measures that may be the person's; which of them are is the policy's to say.
fn scope(actor: &Actor, plans: &HashMap<i64, PlanSubject>) -> Scope {
    let (people, organisations): (Vec<i64>, Vec<Option<i64>>) =
        actor.answerable().map(|(person, organisation, _)| (person, organisation)).unzip();
    let organisations: Vec<i64> = organisations.into_iter().flatten().collect();
    let plans: Vec<i64> = plans.keys().copied().collect();
    Scope::plans(&plans).and(Scope::answered_by(&organisations, &people))
}

async fn rows(
    tx: &Tx,
    caller: &Caller,
    ids: &[i64],
    today: NaiveDate,
    plans: &HashMap<i64, PlanSubject>,
) -> Result<Vec<(i64, OwnMeasure)>, AppError> {
    let found = measures::load(tx, &Scope::ids(ids)).await?;
    let mut last = updates::last_of(tx, &Scope::ids(ids)).await?;
    let begun = drafts::by_measure(tx, caller.actor.person).await?;
    let row = |measure: Measure| -> Result<(i64, OwnMeasure), AppError> {
        let id = measure.figures.id;
        let draft = begun.get(&id).map(|draft| drafts::view(&measure, draft)).transpose()?;
        let instead_of = plans.get(&measure.figures.plan_id).and_then(|plan| instead_of(&caller.actor, measure.subject(*plan)));
        let row = OwnMeasure {
            measure: views::measure(&measure, caller.lang, today),
            last: last.remove(&id).map(|update| views::update(&update, caller.lang)),
            instead_of,
            draft,
            lock_version: measure.lock_version,
        };
        Ok((measure.figures.plan_id, row))
    };
    found.into_iter().map(row).collect()
}

/// Whose measure it is when it is not the person's own.
fn instead_of(actor: &Actor, measure: MeasureSubject) -> Option<String> {
    let own = Actor { stands_in_for: Vec::new(), ..actor.clone() };
    if own.leads(measure) {
        return None;
    }
    let leads = |principal: &&domain::people::Principal| {
        let alone = Actor { grants: Vec::new(), stands_in_for: vec![(*principal).clone()], ..actor.clone() };
        alone.leads(measure)
    };
    actor.stands_in_for.iter().find(leads).map(|principal| principal.name.clone())
}

impl Services {
    pub(super) async fn write_many(
        &self,
        tx: &Tx,
        caller: &Caller,
        rows: &BTreeMap<i64, TypedRow>,
        text_lang: &str,
    ) -> Result<usize, AppError> {
        let author = |measure: &Measure, plan: &Plan| {
            Author::acting(caller, self.clock.now(), Action::ReportProgress(measure.subject(plan.subject())))
        };
        let touched: BTreeMap<i64, &TypedRow> =
            rows.iter().filter(|(_, row)| row.is_touched()).map(|(id, row)| (*id, row)).collect();
        if touched.len() > PAGE_SIZE as usize {
            return Err(AppError::Malformed);
        }
        if touched.is_empty() {
            return Err(AppError::Invalid(vec![Problem::new("rows", ProblemCode::NothingSaid)]));
        }
        if text_lang.parse::<Lang>().is_err() {
            return Err(AppError::Invalid(vec![Problem::new("text_lang", ProblemCode::NotAChoice)]));
        }
        let Rows { found, lost } = allowed(tx, &caller.actor, &touched).await?;
        let mut problems = Vec::new();
        let mut accepted = Vec::new();
        for (measure, plan) in &found {
            let id = measure.figures.id;
            let Some(row) = touched.get(&id) else { continue };
            if row.lock_version.parse() != Ok(measure.lock_version) {
                problems.push(Problem::new(format!("rows[{id}][done]"), ProblemCode::ChangedMeanwhile));
                continue;
            }
            match Accepted::of(tx, &author(measure, plan), (measure, plan), &row.progress(text_lang)).await {
                Ok(update) => accepted.push((measure, plan, update)),
                Err(AppError::Invalid(found)) => problems.extend(found.into_iter().map(|problem| in_row(id, problem))),
                Err(other) => return Err(other),
            }
        }
        problems.extend(lost.into_iter().map(|(id, why)| Problem::new(format!("rows[{id}][done]"), why)));
        if !problems.is_empty() {
            return Err(AppError::Invalid(problems));
        }
        let mut entries = Vec::new();
        for (measure, plan, update) in &accepted {
            let reporter = Reporter::own(caller);
            entries.push(self.write_report(tx, (caller, &author(measure, plan)), reporter, (measure, plan), update).await?);
        }
        for entry in entries {
            audit::record(tx, entry).await?;
        }
        Ok(accepted.len())
    }
}

fn in_row(measure: i64, problem: Problem) -> Problem {
    Problem::new(format!("rows[{measure}][{}]", problem.field), problem.code)
}

/// The measures of a form with their plans.
pub(super) struct Rows {
    /// Those that may be reported on, in the order of the form.
    pub(super) found: Vec<(Measure, Plan)>,
    /// The others, and why they may not. Of those the person may not know, it says the same as of those of others.
    pub(super) lost: BTreeMap<i64, ProblemCode>,
}

/// What may be reported on. Errors with `NotFound` or `NotAllowed` when none of them is the person's.
pub(super) async fn allowed(tx: &Tx, actor: &Actor, rows: &BTreeMap<i64, &TypedRow>) -> Result<Rows, AppError> {
    let ids: Vec<i64> = rows.keys().copied().collect();
    let visible = visible(tx, actor, &ids).await?;
    let is_known = visible.len() == ids.len();
    let mut lost: BTreeMap<i64, ProblemCode> = ids.iter().map(|id| (*id, ProblemCode::NotYours)).collect();
    let mut found = Vec::new();
    for (measure, plan) in visible {
        if let Some(why) = why_not(actor, &measure, &plan) {
            lost.insert(measure.figures.id, why);
        } else {
            lost.remove(&measure.figures.id);
            found.push((measure, plan));
        }
    }
    match (found.is_empty() && !ids.is_empty(), is_known) {
        (true, true) => Err(AppError::NotAllowed),
        (true, false) => Err(AppError::NotFound),
        (false, _) => Ok(Rows { found, lost }),
    }
}

/// The measures the person may see, with their plans.
async fn visible(tx: &Tx, actor: &Actor, ids: &[i64]) -> Result<Vec<(Measure, Plan)>, AppError> {
    let found = measures::load(tx, &Scope::ids(ids)).await?;
    let plan_ids: Vec<i64> = found.iter().map(|measure| measure.figures.plan_id).collect();
    let plans: HashMap<i64, Plan> = plans::load(tx, &plan_ids).await?.into_iter().map(|plan| (plan.id, plan)).collect();
    let pair = |measure: Measure| {
        let plan = plans.get(&measure.figures.plan_id)?;
        actor.may(Action::ViewPlan(plan.subject())).then(|| (measure, plan.clone()))
    };
    Ok(found.into_iter().filter_map(pair).collect())
}

/// Why a measure may not be reported on; `None` when it may.
fn why_not(actor: &Actor, measure: &Measure, plan: &Plan) -> Option<ProblemCode> {
    let may = actor.may(Action::ReportProgress(measure.subject(plan.subject())));
    let why = match measure.figures.facts.status {
        status if !status.is_live() => ProblemCode::HasEnded,
        _ if plan.status != PlanStatus::Approved => ProblemCode::PlanNotInForce,
        _ => ProblemCode::NotYours,
    };
    (!may).then_some(why)
}

/// What became of rows that are not in the form any more.
pub(super) async fn left(tx: &Tx, caller: &Caller, ids: &[i64]) -> Result<Vec<LeftRow>, AppError> {
    let ids: Vec<i64> = ids.iter().copied().take(PAGE_SIZE as usize).collect();
    let visible = visible(tx, &caller.actor, &ids).await?;
    let known: HashMap<i64, (&Measure, &Plan)> =
        visible.iter().map(|(measure, plan)| (measure.figures.id, (measure, plan))).collect();
    let row = |id: i64| match known.get(&id) {
        Some((measure, plan)) => LeftRow {
            measure: id,
            label: Some(measure.label.clone()),
            why: why_not(&caller.actor, measure, plan),
            deliverables: titles(measure, caller.lang),
        },
        None => LeftRow { measure: id, label: None, why: Some(ProblemCode::NotYours), deliverables: BTreeMap::new() },
    };
    Ok(ids.into_iter().map(row).collect())
}

fn titles(measure: &Measure, lang: Lang) -> BTreeMap<i64, InLang> {
    measure.deliverables.iter().filter_map(|of| Some((of.id, of.title.for_reader(lang)?))).collect()
}
