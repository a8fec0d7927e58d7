//! The log over HTTP: who may read it, how it is narrowed, exported and checked.

use crate::support::{Bench, Browser, Db, location, measure};
use domain::people::Role;
use rstest::rstest;
use sea_orm::ConnectionTrait;
use server::store::{StoreError, audit};

/// A plan approved by Claire, and Aude, who administers.
async fn told(bench: &Bench) -> (Browser, i64) {
    let coordinator = bench.person("Claire", None, Role::Coordinator).await;
    let administrator = bench.person("Aude", None, Role::Administrator).await;
    let plan = bench.approved_plan(&coordinator, vec![measure("=Revoir <le> mandat", "", "avril 2018")]).await;
    (Browser::signed_in(bench, &administrator).await, plan)
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn the_log_tells_each_change_in_words_and_can_be_narrowed(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let (browser, plan) = told(&bench).await;
    let all = browser.open("/admin/log?lang=fr").await.text();
    for words in
        ["Plan approuvé", "Claire", "de « Ébauche » à « Approuvé »".replace(' ', "\u{a0}").as_str(), "Ouverture de session"]
    {
        let plain = all.replace('\u{a0}', " ");
        assert!(plain.contains(&words.replace('\u{a0}', " ")), "{words} is not in {plain}");
    }
    assert!(all.contains(&format!("href=\"/plans/{plan}\"")) && all.contains("12\u{a0}h\u{a0}00 HAE"), "{all}");
    assert!(all.contains("=Revoir &lt;le&gt; mandat"), "{all}");

    let rows = async |query: &str| browser.open(&format!("/admin/log?{query}")).await.text().matches("class=\"log-row\"").count();
    assert_eq!(rows("action=plan_approved").await, 1);
    assert_eq!(rows("who=claire").await, 1);
    assert_eq!(rows("who=nobody+at+all").await, 0);
    assert_eq!(rows(&format!("in_plan={plan}&record=measure")).await, 1);
    assert_eq!(rows("request=request-of-Claire").await, 1);
    assert_eq!(rows("since=2018-03-16").await, 0);
    assert_eq!(rows("until=2018-03-14").await, 0);
    let whole = rows("since=2018-03-15&until=2018-03-15").await;
    assert_eq!(whole, rows("since=never&record=nonsense&in_plan=x").await, "what makes no sense does not narrow");
    assert!(whole > 5, "{whole}");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn the_narrowed_log_is_a_table_without_formulas_and_json_with_its_seals(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let (browser, _) = told(&bench).await;
    browser.open("/admin/log?lang=fr").await;
    let table = browser.open("/admin/log/export?format=csv&record=measure").await;
    assert_eq!(table.header("content-type"), "text/csv; charset=utf-8");
    assert!(table.header("content-disposition").to_str().expect("a name").contains("suivi-log-2018-03-15.csv"));
    let text = table.text();
    assert!(text.starts_with('\u{feff}') && text.lines().count() >= 2, "{text}");
    let mut cells = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let rows: Vec<csv::StringRecord> = cells.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), 1);
    assert!(rows[0].iter().all(|cell| !cell.starts_with(['=', '+', '-', '@'])), "{rows:?}");
    assert!(rows[0][5].contains("=Revoir <le> mandat"), "{rows:?}");

    let json: serde_json::Value = browser.open("/admin/log/export?format=json").await.json();
    let rows = json.as_array().expect("a list");
    assert_eq!(rows.first().map(|row| row["previous_hash"].clone()), Some("".into()));
    assert!(rows.windows(2).all(|pair| pair[0]["hash"] == pair[1]["previous_hash"]), "{json}");
    assert!(rows.iter().any(|row| row["action"] == "log_exported"), "an export is in the log itself");
    assert_eq!(browser.open("/admin/log/export?format=doc").await.status_code(), 400);
    let none: serde_json::Value = browser.open("/admin/log/export?format=json&who=nobody").await.json();
    assert_eq!(none, serde_json::json!([]));
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn the_check_says_that_the_log_is_whole_or_what_was_done_to_it(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let (browser, _) = told(&bench).await;
    assert!(browser.open("/admin/log?check=yes&lang=en").await.text().contains("The log is whole"));
    let edit = "update audit set changes = 'nonsense' where id = 2";
    bench.write(async |tx| Ok::<_, StoreError>(tx.execute_unprepared(edit).await?)).await;
    let page = browser.open("/admin/log?check=yes").await.text();
    assert!(page.contains("Row 2 was changed after it was written") && page.contains("nonsense"), "{page}");
    assert!(bench.write(async |tx| audit::verify(tx).await).await.is_some());
}

#[tokio::test]
async fn nobody_but_administrators_knows_of_the_log() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite is always there");
    for role in [Role::Coordinator, Role::Lead, Role::Member, Role::Executive, Role::Reader] {
        let caller = bench.person(&format!("{role:?}"), None, role).await;
        let browser = Browser::signed_in(&bench, &caller).await;
        assert_eq!(browser.open("/admin/log").await.status_code(), 404, "{role:?}");
        assert_eq!(browser.open("/admin/log/export?format=csv").await.status_code(), 404, "{role:?}");
    }
    let stranger = Browser::stranger(&bench.services);
    assert_eq!(location(&stranger.open("/admin/log/export?format=csv").await), "/sign-in?next=/admin/log");
}
