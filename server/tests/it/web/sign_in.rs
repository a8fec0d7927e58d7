//! Signing in by a link that comes by mail.

use crate::support::{Bench, Browser, Db, location, token};
use domain::people::{LinkPurpose, Role};
use rstest::rstest;
use sea_orm::EntityTrait;
use server::store::entities::outbox;

/// The link in the last mail.
async fn mailed_link(bench: &Bench) -> String {
    let mails = bench.write(async |tx| Ok(outbox::Entity::find().all(tx).await?)).await;
    let text = mails.last().expect("a mail").text_body.clone();
    let at = text.find("http://suivi.test/sign-in/link/").expect("a link");
    let link = text[at..].split_whitespace().next().expect("a word");
    link.trim_start_matches("http://suivi.test").to_owned()
}

#[rstest]
#[case(Db::Sqlite)]
#[case(Db::Postgres)]
#[tokio::test]
async fn a_mailed_link_signs_in_once_and_goes_on_to_the_page_that_was_wanted(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let lead = bench.person("Marie", None, Role::Lead).await;
    let browser = Browser::stranger(&bench.services);
    let email = format!("{}@example.gc.ca", lead.actor.name.to_uppercase());
    let asked = browser.send("/do/request-link", "/sign-in?next=/plans", &[("email", &email), ("next", "/plans")]).await;
    assert_eq!(location(&asked), "/sign-in/sent");

    let link = mailed_link(&bench).await;
    let (path, query) = link.split_once('?').expect("a query");
    assert_eq!(query, "next=%2Fplans");
    let token = path.rsplit('/').next().expect("a token");
    assert!(browser.open(&link).await.text().contains(token), "opening the link does not use it up");
    assert_eq!(location(&browser.send("/do/redeem", &link, &[("token", token), ("next", "/plans")]).await), "/plans");
    assert!(browser.open("/plans").await.text().contains("Marie"));

    let second = Browser::stranger(&bench.services);
    assert_eq!(location(&second.send("/do/redeem", &link, &[("token", token), ("next", "/plans")]).await), link);
    assert!(second.open(&link).await.text().contains("can no longer be used"));
}

#[tokio::test]
async fn a_link_that_is_too_old_signs_nobody_in() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite");
    let lead = bench.person("Marie", None, Role::Lead).await;
    let link = bench.services.first_link(lead.actor.person).await.expect("a link");
    let token = link.path().rsplit('/').next().expect("a token").to_owned();
    let browser = Browser::stranger(&bench.on("2018-03-17"));
    browser.send("/do/redeem", "/sign-in/link/x", &[("token", &token), ("next", "/")]).await;
    assert_eq!(location(&browser.open("/plans").await), "/sign-in?next=/plans");
}

#[tokio::test]
async fn signing_out_ends_the_session_and_nobody_is_sent_elsewhere() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite");
    let lead = bench.person("Marie", None, Role::Lead).await;
    let browser = Browser::signed_in(&bench, &lead).await;
    assert_eq!(location(&browser.send("/do/sign-out", "/plans", &[]).await), "/sign-in");
    assert_eq!(location(&browser.open("/plans").await), "/sign-in?next=/plans");

    let token = token(&bench.services, lead.actor.person, LinkPurpose::SignIn).await;
    let evil = browser.send("/do/redeem", "/sign-in/link/x", &[("token", &token), ("next", "//evil.example/é")]).await;
    assert_eq!(location(&evil), "/");
}

#[tokio::test]
async fn one_address_is_mailed_few_links_however_often_it_is_asked() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite");
    bench.person("Marie", None, Role::Lead).await;
    let browser = Browser::stranger(&bench.services);
    for _ in 0..9 {
        browser.send("/do/request-link", "/sign-in", &[("email", "marie@example.gc.ca"), ("next", "/")]).await;
    }
    assert_eq!(bench.write(async |tx| Ok(outbox::Entity::find().all(tx).await?)).await.len(), 5);
}

#[tokio::test]
async fn who_signs_out_leaves_their_language_on_that_page_and_to_nobody_who_comes_next() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite");
    let (marie, paul) = (bench.person("Marie", None, Role::Lead).await, bench.person("Paul", None, Role::Lead).await);
    for way_out in ["/do/sign-out", "/do/end-all-sessions"] {
        let browser = Browser::signed_in(&bench, &marie).await;
        browser.open("/plans?lang=en").await;
        let left = location(&browser.send(way_out, "/account/security", &[]).await);
        for page in [left.as_str(), "/sign-in/forgot"] {
            assert!(browser.open(page).await.text().contains("<html lang=\"en\""), "{page} after {way_out}");
        }
        browser.come_in_by_link(&bench.services, paul.actor.person).await;
        assert!(browser.open("/plans").await.text().contains("<html lang=\"fr\""), "after {way_out}");
    }
}
