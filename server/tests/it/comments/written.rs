//! Who comments, on what, and what is refused.

use super::*;
use crate::decisions::scene::{fate, problems};
use app::backend::{Editing, Plans};
use domain::{plan::PlanStatus, problem::ProblemCode, progress::MAX_TEXT, workflow::FateChoice};
use rstest::rstest;
use server::store::plans;

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn those_who_work_with_a_plan_comment_and_the_newest_comes_last(#[case] db: Db) {
    let Some(stage) = Stage::open(db).await else { return };
    let scene = &stage.scene;
    for who in [&stage.ada, &scene.claire, &scene.luc, &stage.mia, &scene.eve] {
        stage.add(who, 0, said(&format!("De {}", who.actor.name), "")).await.expect("a comment");
    }
    let seen = stage.seen(&scene.gina, 0).await;
    let by: Vec<&str> = seen.iter().map(|comment| comment.written.by.as_str()).collect();
    assert_eq!(by, ["Ada", "Claire", "Luc", "Mia", "Eve"]);
    assert_eq!(seen[3].text.as_ref().map(|text| text.text.as_str()), Some("De Mia"));
    let nobody = scene.bench.person_with("Nobody", None, &[]).await;
    for who in [&scene.rita, &nobody] {
        assert_eq!(stage.add(who, 0, said("Non", "")).await, Err(AppError::NotFound));
        assert_eq!(Comments::show(&scene.bench.services, who, seen[0].id).await, Err(AppError::NotFound));
    }
    let services = &scene.bench.services;
    let hidden = Comments::of_measure(services, &scene.rita, stage.id(0).await, None).await;
    assert_eq!(hidden, Ok(None), "a reader sees the measure, and that is all");
    assert_eq!(stage.mails().await, [], "a comment alone is no mail");
    assert_eq!(scene.measure(0).await.lock_version, 0, "a comment changes nothing of its measure");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_draft_has_no_comments_and_a_closed_plan_gets_no_more(#[case] db: Db) {
    let Some(stage) = Stage::open(db).await else { return };
    let (scene, services) = (&stage.scene, &stage.scene.bench.services);
    let draft = scene.bench.draft_plan(vec![measure("Autre chose", "SP", "2018-05")]).await;
    let draft = scene.bench.measures(draft).await[0].figures.id;
    assert_eq!(Comments::add(services, &scene.claire, draft, &said("x", "")).await, Err(AppError::NotAllowed));
    assert_eq!(Comments::add(services, &stage.mia, draft, &said("x", "")).await, Err(AppError::NotFound));
    assert_eq!(Comments::of_measure(services, &scene.claire, draft, None).await, Ok(None));

    let waits = stage.propose(&stage.mia, 0, "other").await;
    for index in 0..3 {
        scene.decide(&scene.eve, index, fate(FateChoice::NoLongerApplicable)).await.expect("a decision");
    }
    let late = problems(stage.add(&stage.mia, 0, said("x", "superseded")).await);
    assert_eq!(late, [("proposes".to_owned(), ProblemCode::HasEnded)]);
    stage.add(&stage.mia, 0, said("À rouvrir", "other")).await.expect("what has ended can be spoken of");
    let plan = scene.bench.write(async |tx| plans::find(tx, scene.plan).await).await.expect("the plan");
    Editing::close(services, &scene.claire, scene.plan, plan.lock_version).await.expect("closed");
    let closed = Plans::show(services, &scene.claire, scene.plan, &Default::default()).await.expect("the plan");
    assert_eq!(closed.status, PlanStatus::Closed);
    for who in [&stage.mia, &scene.claire] {
        assert_eq!(stage.add(who, 0, said("x", "")).await, Err(AppError::NotAllowed));
        assert_eq!(stage.seen(who, 0).await.len(), 2, "what was said stays");
    }
    assert_eq!(stage.answer(&scene.eve, waits, reply("followed", "")).await, Err(AppError::NotAllowed));
    stage.answer(&scene.claire, waits, reply("set_aside", "Le plan est fermé")).await.expect("cleared away");
}

#[rstest]
#[case::silent(said(" ", "superseded"), "comment_text", ProblemCode::Required)]
#[case::long(said(&"x".repeat(MAX_TEXT + 1), ""), "comment_text", ProblemCode::TooLong)]
#[case::no_such_decision(said("x", "granted"), "proposes", ProblemCode::NotAChoice)]
#[tokio::test]
async fn what_is_wrong_with_a_comment_leaves_nothing_behind(
    #[case] typed: TypedComment,
    #[case] field: &str,
    #[case] code: ProblemCode,
) {
    let stage = Stage::sqlite().await;
    assert_eq!(problems(stage.add(&stage.mia, 0, typed).await), [(field.to_owned(), code)]);
    assert_eq!((stage.seen(&stage.mia, 0).await.len(), stage.mails().await.len()), (0, 0));
}

#[tokio::test]
async fn many_comments_come_page_by_page_the_last_one_first() {
    let stage = Stage::sqlite().await;
    for number in 1..=26 {
        stage.add(&stage.mia, 0, said(&format!("Numéro {number}"), "")).await.expect("a comment");
    }
    let page = async |number| {
        let found = Comments::of_measure(&stage.scene.bench.services, &stage.mia, stage.id(0).await, number).await;
        let found = found.expect("an answer").expect("comments");
        (found.page.number, found.comments.len(), found.comments[0].text.clone().expect("words").text)
    };
    assert_eq!(page(None).await, (2, 1, "Numéro 26".into()));
    assert_eq!(page(Some(1)).await, (1, 25, "Numéro 1".into()));
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_comment_that_is_sent_twice_is_there_once_and_told_once(#[case] db: Db) {
    let Some(stage) = Stage::open(db).await else { return };
    let twice = TypedComment { form_key: "this view".into(), ..said("Double emploi", "superseded") };
    for _ in 0..2 {
        stage.add(&stage.mia, 0, twice.clone()).await.expect("added, or told so");
    }
    assert_eq!(stage.seen(&stage.mia, 0).await.len(), 1);
    assert_eq!(stage.mails().await.len(), 2, "one to each coordinator");
}
