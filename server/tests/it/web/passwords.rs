//! Passwords: signing in by one, setting one, choosing a new one by a link, being invited.

use crate::support::{Bench, Browser, Db, PASSWORD, location, token, typed};
use app::{
    backend::{Caller, Security},
    error::AppError,
};
use domain::{
    people::{LinkPurpose, Role},
    problem::{Problem, ProblemCode},
    settings::SignInRules,
};
use rstest::rstest;

async fn bench(db: Db) -> Option<(Bench, Caller)> {
    let bench = Bench::open(db).await?;
    let marie = bench.person("Marie", None, Role::Lead).await;
    Some((bench, marie))
}

async fn sign_in(browser: &Browser, email: &str, password: &str) -> String {
    let fields = [("email", email), ("password", password), ("next", "/plans")];
    location(&browser.send("/do/sign-in", "/sign-in?next=/plans", &fields).await)
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_password_signs_in_and_goes_on(#[case] db: Db) {
    let Some((bench, marie)) = bench(db).await else { return };
    bench.with_password(&marie).await;
    let browser = Browser::stranger(&bench.services);
    assert_eq!(sign_in(&browser, " Marie@Example.gc.ca", PASSWORD).await, "/plans");
    assert!(browser.open("/plans").await.text().contains("Marie"));
    assert_eq!(bench.actions().await.last().map(String::as_str), Some("person_signed_in"));
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_wrong_password_no_password_and_an_unknown_address_are_answered_alike(#[case] db: Db) {
    let Some((bench, marie)) = bench(db).await else { return };
    bench.with_password(&marie).await;
    bench.person("Paul", None, Role::Lead).await;
    let mut pages = Vec::new();
    for email in ["marie@example.gc.ca", "paul@example.gc.ca", "nobody@example.gc.ca"] {
        let browser = Browser::stranger(&bench.services);
        assert_eq!(sign_in(&browser, email, "quatre chevaux sous le soleil").await, "/sign-in?next=/plans");
        let page = browser.open("/sign-in?next=/plans").await.text();
        assert!(page.contains("do not go together"), "{page}");
        assert!(!page.contains("soleil") && page.contains(email), "the address is kept, the password is not: {page}");
        assert_eq!(location(&browser.open("/plans").await), "/sign-in?next=/plans");
        pages.push(page.replace(email, "…"));
    }
    assert!(pages.iter().all(|page| *page == pages[0]), "one answer for all");
    let failed = bench.actions().await.iter().filter(|action| *action == "person_sign_in_failed").count();
    assert_eq!(failed, 2, "what concerns somebody is on the record, what concerns nobody is not");
}

#[tokio::test]
async fn who_gave_a_wrong_password_is_told_another_way_in_that_there_is() {
    let (bench, _) = bench(Db::Sqlite).await.expect("SQLite");
    for (links, told, untold) in
        [(true, "have a link sent to you", "I forgot my password”"), (false, "I forgot my password”", "have a link")]
    {
        bench.rules(&SignInRules { links, ..SignInRules::default() }).await;
        let browser = Browser::stranger(&bench.services);
        sign_in(&browser, "marie@example.gc.ca", "not the password").await;
        let shown = browser.open("/sign-in?next=/plans&lang=en").await.text();
        assert!(shown.contains(told) && !shown.contains(untold), "{shown}");
    }
}

#[tokio::test]
async fn who_leaves_the_password_empty_is_mailed_a_link() {
    let (bench, _) = bench(Db::Sqlite).await.expect("SQLite");
    let browser = Browser::stranger(&bench.services);
    assert_eq!(sign_in(&browser, "marie@example.gc.ca", "").await, "/sign-in/sent");
    assert!(bench.mails().await[0].contains("/sign-in/link/"));
    bench.rules(&SignInRules { links: false, ..SignInRules::default() }).await;
    assert_eq!(sign_in(&browser, "marie@example.gc.ca", "").await, "/sign-in?next=/plans");
    assert!(browser.open("/sign-in?next=/plans").await.text().contains("href=\"#field-password\""));
}

#[tokio::test]
async fn only_the_ways_in_that_the_rules_allow_are_offered_and_work() {
    let (bench, marie) = bench(Db::Sqlite).await.expect("SQLite");
    bench.with_password(&marie).await;
    let browser = Browser::stranger(&bench.services);
    bench.rules(&SignInRules { passwords: false, ..SignInRules::default() }).await;
    let page = browser.open("/sign-in").await.text();
    assert!(!page.contains("type=\"password\"") && page.contains("/do/request-link"), "{page}");
    assert_eq!(sign_in(&browser, "marie@example.gc.ca", PASSWORD).await, "/sign-in?next=/plans");
    bench.rules(&SignInRules { links: false, ..SignInRules::default() }).await;
    let page = browser.open("/sign-in").await.text();
    assert!(page.contains("type=\"password\"") && !page.contains("/do/request-link"), "{page}");
    let redeemed = browser.come_in_by_link(&bench.services, marie.actor.person).await;
    assert_eq!(location(&redeemed), "/sign-in/link/x", "a link made before is of no use");
    assert_eq!(sign_in(&browser, "marie@example.gc.ca", PASSWORD).await, "/plans");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_new_password_asks_for_the_old_one_and_tells_its_person(#[case] db: Db) {
    let Some((bench, marie)) = bench(db).await else { return };
    let refused = |field: &str, code| AppError::Invalid(vec![Problem::new(field, code)]);
    let session = bench.fresh_session(&bench.services, marie.actor.person).await;
    let session = Some(session.as_str());
    let set = async |current: &str, new: &str| bench.services.set_password(&marie, session, &typed(current, new)).await;
    assert_eq!(set("", "trop court").await, Err(refused("new_password", ProblemCode::TooShort)));
    assert_eq!(set("", "marie@example.gc.ca").await, Err(refused("new_password", ProblemCode::EasyToGuess)));
    let different = app::api::security::TypedPassword { repeated: domain::text::Secret::new("x"), ..typed("", PASSWORD) };
    let answer = bench.services.set_password(&marie, session, &different).await;
    assert_eq!(answer, Err(refused("repeat_password", ProblemCode::NotTheSame)));
    assert_eq!(set("", PASSWORD).await, Ok(()));
    let next = "cinq canards dans la neige";
    assert_eq!(set("", next).await, Err(refused("current_password", ProblemCode::Required)));
    assert_eq!(set("pas celui-ci du tout", next).await, Err(refused("current_password", ProblemCode::WrongPassword)));
    assert_eq!(set(PASSWORD, next).await, Ok(()));
    let mails = bench.mails().await;
    assert_eq!(mails.len(), 2, "one for each that was set");
    assert!(mails.iter().all(|mail| mail.contains("/account/security") && !mail.contains(next)), "{mails:?}");
    let browser = Browser::stranger(&bench.services);
    assert_eq!(sign_in(&browser, "marie@example.gc.ca", PASSWORD).await, "/sign-in?next=/plans");
    assert_eq!(sign_in(&browser, "marie@example.gc.ca", next).await, "/plans");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_reset_link_sets_one_password_ends_every_session_and_signs_nobody_in(#[case] db: Db) {
    let Some((bench, marie)) = bench(db).await else { return };
    bench.with_password(&marie).await;
    let elsewhere = Browser::signed_in(&bench, &marie).await;
    let browser = Browser::stranger(&bench.services);
    for email in ["marie@example.gc.ca", "nobody@example.gc.ca"] {
        let asked = browser.send("/do/forgot-password", "/sign-in/forgot", &[("email", email)]).await;
        assert_eq!(location(&asked), "/sign-in/forgot/sent", "{email}");
    }
    let mails = bench.mails().await;
    assert_eq!(mails.len(), 2, "of the password set at first and of the reset: {mails:?}");
    let text = &mails[1];
    let at = text.find("/sign-in/reset/").expect("a link");
    let page = text[at..].split_whitespace().next().expect("a path").to_owned();
    let token = page.rsplit('/').next().expect("a token").to_owned();

    let redeemed = browser.send("/do/redeem", "/sign-in/link/x", &[("token", &token), ("next", "/plans")]).await;
    assert_eq!(location(&redeemed), "/sign-in/link/x", "it is no link to sign in with");
    let next = "cinq canards dans la neige";
    let reset = async |new: &str| {
        let fields = [("token", token.as_str()), ("new_password", new), ("repeat_password", new)];
        location(&browser.send("/do/reset-password", &page, &fields).await)
    };
    assert_eq!(reset("court").await, page);
    let again = browser.open(&page).await.text();
    assert!(again.contains("fewer characters") && !again.contains("court\""), "{again}");
    assert_eq!(reset(next).await, "/sign-in?done=password-reset", "a refused password does not use the link up");
    assert_eq!(reset("six hiboux sur le toit rouge").await, page, "success does");
    assert_eq!(browser.open(&page).await.status_code(), 410);
    assert_eq!(location(&browser.open("/plans").await), "/sign-in?next=/plans");
    assert_eq!(location(&elsewhere.open("/plans").await), "/sign-in?next=/plans");
    assert_eq!(sign_in(&browser, "marie@example.gc.ca", next).await, "/plans");
}

#[tokio::test]
async fn a_link_to_sign_in_with_resets_no_password() {
    let (bench, marie) = bench(Db::Sqlite).await.expect("SQLite");
    for purpose in [LinkPurpose::SignIn, LinkPurpose::Invitation] {
        let token = token(&bench.services, marie.actor.person, purpose).await;
        let page = format!("/sign-in/reset/{token}");
        let browser = Browser::stranger(&bench.services);
        assert_eq!(browser.open(&page).await.status_code(), 410);
        let fields = [("token", token.as_str()), ("new_password", PASSWORD), ("repeat_password", PASSWORD)];
        assert_eq!(location(&browser.send("/do/reset-password", &page, &fields).await), page);
        assert_eq!(sign_in(&browser, "marie@example.gc.ca", PASSWORD).await, "/sign-in?next=/plans");
    }
}

#[rstest]
#[case::optional(true)]
#[case::needed(false)]
#[tokio::test]
async fn an_invitation_signs_in_and_offers_a_password(#[case] links: bool) {
    let (bench, marie) = bench(Db::Sqlite).await.expect("SQLite");
    bench.rules(&SignInRules { links, ..SignInRules::default() }).await;
    let invite = async || {
        let browser = Browser::stranger(&bench.services);
        let token = token(&bench.services, marie.actor.person, LinkPurpose::Invitation).await;
        let to = location(&browser.send("/do/redeem", "/sign-in/link/x", &[("token", &token), ("next", "/plans")]).await);
        (browser, to)
    };
    let (browser, to) = invite().await;
    assert_eq!(to, "/welcome");
    let page = browser.open("/welcome?lang=en").await.text();
    assert!(page.contains("Welcome, Marie") && page.contains("At least 15 characters"), "{page}");
    assert_eq!(page.contains("Not now"), links, "{page}");
    let fields = [("new_password", PASSWORD), ("repeat_password", PASSWORD)];
    assert_eq!(location(&browser.send("/do/choose-password", "/welcome", &fields).await), "/");
    assert_eq!(browser.open("/plans").await.status_code(), 200, "the session goes on");
    assert_eq!(sign_in(&Browser::stranger(&bench.services), "marie@example.gc.ca", PASSWORD).await, "/plans");
    assert_eq!(invite().await.1, "/sign-in/link/x", "an invitation is for the first time");
}
