//! A comment that was withdrawn: it stays, and its words are the coordination's alone.

use super::*;
use crate::decisions::scene::problems;
use app::backend::Trail;
use domain::{problem::ProblemCode, trail::RecordKind};
use rstest::rstest;

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn its_author_and_the_coordination_withdraw_a_comment_with_a_reason(#[case] db: Db) {
    let Some(stage) = Stage::open(db).await else { return };
    let scene = &stage.scene;
    let comment = stage.propose(&stage.mia, 0, "other").await;
    for who in [&stage.ada, &scene.luc, &scene.eve] {
        assert_eq!(stage.withdraw(who, comment, "Non").await, Err(AppError::NotAllowed), "{}", who.actor.name);
    }
    assert_eq!(stage.withdraw(&scene.rita, comment, "Non").await, Err(AppError::NotFound));
    let silent = problems(stage.withdraw(&stage.mia, comment, " \0").await);
    assert_eq!(silent, [("comment_reason".to_owned(), ProblemCode::ReasonRequired)]);
    let before = stage.mails().await.len();
    stage.withdraw(&stage.mia, comment, "Déjà réglé").await.expect("withdrawn");
    assert_eq!(stage.mails().await.len(), before, "nobody is told of what its author withdraws");
    assert_eq!(stage.withdraw(&stage.mia, comment, "Encore").await, Err(AppError::Conflict));
    assert_eq!(stage.answer(&scene.claire, comment, reply("followed", "")).await, Err(AppError::Conflict));

    let services = &scene.bench.services;
    for (who, reads) in
        [(&scene.claire, true), (&stage.mia, false), (&scene.luc, false), (&stage.ada, false), (&scene.eve, false)]
    {
        let shown = stage.seen(who, 0).await.pop().expect("it stays");
        let (by, reason) = shown.withdrawn.expect("withdrawn");
        assert_eq!((by.by.as_str(), reason.as_str(), shown.text.is_some()), ("Mia", "Déjà réglé", reads), "{}", who.actor.name);
        let history = services.history(who, RecordKind::Comment, comment, 1).await;
        assert_eq!(history.is_ok(), reads, "{}", who.actor.name);
    }
    let history = services.history(&scene.claire, RecordKind::Comment, comment, 1).await.expect("the history");
    let actions: Vec<&str> = history.entries.iter().map(|entry| entry.action.as_str()).collect();
    assert_eq!(actions, ["comment_withdrawn", "comment_added"]);
}

#[tokio::test]
async fn its_author_is_told_of_a_comment_that_somebody_else_withdraws() {
    let stage = Stage::sqlite().await;
    let comment = stage.propose(&stage.mia, 0, "").await;
    stage.withdraw(&stage.scene.claire, comment, "Un nom de trop").await.expect("withdrawn");
    assert_eq!(stage.mails().await, each(&["mia"], "Votre commentaire a été retiré : mesure 1"));
}
