//! Rule 4: a claim is answered by somebody who neither made it nor owns the measure.

use super::scene::{Scene, problems};
use crate::support::{Db, day, measure};
use app::{
    backend::{Decisions, Measures, Progress},
    error::AppError,
};
use domain::{
    measure::MeasureStatus,
    problem::ProblemCode,
    progress::{TypedProgress, UpdateKind},
    workflow::{
        TypedVerification,
        VerificationOutcome::{Accepted, Returned},
    },
};
use rstest::rstest;
use sea_orm::ConnectionTrait;

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn an_accepted_claim_closes_the_measure(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    scene.claim(&scene.luc, 0).await.expect("a claim");
    scene.answer(&scene.claire, 0, Accepted, "").await.expect("an answer");
    let after = scene.measure(0).await;
    assert_eq!(after.figures.facts.status, MeasureStatus::VerifiedClosed);
    assert_eq!(after.figures.ended_on, Some(day("2018-03-15")));
    let page = Measures::show(&scene.bench.services, &scene.rita, after.figures.id, 1).await.expect("a page");
    let told: Vec<_> = page.life.verifications.iter().map(|answer| (answer.outcome, answer.verifier.as_str())).collect();
    assert_eq!(told, [(Accepted, "Claire")]);
    let again = scene.answer(&scene.carl, 0, Returned, "Il manque le procès-verbal").await;
    assert_eq!(problems(again), [("verification_outcome".to_owned(), ProblemCode::HasEnded)]);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_returned_claim_has_a_reason_and_opens_the_measure_again(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    scene.claim(&scene.luc, 0).await.expect("a claim");
    let silent = problems(scene.answer(&scene.claire, 0, Returned, " ").await);
    assert_eq!(silent, [("verification_notes".to_owned(), ProblemCode::ReasonRequired)]);
    scene.answer(&scene.claire, 0, Returned, "Il manque le procès-verbal").await.expect("an answer");
    let after = scene.measure(0).await;
    assert_eq!((after.figures.facts.status, after.figures.ended_on), (MeasureStatus::InProgress, None));
    let page = Measures::show(&scene.bench.services, &scene.luc, after.figures.id, 1).await.expect("a page");
    assert!(page.life.is_returned && page.life.may.ask_extension);
    scene.claim(&scene.luc, 0).await.expect("a new claim");
    let page = Measures::show(&scene.bench.services, &scene.luc, after.figures.id, 1).await.expect("a page");
    assert!(!page.life.is_returned, "until something is reported");
    scene.answer(&scene.carl, 0, Accepted, "Reçu").await.expect("an answer");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn neither_who_claimed_nor_who_owns_nor_anybody_but_a_coordinator_verifies(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    scene.claim(&scene.claire, 0).await.expect("a claim for the organisation");
    let own = problems(scene.answer(&scene.claire, 0, Accepted, "").await);
    assert_eq!(own, [("verification_outcome".to_owned(), ProblemCode::OwnClaim)]);
    for person in [&scene.luc, &scene.gina, &scene.eve, &scene.rita] {
        assert_eq!(scene.answer(person, 0, Accepted, "").await, Err(AppError::NotAllowed), "{}", person.actor.name);
        let page = scene.bench.services.verify_form(person, scene.measure(0).await.figures.id).await.expect("a page");
        assert!(!page.may_verify, "{}", person.actor.name);
    }
    let (owner, id) = (scene.carl.actor.person, scene.measure(0).await.figures.id);
    let sql = format!("update measure set owner_id = {owner} where id = {id}");
    scene.bench.write(async |tx| Ok(tx.execute_unprepared(&sql).await?)).await;
    let owns = problems(scene.answer(&scene.carl, 0, Accepted, "").await);
    assert_eq!(owns, [("verification_outcome".to_owned(), ProblemCode::OwnClaim)]);
    assert_eq!(scene.measure(0).await.figures.facts.status, MeasureStatus::CompletedToVerify);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn of_two_verifiers_one_is_told_that_the_other_was_faster(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    scene.claim(&scene.luc, 0).await.expect("a claim");
    let (services, measure) = (&scene.bench.services, scene.measure(0).await);
    let (id, version) = (measure.figures.id, measure.lock_version);
    let typed = |outcome: &str| TypedVerification { outcome: outcome.into(), notes: "Vu".into(), text_lang: "fr".into() };
    services.verify(&scene.claire, id, version, &typed("accepted")).await.expect("an answer");
    let late = services.verify(&scene.carl, id, version, &typed("returned")).await;
    assert_eq!(late, Err(AppError::Conflict));
    let page = services.verify_form(&scene.carl, id).await.expect("a page");
    assert_eq!(page.about.blocked, Some(ProblemCode::HasEnded));
    assert_eq!(page.verifications.len(), 1);
}

#[tokio::test]
async fn a_claim_that_lacks_what_the_plan_asks_for_is_only_returned() {
    let scene = Scene::sqlite().await;
    let mut imported = measure("Dite faite", "SP", "2018-01");
    imported.completed = true;
    let plan = scene.bench.approved_plan(&scene.claire, vec![imported]).await;
    let sql = format!("update plan set needs_evidence = true where id = {plan}");
    scene.bench.write(async |tx| Ok(tx.execute_unprepared(&sql).await?)).await;
    let id = scene.bench.measures(plan).await[0].figures.id;
    let page = scene.bench.services.verify_form(&scene.claire, id).await.expect("a page");
    assert_eq!((page.missing, page.about.blocked), (vec![ProblemCode::EvidenceMissing], None));
    let typed = |outcome: &str| TypedVerification { outcome: outcome.into(), notes: "?".into(), text_lang: "fr".into() };
    let accepted = scene.bench.services.verify(&scene.claire, id, 0, &typed("accepted")).await;
    assert_eq!(problems(accepted), [("verification_outcome".to_owned(), ProblemCode::EvidenceMissing)]);
    scene.bench.services.verify(&scene.claire, id, 0, &typed("returned")).await.expect("returned");
}

#[tokio::test]
async fn the_measure_says_what_a_claim_still_needs() {
    let scene = Scene::sqlite().await;
    let sql = format!("update plan set needs_evidence = true where id = {}", scene.plan);
    scene.bench.write(async |tx| Ok(tx.execute_unprepared(&sql).await?)).await;
    let id = scene.measure(0).await.figures.id;
    let page = Measures::show(&scene.bench.services, &scene.luc, id, 1).await.expect("a page");
    assert_eq!(page.life.missing, [ProblemCode::DeliverablesOpen, ProblemCode::EvidenceMissing]);
    assert_eq!(problems(scene.claim(&scene.luc, 0).await), [("status".to_owned(), ProblemCode::EvidenceMissing)]);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn the_verifier_reads_the_claim_whatever_was_said_after_it(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    let services = &scene.bench.services;
    scene.claim(&scene.luc, 0).await.expect("a claim");
    let claimed = scene.measure(0).await;
    let id = claimed.figures.id;
    let nothing = TypedProgress { nothing_new: "yes".into(), text_lang: "fr".into(), ..TypedProgress::default() };
    services.record(&scene.luc, id, claimed.lock_version, &nothing).await.expect("nothing new");
    let page = services.verify_form(&scene.carl, id).await.expect("the page");
    let words = |update: Option<app::api::common::UpdateView>| update.and_then(|update| update.done).map(|done| done.text);
    assert_eq!(page.claim.as_ref().map(|claim| claim.kind), Some(UpdateKind::Progress));
    assert_eq!(words(page.claim.clone()).as_deref(), Some("La réunion a eu lieu"));
    assert_eq!(page.about.last.map(|last| last.kind), Some(UpdateKind::NothingNew), "that is shown besides");

    scene.answer(&scene.carl, 0, Returned, "Il manque le procès-verbal").await.expect("an answer");
    let kept = scene.bench.write(async |tx| {
        use sea_orm::EntityTrait;
        Ok(server::store::entities::verification::Entity::find().all(tx).await?)
    });
    let kept = kept.await.pop().expect("the verification");
    assert_eq!(kept.update_id, page.claim.map(|claim| claim.id));
    let page = Measures::show(services, &scene.luc, id, 1).await.expect("a page");
    assert!(page.life.is_returned, "nothing was said since");
    let version = scene.measure(0).await.lock_version;
    services.record(&scene.luc, id, version, &nothing).await.expect("nothing new");
    assert!(!Measures::show(services, &scene.luc, id, 1).await.expect("a page").life.is_returned);
}
