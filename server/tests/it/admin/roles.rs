//! Roles, deputies and absences; an instance never loses its last administrator.

use super::{actor, invalid, last, with_ada};
use crate::support::{Bench, Browser, Db, measure};
use app::{
    api::{admin::people::PersonPage, log::LogFilter},
    backend::{Caller, Log, People, Plans},
    error::AppError,
};
use domain::{
    people::{Grant, Role},
    problem::ProblemCode,
    trail::AuditAction,
};
use rstest::rstest;

async fn page(bench: &Bench, ada: &Caller, id: i64) -> PersonPage {
    People::show(&bench.services, ada, id).await.expect("a page")
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_role_is_given_once_on_each_plan_and_holds_at_once(#[case] db: Db) {
    let Some((bench, ada)) = with_ada(db).await else { return };
    let s = &bench.services;
    let nemo = bench.person_with("Nemo", None, &[]).await;
    let id = nemo.actor.person;
    let plan = bench.draft_plan(vec![measure("Une mesure", "SP", "2018-04")]).await.to_string();
    assert_eq!(People::give_role(s, &ada, id, 0, "king", "").await, invalid("role", ProblemCode::NotAChoice));
    assert_eq!(People::give_role(s, &ada, id, 0, "coordinator", "x").await, invalid("role_plan", ProblemCode::NotAChoice));
    let administrator = People::give_role(s, &ada, id, 0, "administrator", &plan).await;
    assert_eq!(administrator, invalid("role_plan", ProblemCode::WholeInstance), "nothing is administered on one plan");
    People::give_role(s, &ada, id, 0, "coordinator", &plan).await.expect("the role");
    assert_eq!(
        last(&bench).await,
        (
            "person_role_given".into(),
            format!(r#"[["role",null,"coordinator"],["plan",null,"Le plan"],["role_plan_id",null,"{plan}"]]"#)
        )
    );
    let narrowed = LogFilter { plan: plan.parse().ok(), action: Some(AuditAction::RoleGiven), ..LogFilter::default() };
    let log = async || Log::show(s, &ada, &narrowed, 1).await.expect("the log").rows.len();
    assert_eq!(log().await, 1, "what was given on a plan is found with the plan");
    assert_eq!(People::give_role(s, &ada, id, 1, "coordinator", &plan).await, invalid("role", ProblemCode::AlreadyExists));
    assert_eq!(People::give_role(s, &ada, id, 0, "reader", "").await, Err(AppError::Conflict));
    People::give_role(s, &ada, id, 1, "coordinator", "").await.expect("the same role everywhere is another one");
    assert_eq!(log().await, 1);

    let now = actor(s, id).await;
    let nemo = Caller { actor: now, ..nemo };
    assert_eq!(Plans::list(s, &nemo, 1).await.expect("a list").page.total, 1);
    let held = page(&bench, &ada, id).await.row.roles;
    for (lock, held) in (2..).zip(&held) {
        People::take_role(s, &ada, id, lock, held.id).await.expect("the role back");
    }
    assert_eq!(last(&bench).await, ("person_role_taken".into(), r#"[["role","coordinator",null]]"#.into()));
    assert_eq!(People::take_role(s, &ada, id, 4, held[0].id).await, Err(AppError::Conflict), "it was taken already");
    let now = actor(s, id).await;
    assert_eq!(Plans::list(s, &Caller { actor: now, ..nemo }, 1).await.expect("a list").page.total, 0);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn the_last_active_administrator_stays(#[case] db: Db) {
    let Some((bench, ada)) = with_ada(db).await else { return };
    let (s, id) = (&bench.services, ada.actor.person);
    let grant = page(&bench, &ada, id).await.row.roles[0].id;
    assert!(page(&bench, &ada, id).await.is_last_administrator);
    assert_eq!(People::take_role(s, &ada, id, 0, grant).await, invalid("grant", ProblemCode::LastAdministrator));
    assert_eq!(People::archive(s, &ada, id, 0, "Tired").await, invalid("reason", ProblemCode::LastAdministrator));

    // An administrator of one plan only, as there may be from before, or one who is archived, cannot run the instance.
    let plan = bench.draft_plan(vec![measure("Une mesure", "SP", "2018-04")]).await;
    let eve = bench.person_with("Eve", None, &[Grant { role: Role::Administrator, plan: Some(plan) }]).await.actor.person;
    let old = bench.person("Old", None, Role::Administrator).await.actor.person;
    People::archive(s, &ada, old, 0, "Gone").await.expect("one of two may go");
    assert_eq!(People::take_role(s, &ada, id, 0, grant).await, invalid("grant", ProblemCode::LastAdministrator));
    assert_eq!(People::archive(s, &ada, id, 0, "Tired").await, invalid("reason", ProblemCode::LastAdministrator));

    People::give_role(s, &ada, eve, 0, "administrator", "").await.expect("the role");
    People::take_role(s, &ada, id, 0, grant).await.expect("another one is there");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn two_who_take_each_others_role_at_once_do_not_both_succeed(#[case] db: Db) {
    let Some((bench, ada)) = with_ada(db).await else { return };
    let s = &bench.services;
    let bob = bench.person("Bob", None, Role::Administrator).await;
    let (ada_id, bob_id) = (ada.actor.person, bob.actor.person);
    let grant_of = async |id| page(&bench, &ada, id).await.row.roles[0].id;
    let (ada_grant, bob_grant) = (grant_of(ada_id).await, grant_of(bob_id).await);
    let (one, two) =
        futures::join!(People::take_role(s, &ada, bob_id, 0, bob_grant), People::take_role(s, &bob, ada_id, 0, ada_grant));
    assert_eq!([one, two].iter().filter(|taken| taken.is_ok()).count(), 1);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_deputy_is_somebody_else_who_may_sign_in_and_stands_in_at_once(#[case] db: Db) {
    let Some((bench, ada)) = with_ada(db).await else { return };
    let s = &bench.services;
    let marie = bench.person("Marie", None, Role::Lead).await.actor.person;
    let paul = bench.person_with("Paul", None, &[]).await.actor.person;
    let gone = bench.person("Gone", None, Role::Reader).await.actor.person;
    People::archive(s, &ada, gone, 0, "Gone").await.expect("the archiving");
    let name = async |lock, deputy: String| People::name_deputy(s, &ada, marie, lock, &deputy).await;
    assert_eq!(name(0, marie.to_string()).await, invalid("deputy", ProblemCode::NotOneself));
    assert_eq!(name(0, gone.to_string()).await, invalid("deputy", ProblemCode::NotAChoice));
    assert_eq!(name(0, "x".into()).await, invalid("deputy", ProblemCode::NotAChoice));
    name(0, paul.to_string()).await.expect("a deputy");
    let named = format!(r#"[["deputy",null,"Paul"],["deputy_id",null,"{paul}"]]"#);
    assert_eq!(last(&bench).await, ("person_deputy_named".into(), named));
    let stands_in = actor(s, paul).await.stands_in_for;
    assert_eq!(stands_in.iter().map(|principal| (principal.person, principal.is_away)).collect::<Vec<_>>(), [(marie, false)]);
    assert_eq!(page(&bench, &ada, paul).await.deputy_of[0].id, marie);

    People::add_absence(s, &ada, marie, 1, "2018-03-15", "2018-03-15").await.expect("an absence of one day");
    let stands_in = actor(s, paul).await.stands_in_for;
    assert!(stands_in[0].is_away);
    assert_eq!(name(1, String::new()).await, Err(AppError::Conflict));
    name(2, String::new()).await.expect("nobody");
    assert_eq!(last(&bench).await.1, format!(r#"[["deputy","Paul",null],["deputy_id","{paul}",null]]"#));
}

#[rstest]
#[case("", "2018-04-01", "starts_on", ProblemCode::Required)]
#[case("2018-02-30", "2018-04-01", "starts_on", ProblemCode::NotADay)]
#[case("2018-04-02", "2018-04-01", "ends_on", ProblemCode::EndsBeforeStart)]
#[case("2018-03-01", "2018-03-14", "ends_on", ProblemCode::AlreadyOver)]
#[case("2018-03-20", "2018-03-21", "starts_on", ProblemCode::AlreadyExists)]
#[tokio::test]
async fn an_absence_that_makes_no_sense_is_refused(
    #[case] starts: &str,
    #[case] ends: &str,
    #[case] field: &str,
    #[case] code: ProblemCode,
) {
    let (bench, ada) = with_ada(Db::Sqlite).await.expect("SQLite");
    let (s, id) = (&bench.services, ada.actor.person);
    People::add_absence(s, &ada, id, 0, "2018-03-20", "2018-03-21").await.expect("an absence");
    assert_eq!(People::add_absence(s, &ada, id, 1, starts, ends).await, invalid(field, code));
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn absences_are_listed_until_they_are_over_and_can_be_cancelled(#[case] db: Db) {
    let Some((bench, ada)) = with_ada(db).await else { return };
    let (s, id) = (&bench.services, ada.actor.person);
    People::add_absence(s, &ada, id, 0, "2018-05-01", "2018-05-31").await.expect("an absence");
    People::add_absence(s, &ada, id, 1, "2018-03-01", "2018-03-15").await.expect("an absence");
    let absences = page(&bench, &ada, id).await.absences;
    let shown: Vec<_> = absences.iter().map(|absence| (absence.starts_on.to_string(), absence.is_now)).collect();
    assert_eq!(shown, [("2018-03-01".to_owned(), true), ("2018-05-01".to_owned(), false)]);
    let later = People::show(&bench.on("2018-03-16"), &ada, id).await.expect("a page");
    assert_eq!(later.absences.len(), 1);
    People::cancel_absence(s, &ada, id, 2, absences[1].id).await.expect("the cancelling");
    assert_eq!(last(&bench).await.0, "person_absence_cancelled");
    assert_eq!(People::cancel_absence(s, &ada, id, 3, absences[1].id).await, Err(AppError::Conflict));
    assert_eq!(page(&bench, &ada, id).await.lock_version, 3, "what was refused changed nothing");
}

#[tokio::test]
async fn the_role_page_offers_no_button_that_would_take_the_last_administrator() {
    let (bench, ada) = with_ada(Db::Sqlite).await.expect("SQLite");
    let browser = Browser::signed_in(&bench, &ada).await;
    let path = format!("/admin/people/{}/roles?lang=en", ada.actor.person);
    let shown = browser.open(&path).await.text();
    assert!(!shown.contains("/do/take-role") && shown.contains("last active administrator"), "{shown}");
    bench.person("Bob", None, Role::Administrator).await;
    assert!(browser.open(&path).await.text().contains("/do/take-role"));
}
