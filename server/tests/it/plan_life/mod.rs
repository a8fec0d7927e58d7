//! The life of a plan: its baseline, editing and amending it, what is missing in one language, its end.

mod amending;
mod closing;
mod drafts;
mod missing;
mod owners;
mod reminders;
mod statements;

use crate::support::{Bench, Db, measure};
use app::{
    api::editing::{
        MeasureForm, TypedAnswer, TypedDeliverable, TypedMeasureEdit, TypedOwner, TypedPlanEdit, TypedRecommendationEdit,
        TypedReminders, TypedText,
    },
    backend::{Caller, Editing},
    error::AppError,
};
use domain::{
    people::Role,
    problem::ProblemCode,
    text::{Bilingual, Lang},
};
use server::store::audit;

/// A coordinator and a plan with these measures, a draft.
async fn with_draft(db: Db, texts: &[&str]) -> Option<(Bench, Caller, i64)> {
    let bench = Bench::open(db).await?;
    let sp = bench.organisation("SP").await;
    let coordinator = bench.person("Claire", Some(sp), Role::Coordinator).await;
    let measures = texts.iter().map(|text| measure(text, "SP", "avril 2018")).collect();
    let plan = bench.draft_plan(measures).await;
    Some((bench, coordinator, plan))
}

/// The same, approved.
async fn with_plan(db: Db, texts: &[&str]) -> Option<(Bench, Caller, i64)> {
    let (bench, coordinator, plan) = with_draft(db, texts).await?;
    app::backend::Plans::approve(&bench.services, &coordinator, plan, 0).await.expect("the approval");
    Some((bench, coordinator, plan))
}

fn words(text: &Bilingual) -> TypedText {
    let word = |lang| text.get(lang).unwrap_or_default().to_owned();
    TypedText::new(word(Lang::En), word(Lang::Fr))
}

/// A measure typed as its form shows it, as the page of an approved plan would send it: without what it does not show.
pub fn as_shown(form: &MeasureForm, why: &str) -> TypedMeasureEdit {
    let yes = |ids: &[i64]| ids.iter().map(|id| (*id, "yes".to_owned())).collect();
    let deliverable = |d: &app::api::editing::DeliverableForm| TypedDeliverable {
        id: d.id.to_string(),
        title_en: words(&d.title).en,
        title_fr: words(&d.title).fr,
        due: String::new(),
    };
    TypedMeasureEdit {
        label: form.label.clone(),
        text: words(&form.text),
        answers: yes(&form.answers),
        support: yes(&form.support),
        deliverables: form.deliverables.iter().map(deliverable).collect(),
        why: why.to_owned(),
        ..TypedMeasureEdit::default()
    }
}

/// A measure of a draft typed as its form shows it.
fn as_shown_in_draft(form: &MeasureForm) -> TypedMeasureEdit {
    TypedMeasureEdit {
        lead: form.lead.map(|id| id.to_string()).unwrap_or_default(),
        owner: TypedOwner {
            person: form.owner.map(|id| id.to_string()).unwrap_or_default(),
            words: form.owner_text.clone().unwrap_or_default(),
        },
        due: form.due.to_string(),
        ..as_shown(form, "")
    }
}

pub async fn plan_as_shown(bench: &Bench, caller: &Caller, plan: i64) -> (TypedPlanEdit, i32) {
    let form = bench.services.plan_form(caller, plan).await.expect("the form");
    let answer = form.response.as_ref().map(|response| TypedAnswer {
        kind: response.kind.to_string(),
        text: words(&response.text),
        reason: words(&response.reason),
    });
    let typed = TypedPlanEdit {
        title: words(&form.title),
        source_title: words(&form.source_title),
        source_kind: form.source_kind.to_string(),
        source_url: form.source_url.unwrap_or_default(),
        published_on: form.published_on.map(|day| day.to_string()).unwrap_or_default(),
        needs_evidence: String::new(),
        own_reminders: if form.reminders.is_some() { "yes".into() } else { String::new() },
        reminders: TypedReminders::default(),
        answer: answer.unwrap_or_default(),
        why: String::new(),
    };
    (typed, form.lock_version)
}

pub async fn recommendation_as_shown(bench: &Bench, caller: &Caller, id: i64) -> (TypedRecommendationEdit, i32) {
    let form = bench.services.recommendation_form(caller, id).await.expect("the form");
    let answer = form.response.as_ref().map(|response| TypedAnswer {
        kind: response.kind.to_string(),
        text: words(&response.text),
        reason: words(&response.reason),
    });
    let typed = TypedRecommendationEdit {
        number: form.number,
        text: words(&form.text),
        addressee: words(&form.addressee),
        priority: form.priority.to_string(),
        answer: answer.unwrap_or_default(),
        ..TypedRecommendationEdit::default()
    };
    (typed, form.lock_version)
}

/// The ids of a plan's measures.
async fn ids(bench: &Bench, plan: i64) -> Vec<i64> {
    bench.measures(plan).await.iter().map(|measure| measure.figures.id).collect()
}

/// The id of the one recommendation that every plan of the tests has.
pub async fn recommendation(bench: &Bench, plan: i64) -> i64 {
    bench.measures(plan).await[0].recommendations[0].id
}

/// The fields that were refused, and why.
fn problems<T: std::fmt::Debug>(result: Result<T, AppError>) -> Vec<(String, ProblemCode)> {
    match result {
        Err(AppError::Invalid(problems)) => problems.into_iter().map(|problem| (problem.field, problem.code)).collect(),
        other => panic!("not refused for its fields: {other:?}"),
    }
}

fn problem(field: &str, code: ProblemCode) -> (String, ProblemCode) {
    (field.to_owned(), code)
}

/// Nothing was tampered with, and no row is missing from the chain.
async fn expect_whole_trail(bench: &Bench) {
    assert_eq!(bench.write(async |tx| audit::verify(tx).await).await, None);
}
