//! One's own account: what one may change, what one may not, what one takes along, and what a deputy then gets.

use crate::support::{Bench, Browser, Db, location, measure};
use app::backend::{Account, Caller, Trail, Work};
use app::{api::account::TypedProfile, error::AppError};
use domain::{
    people::{DigestChoice, Role},
    problem::ProblemCode,
    trail::RecordKind,
};
use rstest::rstest;
use server::{
    services::reminders,
    store::{audit, people},
};

fn typed(name: &str, zone: &str, digest: &str) -> TypedProfile {
    TypedProfile { name: name.into(), lang: "en".into(), time_zone: zone.into(), digest: digest.into() }
}

/// Claire of SP, Luc of SP who leads, Zoé of GRC.
async fn three(bench: &Bench) -> (Caller, Caller, Caller) {
    let (sp, grc) = (bench.organisation("SP").await, bench.organisation("GRC").await);
    let coordinator = bench.person("Claire", Some(sp), Role::Coordinator).await;
    let lead = bench.person("Luc", Some(sp), Role::Lead).await;
    (coordinator, lead, bench.person("Zoe", Some(grc), Role::Reader).await)
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_profile_is_checked_guarded_and_recorded(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let (_, lead, _) = three(&bench).await;
    let wrong = bench.services.change(&lead, 0, &typed(" ", "Mars/Olympus", "hourly")).await.expect_err("problems");
    let found: Vec<_> = wrong.problems().iter().map(|p| (p.field.as_str(), p.code)).collect();
    let no_choice = ProblemCode::NotAChoice;
    assert_eq!(found, [("name", ProblemCode::Required), ("time_zone", no_choice), ("digest", no_choice)]);

    bench.services.change(&lead, 0, &typed("Luc  Roy", "America/Vancouver", "weekly")).await.expect("the change");
    assert_eq!(bench.services.change(&lead, 0, &typed("Luc", "", "daily")).await, Err(AppError::Conflict));
    let page = Account::show(&bench.services, &lead).await.expect("a page");
    assert_eq!((page.name.as_str(), page.digest, page.lock_version), ("Luc Roy", DigestChoice::Weekly, 1));
    let history = bench.services.history(&lead, RecordKind::Person, lead.actor.person, 1).await.expect("a history");
    let changed: Vec<_> = history.entries[0].changes.iter().map(|change| change.field.as_str()).collect();
    assert_eq!(changed, ["name", "person_lang", "time_zone", "digest"]);
    let actor = bench.write(async |tx| people::actor(tx, lead.actor.person, crate::support::day("2018-03-15")).await).await;
    assert_eq!(actor.and_then(|actor| actor.time_zone), Some(chrono_tz::America::Vancouver));
    assert_eq!(bench.write(async |tx| audit::verify(tx).await).await, None);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_deputy_comes_from_the_own_organisation_and_gets_the_reminders_of_who_is_away(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let (coordinator, lead, stranger) = three(&bench).await;
    let id = |caller: &Caller| caller.actor.person.to_string();
    let refused = bench.services.name_deputy_of(&lead, 0, &id(&stranger)).await.expect_err("a stranger");
    assert_eq!(refused.problems().first().map(|problem| problem.code), Some(ProblemCode::NotAChoice));
    bench.services.name_deputy_of(&lead, 0, &id(&coordinator)).await.expect("a deputy");
    let plan = bench.approved_plan(&coordinator, vec![measure("Revoir le mandat", "SP", "2018-03-01")]).await;

    let told = async || {
        let preview = reminders::preview(&bench.services, crate::support::day("2018-03-15")).await.expect("a preview");
        let lines = preview.digests.iter().flat_map(|d| d.lines().map(|line| (d.to.name.clone(), line.for_whom.clone())));
        lines.collect::<Vec<_>>()
    };
    assert_eq!(told().await, [("Luc".to_owned(), None)]);
    bench.services.add_absence_of(&lead, 1, "2018-03-15", "2018-03-20").await.expect("an absence");
    assert_eq!(told().await, [("Claire".to_owned(), Some("Luc".to_owned())), ("Luc".to_owned(), None)]);
    reminders::enqueue(&bench.services, crate::support::day("2018-03-15")).await.expect("a run");
    assert_eq!(told().await, [], "each of them was told");

    let actor =
        bench.write(async |tx| people::actor(tx, coordinator.actor.person, crate::support::day("2018-03-15")).await).await;
    let deputy = Caller { actor: actor.expect("somebody"), ..coordinator.clone() };
    let work = Work::show(&bench.services, &deputy, 1).await.expect("a page");
    // Claire is of SP herself but no lead of it: what she is asked for there is Luc's.
    assert_eq!(work.items.iter().map(|item| item.for_whom.as_deref()).collect::<Vec<_>>(), [Some("Luc")]);
    assert_eq!(bench.measures(plan).await.len(), 1);

    let page = Account::show(&bench.services, &lead).await.expect("a page");
    assert_eq!((page.absences.len(), page.lock_version), (1, 2));
    let absence = page.absences[0].id;
    assert_eq!(bench.services.cancel_absence_of(&stranger, 0, absence).await, Err(AppError::Conflict), "not hers");
    bench.services.cancel_absence_of(&lead, 2, absence).await.expect("it is cancelled");
    assert_eq!(Account::show(&bench.services, &lead).await.expect("a page").absences, []);
}

/// The trait of administrators has the same names.
trait OfOneself {
    async fn name_deputy_of(&self, caller: &Caller, lock: i32, deputy: &str) -> Result<(), AppError>;
    async fn add_absence_of(&self, caller: &Caller, lock: i32, starts: &str, ends: &str) -> Result<(), AppError>;
    async fn cancel_absence_of(&self, caller: &Caller, lock: i32, absence: i64) -> Result<(), AppError>;
}

impl OfOneself for server::services::Services {
    async fn name_deputy_of(&self, caller: &Caller, lock: i32, deputy: &str) -> Result<(), AppError> {
        Account::name_deputy(self, caller, lock, deputy).await
    }

    async fn add_absence_of(&self, caller: &Caller, lock: i32, starts: &str, ends: &str) -> Result<(), AppError> {
        Account::add_absence(self, caller, lock, starts, ends).await
    }

    async fn cancel_absence_of(&self, caller: &Caller, lock: i32, absence: i64) -> Result<(), AppError> {
        Account::cancel_absence(self, caller, lock, absence).await
    }
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn the_page_keeps_what_was_chosen_shows_the_own_clock_and_hands_out_the_own_data(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let (coordinator, lead, _) = three(&bench).await;
    bench.approved_plan(&coordinator, vec![measure("Revoir le mandat", "SP", "avril 2018")]).await;
    let browser = Browser::signed_in(&bench, &lead).await;
    let fields =
        [("lock_version", "0"), ("name", "Luc"), ("person_lang", "fr"), ("time_zone", "America/Vancouver"), ("digest", "late")];
    assert_eq!(location(&browser.send("/do/change-profile", "/account", &fields).await), "/account?done=changes-kept");
    let page = browser.open("/account?lang=fr").await.text();
    assert!(page.contains("9\u{a0}h\u{a0}00 HAP"), "noon in Ottawa is nine in Vancouver: {page}");
    assert!(page.contains("SP du Canada") && page.contains("luc@example.gc.ca") && page.contains("Claire"), "{page}");
    assert!(!page.contains("zoe@example.gc.ca"), "people of other organisations are nobody's business: {page}");

    assert_eq!(location(&browser.send("/do/change-profile", "/account", &fields).await), "/account");
    assert!(browser.open("/account").await.text().contains("error-summary conflict"));

    let answer = browser.open("/account/data").await;
    assert!(answer.header("content-disposition").to_str().expect("a name").contains("suivi-2018-03-15.json"));
    let data: serde_json::Value = answer.json();
    assert_eq!((&data["profile"][0]["name"], &data["roles"][0]["role"]), (&"Luc".into(), &"lead".into()));
    let session = data["sessions"][0].as_object().expect("a session");
    let known: Vec<&str> = session.keys().map(String::as_str).collect();
    assert_eq!(known, ["expires_at", "seen_at", "started_at", "user_agent"], "nothing by which a session is named");
    assert!(data["log"].as_array().expect("rows").iter().all(|row| row["entity"] == "person"), "{data}");
    assert!(!data.to_string().contains("Claire"), "{data}");

    let stranger = Browser::stranger(&bench.services);
    assert_eq!(location(&stranger.open("/account/data").await), "/sign-in?next=/account");
}

#[tokio::test]
async fn the_language_of_the_profile_holds_from_the_moment_it_is_kept() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite");
    let (_, lead, _) = three(&bench).await;
    let browser = Browser::signed_in(&bench, &lead).await;
    browser.open("/account?lang=en").await;
    assert!(browser.open("/plans").await.text().contains("<html lang=\"en\""), "the switch was used");
    let fields = [("lock_version", "0"), ("name", "Luc"), ("person_lang", "fr"), ("time_zone", ""), ("digest", "daily")];
    let kept = browser.send("/do/change-profile", "/account?lang=en", &fields).await;
    assert!(browser.open(&location(&kept)).await.text().contains("<html lang=\"fr\""), "and the profile says otherwise");
}
