//! What becomes of a proposal: who is told, who answers, and that the decision itself is an answer.

use super::*;
use crate::decisions::scene::{fate, problems};
use app::{api::work::Asked, backend::Work};
use domain::{
    comments::ProposalAnswer,
    people::Grant,
    problem::ProblemCode,
    workflow::{FateChoice, TypedFate, VerificationOutcome},
};
use rstest::rstest;
use sea_orm::ConnectionTrait;

/// How the proposals about a measure stand, by what they propose.
async fn states(stage: &Stage, index: usize) -> Vec<(String, Option<(ProposalAnswer, String)>)> {
    let seen = stage.seen(&stage.mia, index).await.into_iter();
    let state = |comment: CommentView| {
        let proposed = comment.proposed?;
        Some((proposed.decision.to_string(), proposed.reply.map(|reply| (reply.answer, reply.by.by))))
    };
    seen.filter_map(state).collect()
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn the_decision_answers_the_proposals_of_its_kind_and_no_others(#[case] db: Db) {
    let Some(stage) = Stage::open(db).await else { return };
    let scene = &stage.scene;
    stage.propose(&stage.mia, 0, "no_longer_applicable").await;
    stage.propose(&scene.luc, 0, "no_longer_applicable").await;
    stage.propose(&stage.mia, 0, "superseded").await;
    stage.propose(&stage.mia, 1, "no_longer_applicable").await;
    assert!(scene.measure(0).await.figures.facts.status.is_live(), "a proposal changes nothing by itself");
    let told = stage.mails().await;
    let proposed = |label| format!("Décision proposée : mesure {label}");
    let mut expected = Vec::new();
    for label in ["1", "1", "1", "2"] {
        expected.extend(each(&["claire", "carl"], &proposed(label)));
    }
    assert_eq!(told, expected, "one mail to each coordinator, about each");

    scene.decide(&scene.eve, 0, fate(FateChoice::NoLongerApplicable)).await.expect("a decision");
    let followed = Some((ProposalAnswer::Followed, "Eve".to_owned()));
    assert_eq!(
        states(&stage, 0).await,
        [
            ("no_longer_applicable".to_owned(), followed.clone()),
            ("no_longer_applicable".to_owned(), followed),
            ("superseded".to_owned(), None)
        ]
    );
    assert_eq!(states(&stage, 1).await, [("no_longer_applicable".to_owned(), None)], "another measure");
    let answered = stage.mails().await.split_off(expected.len());
    assert_eq!(answered, each(&["mia", "luc"], "Votre proposition a été suivie : mesure 1"));
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn every_kind_of_decision_answers_the_proposals_it_follows(#[case] db: Db) {
    let Some(stage) = Stage::open(db).await else { return };
    let scene = &stage.scene;
    let deliverable = scene.measure(0).await.deliverables[0].id.to_string();
    let mut told = 0;
    for (decision, typed) in [
        ("deliverable_retired", TypedFate { retired_deliverable: deliverable, ..fate(FateChoice::DeliverableRetired) }),
        ("transferred", TypedFate { new_lead: scene.grc.to_string(), ..fate(FateChoice::Transferred) }),
        ("superseded", TypedFate { successor: stage.id(1).await.to_string(), ..fate(FateChoice::Superseded) }),
    ] {
        let other = stage.propose(&scene.gina, 0, decision).await;
        let meant = stage.propose(&stage.mia, 0, decision).await;
        let follows = [(meant, "yes".to_owned()), (other, String::new())].into();
        scene.decide(&scene.eve, 0, TypedFate { follows, ..typed }).await.expect("a decision");
        let (now, followed) = (states(&stage, 0).await, Some((ProposalAnswer::Followed, "Eve".to_owned())));
        let expected = [(decision.to_owned(), None), (decision.to_owned(), followed)];
        assert_eq!(now[told..], expected, "another deliverable, organisation or measure was meant by the other");
        told += 2;
    }
    stage.propose(&stage.mia, 1, "verification").await;
    scene.claim(&scene.luc, 1).await.expect("a claim");
    scene.answer(&scene.carl, 1, VerificationOutcome::Returned, "Il manque un livrable").await.expect("an answer");
    assert_eq!(states(&stage, 1).await, [("verification".to_owned(), None)], "a return closes nothing");
    scene.claim(&scene.luc, 1).await.expect("a claim");
    scene.answer(&scene.carl, 1, VerificationOutcome::Accepted, "").await.expect("an answer");
    let answer = Some((ProposalAnswer::Followed, "Carl".to_owned()));
    assert_eq!(states(&stage, 1).await, [("verification".to_owned(), answer)]);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn who_decides_sets_a_proposal_aside_with_a_reason_once(#[case] db: Db) {
    let Some(stage) = Stage::open(db).await else { return };
    let scene = &stage.scene;
    let comment = stage.propose(&scene.gina, 0, "transferred").await;
    for who in [&stage.ada, &scene.luc, &stage.mia, &scene.gina] {
        let refused = stage.answer(who, comment, reply("set_aside", "Non")).await;
        assert_eq!(refused, Err(AppError::NotAllowed), "{}", who.actor.name);
        assert!(!Comments::show(&scene.bench.services, who, comment).await.expect("the page").may_answer);
    }
    let silent = problems(stage.answer(&scene.claire, comment, reply("set_aside", " ")).await);
    assert_eq!(silent, [("answer_reason".to_owned(), ProblemCode::ReasonRequired)]);
    let before = stage.mails().await.len();
    stage.answer(&scene.eve, comment, reply("set_aside", "La GRC manque de moyens")).await.expect("an answer");
    assert_eq!(stage.mails().await.split_off(before), each(&["gina"], "Votre proposition a été écartée : mesure 1"));
    let shown = stage.seen(&scene.gina, 0).await.pop().and_then(|comment| comment.proposed?.reply).expect("an answer");
    let reason = shown.reason.map(|reason| reason.text);
    assert_eq!(
        (shown.answer, shown.by.by.as_str(), reason.as_deref()),
        (ProposalAnswer::SetAside, "Eve", Some("La GRC manque de moyens"))
    );
    assert_eq!(stage.answer(&scene.claire, comment, reply("followed", "")).await, Err(AppError::Conflict));
    let plain = stage.propose(&stage.mia, 1, "").await;
    assert_eq!(stage.answer(&scene.claire, plain, reply("followed", "")).await, Err(AppError::Conflict), "nothing was proposed");
    let to = TypedFate { new_lead: scene.grc.to_string(), ..fate(FateChoice::Transferred) };
    let again = TypedFate { follows: [(comment, "yes".to_owned())].into(), ..to.clone() };
    let refused = problems(scene.decide(&scene.eve, 0, again).await);
    assert_eq!(refused, [("follows".to_owned(), ProblemCode::NotAChoice)], "it was answered already");
    scene.decide(&scene.eve, 0, to).await.expect("a decision");
    let (_, kept) = states(&stage, 0).await.pop().expect("a proposal");
    assert_eq!(kept, Some((ProposalAnswer::SetAside, "Eve".to_owned())), "what was answered stays so");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_proposal_is_work_of_those_who_decide_until_it_is_answered(#[case] db: Db) {
    let Some(stage) = Stage::open(db).await else { return };
    let scene = &stage.scene;
    let comment = stage.propose(&stage.mia, 1, "other").await;
    let asked = async |who: &Caller| {
        let page = Work::show(&scene.bench.services, who, 1).await.expect("a page");
        page.items.iter().filter(|item| item.asked == Asked::AnswerProposal).filter_map(|item| item.comment).collect::<Vec<_>>()
    };
    for (who, expected) in [
        (&scene.claire, vec![comment]),
        (&scene.eve, vec![comment]),
        (&scene.luc, Vec::new()),
        (&stage.mia, Vec::new()),
        (&scene.rita, Vec::new()),
    ] {
        assert_eq!(asked(who).await, expected, "{}", who.actor.name);
    }
    stage.answer(&scene.claire, comment, reply("followed", "")).await.expect("an answer");
    assert_eq!(asked(&scene.claire).await, Vec::<i64>::new());
}

#[tokio::test]
async fn who_may_not_know_of_comments_any_more_gets_no_mail_about_one() {
    let stage = Stage::sqlite().await;
    let reader = Grant { role: Role::Reader, plan: None };
    let former = stage.scene.bench.person_with("Former", None, &[reader, Grant { role: Role::Member, plan: None }]).await;
    let comment = stage.propose(&former, 0, "other").await;
    let person = former.actor.person;
    stage
        .scene
        .bench
        .write(async |tx| {
            let taken = format!("delete from person_role where person_id = {person} and role = 'member'");
            tx.execute_unprepared(&taken).await.expect("the role taken");
            Ok(())
        })
        .await;
    stage.answer(&stage.scene.claire, comment, reply("set_aside", "Non")).await.expect("an answer");
    assert!(stage.mails().await.iter().all(|(to, _)| to != "former"));
}
