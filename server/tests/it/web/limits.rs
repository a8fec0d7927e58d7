//! How often somebody may try, whichever instance they try on.

use crate::support::{Bench, Browser, Db, PASSWORD, location, visitor};
use app::{backend::Accounts, error::AppError};
use domain::{
    people::Role,
    text::{Email, Secret},
};
use rstest::rstest;
use server::{services::Services, store::attempts};

fn email(text: &str) -> Email {
    text.parse().expect("an address")
}

async fn try_it(services: &Services, address: Option<&str>, who: &str, password: &str) -> Result<i64, AppError> {
    services.check_password(&visitor(address), &email(who), &Secret::new(password)).await
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn an_account_takes_ten_wrong_passwords_over_all_instances_known_or_not(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let marie = bench.person("Marie", None, Role::Lead).await;
    bench.with_password(&marie).await;
    let other = bench.later(1);
    for who in ["marie@example.gc.ca", "nobody@example.gc.ca"] {
        for attempt in 0..10 {
            let services = if attempt < 5 { &bench.services } else { &other };
            assert_eq!(try_it(services, None, who, "wrong").await, Err(AppError::SignInRefused), "{who} {attempt}");
        }
        assert_eq!(try_it(&other, None, who, PASSWORD).await, Err(AppError::TooMany(14)), "{who}");
    }
    assert_eq!(AppError::TooMany(14).status(), 429);
    let later = bench.later(15);
    assert_eq!(try_it(&later, None, "marie@example.gc.ca", PASSWORD).await, Ok(marie.actor.person), "the wait is over");
    for _ in 0..10 {
        assert_eq!(try_it(&later, None, "marie@example.gc.ca", "wrong").await, Err(AppError::SignInRefused), "counted anew");
    }
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn an_address_takes_fifty_wrong_attempts_whoever_they_are_for(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let marie = bench.person("Marie", None, Role::Lead).await;
    bench.with_password(&marie).await;
    let from = Some("192.0.2.7");
    assert_eq!(try_it(&bench.services, from, "marie@example.gc.ca", PASSWORD).await, Ok(marie.actor.person));
    for n in 0..50 {
        let refused = bench.services.redeem(&visitor(from), &format!("guess {n}")).await;
        assert_eq!(refused, Err(AppError::LinkNotValid), "what was right before is not counted");
    }
    assert_eq!(try_it(&bench.services, from, "marie@example.gc.ca", PASSWORD).await, Err(AppError::TooMany(15)));
    assert_eq!(try_it(&bench.services, Some("192.0.2.8"), "marie@example.gc.ca", PASSWORD).await, Ok(marie.actor.person));
    let kept = bench.write(async |tx| attempts::forget_before(tx, bench.later(1).clock.now()).await).await;
    assert_eq!(kept, 50, "nothing else was counted");
}

#[tokio::test]
async fn mails_to_one_address_are_few_whoever_asks_and_that_is_not_told() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite");
    bench.person("Marie", None, Role::Lead).await;
    for n in 0..8 {
        let from = format!("192.0.2.{n}");
        let asked = bench.services.request_reset(&visitor(Some(&from)), &email("marie@example.gc.ca")).await;
        assert_eq!(asked, Ok(()));
    }
    assert_eq!(bench.mails().await.len(), 5);
    for n in 0..50 {
        let asked = bench.services.request_link(&visitor(Some("192.0.2.99")), &email(&format!("a{n}@example.gc.ca")), "/").await;
        assert_eq!(asked, Ok(()));
    }
    let asked = bench.services.request_link(&visitor(Some("192.0.2.99")), &email("marie@example.gc.ca"), "/").await;
    assert_eq!(asked, Err(AppError::TooMany(15)), "one address cannot ask for everybody");
}

#[tokio::test]
async fn the_address_is_read_where_the_configuration_says() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite");
    let browser = Browser::behind(&bench.services, axum_client_ip::ClientIpSource::RightmostXForwardedFor);
    for n in 0..51 {
        let fields = [("token", "guess"), ("next", "/")];
        // What a client claims stands on the left; the proxy in front adds the truth on the right.
        let claimed = format!("198.51.100.{n}, 192.0.2.7");
        let call = browser.server().post("/do/redeem").add_header("accept", "text/html").add_header("x-forwarded-for", claimed);
        let answer = call.add_header("referer", "http://suivi.test/sign-in/link/x").form(&fields).await;
        assert_eq!(location(&answer), "/sign-in/link/x");
    }
    assert!(browser.open("/sign-in/link/x?lang=en").await.text().contains("Too many attempts"));
}
