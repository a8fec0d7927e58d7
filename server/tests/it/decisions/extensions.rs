//! Rule 5: a later date is asked for with a reason and decided by somebody else, or by a meeting.

use super::scene::{Scene, as_asked, problems, refused};
use crate::support::{Db, day};
use app::{
    backend::{Decisions, Measures},
    error::AppError,
};
use domain::{
    extensions::{ExtensionState, TypedExtension, TypedRuling},
    meetings::{DecisionKind, MeetingState},
    problem::ProblemCode,
    workflow::FateChoice,
};
use rstest::rstest;
use server::store::{audit, meetings};

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_granted_extension_moves_the_current_date_and_never_the_original(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    let request = scene.ask(&scene.luc, 0, "T2 2018-2019").await.expect("a request");
    let page = scene.bench.services.extension(&scene.eve, request).await.expect("a page");
    assert!(page.may_decide && !page.is_requester && page.about.blocked.is_none());
    assert_eq!(page.request.requested_by.as_deref(), Some("Luc"));
    scene.rule(&scene.eve, request, as_asked()).await.expect("a decision");

    let after = scene.measure(0).await;
    let dates = after.figures.facts.dates;
    assert_eq!((dates.original().to_string(), dates.current().to_string()), ("2018-04".into(), "FY2018-Q2".into()));
    assert_eq!((after.figures.facts.extensions, after.lock_version), (1, 2));
    let shown = Measures::show(&scene.bench.services, &scene.rita, after.figures.id, 1).await.expect("a page");
    let told = &shown.extensions[0];
    assert_eq!((told.state, told.decided_by.as_deref()), (ExtensionState::Granted, Some("Eve")));
    assert_eq!(told.impact.as_ref().map(|text| text.text.as_str()), Some("La mesure 2 attend"));
    assert_eq!(scene.bench.write(async |tx| audit::verify(tx).await).await, None);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn another_date_may_be_granted_and_what_was_asked_stays_on_record(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    let request = scene.ask(&scene.luc, 0, "décembre 2018").await.expect("a request");
    let early = TypedRuling { granted_date: "mai 2018".into(), answer: "other_date".into(), ..as_asked() };
    scene.rule(&scene.claire, request, early).await.expect("a decision");
    let page = scene.bench.services.extension(&scene.luc, request).await.expect("a page");
    assert_eq!((page.request.asked.to_string(), page.request.to.to_string()), ("2018-12".into(), "2018-05".into()));
    assert_eq!(page.about.measure.current.to_string(), "2018-05");
    let before = TypedExtension {
        new_date: "mai 2018".into(),
        extension_reason: "Encore".into(),
        impact: "Le guide attend".into(),
        text_lang: "fr".into(),
        ..TypedExtension::default()
    };
    let again = scene.bench.services.request_extension(&scene.luc, scene.measure(0).await.figures.id, 2, &before).await;
    assert_eq!(problems(again), [("new_date".to_owned(), ProblemCode::NotAfterCurrent)]);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_refusal_has_a_reason_and_keeps_the_date(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    let request = scene.ask(&scene.luc, 0, "juin 2018").await.expect("a request");
    let silent = TypedRuling { decision_reason: " ".into(), ..refused() };
    let silent = problems(scene.rule(&scene.eve, request, silent).await);
    assert_eq!(silent, [("decision_reason".to_owned(), ProblemCode::ReasonRequired)]);
    scene.rule(&scene.eve, request, refused()).await.expect("a decision");
    let after = scene.measure(0).await;
    assert_eq!((after.figures.facts.dates.current().to_string(), after.figures.facts.extensions), ("2018-04".into(), 0));
    let page = scene.bench.services.extension(&scene.luc, request).await.expect("a page");
    assert_eq!(page.request.notes.map(|notes| notes.text).as_deref(), Some("Le délai était connu"));
    assert!(scene.ask(&scene.luc, 0, "juillet 2018").await.is_ok(), "another one may be asked for");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn who_asked_records_only_what_a_meeting_decided(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    let earlier = scene.meeting("2018-03-01").await;
    let convened = scene.meeting_in("2018-03-15", MeetingState::Convened).await;
    let held = scene.meeting_in("2018-03-20", MeetingState::InSession).await;
    let ahead = scene.meeting("2018-05-01").await;
    let request = scene.ask(&scene.claire, 0, "juin 2018").await.expect("a request for an organisation");
    let alone = problems(scene.rule(&scene.claire, request, as_asked()).await);
    assert_eq!(alone, [("meeting".to_owned(), ProblemCode::RequesterDecides)]);
    let scene = scene.later("2018-03-20");
    let at = |meeting: i64| TypedRuling { meeting: meeting.to_string(), ..as_asked() };
    let offered = scene.bench.services.extension(&scene.claire, request).await.expect("a page").meetings;
    assert_eq!(offered.iter().map(|meeting| meeting.id).collect::<Vec<_>>(), [held], "only one that could decide it");
    for no_meeting in [earlier, convened, ahead, 999] {
        let refused = problems(scene.rule(&scene.claire, request, at(no_meeting)).await);
        assert_eq!(refused, [("meeting".to_owned(), ProblemCode::NotAChoice)]);
    }
    scene.rule(&scene.claire, request, at(held)).await.expect("the decision of the meeting");
    let decisions = scene.bench.write(async |tx| meetings::decisions(tx, scene.plan).await).await;
    let told: Vec<_> = decisions.iter().map(|decision| (decision.meeting_id, decision.kind, decision.done_on)).collect();
    assert_eq!(told, [(held, DecisionKind::GrantExtension, Some(day("2018-03-20")))]);
    let page = scene.bench.services.extension(&scene.rita, request).await.expect("a page");
    assert_eq!(page.request.meeting.map(|name| name.text).as_deref(), Some("Le groupe"));
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn somebody_else_records_a_meeting_held_since_the_request_whatever_its_state(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    let earlier = scene.meeting("2018-03-14").await;
    let convened = scene.meeting_in("2018-03-15", MeetingState::Convened).await;
    let request = scene.ask(&scene.claire, 0, "juin 2018").await.expect("a request");
    let at = |meeting: i64| TypedRuling { meeting: meeting.to_string(), ..as_asked() };
    let refused = problems(scene.rule(&scene.carl, request, at(earlier)).await);
    assert_eq!(refused, [("meeting".to_owned(), ProblemCode::NotAChoice)], "held before anybody asked");
    scene.rule(&scene.carl, request, at(convened)).await.expect("a decision");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn only_leads_ask_and_only_executives_and_coordinators_decide(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    for person in [&scene.gina, &scene.eve, &scene.rita] {
        assert_eq!(scene.ask(person, 0, "juin 2018").await, Err(AppError::NotAllowed), "{}", person.actor.name);
    }
    let request = scene.ask(&scene.luc, 0, "juin 2018").await.expect("a request");
    for person in [&scene.luc, &scene.gina, &scene.rita] {
        assert!(!scene.bench.services.extension(person, request).await.expect("a page").may_decide);
        assert_eq!(scene.rule(person, request, as_asked()).await, Err(AppError::NotAllowed), "{}", person.actor.name);
    }
    let stranger = scene.bench.person_with("Nobody", None, &[]).await;
    assert_eq!(scene.bench.services.extension(&stranger, request).await, Err(AppError::NotFound));
    assert_eq!(scene.rule(&stranger, request, as_asked()).await, Err(AppError::NotFound));
    assert_eq!(scene.bench.services.extension(&scene.eve, 999).await, Err(AppError::NotFound));
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn of_two_who_decide_at_once_one_is_told_that_the_other_was_faster(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    let request = scene.ask(&scene.luc, 0, "juin 2018").await.expect("a request");
    let services = &scene.bench.services;
    let (grant, refuse) = (as_asked(), refused());
    let (granted, refused) = tokio::join!(
        services.decide_extension(&scene.eve, request, 1, &grant),
        services.decide_extension(&scene.carl, request, 1, &refuse),
    );
    let winners = [&granted, &refused].into_iter().filter(|decided| decided.is_ok()).count();
    assert_eq!(winners, 1, "{granted:?} {refused:?}");
    assert!([&granted, &refused].contains(&&Err(AppError::Conflict)), "{granted:?} {refused:?}");
    let page = services.extension(&scene.eve, request).await.expect("a page");
    assert_eq!(page.about.blocked, Some(ProblemCode::NothingRequested));
    let late = services.decide_extension(&scene.eve, request, page.about.lock_version, &grant).await;
    assert_eq!(problems(late), [("answer".to_owned(), ProblemCode::NothingRequested)]);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_request_is_taken_back_by_who_made_it_and_lapses_when_the_measure_ends(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    let services = &scene.bench.services;
    let first = scene.ask(&scene.luc, 0, "juin 2018").await.expect("a request");
    assert_eq!(
        problems(scene.ask(&scene.luc, 0, "juillet 2018").await),
        [("new_date".to_owned(), ProblemCode::AlreadyRequested)]
    );
    assert_eq!(services.withdraw_extension(&scene.claire, first, 1).await, Err(AppError::NotAllowed));
    assert_eq!(services.withdraw_extension(&scene.luc, first, 0).await, Err(AppError::Conflict));
    services.withdraw_extension(&scene.luc, first, 1).await.expect("taken back");
    let second = scene.ask(&scene.luc, 0, "juillet 2018").await.expect("another request");
    let old = scene.bench.services.decide_extension(&scene.eve, first, 3, &as_asked()).await;
    assert_eq!(problems(old), [("answer".to_owned(), ProblemCode::NothingRequested)], "not the one that waits");
    scene.decide(&scene.eve, 0, super::scene::fate(FateChoice::NoLongerApplicable)).await.expect("a decision");
    let page = services.extension(&scene.luc, second).await.expect("a page");
    assert_eq!((page.request.state, page.request.decided_by), (ExtensionState::Withdrawn, None));
}
