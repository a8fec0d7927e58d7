//! The pages of the meeting report and the overdue summary.

use crate::support::{Bench, Browser, Db, day};
use domain::people::Role;
use rstest::rstest;
use server::services::demo;

const TODAY: &str = "2026-02-11";

/// A coordinator's browser on the demo, and the number of its approved plan.
async fn coordinator() -> (Browser, i64) {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite is always there");
    let bench = Bench { services: bench.on(TODAY) };
    demo::load(&bench.services, day(TODAY), false).await.expect("the demo");
    let plan = bench.services.plans_matching("horizontal").await.expect("the plans")[0].id;
    let marie = bench.person("Marie", None, Role::Coordinator).await;
    (Browser::signed_in(&bench, &marie).await, plan)
}

#[rstest]
#[case::en("en", "5 of 9 due measures are overdue", "Status report, March 2, 2026", "Measure 2b")]
#[case::fr("fr", "5 mesures sur 9 échues sont en retard", "Rapport d’étape, 2 mars 2026", "Mesure 2b")]
#[tokio::test]
async fn both_reports_are_read_in_both_languages(
    #[case] lang: &str,
    #[case] headline: &str,
    #[case] title: &str,
    #[case] measure: &str,
) {
    // The typography of French puts no-break spaces into dates.
    let plain = |html: String| html.replace('\u{a0}', " ");
    let (browser, plan) = coordinator().await;
    let overdue = browser.open(&format!("/overdue?lang={lang}")).await;
    assert_eq!(overdue.status_code(), 200);
    let overdue = plain(overdue.text());
    assert!(overdue.contains(headline) && overdue.contains(measure) && overdue.contains("href=\"/measures/"), "{overdue}");
    let meeting = browser.open(&format!("/plans/{plan}/meeting-report?lang={lang}")).await;
    assert_eq!(meeting.status_code(), 200);
    let meeting = plain(meeting.text());
    assert!(meeting.contains(title) && meeting.contains(headline) && meeting.contains(measure), "{meeting}");
    for html in [overdue, meeting] {
        assert!(!html.contains(" style=\"") && !html.contains("<style"), "the policy of the pages allows no inline style");
        assert_eq!(html.matches("<h1").count(), 1);
    }
}

#[tokio::test]
async fn a_report_is_shown_as_of_the_day_that_is_asked_for() {
    let (browser, plan) = coordinator().await;
    let then = browser.open(&format!("/overdue?plan={plan}&date=2025-03-31&lang=en")).await.text();
    assert!(then.contains("1 of 2 due measures is overdue"), "{then}");
    assert!(then.contains("value=\"2025-03-31\""), "the day is offered to be changed");
    let kept = format!("name=\"plan\" value=\"{plan}\"");
    assert!(then.contains(&kept), "the plan is kept when the day is changed");
}

#[rstest]
#[case("/overdue?date=tomorrow", 400)]
#[case("/overdue?plan=x", 400)]
#[case("/overdue?plan=999", 404)]
#[case("/plans/999/meeting-report", 404)]
#[case("/plans/x/meeting-report", 404)]
#[case("/plans/1/meeting-report?date=2026-02-30", 400)]
#[tokio::test]
async fn an_address_that_makes_no_sense_is_refused_and_never_breaks(#[case] path: &str, #[case] status: u16) {
    let (browser, _) = coordinator().await;
    assert_eq!(browser.open(path).await.status_code(), status, "{path}");
}

#[rstest]
#[case("html", "text/html; charset=utf-8", "en", "status-report-2026-03-02.html", "<h1>Status report")]
#[case("csv", "text/csv; charset=utf-8", "fr", "rapport-etape-2026-03-02.csv", "Date d’origine")]
#[case("json", "application/json", "en", "status-report-2026-03-02.json", "\"claims_to_verify\"")]
#[tokio::test]
async fn a_report_is_kept_as_a_file(
    #[case] format: &str,
    #[case] media_type: &str,
    #[case] lang: &str,
    #[case] name: &str,
    #[case] words: &str,
) {
    let (browser, plan) = coordinator().await;
    let page = browser.open(&format!("/plans/{plan}/meeting-report?lang={lang}")).await.text();
    let address = format!("/plans/{plan}/meeting-report/{format}");
    assert!(page.contains(&format!("href=\"{address}\"")), "the page offers {address}");
    let file = browser.open(&address).await;
    assert_eq!(file.header("content-type"), media_type);
    assert_eq!(file.header("content-disposition"), format!("attachment; filename=\"{name}\""));
    assert!(file.text().contains(words), "{}", file.text());
}

#[tokio::test]
async fn the_overdue_file_has_every_overdue_measure_of_the_day_and_plan_asked_for() {
    let (browser, plan) = coordinator().await;
    let file = browser.open(&format!("/overdue/csv?plan={plan}&date=2025-03-31&lang=en")).await;
    assert_eq!(file.header("content-disposition"), "attachment; filename=\"overdue-summary-2025-03-31.csv\"");
    let text = file.text();
    assert_eq!(csv::Reader::from_reader(text.as_bytes()).records().count(), 1, "{text}");
}

#[rstest]
#[case("/overdue/pdf", 404)]
#[case("/overdue/csv?date=tomorrow", 400)]
#[case("/plans/999/meeting-report/csv", 404)]
#[case("/plans/x/meeting-report/csv", 404)]
#[tokio::test]
async fn a_file_that_cannot_be_made_is_refused_with_the_status_of_its_reason(#[case] address: &str, #[case] status: u16) {
    let (browser, _) = coordinator().await;
    assert_eq!(browser.open(address).await.status_code(), status);
}

#[rstest]
#[case("en", "There is nothing to report before this plan is approved")]
#[case("fr", "Il n’y a rien à rapporter avant l’approbation de ce plan")]
#[tokio::test]
async fn the_reports_of_a_draft_are_not_offered_and_say_why_there_are_none(#[case] lang: &str, #[case] words: &str) {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite is always there");
    let plan = bench.draft_plan(vec![crate::support::measure("Une mesure", "", "2018-01")]).await;
    let claire = bench.person("Claire", None, Role::Coordinator).await;
    let browser = Browser::signed_in(&bench, &claire).await;
    let shown = browser.open(&format!("/plans/{plan}?lang={lang}")).await.text();
    assert!(!shown.contains("/meeting-report") && !shown.contains("/overdue?plan="), "{shown}");
    for address in [format!("/plans/{plan}/meeting-report"), format!("/overdue?plan={plan}")] {
        let page = browser.open(&address).await;
        assert_eq!(page.status_code(), 200, "{address}");
        let page = page.text();
        assert!(page.contains(words) && page.contains(&format!("href=\"/plans/{plan}\"")), "{page}");
    }
    for address in [format!("/plans/{plan}/meeting-report/csv"), format!("/overdue/json?plan={plan}")] {
        let refused = browser.open(&address).await;
        assert_eq!(refused.status_code(), 409, "{address}");
        assert!(refused.text().contains(words), "{}", refused.text());
    }
}
