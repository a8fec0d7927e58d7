//! Plain forms: what was typed is never lost, and shown to nobody else.

use crate::support::{Bench, Browser, Db, location, measure, token};
use domain::people::{LinkPurpose, Role};

#[tokio::test]
async fn a_form_that_fails_shows_its_page_once_with_what_was_typed_and_why() {
    let browser = Browser::stranger(&Bench::open(Db::Sqlite).await.expect("SQLite").services);
    let failed = browser.send("/do/request-link", "/sign-in?lang=fr", &[("email", "marie\"@"), ("next", "/")]).await;
    assert_eq!(location(&failed), "/sign-in?lang=fr");
    let page = browser.open("/sign-in?lang=fr").await.text();
    assert!(page.contains("value=\"marie&quot;@\""), "{page}");
    assert!(page.contains("<title>Erreur\u{a0}: Ouvrir une session – Suivi</title>"), "{page}");
    assert!(page.contains("aria-invalid=\"true\"") && page.contains("href=\"#field-email\""), "{page}");
    assert!(!browser.open("/sign-in").await.text().contains("marie"), "the second view is a fresh one");
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
    assert_eq!(location(&browser.send("/do/no-such-function", "/sign-in", &[]).await), "/sign-in");
}
