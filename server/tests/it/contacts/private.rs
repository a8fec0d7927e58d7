//! What a contact sends, and why it was declined, is nothing a reader of the measure learns.

use super::{Stage, update};
use crate::support::{Bench, Browser, Db};
use app::{
    api::contacts::Answer,
    backend::{Contacts, Evidence, Trail},
    error::AppError,
};
use domain::{
    evidence::{MAX_PIECES, TypedEvidence},
    people::Role,
    problem::ProblemCode,
    trail::RecordKind,
};
use rstest::rstest;

fn proof(title: &str) -> TypedEvidence {
    TypedEvidence {
        title: title.into(),
        text_lang: "fr".into(),
        marking: "unclassified".into(),
        url: "https://intranet.example/secret".into(),
        ..TypedEvidence::default()
    }
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_reader_learns_nothing_of_links_internal_evidence_and_reasons(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let stage = Stage::of(bench).await;
    let (s, measure) = (&stage.bench.services, stage.measures[0]);
    let published = stage.answered(Answer::Evidence(proof("Le titre interne"))).await;
    s.publish(&stage.coordinator, published, 0, 0).await.expect("published");
    let declined = stage.answered(update("in_progress", "Une rencontre")).await;
    s.decline(&stage.coordinator, declined, 0, "La raison du refus").await.expect("declined");
    stage.asked("update").await;
    let links = s.of_measure(&stage.coordinator, measure).await.expect("contacts").expect("a coordinator").links;
    s.revoke(&stage.coordinator, links[0].id).await.expect("taken back");

    let reader = stage.bench.person("Rita", None, Role::Reader).await;
    let history = s.history(&reader, RecordKind::Measure, measure, 1).await.expect("the history");
    let told = format!("{history:?}");
    let secrets = ["Le titre interne", "intranet.example", "Anne Roy", "La raison du refus", "contact"];
    for secret in secrets {
        assert!(!told.contains(secret), "{secret} is in {told}");
    }
    assert!(told.contains("evidence_added"), "that something was added is no secret: {told}");
    let browser = Browser::signed_in(&stage.bench, &reader).await;
    let page = browser.open(&format!("/measures/{measure}")).await.text();
    assert!(secrets[..4].iter().all(|secret| !page.contains(secret)), "{page}");

    for link in &links {
        for person in [&reader, &stage.lead] {
            let hidden = s.history(person, RecordKind::ContactLink, link.id, 1).await;
            assert_eq!(hidden.map(drop), Err(AppError::NotFound));
        }
    }
    let of_declined = links.iter().find(|link| link.proposal.is_some_and(|(id, _)| id == declined)).expect("the link");
    let own = s.history(&stage.coordinator, RecordKind::ContactLink, of_declined.id, 1).await.expect("the history");
    assert!(format!("{own:?}").contains("La raison du refus"), "the coordination finds it all in one place: {own:?}");
}

#[tokio::test]
async fn published_evidence_goes_the_one_way_and_counts_like_any_other() {
    let stage = Stage::of(Bench::open(Db::Sqlite).await.expect("SQLite")).await;
    let (s, measure) = (&stage.bench.services, stage.measures[0]);
    let waiting = stage.answered(Answer::Evidence(proof("Une de trop"))).await;
    let token = stage.asked("evidence").await;
    for version in 0..MAX_PIECES {
        let version = i32::try_from(version).expect("a few");
        s.add_link(&stage.coordinator, measure, version, &proof("Une preuve")).await.expect("evidence");
    }
    let full = s.answer(&super::visitor(), &token, &Answer::Evidence(proof("Encore une"))).await.expect_err("no room");
    let found: Vec<_> = full.problems().iter().map(|problem| (problem.field.as_str(), problem.code)).collect();
    assert_eq!(found, [("proof_url", ProblemCode::TooManyFiles)]);
    let version = i32::try_from(MAX_PIECES).expect("a few");
    let refused = s.publish(&stage.coordinator, waiting, 0, version).await.expect_err("no room");
    assert_eq!(refused.problems().last().map(|problem| problem.code), Some(ProblemCode::TooManyFiles));
    assert_eq!(Evidence::page(s, &stage.coordinator, measure).await.expect("a page").pieces.len() as u64, MAX_PIECES);
}
