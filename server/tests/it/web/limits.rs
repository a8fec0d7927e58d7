//! How often somebody may try, whichever instance they try on.

use crate::support::{Bench, Browser, Db, PASSWORD, location, visitor};
use app::{backend::Accounts, error::AppError};
use domain::{
    people::{Role, Way},
    text::{Email, Secret},
};
use rstest::rstest;
use server::{services::Services, store::attempts};
use std::sync::atomic::Ordering;

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
        let refused = try_it(&bench.services, from, &format!("nobody{n}@example.gc.ca"), "wrong").await;
        assert_eq!(refused, Err(AppError::SignInRefused), "what was right before is not counted");
    }
    assert_eq!(try_it(&bench.services, from, "marie@example.gc.ca", PASSWORD).await, Err(AppError::TooMany(15)));
    assert_eq!(try_it(&bench.services, Some("192.0.2.8"), "marie@example.gc.ca", PASSWORD).await, Ok(marie.actor.person));
    let kept = bench.write(async |tx| attempts::forget_before(tx, bench.later(1).clock.now()).await).await;
    assert_eq!(kept, 100, "each once for its account and once for the address, and nothing else");
}

#[tokio::test]
async fn who_is_kept_out_by_the_passwords_of_others_comes_in_by_a_link() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite");
    let marie = bench.person("Marie", None, Role::Lead).await;
    let from = visitor(Some("192.0.2.7"));
    for n in 0..50 {
        let refused = bench.services.redeem(&from, &format!("guess {n}")).await;
        assert_eq!(refused, Err(AppError::LinkNotValid));
    }
    assert_eq!(bench.services.redeem(&from, "one more").await, Err(AppError::TooMany(15)), "guesses are counted");
    let refused = try_it(&bench.services, Some("192.0.2.7"), "marie@example.gc.ca", "wrong").await;
    assert_eq!(refused, Err(AppError::SignInRefused), "but not with the passwords");

    let from = visitor(Some("192.0.2.9"));
    for n in 0..50 {
        let _ = try_it(&bench.services, Some("192.0.2.9"), &format!("nobody{n}@example.gc.ca"), "wrong").await;
    }
    for _ in 0..10 {
        let _ = try_it(&bench.services, None, "marie@example.gc.ca", "wrong").await;
    }
    let shut = try_it(&bench.services, Some("192.0.2.9"), "marie@example.gc.ca", "wrong").await;
    assert_eq!(shut, Err(AppError::TooMany(15)));
    bench.services.request_link(&from, &email("marie@example.gc.ca"), "/").await.expect("a link");
    let token =
        bench.mails().await.pop().and_then(|mail| mail.split("/sign-in/link/").nth(1).map(str::to_owned)).expect("a link");
    let token = token.split_whitespace().next().expect("a token");
    let redeemed = bench.services.redeem(&from, token).await.expect("the way in");
    assert_eq!(redeemed.person, marie.actor.person);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn many_attempts_at_once_are_counted_one_after_the_other(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let marie = bench.person("Marie", None, Role::Lead).await;
    let tries = (0..16).map(|_| {
        let services = bench.services.clone();
        tokio::spawn(async move {
            let code = Secret::new("000000");
            services.check_code(&visitor(Some("192.0.2.7")), marie.actor.person, Way::Password, &code).await
        })
    });
    let answers: Vec<_> = futures::future::join_all(tries).await.into_iter().map(|done| done.expect("an answer")).collect();
    let shut = answers.iter().filter(|answer| matches!(answer, Err(AppError::TooMany(_)))).count();
    let wrong = answers.iter().filter(|answer| matches!(answer, Err(AppError::Invalid(_)))).count();
    assert_eq!((wrong, shut), (10, 6), "{answers:?}");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn who_guesses_on_and_on_waits_for_hours(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let marie = bench.person("Marie", None, Role::Lead).await;
    bench.with_second_factor(&marie).await;
    let give = async |minutes: i64, code: &str| {
        bench.later(minutes).check_code(&visitor(None), marie.actor.person, Way::Password, &Secret::new(code)).await
    };
    for n in 0..40 {
        assert!(matches!(give(n * 5, "000000").await, Err(AppError::Invalid(_))), "{n}");
    }
    let right = bench.code(&bench.later(240), marie.actor.person).await;
    assert_eq!(give(240, &right).await, Err(AppError::TooMany(20 * 60)), "a day after the first");
    let right = bench.code(&bench.later(24 * 60), marie.actor.person).await;
    assert_eq!(give(24 * 60, &right).await, Ok(()));
    assert!(matches!(give(24 * 60 + 1, "000000").await, Err(AppError::Invalid(_))), "what was wrong before is forgiven");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn asking_for_a_link_takes_the_same_statements_whoever_has_the_address(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    bench.person("Marie", None, Role::Lead).await;
    let (services, count) = crate::queries::watched(bench.services.clone());
    let mut taken = Vec::new();
    for who in ["marie@example.gc.ca", "nobody@example.gc.ca"] {
        services.request_link(&visitor(Some("192.0.2.7")), &email(who), "/plans").await.expect("the same answer");
        let link = count.swap(0, Ordering::Relaxed);
        services.request_reset(&visitor(Some("192.0.2.7")), &email(who)).await.expect("the same answer");
        taken.push((link, count.swap(0, Ordering::Relaxed)));
    }
    assert_eq!(taken[0], taken[1]);
    assert!(taken[0].0 > 5, "{taken:?}");
    let mails = bench.mails().await;
    assert_eq!(mails.len(), 2, "and only who is known is written to: {mails:?}");
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
