//! What becomes of an answer.

use super::{Stage, update};
use crate::support::{Bench, Db};
use app::{
    api::contacts::Answer,
    backend::{Contacts, Measures, Progress},
    error::AppError,
};
use domain::{
    contacts::ProposalState, evidence::TypedEvidence, measure::MeasureStatus, people::Role, problem::ProblemCode,
    progress::TypedProgress,
};
use rstest::rstest;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use server::store::{
    audit,
    entities::{claimant, evidence},
};

/// A claim of completion with every deliverable delivered.
async fn claim(stage: &Stage) -> Answer {
    let deliverable = stage.bench.measures(stage.plan).await[0].deliverables[0].id;
    let Answer::Update(mut typed) = update("completed_to_verify", "Le mandat est signé") else { panic!("an update") };
    typed.deliverables.insert(deliverable, "delivered".into());
    Answer::Update(typed)
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_published_answer_is_an_update_that_names_its_contact_and_whoever_published_cannot_verify_it(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let stage = Stage::of(bench).await;
    let s = &stage.bench.services;
    let id = stage.answered(claim(&stage).await).await;
    let page = s.proposal(&stage.coordinator, id).await.expect("a page");
    assert_eq!((page.state, page.may_publish, page.measure.status), (ProposalState::Waiting, true, MeasureStatus::NotStarted));
    assert_eq!(s.publish(&stage.coordinator, id, page.lock_version, page.measure_version).await, Ok(stage.measures[0]));

    let measure = Measures::show(s, &stage.coordinator, stage.measures[0], 1).await.expect("a page");
    assert_eq!((measure.row.status, measure.row.delivered()), (MeasureStatus::CompletedToVerify, 1));
    let last = &measure.updates[0];
    assert_eq!((last.author.as_str(), last.contact.as_deref()), ("Claire", Some("Anne Roy, GRC")));
    let claimants = stage
        .bench
        .write(async |tx| Ok(claimant::Entity::find().filter(claimant::Column::MeasureId.eq(stage.measures[0])).all(tx).await?))
        .await;
    let claimants: Vec<i64> = claimants.into_iter().map(|row| row.person_id).collect();
    assert_eq!(claimants, [stage.coordinator.actor.person], "whoever published counts as who claims");
    let again = s.publish(&stage.coordinator, id, page.lock_version, page.measure_version).await;
    assert_eq!(again, Err(AppError::Conflict), "once");
    assert!(s.waiting(&stage.coordinator).await.expect("answers").is_empty());
    assert_eq!(stage.bench.write(async |tx| audit::verify(tx).await).await, None);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_declined_answer_keeps_its_reason_and_changes_nothing(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let stage = Stage::of(bench).await;
    let s = &stage.bench.services;
    let id = stage.answered(update("in_progress", "Une rencontre")).await;
    let refused = s.decline(&stage.coordinator, id, 0, " ").await.expect_err("a reason is needed");
    assert_eq!(refused.problems()[0].code, ProblemCode::ReasonRequired);
    s.decline(&stage.coordinator, id, 0, "Mauvaise mesure").await.expect("declined");
    let page = s.proposal(&stage.coordinator, id).await.expect("a page");
    assert_eq!((page.state, page.reason.as_deref(), page.may_publish), (ProposalState::Declined, Some("Mauvaise mesure"), false));
    assert_eq!(page.decided.map(|(who, _)| who).as_deref(), Some("Claire"));
    assert_eq!(s.publish(&stage.coordinator, id, 1, 0).await, Err(AppError::Conflict));
    assert_eq!(stage.bench.measures(stage.plan).await[0].lock_version, 0);
}

#[tokio::test]
async fn an_answer_that_no_longer_fits_is_refused_in_words_and_goes_on_waiting() {
    let stage = Stage::of(Bench::open(Db::Sqlite).await.expect("SQLite")).await;
    let s = &stage.bench.services;
    let first = stage.measures[0];
    // Only the status says something, and somebody says the same before the answer is published.
    let id = stage.answered(update("planning", "")).await;
    let same = TypedProgress { status: "planning".into(), text_lang: "fr".into(), ..TypedProgress::default() };
    s.record(&stage.coordinator, first, 0, &same).await.expect("the update");
    let stale = s.publish(&stage.coordinator, id, 0, 0).await;
    assert_eq!(stale, Err(AppError::Conflict), "the measure changed since the page was shown");
    let refused = s.publish(&stage.coordinator, id, 0, 1).await.expect_err("nothing said");
    let codes: Vec<_> = refused.problems().iter().map(|problem| (problem.field.as_str(), problem.code)).collect();
    assert_eq!(codes, [("publish", ProblemCode::NoLongerFits), ("publish", ProblemCode::NothingSaid)]);
    assert_eq!(s.waiting(&stage.coordinator).await.expect("answers").len(), 1);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_published_link_becomes_evidence_from_its_contact(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let stage = Stage::of(bench).await;
    let s = &stage.bench.services;
    let typed = TypedEvidence {
        title: "Mandat signé".into(),
        text_lang: "fr".into(),
        marking: "unclassified".into(),
        url: "https://example.org/mandat.pdf".into(),
        ..TypedEvidence::default()
    };
    let token = stage.asked("evidence").await;
    let above = TypedEvidence { marking: "protected_b".into(), url: "javascript:x".into(), ..typed.clone() };
    let refused = s.answer(&super::visitor(), &token, &Answer::Evidence(above)).await.expect_err("problems");
    assert_eq!(refused.problems().len(), 2);
    let id = stage.answered(Answer::Evidence(typed)).await;
    s.publish(&stage.coordinator, id, 0, 0).await.expect("published");
    let pieces = stage.bench.write(async |tx| Ok(evidence::Entity::find().all(tx).await?)).await;
    assert_eq!(pieces.len(), 1);
    assert_eq!((pieces[0].contact.as_deref(), pieces[0].is_public), (Some("Anne Roy, GRC"), false));
    assert_eq!(pieces[0].added_by, stage.coordinator.actor.person);
}

#[tokio::test]
async fn an_answer_is_known_to_the_coordinators_of_its_plan_only() {
    let stage = Stage::of(Bench::open(Db::Sqlite).await.expect("SQLite")).await;
    let s = &stage.bench.services;
    let id = stage.answered(update("in_progress", "Une rencontre")).await;
    let admin = stage.bench.person("Ada", None, Role::Administrator).await;
    let nobody = stage.bench.person_with("Nobody", None, &[]).await;
    for person in [&stage.lead, &admin, &nobody] {
        assert_eq!(s.proposal(person, id).await, Err(AppError::NotFound));
        assert_eq!(s.publish(person, id, 0, 0).await, Err(AppError::NotFound));
        assert_eq!(s.decline(person, id, 0, "x").await, Err(AppError::NotFound));
    }
    assert_eq!(s.proposal(&stage.coordinator, id + 1).await, Err(AppError::NotFound));
}
