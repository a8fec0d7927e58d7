//! Language, headers, health, forged forms, missing pages.

use crate::support::{Bench, Browser, Db, location};
use domain::people::Role;
use sea_orm::EntityTrait;
use server::store::entities::audit;

async fn stranger() -> Browser {
    Browser::stranger(&Bench::open(Db::Sqlite).await.expect("SQLite").services)
}

#[tokio::test]
async fn the_language_is_the_browsers_until_it_is_chosen_and_then_kept() {
    let browser = stranger().await;
    let first = browser.server().get("/sign-in").add_header("accept-language", "fr-CA,fr;q=0.9").await.text();
    assert!(first.contains("<html lang=\"fr\">") && first.contains("href=\"/sign-in?lang=en\""), "{first}");
    assert!(browser.open("/sign-in?lang=fr").await.text().contains("<html lang=\"fr\">"));
    assert!(browser.open("/sign-in").await.text().contains("<html lang=\"fr\">"), "the choice is remembered");
}

#[tokio::test]
async fn every_answer_carries_the_safety_headers_and_pages_are_not_kept() {
    let browser = stranger().await;
    for path in ["/sign-in", "/plans", "/nowhere", "/healthz", "/pkg/none.css"] {
        let response = browser.open(path).await;
        let header = |name: &str| response.maybe_header(name).map(|value| value.to_str().expect("plain text").to_owned());
        let policy = header("content-security-policy").expect("a policy");
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe-inline"), "{path}: {policy}");
        assert_eq!(header("x-content-type-options").as_deref(), Some("nosniff"), "{path}");
        assert_eq!(header("referrer-policy").as_deref(), Some("same-origin"), "{path}");
        assert!(header("x-request-id").is_some(), "{path}");
    }
    assert_eq!(browser.open("/sign-in").await.header("cache-control"), "no-store");
}

#[tokio::test]
async fn pages_without_an_island_are_sent_without_any_script() {
    let page = stranger().await.open("/sign-in").await.text();
    assert!(!page.contains("<script"), "{page}");
    assert!(page.ends_with("</html>"));
}

#[tokio::test]
async fn a_form_sent_from_another_site_is_refused() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite");
    let lead = bench.person("Marie", None, Role::Lead).await;
    let browser = Browser::signed_in(&bench, &lead).await;
    let forged =
        browser.server().post("/do/sign-out").add_header("sec-fetch-site", "cross-site").add_header("accept", "text/html").await;
    assert_eq!(forged.status_code(), 403);
    assert_eq!(browser.open("/plans").await.status_code(), 200, "still signed in");
}

#[tokio::test]
async fn the_session_cookie_is_out_of_reach_of_scripts_and_other_sites() {
    let browser = stranger().await;
    let response = browser.send("/do/request-link", "/sign-in", &[("email", "x"), ("next", "/")]).await;
    let cookies: Vec<_> =
        response.iter_headers_by_name("set-cookie").map(|c| c.to_str().expect("plain text").to_owned()).collect();
    let session = cookies.iter().find(|cookie| cookie.starts_with("suivi=")).expect("a session");
    assert!(session.contains("HttpOnly") && session.contains("SameSite=Lax"), "{session}");
    assert_eq!(location(&response), "/sign-in");
}

#[tokio::test]
async fn a_page_that_does_not_exist_says_so_with_its_status() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite");
    let reader = bench.person("Reader", None, Role::Reader).await;
    let browser = Browser::signed_in(&bench, &reader).await;
    for path in ["/nowhere", "/plans/999", "/measures/999", "/plans/abc", "/measures/99999999999999999999"] {
        let response = browser.open(path).await;
        assert_eq!(response.status_code(), 404, "{path}");
        assert!(response.text().contains("n’existe pas"), "{path}");
    }
}

#[tokio::test]
async fn a_request_is_called_what_we_call_it_whatever_the_visitor_says() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite");
    bench.person("Marie", None, Role::Lead).await;
    let post = Browser::stranger(&bench.services).server().post("/do/sign-in").add_header("x-request-id", "made-up-elsewhere");
    let sent = post.form(&[("email", "marie@example.gc.ca"), ("password", "wrong"), ("next", "/")]).await;
    let told = sent.header("x-request-id").to_str().expect("plain text").to_owned();
    let rows = bench.write(async |tx| Ok(audit::Entity::find().all(tx).await?)).await;
    assert_eq!(rows.last().map(|row| row.request_id.as_str()), Some(told.as_str()));
    assert!(told != "made-up-elsewhere" && told.len() == 36, "{told}");
}

#[tokio::test]
async fn health_is_told_without_signing_in() {
    let browser = stranger().await;
    assert_eq!(browser.open("/healthz").await.text(), "ok");
    assert_eq!(browser.open("/readyz").await.text(), "ready");
}
