//! That there are comments is nothing a reader or a contact learns, wherever they look; and what reports and one's own
//! data hold of them.

use super::*;
use crate::support::{Bench, Browser, day, visitor};
use app::backend::{Contacts, Reports, Trail};
use domain::{contacts::TypedAsk, trail::RecordKind};
use rstest::rstest;

#[tokio::test]
async fn a_reader_learns_of_no_comment_anywhere() {
    let stage = Stage::sqlite().await;
    let (scene, services) = (&stage.scene, &stage.scene.bench.services);
    let comment = stage.propose(&stage.mia, 0, "other").await;
    let aside = stage.propose(&stage.mia, 0, "superseded").await;
    stage.answer(&scene.claire, aside, reply("set_aside", "Une raison secrète")).await.expect("an answer");
    let gone = stage.propose(&scene.luc, 0, "").await;
    stage.withdraw(&scene.luc, gone, "Un motif secret").await.expect("withdrawn");
    let (measure, plan) = (stage.id(0).await, scene.plan);
    let rita = Browser::signed_in(&scene.bench, &scene.rita).await;
    let mia = Browser::signed_in(&scene.bench, &stage.mia).await;
    let pages = [
        format!("/measures/{measure}"),
        format!("/plans/{plan}/meeting-report"),
        format!("/plans/{plan}/meeting-report/json"),
        format!("/plans/{plan}/meeting-report/html"),
    ];
    for page in &pages {
        assert!(mia.open(page).await.text().contains("Les mots secrets"), "{page}");
    }
    let others = ["/", "/plans/{plan}/meeting-report/csv", "/plans/{plan}", "/overdue", "/account/data"];
    for page in pages.iter().cloned().chain(others.iter().map(|page| page.replace("{plan}", &plan.to_string()))) {
        let shown = rita.open(&page).await;
        assert_eq!(shown.status_code(), 200, "{page}");
        for secret in ["secret", "Mia", "/comments/", "ommentaire", "proposed_decision", "add-comment"] {
            assert!(!shown.text().contains(secret), "{secret} is on {page}: {}", shown.text());
        }
    }
    for id in [comment, aside, gone] {
        assert_eq!(rita.open(&format!("/comments/{id}")).await.status_code(), 404);
        let history = services.history(&scene.rita, RecordKind::Comment, id, 1).await;
        assert_eq!(history.map(drop), Err(AppError::NotFound));
    }
    let history = services.history(&scene.rita, RecordKind::Measure, measure, 1).await.expect("the history");
    assert!(!format!("{history:?}").contains("comment"), "{history:?}");
}

#[tokio::test]
async fn a_contact_learns_of_no_comment_either() {
    let stage = Stage::sqlite().await;
    stage.propose(&stage.mia, 0, "other").await;
    let ask = TypedAsk {
        name: "Anne Roy".into(),
        email: "anne@example.org".into(),
        contact_lang: "fr".into(),
        purpose: "update".into(),
        ..TypedAsk::default()
    };
    let services = &stage.scene.bench.services;
    Contacts::ask(services, &stage.scene.claire, stage.id(0).await, &[], &ask).await.expect("a link");
    let mail = stage.scene.bench.mails().await.pop().expect("a mail");
    let token = mail.split("/answer/").nth(1).and_then(|rest| rest.split('?').next()).expect("a token");
    let page = Contacts::open(services, &visitor(None), token).await.expect("the page");
    assert!(!format!("{page:?}{mail}").contains("secrets"), "{page:?}");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn the_report_lists_what_waited_on_its_day_for_those_who_may_know(#[case] db: Db) {
    let Some(stage) = Stage::open(db).await else { return };
    let answered = stage.propose(&stage.mia, 0, "other").await;
    let withdrawn = stage.propose(&stage.mia, 1, "transferred").await;
    stage.add(&stage.mia, 2, said("Sans proposition", "")).await.expect("a comment");
    let bench = Bench { services: stage.scene.bench.on("2018-03-20") };
    let stage = Stage { scene: Scene { bench, ..stage.scene }, ..stage };
    let services = &stage.scene.bench.services;
    let report = async |who: &Caller, on: &str| {
        let report = Reports::meeting(services, who, stage.scene.plan, Some(day(on))).await.expect("the report");
        report.proposed_decisions.map(|rows| rows.into_iter().map(|row| (row.comment, row.text.is_some())).collect::<Vec<_>>())
    };
    stage.answer(&stage.scene.claire, answered, reply("set_aside", "Non")).await.expect("an answer");
    stage.withdraw(&stage.mia, withdrawn, "Réglé").await.expect("withdrawn");
    assert_eq!(report(&stage.scene.luc, "2018-03-19").await, Some(vec![(answered, true), (withdrawn, false)]));
    assert_eq!(report(&stage.scene.luc, "2018-03-20").await, Some(Vec::new()));
    assert_eq!(report(&stage.scene.luc, "2018-03-14").await, Some(Vec::new()));
    assert_eq!(report(&stage.scene.rita, "2018-03-19").await, None);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn ones_own_data_hold_ones_own_comments_and_answers(#[case] db: Db) {
    let Some(stage) = Stage::open(db).await else { return };
    let (scene, services) = (&stage.scene, &stage.scene.bench.services);
    let comment = stage.propose(&stage.mia, 0, "other").await;
    let other = stage.propose(&scene.luc, 0, "").await;
    stage.answer(&scene.claire, comment, reply("set_aside", "Mes raisons")).await.expect("an answer");
    stage.withdraw(&scene.claire, other, "Mon motif").await.expect("withdrawn");
    let mine = serde_json::to_value(services.own_data(&stage.mia).await.expect("the data")).expect("a value");
    assert_eq!(
        (&mine["comments_written"][0]["text_fr"], mine["comments_written"].as_array().map(Vec::len)),
        (&"Les mots secrets".into(), Some(1))
    );
    let hers = serde_json::to_value(services.own_data(&scene.claire).await.expect("the data")).expect("a value");
    assert_eq!(hers["proposals_answered"][0]["answer_reason_fr"], "Mes raisons");
    assert_eq!(hers["comments_withdrawn"][0]["withdrawn_reason"], "Mon motif");
    assert!(
        hers["comments_written"].as_array().is_some_and(Vec::is_empty) && !hers.to_string().contains("mots secrets"),
        "{hers}"
    );
}
