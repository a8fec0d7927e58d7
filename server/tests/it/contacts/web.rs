//! The page of a contact over HTTP: no account, one form, nothing else.

use super::{Stage, update};
use crate::support::{Bench, Browser, Db, location};

#[tokio::test]
async fn a_contact_answers_without_an_account_in_the_language_of_the_mail() {
    let stage = Stage::of(Bench::open(Db::Sqlite).await.expect("SQLite")).await;
    let token = stage.asked("update").await;
    let browser = Browser::stranger(&stage.bench.services);
    let page = format!("/answer/{token}?lang=en");
    let shown = browser.open(&page).await;
    assert_eq!(shown.status_code(), 200);
    let shown = shown.text();
    assert!(shown.contains("Signer le mandat") && shown.contains("you need no account"), "{shown}");
    assert!(!shown.contains("href=\"/measures") && !shown.contains("href=\"/plans"), "nothing else is offered: {shown}");
    let fields = |percent| {
        [
            ("token", token.as_str()),
            ("status", "in_progress"),
            ("done", "Une rencontre"),
            ("percent", percent),
            ("text_lang", "fr"),
        ]
    };
    assert_eq!(location(&browser.send("/do/answer-update", &page, &fields("plein")).await), page);
    let again = browser.open(&page).await.text();
    assert!(
        again.contains("Une rencontre") && again.contains("value=\"plein\"") && again.contains("There is a problem"),
        "{again}"
    );
    assert_eq!(location(&browser.send("/do/answer-update", &page, &fields("20")).await), "/answered");
    assert!(browser.open("/answered?lang=en").await.text().contains("Your answer has arrived"));

    let used = browser.open(&page).await;
    assert_eq!(used.status_code(), 410);
    assert!(!used.text().contains("Signer le mandat"), "{}", used.text());
    location(&browser.send("/do/answer-update", &page, &fields("30")).await);
    assert!(browser.open(&page).await.text().contains("Une rencontre"), "what was typed in vain can be copied");
}

#[tokio::test]
async fn an_unknown_link_is_not_found_and_says_nothing() {
    let stage = Stage::of(Bench::open(Db::Sqlite).await.expect("SQLite")).await;
    let browser = Browser::stranger(&stage.bench.services);
    let shown = browser.open("/answer/never-given?lang=en").await;
    assert_eq!(shown.status_code(), 404);
    assert!(shown.text().contains("This link is not known"));
}

#[tokio::test]
async fn a_coordinator_asks_on_the_measure_and_decides_from_my_work() {
    let stage = Stage::of(Bench::open(Db::Sqlite).await.expect("SQLite")).await;
    let id = stage.measures[0];
    let browser = Browser::signed_in(&stage.bench, &stage.coordinator).await;
    let (page, measure) = (format!("/measures/{id}/ask"), id.to_string());
    let work = browser.open("/?lang=en").await.text();
    assert!(work.contains(&format!("href=\"{page}\"")), "{work}");
    assert!(browser.open(&page).await.text().contains("(the link)"));
    let fields = |email| {
        [
            ("measure", measure.as_str()),
            ("name", "Anne Roy"),
            ("email", email),
            ("contact_lang", "fr"),
            ("purpose", "update"),
            ("days", "7"),
        ]
    };
    assert_eq!(location(&browser.send("/do/ask-contact", &page, &fields("anne")).await), page);
    let shown = browser.open(&page).await.text();
    assert!(shown.contains("value=\"Anne Roy\"") && shown.contains("field-email-problem"), "{shown}");
    let sent = browser.send("/do/ask-contact", &page, &fields("anne@example.org")).await;
    assert_eq!(location(&sent), format!("/measures/{id}?done=contact-asked"));
    let shown = browser.open(&format!("/measures/{id}?lang=en")).await.text();
    assert!(shown.contains("anne@example.org") && shown.contains("Take the link back"), "{shown}");
    let lead = Browser::signed_in(&stage.bench, &stage.lead).await;
    assert!(!lead.open(&format!("/measures/{id}?lang=en")).await.text().contains("anne@example.org"));

    let answer = stage.answered(update("in_progress", "Une rencontre <b>")).await;
    assert!(browser.open("/?lang=en").await.text().contains("Answers to look at"));
    let proposal = browser.open(&format!("/proposals/{answer}?lang=en")).await.text();
    assert!(proposal.contains("Une rencontre &lt;b>") || proposal.contains("Une rencontre &lt;b&gt;"), "{proposal}");
    let fields = [("proposal", answer.to_string()), ("lock_version", "0".into()), ("measure_version", "0".into())];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let done = browser.send("/do/publish-answer", &format!("/proposals/{answer}"), &fields).await;
    assert_eq!(location(&done), format!("/measures/{id}?done=answer-published"));
    assert!(browser.open(&format!("/measures/{id}?lang=en")).await.text().contains("Anne Roy, GRC (recorded by Claire)"));
}
