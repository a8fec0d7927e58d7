//! The pages of costs: totals with what is not in them, forms without script, the table as a file.

use crate::support::{Bench, Browser, Db, day, location};
use domain::people::Role;
use rstest::rstest;
use server::services::demo;

const TODAY: &str = "2026-02-11";

async fn demo_with(role: Role) -> (Bench, Browser, i64) {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite is always there");
    let bench = Bench { services: bench.on(TODAY) };
    demo::load(&bench.services, day(TODAY), false).await.expect("the demo");
    let plan = bench.services.plans_matching("horizontal").await.expect("the plans")[0].id;
    let person = bench.person("Marie", None, role).await;
    let browser = Browser::signed_in(&bench, &person).await;
    (bench, browser, plan)
}

#[rstest]
#[case::en("en", ["$7,306,000", "of which $2,030,000 shared", "up to $500,000 more (1 line)", "Not tracked", "7 lines not tracked"])]
#[case::fr("fr", ["7 306 000 $", "dont 2 030 000 $ partagés", "jusqu’à 500 000 $ de plus (1 ligne)", "Non suivi", "7 lignes non suivies"])]
#[tokio::test]
async fn totals_stand_beside_what_is_not_in_them_on_the_page_and_in_the_report(#[case] lang: &str, #[case] words: [&str; 5]) {
    let (_, browser, plan) = demo_with(Role::Reader).await;
    for path in ["costs", "meeting-report"] {
        let page = browser.open(&format!("/plans/{plan}/{path}?lang={lang}")).await;
        assert_eq!(page.status_code(), 200);
        let page = page.text().replace('\u{a0}', " ");
        for words in words {
            assert!(page.contains(words), "{words} is not on {path}");
        }
        assert!(!page.contains("/costs/new"), "a reader is not offered to record");
    }
}

#[tokio::test]
async fn the_lines_are_kept_as_a_table() {
    let (_, browser, plan) = demo_with(Role::Reader).await;
    let page = browser.open(&format!("/plans/{plan}/costs?lang=fr")).await.text();
    let address = format!("/plans/{plan}/costs/csv");
    assert!(page.contains(&format!("href=\"{address}\"")));
    let file = browser.open(&address).await;
    assert_eq!(file.header("content-disposition"), format!("attachment; filename=\"couts-{TODAY}.csv\""));
    assert!(file.text().contains("2030000,00"), "{}", file.text());
    assert_eq!(browser.open("/plans/999/costs/csv").await.status_code(), 404);
    assert_eq!(browser.open("/plans/x/costs").await.status_code(), 404);
}

#[tokio::test]
async fn a_line_is_recorded_with_plain_forms_and_all_problems_come_at_once() {
    let (_, browser, plan) = demo_with(Role::Coordinator).await;
    let page = format!("/plans/{plan}/costs/new");
    assert_eq!(browser.open(&page).await.status_code(), 200);
    let number = plan.to_string();
    let wrong = [
        ("plan", number.as_str()),
        ("cost_activity_fr", "Traduction"),
        ("cost_kind", "commitment"),
        ("cost_year", "2026"),
        ("cost_source", "new"),
        ("cost_certainty", "exact"),
        ("cost_amount", "beaucoup"),
    ];
    assert_eq!(location(&browser.send("/do/add-cost", &page, &wrong).await), page);
    let shown = browser.open(&page).await.text();
    for id in ["field-cost-year-problem", "field-cost-amount-problem", "field-cost-organisations-problem"] {
        assert!(shown.contains(&format!("id=\"{id}\"")), "{id} is not on the page");
    }
    assert!(shown.contains("value=\"Traduction\"") && shown.contains("value=\"beaucoup\""));

    let boxes: Vec<&str> = shown.split("name=\"cost_organisations[").skip(1).filter_map(|rest| rest.split(']').next()).collect();
    let (first, second) = (format!("cost_organisations[{}]", boxes[0]), format!("cost_organisations[{}]", boxes[1]));
    let mut right = wrong.to_vec();
    (right[3].1, right[6].1) = ("2026-27", "12 345,60");
    right.extend([(first.as_str(), "yes"), (second.as_str(), "yes")]);
    assert_eq!(location(&browser.send("/do/add-cost", &page, &right).await), format!("/plans/{plan}/costs?done=cost-added"));
    let costs = browser.open(&format!("/plans/{plan}/costs?lang=en")).await.text();
    assert!(costs.contains("$12,345.60") && costs.contains("of which $12,345.60 shared by several"), "{costs}");

    let id =
        costs.split("href=\"/costs/").filter_map(|rest| rest.split('"').next()).filter_map(|id| id.parse::<i64>().ok()).max();
    let (id, edit) = (id.expect("a line").to_string(), format!("/costs/{}", id.expect("a line")));
    let form = browser.open(&edit).await.text();
    assert_eq!(form.matches("value=\"yes\" checked").count(), 2, "{form}");
    let archive = [("cost", id.as_str()), ("lock_version", "0"), ("archive_reason", "Essai")];
    let done = format!("/plans/{plan}/costs?done=cost-archived");
    assert_eq!(location(&browser.send("/do/archive-cost", &edit, &archive).await), done);
    let costs = browser.open(&format!("/plans/{plan}/costs?lang=en")).await.text();
    assert!(costs.contains("1 archived line") && costs.contains("Essai"), "{costs}");
}
