//! What becomes of an answer.

use super::{Stage, claim, update};
use crate::support::{Bench, Db};
use app::{
    api::contacts::Answer,
    backend::{Contacts, Decisions, Measures, Progress, Reports},
    error::AppError,
};
use domain::{
    contacts::ProposalState, dates::ReportingPeriod, evidence::TypedEvidence, measure::MeasureStatus, people::Role,
    problem::ProblemCode, progress::TypedProgress,
};
use rstest::rstest;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use server::store::{
    audit,
    entities::{claimant, evidence},
};

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

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn an_answer_counts_for_the_day_and_the_period_in_which_it_was_said(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let stage = Stage::of(bench).await;
    let (s, id) = (&stage.bench.services, stage.measures[0]);
    let first = stage.answered(update("planning", "Une lettre")).await;
    let second = stage.answered(update("in_progress", "Une rencontre")).await;
    // Both came in one period and are published in the next one; somebody reported in between.
    let later = stage.bench.on("2018-04-20");
    later.publish(&stage.coordinator, first, 0, 0).await.expect("published");
    let page = Measures::show(&later, &stage.coordinator, id, 1).await.expect("a page");
    let said_on = crate::support::day(crate::support::TODAY);
    assert_eq!((page.updates[0].reported_on, &page.updates[0].period), (said_on, &ReportingPeriod::of(said_on).code()));
    assert_eq!((page.row.last_update_on, page.row.flags.silent), (Some(said_on), true), "nothing was said in this period");

    let own =
        TypedProgress { status: "planning".into(), done: "Une relance".into(), text_lang: "fr".into(), ..Default::default() };
    stage.bench.on("2018-04-10").record(&stage.coordinator, id, 1, &own).await.expect("the update");
    later.publish(&stage.coordinator, second, 0, 2).await.expect("published");
    let page = Measures::show(&later, &stage.coordinator, id, 1).await.expect("a page");
    assert_eq!(page.row.last_update_on.map(|day| day.to_string()).as_deref(), Some("2018-04-10"), "the later of both");
    let measure = stage.bench.measures(stage.plan).await.remove(0);
    assert_eq!(measure.figures.facts.status, MeasureStatus::InProgress);
    assert!(s.waiting(&stage.coordinator).await.expect("answers").is_empty());
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn the_report_of_a_past_day_knows_no_answer_that_was_published_after_it(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let stage = Stage::of(bench).await;
    let answer = stage.answered(update("in_progress", "Une rencontre")).await;
    let later = stage.bench.on("2018-03-20");
    later.publish(&stage.coordinator, answer, 0, 0).await.expect("published");
    let reader = server::services::reports::program_caller("test", domain::text::Lang::Fr);
    let told = async |of: &str| {
        let report = Reports::meeting(&later, &reader, stage.plan, Some(crate::support::day(of))).await.expect("the report");
        let rows = report.sections.iter().flat_map(|section| &section.rows);
        rows.filter(|row| row.measure.id == stage.measures[0]).map(|row| (row.last.is_some(), row.measure.last_update_on)).next()
    };
    assert_eq!(told("2018-03-18").await, Some((false, None)), "it was said by then, and nobody knew");
    assert_eq!(told("2018-03-20").await, Some((true, Some(crate::support::day(crate::support::TODAY)))));
}

#[tokio::test]
async fn whoever_publishes_a_claim_is_told_who_is_left_to_verify_it() {
    let stage = Stage::of(Bench::open(Db::Sqlite).await.expect("SQLite")).await;
    let s = &stage.bench.services;
    let plain = stage.answered(update("in_progress", "Une rencontre")).await;
    assert_eq!(s.proposal(&stage.coordinator, plain).await.expect("a page").verifiers, None, "it claims nothing");
    let id = stage.answered(claim(&stage).await).await;
    let verifiers = async || s.proposal(&stage.coordinator, id).await.expect("a page").verifiers;
    assert_eq!(verifiers().await, Some(Vec::new()), "a second coordinator is needed");
    let browser = crate::support::Browser::signed_in(&stage.bench, &stage.coordinator).await;
    let shown = browser.open(&format!("/proposals/{id}?lang=en")).await.text();
    assert!(shown.contains("a second coordinator of this plan is needed"), "{shown}");

    s.publish(&stage.coordinator, id, 0, 0).await.expect("published");
    let verify = s.verify_form(&stage.coordinator, stage.measures[0]).await.expect("a page");
    assert_eq!((verify.about.blocked, verify.verifiers.len()), (Some(ProblemCode::OwnClaim), 0));
    let page = format!("/measures/{}/verify?lang=en", stage.measures[0]);
    assert!(browser.open(&page).await.text().contains("Nobody may verify this claim"));
    let second = stage.bench.person("Simone", None, Role::Coordinator).await;
    assert!(browser.open(&page).await.text().contains("This claim may be verified by: Simone."));
    let verify = s.verify_form(&second, stage.measures[0]).await.expect("a page");
    assert_eq!((verify.about.blocked, verify.verifiers), (None, vec!["Simone".to_owned()]));
}
