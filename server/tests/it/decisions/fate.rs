//! Rule 6: dropping, replacing and handing over are decisions with reasons, never a lead's own edit.

use super::scene::{Scene, fate, problems};
use crate::support::{Db, day};
use app::{
    api::decisions::{MeasureLink, Other},
    backend::{Decisions, Measures},
    error::AppError,
};
use domain::{
    deliverable::DeliverableStatus,
    measure::MeasureStatus,
    meetings::DecisionKind,
    people::{Grant, Role},
    problem::ProblemCode,
    workflow::{DispositionKind, FateChoice, TypedFate},
};
use rstest::rstest;
use server::store::{audit, meetings};

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_dropped_measure_ends_with_its_reason_and_the_meeting_that_decided(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    let held = scene.meeting("2018-03-01").await;
    let typed = TypedFate { meeting: held.to_string(), ..fate(FateChoice::NoLongerApplicable) };
    scene.decide(&scene.claire, 0, typed).await.expect("a decision");
    let after = scene.measure(0).await;
    assert_eq!(after.figures.facts.status, MeasureStatus::NoLongerApplicable);
    assert_eq!(after.figures.ended_on, Some(day("2018-03-15")));
    let page = Measures::show(&scene.bench.services, &scene.rita, after.figures.id, 1).await.expect("a page");
    let told = &page.life.dispositions[0];
    assert_eq!((told.kind, told.decided_by.as_str()), (DispositionKind::NoLongerApplicable, "Claire"));
    assert_eq!(told.reason.as_ref().map(|reason| reason.text.as_str()), Some("Les appels répondent au besoin"));
    assert_eq!(told.meeting.as_ref().map(|name| name.text.as_str()), Some("Le groupe"));
    let decisions = scene.bench.write(async |tx| meetings::decisions(tx, scene.plan).await).await;
    assert_eq!(decisions.iter().map(|d| (d.meeting_id, d.kind)).collect::<Vec<_>>(), [(held, DecisionKind::Retire)]);
    assert_eq!(scene.bench.write(async |tx| audit::verify(tx).await).await, None);
    assert_eq!(
        problems(scene.decide(&scene.claire, 0, fate(FateChoice::NoLongerApplicable)).await),
        [("fate".to_owned(), ProblemCode::HasEnded)]
    );
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_measure_and_its_successor_lead_to_each_other(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    let (old, new) = (scene.measure(0).await.figures.id, scene.measure(1).await.figures.id);
    let by = |id: i64| TypedFate { successor: id.to_string(), ..fate(FateChoice::Superseded) };
    for unsuitable in [old, 999] {
        let refused = problems(scene.decide(&scene.eve, 0, by(unsuitable)).await);
        assert_eq!(refused, [("successor".to_owned(), ProblemCode::NotAChoice)]);
    }
    let offered = scene.bench.services.fate_form(&scene.eve, old).await.expect("a page").successors;
    assert_eq!(offered.iter().map(|choice| choice.link.id).next(), Some(new));
    assert!(offered.iter().all(|choice| choice.link.id != old && choice.plan.is_none()));
    scene.decide(&scene.eve, 0, by(new)).await.expect("a decision");
    assert_eq!(scene.measure(0).await.figures.facts.status, MeasureStatus::Superseded);
    let other = async |id: i64| {
        let page = Measures::show(&scene.bench.services, &scene.rita, id, 1).await.expect("a page");
        page.life.dispositions[0].other.clone()
    };
    let label = |link: &Option<MeasureLink>| link.as_ref().map(|link| link.label.clone());
    assert!(matches!(other(old).await, Other::Successor(link) if label(&link).as_deref() == Some("2")));
    assert!(matches!(other(new).await, Other::Predecessor(link) if label(&link).as_deref() == Some("1")));
    let ended = problems(scene.decide(&scene.eve, 1, by(old)).await);
    assert_eq!(ended, [("successor".to_owned(), ProblemCode::NotAChoice)], "what has ended replaces nothing");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_successor_in_a_plan_one_may_not_see_is_neither_chosen_nor_named(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    let other = scene.bench.approved_plan(&scene.claire, vec![crate::support::measure("Secret", "GRC", "2019")]).await;
    let hidden = scene.bench.measures(other).await[0].figures.id;
    let only = |role| [Grant { role, plan: Some(scene.plan) }];
    let executive = scene.bench.person_with("Elsa", None, &only(Role::Executive)).await;
    let typed = TypedFate { successor: hidden.to_string(), ..fate(FateChoice::Superseded) };
    let refused = problems(scene.decide(&executive, 0, typed.clone()).await);
    assert_eq!(refused, [("successor".to_owned(), ProblemCode::NotAChoice)]);
    scene.decide(&scene.eve, 0, typed).await.expect("a decision");
    let page = Measures::show(&scene.bench.services, &executive, scene.measure(0).await.figures.id, 1).await.expect("a page");
    assert_eq!(page.life.dispositions[0].other, Other::Successor(None));
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_measure_that_is_handed_over_keeps_its_dates_and_loses_its_owner(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    let to = |id: i64| TypedFate { new_lead: id.to_string(), ..fate(FateChoice::Transferred) };
    let before = scene.measure(0).await;
    scene.decide(&scene.eve, 0, to(scene.grc)).await.expect("a decision");
    let after = scene.measure(0).await;
    assert_eq!((after.figures.lead_organisation_id, after.figures.owner_id), (Some(scene.grc), None));
    assert_eq!(
        (after.figures.facts.dates, after.figures.facts.status),
        (before.figures.facts.dates, before.figures.facts.status)
    );
    assert_eq!(scene.ask(&scene.luc, 0, "juin 2018").await, Err(AppError::NotAllowed));
    assert!(scene.ask(&scene.gina, 0, "juin 2018").await.is_ok());
    let same = problems(scene.decide(&scene.eve, 0, to(scene.grc)).await);
    assert_eq!(same, [("new_lead".to_owned(), ProblemCode::NotAChoice)]);
    let page = Measures::show(&scene.bench.services, &scene.rita, after.figures.id, 1).await.expect("a page");
    let code = |of: &Option<app::api::common::OrganisationView>| of.as_ref().map(|of| of.code.clone());
    let told = &page.life.dispositions[0];
    assert_eq!((code(&told.from).as_deref(), code(&told.to).as_deref()), (Some("SP"), Some("GRC")));
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_deliverable_is_retired_by_a_decision_and_a_claim_needs_it_no_more(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    let deliverable = scene.measure(0).await.deliverables[0].id;
    let typed = TypedFate { retired_deliverable: deliverable.to_string(), ..fate(FateChoice::DeliverableRetired) };
    scene.decide(&scene.claire, 0, typed.clone()).await.expect("a decision");
    let after = scene.measure(0).await;
    assert_eq!(after.deliverables[0].status, DeliverableStatus::Retired);
    assert!(after.figures.facts.status.is_live());
    let again = problems(scene.decide(&scene.claire, 0, typed).await);
    assert_eq!(again, [("retired_deliverable".to_owned(), ProblemCode::NotAChoice)]);
    let page = Measures::show(&scene.bench.services, &scene.luc, after.figures.id, 1).await.expect("a page");
    assert!(page.life.missing.is_empty() && page.life.dispositions[0].is_of_deliverable);
    let elsewhere = scene.measure(1).await.deliverables[0].id;
    let typed = TypedFate { retired_deliverable: elsewhere.to_string(), ..fate(FateChoice::DeliverableRetired) };
    let other = problems(scene.decide(&scene.claire, 0, typed).await);
    assert_eq!(other, [("retired_deliverable".to_owned(), ProblemCode::NotAChoice)], "one of another measure");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn nobody_decides_the_fate_of_a_measure_they_lead(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    let sp = scene.measure(0).await.figures.lead_organisation_id;
    let both = [Role::Lead, Role::Coordinator].map(|role| Grant { role, plan: None });
    let lead_too = scene.bench.person_with("Léa", sp, &both).await;
    for person in [&scene.luc, &scene.gina, &scene.rita, &lead_too] {
        let refused = scene.decide(person, 0, fate(FateChoice::NoLongerApplicable)).await;
        assert_eq!(refused, Err(AppError::NotAllowed), "{}", person.actor.name);
        let id = scene.measure(0).await.figures.id;
        assert_eq!(scene.bench.services.fate_form(person, id).await, Err(AppError::NotAllowed), "{}", person.actor.name);
    }
    let silent = TypedFate { fate_reason: String::new(), ..fate(FateChoice::NoLongerApplicable) };
    let silent = problems(scene.decide(&scene.eve, 0, silent).await);
    assert_eq!(silent, [("fate_reason".to_owned(), ProblemCode::ReasonRequired)]);
    let (id, typed) = (scene.measure(0).await.figures.id, fate(FateChoice::NoLongerApplicable));
    assert_eq!(scene.bench.services.decide_fate(&scene.eve, id, 7, &typed).await, Err(AppError::Conflict));
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn who_takes_a_measure_over_supports_it_no_more_besides(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    let (id, grc, other) = (scene.measure(0).await.figures.id, scene.grc, scene.bench.organisation("AMC").await);
    scene
        .bench
        .write(async |tx| {
            use sea_orm::{ActiveValue::Set, EntityTrait};
            use server::store::entities::measure_support::{ActiveModel, Entity};
            let rows = [grc, other].map(|of| ActiveModel { measure_id: Set(id), organisation_id: Set(of) });
            Entity::insert_many(rows).exec_without_returning(tx).await?;
            Ok(())
        })
        .await;
    let to = TypedFate { new_lead: grc.to_string(), ..fate(FateChoice::Transferred) };
    scene.decide(&scene.eve, 0, to).await.expect("a decision");
    let after = scene.measure(0).await;
    assert_eq!(after.support.iter().map(|organisation| organisation.id).collect::<Vec<_>>(), [other]);
    let log = scene.bench.write(async |tx| {
        use sea_orm::EntityTrait;
        Ok(server::store::entities::audit::Entity::find().all(tx).await?)
    });
    let rows = log.await;
    let row = rows.iter().find(|row| row.action == "measure_transferred").expect("the audit row");
    assert!(row.changes.contains(r#"["support","AMC, GRC","AMC"]"#), "{}", row.changes);
}
