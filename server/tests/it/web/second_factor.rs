//! The second factor: after the first one, once per code, and before anything else where a role asks for it.

use crate::support::{Bench, Browser, Db, PASSWORD, location, token};
use app::{
    backend::{Caller, Security},
    error::AppError,
};
use domain::{
    people::{LinkPurpose, Role},
    problem::{Problem, ProblemCode},
    settings::SignInRules,
    text::Secret,
};
use leptos::prelude::FromServerFnError;
use rstest::rstest;
use sea_orm::EntityTrait;
use server::{services::Services, store::entities::audit};

async fn bench(db: Db) -> Option<(Bench, Caller, Vec<String>)> {
    let bench = Bench::open(db).await?;
    let marie = bench.person("Marie", None, Role::Lead).await;
    bench.with_password(&marie).await;
    let codes = bench.with_second_factor(&marie).await;
    Some((bench, marie, codes))
}

/// Somebody who gave the right password and owes the code.
async fn at_the_second_door(services: &Services) -> Browser {
    let browser = Browser::stranger(services);
    let fields = [("email", "marie@example.gc.ca"), ("password", PASSWORD), ("next", "/plans")];
    assert_eq!(location(&browser.send("/do/sign-in", "/sign-in", &fields).await), "/sign-in/second-factor");
    browser
}

async fn give(browser: &Browser, code: &str) -> String {
    location(&browser.send("/do/give-second-factor", "/sign-in/second-factor", &[("passcode", code)]).await)
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_code_lets_in_once_and_nothing_does_before_it(#[case] db: Db) {
    let Some((bench, marie, _)) = bench(db).await else { return };
    let code = bench.code(&bench.services, marie.actor.person).await;
    let browser = at_the_second_door(&bench.services).await;
    assert_eq!(location(&browser.open("/plans").await), "/sign-in?next=/plans", "not signed in yet");
    assert_eq!(give(&browser, "000000").await, "/sign-in/second-factor");
    let page = browser.open("/sign-in/second-factor?lang=en").await.text();
    assert!(page.contains("This code is wrong") && !page.contains("000000"), "{page}");
    let spaced = format!("{} {}", &code[..3], &code[3..]);
    assert_eq!(give(&browser, &spaced).await, "/plans");
    assert!(browser.open("/plans").await.text().contains("Marie"));

    let second = at_the_second_door(&bench.services).await;
    assert_eq!(give(&second, &code).await, "/sign-in/second-factor", "a code works once");
    let earlier = bench.code(&bench.later(-5), marie.actor.person).await;
    assert_eq!(give(&second, &earlier).await, "/sign-in/second-factor", "an old one does not");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_recovery_code_works_once_and_its_person_is_told(#[case] db: Db) {
    let Some((bench, marie, codes)) = bench(db).await else { return };
    assert_eq!(codes.len(), 10);
    assert_eq!(give(&at_the_second_door(&bench.services).await, &codes[0].to_uppercase()).await, "/plans");
    assert!(bench.mails().await.last().is_some_and(|mail| mail.contains("codes de secours")), "in their language");
    let browser = at_the_second_door(&bench.services).await;
    assert_eq!(give(&browser, &codes[0]).await, "/sign-in/second-factor");
    assert_eq!(give(&browser, &codes[1]).await, "/plans");

    let renewed = bench.services.renew_codes(&marie, &Secret::new(codes[2].clone())).await.expect("new codes");
    let browser = at_the_second_door(&bench.services).await;
    assert_eq!(give(&browser, &codes[3]).await, "/sign-in/second-factor", "the old ones are void");
    assert_eq!(give(&browser, &renewed[0]).await, "/plans");
}

#[tokio::test]
async fn a_link_by_mail_is_followed_by_the_code_as_well() {
    let (bench, marie, _) = bench(Db::Sqlite).await.expect("SQLite");
    let browser = Browser::stranger(&bench.services);
    let answer = browser.come_in_by_link(&bench.services, marie.actor.person).await;
    assert_eq!(location(&answer), "/sign-in/second-factor");
    let code = bench.code(&bench.services, marie.actor.person).await;
    assert_eq!(give(&browser, &code).await, "/plans");
}

#[tokio::test]
async fn who_takes_ten_minutes_over_the_code_begins_again() {
    let (bench, marie, _) = bench(Db::Sqlite).await.expect("SQLite");
    let answer = Browser::stranger(&bench.services).come_in_by_link(&bench.services, marie.actor.person).await;
    let late = bench.later(10);
    let browser = Browser::with_session(&late, &answer);
    let code = bench.code(&late, marie.actor.person).await;
    assert!(give(&browser, &code).await.starts_with("/sign-in?next="));
    assert_eq!(browser.open("/sign-in/second-factor").await.header("location"), "/sign-in");
    let in_time = Browser::with_session(&bench.later(9), &answer);
    assert_eq!(give(&in_time, &bench.code(&bench.later(9), marie.actor.person).await).await, "/plans");
}

#[tokio::test]
async fn guessing_codes_comes_to_an_end() {
    let (bench, marie, _) = bench(Db::Sqlite).await.expect("SQLite");
    let browser = at_the_second_door(&bench.services).await;
    for _ in 0..10 {
        give(&browser, "000000").await;
    }
    let code = bench.code(&bench.services, marie.actor.person).await;
    assert_eq!(give(&browser, &code).await, "/sign-in/second-factor", "not even the right one is looked at");
    assert!(browser.open("/sign-in/second-factor?lang=en").await.text().contains("wait for 15 minutes"));
}

#[tokio::test]
async fn a_password_set_anew_shuts_out_who_only_owes_the_code() {
    let (bench, marie, codes) = bench(Db::Sqlite).await.expect("SQLite");
    let browser = at_the_second_door(&bench.services).await;
    let typed = crate::support::typed(PASSWORD, "cinq canards dans la neige");
    bench.services.set_password(&marie, None, &typed).await.expect("a new password");
    assert!(give(&browser, &codes[0]).await.starts_with("/sign-in?next="));
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn it_is_set_up_on_its_page_and_the_codes_are_shown_once(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let marie = bench.person("Marie", None, Role::Lead).await;
    let browser = Browser::signed_in(&bench, &marie).await;
    let page = "/account/security/second-factor";
    assert!(!browser.open(page).await.text().contains("<svg"), "looking at the page begins nothing");
    assert_eq!(location(&browser.send("/do/start-second-factor", page, &[]).await), page);
    let shown = browser.open(page).await.text();
    assert!(shown.contains("class=\"qr\"") && shown.contains("class=\"factor-secret\""), "{shown}");
    let wrong = browser.send("/do/confirm-second-factor", page, &[("first_passcode", "000000")]).await;
    assert_eq!(location(&wrong), page);
    let code = bench.code(&bench.services, marie.actor.person).await;
    let done = browser.send("/do/confirm-second-factor", page, &[("first_passcode", &code)]).await;
    assert_eq!(location(&done), "/account/security/recovery-codes");
    let cookie = done.cookie("recovery_codes");
    assert!(cookie.http_only() == Some(true) && cookie.path() == Some("/account/security/recovery-codes"));
    let codes = browser.open("/account/security/recovery-codes").await.text();
    let first = cookie.value().split('.').next().expect("a code");
    assert_eq!(codes.matches("<code>").count(), 10, "{codes}");
    assert!(codes.contains(first));
    assert!(!browser.open("/account/security/recovery-codes").await.text().contains(first), "only once");
    assert!(!browser.open(page).await.text().contains("factor-secret"), "the secret is not shown again");
    assert_eq!(bench.actions().await.last().map(String::as_str), Some("person_second_factor_on"));
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn it_is_turned_off_by_a_code_or_the_password_only(#[case] db: Db) {
    let Some((bench, marie, codes)) = bench(db).await else { return };
    let off =
        async |code: &str, password: &str| bench.services.remove_factor(&marie, &Secret::new(code), &Secret::new(password)).await;
    assert!(matches!(off("", "").await, Err(AppError::Invalid(_))));
    assert!(matches!(off("", "not the password").await, Err(AppError::Invalid(_))));
    assert!(matches!(off("000000", PASSWORD).await, Err(AppError::Invalid(_))), "a code that was given must be right");
    assert_eq!(off("", PASSWORD).await, Ok(()));
    assert!(matches!(off(&codes[0], "").await, Err(AppError::Invalid(_))), "the recovery codes are gone with it");
    let codes = bench.with_second_factor(&marie).await;
    bench.rules(&SignInRules { second_factor_for: vec![Role::Lead], ..SignInRules::default() }).await;
    assert_eq!(off(&codes[0], "").await, Err(AppError::NotAllowed), "the role asks for it");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn where_a_role_asks_for_it_nothing_else_can_be_done_before(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let marie = bench.person("Marie", None, Role::Coordinator).await;
    bench.rules(&SignInRules { second_factor_for: vec![Role::Coordinator], ..SignInRules::default() }).await;
    let browser = Browser::signed_in(&bench, &marie).await;
    let page = "/account/security/second-factor";
    for path in ["/", "/plans", "/import", "/account/security", "/nowhere", "/plans/1/meeting-report"] {
        assert_eq!(location(&browser.open(path).await), page, "{path}");
    }
    let fields = [("text", "x"), ("html", "")];
    assert_eq!(location(&browser.send("/do/start-import", "/import", &fields).await), page);
    let call = browser.server().post("/do/start-import").form(&fields).await;
    assert_eq!((call.status_code().as_u16(), AppError::de(call.as_bytes().clone())), (403, AppError::NotAllowed));
    let upload = browser.server().post("/import/upload").add_header("accept", "text/html").text("x").await;
    assert_eq!(location(&upload), page);

    assert!(browser.open(&format!("{page}?lang=en")).await.text().contains("Your role asks for a second factor"));
    browser.send("/do/start-second-factor", page, &[]).await;
    let code = bench.code(&bench.services, marie.actor.person).await;
    browser.send("/do/confirm-second-factor", page, &[("first_passcode", &code)]).await;
    assert_eq!(browser.open("/plans").await.status_code(), 200, "now everything can");
}

#[tokio::test]
async fn who_was_invited_chooses_a_password_before_the_second_factor_that_the_role_asks_for() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite");
    let marie = bench.person("Marie", None, Role::Coordinator).await;
    bench.rules(&SignInRules { links: false, second_factor_for: vec![Role::Coordinator], ..SignInRules::default() }).await;
    let browser = Browser::stranger(&bench.services);
    let token = token(&bench.services, marie.actor.person, LinkPurpose::Invitation).await;
    let redeemed = browser.send("/do/redeem", "/sign-in/link/x", &[("token", &token), ("next", "/plans")]).await;
    assert_eq!(location(&redeemed), "/welcome");
    let page = browser.open("/welcome?lang=en").await;
    assert_eq!(page.status_code(), 200);
    assert!(page.text().contains("name=\"new_password\""), "{}", page.text());
    let fields = [("new_password", PASSWORD), ("repeat_password", PASSWORD)];
    assert_eq!(location(&browser.send("/do/choose-password", "/welcome", &fields).await), "/");
    assert_eq!(location(&browser.open("/").await), "/account/security/second-factor", "then it is the factor's turn");
    let fields = [("email", "marie@example.gc.ca"), ("password", PASSWORD), ("next", "/plans")];
    assert_eq!(location(&Browser::stranger(&bench.services).send("/do/sign-in", "/sign-in", &fields).await), "/plans");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn setting_it_up_takes_the_password_or_a_sign_in_of_a_moment_ago(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let marie = bench.person("Marie", None, Role::Lead).await;
    let answer = Browser::stranger(&bench.services).come_in_by_link(&bench.services, marie.actor.person).await;
    let page = "/account/security/second-factor";
    let late = bench.later(16);
    let browser = Browser::with_session(&late, &answer);
    assert!(browser.open(&format!("{page}?lang=en")).await.text().contains("sign in again"), "who has no password");
    assert_eq!(location(&browser.send("/do/start-second-factor", page, &[]).await), page);
    assert!(late.set_up(&marie).await.expect("an answer").is_none());

    let session = bench.fresh_session(&late, marie.actor.person).await;
    late.set_password(&marie, Some(&session), &crate::support::typed("", PASSWORD)).await.expect("a password");
    let answer = Browser::stranger(&bench.services).come_in_by_link(&bench.services, marie.actor.person).await;
    let browser = Browser::with_session(&late, &answer);
    assert!(browser.open(page).await.text().contains("name=\"current_password\""));
    for wrong in ["", "not the password"] {
        assert_eq!(location(&browser.send("/do/start-second-factor", page, &[("current_password", wrong)]).await), page);
        let shown = browser.open(page).await.text();
        assert!(shown.contains("field-current-password-problem") && !shown.contains("factor-secret"), "{shown}");
    }
    browser.send("/do/start-second-factor", page, &[("current_password", PASSWORD)]).await;
    assert!(browser.open(page).await.text().contains("factor-secret"));
    assert_eq!(bench.actions().await.last().map(String::as_str), Some("person_second_factor_begun"));

    let fresh = Browser::stranger(&late).come_in_by_link(&late, marie.actor.person).await;
    let browser = Browser::with_session(&bench.later(30), &fresh);
    assert_eq!(location(&browser.send("/do/start-second-factor", page, &[]).await), page);
    assert_eq!(bench.actions().await.iter().filter(|action| *action == "person_second_factor_begun").count(), 2);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_session_left_open_takes_no_first_password_and_so_turns_nothing_off(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let marie = bench.person("Marie", None, Role::Lead).await;
    let answer = Browser::stranger(&bench.services).come_in_by_link(&bench.services, marie.actor.person).await;
    bench.with_second_factor(&marie).await;
    let late = bench.later(16);
    let browser = Browser::with_session(&late, &answer);
    let page = "/account/security";
    let shown = browser.open(&format!("{page}?lang=en")).await.text();
    assert!(shown.contains("You signed in a while ago") && !shown.contains("new_password"), "{shown}");
    let fields = [("current_password", ""), ("new_password", PASSWORD), ("repeat_password", PASSWORD)];
    assert_eq!(location(&browser.send("/do/set-password", page, &fields).await), page);
    assert_eq!(location(&browser.send("/do/choose-password", "/welcome", &fields[1..]).await), "/welcome");
    let again = AppError::Invalid(vec![Problem::new("new_password", ProblemCode::SignInAgain)]);
    let typed = crate::support::typed("", PASSWORD);
    assert_eq!(late.set_password(&marie, None, &typed).await, Err(again));
    assert!(late.remove_factor(&marie, &Secret::default(), &Secret::new(PASSWORD)).await.is_err(), "the factor stays");
    assert!(!bench.actions().await.iter().any(|action| action == "person_password_set"));

    let session = bench.fresh_session(&late, marie.actor.person).await;
    assert_eq!(late.set_password(&marie, Some(&session), &typed).await, Ok(()), "who signed in a moment ago may");
}

#[tokio::test]
async fn whoever_gives_a_wrong_code_is_not_said_to_be_its_person() {
    let (bench, marie, _) = bench(Db::Sqlite).await.expect("SQLite");
    let browser = at_the_second_door(&bench.services).await;
    give(&browser, "000000").await;
    let rows = bench.write(async |tx| Ok(audit::Entity::find().all(tx).await?)).await;
    let last = rows.last().expect("a row");
    assert_eq!((last.action.as_str(), last.person_id, last.entity_id), ("person_sign_in_failed", None, marie.actor.person));
}

#[tokio::test]
async fn over_https_the_recovery_codes_travel_in_a_cookie_that_nobody_can_plant() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite");
    let marie = bench.person("Marie", None, Role::Lead).await;
    let services = super::safety::over_https(&bench.services);
    let browser = Browser::stranger(&services);
    browser.come_in_by_link(&services, marie.actor.person).await;
    let page = "/account/security/second-factor";
    browser.send("/do/start-second-factor", page, &[]).await;
    let code = bench.code(&services, marie.actor.person).await;
    let done = browser.send("/do/confirm-second-factor", page, &[("first_passcode", &code)]).await;
    assert_eq!(location(&done), "/account/security/recovery-codes");
    let cookies: Vec<_> = done.iter_headers_by_name("set-cookie").map(|c| c.to_str().expect("plain text").to_owned()).collect();
    let codes = cookies.iter().find(|cookie| cookie.contains("recovery_codes")).expect("the codes");
    assert!(codes.starts_with("__Host-recovery_codes=") && codes.contains("; Path=/;") && !codes.contains("Domain"), "{codes}");
    assert!(codes.contains("Secure") && codes.contains("HttpOnly") && codes.contains("SameSite=Strict"), "{codes}");
    let value = codes.trim_start_matches("__Host-recovery_codes=").split('.').next().expect("a code").to_owned();
    let planted = browser.server().get("/account/security/recovery-codes").add_header("accept", "text/html");
    assert!(planted.await.text().contains(&value), "they are shown");
    let planted = browser.server().get("/account/security/recovery-codes").add_header("accept", "text/html");
    let shown = planted.add_header("cookie", "recovery_codes=aaaa-bbbb-cccc-dddd").await.text();
    assert!(!shown.contains("aaaa-bbbb"), "only under its prefix: {shown}");
}
