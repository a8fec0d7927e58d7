//! Attempts: each belongs to one browser, is good for one answer, and ends; the provider may be away.

use super::*;
use sea_orm::{EntityTrait, PaginatorTrait};
use server::store::entities::session;

fn session_cookie(response: &TestResponse) -> String {
    let cookies = response.iter_headers_by_name("set-cookie").map(|value| value.to_str().expect("plain text").to_owned());
    let session = cookies.filter_map(|cookie| cookie.split(';').next().map(str::to_owned)).find(|c| c.starts_with("suivi="));
    session.expect("a session")
}

#[tokio::test]
async fn a_session_planted_before_signing_in_is_worth_nothing_after() {
    let scene = Scene::on_sqlite().await;
    scene.bench.person("Marie", None, Role::Lead).await;
    let browser = scene.browser();
    let left = browser.open("/sign-in/sso?next=/plans").await;
    let planted = session_cookie(&left);
    let back = browser.open(&scene.provider.agree(&location(&left))).await;
    assert_ne!(session_cookie(&back), planted);
    let thief = scene.browser();
    let seen = thief.server().get("/plans").add_header("cookie", planted).add_header("accept", "text/html").await;
    assert_eq!(location(&seen), "/sign-in?next=/plans");
}

#[tokio::test]
async fn an_answer_without_its_attempt_lets_nobody_in() {
    let scene = Scene::on_sqlite().await;
    scene.bench.person("Marie", None, Role::Lead).await;
    let (mine, theirs) = (scene.browser(), scene.browser());
    let asked = scene.leave(&mine).await;
    let answer = scene.provider.agree(&asked);
    assert!(told(&theirs, theirs.open(&answer).await).await.contains("This sign-in is over"), "no attempt");
    scene.leave(&theirs).await;
    assert!(told(&theirs, theirs.open(&answer).await).await.contains("This sign-in is over"), "somebody else's answer");

    let state = Provider::asked(&asked)["state"].clone();
    let forged = answer.replace(&state, "forged");
    assert!(told(&mine, mine.open(&forged).await).await.contains("This sign-in is over"), "another state");
    assert!(told(&mine, mine.open(&answer).await).await.contains("This sign-in is over"), "the attempt was used up");
    assert!(told(&mine, mine.open("/sign-in/sso/callback").await).await.contains("This sign-in is over"), "nothing");
}

#[tokio::test]
async fn a_code_is_worth_nothing_without_the_secret_that_its_browser_kept() {
    let scene = Scene::on_sqlite().await;
    scene.bench.person("Marie", None, Role::Lead).await;
    let (mine, theirs) = (scene.browser(), scene.browser());
    let my_answer = scene.provider.agree(&scene.leave(&mine).await);
    let their_state = Provider::asked(&scene.leave(&theirs).await)["state"].clone();
    let code = Provider::asked(&format!("http://x{my_answer}"))["code"].clone();
    let injected = format!("/sign-in/sso/callback?code={code}&state={their_state}");
    assert!(told(&theirs, theirs.open(&injected).await).await.contains("could not be verified"));
}

#[tokio::test]
async fn an_attempt_that_took_too_long_is_over() {
    let scene = Scene::on_sqlite().await;
    scene.bench.person("Marie", None, Role::Lead).await;
    let left = scene.browser().open("/sign-in/sso?next=/plans").await;
    let (cookie, answer) = (session_cookie(&left), scene.provider.agree(&location(&left)));
    let browser = Browser::stranger(&scene.bench.later(16));
    let response = browser.server().get(&answer).add_header("cookie", cookie.clone()).add_header("accept", "text/html").await;
    assert_eq!(location(&response), "/sign-in/sso/problem");
    let page = browser.server().get("/sign-in/sso/problem?lang=en").add_header("cookie", cookie).await.text();
    assert!(page.contains("Signing in took too long"), "{page}");
}

#[tokio::test]
async fn who_says_no_at_the_provider_is_told_that_nothing_happened() {
    let scene = Scene::on_sqlite().await;
    let browser = scene.browser();
    let state = Provider::asked(&scene.leave(&browser).await)["state"].clone();
    let denied = format!("/sign-in/sso/callback?error=access_denied&error_description=%3Cb%3E&state={state}");
    let page = told(&browser, browser.open(&denied).await).await;
    assert!(page.contains("You were not signed in") && !page.contains("<b>"), "{page}");
}

#[tokio::test]
async fn nobody_is_sent_to_another_site_afterwards() {
    let scene = Scene::on_sqlite().await;
    scene.bench.person("Marie", None, Role::Lead).await;
    for elsewhere in ["https://evil.example", "//evil.example", "/%5Cevil.example", "javascript:alert(1)"] {
        let browser = scene.browser();
        let asked = location(&browser.open(&format!("/sign-in/sso?next={elsewhere}")).await);
        assert_eq!(location(&browser.open(&scene.provider.agree(&asked)).await), "/", "{elsewhere}");
    }
}

#[tokio::test]
async fn a_provider_that_is_down_is_said_to_be_and_works_once_it_is_back() {
    let mut scene = Scene::on_sqlite().await;
    scene.bench.person("Marie", None, Role::Lead).await;
    scene.provider.stop().await;
    let browser = scene.browser();
    let page = told(&browser, browser.open("/sign-in/sso").await).await;
    assert!(page.contains("sign-in page does not answer"), "{page}");
    scene.provider.restart().await;
    let asked = scene.leave(&browser).await;
    scene.provider.stop().await;
    let page = told(&browser, browser.open(&scene.provider.agree(&asked)).await).await;
    assert!(page.contains("sign-in page does not answer"), "{page}");
    scene.provider.restart().await;
    assert_eq!(location(&scene.sign_in(&browser).await), "/plans");
}

#[tokio::test]
async fn new_keys_of_the_provider_are_fetched_when_they_are_needed() {
    let scene = Scene::on_sqlite().await;
    scene.bench.person("Marie", None, Role::Lead).await;
    assert_eq!(location(&scene.sign_in(&scene.browser()).await), "/plans");
    scene.provider.change_key();
    assert_eq!(location(&scene.sign_in(&scene.browser()).await), "/plans");
}

#[tokio::test]
async fn departures_from_one_address_are_counted_and_leave_nothing_behind_once_there_are_too_many() {
    let scene = Scene::on_sqlite().await;
    for n in 0..201 {
        // Each comes without a cookie, as somebody would who only fills tables.
        let browser = Browser::behind(&scene.bench.services, axum_client_ip::ClientIpSource::RightmostXForwardedFor);
        let start = browser.server().get("/sign-in/sso").add_header("accept", "text/html").add_header("accept-language", "fr");
        let answer = start.add_header("x-forwarded-for", "192.0.2.7").await;
        if n < 200 {
            assert!(location(&answer).starts_with(&scene.provider.url()), "{n}");
        } else {
            assert_eq!(answer.status_code(), 429);
            assert!(answer.text().contains("Trop de tentatives"), "{}", answer.text());
        }
    }
    let sessions = scene.bench.write(async |tx| Ok(session::Entity::find().count(tx).await?)).await;
    assert_eq!(sessions, 200);
}
