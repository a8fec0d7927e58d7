//! Nobody gets what they asked for or claimed from the hand of their own deputy, and an absent coordinator's work goes on.

use super::scene::{Scene, as_asked, fate, problems};
use crate::{plan_life::as_shown, support::Db};
use app::{
    api::{editing::TypedOwner, trail::HistoryEntry, work::Asked},
    backend::{Caller, Comments, Contacts, Costs, Decisions, Editing, Measures, Trail, Work},
};
use domain::{
    comments::TypedComment,
    contacts::TypedAsk,
    costs::TypedCost,
    extensions::TypedRuling,
    problem::ProblemCode,
    text::Coded,
    trail::{AuditAction, RecordKind},
    workflow::{
        FateChoice,
        VerificationOutcome::{Accepted, Returned},
    },
};
use rstest::rstest;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use server::store::entities::audit;

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

/// Who did something last, and in whose place, as the trail has it.
async fn authority(scene: &Scene, action: AuditAction) -> (Option<i64>, Option<i64>) {
    let rows = audit::Entity::find().filter(audit::Column::Action.eq(action.code())).order_by_desc(audit::Column::Id);
    let row = scene.bench.write(async |tx| Ok(rows.one(tx).await?)).await.unwrap_or_else(|| panic!("no row of {action}"));
    let changes: Vec<(String, Option<String>, Option<String>)> = serde_json::from_str(&row.changes).expect("changes");
    let place = changes.into_iter().find(|(field, ..)| field == "in_place_of").and_then(|(_, _, person)| person);
    (row.person_id, place.and_then(|person| person.parse().ok()))
}

/// Does everything that a coordinator lends to a deputy.
async fn everything(scene: &Scene, who: &Caller) {
    let s = &scene.bench.services;
    let request = scene.ask(&scene.luc, 0, "juin 2018").await.expect("a request");
    scene.rule(who, request, as_asked()).await.expect("the extension");
    scene.claim(&scene.luc, 1).await.expect("a claim");
    scene.answer(who, 1, Accepted, "").await.expect("the verification");
    scene.decide(who, 2, fate(FateChoice::NoLongerApplicable)).await.expect("the end");
    let cost = TypedCost {
        activity_fr: "Formation".into(),
        kind: "commitment".into(),
        year: "2018-2019".into(),
        source: "new".into(),
        certainty: "exact".into(),
        amount: "100".into(),
        organisations: vec![scene.grc.to_string()],
        ..TypedCost::default()
    };
    Costs::add(s, who, scene.plan, &cost).await.expect("a cost");

    let id = scene.measure(0).await.figures.id;
    let owner = TypedOwner { person: scene.luc.actor.person.to_string(), words: String::new() };
    Editing::name_owner(s, who, id, scene.measure(0).await.lock_version, "", &owner).await.expect("an owner");
    let form = Editing::measure_form(s, who, id).await.expect("the form");
    let mut typed = as_shown(&form, "Plus clair");
    typed.text.fr = "Tenir deux réunions".into();
    Editing::edit_measure(s, who, id, form.lock_version, &typed).await.expect("the amendment");
    let ask = TypedAsk {
        name: "Anne Roy".into(),
        email: "anne@example.org".into(),
        contact_lang: "fr".into(),
        purpose: "update".into(),
        days: String::new(),
        ..TypedAsk::default()
    };
    Contacts::ask(s, who, id, &[], &ask).await.expect("a link");
    let comment = TypedComment { text: "Bon travail".into(), text_lang: "fr".into(), ..TypedComment::default() };
    Comments::add(s, who, id, &comment).await.expect("a comment");
}

const LENT: [AuditAction; 8] = [
    AuditAction::ExtensionGranted,
    AuditAction::ClaimAccepted,
    AuditAction::MeasureDropped,
    AuditAction::CostAdded,
    AuditAction::OwnerNamed,
    AuditAction::MeasureAmended,
    AuditAction::ContactAsked,
    AuditAction::CommentAdded,
];

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn whatever_a_deputy_does_in_somebody_s_place_says_by_whose_authority(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    let dan = scene.bench.person_with("Dan", None, &[]).await;
    let dan = scene.bench.stand_in(&dan, &scene.claire).await;
    everything(&scene, &dan).await;
    let expected = (Some(dan.actor.person), Some(scene.claire.actor.person));
    for action in LENT {
        assert_eq!(authority(&scene, action).await, expected, "{action}");
    }
    let id = scene.measure(0).await.figures.id;
    let history = Trail::history(&scene.bench.services, &scene.rita, RecordKind::Measure, id, 1).await.expect("a history");
    let place = |entry: &HistoryEntry| {
        let change = entry.changes.iter().find(|change| change.field == "in_place_of");
        change.and_then(|change| change.new.clone())
    };
    let granted = history.entries.iter().find(|entry| entry.action == AuditAction::ExtensionGranted.code()).expect("the grant");
    assert_eq!((granted.who.as_deref(), place(granted).as_deref()), (Some("Dan"), Some("Claire")));
}

#[tokio::test]
async fn who_holds_the_role_acts_in_nobody_s_place() {
    let scene = Scene::sqlite().await;
    let carl = scene.bench.stand_in(&scene.carl, &scene.claire).await;
    everything(&scene, &carl).await;
    for action in LENT {
        assert_eq!(authority(&scene, action).await, (Some(carl.actor.person), None), "{action}");
    }
}

#[tokio::test]
async fn a_decision_names_whoever_may_take_it_among_those_the_deputy_stands_in_for() {
    let scene = Scene::sqlite().await;
    let request = scene.ask(&scene.claire, 0, "juin 2018").await.expect("a request");
    let dan = scene.bench.person_with("Dan", None, &[]).await;
    scene.bench.stand_in(&dan, &scene.claire).await;
    let dan = scene.bench.stand_in(&dan, &scene.carl).await;
    scene.rule(&dan, request, as_asked()).await.expect("by the authority of who did not ask");
    let expected = (Some(dan.actor.person), Some(scene.carl.actor.person));
    assert_eq!(authority(&scene, AuditAction::ExtensionGranted).await, expected);
}
