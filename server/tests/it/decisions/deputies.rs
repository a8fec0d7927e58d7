//! Nobody gets what they asked for or claimed from the hand of their own deputy, and an absent coordinator's work goes on.

use super::scene::{Scene, as_asked, problems};
use crate::support::Db;
use app::{
    api::work::Asked,
    backend::{Caller, Decisions, Measures, Work},
};
use domain::{
    extensions::TypedRuling,
    problem::ProblemCode,
    workflow::VerificationOutcome::{Accepted, Returned},
};
use rstest::rstest;

/// What is asked of somebody.
async fn asked(scene: &Scene, who: &Caller) -> Vec<Asked> {
    let page = Work::show(&scene.bench.services, who, 1).await.expect("a page");
    page.items.iter().filter(|item| item.measure.label == "1").map(|item| item.asked).collect()
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_deputy_does_not_grant_what_the_absent_coordinator_asked_for_unless_a_meeting_did(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    let request = scene.ask(&scene.claire, 0, "juin 2018").await.expect("a request");
    let dan = scene.bench.person_with("Dan", None, &[]).await;
    let dan = scene.bench.stand_in(&dan, &scene.claire).await;
    let page = scene.bench.services.extension(&dan, request).await.expect("the page");
    assert!(page.may_decide && page.only_a_meeting_decides && !page.is_requester);
    assert_eq!(asked(&scene, &dan).await, []);
    let refusal = problems(scene.rule(&dan, request, as_asked()).await);
    assert_eq!(refusal, [("meeting".to_owned(), ProblemCode::RequesterDecides)]);

    let dan = scene.bench.stand_in(&dan, &scene.carl).await;
    assert_eq!(asked(&scene, &dan).await, [Asked::DecideExtension], "Carl asked for nothing, and is away too");
    let dan = scene.bench.stand_in(&scene.bench.person_with("Dora", None, &[]).await, &scene.claire).await;
    let meeting = scene.meeting("2018-03-15").await;
    let by_meeting = TypedRuling { meeting: meeting.to_string(), ..as_asked() };
    scene.rule(&dan, request, by_meeting).await.expect("what a meeting decided is recorded by whoever is there");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_deputy_does_not_verify_what_the_absent_coordinator_claimed(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    scene.claim(&scene.claire, 0).await.expect("a claim for the organisation");
    let dan = scene.bench.person_with("Dan", None, &[]).await;
    let dan = scene.bench.stand_in(&dan, &scene.claire).await;
    let measure = scene.measure(0).await.figures.id;
    assert_eq!(asked(&scene, &dan).await, []);
    assert!(!Measures::show(&scene.bench.services, &dan, measure, 1).await.expect("the measure").life.may.verify);
    let blocked = scene.bench.services.verify_form(&dan, measure).await.expect("the page").about.blocked;
    assert_eq!(blocked, Some(ProblemCode::OwnClaim));
    for outcome in [Accepted, Returned] {
        let refusal = problems(scene.answer(&dan, 0, outcome, "Rien ne manque").await);
        assert_eq!(refusal, [("verification_outcome".to_owned(), ProblemCode::OwnClaim)]);
    }

    scene.claim(&scene.luc, 1).await.expect("a claim of the lead");
    scene.answer(&dan, 1, Accepted, "").await.expect("the coordinator's work goes on");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn who_comes_back_does_not_decide_what_a_deputy_asked_or_claimed_in_their_place(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    let dan = scene.bench.person_with("Dan", None, &[]).await;
    let dan = scene.bench.stand_in(&dan, &scene.claire).await;
    let request = scene.ask(&dan, 0, "juin 2018").await.expect("a request");
    scene.claim(&dan, 1).await.expect("a claim for the organisation");

    let page = scene.bench.services.extension(&scene.claire, request).await.expect("the page");
    assert_eq!((page.request.requested_by.as_deref(), page.request.requested_for.as_deref()), (Some("Dan"), Some("Claire")));
    assert!(page.may_decide && page.only_a_meeting_decides && page.is_requester, "who was asked for may take it back");
    assert_eq!(asked(&scene, &scene.claire).await, []);
    let refusal = problems(scene.rule(&scene.claire, request, as_asked()).await);
    assert_eq!(refusal, [("meeting".to_owned(), ProblemCode::RequesterDecides)]);
    let refusal = problems(scene.answer(&scene.claire, 1, Accepted, "").await);
    assert_eq!(refusal, [("verification_outcome".to_owned(), ProblemCode::OwnClaim)]);

    scene.rule(&scene.carl, request, as_asked()).await.expect("another coordinator decides");
    scene.answer(&scene.carl, 1, Accepted, "").await.expect("and verifies");
    let request = scene.ask(&dan, 0, "juillet 2018").await.expect("a request");
    let version = scene.measure(0).await.lock_version;
    scene.bench.services.withdraw_extension(&scene.claire, request, version).await.expect("taken back");
}
