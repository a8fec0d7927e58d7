//! A link is sent by coordinators only, works once, and says nothing when it works no more.

use super::{Stage, ask, claim, update, visitor};
use crate::support::{Bench, Db};
use app::{
    api::contacts::{Answer, AnswerPage},
    backend::{Contacts, Decisions, Measures},
    error::AppError,
};
use domain::{
    contacts::LinkState,
    mail::MailKind,
    people::{Grant, Role},
    problem::ProblemCode,
    workflow::TypedFate,
};
use rstest::rstest;
use server::store::audit;

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_link_is_mailed_opens_the_measure_and_works_once(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let stage = Stage::of(bench).await;
    let s = &stage.bench.services;
    let token = stage.asked("update").await;
    let mail = stage.mails().await.pop().expect("a mail");
    assert_eq!((mail.kind, mail.to_address.as_str(), mail.person_id), (MailKind::Contact, "anne@example.org", None));
    assert!(mail.text_body.contains("Claire") && mail.text_body.contains("Signer le mandat"), "{}", mail.text_body);

    for _ in 0..2 {
        let AnswerPage::Open(form) = s.open(&visitor(), &token).await.expect("a page") else { panic!("it is open") };
        assert_eq!((form.measure.id, form.name.as_str()), (stage.measures[0], "Anne Roy"), "looking uses nothing up");
    }
    let wrong = s.answer(&visitor(), &token, &update("in_progress", "")).await;
    assert!(wrong.is_ok() || !wrong.expect_err("problems").problems().is_empty());
    let token = stage.asked("update").await;
    let refused = s.answer(&visitor(), &token, &update("completed_to_verify", "")).await.expect_err("problems");
    assert_eq!(refused.problems()[0].code, ProblemCode::SayWhatWasDone, "the link goes on working");
    stage.answer(s, &token, "Une rencontre").await.expect("an answer");
    assert_eq!(stage.answer(s, &token, "Encore").await, Err(AppError::LinkNotValid));
    assert_eq!(s.open(&visitor(), &token).await, Ok(AnswerPage::Closed(LinkState::Used)));

    let measure = stage.bench.measures(stage.plan).await.remove(0);
    assert_eq!((measure.lock_version, measure.figures.facts.last_update), (0, None), "nothing is published by itself");
    assert_eq!(stage.bench.write(async |tx| audit::verify(tx).await).await, None);
    let told = stage.mails().await.pop().expect("a mail");
    assert_eq!((told.kind, told.person_id), (MailKind::Notice, Some(stage.coordinator.actor.person)));
    assert!(told.text_body.contains("/proposals/") && told.subject.contains("Anne Roy, GRC"), "{}", told.text_body);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn of_many_answers_at_the_same_moment_one_is_taken(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let stage = Stage::of(bench).await;
    let token = stage.asked("update").await;
    let words: Vec<String> = (0..6).map(|n| format!("Réponse {n}")).collect();
    let tries = words.iter().map(|done| stage.answer(&stage.bench.services, &token, done));
    let results = futures::future::join_all(tries).await;
    assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 1, "{results:?}");
    assert!(results.iter().flat_map(|result| result.as_ref().err()).all(|error| *error == AppError::LinkNotValid));
    assert_eq!(stage.bench.services.waiting(&stage.coordinator).await.expect("answers").len(), 1);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_link_that_expired_was_taken_back_or_never_was_reveals_nothing(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let stage = Stage::of(bench).await;
    let s = &stage.bench.services;
    let token = stage.asked("update").await;
    let late = stage.bench.on("2018-03-30");
    assert_eq!(late.open(&visitor(), &token).await, Ok(AnswerPage::Closed(LinkState::Expired)));
    assert_eq!(stage.answer(&late, &token, "Trop tard").await, Err(AppError::LinkNotValid));

    let links = s.of_measure(&stage.coordinator, stage.measures[0]).await.expect("contacts").expect("a coordinator").links;
    assert_eq!(s.revoke(&stage.coordinator, links[0].id).await, Ok(stage.measures[0]));
    assert_eq!(s.revoke(&stage.coordinator, links[0].id).await, Err(AppError::Conflict));
    assert_eq!(s.open(&visitor(), &token).await, Ok(AnswerPage::Closed(LinkState::Revoked)));
    assert_eq!(stage.answer(s, &token, "Quand même").await, Err(AppError::LinkNotValid));
    assert_eq!(s.open(&visitor(), "never-given").await, Err(AppError::NotFound));
    assert_eq!(stage.answer(s, "never-given", "x").await, Err(AppError::NotFound));
    let evidence = Answer::Evidence(domain::evidence::TypedEvidence::default());
    let token = stage.asked("update").await;
    assert_eq!(s.answer(&visitor(), &token, &evidence).await, Err(AppError::LinkNotValid), "a link is for one purpose");
    assert!(s.waiting(&stage.coordinator).await.expect("answers").is_empty());
}

#[tokio::test]
async fn only_coordinators_of_the_plan_ask_see_and_take_back() {
    let stage = Stage::of(Bench::open(Db::Sqlite).await.expect("SQLite")).await;
    let s = &stage.bench.services;
    let id = stage.measures[0];
    stage.asked("update").await;
    let admin = stage.bench.person("Ada", None, Role::Administrator).await;
    let member = stage.bench.person("Max", None, Role::Member).await;
    for person in [&stage.lead, &admin, &member] {
        assert_eq!(s.ask_form(person, id).await, Err(AppError::NotAllowed));
        assert_eq!(s.ask(person, id, &[], &ask()).await, Err(AppError::NotAllowed));
        assert_eq!(s.of_measure(person, id).await, Ok(None));
        assert_eq!(s.revoke(person, 1).await, Err(AppError::NotFound), "as for a link that never was");
        assert_eq!(s.revoke(person, 99).await, Err(AppError::NotFound));
        assert!(s.waiting(person).await.expect("nothing").is_empty());
    }
    let other = stage.bench.draft_plan(vec![crate::support::measure("Autre chose", "SP", "2018-04")]).await;
    let elsewhere = Grant { role: Role::Coordinator, plan: Some(other) };
    let stranger = stage.bench.person_with("Nobody", None, &[elsewhere]).await;
    assert_eq!(s.ask_form(&stranger, id).await, Err(AppError::NotFound));
    assert_eq!(s.ask(&stranger, id, &[], &ask()).await, Err(AppError::NotFound));
    assert_eq!(s.of_measure(&stranger, id).await, Err(AppError::NotFound));
    assert_eq!(s.revoke(&stranger, 1).await, Err(AppError::NotFound));
    let problems = s.ask(&stage.coordinator, id, &[], &Default::default()).await.expect_err("problems");
    assert_eq!(problems.problems().len(), 4);
}

#[tokio::test]
async fn one_mail_asks_about_more_measures_of_the_same_organisation_and_of_no_other() {
    let stage = Stage::of(Bench::open(Db::Sqlite).await.expect("SQLite")).await;
    let s = &stage.bench.services;
    let [first, second, other] = stage.measures[..] else { panic!("three measures") };
    let form = s.ask_form(&stage.coordinator, first).await.expect("a form");
    assert_eq!(form.others.iter().map(|other| other.id).collect::<Vec<_>>(), [second]);
    assert!(form.letters.iter().all(|(_, text)| text.contains("Claire") && !text.contains("http")));
    assert_eq!(s.ask(&stage.coordinator, first, &[other], &ask()).await, Err(AppError::Conflict));
    s.ask(&stage.coordinator, first, &[second], &ask()).await.expect("two links");
    let tokens = stage.tokens().await;
    assert_eq!((tokens.len(), stage.mails().await.len()), (2, 1));
    let AnswerPage::Open(page) = s.open(&visitor(), &tokens[1]).await.expect("a page") else { panic!("it is open") };
    assert_eq!(page.measure.id, second);
}

#[tokio::test]
async fn links_and_answers_are_limited() {
    let stage = Stage::of(Bench::open(Db::Sqlite).await.expect("SQLite")).await;
    let s = &stage.bench.services;
    let token = stage.asked("update").await;
    for _ in 0..4 {
        stage.asked("update").await;
    }
    let full = s.ask(&stage.coordinator, stage.measures[0], &[], &ask()).await.expect_err("too many");
    assert_eq!(full.problems()[0].code, ProblemCode::TooManyLinks);
    for _ in 0..20 {
        let wrong = s.answer(&visitor(), &token, &update("completed_to_verify", "")).await;
        assert!(matches!(wrong, Err(AppError::Invalid(_))), "{wrong:?}");
    }
    assert!(matches!(stage.answer(s, &token, "Enfin").await, Err(AppError::TooMany(_))));
}

#[tokio::test]
async fn a_measure_that_came_to_its_end_asks_nobody() {
    let stage = Stage::of(Bench::open(Db::Sqlite).await.expect("SQLite")).await;
    let token = stage.asked("update").await;
    let id = stage.measures[0];
    stage
        .bench
        .write(async |tx| {
            use sea_orm::ActiveValue::Set;
            use sea_orm::EntityTrait;
            use server::store::entities::measure;
            let status = domain::measure::MeasureStatus::NoLongerApplicable;
            let row = measure::ActiveModel { id: Set(id), status: Set(status), ..Default::default() };
            measure::Entity::update(row).exec(tx).await?;
            Ok(())
        })
        .await;
    let s = &stage.bench.services;
    assert_eq!(s.open(&visitor(), &token).await, Ok(AnswerPage::Closed(LinkState::Revoked)));
    assert_eq!(stage.answer(s, &token, "x").await, Err(AppError::LinkNotValid));
    assert_eq!(s.ask(&stage.coordinator, id, &[], &ask()).await, Err(AppError::NotAllowed));
    assert!(Measures::show(s, &stage.coordinator, id, 1).await.is_ok());
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_contact_answers_for_the_organisation_that_was_asked_and_links_end_with_a_transfer(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let stage = Stage::of(bench).await;
    let (s, id) = (&stage.bench.services, stage.measures[0]);
    let to = stage.bench.organisation("ASFC").await;
    let proposal = stage.answered(update("in_progress", "Une rencontre")).await;
    let open = stage.asked("update").await;
    let fate = TypedFate {
        fate: "transferred".into(),
        fate_reason: "Nouveau mandat".into(),
        new_lead: to.to_string(),
        text_lang: "fr".into(),
        ..TypedFate::default()
    };
    s.decide_fate(&stage.coordinator, id, 0, &fate).await.expect("the transfer");
    assert_eq!(s.open(&visitor(), &open).await, Ok(AnswerPage::Closed(LinkState::Revoked)));
    assert!(stage.bench.actions().await.iter().any(|action| action == "contact_revoked"));
    assert_eq!(s.waiting(&stage.coordinator).await.expect("answers")[0].name, "Anne Roy, GRC");
    s.publish(&stage.coordinator, proposal, 0, 1).await.expect("published");
    let page = Measures::show(s, &stage.coordinator, id, 1).await.expect("a page");
    assert_eq!(page.updates[0].contact.as_deref(), Some("Anne Roy, GRC"), "not for whoever leads it now");
    assert_eq!(stage.bench.write(async |tx| audit::verify(tx).await).await, None);
}

#[tokio::test]
async fn when_whoever_asked_is_gone_the_coordinators_of_the_plan_are_told() {
    let stage = Stage::of(Bench::open(Db::Sqlite).await.expect("SQLite")).await;
    let second = stage.bench.person("Simone", None, Role::Coordinator).await;
    let told = async |token: &str| {
        let before = stage.mails().await.len();
        stage.answer(&stage.bench.services, token, "Une rencontre").await.expect("an answer");
        stage.mails().await.into_iter().skip(before).filter_map(|mail| mail.person_id).collect::<Vec<_>>()
    };
    let (first, last) = (stage.asked("update").await, stage.asked("update").await);
    assert_eq!(told(&first).await, [stage.coordinator.actor.person], "whoever asked, and nobody else");
    let id = stage.coordinator.actor.person;
    stage
        .bench
        .write(async |tx| {
            use sea_orm::{ActiveValue::Set, EntityTrait};
            use server::store::entities::person;
            let row = person::ActiveModel { id: Set(id), is_active: Set(false), ..Default::default() };
            person::Entity::update(row).exec(tx).await?;
            Ok(())
        })
        .await;
    assert_eq!(told(&last).await, [second.actor.person]);
}

#[tokio::test]
async fn a_claim_that_could_never_be_published_is_refused_while_its_writer_can_change_it() {
    let stage = Stage::of(Bench::open(Db::Sqlite).await.expect("SQLite")).await;
    let (s, plan) = (&stage.bench.services, stage.plan);
    let token = stage.asked("update").await;
    let open = update("completed_to_verify", "Le mandat est signé");
    let refused = s.answer(&visitor(), &token, &open).await.expect_err("a deliverable is open");
    assert_eq!(refused.problems()[0].code, ProblemCode::DeliverablesOpen);
    stage
        .bench
        .write(async |tx| {
            use sea_orm::{ActiveValue::Set, EntityTrait};
            use server::store::entities::plan as plans;
            let row = plans::ActiveModel { id: Set(plan), needs_evidence: Set(true), ..Default::default() };
            plans::Entity::update(row).exec(tx).await?;
            Ok(())
        })
        .await;
    let refused = s.answer(&visitor(), &token, &claim(&stage).await).await.expect_err("there is no evidence");
    let found: Vec<_> = refused.problems().iter().map(|problem| (problem.field.as_str(), problem.code)).collect();
    assert_eq!(found, [("status", ProblemCode::EvidenceFirst)]);
    stage.answer(s, &token, "Le mandat est signé").await.expect("the link goes on working");
}

#[tokio::test]
async fn a_contact_who_is_asked_by_a_form_sent_twice_gets_one_mail_with_one_link() {
    let stage = Stage::of(Bench::open(Db::Sqlite).await.expect("SQLite")).await;
    let asked = domain::contacts::TypedAsk { form_key: "this view".into(), ..ask() };
    for _ in 0..2 {
        stage.bench.services.ask(&stage.coordinator, stage.measures[0], &[], &asked).await.expect("asked, or told so");
    }
    let mails = stage.mails().await.iter().filter(|mail| mail.text_body.contains("/answer/")).count();
    let links = stage.bench.services.of_measure(&stage.coordinator, stage.measures[0]).await.expect("the links");
    assert_eq!((mails, links.map(|links| links.links.len())), (1, Some(1)));
}
