//! Sessions: how long they last, what people see of them, how they end.

use crate::support::{Bench, Browser, Db, location, token, typed, visitor};
use app::backend::{Accounts, Caller, Security};
use domain::{
    people::{LinkPurpose, Role, Way},
    settings::SignInRules,
};
use rstest::rstest;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};
use server::store::entities::{person, session};

const SIGN_IN: &str = "/sign-in?next=/plans";

async fn bench(db: Db) -> Option<(Bench, Caller)> {
    let bench = Bench::open(db).await?;
    let marie = bench.person("Marie", None, Role::Lead).await;
    Some((bench, marie))
}

async fn rows(bench: &Bench) -> Vec<session::Model> {
    bench.write(async |tx| Ok(session::Entity::find().all(tx).await?)).await
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_session_ends_when_it_is_left_alone(#[case] db: Db) {
    let Some((bench, marie)) = bench(db).await else { return };
    bench.rules(&SignInRules { idle_minutes: 30, ..SignInRules::default() }).await;
    let answer = Browser::stranger(&bench.services).come_in_by_link(&bench.services, marie.actor.person).await;
    let open = async |minutes| Browser::with_session(&bench.later(minutes), &answer).open("/plans").await;
    for minutes in [29, 58, 87] {
        assert_eq!(open(minutes).await.status_code(), 200, "used again in time, after {minutes} minutes");
    }
    assert_eq!(location(&open(117).await), SIGN_IN);
    bench.later(117).tidy_sign_in().await.expect("a tidy table");
    assert!(rows(&bench).await.is_empty(), "and it is forgotten");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_session_ends_some_day_however_busy_it_is(#[case] db: Db) {
    let Some((bench, marie)) = bench(db).await else { return };
    bench.rules(&SignInRules { idle_minutes: 60, absolute_hours: 2, ..SignInRules::default() }).await;
    let answer = Browser::stranger(&bench.services).come_in_by_link(&bench.services, marie.actor.person).await;
    for minutes in [50, 100, 119] {
        let browser = Browser::with_session(&bench.later(minutes), &answer);
        assert_eq!(browser.open("/plans").await.status_code(), 200, "{minutes} minutes");
        // A form that fails is kept in the session: saving it does not begin the session anew.
        browser.send("/do/end-session", "/account/security", &[("key", "none")]).await;
    }
    let browser = Browser::with_session(&bench.later(120), &answer);
    assert_eq!(location(&browser.open("/plans").await), SIGN_IN);
}

#[tokio::test]
async fn a_session_that_is_about_nobody_is_forgotten_within_the_hour() {
    let (bench, _) = bench(Db::Sqlite).await.expect("SQLite");
    let fields = [("email", "x"), ("next", "/")];
    let answer = Browser::stranger(&bench.services).send("/do/request-link", "/sign-in", &fields).await;
    let shown = Browser::with_session(&bench.later(59), &answer).open("/sign-in").await.text();
    assert!(shown.contains("value=\"x\""), "{shown}");
    bench.later(60).tidy_sign_in().await.expect("a tidy table");
    assert_eq!(rows(&bench).await.len(), 1, "it was used a minute ago");
    bench.later(59 + 60).tidy_sign_in().await.expect("a tidy table");
    assert!(rows(&bench).await.is_empty());
}

#[tokio::test]
async fn stricter_rules_hold_for_sessions_that_are_open() {
    let (bench, marie) = bench(Db::Sqlite).await.expect("SQLite");
    let answer = Browser::stranger(&bench.services).come_in_by_link(&bench.services, marie.actor.person).await;
    bench.rules(&SignInRules { idle_minutes: 5, ..SignInRules::default() }).await;
    assert_eq!(location(&Browser::with_session(&bench.later(6), &answer).open("/plans").await), SIGN_IN);
}

#[tokio::test]
async fn a_session_is_noted_at_most_each_minute_and_stored_without_its_id() {
    let (bench, marie) = bench(Db::Sqlite).await.expect("SQLite");
    let answer = Browser::stranger(&bench.services).come_in_by_link(&bench.services, marie.actor.person).await;
    let start = rows(&bench).await;
    assert_eq!((start.len(), start[0].person_id, start[0].started_at), (1, Some(marie.actor.person), start[0].seen_at));
    let cookie = answer.cookie("suivi").value().to_owned();
    assert!(!start[0].id.contains(&cookie) && !start[0].data.contains(&cookie), "{:?}", start[0]);
    Browser::with_session(&bench.services, &answer).open("/plans").await;
    assert_eq!(rows(&bench).await, start, "nothing is written");
    Browser::with_session(&bench.later(2), &answer).open("/plans").await;
    let noted = rows(&bench).await;
    assert_eq!((noted[0].started_at, (noted[0].seen_at - start[0].seen_at).num_minutes()), (start[0].started_at, 2));
}

#[tokio::test]
async fn signing_in_changes_the_id_of_the_session() {
    let (bench, marie) = bench(Db::Sqlite).await.expect("SQLite");
    let browser = Browser::stranger(&bench.services);
    let planted = browser.send("/do/request-link", "/sign-in", &[("email", "x"), ("next", "/")]).await;
    let answer = browser.come_in_by_link(&bench.services, marie.actor.person).await;
    assert_ne!(planted.cookie("suivi").value(), answer.cookie("suivi").value());
    assert_eq!(location(&Browser::with_session(&bench.services, &planted).open("/plans").await), SIGN_IN);
    assert_eq!(Browser::with_session(&bench.services, &answer).open("/plans").await.status_code(), 200);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn people_see_their_own_sessions_and_end_them(#[case] db: Db) {
    let Some((bench, marie)) = bench(db).await else { return };
    let paul = bench.person("Paul", None, Role::Lead).await;
    let (here, there) = (Browser::signed_in(&bench, &marie).await, Browser::signed_in(&bench, &marie).await);
    let pauls = Browser::signed_in(&bench, &paul).await;
    let page = here.open("/account/security?lang=en").await.text();
    assert_eq!(page.matches("name=\"key\"").count(), 1, "two sessions, of which this one is not to be ended here: {page}");
    assert!(page.contains("This device") && page.contains("March 15, 2018, 12:00"), "{page}");
    let key = |page: &str| {
        let rest = page.split_once("name=\"key\" value=\"").expect("a key").1;
        rest.split('"').next().expect("a value").to_owned()
    };
    let of_there = key(&page);
    let stolen = pauls.send("/do/end-session", "/account/security", &[("key", &of_there)]).await;
    assert_eq!(location(&stolen), "/account/security", "of somebody else: not found");
    assert_eq!(there.open("/plans").await.status_code(), 200);
    let ended = here.send("/do/end-session", "/account/security", &[("key", &of_there)]).await;
    assert_eq!(location(&ended), "/account/security?done=session-ended");
    assert_eq!(location(&there.open("/plans").await), SIGN_IN);
    assert_eq!(here.open("/plans").await.status_code(), 200);

    let third = Browser::signed_in(&bench, &marie).await;
    let everywhere = here.send("/do/end-all-sessions", "/account/security", &[]).await;
    assert_eq!(location(&everywhere), "/sign-in?done=signed-out-everywhere");
    for browser in [&here, &third] {
        assert_eq!(location(&browser.open("/plans").await), SIGN_IN);
    }
    assert_eq!(pauls.open("/plans").await.status_code(), 200, "nobody else is touched");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_new_password_ends_the_other_sessions_and_not_this_one(#[case] db: Db) {
    let Some((bench, marie)) = bench(db).await else { return };
    let (here, there) = (Browser::signed_in(&bench, &marie).await, Browser::signed_in(&bench, &marie).await);
    let new = crate::support::PASSWORD;
    let fields = [("current_password", ""), ("new_password", new), ("repeat_password", new)];
    let set = here.send("/do/set-password", "/account/security", &fields).await;
    assert_eq!(location(&set), "/account/security?done=password-set");
    assert_eq!(here.open("/plans").await.status_code(), 200);
    assert_eq!(location(&there.open("/plans").await), SIGN_IN);
    // Told to nobody's session, all of them end.
    bench.services.set_password(&marie, None, &typed(new, "cinq canards dans la neige")).await.expect("a password");
    assert_eq!(location(&here.open("/plans").await), SIGN_IN);
}

#[tokio::test]
async fn somebody_who_may_not_sign_in_any_more_is_out_at_once() {
    let (bench, marie) = bench(Db::Sqlite).await.expect("SQLite");
    bench.with_password(&marie).await;
    let browser = Browser::signed_in(&bench, &marie).await;
    let gone = person::ActiveModel { id: Set(marie.actor.person), is_active: Set(false), ..Default::default() };
    bench.write(async |tx| Ok(gone.update(tx).await?)).await;
    assert_eq!(location(&browser.open("/plans").await), SIGN_IN);
    let fields = [("email", "marie@example.gc.ca"), ("password", crate::support::PASSWORD), ("next", "/plans")];
    assert_eq!(location(&browser.send("/do/sign-in", "/sign-in", &fields).await), "/sign-in");
    let by_link = browser.come_in_by_link(&bench.services, marie.actor.person).await;
    assert!(location(&by_link).starts_with("/sign-in"));
    assert_eq!(location(&browser.open("/plans").await), SIGN_IN);
}

#[tokio::test]
async fn moments_are_told_by_the_clock_of_the_person() {
    let (bench, mut marie) = bench(Db::Sqlite).await.expect("SQLite");
    Browser::signed_in(&bench, &marie).await;
    let started =
        async |marie: &Caller| Security::page(&bench.services, marie, None).await.expect("the page").sessions[0].started;
    let here = started(&marie).await;
    marie.actor.time_zone = Some(chrono_tz::America::Vancouver);
    assert_eq!(here - started(&marie).await, chrono::TimeDelta::hours(3));
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn links_on_their_way_end_with_a_new_password_with_signing_out_everywhere_and_with_another_way_in(#[case] db: Db) {
    let Some((bench, marie)) = bench(db).await else { return };
    let (s, person) = (&bench.services, marie.actor.person);
    let fresh = async || {
        let mut tokens = Vec::new();
        for purpose in [LinkPurpose::SignIn, LinkPurpose::Invitation] {
            tokens.push(token(s, person, purpose).await);
        }
        tokens
    };
    let works = async |token: &str| s.redeem(&visitor(None), token).await.is_ok();
    let before = fresh().await;
    bench.with_password(&marie).await;
    for token in &before {
        assert!(!works(token).await, "after a new password");
    }
    let before = fresh().await;
    s.end_all_sessions(&marie).await.expect("signed out");
    for token in &before {
        assert!(!works(token).await, "after signing out everywhere");
    }
    let before = fresh().await;
    s.admit(&visitor(None), person, Way::Password).await.expect("in");
    assert!(works(&before[0]).await && !works(&before[1]).await, "an invitation ends with the first sign-in");
    assert!(!works(&fresh().await[1]).await, "and one that comes later is no way around the rules");
}

#[tokio::test]
async fn an_invitation_leads_past_no_provider() {
    let (bench, marie) = bench(Db::Sqlite).await.expect("SQLite");
    let only = |links, passwords| SignInRules { links, passwords, ..SignInRules::default() };
    let redeem = async || {
        let token = token(&bench.services, marie.actor.person, LinkPurpose::Invitation).await;
        bench.services.redeem(&visitor(None), &token).await.is_ok()
    };
    bench.rules(&only(false, false)).await;
    assert!(!redeem().await);
    bench.rules(&only(false, true)).await;
    assert!(redeem().await, "it leads to a password");
}
