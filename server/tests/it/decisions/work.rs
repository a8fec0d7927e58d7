//! Decisions in "my work" of whoever has to make them, and of nobody else.

use super::scene::{Scene, as_asked};
use crate::support::Db;
use app::{
    api::work::Asked,
    backend::{Caller, Work},
};
use domain::workflow::VerificationOutcome::{Accepted, Returned};
use rstest::rstest;

/// What is asked of somebody about the first measure, with the request it is about.
async fn asked(scene: &Scene, who: &Caller) -> Vec<(Asked, Option<i64>)> {
    let page = Work::show(&scene.bench.services, who, 1).await.expect("a page");
    page.items.iter().filter(|item| item.measure.label == "1").map(|item| (item.asked, item.extension)).collect()
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn an_extension_waits_for_executives_and_coordinators_but_not_for_who_asked(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    let request = scene.ask(&scene.claire, 0, "juin 2018").await.expect("a request");
    let decide = vec![(Asked::DecideExtension, Some(request))];
    assert_eq!(asked(&scene, &scene.eve).await, decide);
    assert_eq!(asked(&scene, &scene.carl).await, decide);
    assert_eq!(asked(&scene, &scene.claire).await, []);
    assert_eq!(asked(&scene, &scene.luc).await, [(Asked::ReportProgress, None)], "the work itself goes on");
    for person in [&scene.gina, &scene.rita] {
        assert_eq!(asked(&scene, person).await, []);
    }
    scene.rule(&scene.carl, request, as_asked()).await.expect("a decision");
    assert_eq!(asked(&scene, &scene.eve).await, []);
    let page = Work::show(&scene.bench.services, &scene.eve, 1).await.expect("a page");
    assert_eq!((page.items.len(), page.quiet), (0, 0), "the measures of others are not quiet ones of hers");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_claim_waits_for_the_other_coordinator_and_a_returned_one_for_its_lead(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    scene.claim(&scene.claire, 0).await.expect("a claim for the organisation");
    assert_eq!(asked(&scene, &scene.claire).await, []);
    assert_eq!(asked(&scene, &scene.carl).await, [(Asked::VerifyClaim, None)]);
    assert_eq!(asked(&scene, &scene.eve).await, []);
    scene.answer(&scene.carl, 0, Returned, "Il manque le procès-verbal").await.expect("an answer");
    assert_eq!(asked(&scene, &scene.luc).await, [(Asked::ClaimReturned, None)]);
    assert_eq!(asked(&scene, &scene.carl).await, []);
    scene.claim(&scene.luc, 0).await.expect("a claim");
    assert_eq!(asked(&scene, &scene.luc).await, [], "until something is reported");
    scene.answer(&scene.claire, 0, Accepted, "").await.expect("an answer");
    assert_eq!(asked(&scene, &scene.carl).await, []);
}
