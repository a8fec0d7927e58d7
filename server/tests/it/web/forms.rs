//! Plain forms: what was typed is never lost, and shown to nobody else.

use crate::support::{Bench, Browser, Db, location, measure, token};
use axum_client_ip::ClientIpSource;
use domain::people::{LinkPurpose, Role};
use sea_orm::EntityTrait;
use server::store::entities::session;

#[tokio::test]
async fn a_form_that_fails_shows_its_page_with_what_was_typed_and_why_until_it_is_sent_well() {
    let browser = Browser::stranger(&Bench::open(Db::Sqlite).await.expect("SQLite").services);
    let failed = browser.send("/do/request-link", "/sign-in?lang=fr", &[("email", "marie\"@"), ("next", "/")]).await;
    assert_eq!(location(&failed), "/sign-in?lang=fr");
    let page = browser.open("/sign-in?lang=fr").await.text();
    assert!(page.contains("value=\"marie&quot;@\""), "{page}");
    assert!(page.contains("<title>Erreur\u{a0}: Ouvrir une session – Suivi</title>"), "{page}");
    assert!(page.contains("aria-invalid=\"true\"") && page.contains("href=\"#field-email\""), "{page}");
    for again in ["/sign-in?lang=fr", "/sign-in?lang=en", "/sign-in"] {
        assert!(browser.open(again).await.text().contains("marie"), "neither reloading nor the other language loses it: {again}");
    }
    let well = browser.send("/do/request-link", "/sign-in?lang=fr", &[("email", "marie@example.gc.ca"), ("next", "/")]).await;
    assert_eq!(location(&well), "/sign-in/sent");
    assert!(!browser.open("/sign-in").await.text().contains("marie"), "then the page is a fresh one");
}

#[tokio::test]
async fn two_forms_in_two_tabs_keep_what_was_typed_apart() {
    let browser = Browser::stranger(&Bench::open(Db::Sqlite).await.expect("SQLite").services);
    browser.send("/do/request-link", "/sign-in", &[("email", "first"), ("next", "/")]).await;
    browser.send("/do/forgot-password", "/sign-in/forgot", &[("email", "second")]).await;
    assert!(browser.open("/sign-in").await.text().contains("value=\"first\""));
    assert!(browser.open("/sign-in/forgot").await.text().contains("value=\"second\""));
}

#[tokio::test]
async fn what_somebody_typed_is_not_shown_to_who_signs_in_next() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite");
    let (ada, zoe) = (bench.person("Ada", None, Role::Administrator).await, bench.person("Zoe", None, Role::Administrator).await);
    let browser = Browser::signed_in(&bench, &ada).await;
    let page = "/admin/organisations/new";
    let fields = [("code", ""), ("name_en", "Typed by Ada"), ("name_fr", "")];
    assert_eq!(location(&browser.send("/do/add-organisation", page, &fields).await), page);
    assert!(browser.open(page).await.text().contains("Typed by Ada"));
    browser.come_in_by_link(&bench.services, zoe.actor.person).await;
    let shown = browser.open(page).await.text();
    assert!(shown.contains("Zoe") && !shown.contains("Typed by Ada"), "{shown}");
}

#[tokio::test]
async fn a_form_whose_page_is_not_known_is_answered_with_what_was_typed() {
    let browser = Browser::stranger(&Bench::open(Db::Sqlite).await.expect("SQLite").services);
    for referer in [None, Some("http://suivi.test/")] {
        let mut post =
            browser.server().post("/do/request-link").add_header("accept", "text/html").add_header("accept-language", "fr");
        if let Some(referer) = referer {
            post = post.add_header("referer", referer);
        }
        let answer = post.form(&[("email", "marie<b>"), ("next", "/plans")]).await;
        assert_eq!(answer.status_code(), 422, "{referer:?}");
        let page = answer.text();
        assert!(page.contains("<html lang=\"fr\">") && page.contains("<title>Erreur\u{a0}"), "{page}");
        assert!(page.contains("Ce que vous avez écrit") && page.contains("marie&lt;b&gt;"), "{page}");
        assert!(page.contains("href=\"/?lang=en\"") && !page.contains("/plans<"), "{page}");
    }
}

/// What the sessions hold, and how much.
async fn kept(bench: &Bench) -> String {
    let rows = bench.write(async |tx| Ok(session::Entity::find().all(tx).await?)).await;
    rows.into_iter().map(|row| row.data).collect()
}

#[tokio::test]
async fn strangers_fill_no_table() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite");
    let browser = Browser::stranger(&bench.services);
    let nothing = browser.send("/do/no-such-function", "/sign-in", &[("done", "x")]).await;
    assert_eq!((nothing.status_code().as_u16(), kept(&bench).await.len()), (404, 0));
    assert!(nothing.text().contains("This page does not exist"), "{}", nothing.text());

    let long = "x".repeat(1_000_000);
    let fields = [
        ("measure", "1"),
        ("lock_version", "0"),
        ("status", "in_progress"),
        ("percent", ""),
        ("done", long.as_str()),
        ("obstacles", ""),
        ("next_step", "soon"),
        ("forecast", ""),
        ("text_lang", "fr"),
    ];
    let sent = browser.send("/do/report-progress", "/measures/1/report", &fields).await;
    assert_eq!(location(&sent), "/sign-in?next=%2Fmeasures%2F1%2Freport");
    let kept = kept(&bench).await;
    assert!(kept.contains("soon") && kept.len() < 70_000, "{}", kept.len());
}

#[tokio::test]
async fn very_many_failed_forms_of_strangers_from_one_network_address_are_answered_and_not_kept() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite");
    let browser = Browser::behind(&bench.services, ClientIpSource::RightmostXForwardedFor);
    let post = |from: &str| {
        let post = browser.server().post("/do/request-link").clear_cookies().do_not_save_cookies();
        post.add_header("accept", "text/html")
            .add_header("x-forwarded-for", from)
            .add_header("referer", "http://suivi.test/sign-in")
    };
    let fields = [("email", "marie<b>"), ("next", "/")];
    let first = post("192.0.2.7").form(&fields).await;
    for _ in 1..30 {
        assert_eq!(location(&post("192.0.2.7").form(&fields).await), "/sign-in");
    }
    let answer = post("192.0.2.7").form(&fields).await;
    assert_eq!(answer.status_code(), 422);
    assert!(answer.text().contains("marie&lt;b&gt;"), "it is shown all the same: {}", answer.text());
    let rows = async || bench.write(async |tx| Ok(session::Entity::find().all(tx).await?)).await.len();
    assert_eq!(rows().await, 30);
    let again = post("192.0.2.7").add_cookie(first.cookie("suivi")).form(&fields).await;
    assert_eq!(location(&again), "/sign-in", "who has a session already fills nothing");
    assert_eq!(location(&post("192.0.2.8").form(&fields).await), "/sign-in");
    assert_eq!(rows().await, 31);
}

#[tokio::test]
async fn no_token_is_kept_of_a_page_whose_form_failed() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite");
    let browser = Browser::stranger(&bench.services);
    for (action, page) in
        [("/do/redeem", "/sign-in/link/"), ("/do/reset-password", "/sign-in/reset/"), ("/do/answer-update", "/answer/")]
    {
        let page = format!("{page}a-one-time-token");
        let fields =
            [("token", "a-one-time-token"), ("next", "/"), ("new_password", "x"), ("repeat_password", "y"), ("done", "typed")];
        assert_eq!(location(&browser.send(action, &page, &fields).await), page);
        assert!(browser.open(&page).await.text().contains("Error") || page.starts_with("/answer"), "{page} tells it");
    }
    let kept = kept(&bench).await;
    assert!(kept.contains("typed") && !kept.contains("a-one-time-token"), "{kept}");
}

#[tokio::test]
async fn what_was_typed_survives_the_end_of_the_session() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite");
    let organisation = bench.organisation("SP").await;
    let coordinator = bench.person("Coordinator", Some(organisation), Role::Coordinator).await;
    let plan = bench.approved_plan(&coordinator, vec![measure("Revoir le mandat", "SP", "avril 2018")]).await;
    let id = bench.measures(plan).await[0].figures.id;
    let page = format!("/measures/{id}/report");

    let browser = Browser::stranger(&bench.services);
    let measure = id.to_string();
    let fields = [
        ("measure", measure.as_str()),
        ("lock_version", "0"),
        ("status", "in_progress"),
        ("percent", "45"),
        ("done", "Trois rencontres tenues"),
        ("obstacles", ""),
        ("next_step", ""),
        ("forecast", ""),
        ("text_lang", "fr"),
    ];
    let sent = browser.send("/do/report-progress", &page, &fields).await;
    assert_eq!(location(&sent), format!("/sign-in?next=%2Fmeasures%2F{id}%2Freport"));

    let token = token(&bench.services, coordinator.actor.person, LinkPurpose::SignIn).await;
    assert_eq!(location(&browser.send("/do/redeem", "/sign-in/link/x", &[("token", &token), ("next", &page)]).await), page);
    let shown = browser.open(&page).await.text();
    assert!(shown.contains("Trois rencontres tenues") && shown.contains("value=\"45\""), "{shown}");
}

#[tokio::test]
async fn a_form_larger_than_the_limit_is_refused_in_words() {
    let browser = Browser::stranger(&Bench::open(Db::Sqlite).await.expect("SQLite").services);
    let large = "x".repeat(server::web::FORM_LIMIT + 1);
    assert_eq!(location(&browser.send("/do/request-link", "/sign-in", &[("email", &large), ("next", "/")]).await), "/sign-in");
    assert!(browser.open("/sign-in").await.text().contains("The limit is 4 MB."));
}

#[tokio::test]
async fn a_form_without_its_fields_is_answered_in_words() {
    let browser = Browser::stranger(&Bench::open(Db::Sqlite).await.expect("SQLite").services);
    assert_eq!(location(&browser.send("/do/request-link", "/sign-in", &[]).await), "/sign-in");
    assert!(browser.open("/sign-in").await.text().contains("The form did not arrive whole"));
}
