//! Who gets in, as whom, and with which roles.

use super::*;
use crate::support::{PASSWORD, measure};
use app::{backend::People, error::AppError};
use domain::{
    problem::{Problem, ProblemCode},
    settings::SignInRules,
};
use rstest::rstest;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};
use server::{
    services::accounts::{Rescue, RescueError},
    store::entities::{external_identity, person},
};

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_person_is_recognised_by_a_verified_address_and_from_then_on_by_the_account(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    let marie = scene.bench.person("Marie", None, Role::Lead).await.actor.person;
    let browser = scene.browser();
    assert_eq!(location(&scene.sign_in(&browser).await), "/plans");
    assert!(browser.open("/plans").await.text().contains("Marie"));
    assert_eq!(scene.record(marie).await, ["person_identity_linked", "person_signed_in"]);

    scene.provider.set("email", json!("marie.nouvelle@example.gc.ca"));
    scene.provider.set("email_verified", json!(false));
    let again = scene.browser();
    assert_eq!(location(&scene.sign_in(&again).await), "/plans");
    assert_eq!(scene.record(marie).await.last().map(String::as_str), Some("person_signed_in"));
    let linked = scene.bench.write(async |tx| Ok(external_identity::Entity::find().all(tx).await?)).await;
    assert_eq!(linked.iter().map(|row| (row.person_id, row.subject.as_str())).collect::<Vec<_>>(), [(marie, "account-7")]);
}

#[tokio::test]
async fn what_the_token_leaves_out_is_asked_for_and_belongs_to_the_same_account() {
    let scene = Scene::on_sqlite().await.with_groups(false);
    let marie = scene.bench.person("Marie", None, Role::Reader).await.actor.person;
    scene.provider.tell_elsewhere();
    scene.provider.set("groups", json!("suivi-gttp"));
    scene.provider.lie(Lie::OtherSubjectElsewhere);
    assert!(scene.fail(&scene.browser()).await.contains("could not be verified"));
    scene.provider.lie(Lie::None);
    assert_eq!(location(&scene.sign_in(&scene.browser()).await), "/plans");
    assert!(scene.grants(marie).await.contains(&Grant { role: Role::Lead, plan: None }));
}

#[tokio::test]
async fn who_is_unknown_or_inactive_or_not_vouched_for_is_told_so_and_nothing_is_written() {
    let scene = Scene::on_sqlite().await;
    assert!(scene.fail(&scene.browser()).await.contains("Suivi does not know you yet"));

    let marie = scene.bench.person("Marie", None, Role::Lead).await.actor.person;
    scene.provider.set("email_verified", json!(false));
    assert!(scene.fail(&scene.browser()).await.contains("Your e-mail address is not confirmed"));
    scene.provider.set("email", json!("not an address"));
    scene.provider.set("email_verified", json!(true));
    assert!(scene.fail(&scene.browser()).await.contains("Your e-mail address is not confirmed"));
    scene.provider.set("email", json!("marie@example.gc.ca"));
    assert!(scene.record(marie).await.is_empty());

    let browser = scene.browser();
    assert_eq!(location(&scene.sign_in(&browser).await), "/plans");
    let row = person::ActiveModel { id: Set(marie), is_active: Set(false), ..Default::default() };
    scene.bench.write(async |tx| Ok(row.update(tx).await?)).await;
    assert_eq!(location(&browser.open("/plans").await), "/sign-in?next=/plans", "the session ended with the access");
    assert!(scene.fail(&scene.browser()).await.contains("Suivi does not know you yet"));
}

#[tokio::test]
async fn an_address_that_was_given_to_somebody_else_does_not_give_them_the_person() {
    let scene = Scene::on_sqlite().await;
    let marie = scene.bench.person("Marie", None, Role::Lead).await.actor.person;
    assert_eq!(location(&scene.sign_in(&scene.browser()).await), "/plans");
    scene.provider.set("sub", json!("account-8"));
    assert!(scene.fail(&scene.browser()).await.contains("Your address belongs to another account"));
    assert_eq!(scene.record(marie).await.len(), 2);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn roles_of_the_map_follow_the_groups_and_all_others_stay(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    let scene = scene.with_groups(false);
    let plan = scene.bench.draft_plan(vec![measure("Tenir une réunion", "SP", "2018-04")]).await;
    let own = [Grant { role: Role::Reader, plan: None }, Grant { role: Role::Lead, plan: Some(plan) }];
    let marie = scene.bench.person_with("Marie", None, &own).await.actor.person;
    let lead = Grant { role: Role::Lead, plan: None };

    scene.provider.set("groups", json!(["suivi-gttp", "staff"]));
    let browser = scene.browser();
    assert_eq!(location(&scene.sign_in(&browser).await), "/plans");
    assert_eq!(scene.grants(marie).await, [own[0], own[1], lead]);
    assert_eq!(scene.record(marie).await, ["person_identity_linked", "person_roles_followed", "person_signed_in"]);

    assert_eq!(location(&scene.sign_in(&browser).await), "/plans");
    assert_eq!(scene.record(marie).await.len(), 4, "nothing changed");

    scene.provider.set("groups", json!([]));
    assert_eq!(location(&scene.sign_in(&browser).await), "/plans");
    assert_eq!(scene.grants(marie).await, own, "the role on the plan and the role outside of the map stay");
    assert_eq!(scene.record(marie).await[4..], ["person_roles_followed", "person_signed_in"]);
}

#[tokio::test]
async fn a_new_person_gets_in_only_by_a_group_with_a_role_and_only_where_that_is_wanted() {
    let scene = Scene::on_sqlite().await.with_groups(false);
    scene.provider.set("groups", json!(["suivi-gttp"]));
    assert!(scene.fail(&scene.browser()).await.contains("Suivi does not know you yet"), "not wanted");

    let scene = scene.with_groups(true);
    scene.provider.set("groups", json!(["staff"]));
    assert!(scene.fail(&scene.browser()).await.contains("Suivi does not know you yet"), "no role");

    scene.provider.set("groups", json!(["suivi-gttp"]));
    scene.provider.set("email_verified", json!(false));
    assert!(scene.fail(&scene.browser()).await.contains("is not confirmed"), "no address");
    scene.provider.set("email_verified", json!(true));
    scene.provider.set("locale", json!("fr-CA"));
    let browser = scene.browser();
    assert_eq!(location(&scene.sign_in(&browser).await), "/plans");
    assert!(browser.open("/plans").await.text().contains("Marie du Compte"));
    let people = scene.bench.write(async |tx| Ok(person::Entity::find().all(tx).await?)).await;
    let (id, lang) = people.first().map(|row| (row.id, row.lang)).expect("a person");
    assert_eq!((people.len(), lang), (1, domain::text::Lang::Fr));
    assert_eq!(scene.record(id).await, ["person_added", "person_identity_linked", "person_roles_followed", "person_signed_in"]);
}

#[tokio::test]
async fn an_archived_persons_address_does_not_come_back_as_a_new_person() {
    let scene = Scene::on_sqlite().await.with_groups(true);
    scene.provider.set("groups", json!(["suivi-gttp"]));
    let marie = scene.bench.person("Marie", None, Role::Lead).await.actor.person;
    let row = person::ActiveModel { id: Set(marie), is_active: Set(false), ..Default::default() };
    scene.bench.write(async |tx| Ok(row.update(tx).await?)).await;
    assert!(scene.fail(&scene.browser()).await.contains("Suivi does not know you yet"));
}

#[tokio::test]
async fn the_provider_answers_for_the_second_factor_and_a_password_does_not() {
    let scene = Scene::on_sqlite().await;
    let marie = scene.bench.person("Marie", None, Role::Administrator).await;
    scene.bench.with_password(&marie).await;
    let rules = SignInRules { second_factor_for: vec![Role::Administrator], ..SignInRules::default() };
    scene.bench.rules(&rules).await;
    let browser = scene.browser();
    assert_eq!(location(&scene.sign_in(&browser).await), "/plans");
    assert_eq!(browser.open("/plans").await.status_code(), 200, "none is asked for");

    let fields = [("email", "marie@example.gc.ca"), ("password", PASSWORD), ("next", "/plans")];
    browser.send("/do/sign-in", "/sign-in", &fields).await;
    assert_eq!(browser.open("/plans").await.status_code(), 303, "the same browser with a password owes one");

    scene.bench.with_second_factor(&marie).await;
    let browser = scene.browser();
    assert_eq!(location(&scene.sign_in(&browser).await), "/plans");
    assert_eq!(browser.open("/plans").await.status_code(), 200);
    browser.send("/do/sign-in", "/sign-in", &fields).await;
    assert_eq!(location(&browser.open("/plans").await), "/sign-in?next=/plans", "a password alone signs nobody in");
}

#[tokio::test]
async fn the_last_administrator_stays_one_whatever_the_groups_say() {
    let scene = Scene::on_sqlite().await.with_groups(false);
    let administrator = Grant { role: Role::Administrator, plan: None };
    let marie = scene.bench.person("Marie", None, Role::Administrator).await.actor.person;
    assert_eq!(location(&scene.sign_in(&scene.browser()).await), "/plans");
    assert_eq!(scene.grants(marie).await, [administrator]);

    scene.bench.person("Aude", None, Role::Administrator).await;
    assert_eq!(location(&scene.sign_in(&scene.browser()).await), "/plans");
    assert_eq!(scene.grants(marie).await, []);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn somebody_new_who_arrives_in_several_browsers_at_once_is_one_person(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    let scene = scene.with_groups(true);
    scene.provider.set("groups", json!(["suivi-gttp"]));
    let mut arrivals = Vec::new();
    for _ in 0..5 {
        let browser = scene.browser();
        let back = scene.provider.agree(&scene.leave(&browser).await);
        arrivals.push((browser, back));
    }
    let answers = futures::future::join_all(arrivals.iter().map(|(browser, back)| browser.open(back))).await;
    for answer in &answers {
        assert_eq!(location(answer), "/plans");
    }
    let linked = scene.bench.write(async |tx| Ok(external_identity::Entity::find().all(tx).await?)).await;
    let people = scene.bench.write(async |tx| Ok(person::Entity::find().all(tx).await?)).await;
    assert_eq!((linked.len(), people.len()), (1, 1));
    let record = scene.record(people[0].id).await;
    assert_eq!(record[..3], ["person_added", "person_identity_linked", "person_roles_followed"]);
    assert_eq!(record[3..], ["person_signed_in"; 5]);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_work_account_that_was_replaced_is_unlinked_with_a_reason_and_the_new_one_takes_its_place(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    let s = &scene.bench.services;
    let ada = scene.bench.person("Ada", None, Role::Administrator).await;
    let marie = scene.bench.person("Marie", None, Role::Lead).await;
    let id = marie.actor.person;
    assert_eq!(People::show(s, &ada, id).await.expect("the page").linked, None);
    assert_eq!(People::unlink_account(s, &ada, id, 0, "Replaced").await, Err(AppError::Conflict), "there is none");
    assert_eq!(location(&scene.sign_in(&scene.browser()).await), "/plans");
    assert_eq!(People::show(s, &ada, id).await.expect("the page").linked, Some(day(TODAY)));
    scene.provider.set("sub", json!("account-8"));
    assert!(scene.fail(&scene.browser()).await.contains("Your address belongs to another account"));

    let browser = Browser::signed_in(&scene.bench, &ada).await;
    let page = format!("/admin/people/{id}?lang=en");
    let shown = browser.open(&page).await.text();
    assert!(shown.contains("Work account linked on March 15, 2018") && shown.contains("/do/unlink-person-account"), "{shown}");
    let reason = Err(AppError::Invalid(vec![Problem::new("unlink_reason", ProblemCode::ReasonRequired)]));
    assert_eq!(People::unlink_account(s, &ada, id, 0, " ").await, reason);
    assert_eq!(People::unlink_account(s, &marie, id, 0, "x").await, Err(AppError::NotFound));
    let id_field = id.to_string();
    let fields = [("person", id_field.as_str()), ("lock_version", "0"), ("unlink_reason", "Replaced in March")];
    let done = location(&browser.send("/do/unlink-person-account", &page, &fields).await);
    assert_eq!(done, format!("/admin/people/{id}?done=person-account-unlinked"));
    assert!(!browser.open(&done).await.text().contains("/do/unlink-person-account"));
    assert_eq!(scene.record(id).await.last().map(String::as_str), Some("person_identity_unlinked"));
    let mails = scene.bench.mails().await;
    assert!(mails.len() == 1 && mails[0].contains("/account/security"), "{mails:?}");

    assert_eq!(location(&scene.sign_in(&scene.browser()).await), "/plans", "the new account is linked");
    let address = "marie@example.gc.ca".parse().expect("an address");
    s.rescue_by_address(&address, Rescue::WorkAccount, "Replaced again").await.expect("the help");
    let again = s.rescue_by_address(&address, Rescue::WorkAccount, "Replaced again").await;
    assert!(matches!(again, Err(RescueError::NotLinked)));
}
