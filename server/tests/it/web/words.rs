//! What is refused is refused in words, in the reader's language, also where there is no page to go back to.

use crate::support::{Bench, Browser, Db, location};
use axum_test::TestResponse;
use domain::people::Role;

async fn administrator() -> Browser {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite");
    let aude = bench.person("Aude", None, Role::Administrator).await;
    Browser::signed_in(&bench, &aude).await
}

/// A page with its frame, in French, that says this.
fn assert_told(response: &TestResponse, status: u16, words: &str) {
    let page = response.text();
    assert_eq!(response.status_code(), status, "{page}");
    assert!(response.header("content-type").to_str().expect("plain text").starts_with("text/html"), "{page}");
    assert!(page.contains("<html lang=\"fr\">") && page.ends_with("</html>") && page.contains("Erreur\u{a0}"), "{page}");
    assert!(page.contains(words) && page.contains("Aude"), "{words} is not in {page}");
    assert_eq!(response.header("cache-control"), "no-store");
    assert!(!page.contains("<script"), "{page}");
}

#[tokio::test]
async fn a_file_that_cannot_be_made_is_refused_on_a_page() {
    let browser = administrator().await;
    browser.open("/plans?lang=fr").await;
    for address in ["/overdue/csv?date=tomorrow", "/overdue/csv?plan=x", "/admin/log/export?format=doc"] {
        assert_told(&browser.open(address).await, 400, "Une partie de cette adresse ne peut pas être lue");
    }
    for address in ["/overdue/pdf", "/plans/999/costs/csv", "/evidence/999/file", "/do/sign-out"] {
        let status = if address.starts_with("/do/") { 405 } else { 404 };
        assert_told(&browser.open(address).await, status, "n’existe pas");
    }
}

#[tokio::test]
async fn a_forged_form_is_refused_on_a_page() {
    let browser = administrator().await;
    browser.open("/plans?lang=fr").await;
    let post = browser.server().post("/do/sign-out").add_header("accept", "text/html");
    assert_told(&post.add_header("sec-fetch-site", "cross-site").await, 403, "n’a pas été envoyé depuis une de nos pages");
}

#[tokio::test]
async fn an_upload_that_is_none_is_told_on_the_page_of_its_form() {
    let browser = administrator().await;
    for (upload, page) in [("/import/upload", "/import"), ("/admin/people/import/upload", "/admin/people/import")] {
        let sent = browser.server().post(upload).add_header("accept", "text/html").form(&[("text", "x")]).await;
        assert_eq!(location(&sent), page);
        assert!(browser.open(&format!("{page}?lang=en")).await.text().contains("The form did not arrive whole"), "{page}");
    }
    let sent = browser.server().post("/evidence/upload").add_header("accept", "text/html").form(&[("text", "x")]).await;
    assert_told_in_english(&sent);
}

fn assert_told_in_english(response: &TestResponse) {
    assert_eq!(response.status_code(), 400);
    assert!(response.text().contains("The form did not arrive whole"), "{}", response.text());
}

#[tokio::test]
async fn programs_get_the_bare_status() {
    let browser = administrator().await;
    let answer = browser.server().get("/overdue/csv?date=tomorrow").add_header("accept", "text/csv").await;
    assert_eq!((answer.status_code().as_u16(), answer.text().as_str()), (400, ""));
}
